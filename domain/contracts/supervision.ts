/** The supervisor's board: what is late or at rest, where and with whom, what other offices have not taken in or answered, the week on one page. */
import { z } from 'zod';
import { REST_DAYS, REST_DAYS_MAX, SUPERVISED_DELIVERIES, SUPERVISION_ACTS, SUPERVISION_GROUPS, SUPERVISION_STATES } from '../letter/supervised';
import {
  capacitySchema, dateSchema, idSchema, instantSchema, nameSchema, officeRefSchema, pageOf, pageQuerySchema, personRefSchema, postRefSchema, searchSchema,
  taskKindSchema, unitRefSchema, urgencySchema,
} from './common';

/** Longest name of a step or a correspondent to filter by. */
const TEXT_MAX = 500;

/** `both`: overdue or due within a day of working time. */
export const supervisionFilterSchema = z.object({
  state: z.enum(SUPERVISION_STATES).default('both'),
  restDays: z.coerce.number().int().min(1).max(REST_DAYS_MAX).default(REST_DAYS),
  unitId: idSchema.optional(),
  postId: idSchema.optional(),
  personId: idSchema.optional(),
  /** Name of a route's step. */
  step: z.string().min(1).max(TEXT_MAX).optional(),
  /** Sender of a received letter, addressee of one's own. */
  correspondent: z.string().min(1).max(TEXT_MAX).optional(),
  urgency: urgencySchema.optional(),
  q: searchSchema.optional(),
});
export const supervisionQuerySchema = pageQuerySchema.extend({ ...supervisionFilterSchema.shape, groupBy: z.enum(SUPERVISION_GROUPS).default('unit') });

/** Working time by the office's calendar: whole days, and minutes beyond them. */
export const workingSpanSchema = z.object({ days: z.int(), minutes: z.int() }).meta({ id: 'WorkingSpan' });
const reminderSchema = z.object({ person: personRefSchema, by: personRefSchema, at: instantSchema });

export const supervisionItemSchema = z.object({
  letterId: idSchema,
  taskId: z.string(),
  /** To be named by acts on the task, and by acts on the letter. */
  rev: z.int(),
  seq: z.int(),
  kind: taskKindSchema,
  nodeName: nameSchema,
  subject: z.string().nullable(),
  letterNo: z.string().nullable(),
  receiveNo: z.string().nullable(),
  correspondent: z.string(),
  urgency: urgencySchema,
  officeId: idSchema,
  posts: z.array(postRefSchema),
  persons: z.array(personRefSchema),
  /** The one person who has it is absent at this moment. */
  isAway: z.boolean(),
  unit: unitRefSchema.nullable(),
  openedAt: instantSchema,
  dueAt: instantSchema.nullable(),
  isOverdue: z.boolean(),
  isHeld: z.boolean(),
  /** Working time since it was due; null while it is not overdue. */
  late: workingSpanSchema.nullable(),
  /** Since when nobody has acted on the task. */
  restSince: instantSchema,
  rest: workingSpanSchema,
  /** Reminders by the route or by a supervisor: the last one. */
  remindedAt: instantSchema.nullable(),
  /** Whom supervisors reminded, the newest first. */
  reminders: z.array(reminderSchema),
  firstReadAt: instantSchema.nullable(),
  can: z.array(z.enum(SUPERVISION_ACTS)),
  /** The branch that the reader may take back. */
  takeBackToken: z.string().nullable(),
});
export type SupervisionItem = z.infer<typeof supervisionItemSchema>;

const figuresSchema = z.object({ open: z.int(), overdue: z.int(), dueSoon: z.int(), atRest: z.int(), held: z.int() });
/** What a list can be narrowed to: `key` is the value of the filter. */
export const supervisionGroupSchema = figuresSchema.extend({ key: z.string(), name: nameSchema });

