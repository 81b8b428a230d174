/** A list typed one item a line, as the contracts take it. */
export const toLines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
