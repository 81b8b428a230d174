import { z } from 'zod';
import type { StepForm } from './form';
import { assigneeSchema, baseShape, conditionSchema, deadlineSchema, escalationSchema, FIELD, optionsOf } from './form-parts';

export const followUpForm: StepForm<'followUp'> = {
  type: 'followUp',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('followUp'),
    expect: z.enum(['reply', 'acknowledgement']),
    until: deadlineSchema.exactOptional(),
    judge: assigneeSchema,
    escalation: escalationSchema.exactOptional(),
    onlyWhen: conditionSchema.exactOptional(),
  }),
  label: { th: 'ติดตาม', en: 'Follow up' },
  help: { th: 'รอหนังสือตอบหรือการรับทราบ เจ้าของเรื่องเป็นผู้พิจารณาว่าครบถ้วน', en: 'Waits for replies or acknowledgements; the owner judges them' },
  group: 'time',
  fields: {
    expect: { widget: 'choice', th: 'รอ', en: 'Wait for', options: optionsOf({ reply: ['หนังสือตอบ', 'A reply'], acknowledgement: ['การรับทราบ', 'An acknowledgement'] }) },
    until: { widget: 'deadline', th: 'ภายในวันที่', en: 'Until' },
    judge: { widget: 'assignee', th: 'ผู้พิจารณาคำตอบ', en: 'Who judges' },
    escalation: FIELD.escalation,
    onlyWhen: { widget: 'condition', th: 'ติดตามเฉพาะเมื่อ', en: 'Only when' },
  },
  fresh: (id) => ({ id, type: 'followUp', name: 'ติดตาม', nameEn: 'Follow up', expect: 'reply', until: { fact: 'dateAsked' }, judge: { by: 'drafter' } }),
  bpmn: 'intermediateCatchEvent',
};
