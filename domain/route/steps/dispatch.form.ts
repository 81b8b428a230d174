import { z } from 'zod';
import type { StepForm } from './form';
import { agencyRoleSchema, baseShape, codeSchema } from './form-parts';

export const dispatchForm: StepForm<'dispatch'> = {
  type: 'dispatch',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('dispatch'),
    recipients: z.union([z.literal('addressees'), z.strictObject({ listCode: codeSchema, role: agencyRoleSchema })]),
  }),
  label: { th: 'ส่งหนังสือ', en: 'Dispatch' },
  help: { th: 'ส่งถึงผู้รับตามร่าง หรือตามบัญชีรายชื่อ', en: 'Sends to the addressees of the draft or to a distribution list' },
  group: 'registry',
  fields: { recipients: { widget: 'recipients', th: 'ผู้รับ', en: 'Recipients' } },
  fresh: (id) => ({ id, type: 'dispatch', name: 'ส่งหนังสือ', nameEn: 'Dispatch', recipients: 'addressees' }),
  bpmn: 'sendTask',
};
