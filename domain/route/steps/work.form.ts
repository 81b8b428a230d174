import { z } from 'zod';
import type { StepForm } from './form';
import { assigneeSchema, baseShape, codeSchema, deadlineSchema, escalationSchema, factNamesSchema, FIELD, idSchema, labelSchema, stepsSchema } from './form-parts';

/** Names of acts that every task may have; an outcome of the designer's own must not hide them. */
const RESERVED = ['return', 'answer'];

export const workForm: StepForm<'work'> = {
  type: 'work',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('work'),
    assignee: assigneeSchema,
    outcomes: z
      .array(
        z.strictObject({
          code: idSchema.refine((code) => !RESERVED.includes(code)),
          name: labelSchema,
          nameEn: z.string().trim().max(200).exactOptional(),
          noteRequired: z.boolean().exactOptional(),
        }),
      )
      .min(1)
      .max(20),
    fields: factNamesSchema.exactOptional(),
    answeredOutcome: codeSchema.exactOptional(),
    returnTo: stepsSchema.exactOptional(),
    deadline: deadlineSchema.exactOptional(),
    escalation: escalationSchema.exactOptional(),
  }),
  label: { th: 'ดำเนินการ', en: 'Work' },
  help: { th: 'ผู้รับผิดชอบดำเนินการแล้วรายงานผลตามที่กำหนด', en: 'Somebody acts and reports back with one of your outcomes' },
  group: 'people',
  fields: {
    assignee: FIELD.assignee,
    outcomes: { widget: 'outcomes', th: 'ผลการดำเนินการ', en: 'Outcomes' },
    fields: FIELD.fields,
    answeredOutcome: { widget: 'text', th: 'ผลเมื่อส่งหนังสือตอบแล้ว', en: 'Outcome when a letter answers this one' },
    returnTo: FIELD.returnTo,
    deadline: FIELD.deadline,
    escalation: FIELD.escalation,
  },
  fresh: (id) => ({ id, type: 'work', name: 'ดำเนินการ', nameEn: 'Work', assignee: { by: 'unitHead', unit: 'holder' }, outcomes: [{ code: 'done', name: 'ดำเนินการแล้ว', nameEn: 'Done' }] }),
  bpmn: 'userTask',
};
