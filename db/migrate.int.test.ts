import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { getTestDatabase, getTestPostgresUrl, type TestDatabase } from '#test/support/servers';
import { applyMigrations, createMigration, diffFromMigrations, type MigrationFiles } from './migrate';

jest.setTimeout(60_000);

describe('the project’s own migrations', () => {
  test('say the same as schema.prisma', async () => {
    expect(await diffFromMigrations(await getTestPostgresUrl())).toBe('');
  });

  test('are not applied a second time', async () => {
    const database = await getTestDatabase();
    expect(await applyMigrations(database.url)).toEqual([]);
    await database.drop();
  });
});

describe('a project of its own', () => {
  let folder: string;
  let files: MigrationFiles;
  let url: string;
  let client: Client;
  const schema = (fields: string) => `datasource db {\n  provider = "postgresql"\n}\nmodel Shelf {\n  id Int @id\n${fields}\n}\n`;
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saraban-migrations-'));
    files = { schemaPath: join(folder, 'schema.prisma'), migrationsDir: join(folder, 'migrations') };
    writeFileSync(files.schemaPath, schema(''));
    const admin = await getTestPostgresUrl();
    client = new Client({ connectionString: admin });
    await client.connect();
    const name = `migrate_${folder.slice(-6).toLowerCase()}`;
    await client.query(`CREATE DATABASE ${name}`);
    url = admin.replace(/\/postgres$/, `/${name}`);
  });
  afterEach(async () => {
    await client.query(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
    await client.end();
    rmSync(folder, { recursive: true });
  });

  test('a changed schema becomes the next migration, and applying it brings the database there', async () => {
    await createMigration(url, { name: 'start', at: at(0), files });
    writeFileSync(files.schemaPath, schema('  label String @default("")'));
    expect(await diffFromMigrations(url, files)).toContain('ADD COLUMN');
    await createMigration(url, { name: 'label', at: at(1), files });
    expect(readdirSync(files.migrationsDir).toSorted()).toEqual(['20260101000000_start', '20260101000100_label', 'migration_lock.toml']);
    expect(await applyMigrations(url, files)).toEqual(['20260101000000_start', '20260101000100_label']);
    expect(await diffFromMigrations(url, files)).toBe('');
  });

  test('nothing is written when nothing changed', async () => {
    await createMigration(url, { name: 'start', at: at(0), files });
    expect(await createMigration(url, { name: 'again', at: at(1), files })).toBeNull();
  });

  test('two processes may migrate at once', async () => {
    await createMigration(url, { name: 'start', at: at(0), files });
    const applied = await Promise.all([applyMigrations(url, files), applyMigrations(url, files)]);
    expect(applied.flat()).toEqual(['20260101000000_start']);
  });

  test('semicolons inside a function or a comment do not cut a migration', async () => {
    mkdirSync(join(files.migrationsDir, '20260101000000_function'), { recursive: true });
    const sql = `-- one; two\nCREATE FUNCTION seven() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 7; END $$;\n`;
    writeFileSync(join(files.migrationsDir, '20260101000000_function/migration.sql'), sql);
    await applyMigrations(url, files);
    const check = new Client({ connectionString: url });
    await check.connect();
    expect((await check.query('SELECT seven() AS seven')).rows).toEqual([{ seven: 7 }]);
    await check.end();
  });

  test('a migration that fails is named, and the database stays as it was', async () => {
    await createMigration(url, { name: 'start', at: at(0), files });
    mkdirSync(join(files.migrationsDir, '20260101000100_bad'));
    writeFileSync(join(files.migrationsDir, '20260101000100_bad/migration.sql'), 'CREATE TABLE half (id int); SELECT nonsense;');
    await expect(applyMigrations(url, files)).rejects.toThrow('20260101000100_bad');
    const check = new Client({ connectionString: url });
    await check.connect();
    expect((await check.query(`SELECT to_regclass('half') AS half, to_regclass('"Shelf"') AS shelf`)).rows).toEqual([{ half: null, shelf: '"Shelf"' }]);
    await check.end();
  });

  test('a migration edited after it was applied is refused', async () => {
    await createMigration(url, { name: 'start', at: at(0), files });
    await applyMigrations(url, files);
    const path = join(files.migrationsDir, '20260101000000_start/migration.sql');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n-- edited`);
    await expect(applyMigrations(url, files)).rejects.toThrow('20260101000000_start');
  });
});

describe('what the database itself refuses', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await getTestDatabase();
    pool = database.pool;
    await pool.query(`INSERT INTO audit_event (chain, seq, at, kind, data, prev_hash, hash) VALUES ('letter/1', 1, now(), 'x', '{}', '', 'h')`);
  });
  afterAll(() => database?.drop());

  test.each(['UPDATE audit_event SET kind = $$y$$', 'DELETE FROM audit_event', 'TRUNCATE audit_event'])('an audit event stays as it is: %s', async (sql) => {
    await expect(pool.query(sql)).rejects.toThrow('append-only');
  });

  test('a draft of a route may change; once published it may only be retired', async () => {
    const { rows } = await pool.query<{ id: string }>(
      `WITH r AS (INSERT INTO route (office_id, code, name_th, name_en) VALUES (gen_random_uuid(), 'in', 'รับ', 'in') RETURNING id)
       INSERT INTO route_version (route_id, version, definition, sha256) SELECT id, 1, '{}', 'a' FROM r RETURNING id`,
    );
    const id = rows[0]!.id;
    const change = (set: string) => pool.query(`UPDATE route_version SET ${set} WHERE id = $1`, [id]);
    await change(`definition = '{"nodes":[]}', sha256 = 'b'`);
    await change('published_at = now()');
    const fixed = [`definition = '{}'`, `sha256 = 'c'`, 'version = 2', 'published_at = NULL', 'in_force_from = now()', `layout = '{"a":1}'`, `note = 'b'`, 'author_id = gen_random_uuid()', 'published_by = gen_random_uuid()'];
    for (const set of fixed) await expect(change(set)).rejects.toThrow('is published');
    await expect(pool.query('DELETE FROM route_version WHERE id = $1', [id])).rejects.toThrow('is published');
    await expect(change('retired_at = now()')).resolves.toMatchObject({ rowCount: 1 });
  });

  test('a national day is declared once', async () => {
    const declare = () => pool.query(`INSERT INTO calendar_day (day, kind, name_th) VALUES ('2026-12-05', 'holiday', 'วันพ่อแห่งชาติ')`);
    await declare();
    await expect(declare()).rejects.toMatchObject({ code: '23505' });
  });

  test('a letter has one number for one key in one book, unless it was cancelled', async () => {
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO book (office_id, kind, name_th, name_en, valid_from) VALUES (gen_random_uuid(), 'send', 'ทะเบียนส่ง', 'send', '2026-01-01') RETURNING id`,
    );
    const take = (no: number) =>
      pool.query(
        `INSERT INTO register_entry (book_id, year_be, no, printed, letter_id, number_key, status, entry_date, taken_at)
         VALUES ($1, 2569, $2, 'x', '00000000-0000-4000-8000-000000000001', 'send', 'issued', '2026-01-02', now())`,
        [rows[0]!.id, no],
      );
    await take(1);
    await expect(take(2)).rejects.toMatchObject({ code: '23505' });
    await pool.query(`UPDATE register_entry SET status = 'cancelled'`);
    await expect(take(2)).resolves.toMatchObject({ rowCount: 1 });
  });
});
