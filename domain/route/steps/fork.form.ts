import { z } from 'zod';
import type { StepForm } from './form';
import { baseShape } from './form-parts';

export const forkForm: StepForm<'fork'> = {
  type: 'fork',
  schema: z.strictObject({ ...baseShape, type: z.literal('fork') }),
  label: { th: 'แยกขนาน', en: 'Fork' },
  help: { th: 'ดำเนินการหลายทางพร้อมกัน แต่ละเส้นคือหนึ่งทาง', en: 'Several branches at once, one per line' },
  group: 'flow',
  fields: {},
  fresh: (id) => ({ id, type: 'fork', name: 'แยกขนาน', nameEn: 'Fork' }),
  bpmn: 'parallelGateway',
};
