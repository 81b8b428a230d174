/**
 * Lives letters directly against PostgreSQL, without Temporal, on a clock of its own: the pure `advance` and the real commit.
 * What it leaves behind is exactly what executions leave, so the letters are resumed like any others.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { commitTransition, type CommitDeps } from '#activities/commit-transition';
import { dropEvent } from '#db/repositories/commit/inbox';
import { loadRoutes } from '#db/repositories/commit/load';
import { createDirectoryCache } from '#db/repositories/directory';
import { findSubject } from '#db/repositories/people';
import { getRouteTable, getVersionInForce } from '#db/repositories/routes';
import { officeId, postId, unitId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { canonicalJson } from '#domain/canonical-json';
import { DomainError, isDomainError } from '#domain/errors';
import { machineEventKey } from '#domain/ids';
import type { Addressee, CommandContent } from '#domain/letter/content';
import type { Channel, Direction, LetterKind, Secrecy, Urgency } from '#domain/letter/vocabulary';
import { decideByTable } from '#domain/route/decision-table';
import { advance, settle, start } from '#domain/route/engine';
import type { ActEvent, LetterEvent, StartEvent } from '#domain/route/events';
import type { Facts, RouteBook } from '#domain/route/model';
import type { Actor, LetterState, Task } from '#domain/route/state';
import { toArabicDigits } from '#domain/thai/digits';

/** A letter as it begins: codes of office and post, the text, and what the route asks about it. */
export type NewLetter = {
  readonly office: string;
  /** Code of the post that drafts it or takes it in; null for what another office sends. */
  readonly post: string | null;
  readonly direction: Direction;
  readonly kind: LetterKind;
  readonly urgency?: Urgency;
  readonly secrecy?: Secrecy;
  readonly channel?: Channel;
  readonly subject: string;
  readonly fromText?: string;
  readonly toText: string;
  readonly theirNo?: string;
  readonly theirDate?: string;
  readonly body?: string;
  readonly enclosures?: readonly string[];
  readonly addressees?: readonly Addressee[];
  readonly dateAsked?: string;
  readonly isCircular?: boolean;
  /** Letter of the same office that this one answers. */
  readonly answers?: string;
  /** Made for load: the reconciler leaves it alone. */
  readonly isGenerated?: boolean;
};

export type Act = Partial<Pick<ActEvent, 'action' | 'due' | 'facts' | 'recipients' | 'returnTo' | 'signature'>> & {
  readonly node: string;
  readonly outcome: string;
  readonly note?: string;
  /** Codes of the units it is directed to. */
  readonly main?: string;
  readonly info?: readonly string[];
  /** Code of the post that acts, where several hold a task of the node. */
  readonly by?: string;
};

export type PlayedLetter = { readonly id: string; readonly office: string; state: LetterState };

export type Player = {
  /** The clock; only forward. */
  setTime(at: string): void;
  begin(letter: NewLetter): Promise<PlayedLetter>;
  /** Takes up a letter that has come from another office, and applies its start. */
  adopt(letterId: string, office: string): Promise<PlayedLetter>;
  act(letter: PlayedLetter, act: Act): Promise<void>;
  /** An act on the whole letter by somebody in a post: hold, cancel … */
  steer(letter: PlayedLetter, event: { readonly type: 'hold' | 'resume' | 'cancel'; readonly post: string; readonly reason: string }): Promise<void>;
  /** Fires the timers of these letters that fall due up to an instant, each at its own, and takes in what waits for them. */
  runTimers(letters: readonly PlayedLetter[], until: string): Promise<void>;
};

