/** Appointments, acting appointments, absences, delegations; pickers. */
import { z } from 'zod';
import {
  agencyRoleSchema, capacitySchema, flagSchema, idSchema, instantSchema, letterKindSchema, nameSchema, officeRefSchema, personRefSchema, postRefSchema,
  roleSchema, searchSchema, unitRefSchema, requiredTextSchema,
} from './common';
import { ORDER_NO_MAX } from './limits';

const at = z.iso.datetime({ offset: true });
const orderNo = requiredTextSchema(ORDER_NO_MAX);

export const appointmentSchema = z.object({
  id: idSchema,
  person: personRefSchema,
  post: postRefSchema,
  capacity: capacitySchema,
  ownPost: postRefSchema.nullable(),
  orderNo: z.string(),
  reason: z.string(),
  validFrom: instantSchema,
  validTo: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  state: z.enum(['future', 'inForce', 'ended']),
  canEnd: z.boolean(),
});
export const appointmentListQuerySchema = z.object({
  officeId: idSchema.optional(),
  postId: idSchema.optional(),
  personId: idSchema.optional(),
  state: z.enum(['future', 'inForce', 'ended', 'all']).default('inForce'),
  acting: flagSchema.optional(),
});
export const appointmentListSchema = z.object({ items: z.array(appointmentSchema) });
/** An acting appointment (or the ordinary holder, by the office administrator). */
export const appointmentCreateSchema = z.strictObject({
  personId: idSchema,
  postId: idSchema,
  capacity: z.enum(['own', 'acting_for', 'acting_in_post', 'acting_duty']),
  ownPostId: idSchema.nullable().default(null),
  orderNo,
  reason: z.string().trim().max(500).default(''),
  validFrom: at,
  validTo: at.nullable().default(null),
});
/** Ends it now, or at an instant before its end. */
export const endEarlySchema = z.strictObject({ at: at.optional() });

export const absenceSchema = z.object({
  id: idSchema,
  person: personRefSchema,
  kind: z.enum(['leave', 'mission', 'other']),
  note: z.string(),
  fromAt: instantSchema,
  toAt: instantSchema,
  state: z.enum(['future', 'inForce', 'ended']),
  canEnd: z.boolean(),
});
export const absenceListSchema = z.object({ items: z.array(absenceSchema) });
export const absenceCreateSchema = z.strictObject({
  personId: idSchema,
  kind: z.enum(['leave', 'mission', 'other']),
  note: z.string().trim().max(500).default(''),
  fromAt: at,
  toAt: at,
});

export const delegationSchema = z.object({
  id: idSchema,
  fromPost: postRefSchema,
  toPost: postRefSchema,
  kinds: z.array(letterKindSchema),
  orderNo: z.string(),
  validFrom: instantSchema,
  validTo: instantSchema.nullable(),
  state: z.enum(['future', 'inForce', 'ended']),
  canEnd: z.boolean(),
});
export const delegationListSchema = z.object({ items: z.array(delegationSchema) });
export const delegationCreateSchema = z.strictObject({
  fromPostId: idSchema,
  toPostId: idSchema,
  kinds: z.array(letterKindSchema).max(20).default([]),
  orderNo,
  validFrom: at,
  validTo: at.nullable().default(null),
});
export const peopleScopeQuerySchema = z.object({
  officeId: idSchema.optional(),
  state: z.enum(['future', 'inForce', 'ended', 'all']).default('inForce'),
});
/** Of one office: a table that leaves the system names whose it is. */
export const delegationExportQuerySchema = peopleScopeQuerySchema.extend({ officeId: idSchema });

export const directoryOfficeSchema = officeRefSchema.extend({
  kind: z.string(),
  headTitle: z.string(),
  parentId: idSchema.nullable(),
  /** May be addressed electronically. */
  isLinked: z.boolean(),
  pilotWave: z.int().nullable(),
});
export const officeListQuerySchema = z.object({ q: searchSchema.optional(), linked: flagSchema.optional() });
export const officeListSchema = z.object({ items: z.array(directoryOfficeSchema) });
export const unitListQuerySchema = z.object({ officeId: idSchema.optional() });
export const unitListSchema = z.object({
  items: z.array(unitRefSchema.extend({ officeId: idSchema, parentId: idSchema.nullable(), letterCode: z.string().nullable(), isRegistry: z.boolean() })),
});
/** Posts with who is in them now. */
export const postListQuerySchema = z.object({ officeId: idSchema.optional(), unitId: idSchema.optional(), q: searchSchema.optional(), role: roleSchema.optional() });
export const postListSchema = z.object({
  items: z.array(
    postRefSchema.extend({
      unitId: idSchema,
      superiorId: idSchema.nullable(),
      roles: z.array(roleSchema),
      isUnitHead: z.boolean(),
      holders: z.array(personRefSchema.extend({ capacity: capacitySchema, isAbsent: z.boolean() })),
    }),
  ),
});
export const personListQuerySchema = z.object({ officeId: idSchema.optional(), q: searchSchema.optional() });
export const personListSchema = z.object({ items: z.array(personRefSchema.extend({ posts: z.array(postRefSchema) })) });
export const distributionListSchema = z.object({
  items: z.array(z.object({ id: idSchema, rev: z.int(), officeId: idSchema, code: z.string(), name: nameSchema, members: z.array(z.object({ office: officeRefSchema, role: agencyRoleSchema })) })),
});
