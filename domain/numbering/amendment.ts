/** Corrections of what a register says of an entry: what stood there stays to be read, struck out as on paper. */
import type { BookKind } from '../letter/vocabulary';
import { isReceiving } from './register-row';

export const AMENDED_FIELDS = ['letterNo', 'letterDate', 'fromText', 'toText', 'subject', 'remark'] as const;
export type AmendedField = (typeof AMENDED_FIELDS)[number];
/** A text of a register at most. */
export const AMENDED_MAX = 1_000;

/** What can be corrected: number and date of a letter that the office itself issues are the register's own and never change. */
export const amendable = (kind: BookKind): readonly AmendedField[] => (isReceiving(kind) ? AMENDED_FIELDS : ['fromText', 'toText', 'subject', 'remark']);

export type Amendment = { readonly field: AmendedField; readonly oldValue: string; readonly newValue: string };

/** An entry as its corrections leave it; days are `YYYY-MM-DD`, an empty text is none. */
export function amended<E extends { readonly [F in AmendedField]: string | null }>(entry: E, amendments: readonly Amendment[]): E {
  const last = new Map(amendments.map(({ field, newValue }) => [field, newValue]));
  const value = (field: AmendedField, hasNone: boolean): string | null => {
    const text = last.get(field);
    return text === undefined ? entry[field] : text === '' && hasNone ? null : text;
  };
  return {
    ...entry, letterNo: value('letterNo', true), letterDate: value('letterDate', true), subject: value('subject', true), fromText: value('fromText', false), toText: value('toText', false), remark: value('remark', false),
  };
}
