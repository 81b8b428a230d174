/** Texts of single pages. */
export const inbox = {
  new: 'มีเรื่องใหม่ %{n} เรื่อง กดเพื่อแสดง', empty: 'ไม่มีงานค้าง', emptyText: 'เมื่อมีหนังสือมาถึงตำแหน่งของท่าน จะปรากฏที่นี่ทันทีโดยไม่ต้องโหลดหน้าใหม่', emptyFiltered: 'ไม่มีงานตามตัวกรองที่เลือก',
  unreadMark: 'ใหม่', waiting: 'รอความเห็น', group: 'ผู้ใดผู้หนึ่งรับไปทำ', claimedBy: '%{name} รับไปทำ', gone: 'ดำเนินการแล้ว', search: 'ค้นหาเลขที่หรือเรื่อง', post: 'ตำแหน่ง', kind: 'ชนิดงาน',
  quick: { all: 'ทั้งหมด', unread: 'ยังไม่ได้อ่าน', overdue: 'เกินกำหนด' }, sort: { due: 'ชั้นความเร็ว แล้วตามกำหนด', opened: 'มาถึงล่าสุดก่อน' },
};
export const command = {
  pending: 'รับคำสั่งแล้ว กำลังดำเนินการ', refused: 'คำสั่งที่รับไว้ดำเนินการไม่ได้: %{reason}', keptNote: 'ข้อความที่ท่านเขียนไว้: %{note}', seen: 'รับทราบ', openLetter: 'เปิดหนังสือ',
};
export const notices = {
  title: 'การแจ้งเตือน', unread: 'การแจ้งเตือน ยังไม่ได้อ่าน %{n} รายการ', empty: 'ไม่มีการแจ้งเตือน', emptyText: 'การเตือนกำหนดเวลา งานที่ถูกถอน และร่างที่ส่งกลับจะปรากฏที่นี่', markAll: 'ทำเครื่องหมายว่าอ่านแล้วทั้งหมด',
  letters: '%{n} เรื่อง',
  template: {
    taskWithdrawn: 'งานของท่านถูกถอนแล้ว', taskReminder: 'งานใกล้ครบกำหนด', taskOverdue: 'งานเกินกำหนด', supervisorReminder: 'ผู้กำกับงานเตือนให้ดำเนินการ', draftAmended: 'ร่างของท่านได้รับการแก้ไขและส่งต่อแล้ว', draftReturned: 'ร่างของท่านถูกส่งกลับให้แก้ไข',
    deliveryReturned: 'หน่วยงานผู้รับส่งหนังสือคืน', letterHeld: 'หนังสือถูกพักไว้', letterResumed: 'หนังสือดำเนินการต่อแล้ว', letterCancelled: 'หนังสือถูกยกเลิก', letterUrged: 'หนังสือเร่งด่วนขึ้น', routeFlag: 'เส้นทางหนังสือต้องได้รับการตรวจสอบ', custom: 'แจ้งเพื่อทราบ',
  },
};
export const intake = {
  subtitle: 'หนังสือที่มาเป็นกระดาษ ไปรษณีย์ หรือไปรษณีย์อิเล็กทรอนิกส์', envelope: 'ซองและผู้ส่ง', content: 'สาระสำคัญ', files: 'ไฟล์หนังสือ', isSealed: 'ซองปิดผนึก (ไม่เปิดซอง)',
  sealedText: 'บันทึกเฉพาะข้อมูลหน้าซอง ห้ามเปิด ระบบส่งต่อไปยังนายทะเบียนข้อมูลข่าวสารลับ', dateAskedHelp: 'วันที่ผู้ส่งขอให้ตอบ ถ้ามี', proposedUnitHelp: 'เสนอผู้บังคับบัญชาพิจารณา ไม่บังคับ',
  submit: 'ลงทะเบียนรับ', shortcut: 'กด Ctrl+Enter ลงทะเบียนรับแล้วเปิดฉบับถัดไป', done: 'ลงทะเบียนรับแล้ว', doneWithNo: 'ลงทะเบียนรับแล้ว เลขรับ %{no}', open: 'เปิดเรื่อง',
  submitNext: 'ลงทะเบียนรับ แล้วเปิดแบบเปล่าฉบับถัดไป', knownFrom: 'เคยรับ %{n} ฉบับ ล่าสุด %{at} ที่ %{no}', answers: 'ตอบหนังสือของเรา', answersHelp: 'ค้นด้วยเลขที่ เรื่อง หรือผู้รับ หากเป็นหนังสือตอบ',
  nothingToAnswer: 'ไม่พบหนังสือส่งออกที่ตรงกัน', awaited: 'รอคำตอบ', awaitedBy: 'รอคำตอบภายใน %{date}', dropAnywhere: 'ปล่อยไฟล์หนังสือที่ใดก็ได้ในหน้านี้', dropEnclosure: 'ปล่อยเพื่อเพิ่มเป็นสิ่งที่ส่งมาด้วย',
};
export const compose = {
  head: 'หัวหนังสือ', text: 'เนื้อความ', typed: 'พิมพ์ในระบบ', uploaded: 'แนบไฟล์ PDF', enclosures: 'สิ่งที่ส่งมาด้วยและอ้างถึง', preview: 'ตัวอย่างหนังสือ', previewEmpty: 'พิมพ์ข้อความแล้วตัวอย่างจะปรากฏที่นี่', realPreview: 'ดูฉบับที่จะพิมพ์จริง', typedPreview: 'กลับไปตัวอย่างขณะพิมพ์',
  save: 'บันทึกร่าง', propose: 'บันทึกและเสนอ', shortcut: 'กด Ctrl+Enter เพื่อเสนอ', saved: 'บันทึกร่างแล้ว', savedAt: 'บันทึกร่างแล้วเมื่อ %{at}', toHelp: 'ตำแหน่งหรือชื่อผู้รับ พิมพ์หลังคำว่า เรียน',
  isCircular: 'เป็นหนังสือเวียน', dateAskedHelp: 'ไม่ระบุ หากไม่ต้องการคำตอบ', bodyHelp: 'ขึ้นบรรทัดใหม่เมื่อเริ่มย่อหน้าใหม่ ระบบจัดหน้าและใช้เลขไทยให้', snippets: 'คำลงท้ายที่ใช้บ่อย',
  pdfHint: 'ไฟล์ PDF ที่จัดทำไว้แล้ว ขนาดไม่เกิน 50 MB', addOffice: 'เพิ่มหน่วยงานในระบบ', addList: '%{name} (%{n})', addOutside: 'ผู้รับภายนอกระบบ', outsideText: 'หน่วยงานที่ยังไม่ได้เชื่อมโยง ส่งทางไปรษณีย์หรือไปรษณีย์อิเล็กทรอนิกส์',
  outsideName: 'ชื่อผู้รับ', outsideAddress: 'ที่อยู่ หรือไปรษณีย์อิเล็กทรอนิกส์', noRecipients: 'ยังไม่ได้เลือกผู้รับ', roleOf: 'บทบาทของ %{name}', removeRecipient: 'นำ %{name} ออก',
  referenceNo: 'หนังสือที่อ้างถึง เลขที่', addReference: 'เพิ่มหนังสือที่อ้างถึง', removeReference: 'นำหนังสือที่อ้างถึงออก', replyTitle: 'ร่างหนังสือตอบ', answers: 'ตอบหนังสือ', draftTitle: 'แก้ไขร่างหนังสือ',
  takeOut: 'นำออก', putBackShort: 'ใส่กลับ', putBack: 'ใส่ %{name} กลับ', willBeTakenOut: 'จะนำออกเมื่อบันทึก',
  toLetter: 'ไปหน้าหนังสือ', notEditable: 'ร่างนี้แก้ไขไม่ได้ในขณะนี้', notEditableText: 'ร่างอยู่ระหว่างการพิจารณาของผู้อื่น หรือลงนามแล้ว',
};
export const places = {
  title: 'ตำแหน่งที่ระบบจะเติม', help: 'เลือกรายการ แล้วกดบนหน้ากระดาษตรงที่จะให้ระบบเติม ใช้ปุ่มลูกศรเลื่อน และปุ่มลบเพื่อนำออก', kind: { number: 'เลขที่', date: 'วันที่', signature: 'ลายมือชื่อ' },
  mark: 'ตำแหน่งของ%{name}', remove: 'นำออก', missing: 'ยังไม่ได้กำหนด: %{names}',
};
export const letters = {
  search: 'ค้นหาเลขที่ เรื่อง หรือผู้ส่ง', mine: 'ที่ข้าพเจ้าเริ่ม', overdue: 'เกินกำหนด', empty: 'ยังไม่มีหนังสือที่ท่านมีสิทธิดู', emptyFiltered: 'ไม่พบหนังสือตามเงื่อนไข',
  deliveries: 'ส่ง %{sent} ลงรับ %{registered} ตอบ %{answered}',
};
export const letter = {
  title: 'หนังสือ', facts: 'ข้อมูลหนังสือ', documents: 'เอกสาร', endorsements: 'การเกษียนหนังสือ', timeline: 'ลำดับเหตุการณ์', route: 'เส้นทางหนังสือ', deliveries: 'ผู้รับ', assignments: 'หน่วยงานที่รับมอบ', numbers: 'เลขทะเบียน',
  links: 'หนังสือที่เกี่ยวข้อง', holders: 'ผู้ถือเรื่องขณะนี้', tab: { letter: 'ตัวหนังสือ', history: 'ลำดับเหตุการณ์', route: 'เส้นทาง', versions: 'ฉบับแก้ไข' },
  noSubject: '(ไม่มีชื่อเรื่อง)', sealed: 'ซองปิดผนึก', sealedSubject: 'ซองปิดผนึก ยังไม่เปิด', sealedNoFile: 'ซองปิดผนึก', sealedNoFileText: 'เปิดได้เฉพาะนายทะเบียนข้อมูลข่าวสารลับ',
  noDocuments: 'ไม่มีไฟล์แนบ', noEndorsements: 'ยังไม่มีการเกษียน', noTimeline: 'ยังไม่มีเหตุการณ์', nobodyHolds: 'ไม่มีงานค้างที่ผู้ใดในสำนักงานนี้', noShort: 'ที่ %{no}', receiveNo: 'เลขรับ', receiveNoShort: 'เลขรับ %{no}',
  dated: 'ลงวันที่ %{date}', deemedReceivedOn: 'ถือว่าได้รับเมื่อ', cameBy: 'ส่งมาจาก', ownerUnit: 'ส่วนราชการเจ้าของเรื่อง', drafter: 'ผู้ร่าง', signedBy: 'ผู้ลงนาม', onBehalfOf: 'ปฏิบัติราชการแทน %{post}', channel: 'ช่องทางรับ',
  publicCode: 'รหัสติดตาม', heldBy: 'อยู่ที่ %{post}', since: 'ตั้งแต่ %{at}', notRead: 'ยังไม่เปิดอ่าน', isHeld: 'พักเรื่องไว้', via: { fallback: 'ไม่พบผู้รับตามเส้นทาง ส่งไปยังตำแหน่งสำรอง', secretRegistrar: 'ส่งไปยังนายทะเบียนข้อมูลข่าวสารลับ' },
  endorsedTo: 'เรียน %{to}', numberTaken: 'ออกเลข %{no}', unitInCharge: 'หน่วยงานรับผิดชอบ %{unit}', answeredBy: 'ตอบโดยหนังสือที่ %{no}', createdAt: 'เริ่มเรื่องเมื่อ %{at}',
};
export const document = {
  role: { main: 'ตัวหนังสือ', draft: 'ตัวหนังสือ (ร่าง)', enclosure: 'สิ่งที่ส่งมาด้วย', evidence: 'หลักฐาน' }, original: 'ต้นฉบับ', stamped: 'ฉบับที่มีตรารับ เลขที่ และลายมือชื่อ', showOriginal: 'ดูต้นฉบับ', showStamped: 'ดูฉบับที่มีตรา',
};
export const task = {
  mine: 'งานของท่าน: %{name}', inPost: 'ในตำแหน่ง', from: 'ส่งมาโดย %{actor}', toJudge: '%{name} ตอบแล้ว ตามหนังสือที่ %{no} โปรดพิจารณาคำตอบ', openAnswer: 'เปิดหนังสือตอบ', editDraft: 'แก้ไขร่าง', reply: 'ร่างหนังสือตอบ',
};
export const act = {
  done: 'ดำเนินการแล้ว', note: 'ข้อความเกษียน', noteRequired: 'ข้อความเกษียน (ต้องกรอก)', reason: 'เหตุผล', returnTo: 'ส่งกลับไปที่', forwardTo: 'ส่งต่อให้ตำแหน่ง', action: 'คำสั่ง', due: 'กำหนดแล้วเสร็จ', dueSuggestion: 'หากไม่ระบุ ภายใน %{span}',
  amendText: 'แก้ไขแล้วส่งต่อ: ระบบเก็บฉบับเดิมไว้และแจ้งผู้ร่าง', sameAgain: 'ยังไม่ทราบผล กดซ้ำได้ ระบบจะไม่ทำซ้ำสองครั้ง', tooLate: 'งานนี้มีผู้ดำเนินการแล้วหรือถูกถอนแล้ว ข้อความที่ท่านพิมพ์ยังอยู่ คัดลอกเก็บไว้ได้ก่อนปิด',
  claim: { title: 'รับไปทำ' }, release: { title: 'คืนให้กลุ่ม' },
  adhoc: { title: 'ขอความเห็น', confirm: 'ส่งคำขอ', text: 'งานนี้จะรอจนกว่าผู้ที่ท่านถามจะตอบ', whom: 'ขอความเห็นจาก', question: 'ประเด็นที่ขอความเห็น' },
  reassign: { title: 'เปลี่ยนผู้รับผิดชอบ', text: 'งาน %{n} รายการจะย้ายไปยังตำแหน่งใหม่ทันที', to: 'ตำแหน่งใหม่' },
  remind: { title: 'เตือน' },
  extend: { title: 'ขยายเวลา', text: 'กำหนดใหม่สำหรับงาน %{n} รายการ', until: 'ขยายถึงวันที่' },
  hold: { title: 'พักเรื่อง', text: 'ทุกงานของเรื่องนี้จะหยุดจนกว่าจะสั่งให้ดำเนินการต่อ' },
  resume: { title: 'ดำเนินการต่อ', text: 'ทุกงานของเรื่องนี้จะดำเนินการต่อจากที่พักไว้' },
  cancel: { title: 'ยกเลิกเรื่อง', text: 'เรื่องนี้จะสิ้นสุด งานที่ค้างอยู่ทุกงานจะถูกถอน' },
  takeBack: { title: 'ดึงเรื่องกลับ', text: 'ดึงกลับได้เฉพาะเมื่อผู้รับยังไม่ดำเนินการ' },
  urge: { title: 'เร่งชั้นความเร็ว', text: 'ทุกงานที่ค้างอยู่ต้องเสร็จภายในเวลาของชั้นความเร็วใหม่ และผู้ถืองานจะได้รับแจ้ง ปรับให้ช้าลงภายหลังไม่ได้' },
  reclassify: { title: 'ปรับชั้นความลับ', text: 'ผู้ไม่มีระดับการเข้าถึงจะไม่เห็นเรื่องนี้อีก' },
  recall: { title: 'เรียกหนังสือคืน', text: 'เรียกคืนจาก %{name} ได้เฉพาะเมื่อผู้รับยังไม่ลงทะเบียนรับ' },
  cancelNumber: { title: 'ยกเลิกเลข', text: 'เลข %{no} จะคงอยู่ในทะเบียนว่ายกเลิก และไม่นำกลับมาใช้อีก' },
};
export const assign = {
  main: 'หน่วยงานหลัก', infoUnits: 'หน่วยงานเพื่อทราบ', mainMark: 'หลัก', info: 'เพื่อทราบ', proposed: 'เสนอให้ %{unit} รับผิดชอบ', closed: 'เสร็จแล้ว', openedAt: 'มอบเมื่อ %{at}',
};
export const sign = { printed: 'ข้อความใต้ลายมือชื่อ', password: 'รหัสผ่านเพื่อยืนยันการลงนาม', locked: 'ลงนามโดย %{name} หลังลงนามแล้วแก้ไขข้อความไม่ได้' };
export const versions = {
  title: 'เทียบฉบับแก้ไข', n: 'ฉบับที่ %{n}', before: 'ฉบับก่อน', after: 'ฉบับหลัง', why: { draft: 'ร่าง', submitted: 'เสนอ', amended: 'แก้ไขแล้วส่งต่อ' }, returned: 'ฉบับที่ %{n} ถูกส่งกลับ:', wasReturned: 'ร่างนี้ถูกส่งกลับให้แก้ไข',
};
export const delivery = {
  status: { sent: 'ส่งแล้ว ยังไม่ลงรับ', registered: 'ลงรับแล้ว', returned: 'ส่งคืน', recalled: 'เรียกคืนแล้ว', answered: 'ตอบแล้ว', acknowledged: 'รับทราบแล้ว' },
  verdict: { full: 'คำตอบครบถ้วน', partial: 'คำตอบบางส่วน', moreTime: 'ให้เวลาเพิ่ม' }, overdue: 'เกินกำหนดตอบ', dueOn: 'ขอให้ตอบภายใน %{date}', sentAt: 'ส่งเมื่อ %{at}', returnReason: 'เหตุที่ส่งคืน: %{reason}',
};
export const link = { answers: 'เป็นหนังสือตอบของ', answeredBy: 'หนังสือตอบ', refers: 'อ้างถึง', referredBy: 'ถูกอ้างถึงโดย', sameMatter: 'เรื่องเดียวกัน' };
export const event = {
  start: 'เริ่มเรื่อง', act: 'ดำเนินการ', claim: 'รับไปทำ', release: 'คืนให้กลุ่ม', adhoc: 'ขอความเห็น', reassign: 'เปลี่ยนผู้รับผิดชอบ', extend: 'ขยายเวลา', remind: 'เตือน', takeBack: 'ดึงเรื่องกลับ', hold: 'พักเรื่อง', resume: 'ดำเนินการต่อ',
  cancel: 'ยกเลิกเรื่อง', cancelNumber: 'ยกเลิกเลข', recall: 'เรียกหนังสือคืน', reclassify: 'ปรับชั้นความลับ', urge: 'เร่งชั้นความเร็ว', moveVersion: 'ย้ายไปใช้เส้นทางฉบับใหม่', timer: 'ถึงกำหนดเวลา', effectReported: 'ระบบดำเนินการเสร็จ', delivery: 'ความเคลื่อนไหวของผู้รับ',
  sent: 'ส่งหนังสือ', registered: 'ลงทะเบียนรับ', returned: 'ส่งคืน', recalled: 'เรียกคืน', answered: 'ตอบ', acknowledged: 'รับทราบ',
};
export const books = {
  all: 'ทะเบียนทั้งหมด', year: 'ปี พ.ศ.', search: 'ค้นหาในทะเบียน', empty: 'ไม่มีทะเบียนที่ท่านมีสิทธิดู', noEntries: 'ไม่มีรายการในทะเบียน', noNumberYet: 'ยังไม่ออกเลขในปีนี้', lastNo: 'เลขล่าสุด %{no} ปี %{year}', held: 'ระงับการออกเลข',
  test: 'ทะเบียนทดสอบ', newestFirst: 'ใหม่ไปเก่า', oldestFirst: 'เก่าไปใหม่',
};
export const entry = {
  receiveNo: 'เลขทะเบียนรับ', sendNo: 'เลขทะเบียนส่ง', action: 'การปฏิบัติ', remark: 'หมายเหตุ', peer: 'เลขรับของผู้รับ', hidden: '(ท่านไม่มีสิทธิดูเรื่องนี้)', answered: 'ตอบที่ %{no} ลงวันที่ %{date}',
  status: { issued: 'ออกเลขแล้ว', reserved: 'จองเลข', cancelled: 'ยกเลิกเลข', record_lost: 'ออกเลขแล้ว หลักฐานสูญหาย' },
};
export const people = {
  subtitle: 'การรักษาราชการแทน การลา และการมอบอำนาจ', tab: { appointments: 'การรักษาราชการแทน', absences: 'การลาและไปราชการ', delegations: 'การมอบอำนาจ' },
  create: { appointments: 'บันทึกคำสั่งรักษาราชการแทน', absences: 'บันทึกการลาหรือไปราชการ', delegations: 'บันทึกการมอบอำนาจ' },
  empty: { appointments: 'ไม่มีคำสั่งรักษาราชการแทนในสถานะที่เลือก', absences: 'ไม่มีการลาหรือไปราชการในสถานะที่เลือก', delegations: 'ไม่มีการมอบอำนาจในสถานะที่เลือก' },
  state: { inForce: 'มีผลอยู่', future: 'ยังไม่มีผล', ended: 'สิ้นสุดแล้ว', all: 'ทั้งหมด' }, actingOnly: 'เฉพาะผู้รักษาราชการแทน', person: 'บุคคล', capacity: 'ฐานะ', forPost: 'ในตำแหน่ง', ownPost: 'ตำแหน่งเดิมของผู้รักษาการ',
  orderNo: 'คำสั่งที่', orderHelp: 'เช่น คำสั่งจังหวัดลพบุรี ที่ 123/2569', from: 'ตั้งแต่', to: 'ถึง', openEnd: 'จนกว่าจะมีคำสั่งเปลี่ยนแปลง', openEndHelp: 'เว้นว่าง หากยังไม่กำหนดวันสิ้นสุด', period: 'ตั้งแต่ %{from} ถึง %{to}', reason: 'เหตุผล', note: 'หมายเหตุ',
  byOrder: 'คำสั่งที่ %{no}', fromPost: 'ผู้มอบอำนาจ (ตำแหน่ง)', toPost: 'ผู้รับมอบอำนาจ (ตำแหน่ง)', kinds: 'ชนิดหนังสือ', kindsHelp: 'ไม่เลือก หมายถึงทุกชนิด', allKinds: 'หนังสือทุกชนิด', absenceKind: 'ประเภท', absent: 'ไม่อยู่',
  created: 'บันทึกแล้ว งานที่ค้างอยู่ย้ายตามทันที', endEarly: 'สิ้นสุดก่อนกำหนด', endText: 'งานที่ย้ายไปจะกลับคืนทันทีเมื่อสิ้นสุด', endAt: 'สิ้นสุดเมื่อ', endNow: 'เว้นว่าง หมายถึงทันที', ended: 'สิ้นสุดแล้ว',
};
export const absence = { leave: 'ลา', mission: 'ไปราชการ', other: 'อื่น ๆ' };
export const calendar = {
  subtitle: 'วันหยุดราชการและวันที่สำนักงานประกาศ ซึ่งใช้นับกำหนดเวลา', day: 'วัน', name: 'ชื่อวัน', kind: 'ประเภท', kinds: { holiday: 'วันหยุด', working: 'วันทำการ' }, scope: { national: 'ทั่วประเทศ', office: 'เฉพาะสำนักงานนี้' }, predicted: 'ยังไม่ประกาศ',
  empty: 'ยังไม่มีวันในปฏิทินของปีนี้', declare: 'ประกาศวัน', preview: 'ดูผลก่อนประกาศ', previewFirst: 'ระบบจะแสดงกำหนดเวลาที่เลื่อนก่อนให้ยืนยัน', nameTh: 'ชื่อวัน (ไทย)', nameEn: 'ชื่อวัน (อังกฤษ)',
  summary: 'กำหนดเวลาที่ยังเปิดอยู่ %{open} รายการ เลื่อน %{moved} รายการ ใน %{letters} เรื่อง', direction: 'ช้าลง %{later} รายการ เร็วขึ้น %{earlier} รายการ', declared: 'ประกาศแล้ว กำหนดเวลาเลื่อน %{moved} รายการ ใน %{letters} เรื่อง', withdraw: 'ถอนประกาศ',
  withdrawText: 'ถอนประกาศวันที่ %{day} (%{name}) กำหนดเวลาที่เกี่ยวข้องจะคำนวณใหม่', withdrawn: 'ถอนประกาศแล้ว กำหนดเวลาเลื่อน %{moved} รายการ',
};
