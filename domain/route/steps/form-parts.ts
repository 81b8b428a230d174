/** Schemas and labels that several step forms share. */
import { z } from 'zod';
import { ACTION_WORDS, AGENCY_ROLES, BOOK_KINDS, DIRECTIONS, LETTER_KINDS, ROLES } from '../../letter/vocabulary';
import { deadlineRuleSchema as spanOrMomentSchema, factValueSchema } from '../../contracts/common';
import type { AssigneeRule, ConditionGroup, Deadline, DecisionTable, EscalationRung, UnitRef } from '../model';
import type { FormField, Label } from './form';

/** Ids of nodes, edges, rungs and rows: short, without spaces, safe in URLs and XML. */
export const idSchema = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/);
export const codeSchema = z.string().trim().min(1).max(60);
export const labelSchema = z.string().trim().min(1).max(200);
export const factNameSchema = z.string().trim().min(1).max(60);

/** What every node has. */
export const baseShape = {
  id: idSchema,
  name: labelSchema,
  nameEn: z.string().trim().max(200).exactOptional(),
  description: z.string().trim().max(2000).exactOptional(),
} as const;

const unitRefSchema: z.ZodType<UnitRef> = z.union([z.enum(['holder', 'owner', 'proposed', 'registry']), z.strictObject({ unitCode: codeSchema })]);

/** Rules that a route may hold; those the engine makes itself are not among them. */
export const assigneeSchema: z.ZodType<AssigneeRule> = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('post'), postCode: codeSchema }),
  z.strictObject({ by: z.literal('unitHead'), unit: unitRefSchema }),
  z.strictObject({ by: z.literal('superior'), of: z.enum(['lastActor', 'drafter']) }),
  z.strictObject({ by: z.literal('oversees'), unit: unitRefSchema }),
  z.strictObject({ by: z.literal('role'), role: z.enum(ROLES), unit: unitRefSchema.exactOptional() }),
  z.strictObject({ by: z.literal('group'), postCodes: z.array(codeSchema).min(1).max(50) }),
  z.strictObject({ by: z.literal('field'), fact: factNameSchema }),
  z.strictObject({ by: z.literal('drafter') }),
]);
export const assigneesSchema = z.array(assigneeSchema).min(1).max(50);

export const deadlineSchema: z.ZodType<Deadline> = z.union([z.strictObject({ rule: spanOrMomentSchema }), z.strictObject({ fact: factNameSchema })]);

const rungSchema: z.ZodType<EscalationRung> = z.strictObject({
  id: idSchema,
  when: z.enum(['beforeDue', 'afterDue']),
  offset: z.strictObject({
    unit: z.enum(['workingDays', 'workingHours', 'workingMinutes', 'calendarDays', 'clockHours', 'clockMinutes']),
    amount: z.int().min(0).max(3650),
  }),
  act: z.enum(['remind', 'remindSuperior', 'handOver', 'flag']),
});
export const escalationSchema = z.array(rungSchema).max(20).refine((rungs) => new Set(rungs.map((rung) => rung.id)).size === rungs.length);

const operatorSchema = z.enum(['=', '!=', '<', '<=', '>', '>=', 'in', 'notIn', 'contains', 'null', 'notNull']);
const conditionRuleSchema = z.object({ field: factNameSchema, operator: operatorSchema, value: factValueSchema });
/** The editor keeps ids and other marks of its own in the tree; they are dropped. */
export const conditionSchema: z.ZodType<ConditionGroup> = z.lazy(() =>
  z.object({
    combinator: z.enum(['and', 'or']),
    not: z.boolean().exactOptional(),
    rules: z.array(z.union([conditionSchema, conditionRuleSchema])).max(200),
  }),
);

export const tableSchema: z.ZodType<DecisionTable> = z.strictObject({
  hitPolicy: z.enum(['first', 'unique', 'collect']),
  inputs: z.array(factNameSchema).min(1).max(20),
  outputs: z.array(factNameSchema).min(1).max(20),
  rules: z
    .array(
      z.strictObject({
        id: idSchema,
        when: z.array(z.strictObject({ operator: operatorSchema, value: factValueSchema }).nullable()).max(20),
        then: z.array(factValueSchema).max(20),
      }),
    )
    .min(1)
    .max(200),
});

export const actionSchema = z.enum(ACTION_WORDS);
export const stepsSchema = z.array(idSchema).max(50);
export const factNamesSchema = z.array(factNameSchema).max(50);
export const kindSchema = z.enum(LETTER_KINDS);
export const directionSchema = z.enum(DIRECTIONS);
export const bookSchema = z.enum(BOOK_KINDS);
export const agencyRoleSchema = z.enum(AGENCY_ROLES);

/** Options from a list of codes and their labels. */
export const optionsOf = (labels: { readonly [value: string]: readonly [th: string, en: string] }): readonly (Label & { readonly value: string })[] =>
  Object.entries(labels).map(([value, [th, en]]) => ({ value, th, en }));

export const ACTION_OPTIONS = optionsOf({
  for_info: ['เสนอเพื่อทราบ', 'For information'], for_decision: ['เสนอเพื่อพิจารณา', 'For consideration'], for_signature: ['เสนอเพื่อลงนาม', 'For signature'],
  noted: ['ทราบ', 'Noted'], agreed: ['เห็นชอบ', 'Agreed'], approved: ['อนุมัติ', 'Approved'], refused: ['ไม่อนุมัติ', 'Not approved'],
  signed: ['ลงนามแล้ว', 'Signed'], returned: ['ส่งคืนแก้ไข', 'Returned for correction'], assigned: ['มอบดำเนินการ', 'Assigned'],
  proceed: ['ดำเนินการตามเสนอ', 'Proceed as proposed'], circulate: ['แจ้งเวียน', 'Circulate'], file: ['รวมเรื่อง/เก็บ', 'File'],
});

/** Fields that look the same wherever they appear. */
export const FIELD = {
  assignee: { widget: 'assignee', th: 'ผู้ปฏิบัติ', en: 'Who is asked' },
  assignees: { widget: 'assignees', th: 'ผู้พิจารณา', en: 'Who is asked' },
  deadline: { widget: 'deadline', th: 'กำหนดเวลา', en: 'Time limit' },
  escalation: { widget: 'escalation', th: 'การเตือนและเร่งรัด', en: 'Reminders and escalation', help: { th: 'นับจากกำหนดเวลาของขั้นนี้', en: "Counted from this step's time limit" } },
  returnTo: { widget: 'steps', th: 'ส่งคืนไปยังขั้น', en: 'May return to' },
  fields: { widget: 'facts', th: 'ข้อมูลที่แก้ไขได้ในขั้นนี้', en: 'Fields that may be set here' },
  canReject: { widget: 'yesNo', th: 'ไม่อนุมัติได้', en: 'May refuse' },
} as const satisfies { readonly [name: string]: FormField };
