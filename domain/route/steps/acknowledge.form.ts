import { z } from 'zod';
import type { StepForm } from './form';
import { assigneesSchema, baseShape, deadlineSchema, escalationSchema, FIELD, optionsOf } from './form-parts';

export const acknowledgeForm: StepForm<'acknowledge'> = {
  type: 'acknowledge',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('acknowledge'),
    readers: assigneesSchema,
    wait: z.enum(['all', 'share', 'none']),
    share: z.int().min(1).max(100).exactOptional(),
    deadline: deadlineSchema.exactOptional(),
    escalation: escalationSchema.exactOptional(),
  }),
  label: { th: 'เพื่อทราบ', en: 'Acknowledge' },
  help: { th: 'แจ้งให้ทราบหลายรายพร้อมกัน', en: 'For information, to many readers' },
  group: 'people',
  fields: {
    readers: { widget: 'assignees', th: 'ผู้รับทราบ', en: 'Readers' },
    wait: {
      widget: 'choice', th: 'รอการรับทราบ', en: 'Wait for',
      options: optionsOf({ all: ['ทุกราย', 'Everybody'], share: ['บางส่วน', 'A share'], none: ['ไม่รอ', 'Nobody'] }),
    },
    share: { widget: 'number', th: 'ร้อยละที่ต้องรับทราบ', en: 'Percent of readers', shownWhen: { field: 'wait', in: ['share'] } },
    deadline: FIELD.deadline,
    escalation: FIELD.escalation,
  },
  fresh: (id) => ({ id, type: 'acknowledge', name: 'เพื่อทราบ', nameEn: 'Acknowledge', readers: [{ by: 'unitHead', unit: 'holder' }], wait: 'all' }),
  bpmn: 'userTask',
};
