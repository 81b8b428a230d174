/** The offices' chains of audit events, as the sealer makes them, and what an export of them proves. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exportLedger } from '#cli/commands/audit';
import { verifyFile } from '#cli/verify-audit';
import { withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import { linkEvents } from '#db/repositories/audit-ledger';
import { seedBase } from '#db/seeds/base';
import { officeId } from '#db/seeds/insert-offices';
import { officeChain, sessionChain } from '#domain/audit/chain';
import { INSTALLATION_LEDGER } from '#domain/audit/ledger';
import type { ExportLine, LedgerReport } from '#domain/audit/verify';
import { createAuditKeyFile, readAuditKey, type AuditKey } from '#platform/audit-key';
import { projectRoot } from '#platform/project-root';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { eventually } from '#test/support/worker-stack';
import type { Part } from './part';
import { startSealer } from './sealer';

const HOUR_MS = 3_600_000;
const lopburi = officeId('lopburi');
const folder = mkdtempSync(join(tmpdir(), 'saraban-sealer-'));
const file = join(folder, 'export.jsonl');

let database: TestDatabase;
let key: AuditKey;
let now = Date.parse('2026-11-21T02:00:00.000Z');
const logged: string[] = [];
const log = { info: () => undefined, warn: (_fields: object, text: string) => void logged.push(text), error: (_fields: object, text: string) => void logged.push(text) };

beforeAll(async () => {
  writeFileSync(join(folder, 'key.pem'), createAuditKeyFile());
  key = readAuditKey(join(folder, 'key.pem'));
  database = await getTestDatabase();
  await seedBase(database.pool);
});
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const record = (chain: string, office: string | null): Promise<unknown> =>
  withTransaction(database.pool, (tx) => recordAudit(tx, { chain, officeId: office, kind: 'office.changed', data: { n: 1 }, personId: null, postId: null, at: new Date(now).toISOString() }));
const count = async (table: 'audit_event' | 'audit_link' | 'audit_root'): Promise<number> => (await database.pool.query(`select 1 from ${table}`)).rowCount ?? 0;
const seal = (given: AuditKey | null = key): Part => startSealer({ pool: database.pool, key: given, log, clock: () => new Date(now), roundMs: 10 });
/** A sealer until all events are linked and the given number of roots is there. */
async function sealUntil(roots: number): Promise<void> {
  const sealer = seal();
  await eventually(async () => (await count('audit_link')) === (await count('audit_event')) && (await count('audit_root')) >= roots, `${roots} roots`);
  await sealer.stop();
}
async function write(ledger = lopburi): Promise<ExportLine[]> {
  const lines: ExportLine[] = [];
  for await (const line of exportLedger(database.pool, ledger, new Date(now).toISOString())) lines.push(line);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return lines;
}
const check = (publicKey: string | null = key.publicKey): Promise<LedgerReport> => verifyFile(file, publicKey);

test('events of all offices are linked, each in its own office’s chain, and the chains are signed', async () => {
  await record(officeChain(lopburi), lopburi);
  await record(sessionChain('one'), null);
  await record(sessionChain('one'), lopburi);
  await record(officeChain(lopburi), lopburi);
  await sealUntil(2);
  await write();
  const { events, sealed, linked, unlinked, broken, sealedAt } = await check();
  expect({ linked, unlinked, broken, sealedAt }).toEqual({ linked: 0, unlinked: 0, broken: null, sealedAt: '2026-11-21T02:00:00.000Z' });
  expect(sealed).toBe(events);
  await write(INSTALLATION_LEDGER);
  expect(await check()).toMatchObject({ broken: null });
  await write(officeId('ops'));
  expect(await check()).toMatchObject({ ledger: officeId('ops'), broken: null });
});

test('where nothing is left to link, it says up to where all is linked: nobody looks at everything again and again', async () => {
  const { rows } = await database.pool.query<{ last: number }>('select max(id) as last from audit_event');
  for (const above of [0, rows[0]!.last]) expect(await linkEvents(database.pool, { above, limit: 10 })).toEqual({ linked: 0, last: rows[0]!.last });
});

test('a root is signed once an hour, and only where something happened; what came after it is chained and shows as not sealed', async () => {
  const before = await count('audit_root');
  await record(officeChain(lopburi), lopburi);
  await sealUntil(before);
  expect(await count('audit_root')).toBe(before);
  await write();
  expect(await check()).toMatchObject({ linked: 1, unlinked: 0, broken: null });
  now += HOUR_MS;
  await sealUntil(before + 1);
  await write();
  expect(await check()).toMatchObject({ linked: 0, sealedAt: '2026-11-21T03:00:00.000Z', broken: null });
  expect(await count('audit_root')).toBe(before + 1);
});

test('what the sealer has not come to yet is in the export and is said to be unchained', async () => {
  await record(officeChain(lopburi), lopburi);
  await write();
  expect(await check()).toMatchObject({ unlinked: 1, broken: null });
});

