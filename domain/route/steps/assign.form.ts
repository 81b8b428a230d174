import { z } from 'zod';
import type { StepForm } from './form';
import { ACTION_OPTIONS, actionSchema, assigneeSchema, baseShape, deadlineSchema, escalationSchema, factNameSchema, FIELD, stepsSchema } from './form-parts';

export const assignForm: StepForm<'assign'> = {
  type: 'assign',
  schema: z.strictObject({
    ...baseShape,
    type: z.literal('assign'),
    assignee: assigneeSchema,
    actions: z.array(actionSchema).min(1),
    proposalFact: factNameSchema.exactOptional(),
    requireDue: z.boolean().exactOptional(),
    returnTo: stepsSchema.exactOptional(),
    deadline: deadlineSchema.exactOptional(),
    escalation: escalationSchema.exactOptional(),
  }),
  label: { th: 'สั่งการ (เกษียน)', en: 'Assign' },
  help: { th: 'เลือกหน่วยงานหลักหนึ่งหน่วยและหน่วยงานเพื่อทราบ แต่ละหน่วยใช้เส้นทางรับของตนเอง', en: 'One unit acts, others are informed; each runs its own incoming route' },
  group: 'people',
  fields: {
    assignee: FIELD.assignee,
    actions: { widget: 'choices', th: 'คำสั่งการที่ใช้ได้', en: 'Action words', options: ACTION_OPTIONS },
    proposalFact: { widget: 'facts', isOne: true, th: 'ข้อมูลที่เสนอหน่วยงานไว้', en: 'Field with the proposed unit' },
    requireDue: { widget: 'yesNo', th: 'ต้องกำหนดวันแล้วเสร็จ', en: 'A due date is required' },
    returnTo: FIELD.returnTo,
    deadline: FIELD.deadline,
    escalation: FIELD.escalation,
  },
  fresh: (id) => ({ id, type: 'assign', name: 'สั่งการ', nameEn: 'Assign', assignee: { by: 'superior', of: 'lastActor' }, actions: ['assigned', 'proceed', 'noted', 'file'], proposalFact: 'proposedUnit' }),
  bpmn: 'subProcess',
};
