import type { LetterToPrint } from '#domain/letter/letter-document';
import { readText, toComparable as plain } from '#test/support/poppler';

import { renderDraftPreview } from './draft-preview';

const letter: LetterToPrint = {
  kind: 'internal_memo', urgency: 'normal', urgentBy: null, secrecy: 'none', subject: 'ขออนุมัติโครงการ', toText: 'ผู้อำนวยการกองกลาง', addressees: [],
  body: 'ด้วยกลุ่มงานมีความจำเป็น', enclosureList: [], references: [], letterNo: 'มท 0201.1/45', letterDate: '2026-11-21', signature: null,
  createdAt: '2026-11-20T03:00:00.000Z',
  office: { nameTh: 'สำนักงานปลัดกระทรวงมหาดไทย', addressTh: '', phone: '', email: '', agencyCode: 'มท', unitCode: '0201' },
  ownerUnit: { nameTh: 'กองกลาง', phone: '', letterCode: '0201.1' },
  issuerTh: null,
};

test('a draft shows its text under the code of its unit, without number and date even where it has them', async () => {
  const { pdf, pages } = await renderDraftPreview(letter);
  const text = plain(readText(pdf));
  expect(pages).toBe(1);
  for (const part of ['ขออนุมัติโครงการ', 'ผู้อำนวยการกองกลาง', 'ด้วยกลุ่มงานมีความจำเป็น', 'มท ๐๒๐๑.๑/']) expect(text).toContain(plain(part));
  for (const absent of ['๐๒๐๑.๑/๔๕', '๒๑ พฤศจิกายน']) expect(text).not.toContain(plain(absent));
});
