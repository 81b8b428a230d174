/** Number books: receive and send registers by Buddhist year. */
import { z } from 'zod';
import { AMENDED_FIELDS, AMENDED_MAX } from '../numbering/amendment';
import {
  bookKindSchema, dateSchema, idSchema, instantSchema, letterStatusSchema, nameSchema, officeRefSchema, pageOf, pageQuerySchema, personRefSchema,
  postRefSchema, reasonSchema, searchSchema, secrecySchema, unitRefSchema, urgencySchema,
} from './common';

export const bookSchema = z.object({
  id: idSchema,
  kind: bookKindSchema,
  name: nameSchema,
  office: officeRefSchema,
  /** Issuer: a unit or a post; both null for the office's own. */
  unit: unitRefSchema.nullable(),
  post: postRefSchema.nullable(),
  isHeld: z.boolean(),
  isTest: z.boolean(),
  /** Whether I keep it: take earlier registers over, correct entries, open and close its years and days. */
  canKeep: z.boolean(),
  /** Years with entries, newest first, the current one always among them; marked where an earlier register was taken over. */
  years: z.array(z.object({ yearBe: z.int(), lastNo: z.int(), lastDate: dateSchema.nullable(), isImported: z.boolean() })),
});
export type BookView = z.infer<typeof bookSchema>;
export const bookListSchema = z.object({ items: z.array(bookSchema) });

/** Days on which numbers were taken, both included. */
const spanShape = { from: dateSchema.optional(), to: dateSchema.optional() };

export const entryQuerySchema = pageQuerySchema.extend({
  q: searchSchema.optional(),
  status: z.enum(['issued', 'reserved', 'cancelled', 'record_lost']).optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
  /** Number at which the first page begins. */
  at: z.coerce.number().int().min(1).max(999_999).optional(),
  ...spanShape,
});
/** `GET /books/:bookId/years/:yearBe/export`. Without days the whole year. */
export const bookExportQuerySchema = z.object({ format: z.enum(['pdf', 'xlsx', 'csv']), ...spanShape });
/** Entries that are set for paper at once, at most. */
export const PRINT_MAX = 1_500;
/** `GET /books/:bookId/years/:yearBe/entries` */
export const entryParamsSchema = z.object({ bookId: idSchema, yearBe: z.coerce.number().int().min(2400).max(2700) });
/** Columns of form 13 (receive) and form 14 (send), with the electronic extras. */
export const entrySchema = z.object({
  id: idSchema,
  no: z.int(),
  /** What was squeezed in behind a number of an earlier register: .1, ก */
  suffix: z.string(),
  yearBe: z.int(),
  /** Of an earlier register: read-only. */
  isImported: z.boolean(),
  /** เลขทะเบียนรับ, or ที่ of a letter sent. */
  printed: z.string(),
  status: z.enum(['issued', 'reserved', 'cancelled', 'record_lost']),
  /** Earlier registers may not say it. */
  entryDate: dateSchema.nullable(),
  takenAt: instantSchema.nullable(),
  /** Null where the reader may see the book but not the letter. */
  letterId: idSchema.nullable(),
  isHidden: z.boolean(),
  /** ที่ (their number in a receive book), ลงวันที่, จาก, ถึง, เรื่อง. */
  letterNo: z.string().nullable(),
  letterDate: dateSchema.nullable(),
  fromText: z.string(),
  toText: z.string(),
  subject: z.string().nullable(),
  isSealed: z.boolean(),
  urgency: urgencySchema.nullable(),
  secrecy: secrecySchema.nullable(),
  letterStatus: letterStatusSchema.nullable(),
  /** การปฏิบัติ: units it went to; the answer, once there is one; what an earlier register says of it. */
  action: z.object({ units: z.array(nameSchema), answerNo: z.string().nullable(), answerDate: dateSchema.nullable(), text: z.string() }),
  /** หมายเหตุ: why it was cancelled or reserved. */
  remark: z.string(),
  /** Of a block: reserved before it was used, or kept on a sheet for hours in which the system is down. */
  block: z.enum(['reserved', 'outage']).nullable(),
  /** Of a registration made anew: the number that took its place, or whose place it took. */
  anewNo: z.string().nullable(),
  insteadOf: z.string().nullable(),
  /** Corrections, the oldest first; the fields above are as the last left them. */
  amendments: z.array(z.object({ field: z.enum(AMENDED_FIELDS), oldValue: z.string(), newValue: z.string(), reason: z.string(), at: instantSchema, person: personRefSchema })),
  takenBy: personRefSchema.nullable(),
  cancelledBy: personRefSchema.nullable(),
  cancelledAt: instantSchema.nullable(),
  /** Send book: one row per addressee, with the receive number that the peer gave. */
  peers: z.array(z.object({ name: z.string(), status: z.string(), receiveNo: z.string().nullable(), registeredAt: instantSchema.nullable(), acknowledgedAt: instantSchema.nullable() })),
});
export type EntryView = z.infer<typeof entrySchema>;
export const entryPageSchema = pageOf(entrySchema).extend({ book: bookSchema });

/** `POST /books/:bookId/years/:yearBe/entries/:entryId/amendments` */
export const amendParamsSchema = entryParamsSchema.extend({ entryId: idSchema });
export const amendSchema = z.strictObject({
  field: z.enum(AMENDED_FIELDS),
  /** A day as `YYYY-MM-DD`; empty where nothing is to stand there. */
  newValue: z.string().trim().max(AMENDED_MAX),
  reason: reasonSchema,
});
export const amendedSchema = z.object({ amendments: entrySchema.shape.amendments });
