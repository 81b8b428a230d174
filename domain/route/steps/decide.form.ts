import { z } from 'zod';
import type { StepForm } from './form';
import { baseShape, codeSchema, conditionSchema, labelSchema } from './form-parts';

export const decideForm: StepForm<'decide'> = {
  type: 'decide',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('decide'),
    branches: z.array(z.strictObject({ outcome: codeSchema, when: conditionSchema, name: labelSchema.exactOptional(), nameEn: labelSchema.exactOptional() })).min(1).max(20),
    otherwise: codeSchema,
  }),
  label: { th: 'ทางเลือก', en: 'Decide' },
  help: { th: 'ไปทางแรกที่เงื่อนไขเป็นจริง มิฉะนั้นไปทางอื่น', en: 'Takes the first way whose condition holds, else the other' },
  group: 'flow',
  fields: {
    branches: { widget: 'branches', th: 'เงื่อนไข', en: 'Conditions' },
    otherwise: { widget: 'text', th: 'กรณีอื่น', en: 'Otherwise', isCode: true },
  },
  fresh: (id) => ({
    id, type: 'decide', name: 'ทางเลือก', nameEn: 'Decide', otherwise: 'no',
    branches: [{ outcome: 'yes', when: { combinator: 'and', rules: [{ field: 'urgency', operator: '!=', value: 'normal' }] } }],
  }),
  bpmn: 'exclusiveGateway',
};
