import { listEnginesInUse } from '#db/repositories/dispatch';
import { ENGINE_VERSION } from '#domain/route/engine';
import { approval, endNode, route, startNode } from '#domain/route/testing/build';
import { createRunner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, startEvent } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { assertEngines } from './engines';

let database: TestDatabase;
beforeAll(async () => {
  database = await getTestDatabase();
});
afterAll(() => database?.drop());

test('a worker begins only where it has every version of the engine that open letters carry', async () => {
  const { pool } = database;
  expect(await listEnginesInUse(pool)).toEqual([]);
  const office = await buildOffice(pool);
  const routeVersionId = await buildRoute(pool, office, route([startNode, approval('a', 'clerk'), endNode], ['start a', 'a approve end']));
  const letterId = await buildLetter(pool, { office, routeVersionId });
  await createRunner(pool).send(letterId, startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk') }));
  expect(await listEnginesInUse(pool)).toEqual([ENGINE_VERSION]);
  expect(() => assertEngines([ENGINE_VERSION])).not.toThrow();
  await pool.query(`update letter set state = jsonb_set(state, '{engine}', '7') where id = $1`, [letterId]);
  const inUse = await listEnginesInUse(pool);
  expect(inUse).toEqual([7]);
  expect(() => assertEngines(inUse)).toThrow(/version 7 of the engine/);
  await pool.query(`update letter set status = 'ended' where id = $1`, [letterId]);
  expect(await listEnginesInUse(pool)).toEqual([]);
});
