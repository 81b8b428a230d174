/** What the form of a task asks for, as the letter page hands it to the screen. */
import { z } from 'zod';
import { actionWordSchema, deadlineRuleSchema, factValueSchema, nameSchema, unitRefSchema } from './common';

const fieldHintSchema = z.object({
  /** Name of the fact. */
  name: z.string(),
  label: nameSchema,
  type: z.enum(['text', 'number', 'boolean', 'date', 'unit', 'post', 'office', 'person', 'choice', 'units']),
  options: z.array(z.object({ value: z.string(), label: nameSchema })),
  value: factValueSchema,
  isRequired: z.boolean(),
});
export const outcomeHintSchema = z.object({
  code: z.string(),
  label: nameSchema,
  isNoteRequired: z.boolean(),
  /** What the form must ask for. */
  needs: z.array(z.enum(['returnTo', 'forwardTo', 'picks', 'due', 'recipients', 'signature', 'password', 'text'])),
  /** `primary` is what is usually done; `danger` asks for confirmation. */
  tone: z.enum(['primary', 'neutral', 'danger']),
});
/** What the form of a task offers: made from the step's settings. */
export const taskFormSchema = z.object({
  outcomes: z.array(outcomeHintSchema),
  /** Steps to which it may be returned, nearest first. */
  returnTargets: z.array(z.object({ nodeId: z.string(), name: nameSchema })),
  actions: z.array(actionWordSchema),
  /** Units that may be picked (assign); `proposed` is filled in beforehand. */
  units: z.array(unitRefSchema.extend({ head: nameSchema.nullable(), isProposed: z.boolean() })),
  fields: z.array(fieldHintSchema),
  dueSuggestion: deadlineRuleSchema.nullable(),
  isDueRequired: z.boolean(),
  canAmend: z.boolean(),
  canEditDraft: z.boolean(),
  canReply: z.boolean(),
});
export type TaskForm = z.infer<typeof taskFormSchema>;
