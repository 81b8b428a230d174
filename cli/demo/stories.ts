/**
 * Letters in flight for a demonstration: what an office could find on its desks on an ordinary morning. Senders are offices
 * and agencies; nobody is invented by name.
 */
import { provinceCode } from '#db/seeds/offices-provinces';
import { provinceGroupsOn } from '#domain/reference/province-groups';
import type { Act, NewLetter } from './player';

/** A moment in working days from today (negative: before), at a time in Bangkok. */
export type Moment = readonly [days: number, time: string];
export type Story = {
  readonly key: string;
  readonly begins: Moment;
  /** `dateAsked` counts in working days from today. */
  readonly letter: Omit<NewLetter, 'dateAsked' | 'addressees'> & { readonly asksIn?: number; readonly to?: readonly string[] };
  readonly steps: readonly (readonly [Moment, Act] | readonly [Moment, { readonly hold: string; readonly reason: string }])[];
};

/** Codes of the offices of wave 1. */
const PILOTS = provinceGroupsOn('2026-11-21').map(({ lead }) => provinceCode(lead));

const body = (cause: string, purpose: string, conclusion: string): string => [cause, purpose, conclusion].join('\n\n');
const SIGN: Act = { node: 'sign', outcome: 'sign', signature: true };
const SUBMIT: Act = { node: 'draft', outcome: 'submit' };
const approve = (node: string, note?: string): Act => ({ node, outcome: 'approve', ...(note === undefined ? {} : { note }) });

type Outgoing = Pick<NewLetter, 'subject' | 'toText' | 'body'> & Partial<Story['letter']>;
const fromOps = (post: string, letter: Outgoing): Story['letter'] => ({ office: 'ops', post, direction: 'outgoing', kind: 'external_letter', ...letter });
type Incoming = Pick<NewLetter, 'subject' | 'fromText' | 'theirNo'> & Partial<Story['letter']>;
const into = (office: string, toText: string, letter: Incoming): Story['letter'] => ({
  office, post: 'registry-clerk', direction: 'incoming', kind: 'external_letter', channel: 'post', toText, ...letter,
});
const toOps = (letter: Incoming): Story['letter'] => into('ops', 'ปลัดกระทรวงมหาดไทย', letter);
const toLopburi = (letter: Incoming): Story['letter'] => into('lopburi', 'ผู้ว่าราชการจังหวัดลพบุรี', letter);

