/** `GET /letters/:letterId`: everything that the letter page shows, cut to what the reader may see. */
import { z } from 'zod';
import {
  actionWordSchema, actorSchema, agencyRoleSchema, bookKindSchema, capacitySchema, channelSchema, dateSchema, directionSchema,
  endOutcomeSchema, factsSchema, idSchema, instantSchema, letterKindSchema, letterStatusSchema, nameSchema, officeRefSchema,
  personRefSchema, postRefSchema, secrecySchema, taskKindSchema, unitRefSchema, urgencySchema,
} from './common';
import { STAMP_FOUND } from '../letter/stamp-place';
import { referenceSchema } from './acts';
import { commandViewSchema } from './commands';
import { taskFormSchema } from './task-form';

export const documentViewSchema = z.object({
  id: idSchema,
  role: z.enum(['main', 'enclosure', 'rendition', 'stamped', 'evidence']),
  name: z.string(),
  mime: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  pages: z.int().nullable(),
  /** Marked places of number, date and signature, on an uploaded PDF. */
  places: z.array(z.object({ kind: z.enum(['number', 'date', 'signature']), page: z.int(), x: z.number(), y: z.number(), w: z.number(), h: z.number() })),
  /** Document this rendition was made from. */
  sourceId: idSchema.nullable(),
  uploadedBy: personRefSchema.nullable(),
  uploadedAt: instantSchema,
  isSuperseded: z.boolean(),
  /** `GET` it here; supports ranges. */
  href: z.string(),
}).meta({ id: 'Document' });
export type DocumentView = z.infer<typeof documentViewSchema>;

export const TASK_ACTS = ['act', 'claim', 'release', 'adhoc', 'reassign', 'extend'] as const;
export const LETTER_ACTS = ['hold', 'resume', 'cancel', 'recall', 'cancelNumber', 'registerAnew', 'takeBack', 'reclassify', 'urge', 'reply'] as const;

export const myTaskSchema = z.object({
  taskId: z.string(),
  rev: z.int(),
  kind: taskKindSchema,
  nodeId: z.string(),
  nodeName: nameSchema,
  openedAt: instantSchema,
  dueAt: instantSchema.nullable(),
  isOverdue: z.boolean(),
  post: postRefSchema,
  capacity: capacitySchema,
  /** Printed under a signature given in this capacity: ปฏิบัติราชการแทน … */
  printedCapacity: z.string().nullable(),
  claimedBy: personRefSchema.nullable(),
  isWaiting: z.boolean(),
  /** Note with which the letter was returned to this step, or the question of an ad-hoc step. */
  askedBy: actorSchema.nullable(),
  askedNote: z.string().nullable(),
  can: z.array(z.enum(TASK_ACTS)),
  form: taskFormSchema,
  /** For `judge`: the delivery to be judged. */
  deliveryId: idSchema.nullable(),
});
export type MyTask = z.infer<typeof myTaskSchema>;

/** What follows when the present step ends as it usually does: a step by its name, the unit that is chosen, or the end. */
const nextStepSchema = z.object({ kind: z.enum(['step', 'unit', 'end']), name: nameSchema.nullable(), outcome: endOutcomeSchema.nullable() });

/** Where the letter is: every open task, also the reader's own. */
export const holderSchema = z.object({
  taskId: z.string(),
  rev: z.int(),
  kind: taskKindSchema,
  nodeName: nameSchema,
  posts: z.array(postRefSchema),
  /** Who is in those posts at this moment, acting persons included. */
  persons: z.array(personRefSchema.extend({ capacity: capacitySchema })),
  claimedBy: personRefSchema.nullable(),
  since: instantSchema,
  dueAt: instantSchema.nullable(),
  isOverdue: z.boolean(),
  firstReadAt: instantSchema.nullable(),
  /** The rule found nobody and somebody else holds it. */
  via: z.enum(['rule', 'fallback', 'secretRegistrar']),
  /** Supervisor's acts allowed to the reader on this task. */
  can: z.array(z.enum(['reassign', 'extend', 'release'])),
  /** Nearest first; several where what is decided here chooses among them. */
  next: z.array(nextStepSchema),
});

/** A step at which the letter waits and nobody has a task: for an answer, for a day. */
export const waitingAtSchema = z.object({ type: z.string(), name: nameSchema, next: z.array(nextStepSchema) });

export const endorsementSchema = z.object({
  seq: z.int(),
  no: z.int(),
  action: actionWordSchema,
  actor: actorSchema,
  toUnits: z.array(unitRefSchema),
  toPosts: z.array(postRefSchema),
  text: z.string(),
  at: instantSchema,
});

