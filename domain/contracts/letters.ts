/** Starting letters and listing them. */
import { z } from 'zod';
import {
  correspondentSchema, dateSchema, directionSchema, endOutcomeSchema, flagSchema, idSchema, instantSchema, letterDaySchema, letterKindSchema, letterStatusSchema, nameSchema,
  noteSchema, pageOf, pageQuerySchema, reasonSchema, searchSchema, secrecySchema, subjectSchema, unitRefSchema, urgencySchema, requiredTextSchema,
} from './common';
import { LINE_MAX } from './limits';
import { recipientSchema, referenceSchema } from './acts';
import { reservedNumberSchema } from './number-blocks';
import { commandDoneSchema, commandPendingSchema } from './commands';

const enclosures = z.array(requiredTextSchema(LINE_MAX)).max(50).default([]);
const documents = z.array(z.strictObject({ documentId: idSchema, role: z.enum(['main', 'enclosure']) })).max(50).default([]);
const urgencyFields = { urgency: urgencySchema, urgentBy: z.iso.datetime({ offset: true }).nullable().default(null) };
/** Another route than the table's first choice, with the reason why. */
const routeChoice = z.strictObject({ routeVersionId: idSchema, reason: requiredTextSchema(500) }).optional();

/** Intake at the counter, by post, by e-mail or through the web (รับหนังสือ). */
export const intakeSchema = z.strictObject({
  type: z.literal('incoming'),
  kind: letterKindSchema,
  channel: z.enum(['counter', 'post', 'email', 'web']),
  ...urgencyFields,
  secrecy: z.enum(['none', 'confidential', 'secret']).default('none'),
  subject: subjectSchema,
  fromText: correspondentSchema,
  toText: correspondentSchema,
  theirNo: z.string().trim().max(100).default(''),
  theirDate: letterDaySchema.nullable().default(null),
  dateAsked: dateSchema.nullable().default(null),
  enclosureList: enclosures,
  references: z.array(referenceSchema).max(20).default([]),
  documents,
  /** Letter of ours that it answers; its follow-up then asks the owner for a judgement. */
  answersLetterId: idSchema.nullable().default(null),
  /** What becomes of it where the same number of the same day stands in the register: `refuse` asks back first. */
  onSame: z.enum(['refuse', 'take']).default('take'),
  /** A wrong registration that this one takes the place of: it is cancelled, with its number, in the same commit. Documents may be its own. */
  insteadOf: z.strictObject({ letterId: idSchema, seq: z.int().min(0), reason: reasonSchema }).nullable().default(null),
  /** A reserved number that it takes instead of the next one. */
  reserved: reservedNumberSchema.nullable().default(null),
  /** Unit that the clerk proposes; facts for the which-route table. */
  proposedUnitId: idSchema.nullable().default(null),
  category: z.string().max(60).nullable().default(null),
  postId: idSchema,
  route: routeChoice,
});
/** A sealed item: envelope only. It goes unopened to the secret registrar. */
export const sealedIntakeSchema = z.strictObject({
  type: z.literal('sealed'),
  channel: z.enum(['counter', 'post']),
  ...urgencyFields,
  fromText: correspondentSchema,
  toText: correspondentSchema,
  theirNo: z.string().trim().max(100).default(''),
  theirDate: letterDaySchema.nullable().default(null),
  postId: idSchema,
});
/** A letter of our own: it starts as a draft (ร่างหนังสือ). */
export const composeSchema = z.strictObject({
  type: z.literal('outgoing'),
  kind: letterKindSchema,
  ...urgencyFields,
  secrecy: z.enum(['none', 'confidential', 'secret']).default('none'),
  subject: subjectSchema,
  toText: z.string().trim().max(300).default(''),
  recipients: z.array(recipientSchema).max(200).default([]),
  /** Distribution list of the office, by code, instead of or besides the recipients (หนังสือเวียน). */
  listCode: z.string().max(60).nullable().default(null),
  isCircular: z.boolean().default(false),
  body: z.string().max(200_000).nullable().default(null),
  enclosureList: enclosures,
  references: z.array(referenceSchema).max(20).default([]),
  dateAsked: dateSchema.nullable().default(null),
  documents,
  category: z.string().max(60).nullable().default(null),
  note: noteSchema.optional(),
  /** Post in which it is drafted. */
  postId: idSchema,
  route: routeChoice,
});
/** The top-secret control entry of the secret registrar: no subject, no file. */
export const controlEntrySchema = z.strictObject({
  type: z.literal('control'),
  fromText: correspondentSchema,
  toText: correspondentSchema,
  theirNo: z.string().trim().max(100).default(''),
  theirDate: letterDaySchema.nullable().default(null),
  urgency: urgencySchema,
  postId: idSchema,
});
/** `POST /letters` */
export const letterStartSchema = z.discriminatedUnion('type', [intakeSchema, sealedIntakeSchema, composeSchema, controlEntrySchema]);
export type LetterStart = z.infer<typeof letterStartSchema>;
export type LetterStartInput = z.input<typeof letterStartSchema>;

