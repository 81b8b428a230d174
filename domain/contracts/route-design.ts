/** Designing routes: versions, drafts, and what a designer's pickers, previews and verifier need to know of an office. */
import { z } from 'zod';
import type { OfficeCalendar } from '../calendar/calendar';
import type { Directory } from '../route/directory';
import type { Route } from '../route/model';
import type { Layout } from '../route/operations';
import { routeSchema } from '../route/verify-schema';
import {
  agencyRoleSchema, bookKindSchema, codeSchema, dateSchema, idSchema, instantSchema, lineSchema, nameSchema, officeRefSchema, personRefSchema, postRefSchema, reasonSchema, requiredLineSchema, roleSchema, secrecySchema, unitRefSchema,
} from './common';
import { NOTE_MAX } from './limits';
import { booksCopySchema, officePeopleSchema } from './route-people';

const count = z.int().min(0);
const noteSchema = z.string().trim().max(NOTE_MAX);

const settingSchema = z.unknown().meta({ description: 'A setting, by the type of the step' });
/** A route as it is stored: read by the engine, never cut down to what this version of the product knows. */
export const routeDocumentSchema = z.object({
  schemaVersion: z.literal(1), name: z.string(), nameEn: z.string().optional(), description: z.string().optional(),
  nodes: z.array(z.object({ id: z.string(), type: z.string(), name: z.string() }).catchall(settingSchema)), edges: z.array(z.object({ id: z.string(), from: z.string(), outcome: z.string(), to: z.string() })),
}).meta({ id: 'RouteDocument', description: 'A route: steps and lines between them (docs: route definition, version 1)' }) as unknown as z.ZodType<Route>;
/** What of a letter's journey may be drawn: only the shape is checked here; the verifier says what is wrong with it. */
const drawnRouteSchema = routeSchema.meta({ id: 'RouteDrawing', description: 'A route as drawn: finished or not, but of the shape of one' });
const placeSchema = z.strictObject({ x: z.number().min(-100_000).max(100_000), y: z.number().min(-100_000).max(100_000) });
/** Where each step stands on the canvas. */
const layoutSchema: z.ZodType<Layout> = z.record(z.string().max(60), placeSchema).meta({ id: 'RouteLayout' });

const VERSION_STATES = ['inForce', 'scheduled', 'retired', 'calledOff'] as const;
export const routeVersionSchema = z.object({
  id: idSchema, routeId: idSchema, version: count, sha256: z.string(), state: z.enum(VERSION_STATES),
  /** Letters start on it from then on; the start of a Bangkok day, or the moment of publishing. */
  from: instantSchema,
  /** When the next one took over; null where none has. */
  until: instantSchema.nullable(),
  publishedAt: instantSchema,
  /** Null: the product's own, from the installation. */
  author: personRefSchema.nullable(), approver: personRefSchema.nullable(), note: z.string(),
  /** Letters of it that are not closed, as far as the reader may know of them. */
  openLetters: count,
}).meta({ id: 'RouteVersionInfo' });

const PROPOSAL_STATES = ['waiting', 'published', 'returned', 'withdrawn'] as const;
const proposalInfoSchema = z.object({
  id: idSchema, officeId: idSchema, routeId: idSchema.nullable(), code: z.string(), name: nameSchema, state: z.enum(PROPOSAL_STATES), author: personRefSchema, note: z.string(), createdAt: instantSchema,
  /** Null: at once when approved. */
  from: instantSchema.nullable(), runningLetters: z.enum(['stay', 'move']),
  decidedBy: personRefSchema.nullable(), decidedAt: instantSchema.nullable(), reason: z.string(), draftId: idSchema.nullable(), versionId: idSchema.nullable(),
  canApprove: z.boolean(), canWithdraw: z.boolean(),
}).meta({ id: 'RouteProposalInfo' });
export type RouteProposalInfo = z.infer<typeof proposalInfoSchema>;

