/** How an addressee is greeted and a letter closed (R26, annex 2; reference §2.4). */

export type Salutation = { readonly salutation: string; readonly closing: string; readonly name: string };

/** Longest first: one may begin with another. */
const CLOSINGS: readonly (readonly [salutation: string, closing: string])[] = [
  ['ขอประทานกราบทูล', 'ควรมิควรแล้วแต่จะโปรดเกล้าโปรดกระหม่อม'],
  ['กราบทูล', 'ควรมิควรแล้วแต่จะโปรด'],
  ['กราบเรียน', 'ขอแสดงความนับถืออย่างยิ่ง'],
  ['นมัสการ', 'ขอนมัสการด้วยความเคารพ'],
  ['เรียน', 'ขอแสดงความนับถือ'],
];
const ORDINARY = { salutation: 'เรียน', closing: 'ขอแสดงความนับถือ' };
const HIGH = { salutation: 'กราบเรียน', closing: 'ขอแสดงความนับถืออย่างยิ่ง' };

/** The high posts that are greeted กราบเรียน. */
const HIGH_POSTS: ReadonlySet<string> = new Set([
  'ประธานองคมนตรี', 'นายกรัฐมนตรี', 'ประธานรัฐสภา', 'ประธานสภาผู้แทนราษฎร', 'ประธานวุฒิสภา', 'ประธานศาลฎีกา', 'รัฐบุรุษ', 'ประธานศาลรัฐธรรมนูญ',
  'ประธานศาลปกครองสูงสุด', 'ประธานกรรมการการเลือกตั้ง', 'ประธานกรรมการสิทธิมนุษยชนแห่งชาติ', 'ประธานกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ',
  'ประธานกรรมการตรวจเงินแผ่นดิน', 'ประธานผู้ตรวจการแผ่นดิน', 'ผู้ตรวจการแผ่นดิน',
]);

/** What the drafter wrote as addressee, with or without the salutation; the drafter's own word goes before the table. */
export function greet(toText: string): Salutation {
  const text = toText.trim();
  const typed = CLOSINGS.find(([word]) => text.startsWith(`${word} `));
  if (typed !== undefined) return { salutation: typed[0], closing: typed[1], name: text.slice(typed[0].length).trim() };
  return { ...(HIGH_POSTS.has(text) ? HIGH : ORDINARY), name: text };
}
