/** Texts in Thai of the pages on which registers are kept: they come with those pages. */
export const bookCheck = {
  title: 'ตรวจทะเบียน', back: 'กลับไปที่ทะเบียน', checkedAt: 'ตรวจเมื่อ %{at} · %{entries} รายการ · เลข %{first} ถึง %{last}', empty: 'ปีนี้ยังไม่มีเลขให้ตรวจ', emptyText: 'ทะเบียนนี้ยังไม่ออกเลขในปี พ.ศ. ที่เลือก',
  sound: 'ไม่พบสิ่งที่ต้องชี้แจง', soundText: 'เลขต่อเนื่องครบทุกเลข วันที่เรียงตามเลข และเลขที่ยกเลิกมีเหตุผลทุกเลข', faults: 'มีสิ่งที่ต้องชี้แจง %{n} รายการ', toExplain: 'ต้องชี้แจง', listed: 'บันทึกไว้โดยชอบ', more: 'แสดง %{shown} จาก %{total} รายการ', paperBefore: 'เลข 1 ถึง %{last} อยู่ในทะเบียนกระดาษ',
  column: { no: 'เลข', printed: 'เลขที่หนังสือ', date: 'ลงวันที่', reason: 'เหตุผล', who: 'ผู้ดำเนินการ' }, run: '%{from} ถึง %{to}', after: 'เลขก่อนหน้าลงวันที่ %{date}', until: 'จองถึง %{date}',
  kind: {
    gap: 'เลขที่ขาดหาย', duplicateNumber: 'เลขซ้ำกัน', duplicateLetter: 'หนังสือเรื่องเดียวมีสองเลข', duplicateSource: 'ผู้ส่ง เลขที่ และวันที่ซ้ำกัน', dateOrder: 'วันที่ไม่เรียงตามเลข', wrongYear: 'วันที่อยู่นอกปีของทะเบียน', unexplained: 'ไม่มีเหตุผลหรือผู้ดำเนินการ', overdue: 'จองไว้เกินกำหนด',
    reserved: 'เลขที่จองไว้ยังไม่ใช้', filled: 'เลขที่จองไว้และใช้แล้ว', outage: 'เลขที่ใช้ระหว่างระบบขัดข้อง', cancelled: 'เลขที่ยกเลิก', lost: 'ออกเลขแล้ว หลักฐานสูญหาย', amended: 'รายการที่มีการแก้ไข',
  },
};
