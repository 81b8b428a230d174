/** Texts of what forms and pages of letters are made of. */
export const picker = { none: 'ไม่พบรายการ', nothing: 'ไม่ระบุ' };
export const validation = {
  date: 'วันที่ไม่ถูกต้อง', invalid: 'ข้อมูลไม่ถูกต้อง', tooLong: 'ยาวเกินไป %{over} ตัวอักษร (ไม่เกิน %{max} ตัวอักษร)',
  bookPattern: 'รูปแบบเลขต้องมีที่ใส่เลขหนึ่งแห่งพอดี และใช้ได้เฉพาะที่ใส่ค่าตามคำอธิบายของช่อง', oneIssuer: 'เลือกผู้ออกเลขได้เพียงอย่างเดียว', notPrintable: 'มีอักขระที่พิมพ์ลงในหนังสือไม่ได้ เช่น ภาพสัญลักษณ์ หรือเครื่องหมาย < >', codeFormat: 'ใช้ได้เฉพาะอักษร a–z ตัวเลข และขีด ไม่เกิน 40 ตัว', loginFormat: 'ใช้ได้เฉพาะอักษร a–z ตัวเลข จุด และขีด 3–60 ตัว', emailFormat: 'ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ไม่ถูกต้อง', phoneFormat: 'หมายเลขโทรศัพท์ไม่ถูกต้อง', oneLead: 'ต้องมีหน่วยงานหลักหนึ่งหน่วยงานพอดี', twice: 'มีรายการซ้ำกัน', longAgo: 'ก่อนปี พ.ศ. 2500 โปรดตรวจสอบปี',
};
export const span = {
  workingDays: '%{n} วันทำการ', workingHours: '%{n} ชั่วโมงทำการ', workingMinutes: '%{n} นาทีทำการ', calendarDays: '%{n} วัน', clockHours: '%{n} ชั่วโมง', clockMinutes: '%{n} นาที',
};
export const weekday = { '0': 'วันอาทิตย์ที่', '1': 'วันจันทร์ที่', '2': 'วันอังคารที่', '3': 'วันพุธที่', '4': 'วันพฤหัสบดีที่', '5': 'วันศุกร์ที่', '6': 'วันเสาร์ที่' };
export const field = {
  phoneShort: 'โทร. %{phone}',
  from: 'จาก', to: 'ถึง', no: 'ที่', dated: 'ลงวันที่', subject: 'เรื่อง', kind: 'ชนิดหนังสือ', urgency: 'ชั้นความเร็ว', urgentBy: 'ภายในวันและเวลา', secrecy: 'ชั้นความลับ',
  channel: 'ช่องทางรับ', direction: 'ประเภท', status: 'สถานะ', office: 'หน่วยงาน', body: 'ข้อความ', enclosures: 'สิ่งที่ส่งมาด้วย', references: 'อ้างถึง', addressees: 'ผู้รับ',
  addressedTo: 'เรียน', dateAsked: 'ขอให้ตอบภายในวันที่', proposedUnit: 'หน่วยงานที่เสนอให้รับผิดชอบ', actingPost: 'ดำเนินการในตำแหน่ง', onePerLine: 'หนึ่งรายการต่อหนึ่งบรรทัด',
};
export const file = {
  choose: 'เลือกไฟล์', chooseMany: 'เลือกไฟล์', dropMain: 'ลากไฟล์หนังสือ (PDF) มาวางที่นี่', mainHint: 'ไฟล์ PDF ขนาดไม่เกิน 50 MB', dropEnclosures: 'ลากสิ่งที่ส่งมาด้วยมาวางที่นี่',
  enclosuresHint: 'PDF รูปภาพ หรือเอกสารสำนักงาน เลือกได้หลายไฟล์', pages: '%{n} หน้า', sending: 'กำลังส่ง %{percent}%', remove: 'นำไฟล์ %{name} ออก',
  duplicate: 'มีไฟล์เดียวกันนี้ในหนังสือที่ท่านมีสิทธิดู โปรดตรวจดูก่อนว่าเป็นเรื่องเดียวกันหรือไม่', waitForFiles: 'ไฟล์ยังส่งไม่เสร็จ โปรดรอสักครู่',
  removeFailed: 'มีไฟล์ที่ส่งไม่สำเร็จ โปรดนำออกหรือส่งใหม่ก่อน',
};
export const pdf = {
  viewer: 'ตัวหนังสือ %{name}', previous: 'หน้าก่อน', next: 'หน้าถัดไป', page: 'หน้า %{page} จาก %{pages}', zoomIn: 'ขยาย', zoomOut: 'ย่อ', fit: 'พอดีกับจอ', download: 'ดาวน์โหลด',
  failed: 'เปิดไฟล์ไม่ได้', failedText: 'ไฟล์อาจเสียหายหรือยังมาไม่ครบ ลองดาวน์โหลดแล้วเปิดด้วยโปรแกรมอื่น',
};
export const route = {
  choosing: 'กำลังเลือกเส้นทาง', byRow: 'เลือกตามแถวที่ %{n} ของตารางเส้นทาง', byOtherwise: 'เลือกตามแถวสุดท้าย (กรณีอื่น) ของตารางเส้นทาง', other: 'ใช้เส้นทางอื่น', asTable: 'ตามตารางเส้นทาง',
  reason: 'เหตุผลที่ใช้เส้นทางอื่น', version: 'ฉบับที่ %{n}', controls: 'เครื่องมือแผนภาพ', state: { current: 'ขั้นตอนปัจจุบัน', visited: 'ผ่านแล้ว', ahead: 'ยังไม่ถึง' },
};
export const nodeType = {
  start: 'เริ่มต้น', register: 'ลงทะเบียน', classify: 'จำแนกเรื่อง', approve: 'พิจารณา/เห็นชอบ', assign: 'สั่งการ (เกษียน)', work: 'ดำเนินการ', acknowledge: 'เพื่อทราบ', decide: 'ทางเลือก', fork: 'แยกขนาน', join: 'รวม', draft: 'ร่างหนังสือ',
  sign: 'ลงนาม', dispatch: 'ส่งหนังสือ', followUp: 'ติดตาม', wait: 'รอ', notify: 'แจ้งเตือน', call: 'เรียกเส้นทางอื่น', end: 'สิ้นสุด',
};
