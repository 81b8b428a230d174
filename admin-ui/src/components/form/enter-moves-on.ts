import type { KeyboardEvent } from 'react';

const FIELDS = 'input:not([type=hidden]):not([type=file]):not(:disabled), textarea:not([aria-hidden=true]):not(:disabled), [role=combobox]:not(:disabled):not([aria-disabled=true]), button[type=submit]';
const NO_LINE: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'submit', 'file']);

/** A field that takes one line: also a text that only breaks where it is too long (`data-one-line`). */
const isOneLine = (target: EventTarget): target is HTMLElement =>
  (target instanceof HTMLInputElement && !NO_LINE.has(target.type)) || (target instanceof HTMLTextAreaElement && target.dataset['oneLine'] !== undefined);

/** Enter alone, in a field of one line, with no list open that it would choose from. */
export function isEnterInLine(event: KeyboardEvent<HTMLElement>): boolean {
  const { target } = event;
  if (event.code !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing) return false;
  return isOneLine(target) && !(target.getAttribute('aria-expanded') === 'true' && target.hasAttribute('aria-activedescendant'));
}

/**
 * Enter in a field of one line goes on to the next field, as on a ledger; the last one leads to the button that sends the form. In text of
 * several lines Enter makes a line, in an open list it chooses, on a button it presses.
 */
export function moveOnByEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (!isEnterInLine(event) || !isOneLine(target)) return;
  const fields = [...currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter(({ tabIndex }) => tabIndex >= 0);
  event.preventDefault();
  fields[fields.indexOf(target) + 1]?.focus();
}
