/** The office's working calendar; declaring a day moves open deadlines. */
import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, nameSchema } from './common';

export const calendarQuerySchema = z.object({ officeId: idSchema.optional(), yearBe: z.coerce.number().int().min(2500).max(2700).optional() });
export const calendarDaySchema = z.object({
  id: idSchema,
  day: dateSchema,
  kind: z.enum(['holiday', 'working']),
  name: nameSchema,
  status: z.enum(['confirmed', 'predicted']),
  /** National, or declared by this office. */
  scope: z.enum(['national', 'office']),
});
export const calendarSchema = z.object({ officeId: idSchema, yearBe: z.int(), days: z.array(calendarDaySchema), canDeclare: z.boolean() });

export const declareDaySchema = z.strictObject({
  officeId: idSchema,
  day: dateSchema,
  kind: z.enum(['holiday', 'working']),
  nameTh: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().max(200).default(''),
});
/** What declaring it would do, or has done. */
export const daySummarySchema = z.object({
  day: dateSchema,
  kind: z.enum(['holiday', 'working']),
  /** Open deadlines looked at, and how many moved. */
  open: z.int(),
  moved: z.int(),
  later: z.int(),
  earlier: z.int(),
  letters: z.int(),
  /** Open letters whose next instant moved forward and were woken. */
  woken: z.int(),
  /** A few of those that moved, within what the reader may see. */
  examples: z.array(z.object({ letterId: idSchema, subject: z.string().nullable(), nodeName: nameSchema, from: instantSchema, to: instantSchema })),
});
export const withdrawDayParamsSchema = z.object({ id: idSchema });
