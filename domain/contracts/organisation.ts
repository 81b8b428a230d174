/** What an office's administrator keeps: units, posts, persons with their accounts, standing succession, distribution lists. */
import { z } from 'zod';
import { AGENCY_ROLES, ROLES, ROUTE_TABLE_SCOPES, SECRECIES } from '../letter/vocabulary';
import { IMPORT_COLUMNS, IMPORT_MAX_LINES, IMPORT_PROBLEMS } from '../organisation/import';
import {
  agencyRoleSchema, capacitySchema, codeSchema, type ContractText, dateSchema, emailSchema, idSchema, instantSchema, lineSchema, nameSchema,
  newLoginSchema, officeRefSchema, personRefSchema, phoneSchema, postRefSchema, requiredLineSchema, revSchema, roleSchema, searchSchema, secrecySchema, unitRefSchema,
} from './common';
import { ORDER_NO_MAX } from './limits';

const NAME_MAX = 200;
const says = (text: ContractText): { readonly error: string } => ({ error: text });
const stateSchema = z.enum(['future', 'inForce', 'ended']);
export const officeScopeQuerySchema = z.object({ officeId: idSchema.optional() });
/** Ends on this day (the first without it); null takes a planned end back. */
export const closeSchema = z.strictObject({ rev: revSchema, on: dateSchema.nullable() });

// Offices

export const officeDetailSchema = officeRefSchema.extend({
  rev: z.int(), kind: z.string(), parentId: idSchema.nullable(), agencyCode: z.string(), unitCode: z.string(), headTitle: z.string(), address: z.string(), phone: z.string(), email: z.string(),
  isLinked: z.boolean(), registryUnitId: idSchema.nullable(), fallbackPostId: idSchema.nullable(), secretRegistrarPostId: idSchema.nullable(), processOwnerPostId: idSchema.nullable(),
  validFrom: dateSchema, validTo: dateSchema.nullable(), state: stateSchema,
});
export type OfficeDetail = z.infer<typeof officeDetailSchema>;
export const officeTreeSchema = z.object({ items: z.array(officeDetailSchema) });
const officeFields = {
  nameTh: requiredLineSchema(NAME_MAX), nameEn: lineSchema(NAME_MAX).default(''), shortTh: requiredLineSchema(60), agencyCode: requiredLineSchema(20), unitCode: requiredLineSchema(20),
  headTitleTh: requiredLineSchema(NAME_MAX), parentId: idSchema.nullable(), isLinked: z.boolean(),
};
export const officeUpdateSchema = z.strictObject({ rev: revSchema, ...officeFields });
/** A new office with the first account that will set up the rest. */
export const officeCreateSchema = z.strictObject({
  code: codeSchema, kind: z.enum(['central', 'province']), ...officeFields,
  adminLogin: newLoginSchema, adminNameTh: requiredLineSchema(NAME_MAX),
});
export const officeCreatedSchema = z.object({ office: officeDetailSchema, login: z.string(), oneTimePassword: z.string(), expiresAt: instantSchema });
/** What the office itself decides about its contact and its posts of last resort. */
export const officeContactSchema = z.strictObject({
  rev: revSchema, addressTh: lineSchema(300), phone: phoneSchema, email: emailSchema, registryUnitId: idSchema.nullable(),
  fallbackPostId: idSchema.nullable(), secretRegistrarPostId: idSchema.nullable(), processOwnerPostId: idSchema.nullable(),
});

// Units and posts

export const unitDetailSchema = unitRefSchema.extend({
  rev: z.int(), parentId: idSchema.nullable(), short: z.string(), letterCode: z.string().nullable(), phone: z.string(), sortOrder: z.int(),
  validFrom: dateSchema, validTo: dateSchema.nullable(), state: stateSchema, isRegistry: z.boolean(),
});
export type UnitDetail = z.infer<typeof unitDetailSchema>;
export const postDetailSchema = z.object({
  id: idSchema, rev: z.int(), code: z.string(), title: nameSchema, unitId: idSchema, superiorId: idSchema.nullable(), roles: z.array(roleSchema), isUnitHead: z.boolean(),
  oversees: z.array(idSchema), validFrom: dateSchema, validTo: dateSchema.nullable(), state: stateSchema,
  holders: z.array(personRefSchema.extend({ capacity: capacitySchema, isAbsent: z.boolean() })),
});
export type PostDetail = z.infer<typeof postDetailSchema>;
/** The whole structure of an office: what is there, to come, and closed. */
export const organisationSchema = z.object({ office: officeDetailSchema, units: z.array(unitDetailSchema), posts: z.array(postDetailSchema) });
export type Organisation = z.infer<typeof organisationSchema>;

