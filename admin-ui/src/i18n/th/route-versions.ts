/** Texts of a route's versions, of its files, and of the route in use. */
export const routeVersions = {
  title: 'ฉบับของเส้นทาง', of: 'ฉบับของเส้นทาง: %{name}', link: 'ดูทุกฉบับ', none: 'เส้นทางนี้ยังไม่มีฉบับที่เผยแพร่', state: { inForce: 'ใช้อยู่', scheduled: 'รอวันเริ่มใช้', retired: 'เลิกใช้แล้ว', calledOff: 'ยกเลิกก่อนใช้' },
  span: 'ใช้ตั้งแต่ %{from} ถึง %{until}', ownProduct: 'มากับระบบเมื่อติดตั้ง', approvedBy: 'อนุมัติโดย %{name}', digest: 'รหัสตรวจสอบ (SHA-256) %{sha256}',
  compare: 'เปรียบเทียบกับ', compareNone: 'ไม่เปรียบเทียบ', changesFrom: 'สิ่งที่เปลี่ยนจากฉบับที่ %{before} เป็นฉบับที่ %{after}', same: 'ทั้งสองฉบับเหมือนกัน', change: { added: 'เพิ่มใหม่', changed: 'แก้ไข', removed: 'ตัดออก' },
  rollBack: 'นำฉบับนี้กลับมาใช้', rollBackTo: 'นำฉบับที่ %{n} กลับมาใช้', rollBackText: 'เผยแพร่เนื้อหาของฉบับที่ %{n} เป็นฉบับใหม่ ฉบับที่ผ่านมายังคงอยู่ครบทุกฉบับ',
  callOff: 'ยกเลิกฉบับที่รอเริ่มใช้', callOffText: 'ฉบับที่ %{n} ซึ่งกำหนดเริ่มใช้ %{date} จะไม่ถูกนำมาใช้ ฉบับที่ใช้อยู่ใช้ต่อไป', callOffReason: 'เหตุผลที่ยกเลิก', calledOffNow: 'ยกเลิกแล้ว ฉบับที่ใช้อยู่ใช้ต่อไป',
};
export const routeFiles = { title: 'ไฟล์', drawing: 'ผังขั้นตอน (PDF)', manual: 'คู่มือการปฏิบัติงาน (PDF)', svg: 'ภาพ SVG', png: 'ภาพ PNG', bpmn: 'BPMN 2.0 (มีตำแหน่งบนแผนผัง)', json: 'JSON (เฉพาะเนื้อหาเส้นทาง)', notSaved: 'ยังบันทึกฉบับร่างไม่สำเร็จ จึงยังไม่ได้ทำไฟล์', noPng: 'เบราว์เซอร์นี้ทำภาพ PNG ไม่ได้ โปรดใช้ภาพ SVG หรือ PDF แทน' };
