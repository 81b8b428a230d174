/** What became of each part of a file that another modeller wrote: nothing is taken over, changed or left out silently. */
import type { NodeId } from '../model';
import type { Lang } from '../say';

/** Taken over as it is; as what comes nearest; not at all. */
export type Verdict = 'mapped' | 'approximated' | 'dropped';

export type ReportCode = keyof typeof TEXTS;
export type ReportLine = {
  readonly verdict: Verdict;
  readonly code: ReportCode;
  /** The element of the file: id, BPMN name, label. */
  readonly element: { readonly id: string; readonly kind: string; readonly name: string };
  /** The step that it became, where it became one. */
  readonly nodeId: NodeId | null;
};

/** One line of the report as a sentence. */
export function sayReport({ code, element: { id, kind, name } }: ReportLine, lang: Lang): string {
  const what = name.trim() === '' ? `${kind} ${id}` : `${kind} “${name.trim()}”`;
  return `${what}: ${TEXTS[code].says[lang]}`;
}

export const verdictOf = (code: ReportCode): Verdict => TEXTS[code].verdict;

type Text = { readonly verdict: Verdict; readonly says: { readonly [L in Lang]: string } };
const text = (verdict: Verdict, th: string, en: string): Text => ({ verdict, says: { th, en } });

const TEXTS = {
  STEP_TAKEN: text('mapped', 'นำเข้าเป็นขั้นตอนแล้ว', 'taken over as a step'),
  STEP_COPIED: text('mapped', 'เป็นสำเนาของขั้นตอนอื่น จึงให้รหัสใหม่', 'is a copy of another step and got an id of its own'),
  STEP_RENAMED: text('mapped', 'ใช้ชื่อที่แก้ไขในโปรแกรมอื่น', 'takes the name given in the other program'),
  SETTINGS_UNREADABLE: text('approximated', 'อ่านค่าที่ตั้งไว้ไม่ได้ จึงนำเข้าเป็นขั้นตอนเปล่า โปรดตั้งค่าใหม่', 'its settings could not be read: taken over as an empty step, to be set again'),
  KIND_CHANGED: text('approximated', 'ถูกเปลี่ยนชนิดในโปรแกรมอื่น จึงนำเข้าตามชนิดใหม่ โปรดตั้งค่าใหม่', 'was given another kind in the other program: taken over as that, to be set again'),
  TASK_AS_WORK: text('mapped', 'นำเข้าเป็นขั้น “ดำเนินการ” โปรดกำหนดผู้รับผิดชอบ', 'taken over as work; say who does it'),
  MACHINE_AS_WORK: text('approximated', 'ระบบนี้ไม่มีขั้นตอนอัตโนมัติเช่นนี้ จึงนำเข้าเป็นงานที่มีผู้ดำเนินการ', 'there is no such automatic step here: taken over as work that somebody does'),
  PARTS_AS_WORK: text('approximated', 'กระบวนการย่อยนำเข้าเป็นขั้นตอนเดียว ส่วนภายในไม่ได้นำเข้า', 'a process within the process: taken over as one step, without what is inside'),
  SENDS_AS_DISPATCH: text('approximated', 'นำเข้าเป็นขั้น “ส่งหนังสือ” ถึงผู้รับในหนังสือ', 'taken over as dispatch to the addressees of the letter'),
  RECEIVES_AS_FOLLOW_UP: text('approximated', 'นำเข้าเป็นขั้น “ติดตามคำตอบ”', 'taken over as waiting for the answer'),
  TIMER_AS_WAIT: text('approximated', 'นำเข้าเป็นขั้น “รอ” โปรดกำหนดเวลาใหม่', 'taken over as a wait; set its time again'),
  EVENT_AS_WAIT: text('approximated', 'นำเข้าเป็นขั้น “รอ” เหตุการณ์ โปรดกำหนดผู้แจ้งและเวลาที่รอนานที่สุด', 'taken over as a wait for an event; say who reports it and how long it is waited for at most'),
  GATEWAY_AS_DECISION: text('approximated', 'นำเข้าเป็นทางเลือก โปรดกำหนดเงื่อนไขของแต่ละทาง', 'taken over as a decision; set the condition of each way'),
  GATEWAY_AS_WAYS: text('mapped', 'นำเข้าเป็นผลการดำเนินการของขั้นก่อนหน้า', 'taken over as the outcomes of the step before it'),
  GATEWAY_PASSED: text('mapped', 'เป็นเพียงจุดรวมเส้น จึงต่อเส้นถึงกันโดยตรง', 'only brings lines together: they lead on directly'),
  FORK_TAKEN: text('mapped', 'นำเข้าเป็นจุดแยกขนาน', 'taken over as a fork'),
  JOIN_TAKEN: text('mapped', 'นำเข้าเป็นจุดรวมขนาน', 'taken over as a join'),
  FORK_APPROXIMATED: text('approximated', 'ทั้งรวมและแยกขนานในจุดเดียว นำเข้าเป็นจุดแยกเท่านั้น', 'joins and forks in one: taken over as a fork only'),
  EVENT_PASSED: text('dropped', 'ระบบนี้ไม่มีเหตุการณ์เช่นนี้ จึงต่อเส้นผ่านไปโดยตรง', 'there is no such event here: its lines lead on directly'),
  BOUNDARY_DROPPED: text('dropped', 'เหตุการณ์ที่ขอบขั้นตอนไม่ได้นำเข้า พร้อมเส้นที่ออกจากเหตุการณ์นั้น', 'an event at the edge of a step is not taken over, nor are its lines'),
  WAYS_AS_OUTCOMES: text('approximated', 'มีหลายเส้นออกจากขั้นตอนเดียว นำเข้าเป็นผลให้เลือกหนึ่ง ไม่ใช่ทำพร้อมกัน', 'has several lines out: taken over as outcomes of which one is chosen, not as branches at once'),
  CONDITION_DROPPED: text('dropped', 'เงื่อนไขของเส้นเขียนไว้ในภาษาอื่น โปรดกำหนดใหม่', 'the condition of this line is written in another language: set it again'),
  LINE_DROPPED: text('dropped', 'เส้นนี้ไม่มีที่เริ่มหรือที่สิ้นสุดในเส้นทาง', 'this line begins or ends at nothing that was taken over'),
  EXTRA_DROPPED: text('dropped', 'ระบบนี้ไม่มีส่วนเช่นนี้ จึงไม่ได้นำเข้า', 'there is no such thing here: not taken over'),
} as const satisfies { readonly [code: string]: Text };
