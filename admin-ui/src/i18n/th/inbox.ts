/** Texts of the inbox and of what stands around every page. */
export const inbox = {
  chooseMany: 'เลือกหลายเรื่อง', choose: 'เลือกเรื่อง %{subject}', new: 'มีเรื่องใหม่ %{n} เรื่อง กดเพื่อแสดง', empty: 'ไม่มีงานค้าง', emptyText: 'เมื่อมีหนังสือมาถึงตำแหน่งของท่าน จะปรากฏที่นี่ทันทีโดยไม่ต้องโหลดหน้าใหม่', emptyFiltered: 'ไม่มีงานตามตัวกรองที่เลือก',
  unreadMark: 'ใหม่', waiting: 'รอความเห็น', group: 'ผู้ใดผู้หนึ่งรับไปทำ', claimedBy: '%{name} รับไปทำ', gone: 'ดำเนินการแล้ว', search: 'ค้นหาเลขที่หรือเรื่อง', post: 'ตำแหน่ง', kind: 'ชนิดงาน',
  quick: { all: 'ทั้งหมด', unread: 'ยังไม่ได้อ่าน', overdue: 'เกินกำหนด', taken: 'ผู้อื่นรับไปแล้ว', unreadCopies: 'สำเนาเพื่อทราบ' }, sort: { due: 'ชั้นความเร็ว แล้วตามกำหนด', opened: 'มาถึงล่าสุดก่อน' },
};
export const command = {
  pending: 'รับคำสั่งแล้ว กำลังดำเนินการ', refused: 'คำสั่งที่รับไว้ดำเนินการไม่ได้: %{reason}', keptNote: 'ข้อความที่ท่านเขียนไว้: %{note}', seen: 'รับทราบ', openLetter: 'เปิดหนังสือ',
};
export const arrange = {
  views: 'ตำแหน่งและตัวกรองที่บันทึกไว้', unread: 'ใหม่ %{n}', saveFilter: 'บันทึกตัวกรองนี้', manageFilters: 'จัดการตัวกรอง', filterName: 'ชื่อตัวกรอง', filterHelp: 'ใช้ได้ทุกเครื่องที่ท่านเข้าสู่ระบบ',
  up: 'เลื่อน %{name} ขึ้น', down: 'เลื่อน %{name} ลง', delete: 'ลบ %{name}', nothingLeft: 'ไม่เหลือรายการ กดบันทึกเพื่อยืนยัน',
};
export const walk = {
  title: 'เรื่องในรายการงาน', back: 'กลับไปที่รายการงาน', place: 'เรื่องที่ %{n} จาก %{total}', left: 'เหลือในรายการ %{total} เรื่อง', previous: 'ก่อนหน้า', next: 'ถัดไป', keys: 'อ่านงานทีละเรื่อง', acts: 'ดำเนินการกับเรื่องนี้', inbox: 'รายการงาน',
  down: 'ไปยังเรื่องถัดไป', up: 'ไปยังเรื่องก่อนหน้า', acted: 'ดำเนินการแล้ว: %{what} · %{subject}', backToActed: 'ย้อนดูเรื่องนั้น',
};
export const search = {
  label: 'ค้นหาหนังสือ', placeholder: 'เลขที่ คำในเรื่องหรือในไฟล์ ผู้ส่ง', open: 'เปิดช่องค้นหา', none: 'ไม่พบหนังสือที่มี “%{q}”', more: 'ค้นหา “%{q}” ในหน้าค้นหา', noneText: 'ระบบค้นเฉพาะหนังสือที่ท่านมีสิทธิดู ลองใช้คำที่สั้นลงหรือตรวจตัวสะกด', all: 'ดูผลทั้งหมด %{n} เรื่อง',
};
export const item = { noSubject: '(ไม่มีชื่อเรื่อง)', sealed: 'ซองปิดผนึก', sealedSubject: 'ซองปิดผนึก ยังไม่เปิด', receiveNoShort: 'เลขรับ %{no}', from: 'จาก %{name}', to: 'ถึง %{name}' };
export const bell = { title: 'การแจ้งเตือน', unread: 'การแจ้งเตือน ยังไม่ได้อ่าน %{n} รายการ' };
