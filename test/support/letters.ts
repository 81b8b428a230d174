/**
 * A small office with one route and the letters in it, written straight into a test's own database, and acts on them the way
 * the API writes them: a pending command row, then the event.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { withTransaction } from '#db/client';
import { publishRoute } from '#db/repositories/routes';
import { insertOffices, officeId, postId, unitId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import type { OfficeSeed, PostSeed } from '#db/seeds/office-seed';
import { canonicalJson } from '#domain/canonical-json';
import type { CommandContent } from '#domain/letter/content';
import type { Secrecy } from '#domain/letter/vocabulary';
import type { LetterEvent } from '#domain/route/events';
import type { Facts, Route } from '#domain/route/model';
import type { Actor } from '#domain/route/state';

const post = (code: string, unit: string, roles: PostSeed['roles'], rest: Partial<PostSeed> = {}): PostSeed => ({
  code, unit, roles, titleTh: `ตำแหน่ง ${code}`, titleEn: code, superior: code === 'chief' ? null : 'chief', login: code, personTh: `ผู้ดำรงตำแหน่ง ${code}`,
  personEn: `Holder of ${code}`, ...rest,
});

/** An office with a registry, two groups, a chief and a deputy. */
export const smallOffice = (code: string, agencyCode = 'ลบ', unitCode = '0017'): OfficeSeed => ({
  code, kind: 'province', parent: null, nameTh: `สำนักงาน ${code}`, nameEn: code, shortTh: code, agencyCode, unitCode, headTitleTh: 'หัวหน้าสำนักงาน', addressTh: '',
  provinceIso: null, isLinked: true, pilotWave: 1, validFrom: '2020-01-01', fallbackPost: 'clerk', secretRegistrarPost: 'secret', processOwnerPost: 'owner',
  registryUnit: 'registry',
  units: [
    { code: 'registry', parent: null, nameTh: 'ฝ่ายบริหารทั่วไป', nameEn: 'Registry', shortTh: 'ธุรการ', letterCode: null },
    { code: 'group-a', parent: null, nameTh: 'กลุ่มงานยุทธศาสตร์', nameEn: 'Strategy group', shortTh: 'ยศ.', letterCode: '0017.2' },
    { code: 'group-b', parent: null, nameTh: 'กลุ่มงานอำนวยการ', nameEn: 'Administration group', shortTh: 'อก.', letterCode: '0017.1' },
  ],
  posts: [
    post('chief', 'registry', ['head', 'supervisor'], { isUnitHead: true, oversees: ['group-a', 'group-b'], clearance: 'secret' }),
    post('deputy', 'registry', ['head']),
    post('clerk', 'registry', ['clerk']),
    post('secret', 'registry', ['secret_registrar'], { clearance: 'top_secret' }),
    post('owner', 'registry', ['process_owner']),
    post('a-head', 'group-a', ['head'], { isUnitHead: true }),
    post('a-officer', 'group-a', ['officer'], { superior: 'a-head' }),
    post('b-head', 'group-b', ['head'], { isUnitHead: true }),
  ],
  successions: [],
  books: [
    { code: 'receive', kind: 'receive', nameTh: 'ทะเบียนรับ', nameEn: 'Receive' },
    { code: 'receive-a', kind: 'receive', unit: 'group-a', nameTh: 'ทะเบียนรับกลุ่มงาน', nameEn: 'Receive, group A' },
    { code: 'send', kind: 'send', nameTh: 'ทะเบียนส่ง', nameEn: 'Send' },
  ],
  bookRules: [
    { bookKind: 'receive', ownerUnit: 'group-a', book: 'receive-a' },
    { bookKind: 'receive', book: 'receive' },
    { bookKind: 'send', book: 'send' },
  ],
});

export type TestOffice = {
  readonly code: string;
  readonly id: string;
  readonly post: (code: string) => string;
  readonly unit: (code: string) => string;
  readonly person: (postCode: string) => string;
  /** Somebody acting in their own post. */
  readonly actor: (postCode: string) => Actor;
};

