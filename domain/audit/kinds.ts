/**
 * Every kind of audit event, in words and by what it is about. An event of another kind does not compile: whoever adds one says
 * here how an auditor reads it.
 */
import type { EventType } from '../route/events';

export const AUDIT_GROUPS = ['letter', 'reading', 'people', 'office', 'session', 'system'] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];
type Kind = { readonly group: AuditGroup; readonly th: string; readonly en: string };
const kind = (group: AuditGroup, th: string, en: string): Kind => ({ group, th, en });

/** What happens to a letter; the event's type with `letter.` before it. */
const LETTER_KINDS = {
  'letter.start': kind('letter', 'เริ่มเรื่อง', 'Letter started'),
  'letter.act': kind('letter', 'ดำเนินการ', 'Acted on a task'),
  'letter.claim': kind('letter', 'รับงานของกลุ่มไปทำ', 'Took a task of a group'),
  'letter.release': kind('letter', 'คืนงานให้กลุ่ม', 'Gave a task back to the group'),
  'letter.adhoc': kind('letter', 'ขอความเห็น', 'Asked somebody out of turn'),
  'letter.reassign': kind('letter', 'เปลี่ยนผู้รับผิดชอบ', 'Reassigned a task'),
  'letter.extend': kind('letter', 'ขยายเวลา', 'Extended a task'),
  'letter.remind': kind('letter', 'เตือนผู้ถืองาน', 'Reminded whoever holds a task'),
  'letter.takeBack': kind('letter', 'ดึงเรื่องกลับ', 'Took back'),
  'letter.hold': kind('letter', 'พักเรื่อง', 'Put on hold'),
  'letter.resume': kind('letter', 'ดำเนินการต่อ', 'Let go on'),
  'letter.cancel': kind('letter', 'ยกเลิกเรื่อง', 'Cancelled'),
  'letter.cancelNumber': kind('letter', 'ยกเลิกเลข', 'Cancelled a number'),
  'letter.registerAnew': kind('letter', 'ยกเลิกเลขรับและลงทะเบียนใหม่', 'Cancelled a registration and registered anew'),
  'letter.recall': kind('letter', 'เรียกหนังสือคืน', 'Recalled'),
  'letter.reclassify': kind('letter', 'ปรับชั้นความลับ', 'Changed the class'),
  'letter.urge': kind('letter', 'ปรับชั้นความเร็ว', 'Made more urgent'),
  'letter.moveVersion': kind('letter', 'ย้ายไปใช้เส้นทางฉบับใหม่', 'Moved to a newer route'),
  'letter.timer': kind('letter', 'ถึงกำหนดเวลา', 'A time limit was reached'),
  'letter.effectReported': kind('letter', 'ระบบดำเนินการเสร็จ', 'The system finished a job'),
  'letter.delivery': kind('letter', 'ความเคลื่อนไหวของผู้รับ', 'News from a receiver'),
  'letter.recalled': kind('letter', 'ถูกเรียกคืนโดยผู้ส่ง', 'Recalled by its sender'),
  'letter.answered': kind('letter', 'ได้รับคำตอบ', 'Answered'),
  'letter.draftSaved': kind('letter', 'บันทึกร่าง', 'Saved the draft'),
  'letter.stampMoved': kind('letter', 'ย้ายตรารับหนังสือ', 'Moved a receipt stamp'),
} as const satisfies { readonly [K in `letter.${EventType}` | 'letter.draftSaved' | 'letter.stampMoved']: Kind };

