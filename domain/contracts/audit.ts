/** The audit trail of one's own office: who did what and when, in words. */
import { z } from 'zod';
import { AUDIT_GROUPS } from '../audit/kinds';
import { dateSchema, idSchema, instantSchema, nameSchema, pageQuerySchema, personRefSchema, postRefSchema } from './common';

/** What an event names besides its letter and whoever did it. */
export const AUDIT_FIELDS = [
  'person', 'post', 'fromPost', 'toPost', 'ownPost', 'orderNo', 'from', 'to', 'endedAt', 'at', 'day', 'unit', 'code', 'version', 'number', 'outcome', 'rule', 'count',
] as const;

const filters = {
  officeId: idSchema.optional(),
  /** Who did it. */
  personId: idSchema.optional(),
  /** Part of the number of the letter, its sender's number or its receive number. */
  letterNo: z.string().trim().min(1).max(100).optional(),
  group: z.enum(AUDIT_GROUPS).optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
};
export const auditQuerySchema = pageQuerySchema.extend(filters);
export const auditExportQuerySchema = z.object({ ...filters, format: z.enum(['xlsx', 'csv']).default('xlsx') });
export const auditEventSchema = z.object({
  id: z.int(),
  at: instantSchema,
  kind: z.string(),
  /** In words. */
  what: nameSchema,
  person: personRefSchema.nullable(),
  post: postRefSchema.nullable(),
  /** `subject` is null where the reader may not see it; `canOpen`: the reader may know the letter. */
  letter: z.object({ id: idSchema, no: z.string(), subject: z.string().nullable(), canOpen: z.boolean() }).nullable(),
  details: z.array(z.object({ field: z.enum(AUDIT_FIELDS), value: nameSchema })),
});
export type AuditEventView = z.infer<typeof auditEventSchema>;
export const auditPageSchema = z.object({ officeId: idSchema, items: z.array(auditEventSchema), nextCursor: z.string().nullable() });