test('several sealers link each event once; events that appear late get their place behind', async () => {
  const late = await database.pool.connect();
  await late.query('begin');
  await recordAudit(late, { chain: sessionChain('late'), officeId: lopburi, kind: 'office.changed', data: {}, personId: null, postId: null, at: new Date(now).toISOString() });
  await Promise.all(Array.from({ length: 20 }, (_, n) => record(sessionChain(`many-${n}`), lopburi)));
  const sealers = [seal(), seal(), seal()];
  await eventually(async () => (await count('audit_link')) === (await count('audit_event')), 'all linked');
  await late.query('commit');
  late.release();
  await eventually(async () => (await count('audit_link')) === (await count('audit_event')), 'the late one linked');
  await Promise.all(sealers.map((each) => each.stop()));
  await write();
  expect(await check()).toMatchObject({ unlinked: 0, broken: null });
  expect(logged.filter((text) => text.includes('failed'))).toEqual([]);
});

test('without a key it chains and says that it does not sign', async () => {
  const before = await count('audit_root');
  now += 2 * HOUR_MS;
  await record(officeChain(lopburi), lopburi);
  const sealer = seal(null);
  await eventually(async () => (await count('audit_link')) === (await count('audit_event')), 'all linked');
  await sealer.stop();
  expect(await count('audit_root')).toBe(before);
  expect(logged.join()).toContain('chained, but not signed');
});

test('links and roots can only be added', async () => {
  for (const sql of ['update audit_link set seq = 0', 'delete from audit_link', 'truncate audit_link', 'update audit_root set seq = 0', 'delete from audit_root', 'truncate audit_root']) {
    await expect(database.pool.query(sql)).rejects.toThrow('append-only');
  }
});

describe('somebody who can write to the database past its triggers', () => {
  const tamper = async (sql: string, values: readonly unknown[] = []): Promise<LedgerReport> => {
    await sealUntil(1);
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`set local session_replication_role = 'replica'`);
      await client.query(sql, [...values]);
      // Read in the same transaction, which is rolled back: the next test finds the trail whole.
      const lines: ExportLine[] = [];
      for await (const line of exportLedger(client, lopburi, new Date(now).toISOString())) lines.push(line);
      writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    } finally {
      await client.query('rollback');
      client.release();
    }
    return check();
  };
  const third = '(select event_id from audit_link where ledger = $1 and seq = 3)';

  test('cannot change an event', async () => {
    const { broken } = await tamper(`update audit_event set data = '{"n": 2}' where id = ${third}`, [lopburi]);
    expect(broken).toMatchObject({ why: 'content', event: { chain: expect.any(String), kind: expect.any(String) } });
  });
  test('cannot take one away', async () => {
    const { broken } = await tamper(`delete from audit_event where id = ${third}`, [lopburi]);
    expect(broken?.why).toMatch(/ledger|chain/);
  });
  test('cannot take the newest away with their links', async () => {
    const { broken } = await tamper(`with gone as (delete from audit_link where ledger = $1 and seq >= (select max(seq) from audit_root where ledger = $1) returning event_id) delete from audit_event where id in (select event_id from gone)`, [lopburi]);
    expect(broken).toMatchObject({ why: 'root' });
  });
  test('cannot sign with a key of their own', async () => {
    writeFileSync(join(folder, 'mine.pem'), createAuditKeyFile());
    await tamper('select 1');
    expect(await check(readAuditKey(join(folder, 'mine.pem')).publicKey)).toMatchObject({ broken: { why: 'signature' } });
    expect(await check()).toMatchObject({ broken: null });
  });
});

test('an event is not linked twice', async () => {
  const before = await count('audit_link');
  expect(await linkEvents(database.pool, { above: 0, limit: 10 })).toMatchObject({ linked: 0 });
  expect(await count('audit_link')).toBe(before);
});

test('the program for auditors needs no database, no configuration and no running system', async () => {
  await write();
  writeFileSync(join(folder, 'key.pub.pem'), key.publicKey);
  const verify = (path: string) =>
    promisify(execFile)(process.execPath, [join(projectRoot(), 'node_modules/tsx/dist/cli.mjs'), join(projectRoot(), 'cli/verify-audit.ts'), path, join(folder, 'key.pub.pem')], { cwd: projectRoot(), env: { PATH: process.env['PATH'] } });
  const whole = await verify(file);
  expect(whole.stderr).toContain('Whole.');
  expect(JSON.parse(whole.stdout)).toMatchObject({ ledger: lopburi, broken: null });
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"n":1', '"n":7'));
  await expect(verify(file)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('BROKEN at line'), stdout: expect.stringContaining('"why":"content"') });
  writeFileSync(file, `${text.slice(0, 500)}\n`);
  await expect(verify(file)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('not of the form') });
  await expect(verify(join(folder, 'nothing.jsonl'))).rejects.toMatchObject({ code: 2 });
}, 60_000);