const OPS_OUTGOING: readonly Story[] = [
  {
    key: 'training-draft', begins: [-1, '14:10'], steps: [],
    letter: fromOps('ict-officer', {
      subject: 'ขอเชิญเข้ารับการฝึกอบรมการใช้งานระบบสารบรรณอิเล็กทรอนิกส์ รุ่นที่ ๒', toText: 'ผู้ว่าราชการจังหวัดนำร่อง ๑๘ จังหวัด',
      body: body(
        'ด้วยสำนักงานปลัดกระทรวงมหาดไทยกำหนดจัดฝึกอบรมการใช้งานระบบสารบรรณอิเล็กทรอนิกส์ รุ่นที่ ๒ เพื่อให้ผู้ปฏิบัติงานสารบรรณของสำนักงานจังหวัดใช้งานระบบได้อย่างถูกต้องและเป็นแนวทางเดียวกัน',
        'ในการนี้ จึงขอให้จังหวัดแจ้งรายชื่อผู้เข้ารับการฝึกอบรม จังหวัดละ ๒ คน ประกอบด้วยเจ้าหน้าที่สารบรรณกลาง ๑ คน และเจ้าหน้าที่กลุ่มงานข้อมูลสารสนเทศและการสื่อสาร ๑ คน',
        'จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป',
      ),
    }),
  },
  {
    key: 'bandwidth-survey', begins: [-4, '09:20'],
    letter: fromOps('ict-network-officer', {
      subject: 'ขอสำรวจความต้องการใช้เครือข่ายสื่อสารข้อมูลของสำนักงานจังหวัด ประจำปีงบประมาณ พ.ศ. ๒๕๗๑', toText: 'ผู้ว่าราชการจังหวัดชลบุรี', to: ['chonburi'], asksIn: 15,
      body: body(
        'ตามที่สำนักงานปลัดกระทรวงมหาดไทยได้จัดให้มีเครือข่ายสื่อสารข้อมูลเชื่อมโยงระหว่างส่วนกลางกับสำนักงานจังหวัด นั้น',
        'เพื่อประกอบการจัดทำคำของบประมาณ จึงขอให้จังหวัดสำรวจปริมาณการใช้งานและความต้องการเพิ่มขนาดช่องสัญญาณตามแบบที่ส่งมาพร้อมนี้',
        'จึงเรียนมาเพื่อโปรดดำเนินการ และส่งผลการสำรวจภายในวันที่กำหนด',
      ),
      enclosures: ['แบบสำรวจความต้องการใช้เครือข่าย จำนวน ๑ ชุด'],
    }),
    steps: [[[-4, '11:00'], SUBMIT], [[-3, '10:15'], approve('review', 'ตรวจแล้ว เห็นควรดำเนินการตามเสนอ')]],
  },
  {
    key: 'cyber-plan', begins: [-6, '09:00'],
    letter: fromOps('ict-officer', {
      subject: 'แนวทางปฏิบัติเมื่อเกิดเหตุคุกคามทางไซเบอร์ต่อระบบสารสนเทศของสำนักงานจังหวัด', toText: 'ผู้ว่าราชการจังหวัดเชียงใหม่', to: ['chiangmai'], urgency: 'urgent',
      body: body(
        'ด้วยปรากฏเหตุการณ์ส่งข้อความหลอกลวงทางไปรษณีย์อิเล็กทรอนิกส์ถึงเจ้าหน้าที่ของรัฐเพิ่มขึ้นอย่างต่อเนื่อง',
        'สำนักงานปลัดกระทรวงมหาดไทยจึงกำหนดแนวทางปฏิบัติเมื่อเกิดเหตุ และขอให้จังหวัดแจ้งผู้ประสานงานอย่างน้อย ๑ คน',
        'จึงเรียนมาเพื่อโปรดทราบและถือปฏิบัติ',
      ),
    }),
    steps: [
      [[-6, '10:00'], SUBMIT], [[-2, '13:30'], approve('review')],
      [[-1, '14:10'], { node: 'chief', outcome: 'return', returnTo: 'draft', note: 'โปรดเพิ่มหมายเลขโทรศัพท์ผู้ประสานงานส่วนกลางในย่อหน้าที่สอง' }],
    ],
  },
  {
    key: 'visit-governor', begins: [-3, '08:50'],
    letter: fromOps('provincial-affairs-officer', {
      subject: 'กำหนดการตรวจติดตามการพัฒนาระบบบริหารราชการจังหวัด', toText: 'ผู้ว่าราชการจังหวัดนครราชสีมา', to: ['nakhonratchasima'], urgency: 'very_urgent',
      body: body(
        'ด้วยผู้บริหารสำนักงานปลัดกระทรวงมหาดไทยมีกำหนดเดินทางไปตรวจติดตามการพัฒนาระบบบริหารราชการจังหวัด',
        'จึงขอให้จังหวัดจัดเตรียมข้อมูลผลการดำเนินงานตามตัวชี้วัด และมอบหมายผู้รับผิดชอบร่วมให้ข้อมูล',
        'จึงเรียนมาเพื่อโปรดทราบและดำเนินการในส่วนที่เกี่ยวข้อง',
      ),
    }),
    steps: [[[-3, '09:30'], SUBMIT], [[-2, '10:10'], approve('review')], [[-1, '15:40'], approve('chief', 'เพื่อโปรดพิจารณาลงนาม')]],
  },
  {
    key: 'data-exchange', begins: [-9, '09:15'],
    letter: fromOps('ict-officer', {
      subject: 'ขอให้ตรวจสอบและยืนยันข้อมูลหน่วยงานในระบบทะเบียนกลาง', toText: 'ผู้ว่าราชการจังหวัดขอนแก่น', to: ['khonkaen'], asksIn: 8,
      body: body(
        'ตามที่สำนักงานปลัดกระทรวงมหาดไทยได้จัดทำทะเบียนกลางหน่วยงานเพื่อใช้กับระบบสารบรรณอิเล็กทรอนิกส์ นั้น',
        'จึงขอให้จังหวัดตรวจสอบชื่อหน่วยงาน รหัสหนังสือ และผู้ประสานงานให้ถูกต้องเป็นปัจจุบัน',
        'จึงเรียนมาเพื่อโปรดดำเนินการ',
      ),
    }),
    steps: [[[-9, '10:00'], SUBMIT], [[-9, '13:20'], approve('review')], [[-8, '09:05'], approve('chief')], [[-8, '14:00'], SIGN]],
  },
  {
    key: 'budget-outside', begins: [-12, '09:00'],
    letter: fromOps('finance-officer', {
      subject: 'ขอส่งรายงานผลการใช้จ่ายงบประมาณรายจ่ายประจำปี ไตรมาสที่ ๔', toText: 'ผู้อำนวยการสำนักงบประมาณ', kind: 'external_letter',
      body: body(
        'ตามพระราชบัญญัติวิธีการงบประมาณ กำหนดให้หน่วยรับงบประมาณรายงานผลการใช้จ่ายงบประมาณเป็นรายไตรมาส นั้น',
        'สำนักงานปลัดกระทรวงมหาดไทยได้จัดทำรายงานผลการใช้จ่ายงบประมาณ ไตรมาสที่ ๔ เสร็จเรียบร้อยแล้ว รายละเอียดตามสิ่งที่ส่งมาด้วย',
        'จึงเรียนมาเพื่อโปรดทราบ',
      ),
      enclosures: ['รายงานผลการใช้จ่ายงบประมาณ จำนวน ๑ ชุด'], to: ['outside:ผู้อำนวยการสำนักงบประมาณ'],
    }),
    steps: [[[-12, '10:00'], SUBMIT], [[-11, '09:00'], approve('review')], [[-11, '11:00'], approve('chief')], [[-10, '10:30'], SIGN]],
  },
  {
    key: 'water-circular', begins: [-5, '08:45'],
    letter: fromOps('policy-officer', {
      subject: 'การเตรียมความพร้อมรับสถานการณ์ภัยแล้ง ปี ๒๕๗๐', toText: 'ผู้ว่าราชการจังหวัดนำร่อง ๑๘ จังหวัด', isCircular: true, urgency: 'urgent', to: PILOTS,
      body: body(
        'ด้วยกรมอุตุนิยมวิทยาคาดหมายว่าปริมาณฝนในช่วงต้นปีจะน้อยกว่าค่าปกติในหลายพื้นที่',
        'จึงขอให้จังหวัดสำรวจแหล่งน้ำต้นทุน จัดทำบัญชีพื้นที่เสี่ยง และเตรียมเครื่องจักรกลให้พร้อมปฏิบัติงาน',
        'จึงเรียนมาเพื่อถือปฏิบัติโดยเคร่งครัด',
      ),
    }),
    steps: [[[-5, '09:30'], SUBMIT], [[-4, '10:20'], approve('review')], [[-1, '11:00'], approve('chief')]],
  },
  {
    key: 'rollout-memo', begins: [-7, '10:00'],
    letter: {
      office: 'ops', post: 'ict-officer', direction: 'internal', kind: 'internal_memo', toText: 'ปลัดกระทรวงมหาดไทย',
      subject: 'ขออนุมัติแผนขยายผลการใช้งานระบบสารบรรณอิเล็กทรอนิกส์ไปยังจังหวัดนำร่อง ๑๘ จังหวัด',
      body: body(
        'ตามที่ปลัดกระทรวงมหาดไทยได้เห็นชอบโครงการพัฒนาระบบสารบรรณอิเล็กทรอนิกส์ นั้น',
        'ศูนย์เทคโนโลยีสารสนเทศและการสื่อสารได้จัดทำแผนขยายผลไปยังจังหวัดที่เป็นศูนย์กลางกลุ่มจังหวัด ๑๘ จังหวัด รายละเอียดตามแผนที่แนบ',
        'จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบขอได้โปรดอนุมัติ',
      ),
    },
    steps: [[[-7, '11:20'], SUBMIT], [[-1, '09:40'], approve('propose', 'เห็นควรอนุมัติตามเสนอ')]],
  },
  {
    key: 'working-group-order', begins: [-8, '09:30'],
    letter: {
      office: 'ops', post: 'hr-officer', direction: 'internal', kind: 'order', toText: 'ผู้มีรายชื่อในคำสั่ง',
      subject: 'แต่งตั้งคณะทำงานขับเคลื่อนระบบสารบรรณอิเล็กทรอนิกส์',
      body: body(
        'เพื่อให้การขับเคลื่อนระบบสารบรรณอิเล็กทรอนิกส์ของสำนักงานปลัดกระทรวงมหาดไทยและสำนักงานจังหวัดเป็นไปด้วยความเรียบร้อย',
        'อาศัยอำนาจตามความในกฎหมายว่าด้วยระเบียบบริหารราชการแผ่นดิน จึงแต่งตั้งคณะทำงาน โดยมีองค์ประกอบและหน้าที่ตามบัญชีแนบท้ายคำสั่งนี้',
        'ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป',
      ),
    },
    steps: [[[-8, '10:30'], SUBMIT], [[-7, '09:15'], approve('review')], [[-6, '14:20'], approve('check', 'ตรวจร่างแล้ว ถูกต้อง')]],
  },
  {
    key: 'leave-order', begins: [-15, '09:00'],
    letter: {
      office: 'ops', post: 'hr-officer', direction: 'internal', kind: 'order', toText: 'ข้าราชการและลูกจ้างในสังกัด', subject: 'มอบหมายหน้าที่ผู้ประสานงานระบบสารบรรณอิเล็กทรอนิกส์ประจำหน่วยงาน',
      body: body('เพื่อให้การประสานงานระหว่างหน่วยงานกับศูนย์เทคโนโลยีสารสนเทศและการสื่อสารมีความต่อเนื่อง', 'จึงมอบหมายให้เจ้าหน้าที่ธุรการของทุกหน่วยงานเป็นผู้ประสานงานระบบ', 'ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป'),
    },
    steps: [
      [[-15, '10:00'], SUBMIT], [[-14, '09:30'], approve('review')], [[-14, '13:30'], approve('check')], [[-13, '10:00'], SIGN],
      ...(['central', 'hr', 'finance'] as const).map((unit) => [[-12, '09:00'], { node: 'publish', outcome: 'acknowledge', by: `${unit}-director` }] as const),
    ],
  },
  {
    key: 'held', begins: [-10, '09:00'],
    letter: fromOps('information-officer', {
      subject: 'ขอความร่วมมือประชาสัมพันธ์ช่องทางติดตามเรื่องของประชาชน', toText: 'ผู้ว่าราชการจังหวัดภูเก็ต', to: ['phuket'],
      body: body('ด้วยกระทรวงมหาดไทยได้เปิดช่องทางให้ประชาชนติดตามเรื่องที่ยื่นต่อส่วนราชการ', 'จึงขอความร่วมมือเผยแพร่ช่องทางดังกล่าวผ่านสื่อของจังหวัด', 'จึงเรียนมาเพื่อโปรดพิจารณาให้ความร่วมมือ'),
    }),
    steps: [[[-10, '10:00'], SUBMIT], [[-9, '13:00'], { hold: 'information-director', reason: 'รอข้อความประชาสัมพันธ์ฉบับที่ผู้บริหารเห็นชอบ' }]],
  },
];

