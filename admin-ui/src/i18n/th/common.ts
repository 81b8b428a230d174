/** Words that several pages share. */
export const app = { name: 'ระบบสารบรรณอิเล็กทรอนิกส์', owner: 'สำหรับหน่วยงานของรัฐ', demo: 'ระบบสาธิต' };
export const nav = {
  main: 'เมนูหลัก',
  inbox: 'งานของฉัน',
  folder: 'แฟ้มเสนอ',
  absences: 'การลาและผู้รักษาราชการแทน', absencesShort: 'การลา', setUpShort: 'จัดเตรียม', systemShort: 'สถานะ',
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
export const when = {
  justNow: 'เมื่อสักครู่', today: 'วันนี้ %{time}', yesterday: 'เมื่อวาน %{time}', dueAt: 'ครบกำหนด %{at}',
  ago: { minutes: '%{n} นาทีที่แล้ว' },
  left: { minutes: 'อีก %{n} นาที', hours: 'อีก %{n} ชั่วโมง', days: 'อีก %{n} วัน' },
  late: { minutes: 'เกินกำหนด %{n} นาที', hours: 'เกินกำหนด %{n} ชั่วโมง', days: 'เกินกำหนด %{n} วัน' },
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
