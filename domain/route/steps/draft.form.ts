import { z } from 'zod';
import type { StepForm } from './form';
import { assigneeSchema, baseShape, deadlineSchema, escalationSchema, factNamesSchema, FIELD, optionsOf } from './form-parts';

export const draftForm: StepForm<'draft'> = {
  type: 'draft',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('draft'),
    assignee: assigneeSchema,
    template: z.enum(['external_letter', 'internal_memo', 'order']),
    fields: factNamesSchema.exactOptional(),
    deadline: deadlineSchema.exactOptional(),
    escalation: escalationSchema.exactOptional(),
  }),
  label: { th: 'ร่างหนังสือ', en: 'Draft' },
  help: { th: 'ร่างหนังสือจากแบบที่กำหนด', en: 'Compose a letter from a template' },
  group: 'people',
  fields: {
    assignee: FIELD.assignee,
    template: {
      widget: 'choice', th: 'แบบหนังสือ', en: 'Template',
      options: optionsOf({ external_letter: ['หนังสือภายนอก', 'External letter'], internal_memo: ['บันทึกข้อความ', 'Memo'], order: ['คำสั่ง', 'Order'] }),
    },
    fields: FIELD.fields,
    deadline: FIELD.deadline,
    escalation: FIELD.escalation,
  },
  fresh: (id) => ({ id, type: 'draft', name: 'ร่างหนังสือ', nameEn: 'Draft', assignee: { by: 'drafter' }, template: 'external_letter' }),
  bpmn: 'userTask',
};