const draftInfoSchema = z.object({ id: idSchema, rev: count, updatedAt: instantSchema });
export const officeQuerySchema = z.object({ officeId: idSchema.optional() });
export const routeDesignsSchema = z.object({
  office: officeRefSchema,
  /** Draw, propose; approve what another has proposed; set the office's rules for it. */
  canDesign: z.boolean(), canSetRules: z.boolean(),
  /** A second person must approve; this office's routes may be taken over by the offices below it. */
  rules: z.object({ fourEyes: z.boolean(), offersTemplates: z.boolean() }),
  routes: z.array(z.object({
    id: idSchema, code: z.string(), name: nameSchema, inForce: routeVersionSchema.nullable(), next: routeVersionSchema.nullable(), myDraft: draftInfoSchema.nullable(),
    /** Drafts of others; null where the reader does not design. */
    otherDrafts: count.nullable(), proposal: proposalInfoSchema.nullable(),
  })),
  /** Drafts and proposals of routes that are not there yet. */
  newRoutes: z.array(z.object({ code: z.string(), name: nameSchema, author: personRefSchema, isMine: z.boolean(), draft: draftInfoSchema.nullable(), proposal: proposalInfoSchema.nullable() })),
});

/** What an office calls its posts and units, each by their codes. */
const placesSchema = z.object({ posts: z.record(z.string(), nameSchema), units: z.record(z.string(), nameSchema) });
export const routeInfoSchema = z.object({ id: idSchema, officeId: idSchema, code: z.string(), name: nameSchema });
export const routeVersionsSchema = z.object({ route: routeInfoSchema, canDesign: z.boolean(), versions: z.array(routeVersionSchema) });
export const routeVersionDetailSchema = z.object({
  route: routeInfoSchema, canDesign: z.boolean(), version: routeVersionSchema, definition: routeDocumentSchema, layout: layoutSchema,
  /** What its office calls the posts and units that the route names by code. */
  places: placesSchema,
});

const positionMapSchema = z.strictObject({ posts: z.record(z.string().max(60), z.string().max(60)), units: z.record(z.string().max(60), z.string().max(60)) });
export const draftStartSchema = z.strictObject({
  officeId: idSchema,
  from: z.discriminatedUnion('kind', [
    /** A new route with nothing but its start. */
    z.strictObject({ kind: z.literal('empty'), code: codeSchema, nameTh: requiredLineSchema(200), nameEn: lineSchema(200).default('') }),
    /** Another version of a route of this office. */
    z.strictObject({ kind: z.literal('version'), versionId: idSchema }),
    /** A route of an office whose routes may be taken over, with its positions exchanged for this office's. */
    z.strictObject({ kind: z.literal('template'), versionId: idSchema, code: codeSchema, positions: positionMapSchema }),
    /** A route from a file; an existing code begins another version of that route. */
    z.strictObject({ kind: z.literal('json'), code: codeSchema, definition: drawnRouteSchema, layout: layoutSchema.default({}) }),
  ]),
});
/** The draft that was begun before, where the reader has one of this route, comes as `details.draftId` of DRAFT_EXISTS. */
export const draftSaveSchema = z.strictObject({
  definition: drawnRouteSchema, layout: layoutSchema, note: noteSchema.optional(),
  /** The version in force that the author has looked at and now draws upon, where the draft was begun from one before. */
  baseVersionId: idSchema.optional(),
});
export const draftSavedSchema = z.object({ rev: count, updatedAt: instantSchema });
export const routeDraftSchema = z.object({
  id: idSchema, officeId: idSchema, routeId: idSchema.nullable(), code: z.string(), rev: count, author: personRefSchema, note: z.string(), createdAt: instantSchema, updatedAt: instantSchema,
  definition: routeDocumentSchema, layout: layoutSchema,
  /** English name of the route that it is to follow, for a drawing that says none; empty where it has none. */
  storedNameEn: z.string(),
  /** The version it was begun from, and whether that is still what it would follow. */
  base: routeVersionSchema.nullable(), isBaseCurrent: z.boolean(), inForce: routeVersionSchema.nullable(),
  /** Only its author changes it, and not while it is proposed. */
  canEdit: z.boolean(), proposal: proposalInfoSchema.nullable(),
});
export type RouteDraftView = z.infer<typeof routeDraftSchema>;

