/** Texts in Thai of the pages of administrators: they come with those pages. */
import * as control from './control';
import { rule } from './rules';
import * as setUp from './set-up';

export const administrationTexts = { ...control, rule, ...setUp };
