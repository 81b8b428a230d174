/** What an execution loads when it begins: stored state, the routes it is pinned to, its inbox. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json';
import { DomainError } from '#domain/errors';
import type { LoadedLetter } from '#domain/messages';
import type { KeyedEvent, LetterEvent } from '#domain/route/events';
import type { Route, RouteBook, RouteVersionId } from '#domain/route/model';
import { routesNeeded } from '#domain/route/routes-needed';
import type { LetterState } from '#domain/route/state';
import type { Tx } from '../../tx';
import { readInbox } from './inbox';

type LetterRow = { readonly state: LetterState | null; readonly stateHash: string | null; readonly routeVersionId: string; readonly begin: KeyedEvent | null };

/**
 * The letter as PostgreSQL has it. Before its first transition the inbox begins with the start that a person has sent and
 * nobody has applied yet, so that a lost message cannot lose the letter.
 * @throws NOT_FOUND, ROUTE_MISSING
 */
export async function loadLetter(db: Tx, letterId: string): Promise<LoadedLetter> {
  const { rows } = await db.query<LetterRow>({
    name: 'letter_load',
    text: `SELECT l.state, l.state_hash AS "stateHash", l.route_version_id AS "routeVersionId",
        CASE WHEN l.seq = 0 THEN (SELECT json_build_object('id', c.id, 'event', c.event) FROM command c
          WHERE c.letter_id = l.id AND c.kind = 'start' AND c.status = 'pending' ORDER BY c.created_at LIMIT 1) END AS begin
      FROM letter l WHERE l.id = $1`,
    values: [letterId],
  });
  const row = rows[0];
  if (row === undefined) throw new DomainError('NOT_FOUND', { letterId });
  const inbox = await readInbox(db, letterId);
  const events = row.begin === null ? inbox.events : [row.begin, ...inbox.events];
  const frames = Object.values(row.state?.frames ?? {}).map(({ route }) => route);
  const routes = await loadRouteBook(db, [row.routeVersionId, ...frames], events.map(({ event }) => event));
  return { state: row.state, stateHash: row.stateHash, routes, inbox: { events, nextAt: inbox.nextAt } };
}

/** The named versions and whatever they and the waiting events lead to. */
async function loadRouteBook(db: Tx, ids: readonly RouteVersionId[], events: readonly LetterEvent[]): Promise<RouteBook> {
  let book: RouteBook = {};
  let missing: readonly RouteVersionId[] = [...new Set(ids)];
  while (missing.length > 0) {
    book = { ...book, ...(await loadRoutes(db, missing)) };
    const loaded = book;
    missing = [...new Set([...routesNeeded(loaded, null), ...events.flatMap((event) => routesNeeded(loaded, event))])];
  }
  return book;
}

const MAX_CACHED = 500;
/** Published versions never change: checked once against their hash, then kept. Versions by id, oldest first. */
const checked = new Map<RouteVersionId, Route>();

/**
 * Route versions by id, each checked against the hash it was published with.
 * @throws ROUTE_MISSING for an unknown version, ROUTE_INVALID where the definition is not what was published
 */
export async function loadRoutes(db: Tx, ids: readonly RouteVersionId[]): Promise<{ readonly [id: RouteVersionId]: Route }> {
  const unknown = ids.filter((id) => !checked.has(id));
  if (unknown.length > 0) {
    const { rows } = await db.query<{ id: string; definition: Route; sha256: string }>({
      name: 'route_versions',
      text: 'SELECT id, definition, sha256 FROM route_version WHERE id = ANY($1::uuid[])',
      values: [unknown],
    });
    for (const { id, definition, sha256 } of rows) {
      if (createHash('sha256').update(canonicalJson(definition)).digest('hex') !== sha256) throw new DomainError('ROUTE_INVALID', { routeVersionId: id });
      checked.set(id, definition);
    }
  }
  const found = ids.map((id) => {
    const route = checked.get(id);
    if (route === undefined) throw new DomainError('ROUTE_MISSING', { routeVersionId: id });
    return [id, route] as const;
  });
  for (const id of checked.keys()) {
    if (checked.size <= MAX_CACHED) break;
    checked.delete(id);
  }
  return Object.fromEntries(found);
}
