import * as clerk from './clerk';
import * as desk from './desk';
import { errors } from './errors';
import * as fields from './fields';
import * as head from './head';
import * as matter from './matter';
import * as office from './office';
import * as pages from './pages';
import { ra } from './ra';
import * as supervision from './supervision';

/** Texts in Thai of all that lies beyond the inbox: they come with the first page that is not the inbox, or once the inbox is drawn. */
export const workTexts = { ra, ...clerk, ...desk, ...fields, ...head, ...matter, ...office, ...pages, ...supervision, errors };
