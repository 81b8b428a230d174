import { z } from 'zod';
import type { StepForm } from './form';
import { baseShape, tableSchema } from './form-parts';

export const classifyForm: StepForm<'classify'> = {
  type: 'classify',
  schema: z.strictObject({ ...baseShape, type: z.literal('classify'), table: tableSchema }),
  label: { th: 'จำแนกเรื่อง', en: 'Classify' },
  help: { th: 'ตารางตัดสินใจ อ่านข้อมูลของหนังสือแล้วกำหนดข้อมูลอื่น', en: 'A decision table: from some fields it sets others' },
  group: 'flow',
  fields: { table: { widget: 'table', th: 'ตารางตัดสินใจ', en: 'Decision table' } },
  fresh: (id) => ({
    id, type: 'classify', name: 'จำแนกเรื่อง', nameEn: 'Classify',
    table: { hitPolicy: 'first', inputs: ['kind'], outputs: ['subjectClass'], rules: [{ id: 'otherwise', when: [null], then: [null] }] },
  }),
  bpmn: 'businessRuleTask',
};
