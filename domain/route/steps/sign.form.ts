import { z } from 'zod';
import type { StepForm } from './form';
import { assigneeSchema, baseShape, deadlineSchema, escalationSchema, FIELD, optionsOf, stepsSchema } from './form-parts';

export const signForm: StepForm<'sign'> = {
  type: 'sign',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('sign'),
    assignee: assigneeSchema,
    onBehalfOf: assigneeSchema.exactOptional(),
    returnTo: stepsSchema,
    canReject: z.boolean().exactOptional(),
    noteRequiredFor: z.array(z.enum(['sign', 'return', 'reject'])).max(3).exactOptional(),
    deadline: deadlineSchema.exactOptional(),
    escalation: escalationSchema.exactOptional(),
  }),
  label: { th: 'ลงนาม', en: 'Sign' },
  help: { th: 'ผู้มีอำนาจลงนาม ข้อความจะแก้ไขไม่ได้อีก', en: 'The signatory signs; the text is locked from then on' },
  group: 'people',
  fields: {
    assignee: { widget: 'assignee', th: 'ผู้ลงนาม', en: 'Signatory' },
    onBehalfOf: { widget: 'assignee', th: 'ลงนามแทนตำแหน่ง', en: 'On behalf of' },
    returnTo: FIELD.returnTo,
    canReject: { widget: 'yesNo', th: 'ไม่ลงนามได้', en: 'May refuse' },
    noteRequiredFor: {
      widget: 'choices', th: 'ต้องบันทึกความเห็นเมื่อ', en: 'A note is required to',
      options: optionsOf({ sign: ['ลงนาม', 'Sign'], return: ['ส่งคืน', 'Return'], reject: ['ไม่ลงนาม', 'Refuse'] }),
    },
    deadline: FIELD.deadline,
    escalation: FIELD.escalation,
  },
  fresh: (id) => ({ id, type: 'sign', name: 'ลงนาม', nameEn: 'Sign', assignee: { by: 'superior', of: 'lastActor' }, returnTo: [] }),
  bpmn: 'userTask',
};
