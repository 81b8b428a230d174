/** How keys are written on a sheet: the Latin letter on the key cap, which Thai keyboards carry beside the Thai one. */
const CAPS: { readonly [key: string]: string } = {
  slash: '/', comma: ',', period: '.', enter: 'Enter', escape: 'Esc', space: 'Space', arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', bracketleft: '[', bracketright: ']',
  shift: 'Shift', alt: 'Alt', delete: 'Delete', backspace: 'Backspace', home: 'Home', end: 'End', tab: 'Tab',
};
const WRITTEN: { readonly [keys: string]: readonly string[] } = { 'shift+slash': ['?'] };

const isMac = (): boolean => /mac/i.test(navigator.userAgent) && !/iphone|ipad|ipod/i.test(navigator.userAgent);
const capOf = (key: string): string => (key === 'mod' ? (isMac() ? '⌘' : 'Ctrl') : (CAPS[key] ?? key.toUpperCase()));

/** Key caps of a shortcut: keys pressed together stand in one list, keys pressed in turn in several. */
export function keyCaps(keys: string): readonly (readonly string[])[] {
  return keys.split('>').map((chord) => WRITTEN[chord] ?? chord.split('+').map(capOf));
}

/** The same as one line, for a tooltip beside a button. */
export function keyText(keys: string): string {
  return keyCaps(keys).map((chord) => chord.join('+')).join(' ');
}
