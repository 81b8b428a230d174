import type { ReactNode } from 'react';
import type { Overrides } from '../render-admin';

/** A form, how it is opened, and what its fields must refuse. */
export type Form = {
  /** Where it is: an address, or a part by itself. */
  readonly at: string | (() => ReactNode);
  readonly api?: Overrides;
  /** Buttons to press, one after the other; by none where the form stands on its page. */
  readonly opens: readonly string[];
  /** What the buttons open is a part of the page, no dialog over it. */
  readonly isOnPage?: boolean;
  /** The button that would send it, where it is not called บันทึก. */
  readonly confirm?: string;
  readonly fields: readonly (readonly [label: RegExp, wrong: readonly (readonly [text: string, message: string])[]])[];
  /** Fields that want a day or a moment: each is given one that no calendar has. */
  readonly days?: readonly RegExp[];
};

export const EMPTY = 'โปรดกรอก';
export const UNPRINTABLE = 'มีอักขระที่พิมพ์ลงในหนังสือไม่ได้ เช่น ภาพสัญลักษณ์ หรือเครื่องหมาย < >';
export const long = (max: number): string => 'ก'.repeat(max + 1);
/** Too long for a field of a contract, and what is said of it. */
export const over = (max: number): readonly [string, string] => [long(max), `ต้องยาวไม่เกิน ${max} ตัวอักษร`];
/** Too long for words of one's own: said while they are typed. */
export const tooMany = (max: number): readonly [string, string] => [long(max), `ยาวเกินไป 1 ตัวอักษร (ไม่เกิน ${max.toLocaleString('en')} ตัวอักษร)`];
/** What no name takes. */
export const NO_NAME = [['   ', EMPTY], over(200), ['<script>alert(1)</script>', UNPRINTABLE], ['กลุ่มงาน 😀', UNPRINTABLE]] as const;
