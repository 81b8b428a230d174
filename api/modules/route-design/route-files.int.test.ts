import type { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json';
import type { bpmnReadSchema, routeDesignsSchema, routeDraftSchema } from '#domain/contracts/route-design';
import { officeId } from '#db/seeds/insert-offices';
import { ok } from '#test/support/letter-steps';
import { readText, toComparable as plain } from '#test/support/poppler';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
type Draft = z.output<typeof routeDraftSchema>;
type Read = z.output<typeof bpmnReadSchema>;
let app: TestApp;
let owner: Person;
let clerk: Person;
let stranger: Person;
let draft: Draft;
let versionId: string;
const lopburi = officeId('lopburi');
beforeAll(async () => {
  app = await openTestApp();
  [owner, clerk, stranger] = await Promise.all(['lopburi.office-head', 'lopburi.registry.clerk', 'ops.central.director'].map((login) => signIn(app, login))) as [Person, Person, Person];
  versionId = ok(await owner.get<z.output<typeof routeDesignsSchema>>(`/route-designs?officeId=${lopburi}`)).routes.find(({ code }) => code === 'incoming')!.inForce!.id;
  draft = ok(await owner.post<Draft>('/route-drafts', { officeId: lopburi, from: { kind: 'version', versionId } }));
});
afterAll(() => app.close());

const raw = (person: Person, path: string, language = 'th') => person.get<string>(path, { 'accept-language': language });

test('the manual of a version names its posts and roles as the office does, and says which version it is', async () => {
  const answer = await raw(clerk, `/route-versions/${versionId}/file?format=manual`);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': expect.stringContaining('route-incoming-1-manual.pdf') as string });
  const text = plain(readText(answer.raw));
  for (const part of ['คู่มือการปฏิบัติงาน', 'ฉบับที่ ๑ ใช้ตั้งแต่', 'ลพบุรี', 'ผู้ว่าราชการจังหวัดลพบุรี', 'เจ้าหน้าที่สารบรรณ']) expect(text).toContain(plain(part));
  expect(text).not.toContain('office-head');
  expect(readText((await raw(clerk, `/route-versions/${versionId}/file?format=manual`, 'en')).raw)).toMatch(/Work manual[\s\S]*version 1, since/);
});

test('a draft comes as a drawing and as a picture, and says that it is one', async () => {
  const drawing = await raw(owner, `/route-drafts/${draft.id}/file?format=drawing`);
  expect(plain(readText(drawing.raw))).toContain(plain('ฉบับร่าง'));
  const picture = await raw(owner, `/route-drafts/${draft.id}/file?format=svg`);
  expect(picture.headers['content-type']).toBe('image/svg+xml');
  expect(picture.body).toMatch(/^<svg /);
});

test('what goes out as BPMN or JSON comes in as it was', async () => {
  const bpmn = await raw(owner, `/route-drafts/${draft.id}/file?format=bpmn`);
  const again = ok(await read(bpmn.body));
  expect(again.report).toEqual([]);
  expect(canonicalJson(again.definition)).toBe(canonicalJson(draft.definition));
  expect((await raw(owner, `/route-drafts/${draft.id}/file?format=json`)).raw.toString('utf8')).toBe(`${canonicalJson(draft.definition)}\n`);
});

const read = (xml: string) => owner.send<Read>('POST', '/route-files/bpmn', { xml }, { 'accept-language': 'th' });

test('a file of another modeller is told of in the reader’s language; one that refers outside itself is refused', async () => {
  const xml = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p"><startEvent id="s"/><scriptTask id="x" name="คำนวณ"/></process></definitions>';
  const told = ok(await read(xml));
  expect(told.report).toContainEqual({ verdict: 'approximated', elementId: 'x', nodeId: 'x', text: 'scriptTask “คำนวณ”: ระบบนี้ไม่มีขั้นตอนอัตโนมัติเช่นนี้ จึงนำเข้าเป็นงานที่มีผู้ดำเนินการ' });
  expect(await read(`<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${xml}`)).toMatchObject({ statusCode: 422, body: { code: 'BPMN_ENTITIES_REFUSED', message: expect.stringContaining('ข้อมูลภายนอก') as string } });
  expect(await read('a')).toMatchObject({ statusCode: 422, body: { code: 'BPMN_NOT_XML' } });
});

test('a file is read for process owners alone', async () => {
  expect(await clerk.send('POST', '/route-files/bpmn', { xml: '<a/>' })).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN' } });
});

test.each(['drawing', 'manual', 'svg', 'bpmn', 'json'])('as %s neither a version nor a draft goes to another office, nor a draft to somebody who does not design', async (format) => {
  expect((await raw(stranger, `/route-versions/${versionId}/file?format=${format}`)).statusCode).toBe(404);
  expect((await raw(stranger, `/route-drafts/${draft.id}/file?format=${format}`)).statusCode).toBe(404);
  expect((await raw(clerk, `/route-drafts/${draft.id}/file?format=${format}`)).statusCode).toBe(403);
});
