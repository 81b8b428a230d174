import { randomUUID } from 'node:crypto';
import type { SavedSearch, SearchPage } from '#domain/contracts/search';
import { officeId } from '#db/seeds/insert-offices';
import { listDelivery, listEntry, listLetter, listTask } from '#test/support/listed-letters';
import { ok } from '#test/support/letter-steps';
import { readLetters } from '#test/support/read-letters';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
let app: TestApp;
let clerk: Person;
let stranger: Person;
beforeAll(async () => {
  app = await openTestApp();
  clerk = await signIn(app, 'lopburi.registry.clerk');
  stranger = await signIn(app, 'ops.ict.officer');
});
afterAll(() => app.close());

const search = async (person: Person, query: { readonly [name: string]: string }): Promise<SearchPage> => ok(await person.get<SearchPage>(`/search?${new URLSearchParams(query).toString()}`));
const idsOf = async (person: Person, q: string): Promise<readonly string[]> => (await search(person, { q })).items.map(({ id }) => id);
const letter = (args: Partial<Parameters<typeof listLetter>[1]>) => listLetter(app.pool, { office: 'lopburi', ...args });
const aFile = async (letterId: string, sha256: string): Promise<void> => {
  await app.pool.query(
    `insert into document (letter_id, role, name, mime, size_bytes, sha256, uploaded_at) values ($1, 'main', 'letter.pdf', 'application/pdf', 1, $2, now())`, [letterId, sha256],
  );
};

describe('what a letter is found by', () => {
  test.each(['มท 0210.2/ว 7123', 'มท0210.2/ว7123', 'มท ๐๒๑๐.๒/ว ๗๑๒๓', 'ที่ มท 0210.2/ว7123', '0210.2/ว7123', 'ว 7123', '/ว7123', '7123', 'ว7123/2569', 'อ่างเก็บน้ำ', 'อ่างเก็บน\u0e4d\u0e49า', 'เเก้ไข อ่าง', '"อ่างเก็บน้ำ ห้วยใหญ่"', 'กรมชลประทาน ปี 2569', 'ด่วนมาก อ่าง', 'เลขรับ ๘๘๑', 'รับที่ 881/2569'])('%s finds it, and a letter beside it is not found', async (q) => {
    const marked = randomUUID();
    const id = await letter({ subject: 'การแก้ไขอ่างเก็บน้ำ ห้วยใหญ่', theirNo: 'มท 0210.2/ว 7123', theirDate: '2026-02-03', fromText: 'กรมชลประทาน', urgency: 'very_urgent' });
    const other = await letter({ subject: `งานอื่น ${marked}`, theirNo: 'มท 0210.2/ว 71234', theirDate: '2025-02-03', createdAt: '2025-02-03T03:00:00.000Z', fromText: 'กรมอื่น' });
    await listEntry(app.pool, { office: 'lopburi', book: 'receive', yearBe: 2569, no: 881, letterId: id });
    await readLetters(app.pool);
    const found = await idsOf(clerk, q);
    expect(found).toContain(id);
    expect(found).not.toContain(other);
    await app.pool.query('delete from register_entry where letter_id = $1', [id]);
  });

  test('a word that stands only in a file is found with a piece of the text around it', async () => {
    const id = await letter({ subject: 'ขอส่งเอกสาร' });
    const sha = 'a'.repeat(64);
    await aFile(id, sha);
    await readLetters(app.pool, { [sha]: 'ด้วยจังหวัดได้สำรวจพื้นที่ปลูกทานตะวัน\nตามหนังสือที่อ้างถึง' });
    const { items } = await search(clerk, { q: 'ทานตะวัน' });
    expect(items).toMatchObject([{ id, snippet: expect.stringContaining('ทานตะวัน') as unknown }]);
  });

  test('its sender finds a letter by the number that the receiver gave it', async () => {
    const id = await letter({ direction: 'outgoing', letterNo: 'ลบ 0017.2/55', letterDate: '2026-11-01' });
    const delivery = await listDelivery(app.pool, { letterId: id, from: 'lopburi', to: 'ops', sentAt: '2026-11-02T03:00:00.000Z' });
    await readLetters(app.pool);
    await app.pool.query(`update delivery set receive_no = '99123', registered_at = '2026-11-03T03:00:00Z' where id = $1`, [delivery]);
    await readLetters(app.pool);
    expect(await idsOf(clerk, '99123/2569')).toEqual([id]);
  });

  test('while a number or word is being typed its beginning finds it; a space behind ends the word', async () => {
    const id = await letter({ subject: 'พิธีทอดผ้าป่ามหากุศล', theirNo: 'พช 0505/4321' });
    await readLetters(app.pool);
    const typed = async (q: string) => (await search(clerk, { q, typing: 'true' })).items.map((item) => item.id);
    expect(await typed('พช 0505/43')).toEqual([id]);
    expect(await idsOf(clerk, 'พช 0505/43')).toEqual([]);
    expect(await typed('ทอดผ้าป่ามหา')).toEqual([id]);
  });

  test('a number that was cancelled still finds its letter', async () => {
    const id = await letter({ direction: 'outgoing' });
    await listEntry(app.pool, { office: 'lopburi', book: 'send', yearBe: 2568, no: 66777, printed: 'ลบ 0017.2/66777', letterId: id, status: 'cancelled' });
    await readLetters(app.pool);
    expect(await idsOf(clerk, 'ลบ 0017.2/66777')).toEqual([id]);
  });
});

