import { z } from 'zod';
import type { StepForm } from './form';
import { baseShape, idSchema } from './form-parts';

export const joinForm: StepForm<'join'> = {
  type: 'join',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('join'),
    fork: idSchema,
    mode: z.union([z.literal('all'), z.strictObject({ atLeast: z.int().min(1).max(50) })]),
  }),
  label: { th: 'รวม', en: 'Join' },
  help: { th: 'รอให้ทางขนานมาถึงครบ หรือครบจำนวนแล้วยุติทางที่เหลือ', en: 'Waits for all branches, or for enough and withdraws the rest' },
  group: 'flow',
  fields: {
    fork: { widget: 'fork', th: 'ขั้นแยกขนานที่รวม', en: 'Fork it closes' },
    mode: { widget: 'joinMode', th: 'จำนวนที่รอ', en: 'How many it waits for' },
  },
  fresh: (id) => ({ id, type: 'join', name: 'รวม', nameEn: 'Join', fork: 'fork', mode: 'all' }),
  bpmn: 'parallelGateway',
};