const OPS_INCOMING: readonly Story[] = [
  {
    key: 'ocsc', begins: [-1, '09:05'], steps: [],
    letter: toOps({ subject: 'ขอเชิญส่งผู้แทนร่วมประชุมชี้แจงหลักเกณฑ์การประเมินผลการปฏิบัติราชการ', fromText: 'สำนักงาน ก.พ.', theirNo: 'นร 1012/ว 24', urgency: 'urgent', asksIn: 5 }),
  },
  {
    key: 'opdc', begins: [-6, '09:40'],
    letter: toOps({ subject: 'แจ้งกรอบการประเมินส่วนราชการตามมาตรการปรับปรุงประสิทธิภาพ', fromText: 'สำนักงาน ก.พ.ร.', theirNo: 'นร 1200/ว 9', asksIn: -1 }),
    steps: [
      [[-6, '13:10'], { node: 'route-other', outcome: 'assign', action: 'assigned', main: 'system-development', info: ['policy', 'ict'], note: 'มอบกลุ่มพัฒนาระบบบริหารดำเนินการ', due: { unit: 'workingDays', amount: 4 } }],
      [[-5, '09:30'], approve('appoint', 'มอบเจ้าหน้าที่วิเคราะห์และเสนอ')],
      [[-5, '10:00'], { node: 'inform', outcome: 'acknowledge', by: 'ict-director' }],
    ],
  },
  {
    key: 'audit-office', begins: [-9, '10:20'],
    letter: toOps({ subject: 'ขอให้ชี้แจงข้อสังเกตจากการตรวจสอบรายงานการเงิน', fromText: 'สำนักงานการตรวจเงินแผ่นดิน', theirNo: 'ตผ 0030/1187', urgency: 'very_urgent', asksIn: -2 }),
    steps: [
      [[-9, '11:00'], { node: 'route-other', outcome: 'assign', action: 'assigned', main: 'finance', info: ['internal-audit'], note: 'กองคลังจัดทำคำชี้แจงโดยด่วน', due: { unit: 'workingDays', amount: 5 } }],
      [[-8, '08:50'], approve('appoint', 'จัดทำคำชี้แจงพร้อมเอกสารประกอบ')],
    ],
  },
  {
    key: 'national-statistics', begins: [-14, '09:30'],
    letter: toOps({ subject: 'ขอความอนุเคราะห์ข้อมูลอัตรากำลังเจ้าหน้าที่ด้านเทคโนโลยีสารสนเทศ', fromText: 'สำนักงานสถิติแห่งชาติ', theirNo: 'ดศ 0505/642' }),
    steps: [
      [[-14, '14:00'], { node: 'route-other', outcome: 'assign', action: 'proceed', main: 'ict', due: { unit: 'workingDays', amount: 7 } }],
      [[-13, '10:10'], approve('appoint')],
      [[-9, '15:00'], { node: 'work-head', outcome: 'done', note: 'ส่งข้อมูลทางไปรษณีย์อิเล็กทรอนิกส์กลางของหน่วยงานแล้ว' }],
    ],
  },
  {
    key: 'news', begins: [-3, '13:00'],
    letter: toOps({ subject: 'ประชาสัมพันธ์งานวันเทคโนโลยีดิจิทัลภาครัฐ', fromText: 'สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)', theirNo: 'สพร 2569/ว 317', kind: 'news_release', channel: 'email' }),
    steps: [[[-3, '15:10'], { node: 'route-other', outcome: 'assign', action: 'circulate', info: ['information', 'ict', 'policy'], note: 'แจ้งเวียนเพื่อทราบ' }]],
  },
];

