/** Fetched with every page but the inbox (`page-scripts.ts`), and by dialogs that may open before one. */
import { addThai } from '../providers/i18n/i18n-provider';
import { workTexts } from './th/work';

addThai(workTexts);
