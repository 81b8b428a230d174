import { printCited } from '#domain/intake/cited';
import type { PagePlace } from '#domain/intake/page-lines';
import type { ReadLetter } from '#domain/intake/read-letter';
import type { IntakeValues } from './intake-form';

/** Field of the form that a part of the page goes into. */
export type ProposedField = Exclude<keyof ReadLetter, never>;
export type Proposal = {
  readonly field: ProposedField;
  /** What it would put into the form; null where the form may not take it. */
  readonly patch: Partial<IntakeValues> | null;
  readonly place: PagePlace;
  /** The form says so already. */
  readonly isUsed: boolean;
};

/** What each part of the page would put into the form. Content of the highest class is not registered here. */
const PATCHES: { readonly [F in ProposedField]: (value: NonNullable<ReadLetter[F]>['value']) => Partial<IntakeValues> | null } = {
  theirNo: (theirNo) => ({ theirNo }),
  theirDate: (theirDate) => ({ theirDate }),
  fromText: (fromText) => ({ fromText }),
  toText: (toText) => ({ toText }),
  subject: (subject) => ({ subject }),
  kind: (kind) => ({ kind }),
  urgency: (urgency) => ({ urgency }),
  secrecy: (secrecy) => (secrecy === 'top_secret' ? null : { secrecy }),
  references: (all) => ({ references: all.map(printCited).join('\n') }),
  enclosures: (all) => ({ enclosures: all.join('\n') }),
};
const FIELDS: readonly ProposedField[] = ['theirNo', 'theirDate', 'fromText', 'toText', 'subject', 'secrecy', 'urgency', 'kind', 'references', 'enclosures'];

/** Proposals of a page in the order of the form. */
export function proposalsOf(read: ReadLetter, values: IntakeValues): Proposal[] {
  return FIELDS.flatMap((field) => {
    const found = read[field];
    if (found === null) return [];
    const patch = (PATCHES[field] as (value: unknown) => Partial<IntakeValues> | null)(found.value);
    const isUsed = patch !== null && Object.entries(patch).every(([name, value]) => values[name as keyof IntakeValues] === value);
    return [{ field, patch, place: found.place, isUsed }];
  });
}

/** What there is still to confirm. */
export const openProposals = (all: readonly Proposal[]): Proposal[] => all.filter(({ isUsed }) => !isUsed);
