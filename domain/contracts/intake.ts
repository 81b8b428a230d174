/** Taking letters in: what stands in the register already, and letters of ours that one refers to. */
import { z } from 'zod';
import { dateSchema, directionSchema, idSchema, instantSchema, letterStatusSchema } from './common';

/** `GET /intake/known`: asked while a letter is typed in, before it is registered. */
export const knownQuerySchema = z.object({
  postId: idSchema,
  fromText: z.string().trim().max(300).default(''),
  theirNo: z.string().trim().max(100).default(''),
  theirDate: dateSchema.optional(),
  subject: z.string().trim().max(250).default(''),
  /** Numbers that it refers to, one per line. */
  cites: z.string().max(2_000).default(''),
});
const sameSchema = z.object({
  letterId: idSchema,
  /** `number`: the same letter number and day; `subject`: nearly the same subject by the same sender, of late. */
  why: z.enum(['number', 'subject']),
  fromText: z.string(),
  theirNo: z.string(),
  theirDate: dateSchema.nullable(),
  subject: z.string().nullable(),
  receiveNo: z.string().nullable(),
  createdAt: instantSchema,
});
const citedSchema = z.object({
  /** The number as it was asked for. */
  cited: z.string(),
  letterId: idSchema,
  letterNo: z.string(),
  letterDate: dateSchema.nullable(),
  subject: z.string().nullable(),
  toText: z.string(),
  direction: directionSchema,
  status: letterStatusSchema,
  /** It went out, so that the letter taken in may answer it. */
  isAnswerable: z.boolean(),
});
export const knownSchema = z.object({ same: z.array(sameSchema), cited: z.array(citedSchema) });
export type SameLetter = z.infer<typeof sameSchema>;
export type CitedLetter = z.infer<typeof citedSchema>;
