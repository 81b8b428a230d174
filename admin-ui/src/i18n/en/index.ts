import englishMessages from 'ra-language-english';
import type { Texts } from '../texts';
import type { th } from '../th';
import * as beside from './beside';
import * as clerk from './clerk';
import * as common from './common';
import * as control from './control';
import { rule } from './rules';
import * as desk from './desk';
import * as designer from './designer';
import { errors } from './errors';
import * as fields from './fields';
import * as head from './head';
import * as inbox from './inbox';
import * as matter from './matter';
import * as office from './office';
import * as pages from './pages';
import * as papers from './papers';
import * as setUp from './set-up';
import * as correspondents from './correspondents';
import * as registers from './registers';
import * as search from './search';
import * as rehearsal from './rehearsal';
import * as supervision from './supervision';
import * as routeLife from './route-life';
import * as routeVersions from './route-versions';
import * as whatIf from './what-if';
import * as vocabulary from '#domain/letter/words/en';

/** All texts in English. The compiler holds the keys equal to the Thai ones. */
export const en: Texts<Omit<typeof th, 'ra'>> & { readonly ra: (typeof englishMessages)['ra'] } = {
  ra: englishMessages.ra,
  ...beside,
  ...clerk,
  ...common,
  ...control,
  rule,
  ...fields,
  ...head,
  ...inbox,
  ...matter,
  ...office,
  ...desk,
  ...designer,
  ...pages,
  ...papers,
  ...correspondents,
  ...registers,
  ...search,
  ...rehearsal,
  ...setUp,
  ...supervision,
  ...routeLife,
  ...routeVersions,
  ...whatIf,
  ...vocabulary,
  errors: { ...errors, NO_ANSWER: 'The system cannot be reached. Check the network and try again.', UNKNOWN: 'The page ran into an error. Please reload it.' },
};
