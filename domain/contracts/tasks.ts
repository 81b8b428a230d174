/** My inbox: the open tasks of my posts in force. */
import { z } from 'zod';
import {
  capacitySchema, directionSchema, flagSchema, idSchema, instantSchema, letterKindSchema, listOf, nameSchema, pageOf, pageQuerySchema,
  personRefSchema, searchSchema, secrecySchema, taskKindSchema, unitRefSchema, urgencySchema,
} from './common';

const inboxFilter = {
  postId: idSchema.optional(),
  urgency: urgencySchema.optional(),
  kind: taskKindSchema.optional(),
  /** Any of these kinds. */
  kinds: listOf(taskKindSchema, taskKindSchema.options.length).optional(),
  /** Can be acted on now: not held, not waiting for somebody's answer. */
  ready: flagSchema.optional(),
  direction: directionSchema.optional(),
  overdue: flagSchema.optional(),
  unread: flagSchema.optional(),
  /** `due`: urgency, then due instant (the default); `opened`: newest first. */
  sort: z.enum(['due', 'opened']).default('due'),
  q: searchSchema.optional(),
};
/** What the inbox may be narrowed to, as it comes in an address. */
export const inboxFilterSchema = z.object(inboxFilter);
export const inboxQuerySchema = pageQuerySchema.extend(inboxFilter);

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
  /** The reader has opened it; unread is what nobody has. */
  isSeen: z.boolean(),
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

/** `counts` are over the whole inbox, without the filter; `toDecide` is the folder, as far as it can be acted on. */
export const inboxPageSchema = pageOf(inboxItemSchema).extend({
  counts: z.object({ all: z.int(), unread: z.int(), overdue: z.int(), urgent: z.int(), toDecide: z.int() }),
});

/** `GET /tasks/taken`: newest first. */
export const takenQuerySchema = pageQuerySchema;
export const takenPageSchema = pageOf(inboxItemSchema);

/** `GET /tasks/copies`: copies for information, newest first; what was left unread when its letter ended stays for 90 days. */
export const copyItemSchema = inboxItemSchema.extend({ isOpen: z.boolean() });
export const copyPageSchema = pageOf(copyItemSchema);
export type CopyItem = z.infer<typeof copyItemSchema>;

export const tasksReadSchema = z.strictObject({
  tasks: z.array(z.strictObject({ letterId: idSchema, taskId: z.string().max(40) })).min(1).max(100),
});

/** `GET /tasks/counts`: figures that equal the lists they stand for. */
export const inboxCountsSchema = z.object({
  all: z.int(),
  unread: z.int(),
  overdue: z.int(),
  urgent: z.int(),
  /** The folder, as far as it can be acted on. */
  toDecide: z.int(),
  /** Tasks of the reader's groups that somebody else has taken; none of them is counted above. */
  taken: z.int(),
  /** Copies for information that the reader has not opened. */
  unreadCopies: z.int(),
  /** Per post in which the reader may act. */
  posts: z.array(z.object({ postId: idSchema, all: z.int(), unread: z.int() })),
  /** Per saved filter, in the person's order. */
  filters: z.array(z.object({ id: idSchema, all: z.int(), unread: z.int() })),
});
export type InboxCounts = z.infer<typeof inboxCountsSchema>;

/** `GET /tasks/neighbours`: a task within the view of the inbox from which it was opened. */
export const neighboursQuerySchema = inboxFilterSchema.extend({ letterId: idSchema, taskId: z.string().min(1).max(40) });
const neighbourSchema = z.object({
  letterId: idSchema,
  taskId: z.string(),
  /** Null where it may not be shown. */
  subject: z.string().nullable(),
  /** Opening it leaves a record of who read it: it must not be fetched beforehand. */
  isRecorded: z.boolean(),
});
export const neighboursSchema = z.object({
  /** Place in the view, from 1; null where the task is not (or no longer) in it. */
  position: z.int().nullable(),
  total: z.int(),
  previous: neighbourSchema.nullable(),
  next: neighbourSchema.nullable(),
});
export type Neighbours = z.infer<typeof neighboursSchema>;
