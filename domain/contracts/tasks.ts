/** My inbox: the open tasks of my posts in force. */
import { z } from 'zod';
import {
  capacitySchema, directionSchema, flagSchema, idSchema, instantSchema, letterKindSchema, nameSchema, pageOf, pageQuerySchema,
  personRefSchema, searchSchema, secrecySchema, taskKindSchema, unitRefSchema, urgencySchema,
} from './common';

export const inboxQuerySchema = pageQuerySchema.extend({
  postId: idSchema.optional(),
  urgency: urgencySchema.optional(),
  kind: taskKindSchema.optional(),
  direction: directionSchema.optional(),
  overdue: flagSchema.optional(),
  unread: flagSchema.optional(),
  /** `due`: urgency, then due instant (the default); `opened`: newest first. */
  sort: z.enum(['due', 'opened']).default('due'),
  q: searchSchema.optional(),
});

export const inboxItemSchema = z.object({
  letterId: idSchema,
  taskId: z.string(),
  /** To be named by every act on this task. */
  rev: z.int(),
  kind: taskKindSchema,
  nodeId: z.string(),
  nodeName: nameSchema,
  /** Null for a sealed item. */
  subject: z.string().nullable(),
  isSealed: z.boolean(),
  direction: directionSchema,
  letterKind: letterKindSchema,
  fromText: z.string(),
  toText: z.string(),
  letterNo: z.string().nullable(),
  theirNo: z.string(),
  receiveNo: z.string().nullable(),
  urgency: urgencySchema,
  urgentBy: instantSchema.nullable(),
  /** Null where hidden (sealed item). */
  secrecy: secrecySchema.nullable(),
  openedAt: instantSchema,
  dueAt: instantSchema.nullable(),
  isOverdue: z.boolean(),
  isUnread: z.boolean(),
  /** The post for which the reader would act, and in what capacity. */
  post: z.object({ id: idSchema, title: nameSchema, officeId: idSchema }),
  capacity: capacitySchema,
  unit: unitRefSchema.nullable(),
  /** One of a group has taken it. */
  claimedBy: personRefSchema.nullable(),
  isGroup: z.boolean(),
  /** Waits for an ad-hoc step: nothing to do now. */
  isWaiting: z.boolean(),
  isHeld: z.boolean(),
});
export type InboxItem = z.infer<typeof inboxItemSchema>;

/** `counts` are over the whole inbox, without the filter. */
export const inboxPageSchema = pageOf(inboxItemSchema).extend({
  counts: z.object({ all: z.int(), unread: z.int(), overdue: z.int(), urgent: z.int() }),
});

export const tasksReadSchema = z.strictObject({
  tasks: z.array(z.strictObject({ letterId: idSchema, taskId: z.string().max(40) })).min(1).max(100),
});
