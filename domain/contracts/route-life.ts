/** A route in use: test cases kept with it, where its letters stand, where it does not fit practice, and moving letters to another version. */
import { z } from 'zod';
import { labelSchema, idSchema as nodeIdSchema } from '../route/steps/form-parts';
import { scriptSchema } from '../route/rehearsal/schema';
import { dateSchema, idSchema, instantSchema, nameSchema, pageOf, pageQuerySchema, personRefSchema } from './common';
import { routeInfoSchema, routeVersionSchema } from './route-design';

const count = z.int().min(0);

/** Test cases of one draft at most. */
export const CASES_MAX = 100;
const caseFields = { name: labelSchema, script: scriptSchema.meta({ id: 'RehearsalScript' }), expected: z.array(nodeIdSchema).max(2_000) };
export const routeCaseSaveSchema = z.strictObject(caseFields);
export const routeCaseSchema = z.object({ id: idSchema, ...caseFields, rev: count, createdAt: instantSchema }).meta({ id: 'RouteCase' });
export const routeCasesSchema = z.object({ items: z.array(routeCaseSchema), canEdit: z.boolean() });

export const routeLiveQuerySchema = z.object({ versionId: idSchema.optional() });
/** Within what the reader may know of: letters of a class are counted only for those cleared for them. */
export const routeLiveSchema = z.object({
  route: routeInfoSchema, version: routeVersionSchema,
  nodes: z.array(z.object({ nodeId: z.string(), letters: count, late: count })),
});

/** Days in Bangkok, both of them included; the last 90 where none are named. */
export const routePracticeQuerySchema = z.object({ versionId: idSchema.optional(), from: dateSchema.optional(), to: dateSchema.optional() });
const happenedSchema = z.object({ times: count, letters: count });
/** Where the drawing does not fit practice, step by step, within what the reader may know of. */
export const routePracticeSchema = z.object({
  route: routeInfoSchema, version: routeVersionSchema, from: dateSchema, to: dateSchema,
  steps: z.array(z.object({
    nodeId: z.string(), name: nameSchema,
    /** Tasks opened at the step, to hold the others against. */
    tasks: happenedSchema,
    /** Tasks for which nobody was found by the rule; steps out of turn; tasks that ended by sending back. */
    fallbacks: happenedSchema, adhoc: happenedSchema, returns: happenedSchema,
  })),
});
export type RoutePractice = z.infer<typeof routePracticeSchema>;

const whyNot = { code: z.string().nullable(), nodeId: z.string().nullable(), nodeName: nameSchema.nullable() };
const letterOfMove = { letterId: idSchema, letterNo: z.string().nullable(), receiveNo: z.string().nullable(), subject: z.string().nullable() };
const blockedSchema = z.object({ ...whyNot, code: z.string(), count });
/** Which letters of other versions have a place in this one for everything that goes on in them; within what the reader may know of. */
export const moveCheckSchema = z.object({
  total: count, canMove: count, blocked: z.array(blockedSchema),
  /** The first 200; why not, and at which step. */
  letters: z.array(z.object({ ...letterOfMove, ...whyNot, state: z.enum(['canMove', 'cannot']) })),
}).meta({ id: 'RouteMoveCheck' });
export type MoveCheck = z.infer<typeof moveCheckSchema>;

/** A move of running letters to a version, with how far it is; letters are counted within what the reader may know of. */
const routeMoveSchema = z.object({
  id: idSchema, by: personRefSchema, reason: z.string(), startsAt: instantSchema, endedAt: instantSchema.nullable(), waiting: count, moved: count, cancelled: count,
  refused: z.array(blockedSchema),
  /** Asked to stop: letters that have been offered the move already still answer. */
  cancel: z.object({ at: instantSchema, by: personRefSchema, reason: z.string() }).nullable(),
}).meta({ id: 'RouteMove' });
export type RouteMove = z.infer<typeof routeMoveSchema>;
/** The newest first. */
export const routeMovesSchema = z.object({ items: z.array(routeMoveSchema) });

export const MOVE_STATES = ['waiting', 'moved', 'refused', 'cancelled'] as const;
export const moveLettersQuerySchema = pageQuerySchema.extend({ state: z.enum(MOVE_STATES).optional() });
/** What became of each letter; a letter that goes several ways at once stands once for each. */
export const moveLettersSchema = pageOf(z.object({ ...letterOfMove, ...whyNot, frameId: z.string(), state: z.enum(MOVE_STATES), at: instantSchema.nullable(), attempts: count, nextAt: instantSchema.nullable() }));
