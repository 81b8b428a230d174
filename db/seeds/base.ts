/**
 * What the product needs to start: holidays, offices with their posts and books, routes and the tables that choose them.
 * May be run again at any time: what is there stays, what is new is added.
 */
import type { Pool } from 'pg';
import { NATIONAL_HOLIDAYS } from '#domain/reference/holidays';
import { withTransaction } from '../client';
import { publishRoute } from '../repositories/routes';
import type { Tx } from '../tx';
import { insertOffices, officeId } from './insert-offices';
import { insertRows } from './insert-rows';
import type { OfficeSeed } from './office-seed';
import { OPS } from './offices-ops';
import { PROVINCE_OFFICES } from './offices-provinces';
import { LETTER_ROUTE_TABLE, OPS_ROUTES, POST_ROUTE_TABLE, PROVINCE_ROUTES, UNIT_ROUTE_TABLE } from './routes/registry';
import { seedId } from './seed-ids';

export const OFFICES: readonly OfficeSeed[] = [OPS, ...PROVINCE_OFFICES];
/** Offices that work with the system: OPS and wave 1. */
export const LINKED_OFFICES: readonly OfficeSeed[] = OFFICES.filter(({ isLinked }) => isLinked);

/** Seeds in one transaction, so that a run that fails leaves nothing behind. */
export async function seedBase(pool: Pool): Promise<void> {
  await withTransaction(pool, async (tx) => {
    // One seeding at a time, also from two hosts; it may take longer than a commit may.
    await tx.query('set local statement_timeout = 60000');
    await tx.query("select pg_advisory_xact_lock(hashtextextended('saraban/seed', 0))");
    await insertHolidays(tx);
    await insertOffices(tx, OFFICES);
    await insertLists(tx);
    for (const office of LINKED_OFFICES) await insertRoutes(tx, office);
  });
}

async function insertHolidays(tx: Tx): Promise<void> {
  await insertRows(tx, 'calendar_day', NATIONAL_HOLIDAYS.map(({ day, nameTh, nameEn, status }) => ({
    id: seedId('holiday', day), office_id: null, day, kind: 'holiday', name_th: nameTh, name_en: nameEn, status,
  })));
}

/** Circulars go to the offices of wave 1, the first of which leads; each office keeps its own copy of the list. */
async function insertLists(tx: Tx): Promise<void> {
  const pilots = LINKED_OFFICES.filter(({ kind }) => kind === 'province');
  await insertRows(tx, 'distribution_list', LINKED_OFFICES.map((office) => ({
    id: seedId('office', office.code, 'list', 'pilot-provinces'), office_id: officeId(office.code), code: 'pilot-provinces',
    name_th: 'สำนักงานจังหวัดนำร่อง 18 จังหวัด', name_en: 'The 18 pilot provincial offices',
    members: JSON.stringify(pilots.filter(({ code }) => code !== office.code).map(({ code }, index) => ({ officeId: officeId(code), role: index === 0 ? 'lead' : 'secondary' }))),
  })));
  // Lists of an earlier seeding had nobody who leads; one that an administrator has saved always has.
  await tx.query(
    `update distribution_list set members = jsonb_set(members::jsonb, '{0,role}', '"lead"'), rev = rev + 1
      where code = 'pilot-provinces' and jsonb_array_length(members::jsonb) > 0 and not members::jsonb @> '[{"role": "lead"}]'`,
  );
}

async function insertRoutes(tx: Tx, office: OfficeSeed): Promise<void> {
  const routes = office.kind === 'central' ? OPS_ROUTES : PROVINCE_ROUTES;
  const id = officeId(office.code);
  const { rows } = await tx.query<{ code: string }>('select code from route where office_id = $1', [id]);
  const known = new Set(rows.map(({ code }) => code));
  const { rows: clock } = await tx.query<{ now: string }>('select now() as now');
  const at = clock[0]!.now;
  for (const [code, definition] of Object.entries(routes)) {
    // A route that is there belongs to the office: a newer template never replaces it by itself.
    if (known.has(code)) continue;
    const key = ['office', office.code, 'route', code] as const;
    await publishRoute(tx, {
      officeId: id, code, definition, at, by: { personId: null, postId: null },
      ids: { routeId: seedId(...key), versionId: (version) => seedId(...key, String(version)) },
    });
  }
  await insertRows(tx, 'route_table', [
    { office_id: id, scope: 'letter', table: JSON.stringify(LETTER_ROUTE_TABLE) },
    { office_id: id, scope: 'unit', table: JSON.stringify(UNIT_ROUTE_TABLE) },
    { office_id: id, scope: 'post', table: JSON.stringify(POST_ROUTE_TABLE) },
  ]);
}
