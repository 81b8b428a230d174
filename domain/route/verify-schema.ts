/** The shape of a route that comes from outside, and its verification in one call. */
import { z } from 'zod';
import type { NodeType, Route, RouteNode } from './model';
import { stepForms } from './steps/forms';
import { codeSchema, idSchema, labelSchema } from './steps/form-parts';
import { finding } from './verify/finding';
import { verifyRoute, type Finding, type VerifyContext } from './verify';

/** Largest route that is accepted, in steps. */
export const MAX_NODES = 300;

type NodeSchema = z.ZodObject<{ type: z.ZodLiteral<NodeType> }>;
// Each form's schema is an object with its own type as a literal; StepForm only tells what it gives.
const schemas = Object.values(stepForms).map((form) => form.schema) as unknown as [NodeSchema, ...NodeSchema[]];
/** Any node, by the schema of its own type. */
export const nodeSchema = z.discriminatedUnion('type', schemas) as unknown as z.ZodType<RouteNode>;

export const routeSchema: z.ZodType<Route> = z.strictObject({
  schemaVersion: z.literal(1),
  name: labelSchema,
  nameEn: z.string().trim().max(200).exactOptional(),
  description: z.string().trim().max(2000).exactOptional(),
  nodes: z.array(nodeSchema).min(1).max(MAX_NODES),
  edges: z.array(z.strictObject({ id: idSchema, from: idSchema, outcome: codeSchema, to: idSchema })).max(MAX_NODES * 10),
});

export type ParsedRoute = { readonly route: Route | null; readonly findings: readonly Finding[] };

const NO_ROUTE: Route = { schemaVersion: 1, name: '', nodes: [], edges: [] };

/** Read a route from outside and verify it. `route` is null where it has not even the shape of one. */
export function parseAndVerify(value: unknown, context: VerifyContext = {}): ParsedRoute {
  const parsed = routeSchema.safeParse(value);
  if (!parsed.success) {
    return { route: null, findings: parsed.error.issues.slice(0, 50).map((issue) => finding('SCHEMA', NO_ROUTE, [], `${issue.path.join('.')}: ${issue.message}`)) };
  }
  return { route: parsed.data, findings: verifyRoute(parsed.data, context) };
}
