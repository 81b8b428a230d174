import { Alert, Button } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { Control } from 'react-hook-form';
import type { LetterPage } from '#domain/contracts/letter-page';
import { printCited } from '#domain/intake/cited';
import { TextInput } from '../../components/form/fields';
import { Panel } from '../../components/Page';
import type { FileItem, FileRole } from '../../components/use-files';
import { useFormat } from '../../providers/i18n/use-format';
import { EMPTY_INTAKE, type InsteadOf, type IntakeValues } from './intake-form';
import type { Waiting } from './Pile';

/** What this registration takes the place of, and why: the number that it had is cancelled with it. */
export function AnewPanel({ control, insteadOf, onLeave }: { readonly control: Control<IntakeValues>; readonly insteadOf: InsteadOf; readonly onLeave: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const no = format.digits(insteadOf.receiveNo);
  return (
    <Panel title={translate('intake.anew', { no })} actions={<Button size="small" component={LinkBase} to={`/letters/${insteadOf.letterId}`} onClick={onLeave}>{translate('intake.leaveAnew')}</Button>}>
      <Alert severity="warning" sx={{ mb: 2 }}>{translate('intake.anewText', { no })}</Alert>
      <TextInput control={control} name="anewReason" label={translate('intake.anewReason')} required multiline maxRows={3} autoComplete="off" />
    </Panel>
  );
}

/** The number that the office gave it, of those that stand. */
const receiveNoOf = ({ numbers, receiveNo }: LetterPage): string => receiveNo ?? numbers.find(({ status }) => status === 'issued')?.printed ?? '';

/** Everything that stands on a registration, for the form that takes its place. */
export function carryOver(letter: LetterPage): Waiting {
  const { channel, secrecy, facts } = letter;
  const unit = facts['proposedUnit'];
  const values: IntakeValues = {
    ...EMPTY_INTAKE,
    channel: channel === 'exchange' ? 'counter' : channel,
    kind: letter.kind,
    urgency: letter.urgency,
    urgentBy: letter.urgentBy,
    secrecy: secrecy === 'confidential' || secrecy === 'secret' ? secrecy : 'none',
    fromText: letter.fromText,
    toText: letter.toText,
    theirNo: letter.theirNo,
    theirDate: letter.theirDate,
    subject: letter.subject ?? '',
    dateAsked: letter.dateAsked,
    enclosures: letter.enclosureList.join('\n'),
    references: letter.references.map(printCited).join('\n'),
    proposedUnitId: typeof unit === 'string' ? unit : null,
    answersLetterId: letter.links.find(({ kind }) => kind === 'answers')?.letterId ?? null,
    insteadOf: { letterId: letter.id, seq: letter.seq, receiveNo: receiveNoOf(letter) },
  };
  return { key: letter.id, values, files: letter.documents.flatMap((document) => (isOfIt(document) ? [toFile(document)] : [])) };
}

type OfIt = LetterPage['documents'][number] & { readonly role: FileRole };
const isOfIt = (document: LetterPage['documents'][number]): document is OfIt => !document.isSuperseded && (document.role === 'main' || document.role === 'enclosure');
const toFile = ({ id, role, name, sizeBytes, pages }: OfIt): FileItem => ({ key: id, role, name, size: sizeBytes, status: 'ready', progress: 1, error: '', documentId: id, pages, duplicates: [], file: null });