const ref = idSchema.nullable();
/** `Directory` of the domain. */
const directorySchema = z.object({
  posts: z.array(z.object({
    id: idSchema, code: z.string(), unitId: idSchema, superiorId: ref, roles: z.array(roleSchema), isUnitHead: z.boolean(), holders: z.array(idSchema), clearance: secrecySchema,
    clearances: z.record(idSchema, secrecySchema), oversees: z.array(idSchema),
  })),
  units: z.array(z.object({ id: idSchema, code: z.string(), parentId: ref, headPostId: ref })),
  registryUnitId: ref, fallbackPostId: ref, processOwnerPostId: ref, secretRegistrarPostId: ref, parentSecretRegistrarPostId: ref,
}).meta({ id: 'RouteDirectory', description: 'Posts with whoever acts for them at that moment, units, and posts of last resort' }) as unknown as z.ZodType<Directory>;
const clockSchema = z.string();
/** `OfficeCalendar` of the domain. */
export const officeCalendarSchema = z.object({
  hours: z.object({ start: clockSchema, end: clockSchema, lunchStart: clockSchema, lunchEnd: clockSchema }), weekend: z.array(z.int().min(0).max(6)),
  days: z.record(z.string(), z.object({ kind: z.enum(['holiday', 'working']), name: z.string(), scope: z.enum(['national', 'region', 'office']), isPredicted: z.boolean().optional() })),
}).meta({ id: 'OfficeCalendar', description: 'Hours, weekly days off, and the days that differ' }) as unknown as z.ZodType<OfficeCalendar>;

export const designContextQuerySchema = officeQuerySchema.extend({ at: z.iso.datetime({ offset: true }).optional() });
export const designContextSchema = z.object({
  office: officeRefSchema, at: instantSchema,
  /** `VerifyContext` of the domain: with it `verifyRoute` says the same here and there. */
  verify: z.object({ directory: directorySchema, routes: z.record(idSchema, routeDocumentSchema), lists: z.array(z.string()), places: placesSchema }),
  /** By route code: the highest class of letters that the office's table gives it (`VerifyContext.admits`); absent where the table does not say. */
  admits: z.record(z.string(), secrecySchema),
  /** Codes of the routes that the office's table gives to what is directed to a post (`VerifyContext.isForPosts`). */
  postCodes: z.array(z.string()),
  posts: z.array(postRefSchema.extend({ unitId: idSchema, roles: z.array(roleSchema), isUnitHead: z.boolean() })),
  units: z.array(unitRefSchema.extend({ parentId: idSchema.nullable() })),
  /** Everybody who holds or may act for a post, by id. */
  persons: z.record(idSchema, nameSchema),
  books: z.array(z.object({ id: idSchema, kind: bookKindSchema, name: nameSchema, unitId: idSchema.nullable(), isHeld: z.boolean() })),
  lists: z.array(z.object({ id: idSchema, code: z.string(), name: nameSchema, members: z.array(z.object({ office: officeRefSchema, role: agencyRoleSchema })) })),
  /** Versions in force of the office's routes, for `call`; definitions by id in `verify.routes`. */
  routes: z.array(z.object({ id: idSchema, routeId: idSchema, code: z.string(), name: nameSchema, version: count })),
  calendar: officeCalendarSchema,
  /** Who acts when, and where the books stand: nothing of it is changed by rehearsing. */
  people: officePeopleSchema, bookCopies: booksCopySchema,
  /** The incoming route in force of each unit, by unit; definitions in `verify.routes`. */
  unitRoutes: z.record(idSchema, idSchema),
  /** What a post runs that is given a letter; null where the office has no such route. */
  postRoute: ref,
  /** Routes in force of offices above that let theirs be taken over. */
  templates: z.array(z.object({ office: officeRefSchema, versionId: idSchema, code: z.string(), name: nameSchema, version: count })),
});
export type DesignContext = z.infer<typeof designContextSchema>;

