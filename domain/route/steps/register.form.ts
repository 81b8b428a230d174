import { z } from 'zod';
import type { StepForm } from './form';
import { baseShape, bookSchema, optionsOf } from './form-parts';

export const registerForm: StepForm<'register'> = {
  type: 'register',
  schema: z.strictObject({ ...baseShape, type: z.literal('register'), book: bookSchema, owner: z.enum(['office', 'holder']) }),
  label: { th: 'ลงทะเบียน', en: 'Register' },
  help: { th: 'ออกเลขจากทะเบียน เมื่อกลับมาถึงอีกครั้งจะใช้เลขเดิม', en: 'Takes a number from a book; reached again it keeps its number' },
  group: 'registry',
  fields: {
    book: {
      widget: 'choice', th: 'ทะเบียน', en: 'Book',
      options: optionsOf({
        send: ['ทะเบียนหนังสือส่ง', 'Send'], circular: ['ทะเบียนหนังสือเวียน', 'Circular'], receive: ['ทะเบียนหนังสือรับ', 'Receive'],
        order: ['ทะเบียนคำสั่ง', 'Orders'], announcement: ['ทะเบียนประกาศ', 'Announcements'], certificate: ['ทะเบียนหนังสือรับรอง', 'Certificates'],
        minutes: ['ทะเบียนรายงานการประชุม', 'Minutes'], secret_send: ['ทะเบียนหนังสือส่งลับ', 'Secret send'],
        secret_receive: ['ทะเบียนหนังสือรับลับ', 'Secret receive'], secret_control: ['ทะเบียนควบคุมข้อมูลข่าวสารลับ', 'Secret control'],
      }),
    },
    owner: {
      widget: 'choice', th: 'เจ้าของทะเบียน', en: 'Whose book',
      options: optionsOf({ office: ['ทะเบียนกลางของส่วนราชการ', "The office's, by its table"], holder: ['ของหน่วยงานที่ถือเรื่อง', 'Of the unit that holds the letter'] }),
    },
  },
  fresh: (id) => ({ id, type: 'register', name: 'ลงทะเบียนรับ', nameEn: 'Register', book: 'receive', owner: 'office' }),
  bpmn: 'serviceTask',
};
