/** Texts in Thai of the pages on which routes are designed: they come with those pages. */
import * as designer from './designer';
import * as rehearsal from './rehearsal';
import * as routeLife from './route-life';
import * as routeVersions from './route-versions';
import * as whatIf from './what-if';

export const routeTexts = { ...designer, ...rehearsal, ...routeLife, ...routeVersions, ...whatIf };
