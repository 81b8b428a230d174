/** Texts of the inbox's own arrangement, of walking through it, of searching, and of why a notice comes. */
export const found = { earlier: 'ทะเบียนเดิม ปี %{year}', heldBy: 'อยู่ที่ %{post} ตั้งแต่ %{since}', phone: 'โทร. %{phone}', ended: '%{outcome} เมื่อ %{at}', others: 'และอีก %{n} ตำแหน่ง' };
export const favourite = {
  phrases: 'ข้อความที่ใช้บ่อย', phrase: 'ข้อความ', keepPhrase: 'เก็บข้อความนี้ไว้ใช้บ่อย', manage: 'จัดการข้อความ', targets: 'หน่วยงานและตำแหน่งที่ใช้บ่อย', mark: 'เพิ่ม %{name} ในรายการที่ใช้บ่อย', unmark: 'นำ %{name} ออกจากรายการที่ใช้บ่อย',
  quick: 'ใช้บ่อย', assignTo: 'มอบ %{name}',
};
export const next = {
  label: 'ถัดไป: %{what}', unit: 'ผู้ได้รับมอบหมาย', or: ' หรือ ', waits: 'รอที่ขั้น %{step}',
};
export const returned = {
  title: 'ร่างถูกส่งกลับให้แก้ไข', reason: 'เหตุที่ส่งกลับ', current: 'ฉบับปัจจุบัน ยังไม่ได้เสนอ', noReason: 'ผู้ส่งกลับไม่ได้เขียนเหตุผลไว้',
};
export const why = {
  label: 'เหตุที่ได้รับ: %{why}',
  part: {
    holder: 'ท่านเป็นผู้ถือเรื่อง', drafter: 'ท่านเป็นผู้ร่างหรือผู้เริ่มเรื่อง', superior: 'ท่านเป็นผู้บังคับบัญชาของผู้ถือเรื่อง', processOwner: 'ท่านเป็นผู้ดูแลเส้นทางหนังสือ', route: 'เส้นทางหนังสือกำหนดให้แจ้งท่าน',
  },
  asPost: '%{part} ในตำแหน่ง %{post}', acting: '%{part} โดย%{capacity} %{post}',
};
