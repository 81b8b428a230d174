/** What a registry's clerk works with: who writes to us, what was received and sent today, what is waited for, what came back. */
import { z } from 'zod';
import {
  channelSchema, dateSchema, detailsSchema, idSchema, instantSchema, letterKindSchema, nameSchema, pageOf, pageQuerySchema, searchSchema, secrecySchema,
  taskKindSchema, urgencySchema,
} from './common';

/** `GET /letters/answerable`: letters of ours that went out, for a letter taken in that answers one; those that wait for an answer first. */
export const answerableQuerySchema = z.object({ postId: idSchema, q: searchSchema.optional() });
export const answerableSchema = z.object({
  items: z.array(z.object({
    letterId: idSchema,
    letterNo: z.string().nullable(),
    letterDate: dateSchema.nullable(),
    subject: z.string().nullable(),
    toText: z.string(),
    /** An answer was asked for and has not come. */
    isAwaited: z.boolean(),
    dueOn: dateSchema.nullable(),
  })),
});

/** `GET /correspondents`: who has written to the office of this post before, as far as the reader may see the letters. */
export const correspondentQuerySchema = z.object({ postId: idSchema, q: searchSchema });
export const correspondentListSchema = z.object({
  items: z.array(z.object({
    name: z.string(),
    letters: z.int(),
    lastAt: instantSchema,
    /** How the last letter came, what it was, and the number it bore: its beginning is their code. */
    channel: channelSchema,
    kind: letterKindSchema,
    theirNo: z.string(),
    toText: z.string(),
    /** As the office's directory has it; empty where it does not say. */
    letterCode: z.string(),
    phone: z.string(),
  })),
});

const letterRef = {
  letterId: idSchema,
  subject: z.string().nullable(),
  isSealed: z.boolean(),
  urgency: urgencySchema,
  secrecy: secrecySchema.nullable(),
};
const dayQuery = pageQuerySchema.extend({
  /** Day in Bangkok; today where left out. */
  day: dateSchema.optional(),
});
const dayCounts = { day: dateSchema, counts: z.object({ received: z.int(), sent: z.int() }) };

/** `GET /clerk/received`: numbers taken that day in the receive books that the reader may open. */
export const receivedQuerySchema = dayQuery;
export const receivedItemSchema = z.object({
  ...letterRef,
  entryId: idSchema,
  printed: z.string(),
  book: nameSchema,
  isCancelled: z.boolean(),
  takenAt: instantSchema,
  fromText: z.string(),
  theirNo: z.string(),
  /** Units it was given to, and posts that have it now. */
  units: z.array(nameSchema),
  holders: z.array(nameSchema),
  isEnded: z.boolean(),
});
export const receivedPageSchema = pageOf(receivedItemSchema).extend(dayCounts);

/** `GET /clerk/sent`: letters dispatched that day, each with its addressees. */
export const sentQuerySchema = dayQuery;
export const sentItemSchema = z.object({
  ...letterRef,
  letterNo: z.string().nullable(),
  sentAt: instantSchema,
  /** The first few addressees. */
  recipients: z.array(z.string()),
  deliveries: z.object({ sent: z.int(), registered: z.int() }),
});
export const sentPageSchema = pageOf(sentItemSchema).extend(dayCounts);

/** `GET /clerk/waiting`: what we sent and others have not registered or answered yet, the longest wait first. */
export const waitingQuerySchema = pageQuerySchema.extend({ for: z.enum(['registration', 'answer']).optional() });
export const waitingItemSchema = z.object({
  ...letterRef,
  deliveryId: idSchema,
  letterNo: z.string().nullable(),
  to: nameSchema,
  for: z.enum(['registration', 'answer']),
  /** When it was sent, or registered there. */
  since: instantSchema,
  dueOn: dateSchema.nullable(),
  isOverdue: z.boolean(),
  receiveNo: z.string().nullable(),
  /** Telephone of the receiving office, to ask. */
  phone: z.string(),
});
export const waitingPageSchema = pageOf(waitingItemSchema).extend({ counts: z.object({ registration: z.int(), answer: z.int() }) });

/** `GET /clerk/returned`: what came back to the reader and why, the newest first. */
export const returnedQuerySchema = pageQuerySchema;
export const returnedItemSchema = z.object({
  ...letterRef,
  /** A delivery that its addressee returned, a task that came back to the reader's post, or an act of the reader's that was refused later. */
  kind: z.enum(['delivery', 'task', 'command']),
  id: z.string(),
  at: instantSchema,
  letterNo: z.string().nullable(),
  /** Who returned it; null for an act that was refused. */
  by: nameSchema.nullable(),
  reason: z.string(),
  /** Of a refused act: its code and the facts of its message. */
  code: z.string().nullable(),
  details: detailsSchema,
  taskId: z.string().nullable(),
  taskKind: taskKindSchema.nullable(),
});
export const returnedPageSchema = pageOf(returnedItemSchema);