/** `drawing` and `manual` are PDF, `svg` a picture, `bpmn` for other modellers, `json` canonical and hashed. */
export const routeFileQuerySchema = z.object({ format: z.enum(['drawing', 'manual', 'svg', 'bpmn', 'json']) });
/** Characters of a BPMN file at most. */
export const BPMN_MAX = 2 * 1024 * 1024;
export const bpmnFileSchema = z.strictObject({ xml: z.string().min(1).max(BPMN_MAX) });
export const bpmnReadSchema = z.object({
  definition: routeDocumentSchema, layout: layoutSchema,
  /** What became of everything in the file, as sentences. */
  report: z.array(z.object({ verdict: z.enum(['mapped', 'approximated', 'dropped']), text: z.string(), elementId: z.string(), nodeId: z.string().nullable() })),
});
const linesSchema = z.object({ th: z.array(z.string()), en: z.array(z.string()) });
const pathStepSchema = z.object({ node: z.string(), outcome: z.string(), to: z.string().optional() }).catchall(settingSchema);
const findingSchema = z.object({
  id: z.string(), code: z.string(), severity: z.enum(['error', 'warning']), nodes: z.array(z.string()), detail: z.string(), path: z.array(pathStepSchema).optional(), textTh: z.string(), textEn: z.string(),
}).meta({ id: 'RouteFinding' });
const verdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passed'), outcome: z.string().nullable() }),
  z.object({ kind: z.literal('otherWay'), step: count, expected: z.string().nullable(), actual: z.string().nullable() }),
  z.object({ kind: z.literal('refused'), move: z.int(), code: z.string() }),
]);
/** What the server says of a draft as it is stored: findings, what its test cases come to, and which lines none of them takes. */
export const checkedSchema = z.object({
  rev: count, checkedAt: instantSchema, findings: z.array(findingSchema),
  cases: z.array(z.object({ id: z.string(), verdict: verdictSchema, path: z.array(z.string()), edges: z.array(z.string()) })),
  coverage: z.object({ byEdge: z.record(z.string(), count), uncovered: z.array(z.string()) }),
});
const publishFields = {
  note: reasonSchema,
  /** At once when approved, or from the beginning of a day after today (Bangkok). */
  from: z.union([z.literal('now'), dateSchema]),
  /** What happens to letters that run on the version before. */
  runningLetters: z.enum(['stay', 'move']),
};
export const proposeSchema = z.strictObject(publishFields);
export const rollBackSchema = z.strictObject({ versionId: idSchema, ...publishFields });
export const routeReasonSchema = z.strictObject({ reason: reasonSchema });
export const routeProposalInfoSchema = proposalInfoSchema;
/** A proposal as whoever approves it looks at it. */
export const routeProposalSchema = z.object({
  proposal: proposalInfoSchema, definition: routeDocumentSchema, layout: layoutSchema,
  /** The version that it follows. */
  base: routeVersionSchema.nullable(), baseDefinition: routeDocumentSchema.nullable(),
  changes: linesSchema,
  /** Posts that will be told, each with what changes for it. */
  affected: z.array(linesSchema.extend({ post: postRefSchema })),
  findings: z.array(findingSchema), cases: count,
});
export type RouteProposal = z.infer<typeof routeProposalSchema>;
export const versionCalledOffSchema = z.object({ version: routeVersionSchema });
const routeRules = { fourEyes: z.boolean(), offersTemplates: z.boolean() };
export const routeRulesSchema = z.object(routeRules);
export const routeRulesSaveSchema = z.strictObject({ ...routeRules, reason: reasonSchema });