export function createPlayer(pool: Pool): Player {
  let now = new Date(0).toISOString();
  const deps: CommitDeps = { pool, clock: () => new Date(now) };
  const directories = createDirectoryCache();
  let routes: RouteBook = {};

  const loadRoute = async (id: string): Promise<void> => {
    if (routes[id] === undefined) routes = { ...routes, ...(await loadRoutes(pool, [id])) };
  };

  /** Applies one event; a refusal of the commit is a mistake of whoever wrote the story. */
  const apply = async (letter: PlayedLetter, eventId: string, event: LetterEvent): Promise<void> => {
    const { state, effects } = event.type === 'start' ? start(routes, event) : advance(routes, letter.state, event);
    const result = await commitTransition(deps, { letterId: letter.id, seq: state.seq, eventId, event, state, effects });
    if (result.kind === 'refused') throw new DomainError(result.code, result.details);
    if (result.kind === 'ahead') throw new Error(`somebody else moves letter ${letter.id}`);
    letter.state = settle(state, result.outcome);
  };

  const command = async (letter: PlayedLetter, event: LetterEvent & { readonly actor: Actor | null }, content: CommandContent): Promise<void> => {
    const id = randomUUID();
    await insertRows(pool, 'command', [{
      id, person_id: event.actor?.personId, idempotency_key: id, body_digest: '', letter_id: letter.id, kind: event.type, event: JSON.stringify(event),
      event_digest: createHash('sha256').update(canonicalJson(event)).digest('hex'), content: JSON.stringify(content), created_at: now,
    }]);
    await apply(letter, id, event);
  };

  /** Whoever may act for the post at this moment, in the capacity in which they may. */
  const actorOf = async (office: string, id: string): Promise<Actor> => {
    const { posts } = await directories.load(pool, { officeId: officeId(office), at: now });
    const personId = posts.find((post) => post.id === id)?.holders[0];
    const subject = personId === undefined ? null : await findSubject(pool, { personId, at: now });
    const post = subject?.posts.find((each) => each.postId === id && each.mayAct && each.capacity !== 'delegated');
    if (personId === undefined || post === undefined) throw new Error(`nobody acts for post ${id} of ${office}`);
    return {
      personId, postId: id, capacity: post.capacity, ...(post.ownPostId === null ? {} : { ownPostId: post.ownPostId }), ...(post.orderNo === '' ? {} : { orderNo: post.orderNo }),
    };
  };

  const begin: Player['begin'] = async (written) => {
    const id = randomUUID();
    const fresh = withAsciiDigits(written);
    const actor = fresh.post === null ? null : await actorOf(fresh.office, postId(fresh.office, fresh.post));
    const unit = await unitOfPost(pool, actor?.postId ?? null);
    const facts = factsOf(fresh, fresh.direction === 'incoming' ? null : unit);
    const routeVersionId = await chooseRoute(pool, fresh.office, facts);
    await loadRoute(routeVersionId);
    await insertRows(pool, 'letter', [letterRow(fresh, { id, routeVersionId, actor, unit, now })]);
    if (fresh.answers !== undefined) {
      await insertRows(pool, 'letter_link', [{ from_letter_id: id, to_letter_id: fresh.answers, kind: 'answers', created_at: now }]);
    }
    const event: StartEvent = {
      type: 'start', at: now, actor, letterId: id, officeId: officeId(fresh.office), routeVersionId, unitId: unit, secrecy: fresh.secrecy ?? 'none', facts,
    };
    const letter = unbegun(id, fresh.office);
    if (actor !== null) {
      await command(letter, { ...event, actor }, {});
      return letter;
    }
    const key = machineEventKey.start(id);
    await insertRows(pool, 'letter_event', [{ letter_id: id, key, event: JSON.stringify(event), created_at: now }]);
    await apply(letter, key, event);
    return letter;
  };

  const adopt: Player['adopt'] = async (letterId, office) => {
    const { rows } = await pool.query<{ key: string; event: StartEvent }>(
      `select key, event from letter_event where letter_id = $1 and event->>'type' = 'start' and consumed_at is null`,
      [letterId],
    );
    const row = rows[0];
    if (row === undefined) throw new Error(`letter ${letterId} has not come to ${office}`);
    await loadRoute(row.event.routeVersionId);
    const letter = unbegun(letterId, office);
    await apply(letter, row.key, row.event);
    return letter;
  };

  const act: Player['act'] = async (letter, { node, outcome, note, main, info = [], by, ...rest }) => {
    const byPost = by === undefined ? null : postId(letter.office, by);
    const task = openTasks(letter).find((each) => each.node === node && (byPost === null || each.postIds.includes(byPost)));
    if (task === undefined) throw new Error(`no task at ${node}; open: ${openTasks(letter).map((each) => each.node).join(', ')}`);
    const units = [...(main === undefined ? [] : [[main, 'main'] as const]), ...info.map((code) => [code, 'info'] as const)];
    const unitRoute = units.length === 0 ? '' : (await getVersionInForce(pool, { officeId: officeId(letter.office), code: 'unit-incoming' })).id;
    if (unitRoute !== '') await loadRoute(unitRoute);
    const actor = await actorOf(letter.office, byPost ?? task.postIds[0]!);
    const picks = units.map(([code, role]) => ({ unitId: unitId(letter.office, code), role, routeVersionId: unitRoute }));
    const event: ActEvent = {
      type: 'act', at: now, actor, taskId: task.id, rev: task.rev, outcome, hasNote: note !== undefined, ...(picks.length === 0 ? {} : { picks }), ...rest,
    };
    await command(letter, event, note === undefined ? {} : { note: toArabicDigits(note) });
  };

  return {
    setTime: (at) => {
      if (Date.parse(at) < Date.parse(now)) throw new Error(`the clock goes forward only: ${now} → ${at}`);
      now = at;
    },
    begin,
    adopt,
    act,
    steer: async (letter, { type, post, reason }) => {
      const actor = await actorOf(letter.office, postId(letter.office, post));
      await command(letter, { type, at: now, actor, seq: letter.state.seq, hasReason: true }, { reason });
    },
    runTimers: async (letters, until) => {
      const byId = new Map(letters.map((letter) => [letter.id, letter]));
      for (let next = await nextMachineEvent(pool, [...byId.keys()], until); next !== null; next = await nextMachineEvent(pool, [...byId.keys()], until)) {
        if (Date.parse(next.event.at) > Date.parse(now)) now = next.event.at;
        try {
          await apply(byId.get(next.letterId)!, next.key, next.event);
        } catch (error) {
          // What has come too late is put aside, as an execution does.
          if (!isDomainError(error)) throw error;
          await dropEvent(pool, next);
        }
      }
    },
  };
}