describe('what is answered', () => {
  test('who has the letter, since when, and the nearest telephone', async () => {
    const id = await letter({ subject: 'ขอทราบความคืบหน้าถนนสายตลิ่งชัน' });
    await listTask(app.pool, { letterId: id, office: 'lopburi', posts: ['ict-officer'], dueAt: '2020-01-01T00:00:00.000Z', openedAt: '2026-11-20T02:00:00.000Z' });
    await app.pool.query(`update office set phone = '0 3677 0151' where code = 'lopburi'`);
    await readLetters(app.pool);
    const { items } = await search(clerk, { q: 'ตลิ่งชัน' });
    expect(items).toMatchObject([{ id, isOverdue: true, holders: [{ since: '2026-11-20T02:00:00.000Z', phone: '0 3677 0151', post: { th: expect.any(String) as unknown } }] }]);
  });

  test('the best come first: together in the heading, then apart, then only inside', async () => {
    const inside = await letter({ subject: 'ขอส่งข้อมูล' });
    const apart = await letter({ subject: 'แมลงศัตรูของมะพร้าวหลายพันธุ์' });
    const together = await letter({ subject: 'มะพร้าวหลายพันธุ์แมลงศัตรู', createdAt: '2020-01-01T00:00:00.000Z' });
    const sha = 'b'.repeat(64);
    await aFile(inside, sha);
    await readLetters(app.pool, { [sha]: 'มะพร้าวหลายพันธุ์ และ แมลงศัตรู' });
    expect(await idsOf(clerk, 'มะพร้าวหลายพันธุ์ แมลงศัตรู')).toEqual([together, apart, inside]);
  });

  test('how the text was understood', async () => {
    expect((await search(clerk, { q: 'ด่วนมาก เลขที่ 12 งบ ปี 2568' })).understood).toEqual({
      numbers: ['เลขที่ 12'], words: ['งบ'], days: { text: 'ปี 2568', from: '2025-01-01', to: '2025-12-31' }, urgency: 'very_urgent',
    });
  });

  test('facets count what is found, with the names of books and offices, and one chosen is kept to', async () => {
    const ids = [await letter({ subject: 'แข่งขันเรือยาวประเพณี', urgency: 'urgent' }), await letter({ subject: 'แข่งขันเรือยาวประเพณี', status: 'ended', createdAt: '2024-05-01T03:00:00.000Z' })];
    await listEntry(app.pool, { office: 'lopburi', book: 'receive', yearBe: 2567, no: 4004, letterId: ids[1]! });
    await readLetters(app.pool);
    const { facets, total } = await search(clerk, { q: 'แข่งขันเรือยาว' });
    const countsOf = (name: string) => facets.find(({ facet }) => facet === name)?.values.map(({ value, n }) => [value, n]);
    expect(total).toBe(2);
    expect(countsOf('year')).toEqual([['2569', 1], ['2567', 1]]);
    expect(countsOf('urgency')).toEqual([['normal', 1], ['urgent', 1]]);
    expect(countsOf('status')).toEqual([['ended', 1], ['running', 1]]);
    expect(facets.find(({ facet }) => facet === 'bookId')?.values).toMatchObject([{ n: 1, name: { th: expect.stringContaining('รับ') as unknown } }]);
    expect((await search(clerk, { q: 'แข่งขันเรือยาว', year: '2567' })).items.map(({ id }) => id)).toEqual([ids[1]]);
    expect((await search(clerk, { q: 'แข่งขันเรือยาว', status: 'running', urgency: 'urgent' })).items.map(({ id }) => id)).toEqual([ids[0]]);
  });

  test('pages follow each other without gap or double, and a cursor of somebody else’s making is refused', async () => {
    for (let n = 0; n < 5; n += 1) await letter({ subject: 'ปลูกหญ้าแฝกเฉลิมพระเกียรติ', createdAt: n < 3 ? '2026-03-01T03:00:00.000Z' : `2026-04-0${n}T03:00:00.000Z` });
    await readLetters(app.pool);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: SearchPage = await search(clerk, { q: 'หญ้าแฝก', limit: '2', ...(cursor === '' ? {} : { cursor }) });
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect((await clerk.get('/search?q=a&cursor=xyz')).statusCode).toBe(400);
  });

  test('nothing asked for finds nothing', async () => {
    expect(await search(clerk, {})).toMatchObject({ items: [], total: 0, facets: [] });
    expect(await search(clerk, { q: ' - ' })).toMatchObject({ items: [], total: 0 });
  });
});

