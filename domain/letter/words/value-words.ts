/** What a value of a fact is called: for forms, documents, files and sentences alike. */
import type { FactName } from '../../route/facts';
import * as english from './en';
import * as thai from './th';

type Family = { readonly [code: string]: string };
const FAMILIES: { readonly [F in FactName]?: { readonly th: Family; readonly en: Family } } = {
  direction: { th: thai.direction, en: english.direction },
  kind: { th: thai.kind, en: english.kind },
  urgency: { th: thai.urgency, en: english.urgency },
  secrecy: { th: thai.secrecy, en: english.secrecy },
  channel: { th: thai.channel, en: english.channel },
  assignmentAction: { th: thai.actionWord, en: english.actionWord },
  assignmentRole: { th: { main: 'ผู้รับผิดชอบหลัก', info: 'เพื่อทราบ' }, en: { main: 'In charge', info: 'For information' } },
};

/** The label of a choice in both languages; the code itself where there is no word for it. */
export function valueWord(fact: string, value: string): { readonly th: string; readonly en: string } {
  const family = Object.hasOwn(FAMILIES, fact) ? FAMILIES[fact as FactName] : undefined;
  return { th: family?.th[value] ?? value, en: family?.en[value] ?? value };
}
