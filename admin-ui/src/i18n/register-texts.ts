/** Imported by every page on which registers are kept. */
import { addThai } from '../providers/i18n/i18n-provider';
import * as registerTexts from './th/registers';

addThai({ ...registerTexts });
