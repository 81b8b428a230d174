import { z } from 'zod';
import type { StepForm } from './form';
import { baseShape } from './form-parts';

export const callForm: StepForm<'call'> = {
  type: 'call',
  schema: z.strictObject({ ...baseShape, type: z.literal('call'), routeVersionId: z.string().trim().min(1).max(60) }),
  label: { th: 'เรียกเส้นทางอื่น', en: 'Call' },
  help: { th: 'ดำเนินการตามเส้นทางอื่นจนจบแล้วกลับมา', en: 'Runs another route and comes back' },
  group: 'flow',
  fields: { routeVersionId: { widget: 'route', th: 'เส้นทาง', en: 'Route' } },
  fresh: (id) => ({ id, type: 'call', name: 'เรียกเส้นทางอื่น', nameEn: 'Call', routeVersionId: 'none' }),
  bpmn: 'callActivity',
};
