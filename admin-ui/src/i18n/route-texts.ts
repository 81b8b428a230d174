/** Imported by every page on which routes are designed. */
import { addThai } from '../providers/i18n/i18n-provider';
import { routeTexts } from './th/routes';

addThai(routeTexts);
