/** Receipt stamps on page 1: where they stand, and who may lay them elsewhere. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { Stamps } from '#domain/contracts/stamps';
import type { Uploaded } from '#domain/contracts/documents';
import { STAMP_SIZE } from '#domain/letter/stamp-place';
import { projectRoot } from '#platform/project-root';
import { ok } from '#test/support/letter-steps';
import { listEntry, listLetter } from '#test/support/listed-letters';
import { readSignatures, readText, readWords, toComparable as plain } from '#test/support/poppler';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
let app: TestApp;
let clerk: Person;
let unitClerk: Person;
let head: Person;
let stranger: Person;
let pdf: Buffer;
beforeAll(async () => {
  app = await openTestApp();
  [clerk, unitClerk, head, stranger] = (await Promise.all(['lopburi.registry.clerk', 'lopburi.strategy.clerk', 'lopburi.office-head', 'phuket.registry.clerk'].map((login) => signIn(app, login)))) as [Person, Person, Person, Person];
  pdf = readFileSync(join(projectRoot(), 'platform/pdf/fixtures/signed-a4.pdf'));
});
afterAll(() => app.close());

let no = 0;
/** A signed letter that two registries have received; the second stamp is of the unit `strategy`. */
async function received(args: Partial<Parameters<typeof listLetter>[1]> = {}): Promise<string> {
  const letterId = await listLetter(app.pool, { office: 'lopburi', ownerUnit: 'strategy', ...args });
  no += 1;
  const { document } = ok(await clerk.upload<Uploaded>(`/documents?role=main&name=${encodeURIComponent('หนังสือ.pdf')}`, Buffer.concat([pdf, Buffer.from(`\n% ${no}\n`)])));
  await app.pool.query(`update document set letter_id = $2, role = 'main', attached_at = uploaded_at where id = $1`, [document.id, letterId]);
  await listEntry(app.pool, { office: 'lopburi', book: 'receive', yearBe: 2569, no: 9000 + no, letterId });
  await listEntry(app.pool, { office: 'lopburi', book: 'receive-strategy', yearBe: 2569, no: 100 + no, letterId, unit: 'strategy' });
  return letterId;
}
const stamps = async (person: Person, letterId: string): Promise<Stamps> => ok(await person.get<Stamps>(`/letters/${letterId}/stamps`));
const move = (person: Person, letterId: string, entryId: string, body: object) => person.send<Stamps & { readonly code: string }>('PUT', `/letters/${letterId}/stamps/${entryId}`, body);
const both = async (letterId: string) => {
  const { stamps: list } = await stamps(clerk, letterId);
  return { central: list.find(({ officeName }) => officeName.startsWith('สำนักงานจังหวัด'))!, unit: list.find(({ officeName }) => officeName.startsWith('กลุ่มงาน'))! };
};
const shown = async (letterId: string): Promise<Buffer> => {
  const { documents } = ok(await clerk.get<LetterPage>(`/letters/${letterId}`));
  const stamped = documents.filter(({ role, isSuperseded }) => role === 'stamped' && !isSuperseded);
  expect(stamped).toHaveLength(1);
  return (await clerk.get(`/documents/${stamped[0]!.id}/content`)).raw;
};

test('a stamp goes where the clerk lays it, on a page of the untouched original whose signature stays valid, and both are on record', async () => {
  const letterId = await received();
  const { central, unit } = await both(letterId);
  expect(central).toMatchObject({ place: null, found: null, rev: 0, moved: null, canMove: true });
  const answer = ok(await move(clerk, letterId, central.entryId, { x: 40, y: 60, rev: 0 }));
  const [moved, other] = [answer.stamps.find(({ entryId }) => entryId === central.entryId)!, answer.stamps.find(({ entryId }) => entryId === unit.entryId)!];
  expect(moved).toMatchObject({ place: { x: 40, y: 60 }, found: 'person', rev: 1, moved: { by: { id: clerk.personId } } });
  // The other one got its place with it, and keeps that.
  expect(other).toMatchObject({ found: 'empty', rev: 0, moved: null });
  const first = await shown(letterId);
  expect(first.subarray(0, pdf.length).equals(pdf)).toBe(true);
  expect(readSignatures(first)).toContain('Signature is Valid');
  ok(await move(clerk, letterId, central.entryId, { x: 300, y: 200, rev: 1 }));
  const second = await shown(letterId);
  expect(second.subarray(0, pdf.length).equals(pdf)).toBe(true);
  expect(plain(readText(second)).split(plain('เลขรับ'))).toHaveLength(3);
  const label = readWords(second).filter((word) => plain(word.text) === plain('เลขรับ')).find(({ top }) => top > 400)!;
  expect(label.left).toBeGreaterThan(300);
  expect(label.left).toBeLessThan(300 + STAMP_SIZE.w);
  expect((await stamps(clerk, letterId)).stamps.find(({ entryId }) => entryId === unit.entryId)).toEqual(other);
  const { rows } = await app.pool.query<{ from: unknown; to: { x: number }; personId: string; sha256: string }>(
    `select a.data->'from' as from, a.data->'to' as to, a.person_id as "personId", d.sha256 from audit_event a join document d on d.id = (a.data->>'renditionId')::uuid
     where a.chain = $1 and a.kind = 'letter.stampMoved' order by a.seq`, [`letter/${letterId}`]);
  expect(rows).toMatchObject([{ from: null, to: { x: 40, y: 60 }, personId: clerk.personId }, { from: { x: 40, y: 60 }, to: { x: 300, y: 200 } }]);
  expect(rows[1]!.sha256).toBe(createHash('sha256').update(second).digest('hex'));
});

