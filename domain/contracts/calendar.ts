/** The office's working calendar; declaring a day moves open deadlines. */
import { z } from 'zod';
import { REGISTER_UNITS } from '../calendar/register-limit';
import { dateSchema, idSchema, instantSchema, nameSchema, requiredTextSchema } from './common';

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
/** Longest time to register, of any unit. */
export const REGISTER_TIME_MAX = 1_000;
/** 0 working days: the day on which it counts as received. */
const registerTimeSchema = z.strictObject({ unit: z.enum(REGISTER_UNITS), amount: z.int().min(0).max(REGISTER_TIME_MAX) });
/** Within what time the registry registers what comes from other offices, by urgency. */
export const registerTimesSchema = z.strictObject({
  normal: registerTimeSchema, urgent: registerTimeSchema, very_urgent: registerTimeSchema, most_urgent: registerTimeSchema, urgent_by: registerTimeSchema,
});
const clockSchema = z.string().regex(/^\d\d:\d\d$/);
export const calendarSchema = z.object({
  officeId: idSchema,
  yearBe: z.int(),
  /** Office hours of a working day, Bangkok time. */
  hours: z.object({ start: clockSchema, end: clockSchema, lunchStart: clockSchema, lunchEnd: clockSchema }),
  registerTimes: registerTimesSchema,
  /** The next day on which the office works, after today. */
  nextWorkingDay: dateSchema,
  days: z.array(calendarDaySchema),
  /** Whether the reader keeps this calendar: its days and its times. */
  canDeclare: z.boolean(),
});

export const declareDaySchema = z.strictObject({
  officeId: idSchema,
  day: dateSchema,
  kind: z.enum(['holiday', 'working']),
  nameTh: requiredTextSchema(200),
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
  /** Those that moved, within what the reader may see; counts are of the classes the reader is cleared for. */
  examples: z.array(z.object({ letterId: idSchema, subject: z.string().nullable(), nodeName: nameSchema, from: instantSchema, to: instantSchema })),
});
export const withdrawDayParamsSchema = z.object({ id: idSchema });
