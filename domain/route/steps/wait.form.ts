import { z } from 'zod';
import type { StepForm } from './form';
import { baseShape, deadlineSchema } from './form-parts';

export const waitForm: StepForm<'wait'> = {
  type: 'wait',
  schema: z.strictObject({ ...baseShape, type: z.literal('wait'), until: deadlineSchema }),
  label: { th: 'รอเวลา', en: 'Wait' },
  help: { th: 'รอถึงวันที่กำหนดหรือครบระยะเวลา', en: 'Until a date or for a span' },
  group: 'time',
  fields: { until: { widget: 'deadline', th: 'รอจนถึง', en: 'Until' } },
  fresh: (id) => ({ id, type: 'wait', name: 'รอเวลา', nameEn: 'Wait', until: { rule: { unit: 'workingDays', amount: 1 } } }),
  bpmn: 'intermediateCatchEvent',
};
