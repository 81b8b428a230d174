import { toPieces, toWordLines } from './words';

const kept = (text: string): string[] => toPieces(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.keep]));

test.each([
  ['ภายในวันที่ ๓๐ พฤศจิกายน ๒๕๖๙ ทั้งนี้', ['๓๐ พฤศจิกายน ๒๕๖๙']],
  ['สั่ง ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๙', ['๑ ตุลาคม พ.ศ. ๒๕๖๙']],
  ['ประจำปีงบประมาณ พ.ศ. ๒๕๗๐', ['พ.ศ. ๒๕๗๐']],
  ['ภายใน ๒๒ พ.ย. ๖๙', ['๒๒ พ.ย. ๖๙']],
  ['ที่ มท ๐๒๑๐.๒/ว ๕๖๗ ลงวันที่', ['มท ๐๒๑๐.๒/ว ๕๖๗']],
  ['โทร. ๐ ๒๒๒๒ ๑๑๔๑', ['โทร. ๐ ๒๒๒๒ ๑๑๔๑']],
  ['โทรศัพท์ 02-222-1141', ['02-222-1141']],
  ['รายงาน ๓ ชุด ตามมติ', []],
])('keeps together what a line must not part in "%s"', (text, groups) => {
  expect(kept(text)).toEqual(groups);
});

test('loses nothing of a text and keeps its lines', () => {
  const text = 'ตามหนังสือ ที่ มท ๐๒๑๐.๒/๑๒ ลงวันที่ ๑ ตุลาคม ๒๕๖๙\nบรรทัดที่สอง  A วันที่';
  const lines = toWordLines(text).map((line) => line.map((piece) => (typeof piece === 'string' ? piece : piece.keep)).join(''));
  expect(lines.join('\n')).toBe(text);
});
