/** The supervisor's board: what is overdue or due within a day, where it is stuck and with whom. */
import { z } from 'zod';
import {
  idSchema, instantSchema, nameSchema, pageOf, pageQuerySchema, personRefSchema, postRefSchema, searchSchema, taskKindSchema, unitRefSchema,
  urgencySchema,
} from './common';

export const supervisionQuerySchema = pageQuerySchema.extend({
  state: z.enum(['overdue', 'dueSoon', 'both']).default('both'),
  unitId: idSchema.optional(),
  postId: idSchema.optional(),
  urgency: urgencySchema.optional(),
  q: searchSchema.optional(),
});
export const supervisionItemSchema = z.object({
  letterId: idSchema,
  taskId: z.string(),
  rev: z.int(),
  kind: taskKindSchema,
  nodeName: nameSchema,
  subject: z.string().nullable(),
  letterNo: z.string().nullable(),
  receiveNo: z.string().nullable(),
  urgency: urgencySchema,
  posts: z.array(postRefSchema),
  persons: z.array(personRefSchema),
  unit: unitRefSchema.nullable(),
  openedAt: instantSchema,
  dueAt: instantSchema,
  isOverdue: z.boolean(),
  remindedAt: instantSchema.nullable(),
  firstReadAt: instantSchema.nullable(),
  can: z.array(z.enum(['reassign', 'extend'])),
});
export const supervisionPageSchema = pageOf(supervisionItemSchema).extend({
  counts: z.object({ overdue: z.int(), dueSoon: z.int() }),
  byUnit: z.array(z.object({ unit: unitRefSchema, overdue: z.int(), dueSoon: z.int() })),
});