export const AUDIT_KINDS = {
  ...LETTER_KINDS,
  'matter.linked': kind('letter', 'เชื่อมหนังสือเข้าแฟ้มเรื่อง', 'Linked letters of one matter'),
  'matter.unlinked': kind('letter', 'ยกเลิกการเชื่อมหนังสือ', 'Took a link between letters away'),
  'letter.read': kind('reading', 'เปิดอ่านหนังสือชั้นความลับ', 'Read a classified letter'),
  'letter.refused': kind('reading', 'ถูกปฏิเสธการเปิดหนังสือชั้นความลับ', 'Was refused a classified letter'),
  'document.read': kind('reading', 'เปิดไฟล์ชั้นความลับ', 'Read a classified file'),
  'document.refused': kind('reading', 'ถูกปฏิเสธการเปิดไฟล์ชั้นความลับ', 'Was refused a classified file'),
  'access.explained': kind('reading', 'ตรวจสิทธิการเข้าถึง', 'Had access explained'),
  'supervision.exported': kind('reading', 'ส่งออกรายการกำกับงาน', "Exported a supervisor's list"),
  'search.exported': kind('reading', 'ส่งออกผลการค้นหา', 'Exported what a search found'),
  'book.exported': kind('reading', 'พิมพ์หรือส่งออกทะเบียน', 'Printed or exported a register'),
  'delegations.exported': kind('people', 'ส่งออกบัญชีการมอบอำนาจ', 'Exported the table of delegations'),
  'audit.exported': kind('reading', 'ส่งออกบันทึกเหตุการณ์', 'Exported the audit trail'),
  'appointment.created': kind('people', 'บันทึกการดำรงตำแหน่งหรือรักษาราชการแทน', 'Recorded an appointment'),
  'appointment.ended': kind('people', 'สิ้นสุดการดำรงตำแหน่งหรือรักษาราชการแทน', 'Ended an appointment'),
  'absence.created': kind('people', 'บันทึกการลา', 'Recorded an absence'),
  'absence.ended': kind('people', 'สิ้นสุดการลา', 'Ended an absence'),
  'delegation.created': kind('people', 'บันทึกการมอบอำนาจ', 'Recorded a delegation'),
  'delegation.ended': kind('people', 'สิ้นสุดการมอบอำนาจ', 'Ended a delegation'),
  'handOver.done': kind('people', 'ส่งต่องานของผู้พ้นหน้าที่', 'Handed over the work of somebody who leaves'),
  'people.imported': kind('people', 'นำเข้าบุคคลและตำแหน่งจากตาราง', 'Imported people and posts from a table'),
  'person.created': kind('people', 'เพิ่มบุคคล', 'Added a person'),
  'person.changed': kind('people', 'แก้ไขข้อมูลบุคคล', 'Changed a person'),
  'account.invited': kind('people', 'ออกรหัสผ่านเริ่มต้น', 'Issued a first password'),
  'account.reset': kind('people', 'ออกรหัสผ่านใหม่', 'Issued a new password'),
  'account.disabled': kind('people', 'ปิดบัญชีผู้ใช้', 'Closed an account'),
  'account.enabled': kind('people', 'เปิดบัญชีผู้ใช้', 'Opened an account'),
  'account.signedOut': kind('people', 'ให้บุคคลออกจากระบบทุกเครื่อง', 'Signed a person out everywhere'),
  'account.passwordChanged': kind('session', 'เปลี่ยนรหัสผ่านของตน', 'Changed the own password'),
  'succession.changed': kind('people', 'เปลี่ยนลำดับผู้รักษาราชการแทน', 'Changed a standing succession'),
  'unit.created': kind('office', 'เพิ่มหน่วยงานภายใน', 'Added a unit'),
  'unit.changed': kind('office', 'แก้ไขหน่วยงานภายใน', 'Changed a unit'),
  'unit.closed': kind('office', 'ยุบหน่วยงานภายใน', 'Closed a unit'),
  'unit.reopened': kind('office', 'เปิดหน่วยงานภายในอีกครั้ง', 'Reopened a unit'),
  'post.created': kind('office', 'เพิ่มตำแหน่ง', 'Added a post'),
  'post.changed': kind('office', 'แก้ไขตำแหน่ง', 'Changed a post'),
  'post.closed': kind('office', 'ยุบตำแหน่ง', 'Closed a post'),
  'post.reopened': kind('office', 'เปิดตำแหน่งอีกครั้ง', 'Reopened a post'),
  'register.amended': kind('office', 'แก้ไขรายการในทะเบียน', 'Corrected an entry of a register'),
  'register.imported': kind('office', 'นำเข้าทะเบียนเดิม', 'Took an earlier register over'),
  'register.importUndone': kind('office', 'ถอนการนำเข้าทะเบียนเดิม', 'Took the import of an earlier register back'),
  'correspondent.changed': kind('office', 'แก้ไขบัญชีผู้ติดต่อ', 'Changed a correspondent'),
  'correspondent.merged': kind('office', 'รวมผู้ติดต่อ', 'Merged correspondents'),
  'correspondent.separated': kind('office', 'แยกผู้ติดต่อที่รวมไว้', 'Took a merge of correspondents back'),
  'book.created': kind('office', 'เพิ่มทะเบียนเลข', 'Added a number book'),
  'book.changed': kind('office', 'แก้ไขทะเบียนเลข', 'Changed a number book'),
  'book.patternSet': kind('office', 'กำหนดรูปแบบเลขของทะเบียน', 'Set how a book prints its numbers'),
  'numbers.reserved': kind('office', 'จองเลข', 'Reserved numbers'),
  'numbers.given': kind('office', 'ให้เลขที่จองไว้แก่หนังสือ', 'Kept a reserved number for a letter'),
  'numbers.cancelled': kind('office', 'ยกเลิกเลขที่จองไว้', 'Cancelled reserved numbers'),
  'book.closed': kind('office', 'ปิดทะเบียนเลข', 'Closed a number book'),
  'book.reopened': kind('office', 'เปิดทะเบียนเลขอีกครั้ง', 'Reopened a number book'),
  'list.created': kind('office', 'เพิ่มรายชื่อผู้รับ', 'Added a distribution list'),
  'list.changed': kind('office', 'แก้ไขรายชื่อผู้รับ', 'Changed a distribution list'),
  'office.changed': kind('office', 'แก้ไขข้อมูลสำนักงาน', 'Changed the office'),
  'office.contactChanged': kind('office', 'แก้ไขที่ติดต่อของสำนักงาน', 'Changed how to reach the office'),
  'office.templateMarked': kind('office', 'กำหนดเป็นสำนักงานต้นแบบ', 'Marked the office as a template'),
  'office.templateUnmarked': kind('office', 'ยกเลิกการเป็นสำนักงานต้นแบบ', 'No longer a template'),
  'office.closed': kind('office', 'ยุบสำนักงาน', 'Closed the office'),
  'office.reopened': kind('office', 'เปิดสำนักงานอีกครั้ง', 'Reopened the office'),
  'person.signingChanged': kind('session', 'เปลี่ยนวิธียืนยันการลงนามของตน', 'Changed how the own signature is confirmed'),
  'calendar.declared': kind('office', 'ประกาศวัน', 'Declared a day'),
  'calendar.withdrawn': kind('office', 'ถอนประกาศวัน', 'Withdrew a day'),
  'route.published': kind('office', 'เผยแพร่เส้นทาง', 'Published a route'),
  'route.tableChanged': kind('office', 'เปลี่ยนตารางเลือกเส้นทาง', 'Changed the table that chooses a route'),
  'route.draftStarted': kind('office', 'เริ่มร่างเส้นทาง', 'Began to draft a route'),
  'route.draftDiscarded': kind('office', 'ลบร่างเส้นทาง', 'Discarded a draft of a route'),
  'route.proposed': kind('office', 'เสนอขอเผยแพร่เส้นทาง', 'Proposed a route'),
  'route.proposalWithdrawn': kind('office', 'ถอนการเสนอเส้นทาง', 'Withdrew the proposal of a route'),
  'route.returned': kind('office', 'ส่งคืนเส้นทางที่เสนอ', 'Returned a proposed route'),
  'route.calledOff': kind('office', 'ยกเลิกกำหนดใช้เส้นทาง', 'Called off a scheduled route'),
  'route.moveStarted': kind('office', 'เริ่มย้ายเรื่องที่เดินอยู่ไปใช้เส้นทางฉบับอื่น', 'Began to move running letters to another version'),
  'route.moveCancelled': kind('office', 'หยุดการย้ายเรื่องที่เดินอยู่', 'Stopped moving running letters'),
  'route.moveEnded': kind('office', 'ย้ายเรื่องที่เดินอยู่เสร็จ', 'Ended moving running letters'),
  'office.routeRulesChanged': kind('office', 'เปลี่ยนกติกาการเผยแพร่เส้นทางของสำนักงาน', 'Changed how the office publishes routes'),
  'office.registerTimesChanged': kind('office', 'เปลี่ยนเวลาลงทะเบียนรับของสำนักงาน', 'Changed the times to register'),
  'office.signingChanged': kind('office', 'เปลี่ยนวิธีลงนามของสำนักงาน', 'Changed how the office signs'),
  'office.created': kind('office', 'เปิดสำนักงาน', 'Created the office'),
  'office.setUp': kind('office', 'จัดเตรียมสำนักงานจากแม่แบบ', 'Set the office up from a template'),
  'office.linked': kind('office', 'สำนักงานพร้อมรับหนังสือ', 'The office receives letters'),
  'session.opened': kind('session', 'เข้าสู่ระบบ', 'Signed in'),
  'session.closed': kind('session', 'ออกจากระบบ', 'Signed out'),
  'session.allClosed': kind('session', 'ออกจากระบบทุกเครื่อง', 'Signed out everywhere'),
  'system.letterResumed': kind('system', 'สั่งเดินต่อเรื่องที่ค้าง', 'Resumed a stuck letter'),
} as const satisfies { readonly [kind: string]: Kind };

/** Kind of an audit event. */
export type AuditKind = keyof typeof AUDIT_KINDS;

/** Kinds of a group, for filters. */
export const kindsOf = (group: AuditGroup): readonly AuditKind[] => AUDIT_KIND_LIST.filter((each) => AUDIT_KINDS[each].group === group);
// The keys of the table are the kinds.
const AUDIT_KIND_LIST = Object.keys(AUDIT_KINDS) as readonly AuditKind[];

/** An event of an earlier installation may be of a kind that is no longer known: it is shown as it stands. */
export const kindName = (name: string): { readonly th: string; readonly en: string } => {
  const known: { readonly [kind: string]: Kind } = AUDIT_KINDS;
  const found = known[name];
  return found === undefined ? { th: name, en: name } : { th: found.th, en: found.en };
};
