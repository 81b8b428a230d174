/** The directory of an office's correspondents: who writes to it, under which spellings, and how they are reached. */
import { z } from 'zod';
import { idSchema, lineSchema, pageOf, pageQuerySchema, phoneSchema, requiredLineSchema, revSchema, searchSchema } from './common';

/** `GET /correspondents/directory`: of the office of this post. */
export const directoryQuerySchema = pageQuerySchema.extend({ postId: idSchema, q: searchSchema.optional() });
const spellingSchema = z.object({ id: idSchema, name: z.string(), rev: z.int() });
export const correspondentSchema = z.object({
  id: idSchema,
  rev: z.int(),
  /** The usual spelling. */
  name: z.string(),
  letterCode: z.string(),
  phone: z.string(),
  address: z.string(),
  /** As it stood on a letter first, where that differs. */
  written: z.string(),
  /** What was merged into it; each can be parted again. */
  merged: z.array(spellingSchema),
});
export type CorrespondentEntry = z.infer<typeof correspondentSchema>;
export const directorySchema = pageOf(correspondentSchema);

/** `PUT /correspondents/:id` */
export const correspondentEditSchema = z.strictObject({ rev: revSchema, name: requiredLineSchema(300), letterCode: lineSchema(30), phone: phoneSchema, address: lineSchema(300) });
/** `POST /correspondents/:id/merge`: counts as the other one from now on. Letters keep what is written on them. */
export const correspondentMergeSchema = z.strictObject({ rev: revSchema, intoId: idSchema });
/** `POST /correspondents/:id/separation`: takes that back. */
export const correspondentSeparationSchema = z.strictObject({ rev: revSchema });
