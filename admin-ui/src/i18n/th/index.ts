import { administrationTexts } from './administration';
import { baseTexts } from './base';
import * as registerTexts from './registers';
import { routeTexts } from './routes';
import { workTexts } from './work';

/** All texts in Thai, the first language. */
export const th = { ...baseTexts, ...workTexts, ...administrationTexts, ...routeTexts, ...registerTexts, errors: { ...baseTexts.errors, ...workTexts.errors } };
