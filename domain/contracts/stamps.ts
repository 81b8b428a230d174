/** Receipt stamps on page 1 of a letter that was received as a file: where they stand, and moving them. */
import { z } from 'zod';
import { STAMP_FOUND } from '../letter/stamp-place';
import { idSchema, instantSchema, personRefSchema } from './common';

const pointSchema = z.number().min(0).max(20_000);

const stampSchema = z.object({
  entryId: idSchema,
  /** As printed on it. */
  officeName: z.string(),
  receiveNo: z.string(),
  date: z.string(),
  time: z.string(),
  /** Points from the bottom left of the page as it is seen; null where it has not been laid yet. */
  place: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }).nullable(),
  found: z.enum(STAMP_FOUND).nullable(),
  /** Counts its moves. */
  rev: z.int(),
  moved: z.object({ by: personRefSchema, at: instantSchema }).nullable(),
  canMove: z.boolean(),
});

/** `GET /letters/:letterId/stamps` */
export const stampsSchema = z.object({
  /** The original, which every stamped page is made of. */
  documentId: idSchema,
  name: z.string(),
  stamps: z.array(stampSchema),
});
export type Stamps = z.infer<typeof stampsSchema>;

/** `PUT /letters/:letterId/stamps/:entryId`: the bottom left of the stamp; `rev` as it was seen. */
export const stampMoveSchema = z.strictObject({ x: pointSchema, y: pointSchema, rev: z.int().min(0) });
