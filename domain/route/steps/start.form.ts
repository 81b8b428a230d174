import { z } from 'zod';
import type { StepForm } from './form';
import { baseShape, directionSchema, factNamesSchema, kindSchema, optionsOf } from './form-parts';

export const startForm: StepForm<'start'> = {
  type: 'start',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('start'),
    kinds: z.array(kindSchema).min(1),
    directions: z.array(directionSchema).min(1),
    requiredFacts: factNamesSchema.exactOptional(),
  }),
  label: { th: 'เริ่มต้น', en: 'Start' },
  help: { th: 'จุดที่หนังสือตามชนิดและทิศทางที่กำหนดเข้าสู่เส้นทาง', en: 'Where letters of these kinds enter the route' },
  group: 'flow',
  fields: {
    kinds: {
      widget: 'choices', th: 'ชนิดหนังสือ', en: 'Kinds of letter',
      options: optionsOf({
        external_letter: ['หนังสือภายนอก', 'External letter'], internal_memo: ['หนังสือภายใน', 'Internal memo'], stamped_letter: ['หนังสือประทับตรา', 'Stamped letter'],
        order: ['คำสั่ง', 'Order'], regulation: ['ระเบียบ', 'Regulation'], rule: ['ข้อบังคับ', 'Rule'], announcement: ['ประกาศ', 'Announcement'],
        statement: ['แถลงการณ์', 'Statement'], news_release: ['ข่าว', 'News release'], certificate: ['หนังสือรับรอง', 'Certificate'],
        minutes: ['รายงานการประชุม', 'Minutes'], memo_note: ['บันทึก', 'Note'], other_record: ['หนังสืออื่น', 'Other record'],
      }),
    },
    directions: {
      widget: 'choices', th: 'ทิศทาง', en: 'Directions',
      options: optionsOf({ incoming: ['รับเข้า', 'Incoming'], outgoing: ['ส่งออก', 'Outgoing'], internal: ['ภายใน', 'Internal'] }),
    },
    requiredFacts: { widget: 'facts', th: 'ข้อมูลที่ต้องระบุ', en: 'Required fields' },
  },
  fresh: (id) => ({ id, type: 'start', name: 'เริ่มต้น', nameEn: 'Start', kinds: ['external_letter'], directions: ['incoming'] }),
  bpmn: 'startEvent',
};
