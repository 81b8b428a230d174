import { useContext, useEffect, useId, useRef } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { SEQUENCE_MS, type Shortcut, ShortcutsContext } from './shortcut-registry';

/** Where letters are written or walked through by their first letter: there a shortcut would take them away. */
const TYPING = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range]), textarea, select, [contenteditable=""], [contenteditable=true], [role=textbox], [role=combobox], [role=listbox], [role=menu], [role=spinbutton]';
const MODAL = '.MuiModal-root:not(.MuiModal-hidden)';

/** What lies over the page: a dialog, or something smaller such as a menu, where no shortcut is of use. */
function overlay(): 'none' | 'dialog' | 'other' {
  const top = [...document.querySelectorAll(MODAL)].at(-1);
  return top === undefined ? 'none' : top.querySelector('[role=dialog]') === null ? 'other' : 'dialog';
}

export const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TYPING) !== null;

/**
 * What can be done by keyboard while this component is mounted. The shortcuts appear in the sheet ("?") under `title`.
 * None fires while the reader types, nor on a page beneath an open dialog or menu.
 *
 * @param title text key of the group in the sheet
 * @param shortcuts leave out those that can do nothing at this moment
 * @param isInDialog true where they belong to an open dialog: then they fire there and nowhere else
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], { isInDialog = false }: { readonly isInDialog?: boolean } = {}): void {
  const registry = useContext(ShortcutsContext);
  const owner = useId();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const shape = JSON.stringify(shortcuts.map(({ keys, label }) => [keys, label]));
  useEffect(() => {
    registry.put(owner, { title, shortcuts: latest.current });
    return () => registry.remove(owner);
    // `shape` stands for the shortcuts: a page makes the array anew each time it is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [registry, owner, title, shape]);

  useHotkeys(
    shortcuts.map(({ keys }) => keys),
    (event, { hotkey, isSequence }) => {
      const shortcut = latest.current.find(({ keys }) => keys === hotkey);
      if (shortcut === undefined || event.isComposing || event.defaultPrevented || !registry.isNewest(owner, shortcut.keys)) return;
      if (shortcut.whileTyping !== true && isTyping(event.target)) return;
      if (isSequence !== true && registry.isAfterPrefix(event.timeStamp)) return;
      if (overlay() !== (isInDialog ? 'dialog' : 'none')) return;
      event.preventDefault();
      shortcut.run();
    },
    { enabled: shortcuts.length > 0, enableOnFormTags: true, enableOnContentEditable: true, sequenceTimeoutMs: SEQUENCE_MS },
  );
}
