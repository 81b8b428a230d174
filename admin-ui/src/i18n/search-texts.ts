/** Imported by the page on which letters are found. */
import { addThai } from '../providers/i18n/i18n-provider';
import * as searchTexts from './th/search';

addThai({ ...searchTexts });
