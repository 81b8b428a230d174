import type { z } from 'zod';
import type { LetterStartInput } from '#domain/contracts/letters';
import type { intakeSchema, sealedIntakeSchema } from '#domain/contracts/letters';
import { parseCited } from '#domain/intake/cited';
import type { LetterKind, Urgency } from '#domain/letter/vocabulary';
import { toLines } from '../../components/lines';
import type { FileRole } from '../../components/use-files';

export type IntakeValues = {
  readonly isSealed: boolean;
  readonly channel: 'counter' | 'post' | 'email' | 'web';
  readonly kind: LetterKind;
  readonly urgency: Urgency;
  readonly urgentBy: string | null;
  readonly secrecy: 'none' | 'confidential' | 'secret';
  readonly fromText: string;
  readonly toText: string;
  readonly theirNo: string;
  readonly theirDate: string | null;
  readonly subject: string;
  readonly dateAsked: string | null;
  readonly enclosures: string;
  /** อ้างถึง: a letter per line. */
  readonly references: string;
  readonly proposedUnitId: string | null;
  /** Letter of ours that it answers. */
  readonly answersLetterId: string | null;
  readonly postId: string;
  /** Another route than the table's choice; empty for the table's. */
  readonly routeVersionId: string;
  readonly routeReason: string;
  /** The wrong registration that this one takes the place of, and why. */
  readonly insteadOf: InsteadOf | null;
  readonly anewReason: string;
};
export type InsteadOf = { readonly letterId: string; readonly seq: number; readonly receiveNo: string };
type IntakeBody = z.input<typeof intakeSchema> | z.input<typeof sealedIntakeSchema>;

export const EMPTY_INTAKE: IntakeValues = {
  isSealed: false, channel: 'counter', kind: 'external_letter', urgency: 'normal', urgentBy: null, secrecy: 'none', fromText: '', toText: '', theirNo: '',
  theirDate: null, subject: '', dateAsked: null, enclosures: '', references: '', proposedUnitId: null, answersLetterId: null, postId: '', routeVersionId: '', routeReason: '', insteadOf: null, anewReason: '',
};

const contracts = () => import('#domain/contracts/letters');
/** Either an open letter or a sealed one: its envelope only, without subject, class or file. */
export const intakeContract = async (): Promise<z.ZodType<unknown, IntakeBody>> => (await contracts()).intakeSchema;
export const sealedIntakeContract = async (): Promise<z.ZodType<unknown, IntakeBody>> => (await contracts()).sealedIntakeSchema;

/** The body of `POST /letters` from what stands in the form. */
export function toIntakeBody(values: IntakeValues, documents: readonly { documentId: string; role: FileRole }[], onSame: 'refuse' | 'take' = 'refuse'): LetterStartInput & IntakeBody {
  const envelope = {
    urgency: values.urgency,
    urgentBy: values.urgency === 'urgent_by' ? values.urgentBy : null,
    fromText: values.fromText,
    toText: values.toText,
    theirNo: values.theirNo,
    theirDate: values.theirDate,
    postId: values.postId,
  };
  if (values.isSealed) return { type: 'sealed', channel: values.channel === 'post' ? 'post' : 'counter', ...envelope };
  return {
    type: 'incoming',
    ...envelope,
    kind: values.kind,
    channel: values.channel,
    secrecy: values.secrecy,
    subject: values.subject,
    dateAsked: values.dateAsked,
    enclosureList: toLines(values.enclosures),
    references: toLines(values.references).map((line) => ({ ...parseCited(line), letterId: null })),
    onSame,
    insteadOf: values.insteadOf === null ? null : { letterId: values.insteadOf.letterId, seq: values.insteadOf.seq, reason: values.anewReason },
    documents: [...documents],
    proposedUnitId: values.proposedUnitId,
    answersLetterId: values.answersLetterId,
    ...(values.routeVersionId === '' ? {} : { route: { routeVersionId: values.routeVersionId, reason: values.routeReason } }),
  };
}

/** What may stay for the next letter of a pile. */
export const PINNABLE = ['fromText', 'theirDate', 'proposedUnitId'] as const;
export type Pinnable = (typeof PINNABLE)[number];

/** Enter registers once these are there; until then it goes on to the next field. */
export const isComplete = ({ fromText, toText, subject, isSealed }: IntakeValues): boolean => [fromText, toText, isSealed ? '-' : subject].every((text) => text.trim() !== '');

/** The form of the next letter: what came the same way, and what was pinned. */
export function nextStart(values: IntakeValues, pinned: readonly Pinnable[]): IntakeValues {
  const { channel, postId } = values;
  return { ...EMPTY_INTAKE, channel, postId, ...Object.fromEntries(pinned.map((field) => [field, values[field]])) };
}

/** The part of a correspondent's number that stays from letter to letter: มท 0310.1/25 → มท 0310.1/. */
export const numberStem = (theirNo: string): string => /^.*\//.exec(theirNo)?.[0] ?? '';

/** Field of the form that shows what is wrong with a part of the body. */
export function intakeFieldOf(path: string): string {
  if (path.startsWith('enclosureList')) return 'enclosures';
  if (path.startsWith('references')) return 'references';
  if (path.startsWith('insteadOf')) return 'anewReason';
  if (path.startsWith('route')) return path.endsWith('reason') ? 'routeReason' : 'routeVersionId';
  return path.split('.')[0] ?? 'root';
}
