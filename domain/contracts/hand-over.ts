/** What somebody who leaves still holds, and the one act that hands it over. */
import { z } from 'zod';
import { capacitySchema, idSchema, personRefSchema, postRefSchema, reasonSchema, taskKindSchema } from './common';
import { ORDER_NO_MAX } from './limits';

export const handOverViewSchema = z.object({
  person: personRefSchema,
  isDisabled: z.boolean(),
  /** Whether the account may be closed by the reader: false while a post of another office is held. */
  canDisable: z.boolean(),
  /** In force; tasks and drafts of the post stay with the post. */
  appointments: z.array(z.object({ id: idSchema, post: postRefSchema, capacity: capacitySchema, openTasks: z.int(), drafts: z.int(), delegations: z.int() })),
  /** Tasks bound to the person, of letters that the reader may know. */
  claims: z.array(z.object({ letterId: idSchema, taskId: z.string(), kind: taskKindSchema, no: z.string(), subject: z.string().nullable() })),
  /** How many more there are, of letters that the reader may not know: whoever supervises them gives them on. */
  otherClaims: z.int(),
});
export const handOverSchema = z.strictObject({
  /** Appointments that end now, each with whoever follows in the post, where somebody does. */
  posts: z.array(z.strictObject({ appointmentId: idSchema, successorId: idSchema.nullable().default(null), orderNo: z.string().trim().max(ORDER_NO_MAX).default('') })).max(50),
  disable: z.boolean().default(false),
  reason: reasonSchema,
});
export const handedOverSchema = z.object({
  /** One verdict for each task bound to the person; what was refused stays and may be tried again. */
  items: z.array(z.object({ letterId: idSchema, taskId: z.string(), verdict: z.enum(['done', 'pending', 'refused']), code: z.string().nullable() })),
  left: handOverViewSchema,
});