const unitFields = {
  nameTh: requiredLineSchema(NAME_MAX), nameEn: lineSchema(NAME_MAX).default(''), shortTh: lineSchema(60).default(''), letterCode: lineSchema(20).nullable().default(null),
  phone: phoneSchema.default(''), parentId: idSchema.nullable(), sortOrder: z.int().min(0).max(9999).default(0),
};
export const unitUpdateSchema = z.strictObject({ rev: revSchema, ...unitFields });
export const unitCreateSchema = z.strictObject({ officeId: idSchema, code: codeSchema.nullable().default(null), validFrom: dateSchema.nullable().default(null), ...unitFields });

const postFields = {
  titleTh: requiredLineSchema(NAME_MAX), titleEn: lineSchema(NAME_MAX).default(''), unitId: idSchema, superiorId: idSchema.nullable(),
  roles: z.array(roleSchema).max(ROLES.length).refine((roles) => new Set(roles).size === roles.length, says('twice')), isUnitHead: z.boolean(), oversees: z.array(idSchema).max(100).default([]),
};
export const postUpdateSchema = z.strictObject({ rev: revSchema, ...postFields });
export const postCreateSchema = z.strictObject({ officeId: idSchema, code: codeSchema.nullable().default(null), validFrom: dateSchema.nullable().default(null), ...postFields });

// Persons and accounts

