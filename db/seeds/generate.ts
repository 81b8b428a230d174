/**
 * Open letters in numbers, for benchmarks: lived by the virtual-clock driver and written in bulk. They are marked as generated,
 * have no execution, and stop before their first number, so that the books of the office stay as they are.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { machineEventKey } from '#domain/ids';
import { URGENCIES, type Urgency } from '#domain/letter/vocabulary';
import { createDriver, type Driver } from '#domain/route/driver';
import type { ActEvent, Recipient } from '#domain/route/events';
import type { Route, RouteBook } from '#domain/route/model';
import type { Actor, Task } from '#domain/route/state';
import { withTransaction } from '../client';
import { getOfficeCalendar } from '../repositories/calendars';
import { loadDirectory } from '../repositories/directory';
import { loadDefinitions, listVersionsInForce } from '../repositories/routes';
import { LINKED_OFFICES } from './base';
import { personId } from './demo';
import { GENERATED_SUBJECTS } from './generate-subjects';
import { rowsOf, type Generated, type Rows } from './generate-rows';
import { officeId, postId, unitId } from './insert-offices';
import { insertRows } from './insert-rows';
import type { OfficeSeed } from './office-seed';

/** How far a letter goes: the acts on it in their order. */
type Recipe = { readonly route: 'incoming' | 'outgoing'; readonly acts: readonly (readonly [node: string, outcome: string])[] };
const DRAFT: Recipe = { route: 'outgoing', acts: [] };
const REVIEW: Recipe = { route: 'outgoing', acts: [['draft', 'submit']] };
const CHIEF: Recipe = { route: 'outgoing', acts: [['draft', 'submit'], ['review', 'approve']] };
const SIGN: Recipe = { route: 'outgoing', acts: [['draft', 'submit'], ['review', 'approve'], ['chief', 'approve']] };
const ARRIVED: Recipe = { route: 'incoming', acts: [] };
/** Desks of an office: more lies with the registry and with those who decide than with those who write. */
const RECIPES: readonly Recipe[] = [ARRIVED, ARRIVED, ARRIVED, CHIEF, CHIEF, DRAFT, REVIEW, SIGN];

/** Of every two letters one is in OPS, as in the ministry; the others lie in the provinces in turn. */
const OPS_SHARE = 2;
const DAY_MS = 86_400_000;
/** Letters written in one transaction. */
const BATCH = 500;

/** Writes `n` open letters and answers their ids. Every run adds new ones. Needs the base seeds and the demo's people. */
export async function generateLetters(pool: Pool, { n, now = new Date() }: { readonly n: number; readonly now?: Date }): Promise<readonly string[]> {
  const desks = await Promise.all(LINKED_OFFICES.map((office) => openDesk(pool, office, now)));
  const [ops, ...provinces] = desks;
  if (ops === undefined || provinces.length === 0) throw new Error('there are no offices to generate letters for');
  const ids: string[] = [];
  for (let from = 0; from < n; from += BATCH) {
    const letters = Array.from({ length: Math.min(BATCH, n - from) }, (_, index) => {
      const no = from + index;
      const desk = no % OPS_SHARE === 0 ? ops : provinces[Math.floor(no / OPS_SHARE) % provinces.length]!;
      return live(desk, { no, at: new Date(now.getTime() - (no % 60) * DAY_MS - (no % 480) * 60_000).toISOString() });
    });
    await write(pool, letters.map(rowsOf));
    ids.push(...letters.map(({ id }) => id));
  }
  return ids;
}

type Desk = {
  readonly office: OfficeSeed;
  readonly routes: RouteBook;
  readonly versions: { readonly [code: string]: string };
  /** A driver per letter keeps memory flat. */
  readonly driver: () => Driver;
  readonly drafters: readonly string[];
};

