/** Building blocks of the HTTP contracts. In responses: no transforms, no dates as objects, no defaults. */
import { z } from 'zod';
import { tidy, trimUnseen } from '../thai/normalise';
import {
  ACTION_WORDS, AGENCY_ROLES, BOOK_KINDS, CAPACITIES, CHANNELS, DIRECTIONS, LETTER_KINDS, ROLES, SECRECIES, URGENCIES,
} from '../letter/vocabulary';
import { CODE, EMAIL, LOGIN, PHONE, PRINTABLE } from '../organisation/formats';
import { NOTE_MAX, SUBJECT_MAX } from './limits';

export const idSchema = z.uuid();
/** ISO instant in UTC. */
export const instantSchema = z.iso.datetime();
/** Civil date of Asia/Bangkok, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date();
/** A name in both languages of the UI; English may be empty, then Thai is shown. */
export const nameSchema = z.object({ th: z.string(), en: z.string() }).meta({ id: 'Name' });
export type LocalName = z.infer<typeof nameSchema>;

export const letterKindSchema = z.enum(LETTER_KINDS);
export const directionSchema = z.enum(DIRECTIONS);
export const urgencySchema = z.enum(URGENCIES);
export const secrecySchema = z.enum(SECRECIES);
export const channelSchema = z.enum(CHANNELS);
export const capacitySchema = z.enum(CAPACITIES);
export const roleSchema = z.enum(ROLES);
export const bookKindSchema = z.enum(BOOK_KINDS);
export const actionWordSchema = z.enum(ACTION_WORDS);
export const agencyRoleSchema = z.enum(AGENCY_ROLES);
export const taskKindSchema = z.enum(['approve', 'assign', 'work', 'acknowledge', 'draft', 'sign', 'judge', 'report', 'adhoc']);
export const letterStatusSchema = z.enum(['new', 'running', 'held', 'ended']);
export const endOutcomeSchema = z.enum(['closed', 'rejected', 'cancelled', 'forwarded', 'returned']);

/** A text that people write: what cannot be seen at its ends does not count. */
const written = z.string().overwrite(trimUnseen);
/** A text of one's own that must say something. */
export const requiredTextSchema = (max: number) => written.min(1).max(max);
export const subjectSchema = requiredTextSchema(SUBJECT_MAX);
export const noteSchema = written.max(NOTE_MAX);
export const reasonSchema = requiredTextSchema(NOTE_MAX);
/** From whom, to whom. */
export const correspondentSchema = requiredTextSchema(300);
/** What a contract says of a text that does not fit: a key of the texts of both languages (`validation.notPrintable`). */
export const CONTRACT_TEXTS = ['notPrintable', 'codeFormat', 'loginFormat', 'emailFormat', 'phoneFormat', 'oneLead', 'twice', 'bookPattern', 'oneIssuer', 'longAgo'] as const;
export type ContractText = (typeof CONTRACT_TEXTS)[number];
const says = (text: ContractText): string => text;
/** One line as it is printed. Invisible characters go, runs of white space become one space. */
export const lineSchema = (max: number) => z.string().overwrite(tidy).max(max).regex(PRINTABLE, says('notPrintable'));
/** As {@link lineSchema}, never empty. */
export const requiredLineSchema = (max: number) => z.string().overwrite(tidy).min(1).max(max).regex(PRINTABLE, says('notPrintable'));
/** The year 2500 of the Buddhist era. */
const FIRST_LETTER_DAY = '1957-01-01';
/** Stable short name within an office, as routes and imports use it. */
export const codeSchema = z.string().trim().toLowerCase().regex(CODE, says('codeFormat'));
export const newLoginSchema = z.string().trim().toLowerCase().regex(LOGIN, says('loginFormat'));
export const emailSchema = z.string().trim().max(200).regex(EMAIL, says('emailFormat'));
export const phoneSchema = z.string().trim().max(60).regex(PHONE, says('phoneFormat'));
/** Number of changes that the editor had seen: a change by somebody else in between is refused, never overwritten. */
export const revSchema = z.int().min(0);

/** Day on a letter: one of this age of typewriters, so that a slip of a century is asked about. */
export const letterDaySchema = dateSchema.refine((day) => day >= FIRST_LETTER_DAY, says('longAgo'));

export const searchSchema = z.string().trim().min(1).max(100);

export const factValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export const factsSchema = z.record(z.string().max(60), factValueSchema);
/** As {@link factsSchema}, of what somebody types. */
export const factsTypedSchema = z.record(z.string().max(60), z.union([noteSchema, z.number(), z.boolean(), z.null(), z.array(z.string().max(NOTE_MAX)).max(200)]));

/** A time limit as routes and acts speak of it: a span, or `{at}`: an instant or a civil date. */
export const deadlineRuleSchema = z.union([
  z.strictObject({
    unit: z.enum(['workingDays', 'workingHours', 'workingMinutes', 'calendarDays', 'clockHours', 'clockMinutes']),
    amount: z.int().min(1).max(3650),
  }),
  z.strictObject({ at: z.union([z.iso.date(), z.iso.datetime({ offset: true })]) }),
]);

export const postRefSchema = z.object({ id: idSchema, code: z.string(), title: nameSchema, unit: nameSchema.nullable(), officeId: idSchema }).meta({ id: 'PostRef' });
export type PostRef = z.infer<typeof postRefSchema>;
export const unitRefSchema = z.object({ id: idSchema, code: z.string(), name: nameSchema }).meta({ id: 'UnitRef' });
export const officeRefSchema = z.object({ id: idSchema, code: z.string(), name: nameSchema, short: z.string() }).meta({ id: 'OfficeRef' });
export const personRefSchema = z.object({ id: idSchema, name: nameSchema }).meta({ id: 'PersonRef' });
/** Who did something: the person, the post it was done for, the capacity and the order it rests on. */
export const actorSchema = z.object({
  person: personRefSchema,
  post: postRefSchema,
  capacity: capacitySchema,
  ownPost: postRefSchema.nullable(),
  orderNo: z.string(),
}).meta({ id: 'Actor' });
export type ActorView = z.infer<typeof actorSchema>;

export const PAGE_MAX = 100;
/** Keyset paging: `cursor` is `nextCursor` of the answer before. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(25),
  cursor: z.string().min(1).max(500).optional(),
});
/** `total` counts everything that the filter finds, within what the reader may see. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), nextCursor: z.string().nullable() });
/** `true`/`false` in a query string. */
export const flagSchema = z.enum(['true', 'false']).transform((value) => value === 'true');
/** Several values in a query string, parted by commas. */
export const listOf = <T extends z.ZodType<unknown, string>>(item: T, max: number) =>
  z.string().min(1).max(4_000).transform((value) => value.split(',')).pipe(z.array(item).min(1).max(max));

/** Facts for a message: ids, limits, names of fields. */
export const detailsSchema = z.record(z.string(), z.unknown().meta({ description: 'A fact: an id, a limit, a name, or a list of them' }));

/** Answer to everything that is refused. `message` is in the reader's language. */
export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: detailsSchema,
  requestId: z.string(),
}).meta({ id: 'Problem', description: 'Refused. `details.fields` names each invalid field.' });
export type Problem = z.infer<typeof problemSchema>;
/** `details.fields` of VALIDATION_FAILED: the path in the request (`body.subject`), its label and what is wrong. */
export const fieldErrorSchema = z.object({ path: z.string(), label: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;

export const doneSchema = z.object({ ok: z.literal(true) });
