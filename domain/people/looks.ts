/** How the screens look to a person. No schemas here: every page needs these words before its first paint. */

/** Digits shown on screen. */
export const DIGITS = ['arabic', 'thai'] as const;
/** Light or dark screens, or as the device has it. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];
export const TEXT_SIZES = ['normal', 'large'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
