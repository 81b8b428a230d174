/** Imported by the dialogs on a letter's page that deal with its papers: stamps, printing, what was decided on paper. */
import { addThai } from '../providers/i18n/i18n-provider';
import * as paperTexts from './th/papers';

addThai({ ...paperTexts });