test('a unit’s registry moves its own stamp and no other; who has no registry moves none, a stranger knows of none', async () => {
  const letterId = await received();
  const { central, unit } = await both(letterId);
  expect((await stamps(unitClerk, letterId)).stamps.map(({ entryId, canMove }) => [entryId, canMove]).sort()).toEqual([[central.entryId, false], [unit.entryId, true]].sort());
  expect(await move(unitClerk, letterId, central.entryId, { x: 40, y: 60, rev: 0 })).toMatchObject({ statusCode: 403 });
  ok(await move(unitClerk, letterId, unit.entryId, { x: 40, y: 60, rev: 0 }));
  expect(await move(head, letterId, central.entryId, { x: 40, y: 200, rev: 0 })).toMatchObject({ statusCode: 403 });
  expect((await stranger.get(`/letters/${letterId}/stamps`)).statusCode).toBe(404);
  expect(await move(stranger, letterId, central.entryId, { x: 40, y: 200, rev: 0 })).toMatchObject({ statusCode: 404 });
  const page = ok(await unitClerk.get<LetterPage>(`/letters/${letterId}`));
  expect(page.numbers.map(({ entryId, canMoveStamp, stampFound }) => [entryId, canMoveStamp, stampFound]).sort()).toEqual([[central.entryId, false, 'empty'], [unit.entryId, true, 'person']].sort());
});

test('what cannot be is refused and changes nothing: over another stamp, off the page, seen before somebody moved it, of another letter', async () => {
  const letterId = await received();
  const { central, unit } = await both(letterId);
  ok(await move(clerk, letterId, central.entryId, { x: 40, y: 60, rev: 0 }));
  const before = await stamps(clerk, letterId);
  const other = await both(await received());
  expect(await move(clerk, letterId, unit.entryId, { x: 60, y: 80, rev: 0 })).toMatchObject({ statusCode: 422, body: { code: 'STAMPS_OVERLAP' } });
  expect(await move(clerk, letterId, unit.entryId, { x: 580, y: 400, rev: 0 })).toMatchObject({ statusCode: 422, body: { code: 'PLACE_INVALID' } });
  expect(await move(clerk, letterId, central.entryId, { x: 300, y: 400, rev: 0 })).toMatchObject({ statusCode: 409, body: { code: 'STAMP_MOVED' } });
  expect(await move(clerk, letterId, other.central.entryId, { x: 300, y: 400, rev: 0 })).toMatchObject({ statusCode: 404 });
  expect(await stamps(clerk, letterId)).toEqual(before);
});

test('two who move at once: one is told, and one page is in force', async () => {
  const letterId = await received();
  const { central } = await both(letterId);
  const answers = await Promise.all([{ x: 40, y: 60 }, { x: 200, y: 300 }].map((at) => move(clerk, letterId, central.entryId, { ...at, rev: 0 })));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  await shown(letterId);
});

test('a sealed item and a control entry have no page to stamp; the stamp of a classified letter is the secret registrar’s', async () => {
  const [sealed, control, secret] = [await received({ isSealed: true }), await received({ secrecy: 'top_secret' }), await received({ secrecy: 'secret' })];
  const registrar = await signIn(app, 'lopburi.registry.secret');
  for (const id of [sealed, control]) expect((await registrar.get(`/letters/${id}/stamps`)).statusCode).toBe(404);
  expect((await clerk.get(`/letters/${secret}/stamps`)).statusCode).toBe(404);
  const { stamps: [first] } = await stamps(registrar, secret);
  ok(await move(registrar, secret, first!.entryId, { x: 40, y: 60, rev: 0 }));
});

test('a damaged file is said to be one, and nothing is left half made', async () => {
  const letterId = await received();
  const { sha256 } = await app.deps.files.put(Readable.from([Buffer.from('%PDF-1.7 broken')]));
  await app.pool.query(`update document set sha256 = $2 where letter_id = $1 and role = 'main'`, [letterId, sha256]);
  const { central } = await both(letterId);
  expect(await move(clerk, letterId, central.entryId, { x: 40, y: 60, rev: 0 })).toMatchObject({ statusCode: 415, body: { code: 'FILE_TYPE_REFUSED' } });
  expect((await app.pool.query(`select 1 from document where letter_id = $1 and role = 'stamped'`, [letterId])).rowCount).toBe(0);
  expect((await stamps(clerk, letterId)).stamps.every(({ place }) => place === null)).toBe(true);
});
