/** Imported by every page of administrators. */
import { addThai } from '../providers/i18n/i18n-provider';
import { administrationTexts } from './th/administration';

addThai(administrationTexts);