const LOPBURI: readonly Story[] = [
  {
    key: 'flood', begins: [-1, '15:05'], steps: [],
    letter: toLopburi({ subject: 'ขอให้เตรียมความพร้อมรับสถานการณ์น้ำหลากและรายงานจุดเสี่ยง', fromText: 'กรมป้องกันและบรรเทาสาธารณภัย', theirNo: 'มท 0610/ว 152', urgency: 'most_urgent', asksIn: 2 }),
  },
  {
    key: 'plan-review', begins: [-4, '10:00'],
    letter: toLopburi({ subject: 'การทบทวนแผนพัฒนาจังหวัดและแผนปฏิบัติราชการประจำปี', fromText: 'สำนักงานสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ', theirNo: 'นร 1106/ว 41', asksIn: 12 }),
    steps: [[[-1, '13:20'], approve('propose', 'เรียน ผู้ว่าราชการจังหวัด เพื่อโปรดพิจารณา เห็นควรมอบกลุ่มงานยุทธศาสตร์การพัฒนาจังหวัดดำเนินการ')]],
  },
  {
    key: 'crop', begins: [-8, '09:30'],
    letter: toLopburi({ subject: 'ขอข้อมูลพื้นที่เพาะปลูกและแหล่งน้ำเพื่อจัดทำแผนการเพาะปลูกพืชฤดูแล้ง', fromText: 'กรมส่งเสริมการเกษตร', theirNo: 'กษ 1011/ว 220', asksIn: -1 }),
    steps: [
      [[-8, '11:30'], approve('propose', 'เห็นควรมอบกลุ่มงานยุทธศาสตร์ฯ ประสานสำนักงานเกษตรจังหวัด')],
      [[-7, '09:00'], { node: 'direct', outcome: 'assign', action: 'assigned', main: 'strategy', info: ['ict'], note: 'มอบกลุ่มงานยุทธศาสตร์ฯ ดำเนินการ', due: { unit: 'workingDays', amount: 4 } }],
      [[-6, '08:45'], approve('appoint', 'ประสานสำนักงานเกษตรจังหวัดและรวบรวมข้อมูล')],
    ],
  },
  {
    key: 'volunteer', begins: [-11, '10:30'],
    letter: toLopburi({ subject: 'ขอเชิญร่วมกิจกรรมจิตอาสาพัฒนาคลองและแหล่งน้ำสาธารณะ', fromText: 'ที่ทำการปกครองจังหวัดลพบุรี', theirNo: 'ลบ 0018/ว 1203', channel: 'counter' }),
    steps: [
      [[-11, '13:30'], approve('propose')],
      [[-10, '09:20'], { node: 'direct', outcome: 'assign', action: 'proceed', main: 'general', info: ['strategy', 'hr'], note: 'แจ้งข้าราชการเข้าร่วมโดยพร้อมเพรียง', due: { unit: 'workingDays', amount: 3 } }],
      [[-9, '09:00'], approve('appoint')],
      [[-8, '16:00'], { node: 'work-head', outcome: 'done', note: 'แจ้งเวียนและจัดเจ้าหน้าที่เข้าร่วมแล้ว ๒๕ คน' }],
    ],
  },
  {
    key: 'digital-skills', begins: [-5, '09:00'],
    letter: {
      office: 'lopburi', post: 'ict-officer', direction: 'outgoing', kind: 'external_letter', toText: 'ปลัดกระทรวงมหาดไทย', to: ['ops'],
      subject: 'ขอส่งรายชื่อผู้ประสานงานระบบสารบรรณอิเล็กทรอนิกส์ของจังหวัดลพบุรี',
      body: body('ตามที่สำนักงานปลัดกระทรวงมหาดไทยขอให้จังหวัดแจ้งรายชื่อผู้ประสานงานระบบสารบรรณอิเล็กทรอนิกส์ นั้น', 'จังหวัดลพบุรีขอส่งรายชื่อผู้ประสานงาน จำนวน ๒ คน รายละเอียดตามสิ่งที่ส่งมาด้วย', 'จึงเรียนมาเพื่อโปรดทราบ'),
      enclosures: ['บัญชีรายชื่อผู้ประสานงาน จำนวน ๑ แผ่น'],
    },
    steps: [[[-5, '10:40'], SUBMIT], [[-4, '09:10'], approve('review')], [[-1, '11:00'], approve('chief', 'เพื่อโปรดพิจารณาลงนาม')]],
  },
  {
    key: 'secret', begins: [-1, '14:30'], steps: [],
    letter: {
      office: 'lopburi', post: 'secret-registrar', direction: 'incoming', kind: 'external_letter', channel: 'counter', secrecy: 'confidential', fromText: 'กองอำนวยการรักษาความมั่นคงภายในราชอาณาจักร',
      toText: 'ผู้ว่าราชการจังหวัดลพบุรี', theirNo: 'นร 5109/ล 18', subject: 'การรักษาความปลอดภัยสถานที่ราชการสำคัญในพื้นที่จังหวัด',
    },
  },
];

