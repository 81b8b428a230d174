/** What can be wrong with a row of an earlier register, said so that whoever keeps the table knows where and what to correct. */
import type { RegisterImportColumn } from './columns';

type Texts = { readonly th: string; readonly en: string; /** It only informs: the row is taken. */ readonly isNote?: true };

export const ROW_PROBLEMS = {
  required: { th: 'ต้องมีข้อความ', en: 'must be filled in' },
  formula: { th: 'เป็นสูตร ระบบไม่คำนวณ โปรดวางเป็นค่า', en: 'is a formula, which is not computed: paste it as a value' },
  errorValue: { th: 'เป็นค่าผิดพลาดของโปรแกรมตาราง “{value}”', en: 'is an error of the spreadsheet: “{value}”' },
  garbled: { th: 'ตัวอักษรเสีย อาจบันทึกผิดรหัสภาษา โปรดบันทึกไฟล์ใหม่เป็น UTF-8', en: 'has broken letters: save the file as UTF-8' },
  notPrintable: { th: 'มีอักขระที่พิมพ์ลงทะเบียนไม่ได้', en: 'has characters that cannot be printed' },
  tooLong: { th: 'ยาวเกิน {max} ตัวอักษร', en: 'is longer than {max} characters' },
  noWords: { th: 'ไม่มีข้อความที่อ่านได้ “{value}”', en: 'has no words in it: “{value}”' },
  notNumber: { th: 'ไม่ใช่ตัวเลข “{value}”', en: 'is no number: “{value}”' },
  numberUnclear: { th: 'อ่านเลขจาก “{value}” ไม่ได้', en: 'cannot be read as a number: “{value}”' },
  range: { th: 'เป็นช่วงเลข “{value}” โปรดแยกเป็นแถวละหนึ่งเลข', en: 'is a run of numbers: “{value}”, give each a row of its own' },
  severalNumbers: { th: 'มีหลายเลข “{value}” โปรดแยกเป็นแถวละหนึ่งเลข', en: 'holds several numbers: “{value}”, give each a row of its own' },
  zero: { th: 'เลขทะเบียนเริ่มที่ 1', en: 'numbers begin at 1' },
  negative: { th: 'เลขติดลบ “{value}”', en: 'is below zero: “{value}”' },
  numberTooLarge: { th: 'เลข “{value}” เกินหกหลัก', en: 'has more than six digits: “{value}”' },
  fraction: { th: 'เป็นทศนิยมหรือเลขที่โปรแกรมตารางย่อไว้ “{value}”', en: 'is a fraction, or was shortened by the spreadsheet: “{value}”' },
  isDate: { th: 'เป็นวันที่ ไม่ใช่เลข “{value}”', en: 'is a date and no number: “{value}”' },
  otherYear: { th: 'เป็นเลขของปีอื่น “{value}” ทะเบียนนี้เป็นปี {year}', en: 'is a number of another year: “{value}”, this register is of {year}' },
  numbersDiffer: { th: 'เลขทะเบียนกับเลขท้ายหนังสือไม่ตรงกัน “{value}”', en: 'does not end in the register number: “{value}”' },
  twice: { th: 'เลข {value} มีมากกว่าหนึ่งแถวในไฟล์นี้ (แถว {lines})', en: 'number {value} stands in more than one row of this file (rows {lines})' },
  taken: { th: 'นำเข้าเลข {value} ไว้แล้วด้วยข้อความอื่น', en: 'number {value} has been imported before, with other words' },
  liveNumber: { th: 'เลข {value} เป็นของระบบ ทะเบียนกระดาษปีนี้ต้องเป็นเลขก่อน {first}', en: 'number {value} belongs to the system: paper numbers of this year are those before {first}' },
  noSuchDay: { th: 'ไม่มีวันที่ “{value}” ในปฏิทิน', en: 'there is no such day: “{value}”' },
  noSuchMonth: { th: 'ไม่มีเดือนตามที่เขียน “{value}”', en: 'there is no such month: “{value}”' },
  dateUnreadable: { th: 'อ่านเป็นวันที่ไม่ได้ “{value}”', en: 'cannot be read as a date: “{value}”' },
  noYear: { th: 'วันที่ไม่มีปี “{value}”', en: 'the date has no year: “{value}”' },
  twoDates: { th: 'มีสองวันที่ “{value}” โปรดเหลือวันเดียว', en: 'holds two dates: “{value}”' },
  yearUnlikely: { th: 'ปี พ.ศ. {said} ห่างจากปีของทะเบียน ({year}) เกินไป “{value}”', en: 'the year {said} is too far from that of the register ({year}): “{value}”' },
  notInYear: { th: 'วันที่ “{value}” อยู่นอกปี {year} ของทะเบียน', en: 'the day “{value}” is not in {year}, the year of the register' },
  future: { th: 'วันที่ “{value}” ยังไม่ถึง', en: 'the day “{value}” is still to come' },
  nothingAbove: { th: 'เครื่องหมาย “{value}” หมายถึงเหมือนแถวบน แต่แถวบนไม่มีข้อความ', en: 'the sign “{value}” means the same as above, where there is nothing' },
  extraCells: { th: 'มีข้อความในช่องที่ไม่มีหัวคอลัมน์ “{value}” แถวอาจเลื่อน', en: 'there is something beyond the headings: “{value}”; the row may have shifted' },
  headingAgain: { th: 'เป็นหัวตารางซ้ำ ไม่ใช่รายการ', en: 'is the headings once more and no entry' },
  sumLine: { th: 'เป็นแถวรวมยอด ไม่ใช่รายการ “{value}”', en: 'is a sum and no entry: “{value}”' },
  stray: { th: 'เลขคำสั่งมีรหัสหน่วยงานนำหน้า “{value}” เก็บไว้ตามเดิม', en: 'the order carries a code: “{value}”, kept as it is', isNote: true },
  inserted: { th: 'เป็นเลขแทรก “{value}” เก็บไว้ตามเดิม', en: 'is a number squeezed in: “{value}”, kept as it is', isNote: true },
  yearAssumed: { th: 'วันที่ไม่มีปี ถือเป็นปี {year}', en: 'the date has no year and is taken to be of {year}', isNote: true },
  receivedBefore: { th: 'ลงทะเบียนก่อนวันที่ของหนังสือ', en: 'registered before the letter was dated', isNote: true },
  cancelled: { th: 'ถือเป็นเลขที่ยกเลิก', en: 'taken as a cancelled number', isNote: true },
} as const satisfies { readonly [problem: string]: Texts };

export type RowProblemKind = keyof typeof ROW_PROBLEMS;
// The table has no other keys.
export const ROW_PROBLEM_KINDS = Object.keys(ROW_PROBLEMS) as [RowProblemKind, ...RowProblemKind[]];
export type RowProblem = { readonly column: RegisterImportColumn; readonly problem: RowProblemKind; readonly details: { readonly [name: string]: string } };

export const isNote = (problem: RowProblemKind): boolean => 'isNote' in ROW_PROBLEMS[problem];

/** แถวที่ 12 คอลัมน์ “ลงวันที่”: ไม่มีวันที่ “30 ก.พ. 61” ในปฏิทิน */
export function sayRowProblem({ line, heading, lang, problem }: { readonly line: number; readonly heading: string; readonly lang: 'th' | 'en'; readonly problem: Pick<RowProblem, 'problem' | 'details'> }): string {
  const text = ROW_PROBLEMS[problem.problem][lang].replace(/\{([a-z]+)\}/g, (_whole, name: string) => problem.details[name] ?? '');
  return lang === 'th' ? `แถวที่ ${line} คอลัมน์ “${heading}”: ${text}` : `Row ${line}, column “${heading}”: ${text}`;
}
