import type { z } from 'zod';
import type { routeChoiceSchema } from '#domain/contracts/letters';
import { DomainError } from '#domain/errors';
import type { Direction, LetterKind, RouteTableScope } from '#domain/letter/vocabulary';
import { decideByTable } from '#domain/route/decision-table';
import type { DecisionTable, Facts, Route } from '#domain/route/model';
import { findRouteTable, getRouteTable, getVersionInForce, listVersionsInForce, loadDefinitions, type RouteVersion } from '#db/repositories/routes';
import type { Tx } from '#db/tx';

export type RouteChoice = z.infer<typeof routeChoiceSchema>;

/** Definitions by version: immutable, so kept for ever. */
const definitions = new Map<string, Route>();

/** The definition of a route version. @throws DomainError ROUTE_MISSING */
export async function getDefinition(tx: Tx, versionId: string): Promise<Route> {
  const found = await getDefinitions(tx, [versionId]);
  const definition = found.get(versionId);
  if (definition === undefined) throw new DomainError('ROUTE_MISSING', { versionId });
  return definition;
}

export async function getDefinitions(tx: Tx, versionIds: readonly string[]): Promise<ReadonlyMap<string, Route>> {
  const missing = versionIds.filter((id) => !definitions.has(id));
  if (missing.length > 0) {
    for (const [id, definition] of Object.entries(await loadDefinitions(tx, [...new Set(missing)]))) definitions.set(id, definition);
  }
  return new Map(versionIds.flatMap((id) => { const found = definitions.get(id); return found === undefined ? [] : [[id, found] as const]; }));
}

const toChoice = (version: RouteVersion, row: Pick<RouteChoice, 'rowId' | 'rowNo' | 'isOtherwise'>): RouteChoice => ({
  routeVersionId: version.id,
  routeCode: version.code,
  name: { th: version.nameTh, en: version.nameEn },
  version: version.version,
  ...row,
});
const BY_HAND = { rowId: null, rowNo: null, isOtherwise: false };

/** The route that the office's table chooses for a letter of these facts. @throws DomainError ROUTE_MISSING */
export async function chooseRoute(tx: Tx, { officeId, facts, at }: { readonly officeId: string; readonly facts: Facts; readonly at: string }): Promise<RouteChoice> {
  const table = await getRouteTable(tx, { officeId, scope: 'letter' });
  const { ruleIds, values } = decideByTable(table, facts);
  const code = values['route'];
  if (typeof code !== 'string') throw new DomainError('ROUTE_MISSING', { officeId });
  const index = table.rules.findIndex(({ id }) => id === ruleIds[0]);
  const row = table.rules[index];
  const version = await getVersionInForce(tx, { officeId, code, at });
  return toChoice(version, { rowId: row?.id ?? null, rowNo: index + 1, isOtherwise: index === table.rules.length - 1 && row?.when.every((cell) => cell === null) === true });
}

type Asked = { readonly officeId: string; readonly kind: LetterKind; readonly direction: Direction; readonly at: string };
/** Every other route in force that takes letters of this kind and direction. */
export async function listAllowedRoutes(tx: Tx, { officeId, kind, direction, at }: Asked): Promise<RouteChoice[]> {
  const versions = await listVersionsInForce(tx, officeId, at);
  const found = await getDefinitions(tx, versions.map(({ id }) => id));
  return versions.filter(({ id }) => accepts(found.get(id), kind, direction)).map((version) => toChoice(version, BY_HAND));
}

const accepts = (route: Route | undefined, kind: LetterKind, direction: Direction): boolean =>
  route?.nodes.some((node) => node.type === 'start' && node.kinds.includes(kind) && node.directions.includes(direction)) === true;

type Given = { readonly officeId: string; readonly facts: Facts; readonly at: string };

/** The route that a unit runs for what it is given, pinned to the version in force. @throws DomainError ROUTE_MISSING */
export async function chooseUnitRoute(tx: Tx, given: Given): Promise<string> {
  return versionFor(tx, 'unit', await getRouteTable(tx, { officeId: given.officeId, scope: 'unit' }), given);
}

/** The route of what is given to a post, pinned to the version in force. @throws DomainError POST_ROUTE_MISSING where the office has none, ROUTE_MISSING */
export async function choosePostRoute(tx: Tx, given: Given): Promise<string> {
  const table = await findRouteTable(tx, { officeId: given.officeId, scope: 'post' });
  if (table === null) throw new DomainError('POST_ROUTE_MISSING', { field: 'picks' });
  return versionFor(tx, 'post', table, given);
}

async function versionFor(tx: Tx, scope: RouteTableScope, table: DecisionTable, { officeId, facts, at }: Given): Promise<string> {
  const code = decideByTable(table, facts).values['route'];
  if (typeof code !== 'string') throw new DomainError('ROUTE_MISSING', { officeId, scope });
  return (await getVersionInForce(tx, { officeId, code, at })).id;
}