/** A few letters in each of some other pilots, so that theirs are not empty desks. */
const OTHERS: readonly Story[] = (
  [
    ['chonburi', 'ชลบุรี', 'ขอให้รายงานผลการแก้ไขปัญหาเรื่องร้องเรียนด้านสิ่งแวดล้อม', 'กรมควบคุมมลพิษ', 'ทส 0306/ว 77'],
    ['chiangmai', 'เชียงใหม่', 'มาตรการป้องกันและแก้ไขปัญหาไฟป่า หมอกควัน และฝุ่นละอองขนาดเล็ก', 'กรมป้องกันและบรรเทาสาธารณภัย', 'มท 0607/ว 190'],
    ['khonkaen', 'ขอนแก่น', 'ขอความร่วมมือสำรวจอาคารสถานที่ราชการที่ติดตั้งระบบผลิตไฟฟ้าจากแสงอาทิตย์', 'กรมพัฒนาพลังงานทดแทนและอนุรักษ์พลังงาน', 'พน 0504/ว 63'],
    ['songkhla', 'สงขลา', 'การเตรียมความพร้อมรับสถานการณ์อุทกภัยภาคใต้', 'กรมอุตุนิยมวิทยา', 'ดศ 0303/ว 45'],
    ['udonthani', 'อุดรธานี', 'ขอเชิญประชุมคณะกรรมการบริหารงานกลุ่มจังหวัดแบบบูรณาการ', 'สำนักงบประมาณ', 'นร 0716/ว 31'],
    ['nakhonsawan', 'นครสวรรค์', 'ขอทราบผลการดำเนินงานโครงการพัฒนาแหล่งน้ำขนาดเล็ก', 'กรมทรัพยากรน้ำ', 'ทส 0604/512'],
  ] as const
).map(([office, province, subject, fromText, theirNo], index): Story => ({
  key: `other-${office}`,
  begins: index < 2 ? [-3, `09:${10 + index * 5}`] : [-1, `14:${10 + index * 5}`],
  letter: into(office, `ผู้ว่าราชการจังหวัด${province}`, { subject, fromText, theirNo, urgency: index % 2 === 0 ? 'urgent' : 'normal', asksIn: 4 + index }),
  steps: index % 2 === 0 ? [] : [[[-1, '15:30'], approve('propose', 'เรียน ผู้ว่าราชการจังหวัด เพื่อโปรดสั่งการ')]],
}));

export const STORIES: readonly Story[] = [...OPS_OUTGOING, ...OPS_INCOMING, ...LOPBURI, ...OTHERS];
