/** Texts of the inbox's own arrangement, of walking through it, of searching, and of why a notice comes. */
export const arrange = {
  views: 'ตำแหน่งและตัวกรองที่บันทึกไว้', unread: 'ใหม่ %{n}', saveFilter: 'บันทึกตัวกรองนี้', manageFilters: 'จัดการตัวกรอง', filterName: 'ชื่อตัวกรอง', filterHelp: 'ใช้ได้ทุกเครื่องที่ท่านเข้าสู่ระบบ',
  phrases: 'ข้อความที่ใช้บ่อย', phrase: 'ข้อความ', keepPhrase: 'เก็บข้อความนี้ไว้ใช้บ่อย', manage: 'จัดการข้อความ', targets: 'หน่วยงานและตำแหน่งที่ใช้บ่อย', mark: 'เพิ่ม %{name} ในรายการที่ใช้บ่อย', unmark: 'นำ %{name} ออกจากรายการที่ใช้บ่อย',
  quick: 'ใช้บ่อย', assignTo: 'มอบ %{name}', up: 'เลื่อน %{name} ขึ้น', down: 'เลื่อน %{name} ลง', delete: 'ลบ %{name}', nothingLeft: 'ไม่เหลือรายการ กดบันทึกเพื่อยืนยัน',
};
export const walk = {
  title: 'เรื่องในรายการงาน', back: 'กลับไปที่รายการงาน', place: 'เรื่องที่ %{n} จาก %{total}', left: 'เหลือในรายการ %{total} เรื่อง', previous: 'ก่อนหน้า', next: 'ถัดไป', keys: 'อ่านงานทีละเรื่อง', acts: 'ดำเนินการกับเรื่องนี้', inbox: 'รายการงาน',
  down: 'ไปยังเรื่องถัดไป', up: 'ไปยังเรื่องก่อนหน้า', acted: 'ดำเนินการแล้ว: %{what} · %{subject}', backToActed: 'ย้อนดูเรื่องนั้น',
};
export const next = {
  label: 'ถัดไป: %{what}', unit: 'ผู้ได้รับมอบหมาย', or: ' หรือ ', waits: 'รอที่ขั้น %{step}',
};
export const returned = {
  title: 'ร่างถูกส่งกลับให้แก้ไข', reason: 'เหตุที่ส่งกลับ', current: 'ฉบับปัจจุบัน ยังไม่ได้เสนอ', noReason: 'ผู้ส่งกลับไม่ได้เขียนเหตุผลไว้',
};
export const search = {
  label: 'ค้นหาหนังสือ', placeholder: 'เลขที่ เรื่อง ผู้ส่งหรือผู้รับ', open: 'เปิดช่องค้นหา', none: 'ไม่พบหนังสือที่มี “%{q}” ในเลขที่ เรื่อง ผู้ส่ง หรือผู้รับ', noneText: 'ระบบค้นเฉพาะหนังสือที่ท่านมีสิทธิดู ลองใช้คำที่สั้นลงหรือตรวจตัวสะกด', all: 'ดูผลทั้งหมด %{n} เรื่อง',
};
export const why = {
  label: 'เหตุที่ได้รับ: %{why}',
  part: {
    holder: 'ท่านเป็นผู้ถือเรื่อง', drafter: 'ท่านเป็นผู้ร่างหรือผู้เริ่มเรื่อง', superior: 'ท่านเป็นผู้บังคับบัญชาของผู้ถือเรื่อง', processOwner: 'ท่านเป็นผู้ดูแลเส้นทางหนังสือ', route: 'เส้นทางหนังสือกำหนดให้แจ้งท่าน',
  },
  asPost: '%{part} ในตำแหน่ง %{post}', acting: '%{part} โดย%{capacity} %{post}',
};
