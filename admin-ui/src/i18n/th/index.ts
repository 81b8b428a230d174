import { administrationTexts } from './administration';
import { baseTexts } from './base';
import * as correspondentTexts from './correspondents';
import * as paperTexts from './papers';
import * as besideTexts from './beside';
import * as registerTexts from './registers';
import { routeTexts } from './routes';
import * as searchTexts from './search';
import { workTexts } from './work';

/** All texts in Thai, the first language. */
export const th = { ...baseTexts, ...workTexts, ...administrationTexts, ...routeTexts, ...correspondentTexts, ...registerTexts, ...besideTexts, ...paperTexts, ...searchTexts, errors: { ...baseTexts.errors, ...workTexts.errors, ...registerTexts.errors, ...correspondentTexts.errors, ...paperTexts.errors } };
