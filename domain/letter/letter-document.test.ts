import { greet } from './salutation';
import { type LetterToPrint, printedDate, SIGNED_MARK, signatureLines, toPrintedLetter } from './letter-document';
import type { LetterSignature } from './signature';

const signature: LetterSignature = {
  personId: 'p', nameTh: 'ผู้ลงนาม', nameEn: 'Signer', postId: 'deputy', postTitleTh: 'รองปลัดกระทรวงมหาดไทย (คนที่ 1)', postTitleEn: '', capacity: 'own',
  ownPostId: null, ownPostTitleTh: null, ownPostTitleEn: null, orderNo: '', onBehalfOfPostId: 'head', onBehalfOfTitleTh: 'ปลัดกระทรวงมหาดไทย',
  onBehalfOfTitleEn: null, at: '2026-11-21T03:00:00.000Z',
};
const letter: LetterToPrint = {
  kind: 'external_letter', urgency: 'normal', urgentBy: null, secrecy: 'none', subject: 'ขอให้รายงานผล ปี 2569', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', addressees: [],
  body: 'ภาคเหตุ\nภาคสรุป', enclosureList: [], references: [], letterNo: 'มท 0210.2/123', letterDate: '2026-11-21', signature, createdAt: '2026-11-20T03:00:00.000Z',
  office: { nameTh: 'สำนักงานปลัดกระทรวงมหาดไทย', addressTh: 'ถนนอัษฎางค์ 10200', phone: '0 2222 1141', email: 'saraban2569@moi.go.th', agencyCode: 'มท', unitCode: '0201' },
  ownerUnit: { nameTh: 'ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร', phone: '', letterCode: '0210.2' },
  issuerTh: null,
};
const province: LetterToPrint = {
  ...letter,
  office: { ...letter.office, nameTh: 'สำนักงานจังหวัดลพบุรี', addressTh: 'ศาลากลางจังหวัดลพบุรี ถนนนารายณ์มหาราช', agencyCode: 'ลบ', unitCode: '0017' },
  ownerUnit: { nameTh: 'กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด', phone: '0 3641 1111', letterCode: null },
  issuerTh: 'จังหวัดลพบุรี',
};
const printed = (change: Partial<LetterToPrint> = {}) => toPrintedLetter({ ...letter, ...change });

test('a signed and numbered letter stands in Thai digits, its addresses in their own', () => {
  expect(printed()).toMatchObject({
    kind: 'external_letter', number: 'มท ๐๒๑๐.๒/๑๒๓', date: '๒๑ พฤศจิกายน ๒๕๖๙', subject: 'ขอให้รายงานผล ปี ๒๕๖๙', agency: ['สำนักงานปลัดกระทรวงมหาดไทย', 'ถนนอัษฎางค์ ๑๐๒๐๐'],
    addressee: { salutation: 'เรียน', name: 'ผู้ว่าราชการจังหวัดลพบุรี' }, closing: 'ขอแสดงความนับถือ', madeAt: signature.at, signature: { mark: SIGNED_MARK },
    owner: ['ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร', 'โทร. ๐ ๒๒๒๒ ๑๑๔๑', 'ไปรษณีย์อิเล็กทรอนิกส์ saraban2569@moi.go.th'],
  });
});

test('a draft leaves number, date and signature blank and shows the code that the number will have', () => {
  expect(printed({ letterNo: null, letterDate: null, signature: null })).toMatchObject({
    number: null, numberStem: 'มท ๐๒๑๐.๒/', date: null, signature: null, signer: null, madeAt: letter.createdAt,
  });
  expect(toPrintedLetter({ ...province, letterNo: null }).numberStem).toBe('ลบ ๐๐๑๗/');
});

test('a province writes from its hall and is named at the foot', () => {
  expect(toPrintedLetter(province)).toMatchObject({
    agency: ['ศาลากลางจังหวัดลพบุรี ถนนนารายณ์มหาราช'],
    owner: ['สำนักงานจังหวัดลพบุรี', 'กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด', 'โทร. ๐ ๓๖๔๑ ๑๑๑๑', 'ไปรษณีย์อิเล็กทรอนิกส์ saraban2569@moi.go.th'],
  });
});

test('a memo names office, unit and telephone in one line and has neither closing nor foot', () => {
  expect(printed({ kind: 'internal_memo' })).toMatchObject({
    kind: 'memo', agency: ['สำนักงานปลัดกระทรวงมหาดไทย ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร โทร. ๐ ๒๒๒๒ ๑๑๔๑'], closing: null, owner: null, date: '๒๑ พฤศจิกายน ๒๕๖๙',
  });
});

test('an order is issued by the unit of the post in whose name it is signed, dated with พ.ศ., addressed to nobody', () => {
  expect(toPrintedLetter({ ...province, kind: 'order', letterNo: '12/2569' })).toMatchObject({
    kind: 'order', agency: ['จังหวัดลพบุรี'], number: '๑๒/๒๕๖๙', date: '๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙', addressee: null, closing: null,
  });
  expect(printedDate({ kind: 'order', letterDate: null })).toBeNull();
});

test('a stamped letter says ถึง and does not close; what has no form of its own is not greeted', () => {
  expect(printed({ kind: 'stamped_letter' })).toMatchObject({ addressee: { salutation: 'ถึง' }, closing: null });
  expect(printed({ kind: 'announcement' })).toMatchObject({ addressee: null, closing: null });
});

