/** A registrar's check of a year of a book. */
import { z } from 'zod';
import { CHECK_KINDS } from '../numbering/check';
import { bookSchema } from './books';
import { dateSchema, idSchema, instantSchema, personRefSchema } from './common';

/** `GET /books/:bookId/years/:yearBe/check` */
export const bookCheckSchema = z.object({
  book: bookSchema,
  yearBe: z.int(),
  checkedAt: instantSchema,
  /** Numbers before the first stand in a paper book. */
  firstNo: z.int(),
  lastNo: z.int(),
  entries: z.int(),
  findings: z.array(z.object({
    kind: z.enum(CHECK_KINDS),
    isFault: z.boolean(),
    /** All there are; of many only the first are listed. */
    total: z.int(),
    items: z.array(z.object({
      no: z.int(),
      /** Last number of a run without entries. */
      toNo: z.int(),
      printed: z.string(),
      date: dateSchema.nullable(),
      /** The later date that a smaller number carries, or the day until which it is reserved. */
      against: dateSchema.nullable(),
      /** Empty where the reader may not know the letter. */
      reason: z.string(),
      letterId: idSchema.nullable(),
      person: personRefSchema.nullable(),
      at: instantSchema.nullable(),
    })),
  })),
});
export type BookCheck = z.infer<typeof bookCheckSchema>;
