/** Imported by the parts that show them; what they act with is in the work texts. */
import { addThai } from '../providers/i18n/i18n-provider';
import * as besideTexts from './th/beside';
import './work-texts';

addThai({ ...besideTexts });
