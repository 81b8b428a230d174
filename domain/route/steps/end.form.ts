import { z } from 'zod';
import type { StepForm } from './form';
import { baseShape, codeSchema, optionsOf } from './form-parts';

export const endForm: StepForm<'end'> = {
  type: 'end',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('end'),
    outcome: z.enum(['closed', 'rejected', 'cancelled', 'forwarded', 'returned']),
    retention: codeSchema.exactOptional(),
  }),
  label: { th: 'สิ้นสุด', en: 'End' },
  help: { th: 'จบเส้นทางพร้อมผลและอายุการเก็บ', en: 'Ends the route with an outcome and a retention class' },
  group: 'flow',
  fields: {
    outcome: {
      widget: 'choice', th: 'ผล', en: 'Outcome',
      options: optionsOf({ closed: ['ปิดเรื่อง', 'Closed'], rejected: ['ไม่อนุมัติ', 'Refused'], cancelled: ['ยกเลิก', 'Cancelled'], forwarded: ['ส่งต่อหน่วยงานอื่น', 'Forwarded'], returned: ['ส่งคืน', 'Returned'] }),
    },
    retention: { widget: 'text', th: 'อายุการเก็บ', en: 'Retention class' },
  },
  fresh: (id) => ({ id, type: 'end', name: 'สิ้นสุด', nameEn: 'End', outcome: 'closed' }),
  bpmn: 'endEvent',
};
