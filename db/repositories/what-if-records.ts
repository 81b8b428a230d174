/** Letters of the past with their events, as they are on record: read in batches, and only read. */
import type { LetterEvent, StartEvent } from '#domain/route/events';
import type { Outcome } from '#domain/route/effects';
import type { LetterRecord } from '#domain/route/what-if/record';
import type { Tx } from '../tx';
import { createParams } from './params';

type Span = {
  readonly officeId: string;
  /** Instants; the later one does not belong to it. */
  readonly from: string;
  readonly until: string;
  /** Only letters that went through one of these versions, in the office or in a unit; null for all. */
  readonly versions: readonly string[] | null;
  readonly limit: number;
};

/** Letters that began in a span, the oldest first. Of this office, whether or not a reader may know of them. */
export async function listLettersOfSpan(tx: Tx, { officeId, from, until, versions, limit }: Span): Promise<readonly string[]> {
  const params = createParams();
  const conditions = [`l.office_id = ${params.add(officeId, 'uuid')}`, `l.status <> 'new'`, `l.created_at >= ${params.add(from, 'timestamptz')}`, `l.created_at < ${params.add(until, 'timestamptz')}`];
  if (versions !== null) {
    const ids = params.add(versions, 'text[]');
    conditions.push(`(l.route_version_id::text = any(${ids}) or exists (select 1 from command c, jsonb_array_elements(c.event->'picks') p
      where c.letter_id = l.id and c.kind = 'act' and c.status = 'done' and jsonb_typeof(c.event->'picks') = 'array' and p->>'routeVersionId' = any(${ids})))`);
  }
  const { rows } = await tx.query<{ id: string }>(`select l.id from letter l where ${conditions.join(' and ')} order by l.created_at, l.id limit ${params.add(limit, 'int')}`, params.values);
  return rows.map(({ id }) => id);
}

type EventRow = { readonly letterId: string; readonly eventId: string; readonly at: string; readonly event: LetterEvent | null; readonly outcome: Outcome };

const EVENTS_SQL = `select t.letter_id as "letterId", t.event_id as "eventId", to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, coalesce(c.event, e.event) as event, t.outcome
    from transition t
    left join command c on c.letter_id = t.letter_id and c.id::text = t.event_id
    left join letter_event e on e.letter_id = t.letter_id and e.key = t.event_id
   where t.letter_id = any($1::uuid[]) order by t.letter_id, t.seq`;
const DUES_SQL = `select letter_id as "letterId", json_object_agg(id, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as dues from task where letter_id = any($1::uuid[]) group by letter_id`;

/** A letter without a record of how it began is answered as null. In the order asked for. */
export async function loadLetterRecords(tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly record: LetterRecord | null }[]> {
  const events = await tx.query<EventRow>({ name: 'what_if_events', text: EVENTS_SQL, values: [ids] });
  const dues = await tx.query<{ letterId: string; dues: LetterRecord['dues'] }>({ name: 'what_if_dues', text: DUES_SQL, values: [ids] });
  const duesOf = new Map(dues.rows.map((row) => [row.letterId, row.dues]));
  const eventsOf = new Map<string, EventRow[]>();
  for (const row of events.rows) {
    const known = eventsOf.get(row.letterId);
    if (known === undefined) eventsOf.set(row.letterId, [row]);
    else known.push(row);
  }
  return ids.map((id) => ({ id, record: toRecord(id, eventsOf.get(id) ?? [], duesOf.get(id) ?? {}) }));
}

/** Null where an event is missing: what is known of a letter then cannot be followed. */
function toRecord(id: string, rows: readonly EventRow[], dues: LetterRecord['dues']): LetterRecord | null {
  const events = rows.flatMap(({ event, eventId, at, outcome }) => {
    const known = event ?? timerOf(eventId, at);
    return known === null ? [] : [{ event: known, outcome }];
  });
  const [first, ...rest] = events;
  if (first?.event.type !== 'start' || events.length < rows.length) return null;
  return { id, start: first.event satisfies StartEvent, startOutcome: first.outcome, events: rest, dues };
}

/** A time limit that fell due is known by its key alone. */
function timerOf(eventId: string, at: string): LetterEvent | null {
  const [, timerId, nth] = /^timer:(.+):(\d+)$/.exec(eventId) ?? [];
  return timerId === undefined ? null : { type: 'timer', at, timerId, nth: Number(nth) };
}
