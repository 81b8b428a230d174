/** Blocks of a book's numbers that are reserved (จองเลข), or printed on a sheet for the hours in which the system is down. */
import { z } from 'zod';
import { MAX_RESERVED } from '../numbering/entries';
import { bookSchema } from './books';
import { dateSchema, flagSchema, idSchema, instantSchema, lineSchema, pageOf, pageQuerySchema, personRefSchema, reasonSchema } from './common';

export const BLOCK_KINDS = ['reserved', 'outage'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** One number of a block, and what became of it. */
export const blockNumberSchema = z.object({
  id: idSchema,
  no: z.int(),
  printed: z.string(),
  status: z.enum(['issued', 'reserved', 'cancelled', 'record_lost']),
  date: dateSchema,
  /** Letter that took it, or that it is kept for; null where there is none or the reader may not know it. */
  letter: z.object({ id: idSchema, subject: z.string().nullable() }).nullable(),
  /** Kept for a letter that has not taken it yet. */
  isKept: z.boolean(),
  /** Why it is kept for the letter, or was cancelled. */
  reason: z.string(),
  by: personRefSchema.nullable(),
  at: instantSchema.nullable(),
});
export const numberBlockSchema = z.object({
  id: idSchema,
  kind: z.enum(BLOCK_KINDS),
  firstNo: z.int(),
  lastNo: z.int(),
  untilDay: dateSchema,
  /** The day until which it is reserved is over, and numbers of it are left. */
  isOverdue: z.boolean(),
  reason: z.string(),
  forWhom: z.string(),
  madeAt: instantSchema,
  madeBy: personRefSchema.nullable(),
  numbers: z.array(blockNumberSchema),
});
export type NumberBlock = z.infer<typeof numberBlockSchema>;

/** `GET /books/:bookId/years/:yearBe/blocks`: the newest first. */
export const blockQuerySchema = pageQuerySchema.extend({ openOnly: flagSchema.optional() });
/** `mayTake`: the reader may reserve, keep and cancel numbers of this book; `isOpen`: its year is running. */
export const blockPageSchema = pageOf(numberBlockSchema).extend({ book: bookSchema, mayTake: z.boolean(), isOpen: z.boolean() });
export type BlockPage = z.infer<typeof blockPageSchema>;

/** `POST /books/:bookId/years/:yearBe/blocks` */
export const blockReserveSchema = z.strictObject({
  /** Made by whoever asks, so that asking again for want of an answer reserves nothing twice. */
  id: idSchema,
  kind: z.enum(BLOCK_KINDS),
  count: z.int().min(1).max(MAX_RESERVED),
  reason: reasonSchema,
  forWhom: lineSchema(200).default(''),
  /** Last day on which they may be used; the same day for a reservation, the last of the year for a sheet. */
  until: dateSchema.nullable().default(null),
});
export const blockParamsSchema = z.object({ bookId: idSchema, yearBe: z.coerce.number().int().min(2400).max(2700), blockId: idSchema });
/** `POST …/blocks/:blockId/cancellation`: these numbers, or with null all that are left. */
export const blockCancelSchema = z.strictObject({ numbers: z.array(z.int().min(1)).min(1).max(MAX_RESERVED).nullable().default(null), reason: reasonSchema });
export const blockNumberParamsSchema = blockParamsSchema.extend({ entryId: idSchema });
/** `PUT …/blocks/:blockId/numbers/:entryId/letter`: keep it for a running letter, or with null for none any more. */
export const numberKeepSchema = z.strictObject({ letterId: idSchema.nullable(), reason: reasonSchema, usedAt: instantSchema.nullable().default(null) });
/** A reserved number that a letter takes as it is started; of an outage sheet with the moment at which it was used on paper. */
export const reservedNumberSchema = z.strictObject({ entryId: idSchema, reason: reasonSchema.optional(), usedAt: instantSchema.nullable().default(null) });
