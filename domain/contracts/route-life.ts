/** A route in use: test cases kept with it, where its letters stand, where it does not fit practice, and moving letters to another version. */
import { z } from 'zod';
import { labelSchema, idSchema as nodeIdSchema } from '../route/steps/form-parts';
import { scriptSchema } from '../route/rehearsal/schema';
import { idSchema, instantSchema, personRefSchema } from './common';
import { routeVersionSchema } from './route-design';

const count = z.int().min(0);

/** Test cases of one draft at most. */
export const CASES_MAX = 100;
const caseFields = { name: labelSchema, script: scriptSchema.meta({ id: 'RehearsalScript' }), expected: z.array(nodeIdSchema).max(2_000) };
export const routeCaseSaveSchema = z.strictObject(caseFields);
export const routeCaseSchema = z.object({ id: idSchema, ...caseFields, rev: count, createdAt: instantSchema }).meta({ id: 'RouteCase' });
export const routeCasesSchema = z.object({ items: z.array(routeCaseSchema), canEdit: z.boolean() });

const perStepSchema = z.object({ nodeId: z.string(), count });
export const routeLiveQuerySchema = z.object({ versionId: idSchema.optional() });
/** Within what the reader may know of: letters of a class are counted only for those cleared for them. */
export const routeLiveSchema = z.object({
  version: routeVersionSchema,
  nodes: z.array(z.object({ nodeId: z.string(), letters: count, late: count })),
  /** Since then; where the drawing does not fit practice. */
  since: instantSchema,
  practice: z.object({
    /** Tasks for which nobody was found, so that the post of last resort got them. */
    fallbacks: z.array(perStepSchema), adhoc: z.array(perStepSchema), returns: z.array(perStepSchema),
    /** Tasks opened at a step, to hold the others against. */
    tasks: z.array(perStepSchema),
  }),
});

const moveLetterSchema = z.object({
  letterId: idSchema, letterNo: z.string().nullable(), receiveNo: z.string().nullable(), subject: z.string().nullable(), state: z.enum(['canMove', 'cannot', 'waiting', 'moved', 'refused']),
  /** Why not, and at which step. */
  code: z.string().nullable(), nodeId: z.string().nullable(),
});
/** Which letters of other versions have a place in this one for everything that goes on in them. */
export const moveCheckSchema = z.object({
  version: routeVersionSchema, total: count, canMove: count,
  blocked: z.array(z.object({ code: z.string(), nodeId: z.string().nullable(), count })),
  /** Those that the reader may know of, the first 200. */
  letters: z.array(moveLetterSchema),
});


/** Moves of running letters to a version, the newest first, with how far each is. */
export const routeMovesSchema = z.object({
  items: z.array(z.object({
    id: idSchema, by: personRefSchema, reason: z.string(), startsAt: instantSchema, endedAt: instantSchema.nullable(), waiting: count, moved: count,
    refused: z.array(z.object({ code: z.string(), nodeId: z.string().nullable(), count })),
  })),
});
