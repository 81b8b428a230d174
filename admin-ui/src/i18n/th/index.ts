import { administrationTexts } from './administration';
import { baseTexts } from './base';
import { routeTexts } from './routes';

/** All texts in Thai, the first language. */
export const th = { ...baseTexts, ...administrationTexts, ...routeTexts };
