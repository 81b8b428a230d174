/** Whether a text has a Thai letter: what an office writes in Thai is a word to its readers, never a code. */
export const hasThai = (text: string): boolean => /[ก-๙]/.test(text);
