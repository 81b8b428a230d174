import { ROUTE_FORMS } from './route-forms';
import { tryForms } from './try-forms';

tryForms(ROUTE_FORMS);
