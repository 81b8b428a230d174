/** A decision table as CSV for spreadsheets: one row a rule, cells said in words, codes beside names in the heading. */
import { findFact } from '../facts';
import type { DecisionTable, FactValue } from '../model';
import { sayCell, sayValue, type Words } from '../say';

/** What an output is called and how its values are said, where it is no fact: the office's `route`. */
export type ColumnWords = { readonly [name: string]: { readonly label: string; readonly value: (value: FactValue) => string } };

/** With a byte-order mark, so that spreadsheets read Thai; a text that a spreadsheet would compute with is set off by an apostrophe. */
export function tableToCsv(table: DecisionTable, words: Words, columns: ColumnWords = {}): string {
  const title = (name: string): string => columns[name]?.label ?? findFact(name)?.[words.lang] ?? name;
  const any = { th: 'ทุกค่า', en: 'any' }[words.lang];
  const head = ['#', ...[...table.inputs, ...table.outputs].map((name) => `${title(name)} [${name}]`)];
  const rows = table.rules.map(({ when, then }, index) => [
    String(index + 1),
    ...when.map((cell, at) => (cell === null ? any : sayCell(table.inputs[at] ?? '', cell, words))),
    ...then.map((value, at) => outputOf(table.outputs[at] ?? '', value, words, columns)),
  ]);
  return `\u{FEFF}${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

const outputOf = (name: string, value: FactValue, words: Words, columns: ColumnWords): string => columns[name]?.value(value) ?? sayValue(name, value, words);

function field(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
