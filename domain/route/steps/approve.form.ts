import { z } from 'zod';
import type { StepForm } from './form';
import { ACTION_OPTIONS, actionSchema, assigneesSchema, baseShape, deadlineSchema, escalationSchema, factNamesSchema, FIELD, optionsOf, stepsSchema } from './form-parts';

export const approveForm: StepForm<'approve'> = {
  type: 'approve',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('approve'),
    mode: z.enum(['one', 'sequence', 'all', 'quorum', 'first']),
    assignees: assigneesSchema,
    quorum: z.int().min(1).max(50).exactOptional(),
    canAmend: z.boolean().exactOptional(),
    returnTo: stepsSchema,
    canReject: z.boolean().exactOptional(),
    canForward: z.boolean().exactOptional(),
    noteRequiredFor: z.array(z.enum(['approve', 'amend', 'return', 'reject', 'forward'])).max(5).exactOptional(),
    signature: z.boolean().exactOptional(),
    action: actionSchema.exactOptional(),
    allowDrafter: z.boolean().exactOptional(),
    fields: factNamesSchema.exactOptional(),
    deadline: deadlineSchema.exactOptional(),
    escalation: escalationSchema.exactOptional(),
    maxReturns: z.int().min(0).max(20).exactOptional(),
  }),
  label: { th: 'พิจารณา/เห็นชอบ', en: 'Approve' },
  help: { th: 'ผู้มีอำนาจพิจารณา เห็นชอบ แก้ไขแล้วส่งต่อ ส่งคืน หรือไม่อนุมัติ', en: 'People decide: approve, amend and pass on, return, refuse' },
  group: 'people',
  fields: {
    mode: {
      widget: 'choice', th: 'วิธีพิจารณา', en: 'How it is decided',
      options: optionsOf({
        one: ['ผู้เดียว', 'One'], sequence: ['ตามลำดับ', 'One after another'], all: ['ทุกคน', 'All'], quorum: ['ครบจำนวน', 'A quorum'], first: ['ผู้ที่พิจารณาก่อน', 'Whoever is first'],
      }),
    },
    assignees: FIELD.assignees,
    quorum: { widget: 'number', th: 'จำนวนที่ต้องเห็นชอบ', en: 'How many must approve', shownWhen: { field: 'mode', in: ['quorum'] } },
    canAmend: { widget: 'yesNo', th: 'แก้ไขแล้วส่งต่อได้', en: 'May amend and pass on' },
    returnTo: FIELD.returnTo,
    canReject: FIELD.canReject,
    canForward: { widget: 'yesNo', th: 'ส่งต่อให้ผู้อื่นพิจารณาแทนได้', en: 'May forward' },
    noteRequiredFor: {
      widget: 'choices', th: 'ต้องบันทึกความเห็นเมื่อ', en: 'A note is required to',
      options: optionsOf({ approve: ['เห็นชอบ', 'Approve'], amend: ['แก้ไข', 'Amend'], return: ['ส่งคืน', 'Return'], reject: ['ไม่อนุมัติ', 'Refuse'], forward: ['ส่งต่อ', 'Forward'] }),
    },
    signature: { widget: 'yesNo', th: 'ต้องลงลายมือชื่อ', en: 'A signature is required' },
    action: { widget: 'choice', th: 'คำเกษียนเมื่อเห็นชอบ', en: 'Endorsement when approved', options: ACTION_OPTIONS },
    allowDrafter: { widget: 'yesNo', th: 'ผู้ร่างพิจารณาเองได้', en: 'The drafter may decide' },
    fields: FIELD.fields,
    deadline: FIELD.deadline,
    escalation: FIELD.escalation,
    maxReturns: {
      widget: 'number', th: 'ส่งคืนได้ไม่เกิน (ครั้ง)', en: 'Returns allowed',
      help: { th: 'ครั้งถัดไปจะเสนอผู้บังคับบัญชาแทน', en: 'The next one goes to the superior instead' },
    },
  },
  fresh: (id) => ({ id, type: 'approve', name: 'พิจารณา', nameEn: 'Approve', mode: 'one', assignees: [{ by: 'superior', of: 'lastActor' }], returnTo: [] }),
  bpmn: 'userTask',
};
