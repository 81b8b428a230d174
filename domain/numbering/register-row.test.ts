import { registerHeading, registerRow, struckOut } from './register-row';

const ENTRY = {
  no: 12, suffix: '', printed: 'ลบ 0017.2/12', status: 'issued' as const, entryDate: '2026-11-22', isHidden: false, letterNo: 'มท 0210.2/77', letterDate: '2026-11-20', fromText: 'ต้นทาง', toText: 'ปลายทาง',
  subject: 'ขอให้รายงานผล', isSealed: false, action: { units: [{ th: 'กลุ่มงานยุทธศาสตร์', en: 'Strategy' }, { th: 'กลุ่มงานข้อมูล', en: '' }], answerNo: 'ลบ 0017.2/9', answerDate: '2026-11-30', text: '' }, remark: '', block: null, anewNo: null, insteadOf: null, amendments: [],
};

test('a line of form 13: their number and date, whom it went to, and the answer', () => {
  expect(registerRow(ENTRY, 'receive', 'th')).toEqual({
    no: '12', letterNo: 'มท 0210.2/77', dated: '20 พ.ย. 69', from: 'ต้นทาง', to: 'ปลายทาง', subject: 'ขอให้รายงานผล', action: 'กลุ่มงานยุทธศาสตร์, กลุ่มงานข้อมูล, ตอบตามหนังสือ ลบ 0017.2/9 ลงวันที่ 30 พ.ย. 69', remark: '',
  });
  expect(registerRow(ENTRY, 'receive', 'en').action).toBe('Strategy, กลุ่มงานข้อมูล, answered by ลบ 0017.2/9 of 30 พ.ย. 69');
});

test('a line of form 14 has our own number; without a date of the letter the day the number was taken', () => {
  expect(registerRow({ ...ENTRY, letterDate: null }, 'send', 'th')).toMatchObject({ letterNo: 'ลบ 0017.2/12', dated: '22 พ.ย. 69' });
  expect(registerRow({ ...ENTRY, letterDate: null, letterNo: null }, 'receive', 'th')).toMatchObject({ letterNo: '', dated: '' });
});

test.each<[string, object, object]>([
  ['a hidden letter says that it is hidden', { subject: null, isHidden: true }, { subject: '(ไม่แสดงรายละเอียด)' }],
  ['a sealed item is named as such', { subject: null, isSealed: true }, { subject: 'ซองปิดผนึก' }],
  ['a cancelled number has its reason', { status: 'cancelled', remark: 'ลงซ้ำ' }, { remark: 'ยกเลิกเลข: ลงซ้ำ' }],
  ['a reserved number without a reason', { status: 'reserved', subject: null }, { remark: 'จองเลข', subject: '' }],
  ['a number of an outage sheet says so, free and used', { status: 'issued', block: 'outage', remark: 'ไฟฟ้าดับ' }, { remark: 'ออกเลขขณะระบบขัดข้อง: ไฟฟ้าดับ' }],
  ['a sheet that waits', { status: 'reserved', block: 'outage' }, { remark: 'เลขสำรองกรณีระบบขัดข้อง' }],
  ['a reserved number that was used says so', { status: 'issued', block: 'reserved', remark: 'รอลงนาม' }, { remark: 'ใช้เลขที่จองไว้: รอลงนาม' }],
  ['a cancelled one of a sheet is cancelled', { status: 'cancelled', block: 'outage', remark: 'ไม่ได้ใช้' }, { remark: 'ยกเลิกเลข: ไม่ได้ใช้' }],
  ['an answer without a date', { action: { units: [], answerNo: '9', answerDate: null, text: '' } }, { action: 'ตอบตามหนังสือ 9' }],
])('%s', (_what, more, row) => {
  expect(registerRow({ ...ENTRY, ...more }, 'receive', 'th')).toMatchObject(row);
});

test('an entry of an earlier register keeps its number squeezed in, and what was written of it', () => {
  expect(registerRow({ ...ENTRY, suffix: '.1', entryDate: null, action: { units: [], answerNo: null, answerDate: null, text: 'แจ้งเวียนแล้ว' } }, 'receive', 'th')).toMatchObject({ no: '12.1', action: 'แจ้งเวียนแล้ว' });
});

test('the first column is named after what the register is of', () => {
  expect((['receive', 'secret_receive', 'secret_control', 'send', 'order'] as const).map((kind) => registerHeading('no', kind).th)).toEqual(['เลขทะเบียนรับ', 'เลขทะเบียนรับ', 'เลขทะเบียนรับ', 'เลขทะเบียนส่ง', 'เลขทะเบียนส่ง']);
  expect(registerHeading('subject', 'receive')).toEqual({ th: 'เรื่อง', en: 'Subject' });
});

test('a registration made anew is told on the cancelled line and on the new one', () => {
  expect(registerRow({ ...ENTRY, status: 'cancelled', remark: 'ลงผู้ส่งผิด', anewNo: '14' }, 'receive', 'th').remark).toBe('ยกเลิกเลข: ลงผู้ส่งผิด · ลงทะเบียนใหม่เป็นเลข 14');
  expect(registerRow({ ...ENTRY, insteadOf: '12' }, 'receive', 'th').remark).toBe('แทนเลข 12 ที่ยกเลิก');
  expect(registerRow({ ...ENTRY, insteadOf: '12' }, 'receive', 'en').remark).toBe('in place of 12, cancelled');
});

test('a correction is told with what stood there, by whom, when and why, and what stood there is struck out', () => {
  const amendments = [
    { field: 'letterDate' as const, oldValue: '2026-11-19', newValue: '2026-11-20', reason: 'เขียนวันผิด', at: '2026-11-23T03:00:00.000Z', person: { id: 'P', name: { th: 'สมศรี', en: '' } } },
    { field: 'subject' as const, oldValue: '', newValue: 'ขอให้รายงานผล', reason: 'เดิมว่าง', at: '2026-11-23T03:00:00.000Z', person: { id: 'P', name: { th: 'สมศรี', en: '' } } },
  ];
  expect(registerRow({ ...ENTRY, amendments }, 'receive', 'th').remark).toBe('แก้ไขช่องลงวันที่ เดิม “19 พ.ย. 69” โดยสมศรี 23 พ.ย. 69: เขียนวันผิด · แก้ไขช่องเรื่อง เดิม “” โดยสมศรี 23 พ.ย. 69: เดิมว่าง');
  expect(struckOut({ amendments })).toEqual({ dated: ['19 พ.ย. 69'] });
});
