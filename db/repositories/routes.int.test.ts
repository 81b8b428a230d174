import type { Pool } from 'pg';
import { withTransaction } from '#db/client';
import { findVersionInForce, getRouteTable, getVersionInForce, listVersionsInForce, loadDefinitions, publishRoute, routeDigest } from '#db/repositories/routes';
import { seedBase } from '#db/seeds/base';
import { officeId } from '#db/seeds/insert-offices';
import { OPS_ROUTES } from '#db/seeds/routes/registry';
import type { Route } from '#domain/route/model';
import { randomUUID } from 'node:crypto';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await getTestDatabase();
  pool = database.pool;
  await seedBase(pool);
}, 300_000);
afterAll(() => database.drop());

const OPS = officeId('ops');
const renamed = (name: string): Route => ({ ...OPS_ROUTES.outgoing, name });
const publish = (definition: Route, code = 'outgoing') =>
  withTransaction(pool, (tx) => publishRoute(tx, { officeId: OPS, code, definition, at: new Date().toISOString(), by: { personId: null, postId: null } }));

test('publishing a changed definition makes the next version and retires the one before', async () => {
  const before = await getVersionInForce(pool, { officeId: OPS, code: 'outgoing' });
  const after = await publish(renamed('หนังสือส่ง ฉบับปรับปรุง'));
  expect(after).toMatchObject({ version: before.version + 1, nameTh: 'หนังสือส่ง ฉบับปรับปรุง', routeId: before.routeId });
  const versions = await pool.query('select version, retired_at is null as "inForce" from route_version where route_id = $1 order by version', [before.routeId]);
  expect(versions.rows).toEqual([{ version: before.version, inForce: false }, { version: after.version, inForce: true }]);
});

test('a drawing that says no English name leaves the route the one it has', async () => {
  const { nameEn: _none, ...withoutEnglish } = OPS_ROUTES.order;
  const englishOf = async () => (await getVersionInForce(pool, { officeId: OPS, code: 'named' })).nameEn;
  await publish({ ...withoutEnglish, name: 'คำสั่ง' }, 'named');
  expect(await englishOf()).toBe('คำสั่ง');
  await publish({ ...withoutEnglish, name: 'คำสั่งใหม่' }, 'named');
  expect(await englishOf()).toBe('คำสั่งใหม่');
  await publish({ ...withoutEnglish, name: 'คำสั่ง', nameEn: 'Orders' }, 'named');
  await publish({ ...withoutEnglish, name: 'คำสั่งทั่วไป' }, 'named');
  expect(await englishOf()).toBe('Orders');
});

test('letters pinned to a retired version still find its definition', async () => {
  const before = await getVersionInForce(pool, { officeId: OPS, code: 'circular' });
  await publish({ ...OPS_ROUTES.circular, description: 'ฉบับปรับปรุง' }, 'circular');
  expect(await loadDefinitions(pool, [before.id])).toEqual({ [before.id]: OPS_ROUTES.circular });
});

test('publishing the version in force again changes nothing', async () => {
  const { id } = await publish(renamed('ฉบับเดิม'), 'order');
  expect((await publish(renamed('ฉบับเดิม'), 'order')).id).toBe(id);
});

test('the digest does not depend on the order of keys, and the database keeps it for what it keeps', async () => {
  const { id, sha256 } = await getVersionInForce(pool, { officeId: OPS, code: 'incoming' });
  const stored = (await loadDefinitions(pool, [id]))[id]!;
  expect(routeDigest(stored)).toBe(sha256);
  expect(routeDigest({ ...stored, nodes: [...stored.nodes].reverse() })).not.toBe(sha256);
});

test('a published definition cannot be changed in place', async () => {
  const { id } = await getVersionInForce(pool, { officeId: OPS, code: 'incoming' });
  await expect(pool.query(`update route_version set definition = '{}' where id = $1`, [id])).rejects.toThrow(/published/);
});

test('an office without a route of the code has none in force', async () => {
  expect(await findVersionInForce(pool, { officeId: OPS, code: 'no-such-route' })).toBeNull();
  await expect(getVersionInForce(pool, { officeId: OPS, code: 'no-such-route' })).rejects.toMatchObject({ code: 'ROUTE_MISSING' });
  await expect(getRouteTable(pool, { officeId: randomUUID(), scope: 'letter' })).rejects.toMatchObject({ code: 'ROUTE_MISSING' });
  await expect(loadDefinitions(pool, [randomUUID()])).rejects.toMatchObject({ code: 'ROUTE_MISSING' });
});

test('the routes of an office are its own', async () => {
  const ids = (await listVersionsInForce(pool, officeId('lopburi'))).map(({ officeId: owner }) => owner);
  expect(new Set(ids)).toEqual(new Set([officeId('lopburi')]));
});