/** `POST /letters/:letterId/reply`: an outgoing letter that answers this one. Subject, addressee and reference are filled in where left out. */
export const replySchema = composeSchema.omit({ type: true, kind: true, urgency: true, urgentBy: true, subject: true }).extend({
  kind: letterKindSchema.optional(),
  urgency: urgencySchema.optional(),
  subject: subjectSchema.optional(),
});
export type ReplyStart = z.infer<typeof replySchema>;

/** Which row of the office's table chose the route, and what else may be chosen. */
export const routeChoiceSchema = z.object({
  routeVersionId: idSchema,
  routeCode: z.string(),
  name: nameSchema,
  version: z.int(),
  /** Id of the row that chose it; null where the clerk chose another. */
  rowId: z.string().nullable(),
  /** 1-based place of the row; null as above. */
  rowNo: z.int().nullable(),
  /** The row is the table's last, 'otherwise'. */
  isOtherwise: z.boolean(),
});
export const routePreviewQuerySchema = z.object({
  type: z.enum(['incoming', 'outgoing', 'sealed', 'control']),
  kind: letterKindSchema.optional(),
  urgency: urgencySchema.optional(),
  secrecy: secrecySchema.optional(),
  category: z.string().max(60).optional(),
  isCircular: flagSchema.optional(),
  postId: idSchema,
});
/** `GET /routes/choice`: shown while the form is filled in. */
export const routePreviewSchema = z.object({ chosen: routeChoiceSchema, others: z.array(routeChoiceSchema) });

const started = { route: routeChoiceSchema };
export const letterStartedSchema = commandDoneSchema.extend(started);
export const letterStartPendingSchema = commandPendingSchema.extend(started);

/** What shows that a route's drawing does not fit practice. */
export const PRACTICE_KINDS = ['tasks', 'fallbacks', 'adhoc', 'returns'] as const;
export type PracticeKind = (typeof PRACTICE_KINDS)[number];

export const letterListQuerySchema = pageQuerySchema.extend({
  direction: directionSchema.optional(),
  status: letterStatusSchema.exclude(['new']).optional(),
  kind: letterKindSchema.optional(),
  urgency: urgencySchema.optional(),
  officeId: idSchema.optional(),
  unitId: idSchema.optional(),
  overdue: flagSchema.optional(),
  /** Letters that run on this version of a route, or stand at this step; `overdue` then means: late at this step. */
  routeVersionId: idSchema.optional(),
  nodeId: z.string().min(1).max(60).optional(),
  /** Instead of standing there now: letters for which this has happened there between two days (Bangkok). */
  practice: z.enum(PRACTICE_KINDS).optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** Only what I drafted or started. */
  mine: flagSchema.optional(),
  q: searchSchema.optional(),
});
export const letterItemSchema = z.object({
  id: idSchema,
  officeId: idSchema,
  direction: directionSchema,
  kind: letterKindSchema,
  subject: z.string().nullable(),
  isSealed: z.boolean(),
  fromText: z.string(),
  toText: z.string(),
  letterNo: z.string().nullable(),
  letterDate: dateSchema.nullable(),
  theirNo: z.string(),
  theirDate: dateSchema.nullable(),
  receiveNo: z.string().nullable(),
  receivedAt: instantSchema.nullable(),
  urgency: urgencySchema,
  secrecy: secrecySchema.nullable(),
  status: letterStatusSchema,
  outcome: endOutcomeSchema.nullable(),
  ownerUnit: unitRefSchema.nullable(),
  createdAt: instantSchema,
  /** Earliest due instant among the open tasks. */
  dueAt: instantSchema.nullable(),
  isOverdue: z.boolean(),
  /** Titles of the posts that hold it now. */
  holders: z.array(nameSchema),
  /** Number of deliveries, and of those with a receive number. */
  deliveries: z.object({ sent: z.int(), registered: z.int(), answered: z.int() }),
});
export type LetterItem = z.infer<typeof letterItemSchema>;
export const letterPageListSchema = pageOf(letterItemSchema);

/** Labels of a sheet: three columns of eight. */
export const LABELS_A_SHEET = 24;
/** `GET /letters/:letterId/file`: with the cover sheet on top where asked for. */
export const printedFileQuerySchema = z.object({ cover: z.enum(['true', 'false']).optional() });

/** `GET /letters/:letterId/labels`: `skip` labels of the first sheet have been used already. */
export const labelsQuerySchema = z.object({ skip: z.coerce.number().int().min(0).max(LABELS_A_SHEET - 1).default(0) });
