import { LETTER_FORMS, OWN_FORMS } from './letter-forms';
import { tryForms } from './try-forms';

tryForms({ ...OWN_FORMS, ...LETTER_FORMS });
