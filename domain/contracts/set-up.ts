/** Setting up an office from a template, and what it lacks for its first letter. */
import { z } from 'zod';
import { SET_UP_PROBLEMS, SET_UP_STATES, SET_UP_STEPS } from '../organisation/checklist';
import { SET_UP_PARTS } from '../organisation/set-up';
import { bookKindSchema, dateSchema, idSchema, instantSchema, nameSchema, newLoginSchema, officeRefSchema, requiredLineSchema, roleSchema } from './common';
import { officeCreateSchema } from './organisation';

const NAME_MAX = 200;
const count = z.int().min(0);

export const setUpOfficeListSchema = z.object({
  items: z.array(officeRefSchema.extend({
    kind: z.string(), parentId: idSchema.nullable(), isLinked: z.boolean(), units: count, administrators: count,
    /** Letters have been taken in or drafted. */
    hasLetters: z.boolean(),
    /** Whoever sets up an office may read its structure and begin as it is. */
    isTemplate: z.boolean(),
  })),
  /** Whether the reader says which offices are templates. */
  canMark: z.boolean(),
  /** Whether an office that is not there yet may be made, and under which others. */
  canCreate: z.boolean(),
});
export type SetUpOffice = z.infer<typeof setUpOfficeListSchema>['items'][number];

const partsSchema = z.array(z.enum(SET_UP_PARTS)).max(SET_UP_PARTS.length);
const source = {
  /** The office to begin as; null for nothing but the administrator. */
  sourceId: idSchema.nullable(),
  parts: partsSchema,
  /** Units of the template, with their posts; null takes all. */
  unitIds: z.array(idSchema).max(500).nullable().default(null),
};
const newOfficeSchema = officeCreateSchema.omit({ adminLogin: true, adminNameTh: true, isLinked: true });
/** Either an office that is known already (by id), or a new one. */
export const setUpSchema = z.strictObject({
  officeId: idSchema.nullable(), office: newOfficeSchema.nullable(), ...source,
  adminLogin: newLoginSchema, adminNameTh: requiredLineSchema(NAME_MAX),
}).refine(({ officeId, office }) => (officeId === null) !== (office === null), { path: ['officeId'] });
export const copySchema = z.strictObject({ ...source, sourceId: idSchema });
export const copiedSchema = z.object({ units: count, posts: count, books: count, routes: count, lists: count, days: count });
export const setUpDoneSchema = z.object({ office: officeRefSchema, login: z.string(), oneTimePassword: z.string(), expiresAt: instantSchema, copied: copiedSchema });

export const templateListSchema = z.object({ items: z.array(officeRefSchema.extend({ kind: z.string(), units: count, posts: count })) });
export const templateMarkSchema = z.strictObject({ isTemplate: z.boolean() });
const words = { nameTh: z.string(), nameEn: z.string() };
export const templateSchema = z.object({
  /** The words that are exchanged for the new office's. */
  office: z.object({ id: idSchema, kind: z.string(), ...words, shortTh: z.string(), headTitleTh: z.string(), unitCode: z.string() }),
  units: z.array(z.object({ id: idSchema, code: z.string(), ...words, parentId: idSchema.nullable(), letterCode: z.string().nullable() })),
  posts: z.array(z.object({ id: idSchema, code: z.string(), titleTh: z.string(), titleEn: z.string(), unitId: idSchema, roles: z.array(roleSchema), isUnitHead: z.boolean() })),
  books: z.array(z.object({ ...words, kind: bookKindSchema })),
  routes: z.array(z.object({ code: z.string(), ...words })),
  lists: z.array(z.object({ ...words, members: count })),
  days: z.array(z.object({ ...words, day: dateSchema, kind: z.enum(['holiday', 'working']) })),
});
export type Template = z.infer<typeof templateSchema>;

/** Every step with what it lacks, worked out from the office's data at each look. */
export const checklistSchema = z.object({
  office: officeRefSchema.extend({ isLinked: z.boolean() }),
  steps: z.array(z.object({
    step: z.enum(SET_UP_STEPS), state: z.enum(SET_UP_STATES), count,
    problems: z.array(z.object({ problem: z.enum(SET_UP_PROBLEMS), names: z.array(nameSchema) })),
  })),
  /** Nothing stands in the way of a first letter. */
  isReady: z.boolean(),
  /** The first letter that was registered in; letters of a class are not spoken of. */
  firstReceived: z.object({ no: z.string(), at: instantSchema }).nullable(),
  /** A template may still be taken over: no letter runs yet. */
  canCopy: z.boolean(),
  /** Whether the reader also keeps the office's units, posts and people, so that links lead somewhere. */
  canManage: z.boolean(),
});
export type Checklist = z.infer<typeof checklistSchema>;