test.each([
  ['own post only', { onBehalfOfTitleTh: null }, ['(ผู้ลงนาม)', 'รองปลัดกระทรวงมหาดไทย']],
  ['by delegation', {}, ['(ผู้ลงนาม)', 'รองปลัดกระทรวงมหาดไทย', 'ปฏิบัติราชการแทน', 'ปลัดกระทรวงมหาดไทย']],
  [
    'acting for an absent holder',
    { capacity: 'acting_for', postTitleTh: 'ผู้ว่าราชการจังหวัดลพบุรี', ownPostTitleTh: 'รองผู้ว่าราชการจังหวัดลพบุรี', onBehalfOfTitleTh: null },
    ['(ผู้ลงนาม)', 'รองผู้ว่าราชการจังหวัดลพบุรี', 'รักษาราชการแทน', 'ผู้ว่าราชการจังหวัดลพบุรี'],
  ],
  [
    'acting, and by delegation',
    { capacity: 'acting_for', ownPostTitleTh: 'ผู้อำนวยการกองกลาง' },
    ['(ผู้ลงนาม)', 'ผู้อำนวยการกองกลาง', 'รักษาราชการแทน', 'รองปลัดกระทรวงมหาดไทย', 'ปฏิบัติราชการแทน', 'ปลัดกระทรวงมหาดไทย'],
  ],
] as const)('the lines under a signature: %s', (_name, change, lines) => {
  const changed: LetterSignature = { ...signature, ...change };
  expect(signatureLines(changed)).toEqual(lines);
  expect(printed({ signature: changed }).signer).toEqual({ name: 'ผู้ลงนาม', post: lines[1], capacityLines: lines.slice(2) });
});

test('urgency and secrecy are printed as marks, a time limit below its mark', () => {
  expect(printed()).toMatchObject({ urgency: null, urgencyDetail: null, secrecy: null });
  expect(printed({ urgency: 'urgent_by', urgentBy: '2026-11-22T09:30:00.000Z', secrecy: 'secret' })).toMatchObject({
    urgency: 'ด่วนภายใน', urgencyDetail: '๒๒ พฤศจิกายน ๒๕๖๙ เวลา ๑๖.๓๐ น.', secrecy: 'ลับมาก',
  });
});

test.each([
  [{ letterNo: 'มท 0210.2/5', date: '2026-10-01', issuerTh: 'สำนักงานปลัดกระทรวงมหาดไทย' }, 'หนังสือสำนักงานปลัดกระทรวงมหาดไทย ที่ มท ๐๒๑๐.๒/๕ ลงวันที่ ๑ ตุลาคม ๒๕๖๙'],
  [{ letterNo: 'ที่ มท 0210.2/5', date: null, issuerTh: null }, 'หนังสือ ที่ มท ๐๒๑๐.๒/๕'],
  [{ letterNo: 'ด่วนที่สุด ที่ มท 0210.2/5', date: null, issuerTh: 'กรมการปกครอง' }, 'หนังสือกรมการปกครอง ด่วนที่สุด ที่ มท ๐๒๑๐.๒/๕'],
  [{ letterNo: 'คำสั่งกระทรวงมหาดไทย ที่ 81/2561 ลงวันที่ 5 มกราคม 2561', date: '2018-01-05', issuerTh: null }, 'คำสั่งกระทรวงมหาดไทย ที่ ๘๑/๒๕๖๑ ลงวันที่ ๕ มกราคม ๒๕๖๑'],
] as const)('a reference is cited by issuer, number and date: %o', (reference, cited) => {
  expect(printed({ references: [{ ...reference, letterId: null }] }).references).toEqual([cited]);
});

test('every line is a paragraph, unless blank lines part them', () => {
  expect(printed({ body: 'ก\r\nข\n' }).body).toEqual(['ก', 'ข']);
  expect(printed({ body: 'ก\n1. ข\n\nค' }).body).toEqual(['ก\n๑. ข', 'ค']);
  expect(printed({ body: null }).body).toEqual([]);
});

test('copies for information are listed where the addressee line does not name them', () => {
  const copy = (name: string, role: 'info' | 'lead') => ({ deliveryId: 'd', officeId: null, addressId: 'a', role, name, address: '' });
  expect(printed({ addressees: [copy('ผู้ว่าราชการจังหวัดลพบุรี', 'info'), copy('กรมการปกครอง', 'info'), copy('กรมที่ดิน', 'lead')] }).copiesTo).toEqual(['กรมการปกครอง']);
});

test.each([
  ['ผู้ว่าราชการจังหวัดลพบุรี', 'เรียน', 'ขอแสดงความนับถือ', 'ผู้ว่าราชการจังหวัดลพบุรี'],
  ['เรียน อธิบดีกรมการปกครอง', 'เรียน', 'ขอแสดงความนับถือ', 'อธิบดีกรมการปกครอง'],
  ['นายกรัฐมนตรี', 'กราบเรียน', 'ขอแสดงความนับถืออย่างยิ่ง', 'นายกรัฐมนตรี'],
  ['รองนายกรัฐมนตรี', 'เรียน', 'ขอแสดงความนับถือ', 'รองนายกรัฐมนตรี'],
  ['นมัสการ เจ้าอาวาส', 'นมัสการ', 'ขอนมัสการด้วยความเคารพ', 'เจ้าอาวาส'],
  ['กราบทูล สมเด็จพระสังฆราช', 'กราบทูล', 'ควรมิควรแล้วแต่จะโปรด', 'สมเด็จพระสังฆราช'],
])('%s is greeted %s', (toText, salutation, closing, name) => {
  expect(greet(toText)).toEqual({ salutation, closing, name });
});