describe('rights', () => {
  test("another office's letter is not found, counted, parted or offered", async () => {
    await letter({ subject: 'สำรวจถ้ำค้างคาวเขาช่องลม', theirNo: 'สร 0101/3131' });
    await readLetters(app.pool);
    for (const q of ['ถ้ำค้างคาว', 'สร 0101/3131']) {
      expect(await search(stranger, { q })).toMatchObject({ items: [], total: 0, facets: [] });
      expect(await search(stranger, { q, typing: 'true' })).toMatchObject({ items: [], total: 0 });
      expect((await search(clerk, { q })).total).toBe(1);
    }
  });

  test('a classified letter is found by whoever is cleared for it and has a part in it, never by its inside, and by nobody else', async () => {
    const id = await letter({ subject: 'แผนคุ้มกันขบวนบุษบก', secrecy: 'confidential', readers: ['governor', 'registry-clerk'] });
    const sha = 'c'.repeat(64);
    await aFile(id, sha);
    await readLetters(app.pool, { [sha]: 'จุดพักรถทับทิมสยาม' });
    const governor = await signIn(app, 'lopburi.governor');
    expect(await idsOf(governor, 'ขบวนบุษบก')).toEqual([id]);
    expect(await idsOf(governor, 'ทับทิมสยาม')).toEqual([]);
    expect(await search(clerk, { q: 'ขบวนบุษบก' })).toMatchObject({ items: [], total: 0, facets: [] });
    expect((await app.pool.query('select 1 from document_text where letter_id = $1', [id])).rowCount).toBe(0);
  });

  test('a letter that becomes classified loses its inside in the same moment', async () => {
    const id = await letter({ subject: 'บัญชีรายชื่อ', readers: ['governor'] });
    const sha = 'd'.repeat(64);
    await aFile(id, sha);
    await readLetters(app.pool, { [sha]: 'ผู้ร่วมโครงการจำปาศักดิ์' });
    expect(await idsOf(clerk, 'จำปาศักดิ์')).toEqual([id]);
    await app.pool.query(`update letter set secrecy = 'secret' where id = $1`, [id]);
    expect(await idsOf(clerk, 'จำปาศักดิ์')).toEqual([]);
    const { rows } = await app.pool.query<{ inside: string; words: number; files: number }>(
      'select inside, length(inside_words) as words, (select count(*)::int from document_text where letter_id = $1) as files from letter_search where id = $1', [id]);
    expect(rows).toEqual([{ inside: '', words: 0, files: 0 }]);
    await readLetters(app.pool, { [sha]: 'ผู้ร่วมโครงการจำปาศักดิ์' });
    expect((await app.pool.query<{ inside: string }>('select inside from letter_search where id = $1', [id])).rows[0]!.inside).toBe('');
  });

  test('of a sealed item the registry finds the envelope only, and nothing says what is in it', async () => {
    const id = await letter({ subject: 'รายชื่อพยานคดีศิลาแลง', isSealed: true, secrecy: 'secret', fromText: 'สำนักงานอัยการคดีหินอ่อน', theirNo: 'อส 0099/77', letterNo: 'ลบ 0017/4545' });
    await readLetters(app.pool);
    const { items, facets } = await search(clerk, { q: 'คดีหินอ่อน' });
    expect(items).toMatchObject([{ id, subject: null, secrecy: null, letterNo: null, holders: [], snippet: null }]);
    expect(facets.some(({ facet }) => facet === 'secrecy')).toBe(false);
    expect(await idsOf(clerk, 'อส 0099/77')).toEqual([id]);
    expect(await idsOf(clerk, 'ศิลาแลง')).toEqual([]);
    expect(await idsOf(clerk, 'ลบ 0017/4545')).toEqual([]);
    expect((await search(clerk, { q: 'คดีหินอ่อน', secrecy: 'secret' })).total).toBe(0);
  });

  test('a letter that has not been started is found by nobody', async () => {
    const id = await letter({ subject: 'เรื่องที่ยังไม่เริ่มพิกุลทอง' });
    await readLetters(app.pool);
    await app.pool.query(`update letter set status = 'new' where id = $1`, [id]);
    expect(await idsOf(clerk, 'พิกุลทอง')).toEqual([]);
  });
});

