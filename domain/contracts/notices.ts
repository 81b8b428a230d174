/** Notices to me, and acts of mine that were refused later. */
import { z } from 'zod';
import { NOTICE_REASONS } from '../letter/vocabulary';
import { MAIL_WAYS } from '../notices/kinds';
import { capacitySchema, flagSchema, idSchema, instantSchema, nameSchema, pageOf, pageQuerySchema } from './common';

export const noticeQuerySchema = pageQuerySchema.extend({ unread: flagSchema.optional() });
export const noticeSchema = z.object({
  id: idSchema,
  template: z.enum([
    'taskWithdrawn', 'taskReminder', 'taskOverdue', 'supervisorReminder', 'draftAmended', 'draftReturned', 'deliveryReturned', 'letterHeld', 'letterResumed',
    'letterCancelled', 'letterUrged', 'routeFlag', 'routeProposed', 'routeApproved', 'routeReturned', 'routeChanged', 'routeCalledOff', 'custom',
  ]),
  /** Null where it is about a route. */
  letterId: idSchema.nullable(),
  taskId: z.string().nullable(),
  subject: z.string().nullable(),
  letterNo: z.string().nullable(),
  /** All letters of a supervisor's reminder, the latest first; else the one that it is about. */
  letters: z.array(z.object({ letterId: idSchema, subject: z.string().nullable(), letterNo: z.string().nullable() })),
  /** Why it comes to me. */
  why: z.object({
    part: z.enum(NOTICE_REASONS),
    /** My post through which it reaches me, and in what capacity; null where it came to me by name. */
    post: z.object({ title: nameSchema, capacity: capacitySchema }).nullable(),
  }),
  /** The route that it is about, and what changes for me (or why it came back); null where it is about a letter. */
  route: z.object({
    officeId: idSchema, routeId: idSchema.nullable(), versionId: idSchema.nullable(), proposalId: idSchema.nullable(), name: nameSchema,
    /** From when it holds; null: not decided. */
    from: instantSchema.nullable(), lines: z.object({ th: z.array(z.string()), en: z.array(z.string()) }),
  }).nullable(),
  createdAt: instantSchema,
  readAt: instantSchema.nullable(),
});
export const noticePageSchema = pageOf(noticeSchema).extend({ unread: z.int() });
const waysSchema = z.strictObject({ bell: z.boolean(), mail: z.enum(MAIL_WAYS) });
/** How I hear of notices, by their kinds. */
export const noticeSettingsSchema = z.object({
  kinds: z.object({ task: waysSchema, due: waysSchema, letter: waysSchema, route: waysSchema, custom: waysSchema }),
  /** Where e-mail goes; empty where the account has no address. */
  email: z.string(),
  /** The operator has set a mail server. */
  canMail: z.boolean(),
  /** When the next daily e-mail goes, if there is something to tell. */
  nextDigest: instantSchema,
});
export type NoticeSettingsView = z.infer<typeof noticeSettingsSchema>;
/** What is not named stays as it is. */
export const noticeSettingsChangeSchema = z.strictObject({ task: waysSchema.optional(), due: waysSchema.optional(), letter: waysSchema.optional(), route: waysSchema.optional(), custom: waysSchema.optional() });

export const noticesReadSchema = z.strictObject({ ids: z.array(idSchema).min(1).max(100) });