/** `start` makes the first state; until then there is none to hold. */
const unbegun = (id: string, office: string): PlayedLetter => ({ id, office, state: undefined as unknown as LetterState });

/** Texts are stored with ASCII digits, as the API stores them; documents print Thai ones. */
const withAsciiDigits = (letter: NewLetter): NewLetter => ({
  ...letter,
  subject: toArabicDigits(letter.subject),
  toText: toArabicDigits(letter.toText),
  ...(letter.body === undefined ? {} : { body: toArabicDigits(letter.body) }),
  ...(letter.enclosures === undefined ? {} : { enclosures: letter.enclosures.map(toArabicDigits) }),
});

const openTasks = ({ state }: PlayedLetter): readonly Task[] => Object.values(state.tasks);

function factsOf({ direction, kind, urgency = 'normal', secrecy = 'none', channel, dateAsked, isCircular, enclosures, answers }: NewLetter, ownerUnitId: string | null): Facts {
  return {
    direction, kind, urgency, secrecy, isCircular: isCircular ?? false, isReply: answers !== undefined, hasEnclosures: (enclosures?.length ?? 0) > 0, dateAsked: dateAsked ?? null,
    ...(direction === 'incoming' ? { channel: channel ?? 'exchange' } : { ownerUnitId }),
  };
}

function letterRow(
  fresh: NewLetter,
  { id, routeVersionId, actor, unit, now }: { readonly id: string; readonly routeVersionId: string; readonly actor: Actor | null; readonly unit: string | null; readonly now: string },
) {
  return {
    id, office_id: officeId(fresh.office), route_version_id: routeVersionId, direction: fresh.direction, kind: fresh.kind, urgency: fresh.urgency ?? 'normal',
    secrecy: fresh.secrecy ?? 'none', channel: fresh.channel ?? 'exchange', subject: fresh.subject, from_text: fresh.fromText ?? '', to_text: fresh.toText,
    their_no: fresh.theirNo ?? '', their_date: fresh.theirDate ?? null, body: fresh.body ?? null, enclosure_list: fresh.enclosures ?? [],
    addressees: JSON.stringify(fresh.addressees ?? []), date_asked: fresh.dateAsked ?? null, owner_unit_id: fresh.direction === 'incoming' ? null : unit,
    drafter_person_id: fresh.direction === 'incoming' ? null : (actor?.personId ?? null), drafter_post_id: fresh.direction === 'incoming' ? null : (actor?.postId ?? null),
    correlation_id: randomUUID(), public_code: randomBytes(9).toString('base64url'), is_generated: fresh.isGenerated ?? false, created_at: now,
    created_by: actor?.personId ?? null,
  };
}

async function unitOfPost(pool: Pool, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const { rows } = await pool.query<{ unitId: string }>('select unit_id as "unitId" from post where id = $1', [id]);
  return rows[0]?.unitId ?? null;
}

/** The version in force of the route that the office's table names. */
async function chooseRoute(pool: Pool, office: string, facts: Facts): Promise<string> {
  const { values } = decideByTable(await getRouteTable(pool, { officeId: officeId(office), scope: 'letter' }), facts);
  return (await getVersionInForce(pool, { officeId: officeId(office), code: String(values['route']) })).id;
}

type Waiting = { readonly letterId: string; readonly key: string; readonly event: LetterEvent };

/** The earliest timer due, or machine event waiting, among some letters. */
async function nextMachineEvent(pool: Pool, letterIds: readonly string[], until: string): Promise<Waiting | null> {
  const { rows } = await pool.query<{ letterId: string; timerId: string | null; nth: number | null; key: string | null; event: LetterEvent | null; at: string }>(
    `select * from (
       select d.letter_id as "letterId", d.timer_id as "timerId", d.nth, null as key, null::jsonb as event, d.at from due_instant d join letter l on l.id = d.letter_id
        where d.letter_id = any($1::uuid[]) and d.fired_at is null and d.at <= $2 and l.status <> 'ended'
       union all
       select e.letter_id, null, null, e.key, e.event, (e.event->>'at')::timestamptz from letter_event e join letter l on l.id = e.letter_id
        where e.letter_id = any($1::uuid[]) and e.consumed_at is null and l.status <> 'ended') waiting
      order by at, "letterId", "timerId" limit 1`,
    [letterIds, until],
  );
  const row = rows[0];
  if (row === undefined) return null;
  if (row.key !== null && row.event !== null) return { letterId: row.letterId, key: row.key, event: row.event };
  const timerId = row.timerId ?? '';
  const nth = row.nth ?? 0;
  return { letterId: row.letterId, key: machineEventKey.timer(timerId, nth), event: { type: 'timer', at: row.at, timerId, nth } };
}