export const ACCOUNT_STATES = ['none', 'invited', 'expired', 'active', 'disabled'] as const;
export const accountSchema = personRefSchema.extend({
  rev: z.int(), login: z.string(), email: z.string(), phone: z.string(), clearance: secrecySchema,
  /** `invited`: a one-time password waits to be used, until `passwordExpiresAt`. */
  account: z.enum(ACCOUNT_STATES), passwordExpiresAt: instantSchema.nullable(),
  /** Browsers that are signed in. */
  sessions: z.int(),
  posts: z.array(postRefSchema),
  /** False for a person of another office who holds a post here. */
  canEdit: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;
export const accountListQuerySchema = officeScopeQuerySchema.extend({ q: searchSchema.optional() });
export const accountListSchema = z.object({ items: z.array(accountSchema) });
const personFields = {
  nameTh: requiredLineSchema(NAME_MAX), nameEn: lineSchema(NAME_MAX).default(''), email: emailSchema.default(''), phone: phoneSchema.default(''),
  clearance: z.enum(SECRECIES).default('none'),
  /** The written order by which a clearance is given or taken. */
  clearanceOrderNo: lineSchema(100).default(''),
};
export const personCreateSchema = z.strictObject({ officeId: idSchema, login: newLoginSchema, ...personFields });
export const personUpdateSchema = z.strictObject({ rev: revSchema, ...personFields });
/** Shown once; only its hash is kept. */
export const oneTimePasswordSchema = z.object({ login: z.string(), oneTimePassword: z.string(), expiresAt: instantSchema, person: accountSchema });

export const PASSWORD_MIN = 12;
export const passwordChangeSchema = z.strictObject({ current: z.string().min(1).max(200), next: z.string().min(PASSWORD_MIN).max(200) });

// Standing succession

/** Who acts for each post at a moment, and the standing order by which it is so. */
export const actingQuerySchema = z.object({ officeId: idSchema.optional(), at: z.iso.datetime({ offset: true }).optional() });
export const actingSchema = z.object({
  at: instantSchema,
  canManage: z.boolean(),
  items: z.array(z.object({
    post: postRefSchema,
    rev: z.int(),
    holders: z.array(personRefSchema.extend({ isAbsent: z.boolean() })),
    actors: z.array(z.object({ person: personRefSchema, capacity: capacitySchema, via: z.enum(['own', 'appointment', 'succession']), orderNo: z.string(), ownPost: postRefSchema.nullable() })),
    successors: z.array(z.object({ post: postRefSchema, orderNo: z.string(), holders: z.array(personRefSchema.extend({ isAbsent: z.boolean() })) })),
  })),
});
export type ActingView = z.infer<typeof actingSchema>;
export const successionUpdateSchema = z.strictObject({
  rev: revSchema,
  items: z.array(z.strictObject({ postId: idSchema, orderNo: lineSchema(ORDER_NO_MAX).default('') })).max(20)
    .refine((items) => new Set(items.map(({ postId }) => postId)).size === items.length, says('twice')),
});

// Distribution lists

/** Members of a list: lead, secondary, supplementary, adviser; nobody is on it twice, exactly one leads. */
export const listMembersSchema = z.array(z.strictObject({ officeId: idSchema, role: z.enum(AGENCY_ROLES) })).max(200)
  .refine((members) => new Set(members.map(({ officeId }) => officeId)).size === members.length, says('twice'))
  .refine((members) => members.filter(({ role }) => role === 'lead').length === 1, says('oneLead'));
const listFields = { nameTh: requiredLineSchema(NAME_MAX), nameEn: lineSchema(NAME_MAX).default(''), members: listMembersSchema };
export const listCreateSchema = z.strictObject({ officeId: idSchema, code: codeSchema.nullable().default(null), ...listFields });
export const listUpdateSchema = z.strictObject({ rev: revSchema, ...listFields });
export const savedListSchema = z.object({ id: idSchema, rev: z.int(), officeId: idSchema, code: z.string(), name: nameSchema, members: z.array(z.object({ office: officeRefSchema, role: agencyRoleSchema })) });

// Routes of the office, to look at

const cellSchema = z.object({ operator: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]) });
export const officeRoutesSchema = z.object({
  routes: z.array(z.object({
    id: idSchema, code: z.string(), name: nameSchema, version: z.int(), publishedAt: instantSchema.nullable(), openLetters: z.int(),
    nodes: z.array(z.object({ id: z.string(), type: z.string(), name: nameSchema })),
    edges: z.array(z.object({ id: z.string(), from: z.string(), to: z.string(), outcome: z.string(), label: nameSchema })),
  })),
  /** The tables that choose a route; rows are tried from the top. */
  tables: z.array(z.object({
    scope: z.enum(ROUTE_TABLE_SCOPES),
    inputs: z.array(z.string()),
    rows: z.array(z.object({ id: z.string(), when: z.array(cellSchema.nullable()), routeCode: z.string(), isFallback: z.boolean() })),
  })),
  /** Names of the units and posts that cells speak of by id or code. */
  names: z.record(z.string(), nameSchema),
});

// Import of people and posts

/** A table file in base64; 1 MB at most. */
export const IMPORT_FILE_MAX = 1024 * 1024;
const importValuesSchema = z.record(z.enum(IMPORT_COLUMNS), z.string().max(2_000));
export const importCheckSchema = z.strictObject({ officeId: idSchema, content: z.base64().min(1).max(Math.ceil(IMPORT_FILE_MAX / 3) * 4) });
export const importLineSchema = z.object({
  /** Number of the line in the file. */
  line: z.int().min(1), values: importValuesSchema, formulas: z.array(z.enum(IMPORT_COLUMNS)),
  status: z.enum(['create', 'update', 'same', 'error']),
  problems: z.array(z.object({ column: z.enum(IMPORT_COLUMNS), problem: z.enum(IMPORT_PROBLEMS) })),
});
export const importCheckedSchema = z.object({ lines: z.array(importLineSchema) });
export type ImportChecked = z.infer<typeof importCheckedSchema>;
/** The lines to take over, as checked. */
export const importApplySchema = z.strictObject({
  officeId: idSchema,
  lines: z.array(z.strictObject({ line: z.int().min(1), values: importValuesSchema })).min(1).max(IMPORT_MAX_LINES),
});
export const importAppliedSchema = z.object({ created: z.int(), updated: z.int(), same: z.int(), persons: z.int() });
export const importTemplateQuerySchema = officeScopeQuerySchema.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') });
