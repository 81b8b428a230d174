import { z } from 'zod';
import type { StepForm } from './form';
import { assigneeSchema, baseShape, codeSchema } from './form-parts';

export const notifyForm: StepForm<'notify'> = {
  type: 'notify',
  schema: z.strictObject({ ...baseShape, type: z.literal('notify'), who: assigneeSchema, template: codeSchema }),
  label: { th: 'แจ้งเตือน', en: 'Notify' },
  help: { th: 'แจ้งผู้เกี่ยวข้องแล้วดำเนินการต่อ', en: 'Tells somebody and goes on' },
  group: 'time',
  fields: {
    who: { widget: 'assignee', th: 'ผู้รับแจ้ง', en: 'Whom' },
    template: { widget: 'text', th: 'แบบข้อความ', en: 'Template' },
  },
  fresh: (id) => ({ id, type: 'notify', name: 'แจ้งเตือน', nameEn: 'Notify', who: { by: 'drafter' }, template: 'progress' }),
  bpmn: 'sendTask',
};