/** One line of the timeline. Lines of another office carry only what that office shows. */
export const timelineItemSchema = z.object({
  at: instantSchema,
  office: officeRefSchema,
  isOwnOffice: z.boolean(),
  /** Event type of the transition, or of a delivery: sent, registered, returned, recalled, answered, acknowledged. */
  type: z.string(),
  seq: z.int().nullable(),
  actor: actorSchema.nullable(),
  nodeName: nameSchema.nullable(),
  outcome: z.string().nullable(),
  outcomeLabel: nameSchema.nullable(),
  /** Numbers taken in it, as printed. */
  numbers: z.array(z.string()),
  note: z.string().nullable(),
  /** Of another office: unit in charge, receive number, answer's number. */
  unitInCharge: z.string().nullable(),
  receiveNo: z.string().nullable(),
  answerNo: z.string().nullable(),
});

export const routeNodeViewSchema = z.object({
  id: z.string(),
  type: z.string(),
  name: nameSchema,
  state: z.enum(['current', 'visited', 'ahead']),
  /** Open tasks at it. */
  taskIds: z.array(z.string()),
});
export const routeViewSchema = z.object({
  routeVersionId: idSchema,
  name: nameSchema,
  version: z.int(),
  frameId: z.string(),
  /** Unit whose route this frame runs, or in which the post is that was given the letter; null for the main one. */
  unit: unitRefSchema.nullable(),
  post: postRefSchema.nullable(),
  role: z.enum(['main', 'info']).nullable(),
  isClosed: z.boolean(),
  nodes: z.array(routeNodeViewSchema),
  edges: z.array(z.object({ id: z.string(), from: z.string(), to: z.string(), outcome: z.string(), label: nameSchema, isTaken: z.boolean() })),
});

export const deliveryViewSchema = z.object({
  id: idSchema,
  office: officeRefSchema.nullable(),
  /** Name of an outside correspondent, or of the office's head. */
  name: z.string(),
  role: agencyRoleSchema,
  expect: z.enum(['reply', 'acknowledgement', 'nothing']),
  dueOn: dateSchema.nullable(),
  status: z.enum(['sent', 'registered', 'returned', 'recalled', 'answered', 'acknowledged']),
  verdict: z.enum(['full', 'partial', 'moreTime']).nullable(),
  sentAt: instantSchema,
  arrivedAt: instantSchema.nullable(),
  registeredAt: instantSchema.nullable(),
  receiveNo: z.string().nullable(),
  unitInCharge: z.string().nullable(),
  answerNo: z.string().nullable(),
  answeredAt: instantSchema.nullable(),
  /** Our own record of the answer, where the reader may see it. */
  answerLetterId: idSchema.nullable(),
  returnReason: z.string().nullable(),
  acknowledgedAt: instantSchema.nullable(),
  isOverdue: z.boolean(),
  canRecall: z.boolean(),
});

export const numberViewSchema = z.object({
  key: z.string(),
  entryId: idSchema,
  bookKind: bookKindSchema,
  bookName: nameSchema,
  unit: unitRefSchema.nullable(),
  office: officeRefSchema,
  no: z.int(),
  printed: z.string(),
  date: dateSchema,
  takenAt: instantSchema,
  status: z.enum(['issued', 'reserved', 'cancelled', 'record_lost']),
  cancelReason: z.string(),
  canCancel: z.boolean(),
  /** Of a receive number: how its stamp came to its place on page 1; null where none is there. */
  stampFound: z.enum(STAMP_FOUND).nullable(),
  canMoveStamp: z.boolean(),
});

export const versionSchema = z.object({
  version: z.int(),
  why: z.enum(['draft', 'submitted', 'amended']),
  by: personRefSchema.nullable(),
  post: postRefSchema.nullable(),
  at: instantSchema,
  subject: z.string().nullable(),
  toText: z.string(),
  body: z.string().nullable(),
  enclosureList: z.array(z.string()),
  dateAsked: dateSchema.nullable(),
  /** Files that it went with: the uploaded letter and the enclosures. */
  documentIds: z.array(idSchema),
  /** Note of whoever returned this version, where it was returned. */
  returnedNote: z.string().nullable(),
});