async function openDesk(pool: Pool, office: OfficeSeed, now: Date): Promise<Desk> {
  const id = officeId(office.code);
  const directory = await loadDirectory(pool, { officeId: id, at: now.toISOString() });
  const calendar = await getOfficeCalendar(pool, id);
  const inForce = await listVersionsInForce(pool, id);
  const versions = Object.fromEntries(inForce.map((version) => [version.code, version.id]));
  const wanted = RECIPES.map(({ route }) => versions[route]).filter((version) => version !== undefined);
  const routes: { readonly [version: string]: Route } = await loadDefinitions(pool, [...new Set(wanted)]);
  const drafters = office.posts.filter(({ roles }) => roles.includes('officer')).map(({ code }) => code);
  return { office, routes, versions, driver: () => createDriver({ routes, directory, calendar }), drafters };
}

function live(desk: Desk, { no, at }: { readonly no: number; readonly at: string }): Generated {
  const { office } = desk;
  const recipe = RECIPES[Math.floor(no / OPS_SHARE) % RECIPES.length]!;
  // The ICT Centre's officer drafts half of what OPS drafts: benchmarks read the inboxes of that line.
  const drafterCode = office.code === 'ops' && no % 4 === 0 ? 'ict-officer' : desk.drafters[no % desk.drafters.length]!;
  const drafter: Actor | null =
    recipe.route === 'incoming' ? null : { personId: personId(office.code, drafterCode), postId: postId(office.code, drafterCode), capacity: 'own' };
  const unitCode = drafter === null ? office.registryUnit! : office.posts.find(({ code }) => code === drafterCode)!.unit;
  const unit = unitId(office.code, unitCode);
  const id = randomUUID();
  const urgency: Urgency = URGENCIES[no % 7 < 4 ? 0 : (no % 7) - 3]!;
  const routeVersionId = desk.versions[recipe.route]!;
  const driver = desk.driver();
  driver.start({
    type: 'start', at, actor: drafter, letterId: id, officeId: officeId(office.code), routeVersionId, unitId: unit, secrecy: 'none',
    facts: {
      direction: recipe.route, kind: 'external_letter', urgency, secrecy: 'none', isCircular: false,
      ...(drafter === null ? { channel: 'exchange', isReply: false } : { ownerUnitId: unit, isReply: false }),
    },
  });
  const recipients: readonly Recipient[] = [{ deliveryId: randomUUID(), officeId: null, addressId: randomUUID(), role: 'lead' }];
  recipe.acts.forEach(([node, outcome], step) => {
    const time = new Date(Date.parse(at) + (step + 1) * 3_600_000).toISOString();
    driver.feed(id, actOn(desk, driver, { id, node, outcome, at: time, recipients }), randomUUID());
  });
  return {
    id, officeId: officeId(office.code), routeVersionId, urgency, at, drafter, ownerUnitId: drafter === null ? null : unit, direction: recipe.route,
    subject: `${GENERATED_SUBJECTS[no % GENERATED_SUBJECTS.length]!} (${no + 1})`, headTitleTh: office.headTitleTh, publicCode: randomBytes(9).toString('base64url'),
    startKey: machineEventKey.start(id), transitions: driver.transitions(id), timers: driver.timers(id),
  };
}

type ActOn = { readonly id: string; readonly node: string; readonly outcome: string; readonly at: string; readonly recipients: readonly Recipient[] };

function actOn(desk: Desk, driver: Driver, { id, node, outcome, at, recipients }: ActOn): ActEvent {
  const task: Task | undefined = Object.values(driver.state(id).tasks).find((each) => each.node === node);
  const post = task?.postIds[0];
  const code = desk.office.posts.find((each) => postId(desk.office.code, each.code) === post)?.code;
  if (task === undefined || post === undefined || code === undefined) throw new Error(`nobody acts at ${node}`);
  return {
    type: 'act', at, actor: { personId: personId(desk.office.code, code), postId: post, capacity: 'own' }, taskId: task.id, rev: task.rev, outcome, hasNote: false,
    ...(outcome === 'submit' ? { recipients } : {}),
  };
}

async function write(pool: Pool, letters: readonly Rows[]): Promise<void> {
  await withTransaction(pool, async (tx) => {
    await tx.query('set local statement_timeout = 60000');
    for (const table of ['letter', 'task', 'due_instant', 'transition', 'letter_reader', 'letter_version', 'endorsement', 'audit_event'] as const) {
      await insertRows(tx, table, letters.flatMap((rows) => rows[table]));
    }
  });
}
