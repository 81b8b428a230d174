/** The system page of its administrator: how the parts are, what waits, which letters do not go on. Ids, codes and times; never what a letter says. */
import { z } from 'zod';
import { idSchema, instantSchema, letterStatusSchema, officeRefSchema } from './common';

export const SYSTEM_PARTS = ['database', 'temporal', 'files', 'letterWorker', 'documentWorker'] as const;
/** What the product consists of, as far as it can be asked how it is. */
export type SystemPart = (typeof SYSTEM_PARTS)[number];
export const STUCK_REASONS = ['command', 'effect', 'news', 'due', 'endedWithTasks', 'ahead'] as const;

const seconds = z.number();
export const systemSchema = z.object({
  at: instantSchema,
  /** `ms`: how long the answer took; null where none came. */
  parts: z.array(z.object({ part: z.enum(SYSTEM_PARTS), isWell: z.boolean(), ms: z.int().nullable() })),
  commands: z.object({ pending: z.int(), oldestSeconds: seconds, refusedToday: z.int() }),
  outbox: z.object({ waiting: z.int(), failing: z.int(), oldestSeconds: seconds, kinds: z.array(z.object({ kind: z.string(), waiting: z.int() })) }),
  letters: z.object({ open: z.int(), held: z.int(), stuck: z.int() }),
  versions: z.object({ product: z.string(), node: z.string(), database: z.string(), temporal: z.string().nullable(), engine: z.int(), migration: z.string() }),
});

export const stuckQuerySchema = z.object({
  /** How long what is on its way may take to arrive before it counts as stuck. */
  patience: z.coerce.number().int().min(0).max(86_400).default(90),
});
export const stuckListSchema = z.object({
  items: z.array(
    z.object({ letterId: idSchema, office: officeRefSchema, status: letterStatusSchema, seq: z.int(), lastAt: instantSchema.nullable(), reasons: z.array(z.enum(STUCK_REASONS)) }),
  ),
  total: z.int(),
});

/** How a letter stands, as `saraban explain` says it. */
export const letterExplanationSchema = z.object({
  id: idSchema,
  office: officeRefSchema,
  status: letterStatusSchema,
  seq: z.int(),
  isAhead: z.boolean(),
  tasks: z.array(z.object({ id: z.string(), kind: z.string(), nodeId: z.string(), posts: z.array(z.string()), openedAt: instantSchema, dueAt: instantSchema.nullable() })),
  waiting: z.array(z.object({ type: z.string(), since: instantSchema })),
  timers: z.array(z.object({ id: z.string(), kind: z.string(), at: instantSchema })),
  commands: z.array(z.object({ id: idSchema, kind: z.string(), createdAt: instantSchema, attempts: z.int() })),
  /** `error`: the code of the last failure; its text could quote a letter. */
  outbox: z.array(z.object({ id: z.int(), kind: z.string(), attempts: z.int(), nextTryAt: instantSchema, error: z.string().nullable() })),
  last: z.object({ seq: z.int(), eventType: z.string(), committedAt: instantSchema }).nullable(),
  execution: z.object({ state: z.enum(['none', 'silent', 'running']), seq: z.int().nullable(), agrees: z.boolean().nullable() }),
});
export const resumedSchema = z.object({
  /** False where its execution was running. */
  isStarted: z.boolean(),
});
