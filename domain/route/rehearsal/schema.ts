/** Schema of rehearsals that come from outside. */
import { z } from 'zod';
import { deadlineRuleSchema, factValueSchema } from '../../contracts/common';
import { SECRECIES } from '../../letter/vocabulary';
import { actionSchema, codeSchema, factNameSchema, idSchema } from '../steps/form-parts';
import { MAX_MOVES, type Move, type Script } from './script';

const factsSchema = z.record(factNameSchema, factValueSchema);
const instantSchema = z.iso.datetime({ offset: true });
const keySchema = z.string().min(1).max(120);

const moveSchema: z.ZodType<Move> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('act'),
    at: z.strictObject({ node: idSchema, index: z.int().min(0).max(100), within: z.string().max(600), about: keySchema.nullable() }),
    outcome: codeSchema,
    returnTo: idSchema.exactOptional(),
    action: actionSchema.exactOptional(),
    picks: z.array(z.strictObject({ unitId: keySchema, postId: keySchema.exactOptional(), role: z.enum(['main', 'info']) })).max(100).exactOptional(),
    forwardTo: keySchema.exactOptional(),
    facts: factsSchema.exactOptional(),
    due: deadlineRuleSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('clock'), to: instantSchema }),
  z.strictObject({ kind: z.literal('delivery'), deliveryId: keySchema, change: z.enum(['registered', 'returned', 'answered', 'acknowledged']) }),
  z.strictObject({ kind: z.literal('answered') }),
  z.strictObject({ kind: z.literal('letter'), act: z.enum(['hold', 'resume', 'cancel']) }),
]);

export const scriptSchema: z.ZodType<Script> = z.strictObject({
  schemaVersion: z.literal(1),
  at: instantSchema,
  facts: factsSchema,
  secrecy: z.enum(SECRECIES),
  unitId: keySchema.nullable(),
  drafterPost: codeSchema.nullable(),
  moves: z.array(moveSchema).max(MAX_MOVES),
});
