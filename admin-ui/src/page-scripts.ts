/**
 * Where the script of each page is. Imports nothing itself: the first script of all (`ahead.ts`) fetches by it what the address asks for, long before
 * the screens are there to ask.
 */
import type { ComponentType } from 'react';
import type { PageName } from './paths';

type Loaded = { readonly default: ComponentType };
type Load = () => Promise<Loaded>;

/** A page whose texts are not among those that come first. */
const withTexts = (load: Load): Load => async () => {
  const [page] = await Promise.all([load(), import('./i18n/work-texts')]);
  return page;
};

// Whoever signs in needs no frame yet, and whoever is signed in no sign-in page.
export const loadLayout = () => import('./layout/Layout');
export const loadLogin = () => import('./resources/session/LoginPage');

/** What stands at each address; its script is fetched when it is first opened. */
export const PAGE_SCRIPTS: { readonly [K in PageName]: Load } = {
  inbox: () => import('./resources/tasks/InboxPage'),
  folder: withTexts(() => import('./resources/folder/FolderPage')),
  intake: withTexts(() => import('./resources/intake/IntakePage')),
  correspondents: withTexts(() => import('./resources/correspondents/CorrespondentsPage')),
  desk: withTexts(() => import('./resources/clerk/DeskPage')),
  compose: withTexts(() => import('./resources/compose/ComposePage')),
  search: withTexts(() => import('./resources/letters/search/SearchPage')),
  letters: withTexts(() => import('./resources/letters/LettersPage')),
  letter: withTexts(() => import('./resources/letters/LetterPage')),
  matter: withTexts(() => import('./resources/letters/matter/MatterPage')),
  draft: withTexts(() => import('./resources/compose/DraftPage')),
  reply: withTexts(() => import('./resources/compose/ReplyPage')),
  books: withTexts(() => import('./resources/books/BooksPage')),
  book: withTexts(() => import('./resources/books/BookPage')),
  bookNumbers: withTexts(() => import('./resources/numbers/BlocksPage')),
  bookCheck: withTexts(() => import('./resources/books/CheckPage')),
  bookImports: withTexts(() => import('./resources/books/imports/ImportsPage')),
  routes: withTexts(() => import('./resources/routes/RoutesPage')),
  routeDraft: withTexts(() => import('./resources/routes/DesignerPage')),
  routeWhatIf: withTexts(() => import('./resources/routes/what-if/WhatIfPage')),
  routeVersions: withTexts(() => import('./resources/routes/versions/VersionsPage')),
  routeLive: withTexts(() => import('./resources/routes/live/LivePage')),
  routePractice: withTexts(() => import('./resources/routes/live/PracticePage')),
  routeRules: withTexts(() => import('./resources/routes/rules/RulesPage')),
  organisation: withTexts(() => import('./resources/office/OfficePage')),
  people: withTexts(() => import('./resources/people/PeoplePage')),
  supervision: withTexts(() => import('./resources/supervision/SupervisionPage')),
  supervisionOthers: withTexts(() => import('./resources/supervision/OthersPage')),
  supervisionWeekly: withTexts(() => import('./resources/supervision/WeeklyPage')),
  absences: withTexts(() => import('./resources/absences/AbsencesPage')),
  signing: withTexts(() => import('./resources/signing/SigningPage')),
  calendar: withTexts(() => import('./resources/calendar/CalendarPage')),
  whichRoute: withTexts(() => import('./resources/routes/WhichRoutePage')),
  setUp: withTexts(() => import('./resources/setup/SetUpPage')),
  setUpNew: withTexts(() => import('./resources/setup/NewOfficePage')),
  setUpOffice: withTexts(() => import('./resources/setup/ChecklistPage')),
  handOver: withTexts(() => import('./resources/leaver/LeaverPage')),
  audit: withTexts(() => import('./resources/audit/AuditPage')),
  access: withTexts(() => import('./resources/access/AccessPage')),
  system: withTexts(() => import('./resources/system/SystemPage')),
  notices: withTexts(() => import('./resources/notices/NoticesPage')),
};