const idOf = (key: string): string => {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Writes an office with one person in each post. */
export async function buildOffice(pool: Pool, seed: OfficeSeed = smallOffice('north')): Promise<TestOffice> {
  const person = (code: string): string => idOf(`person/${seed.code}/${code}`);
  await withTransaction(pool, async (tx) => {
    await insertOffices(tx, [seed]);
    await insertRows(tx, 'person', seed.posts.map(({ code, personTh, personEn, clearance }) => ({
      id: person(code), login: `${seed.code}.${code}`, name_th: personTh, name_en: personEn, clearance: clearance ?? 'none',
    })));
    await insertRows(tx, 'appointment', seed.posts.map(({ code }) => ({
      person_id: person(code), post_id: postId(seed.code, code), capacity: 'own', order_no: '1/2563', valid_from: '2020-01-01T00:00:00Z',
    })));
  });
  const postOf = (code: string): string => postId(seed.code, code);
  return {
    code: seed.code, id: officeId(seed.code), post: postOf, unit: (code) => unitId(seed.code, code), person,
    actor: (code) => ({ personId: person(code), postId: postOf(code), capacity: 'own' }),
  };
}

/** Publishes a route for an office and gives the id of its version. */
export async function buildRoute(pool: Pool, office: TestOffice, definition: Route, code = 'route'): Promise<string> {
  const published = await withTransaction(pool, (tx) =>
    publishRoute(tx, { officeId: office.id, code, definition, at: '2026-01-05T02:00:00.000Z', by: { personId: null, postId: null } }),
  );
  return published.id;
}

/** A letter as the API's intake writes it: a new row; the start is a command of its own. */
export async function buildLetter(
  pool: Pool,
  args: {
    readonly office: TestOffice; readonly routeVersionId: string; readonly id?: string; readonly direction?: string; readonly channel?: string;
    readonly secrecy?: Secrecy; readonly deliveryId?: string; readonly ownerUnit?: string; readonly by?: string; readonly at?: string;
    readonly urgency?: string; readonly addressees?: readonly object[];
  },
): Promise<string> {
  const id = args.id ?? randomUUID();
  const by = args.by ?? 'clerk';
  await insertRows({ query: pool.query.bind(pool) } as never, 'letter', [{
    id, office_id: args.office.id, route_version_id: args.routeVersionId, direction: args.direction ?? 'incoming', kind: 'external_letter',
    urgency: args.urgency ?? 'normal', secrecy: args.secrecy ?? 'none', channel: args.channel ?? 'counter', subject: 'ขอให้รายงานผล', from_text: 'จังหวัดลพบุรี', to_text: 'หัวหน้าสำนักงาน',
    body: 'เนื้อความ', addressees: JSON.stringify(args.addressees ?? []), owner_unit_id: args.ownerUnit ?? null, drafter_person_id: args.office.person(by),
    drafter_post_id: args.office.post(by), correlation_id: id, public_code: id.slice(0, 13), created_at: args.at ?? new Date().toISOString(),
    created_by: args.office.person(by), delivery_id: args.deliveryId ?? null, status: 'new',
  }]);
  return id;
}

/** The start event of a letter. */
export function startEvent(args: {
  readonly letterId: string; readonly office: TestOffice; readonly routeVersionId: string; readonly actor: Actor | null; readonly facts?: Facts;
  readonly secrecy?: Secrecy; readonly at?: string;
}): LetterEvent {
  return {
    type: 'start', at: args.at ?? new Date().toISOString(), actor: args.actor, letterId: args.letterId, officeId: args.office.id,
    routeVersionId: args.routeVersionId, unitId: args.office.unit('registry'), secrecy: args.secrecy ?? 'none',
    facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal', channel: 'counter', ...args.facts },
  };
}

/** Writes a pending command row for an event and gives its id. */
export async function writeCommand(
  pool: Pool,
  args: { readonly letterId: string; readonly event: LetterEvent; readonly content?: CommandContent; readonly id?: string; readonly digestOf?: LetterEvent; readonly createdAt?: string },
): Promise<string> {
  const { letterId, event } = args;
  const id = args.id ?? randomUUID();
  const actor = 'actor' in event ? event.actor : null;
  await pool.query(
    `INSERT INTO command (id, person_id, idempotency_key, body_digest, letter_id, kind, event, event_digest, content, created_at, sent_at, attempts)
     VALUES ($1, $2, $3, '', $4, $5, $6, $7, $8, coalesce($9::timestamptz, now()), coalesce($9::timestamptz, now()), 1)`,
    [
      id, actor?.personId ?? randomUUID(), id, letterId, event.type, JSON.stringify(event), createHash('sha256').update(canonicalJson(args.digestOf ?? event)).digest('hex'),
      JSON.stringify(args.content ?? {}), args.createdAt ?? null,
    ],
  );
  return id;
}
