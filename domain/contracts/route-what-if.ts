/** Letters of the past tried on a draft: how far a run is, what came of it, and the letters that a reader may know of. */
import { z } from 'zod';
import type { Source } from '../route/what-if/durations';
import { VERDICTS } from '../route/what-if/compare';
import { dateSchema, idSchema, instantSchema, nameSchema, personRefSchema, postRefSchema } from './common';

const count = z.int().min(0);
const step = z.string().nullable();

/** Letters of one run at most. */
export const WHAT_IF_MAX = 20_000;

export const whatIfStartSchema = z.strictObject({
  from: dateSchema, to: dateSchema,
  /** `route`: letters that went by the draft's own route; `all`: every letter of the office that the draft would take in. */
  letters: z.enum(['route', 'all']),
});

const amountSchema = z.object({ tasks: count, minutes: count });
const spreadSchema = z.object({ letters: count, median: count, mean: count });
const sidesSchema = z.object({ tasks: count, median: count.nullable() });
const differenceSchema = z.object({ after: step, then: step, now: step });
const sourcesSchema = z.object({ recorded: count, post: count, kind: count, assumed: count }) satisfies z.ZodType<{ [S in Source]: number }>;

/** All spans in working minutes. */
const whatIfResultSchema = z.object({
  letters: z.object({ total: count, same: count, other: count, cannot: count }),
  reasons: z.array(z.object({ code: z.string(), nodeId: step, count })),
  differences: z.array(differenceSchema.extend({ count })),
  late: z.object({ then: count, now: count, became: count, noLonger: count }),
  time: z.object({ then: spreadSchema, now: spreadSchema }).nullable(),
  steps: z.array(z.object({ nodeId: z.string(), name: nameSchema, then: sidesSchema, now: sidesSchema, sources: sourcesSchema })),
  posts: z.array(z.object({ post: postRefSchema.nullable(), then: amountSchema, now: amountSchema })),
  /** What steps are called that the differences and reasons name. */
  names: z.record(z.string(), nameSchema),
  /** Working minutes of a day of the office. */
  minutesOfDay: count,
});

export const whatIfRunSchema = z.object({
  id: idSchema, from: dateSchema, to: dateSchema, letters: z.enum(['route', 'all']), state: z.enum(['running', 'done', 'cancelled', 'interrupted', 'failed']), done: count, total: count,
  by: personRefSchema, startedAt: instantSchema, endedAt: instantSchema.nullable(),
  /** The draft is as it was then. */
  isCurrent: z.boolean(),
}).meta({ id: 'WhatIfRun' });

export const whatIfSchema = z.object({
  latest: whatIfRunSchema.nullable(),
  /** The latest that was played to its end; with it what came of it. */
  result: whatIfRunSchema.extend({ result: whatIfResultSchema }).nullable(),
  canStart: z.boolean(),
  /** A new route has no letters of its own. */
  hasRoute: z.boolean(),
});

export const whatIfLettersQuerySchema = z.object({
  verdict: z.enum(VERDICTS).optional(),
  lateness: z.enum(['became', 'noLonger']).optional(),
  /** Number of the last letter of the page before. */
  after: z.coerce.number().int().min(-1).max(1_000_000).default(-1),
  limit: z.coerce.number().int().min(1).max(200).default(25),
});
export const whatIfLettersSchema = z.object({
  /** Of these letters the reader may know so many; the others are counted only. */
  total: count, shown: count,
  items: z.array(z.object({
    id: idSchema, no: count, verdict: z.enum(VERDICTS), difference: differenceSchema.nullable(), reason: z.object({ code: z.string(), node: step }).nullable(), isLateThen: z.boolean(), isLateNow: z.boolean(),
    minutesThen: count.nullable(), minutesNow: count.nullable(), way: z.array(z.string()), letterNo: z.string().nullable(), receiveNo: z.string().nullable(), subject: z.string().nullable(),
  })),
});
