import { readInfo, readText, toComparable as plain } from '#test/support/poppler';
import type { Route } from '#domain/route/model';
import { approval, endNode, refusedNode, route, startNode } from '#domain/route/testing/build';
import { renderRoutePicture, renderRouteSheet, type RouteSheet } from './route-sheet';

const chain = (steps: number): Route =>
  route(
    [startNode, ...Array.from({ length: steps }, (_, no) => approval(`a${no}`, 'chief', { name: `ผู้ตรวจคนที่ ${no + 1}`, canReject: true, deadline: { rule: { unit: 'workingDays', amount: 2 } } })), endNode, refusedNode],
    ['start a0', ...Array.from({ length: steps }, (_, no) => [`a${no} approve ${no + 1 < steps ? `a${no + 1}` : 'end'}`, `a${no} reject ${no === 0 ? 'refused' : 'a0'}`]).flat()],
  );
const sheet = (part: Partial<RouteSheet> = {}): RouteSheet => ({
  route: { ...chain(3), name: 'หนังสือรับ #1 [ด่วน] $x$', description: 'รับเรื่องร้องเรียน' }, layout: {}, office: 'สำนักงานจังหวัดลพบุรี', version: 'ฉบับที่ ๓', isDraft: false,
  words: { lang: 'th', post: () => 'หัวหน้าสำนักงาน' }, madeAt: '2026-11-22T02:00:00Z', ...part,
});

test('the manual holds the drawing, every step with who, time and clause, and a place to sign; signs of the typesetter are letters', async () => {
  const { pdf } = await renderRouteSheet(sheet(), 'manual');
  const text = plain(readText(pdf));
  for (const part of ['คู่มือการปฏิบัติงาน', 'หนังสือรับ #1 [ด่วน] $x$', 'สำนักงานจังหวัดลพบุรี', 'ฉบับที่ ๓', 'วัตถุประสงค์', 'รับเรื่องร้องเรียน', '๓. ผู้ตรวจคนที่ 2', 'หัวหน้าสำนักงาน', 'ภายใน ๒ วัน', 'ไม่อนุมัติ', 'ลงชื่อ', 'ตำแหน่ง']) {
    expect(text).toContain(plain(part));
  }
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
});

test('a drawing that would be too small on A4 takes A3, on one page', async () => {
  const [small, large] = [await renderRouteSheet(sheet(), 'drawing'), await renderRouteSheet(sheet({ route: chain(14) }), 'drawing')];
  expect([small.pages, large.pages]).toEqual([1, 1]);
  expect(readInfo(small.pdf)['Page size']).toMatch(/^595\.\d+ x 841\.\d+/);
  expect(readInfo(large.pdf)['Page size']).toMatch(/^841\.\d+ x 1190\.\d+/);
});

test('a draft says so across the page', async () => {
  const text = async (isDraft: boolean) => plain(readText((await renderRouteSheet(sheet({ isDraft, version: '' }), 'drawing')).pdf));
  expect(await text(true)).toContain('ร่า');
  expect(await text(false)).not.toContain('ร่า');
});

test('the picture holds letters as shapes, so that it looks the same everywhere, and is as large as the drawing', async () => {
  const at = { start: { x: -100, y: 0 }, a0: { x: -100, y: 200 }, a1: { x: 400, y: 400 }, a2: { x: 0, y: 600 }, end: { x: 0, y: 800 }, refused: { x: 400, y: 800 } };
  const svg = await renderRoutePicture(sheet({ layout: at }));
  expect(svg).not.toContain('<text');
  // Two lines lead back up, each in a lane of its own.
  expect(svg).toMatch(/viewBox="0 0 784 920"/);
});

test('in English where the route has English words', async () => {
  const { pdf } = await renderRouteSheet(sheet({ route: { ...chain(1), nameEn: 'Incoming' }, words: { lang: 'en' } }), 'manual');
  expect(readText(pdf)).toMatch(/Work manual[\s\S]*Incoming[\s\S]*within 2 working/);
});

test('a name that the font cannot draw is refused by its characters', async () => {
  await expect(renderRouteSheet(sheet({ route: { ...chain(1), name: '漢' } }), 'drawing')).rejects.toMatchObject({ code: 'TEXT_NOT_PRINTABLE' });
  await expect(renderRoutePicture(sheet({ route: { ...chain(1), name: '漢' } }))).rejects.toMatchObject({ code: 'TEXT_NOT_PRINTABLE' });
});