export const linkViewSchema = z.object({
  letterId: idSchema,
  kind: z.enum(['answers', 'answeredBy', 'refers', 'referredBy', 'replaces', 'replacedBy', 'together', 'sameMatter']),
  subject: z.string().nullable(),
  letterNo: z.string().nullable(),
  receiveNo: z.string().nullable(),
  direction: directionSchema,
  status: letterStatusSchema,
  createdAt: instantSchema,
});

export const assignmentViewSchema = z.object({
  frameId: z.string(),
  unit: unitRefSchema,
  /** The post that was given it; null where the unit was. */
  post: postRefSchema.nullable(),
  role: z.enum(['main', 'info']),
  action: actionWordSchema,
  by: personRefSchema.nullable(),
  dueAt: instantSchema.nullable(),
  receiveNo: z.string().nullable(),
  openedAt: instantSchema,
  closedAt: instantSchema.nullable(),
  outcome: z.string().nullable(),
});

export const addresseeViewSchema = z.object({
  deliveryId: idSchema,
  officeCode: z.string().nullable(),
  officeId: idSchema.nullable(),
  name: z.string(),
  address: z.string(),
  role: agencyRoleSchema,
});

export const letterPageSchema = z.object({
  id: idSchema,
  /** Number of the last committed transition; acts on the whole letter name it. */
  seq: z.int(),
  office: officeRefSchema,
  direction: directionSchema,
  kind: letterKindSchema,
  channel: channelSchema,
  urgency: urgencySchema,
  urgentBy: instantSchema.nullable(),
  /** Null on a sealed item. */
  secrecy: secrecySchema.nullable(),
  isSealed: z.boolean(),
  /** False on a sealed item seen by the registry: envelope only. */
  isRevealed: z.boolean(),
  subject: z.string().nullable(),
  fromText: z.string(),
  toText: z.string(),
  theirNo: z.string(),
  theirDate: dateSchema.nullable(),
  /** Whom the sender counts as in the office's directory of correspondents, for its own people. */
  sender: z.object({ name: z.string(), letterCode: z.string(), phone: z.string(), address: z.string() }).nullable(),
  letterNo: z.string().nullable(),
  letterDate: dateSchema.nullable(),
  receiveNo: z.string().nullable(),
  receivedAt: instantSchema.nullable(),
  deemedReceivedOn: dateSchema.nullable(),
  body: z.string().nullable(),
  enclosureList: z.array(z.string()),
  references: z.array(referenceSchema),
  addressees: z.array(addresseeViewSchema),
  dateAsked: dateSchema.nullable(),
  ownerUnit: unitRefSchema.nullable(),
  drafter: z.object({ person: personRefSchema, post: postRefSchema.nullable() }).nullable(),
  /** As printed under the text. */
  signature: z.object({
    person: personRefSchema,
    post: nameSchema,
    capacity: capacitySchema,
    printedCapacity: z.string().nullable(),
    onBehalfOf: nameSchema.nullable(),
    at: instantSchema,
  }).nullable(),
  facts: factsSchema,
  status: letterStatusSchema,
  outcome: endOutcomeSchema.nullable(),
  publicCode: z.string(),
  textVersion: z.int(),
  createdAt: instantSchema,
  createdBy: personRefSchema.nullable(),
  endedAt: instantSchema.nullable(),
  documents: z.array(documentViewSchema),
  myTasks: z.array(myTaskSchema),
  holders: z.array(holderSchema),
  waitsAt: z.array(waitingAtSchema),
  /** To how many it went for information; who has read it is told by `GET /letters/:letterId/copies`. */
  copies: z.int(),
  /** Acts on the whole letter allowed to the reader now. */
  can: z.array(z.enum(LETTER_ACTS)),
  /** Token that the reader may take back, with `takeBack`. */
  takeBackToken: z.string().nullable(),
  endorsements: z.array(endorsementSchema),
  timeline: z.array(timelineItemSchema),
  routes: z.array(routeViewSchema),
  deliveries: z.array(deliveryViewSchema),
  /** How it came, where it came from an office on this installation. */
  cameBy: z.object({ office: officeRefSchema, letterNo: z.string(), sentAt: instantSchema, dueOn: dateSchema.nullable(), role: agencyRoleSchema }).nullable(),
  numbers: z.array(numberViewSchema),
  versions: z.array(versionSchema),
  links: z.array(linkViewSchema),
  assignments: z.array(assignmentViewSchema),
  /** Acts on this letter not yet applied (of the reader), newest first, and refused ones not yet looked at. */
  pendingCommands: z.array(commandViewSchema),
});
export type LetterPage = z.infer<typeof letterPageSchema>;
