import { useState } from 'react';
import type { LetterPage } from '#domain/contracts/letter-page';
import { carryOver } from './carry-over';
import { EMPTY_INTAKE } from './intake-form';
import { IntakeForm } from './IntakeForm';

type FormProps = Parameters<typeof IntakeForm>[0];

/** The form of a wrong registration: as the letter stood when the page was opened. */
export function AnewForm({ wrong, ...form }: { readonly wrong: LetterPage } & Pick<FormProps, 'onApart' | 'onStarted'>) {
  const [letter] = useState(() => carryOver(wrong));
  return <IntakeForm start={EMPTY_INTAKE} letter={letter} {...form} />;
}
