/** Answers of acts. Every act carries the header `Idempotency-Key` (8 to 100 characters). */
import { z } from 'zod';
import { detailsSchema, idSchema, instantSchema } from './common';

export const numberTakenSchema = z.object({ key: z.string(), no: z.int(), printed: z.string(), date: z.string() });

/** 200: applied. */
export const commandDoneSchema = z.object({
  status: z.literal('done'),
  commandId: idSchema,
  letterId: idSchema,
  seq: z.int(),
  /** Numbers taken by the transition. */
  numbers: z.array(numberTakenSchema),
});
/** 202: accepted, being applied; the row is kept and the act will be done once. Ask `GET /commands/:id`. */
export const commandPendingSchema = z.object({ status: z.literal('pending'), commandId: idSchema, letterId: idSchema });

export const commandViewSchema = z.object({
  id: idSchema,
  letterId: idSchema,
  kind: z.string(),
  status: z.enum(['pending', 'done', 'rejected']),
  /** Refusal: code and its text in the reader's language. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  details: detailsSchema,
  seq: z.int().nullable(),
  numbers: z.array(numberTakenSchema),
  /** Kept with the act, so that it can be offered again after a refusal. */
  note: z.string().nullable(),
  createdAt: instantSchema,
  endedAt: instantSchema.nullable(),
}).meta({ id: 'Command' });
export type CommandView = z.infer<typeof commandViewSchema>;
/** My acts that were refused after a 202 and not yet looked at, and those still being applied. */
export const commandsMineSchema = z.object({ items: z.array(commandViewSchema) });
