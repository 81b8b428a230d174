/** Words for the codes of `#domain/letter/vocabulary` and of the contracts, as the Regulation on Saraban Work writes them. */
import type {
  ActionWord, AgencyRole, BookKind, Capacity, Channel, Direction, LetterKind, Role, Secrecy, Urgency,
} from '../vocabulary';

type Words<K extends string> = { readonly [key in K]: string };

export const kind: Words<LetterKind> = {
  external_letter: 'หนังสือภายนอก', internal_memo: 'บันทึกข้อความ', stamped_letter: 'หนังสือประทับตรา', order: 'คำสั่ง', regulation: 'ระเบียบ',
  rule: 'ข้อบังคับ', announcement: 'ประกาศ', statement: 'แถลงการณ์', news_release: 'ข่าว', certificate: 'หนังสือรับรอง', minutes: 'รายงานการประชุม',
  memo_note: 'บันทึก', other_record: 'หนังสืออื่น',
};
export const direction: Words<Direction> = { incoming: 'หนังสือรับ', outgoing: 'หนังสือส่ง', internal: 'หนังสือภายใน' };
export const urgency: Words<Urgency> = { normal: 'ปกติ', urgent: 'ด่วน', very_urgent: 'ด่วนมาก', most_urgent: 'ด่วนที่สุด', urgent_by: 'ด่วนภายใน' };
export const secrecy: Words<Secrecy> = { none: 'ปกติ', confidential: 'ลับ', secret: 'ลับมาก', top_secret: 'ลับที่สุด' };
export const channel: Words<Channel> = {
  exchange: 'ระบบสารบรรณอิเล็กทรอนิกส์', counter: 'ยื่นที่สำนักงาน', post: 'ไปรษณีย์', email: 'ไปรษณีย์อิเล็กทรอนิกส์', web: 'แบบฟอร์มทางเว็บไซต์',
};
export const capacity: Words<Capacity> = {
  own: 'ดำรงตำแหน่ง', delegated: 'ปฏิบัติราชการแทน', acting_for: 'รักษาราชการแทน', acting_in_post: 'รักษาการในตำแหน่ง', acting_duty: 'ปฏิบัติหน้าที่แทน',
};
export const role: Words<Role> = {
  clerk: 'เจ้าหน้าที่สารบรรณ', secret_registrar: 'นายทะเบียนข้อมูลข่าวสารลับ', officer: 'เจ้าหน้าที่', head: 'หัวหน้าหน่วยงาน', supervisor: 'ผู้กำกับงานสารบรรณ',
  process_owner: 'ผู้ดูแลเส้นทางหนังสือ', office_admin: 'ผู้ดูแลสำนักงาน', system_admin: 'ผู้ดูแลระบบ', inspector: 'ผู้ตรวจราชการ',
};
export const bookKind: Words<BookKind> = {
  send: 'ทะเบียนหนังสือส่ง', circular: 'ทะเบียนหนังสือเวียน', receive: 'ทะเบียนหนังสือรับ', order: 'ทะเบียนคำสั่ง', announcement: 'ทะเบียนประกาศ',
  certificate: 'ทะเบียนหนังสือรับรอง', minutes: 'ทะเบียนรายงานการประชุม', secret_send: 'ทะเบียนส่งข้อมูลข่าวสารลับ', secret_receive: 'ทะเบียนรับข้อมูลข่าวสารลับ',
  secret_control: 'ทะเบียนควบคุมข้อมูลข่าวสารลับ',
};
export const actionWord: Words<ActionWord> = {
  for_info: 'เสนอเพื่อทราบ', for_decision: 'เสนอเพื่อพิจารณา', for_signature: 'เสนอเพื่อลงนาม', noted: 'ทราบ', agreed: 'เห็นชอบ', approved: 'อนุมัติ',
  refused: 'ไม่อนุมัติ', signed: 'ลงนามแล้ว', returned: 'ส่งกลับแก้ไข', assigned: 'มอบดำเนินการ', proceed: 'ดำเนินการตามเสนอ', circulate: 'แจ้งเวียน',
  file: 'รวมเรื่อง',
};
export const agencyRole: Words<AgencyRole> = {
  lead: 'หน่วยงานหลัก', secondary: 'หน่วยงานรอง', supplementary: 'หน่วยงานเสริม', adviser: 'ที่ปรึกษา', info: 'เพื่อทราบ',
};
export const taskKind = {
  approve: 'พิจารณา', assign: 'สั่งการ', work: 'ดำเนินการ', acknowledge: 'รับทราบ', draft: 'ร่างหนังสือ', sign: 'ลงนาม', judge: 'พิจารณาคำตอบ', report: 'แจ้งเหตุการณ์', adhoc: 'ให้ความเห็น',
};
export const letterStatus = { new: 'ใหม่', running: 'อยู่ระหว่างดำเนินการ', held: 'พักไว้', ended: 'สิ้นสุดแล้ว' };
export const endOutcome = { closed: 'ปิดเรื่อง', rejected: 'ไม่อนุมัติ', cancelled: 'ยกเลิก', forwarded: 'ส่งต่อออกนอกหน่วยงาน', returned: 'ส่งคืนผู้ส่ง' };