describe('taking along', () => {
  test('what is found goes into a file as its reader sees it, and that it did is on record without what was looked for', async () => {
    await letter({ subject: '=ล่องแพแม่น้ำป่าสัก', theirNo: 'กก 0101/5' });
    await readLetters(app.pool);
    const csv = await clerk.get<string>('/search/export?format=csv&q=ล่องแพ');
    expect(csv.raw.toString('utf8')).toContain("'=ล่องแพแม่น้ำป่าสัก");
    expect((await clerk.get('/search/export?format=xlsx&q=ล่องแพ')).raw.subarray(0, 2).toString()).toBe('PK');
    expect((await stranger.get<string>('/search/export?format=csv&q=ล่องแพ')).raw.toString('utf8')).not.toContain('ป่าสัก');
    const { rows } = await app.pool.query<{ data: object }>(`select data from audit_event where kind = 'search.exported' and person_id = $1 order by id`, [clerk.personId]);
    expect(rows.map(({ data }) => data)).toEqual([{ format: 'csv', letters: 1 }, { format: 'xlsx', letters: 1 }]);
  });

  test('nothing asked for is not exported', async () => {
    expect(await clerk.get('/search/export?format=csv')).toMatchObject({ statusCode: 422, body: { code: 'SEARCH_EMPTY' } });
  });
});

describe('searches that are kept', () => {
  test('one’s own and those of the office are listed; only the owner takes one away', async () => {
    const head = await signIn(app, 'lopburi.office-head');
    ok(await clerk.post('/search/saved', { name: 'ของฉัน', query: { q: 'เดือนที่แล้ว' } }));
    const { items } = ok(await clerk.post<{ items: SavedSearch[] }>('/search/saved', { name: 'ของสำนักงาน', query: { q: 'งบ', status: 'running' }, officeId: officeId('lopburi') }));
    expect(items).toMatchObject([{ name: 'ของฉัน', isMine: true, office: null }, { name: 'ของสำนักงาน', isMine: true, office: { code: 'lopburi' }, query: { q: 'งบ', status: 'running' } }]);
    expect(ok(await head.get<{ items: SavedSearch[] }>('/search/saved')).items).toMatchObject([{ name: 'ของสำนักงาน', isMine: false }]);
    expect(ok(await stranger.get<{ items: SavedSearch[] }>('/search/saved')).items).toEqual([]);
    expect((await head.send('DELETE', `/search/saved/${items[1]!.id}`)).statusCode).toBe(404);
    expect(ok(await clerk.send<{ items: SavedSearch[] }>('DELETE', `/search/saved/${items[1]!.id}`)).items).toHaveLength(1);
  });

  test('a search is shared with an office of one’s own only', async () => {
    expect(await clerk.post('/search/saved', { name: 'ก', query: {}, officeId: officeId('ops') })).toMatchObject({ statusCode: 403 });
  });

  test('a name is needed, and no more are kept than fit', async () => {
    expect((await clerk.post('/search/saved', { name: ' ', query: {} })).statusCode).toBe(400);
    await app.pool.query(`insert into saved_search (person_id, name, query, created_at) select $1, 'n' || n, '{}', now() from generate_series(1, 50) n`, [stranger.personId]);
    expect(await stranger.post('/search/saved', { name: 'ก', query: {} })).toMatchObject({ statusCode: 409, body: { code: 'SAVED_SEARCHES_FULL' } });
  });
});
