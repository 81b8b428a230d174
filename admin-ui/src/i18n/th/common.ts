/** Words that several pages share. */
export const app = { name: 'ระบบสารบรรณอิเล็กทรอนิกส์', owner: 'สำหรับหน่วยงานของรัฐ', demo: 'ระบบสาธิต' };
export const nav = {
  main: 'เมนูหลัก',
  inbox: 'งานของฉัน',
  folder: 'แฟ้มเสนอ',
  absences: 'การลาและผู้รักษาราชการแทน', absencesShort: 'การลา',
  signing: 'การยืนยันลายมือชื่อ',
  intake: 'รับหนังสือ',
  desk: 'โต๊ะงานสารบรรณ',
  compose: 'ร่างหนังสือ',
  letters: 'หนังสือ',
  books: 'ทะเบียน',
  supervision: 'กำกับงาน',
  routes: 'ออกแบบเส้นทาง', organisation: 'จัดการสำนักงาน', people: 'บุคคลและตำแหน่ง',
  calendar: 'ปฏิทิน',
  access: 'สิทธิการเข้าถึง',
  handOver: 'ส่งต่องาน',
  setUp: 'จัดเตรียมสำนักงาน',
  audit: 'บันทึกเหตุการณ์',
  system: 'สถานะระบบ',
  myPosts: 'ตำแหน่งของท่านขณะนี้',
  short: 'เมนูลัด',
  more: 'เมนู',
  group: { registry: 'งานสารบรรณ', oversight: 'กำกับติดตาม', office: 'สำนักงาน' },
  unread: 'ยังไม่ได้อ่าน %{n} เรื่อง',
};
export const auth = {
  title: 'เข้าสู่ระบบ', passwordNeeded: 'โปรดกรอกรหัสผ่าน', againTitle: 'โปรดเข้าสู่ระบบอีกครั้ง',
  againText: 'หมดเวลาการใช้งาน ข้อความที่ท่านกรอกไว้ยังอยู่ครบ เมื่อเข้าสู่ระบบแล้วระบบจะทำรายการที่ค้างต่อให้', againLeave: 'ออกไปหน้าเข้าสู่ระบบ',
  bothNeeded: 'โปรดกรอกชื่อผู้ใช้และรหัสผ่าน', demoTitle: 'บัญชีสำหรับทดลองใช้', demoText: 'เลือกบัญชีเพื่อกรอกชื่อผู้ใช้และรหัสผ่านให้ แล้วกดเข้าสู่ระบบ',
  demoSearch: 'ค้นหาตามหน่วยงาน ตำแหน่ง หรือหน้าที่', demoNone: 'ไม่พบบัญชีตามคำค้น',
};
export const profile = {
  language: 'ภาษา', digits: 'ตัวเลข', digits_arabic: 'เลขอารบิก (123)', digits_thai: 'เลขไทย (๑๒๓)', theme: 'พื้นหน้าจอ', theme_system: 'ตามเครื่อง', theme_light: 'สว่าง', theme_dark: 'มืด',
  textSize: 'ขนาดตัวอักษร', textSize_normal: 'ปกติ', textSize_large: 'ใหญ่',
  signOutEverywhere: 'ออกจากระบบทุกเครื่อง',
};
export const state = {
  error: 'เรียกข้อมูลไม่สำเร็จ', offline: 'ติดต่อระบบไม่ได้', retry: 'ลองอีกครั้ง', requestId: 'หมายเลขคำขอ %{id}', nothingChanged: 'ยังไม่มีการบันทึก โปรดตรวจข้อมูลแล้วลองอีกครั้ง',
};
export const list = { shown: 'แสดง %{n} จาก %{total} รายการ', more: 'แสดงเพิ่ม' };
export const filter = { all: 'ทั้งหมด', quick: 'ตัวกรองด่วน', more: 'ตัวกรองเพิ่มเติม', less: 'ซ่อนตัวกรอง', sort: 'เรียงลำดับ' };
export const picker = { none: 'ไม่พบรายการ', nothing: 'ไม่ระบุ' };
export const validation = {
  date: 'วันที่ไม่ถูกต้อง', invalid: 'ข้อมูลไม่ถูกต้อง', tooLong: 'ยาวเกินไป %{over} ตัวอักษร (ไม่เกิน %{max} ตัวอักษร)',
  notPrintable: 'มีอักขระที่พิมพ์ลงในหนังสือไม่ได้ เช่น ภาพสัญลักษณ์ หรือเครื่องหมาย < >', codeFormat: 'ใช้ได้เฉพาะอักษร a–z ตัวเลข และขีด ไม่เกิน 40 ตัว', loginFormat: 'ใช้ได้เฉพาะอักษร a–z ตัวเลข จุด และขีด 3–60 ตัว', emailFormat: 'ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ไม่ถูกต้อง', phoneFormat: 'หมายเลขโทรศัพท์ไม่ถูกต้อง', oneLead: 'ต้องมีหน่วยงานหลักหนึ่งหน่วยงานพอดี', twice: 'มีรายการซ้ำกัน',
};
export const when = {
  justNow: 'เมื่อสักครู่', today: 'วันนี้ %{time}', yesterday: 'เมื่อวาน %{time}', dueAt: 'ครบกำหนด %{at}',
  ago: { minutes: '%{n} นาทีที่แล้ว' },
  left: { minutes: 'อีก %{n} นาที', hours: 'อีก %{n} ชั่วโมง', days: 'อีก %{n} วัน' },
  late: { minutes: 'เกินกำหนด %{n} นาที', hours: 'เกินกำหนด %{n} ชั่วโมง', days: 'เกินกำหนด %{n} วัน' },
};
export const span = {
  workingDays: '%{n} วันทำการ', workingHours: '%{n} ชั่วโมงทำการ', workingMinutes: '%{n} นาทีทำการ', calendarDays: '%{n} วัน', clockHours: '%{n} ชั่วโมง', clockMinutes: '%{n} นาที',
};
export const weekday = { '0': 'วันอาทิตย์ที่', '1': 'วันจันทร์ที่', '2': 'วันอังคารที่', '3': 'วันพุธที่', '4': 'วันพฤหัสบดีที่', '5': 'วันศุกร์ที่', '6': 'วันเสาร์ที่' };
export const field = {
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
  start: 'เริ่ม', register: 'ลงทะเบียน', classify: 'จำแนก', approve: 'พิจารณา', assign: 'สั่งการ', work: 'ดำเนินการ', acknowledge: 'รับทราบ', decide: 'เงื่อนไข', fork: 'แยกทำพร้อมกัน',
  join: 'รวมผล', draft: 'ร่าง', sign: 'ลงนาม', dispatch: 'ส่งออก', followUp: 'ติดตามคำตอบ', wait: 'รอ', notify: 'แจ้ง', call: 'เส้นทางย่อย', end: 'สิ้นสุด',
};
export const shortcuts = {
  title: 'แป้นลัด', help: 'แป้นลัดใช้ได้ทั้งแป้นพิมพ์ไทยและอังกฤษ และไม่ทำงานขณะกำลังพิมพ์ในช่องข้อความ', then: 'แล้ว', sheet: 'แสดงหรือซ่อนแป้นลัด', search: 'ไปที่ช่องค้นหา', confirm: 'ยืนยันหรือบันทึกแบบฟอร์ม', close: 'ปิดหน้าต่าง',
  next: 'ไปยังช่องถัดไป', group: { frame: 'ไปยังส่วนต่าง ๆ', always: 'ทุกหน้า' },
};
export const connection = {
  lineLost: 'เครื่องของท่านไม่ได้เชื่อมต่อเครือข่าย สิ่งที่กรอกไว้ยังอยู่ในหน้านี้แต่ยังไม่ได้ส่ง ระบบจะเชื่อมต่อใหม่เองเมื่อเครือข่ายกลับมา',
  serverLost: 'ติดต่อระบบไม่ได้ สิ่งที่กรอกไว้ยังอยู่ในหน้านี้แต่ยังไม่ได้ส่ง ระบบกำลังลองเชื่อมต่อใหม่',
  slow: 'ระบบตอบช้ากว่าปกติ กำลังรอคำตอบ โปรดอย่ากดซ้ำ',
  back: 'เชื่อมต่อระบบได้แล้ว',
};
