/** Imported by the page of the directory of correspondents. */
import { addThai } from '../providers/i18n/i18n-provider';
import * as correspondentTexts from './th/correspondents';

addThai({ ...correspondentTexts });