/** `counts` leave the state aside; `groups` leave the state and the filter of their own kind aside. At most 60 groups, the latest first. */
export const supervisionPageSchema = pageOf(supervisionItemSchema).extend({ counts: figuresSchema, groups: z.array(supervisionGroupSchema) });

/** `unregistered`: not registered within its urgency's time; `waiting`: not answered yet; `late`: asked for by a day that has passed. */
export const supervisedDeliveryFilterSchema = z.object({
  state: z.enum(SUPERVISED_DELIVERIES).default('unregistered'),
  toOfficeId: idSchema.optional(),
  unitId: idSchema.optional(),
  urgency: urgencySchema.optional(),
  q: searchSchema.optional(),
});
export const supervisedDeliveryQuerySchema = pageQuerySchema.extend(supervisedDeliveryFilterSchema.shape);
export const supervisedDeliverySchema = z.object({
  deliveryId: idSchema,
  letterId: idSchema,
  seq: z.int(),
  subject: z.string().nullable(),
  letterNo: z.string().nullable(),
  urgency: urgencySchema,
  unit: unitRefSchema.nullable(),
  /** Null for an addressee outside the system, who is named by `toName`. */
  toOffice: officeRefSchema.nullable(),
  toName: z.string(),
  /** Telephone of the receiver's registry; empty where none is on record. */
  phone: z.string(),
  sentAt: instantSchema,
  /** When the receiver was to register it; null where that is not tracked. */
  registerBy: instantSchema.nullable(),
  isUnregistered: z.boolean(),
  registeredAt: instantSchema.nullable(),
  receiveNo: z.string().nullable(),
  expect: z.enum(['reply', 'acknowledgement', 'nothing']),
  dueOn: dateSchema.nullable(),
  isLate: z.boolean(),
  can: z.array(z.enum(['recall'])),
});
export type SupervisedDelivery = z.infer<typeof supervisedDeliverySchema>;
const deliveryFiguresSchema = z.object({ unregistered: z.int(), waiting: z.int(), late: z.int() });
export const supervisedDeliveryPageSchema = pageOf(supervisedDeliverySchema).extend({
  counts: deliveryFiguresSchema,
  byOffice: z.array(deliveryFiguresSchema.extend({ office: officeRefSchema })),
});

/** To whom a task could go: the posts of an office with what they have to do and who is away. */
export const candidateQuerySchema = z.object({ officeId: idSchema });
export const candidateSchema = postRefSchema.extend({
  holders: z.array(personRefSchema.extend({
    capacity: capacitySchema,
    isAbsent: z.boolean(),
    /** Absences now and within the next thirty days. */
    absences: z.array(z.object({ kind: z.enum(['leave', 'mission', 'other']), fromAt: instantSchema, toAt: instantSchema })),
  })),
  open: z.int(),
  overdue: z.int(),
});
export type Candidate = z.infer<typeof candidateSchema>;
export const candidateListSchema = z.object({ items: z.array(candidateSchema) });

export const supervisionExportQuerySchema = supervisionFilterSchema;
export const deliveryExportQuerySchema = supervisedDeliveryFilterSchema;

/** The week in which the day lies, Monday to Sunday; this week where none is named. */
export const weeklyQuerySchema = z.object({ day: dateSchema.optional() });
export const weeklySchema = z.object({
  from: dateSchema,
  to: dateSchema,
  at: instantSchema,
  offices: z.array(officeRefSchema),
  /** Where only units are supervised. */
  units: z.array(unitRefSchema),
  week: z.object({ received: z.int(), sent: z.int(), ended: z.int(), reminded: z.int() }),
  now: figuresSchema,
  others: deliveryFiguresSchema,
  /** The units with most that is late; what is left out is summed up in `otherUnits`. */
  byUnit: z.array(supervisionGroupSchema),
  otherUnits: figuresSchema.extend({ units: z.int() }).nullable(),
  longest: z.array(supervisionItemSchema),
  unregistered: z.array(supervisedDeliverySchema),
});
export type Weekly = z.infer<typeof weeklySchema>;
