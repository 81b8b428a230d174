import { type ComponentType, lazy } from 'react';
import { onDemand } from './components/on-demand';
import { LoadingPage } from './layout/ErrorBoundary';
import type { PageName } from './paths';

// Whoever signs in needs no frame yet, and whoever is signed in no sign-in page.
export const Layout = onDemand(async () => (await import('./layout/Layout')).default, LoadingPage);
export const LoginPage = onDemand(async () => (await import('./resources/session/LoginPage')).default, LoadingPage);

/** What stands at each address; its script is fetched when it is first opened. */
export const PAGES: { readonly [K in PageName]: ComponentType } = {
  inbox: lazy(() => import('./resources/tasks/InboxPage')),
  folder: lazy(() => import('./resources/folder/FolderPage')),
  intake: lazy(() => import('./resources/intake/IntakePage')),
  desk: lazy(() => import('./resources/clerk/DeskPage')),
  compose: lazy(() => import('./resources/compose/ComposePage')),
  letters: lazy(() => import('./resources/letters/LettersPage')),
  letter: lazy(() => import('./resources/letters/LetterPage')),
  draft: lazy(() => import('./resources/compose/DraftPage')),
  reply: lazy(() => import('./resources/compose/ReplyPage')),
  books: lazy(() => import('./resources/books/BooksPage')),
  book: lazy(() => import('./resources/books/BookPage')),
  routes: lazy(() => import('./resources/routes/RoutesPage')),
  routeDraft: lazy(() => import('./resources/routes/DesignerPage')),
  routeWhatIf: lazy(() => import('./resources/routes/what-if/WhatIfPage')),
  routeVersions: lazy(() => import('./resources/routes/versions/VersionsPage')),
  routeLive: lazy(() => import('./resources/routes/live/LivePage')),
  routePractice: lazy(() => import('./resources/routes/live/PracticePage')),
  routeRules: lazy(() => import('./resources/routes/rules/RulesPage')),
  organisation: lazy(() => import('./resources/office/OfficePage')),
  people: lazy(() => import('./resources/people/PeoplePage')),
  supervision: lazy(() => import('./resources/supervision/SupervisionPage')),
  supervisionOthers: lazy(() => import('./resources/supervision/OthersPage')),
  supervisionWeekly: lazy(() => import('./resources/supervision/WeeklyPage')),
  absences: lazy(() => import('./resources/absences/AbsencesPage')),
  signing: lazy(() => import('./resources/signing/SigningPage')),
  calendar: lazy(() => import('./resources/calendar/CalendarPage')),
  whichRoute: lazy(() => import('./resources/routes/WhichRoutePage')),
  setUp: lazy(() => import('./resources/setup/SetUpPage')),
  setUpNew: lazy(() => import('./resources/setup/NewOfficePage')),
  setUpOffice: lazy(() => import('./resources/setup/ChecklistPage')),
  handOver: lazy(() => import('./resources/leaver/LeaverPage')),
  audit: lazy(() => import('./resources/audit/AuditPage')),
  access: lazy(() => import('./resources/access/AccessPage')),
  system: lazy(() => import('./resources/system/SystemPage')),
  notices: lazy(() => import('./resources/notices/NoticesPage')),
};
