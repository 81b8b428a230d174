import { z } from 'zod';
import type { StepForm } from './form';
import { assigneeSchema, baseShape, deadlineSchema, escalationSchema, FIELD, labelSchema } from './form-parts';

export const waitForm: StepForm<'wait'> = {
  type: 'wait',
  // What belongs together is for the verifier to say, so that a step may be saved half set.
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('wait'),
    until: deadlineSchema.exactOptional(),
    event: labelSchema.exactOptional(),
    eventEn: z.string().trim().max(200).exactOptional(),
    assignee: assigneeSchema.exactOptional(),
    escalation: escalationSchema.exactOptional(),
  }),
  label: { th: 'รอ', en: 'Wait' },
  help: { th: 'รอถึงวันที่กำหนด ครบระยะเวลา หรือจนมีผู้แจ้งว่าเหตุการณ์ที่รอเกิดขึ้นแล้ว', en: 'Until a date, for a span, or until somebody says that an event has happened' },
  group: 'time',
  fields: {
    until: {
      widget: 'deadline', th: 'รอจนถึง', en: 'Until',
      help: { th: 'เมื่อรอเหตุการณ์ หมายถึงรอนานที่สุดเพียงใด', en: 'With an event: how long it is waited for at most' },
    },
    event: { widget: 'text', th: 'เหตุการณ์ที่รอ', en: 'Event waited for', help: { th: 'เช่น ที่ประชุมมีมติ', en: 'In Thai, such as: ที่ประชุมมีมติ' } },
    eventEn: { widget: 'text', th: 'เหตุการณ์ที่รอ (ภาษาอังกฤษ)', en: 'Event waited for, in English' },
    assignee: { widget: 'assignee', th: 'ผู้แจ้งว่าเหตุการณ์เกิดขึ้นแล้ว', en: 'Who says that it has happened' },
    escalation: {
      ...FIELD.escalation,
      help: { th: 'เตือนผู้แจ้งก่อนครบกำหนดที่รอ เมื่อครบกำหนดแล้วเรื่องไปต่อเอง', en: 'Reminds whoever reports the event before the limit; at the limit the letter goes on by itself' },
    },
  },
  fresh: (id) => ({ id, type: 'wait', name: 'รอเวลา', nameEn: 'Wait', until: { rule: { unit: 'workingDays', amount: 1 } } }),
  bpmn: 'intermediateCatchEvent',
};
