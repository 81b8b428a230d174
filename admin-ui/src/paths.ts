/**
 * Every page's address. A new page is a line here and one in `pages.ts`; the browser test `e2e/pages.e2e.ts` then visits
 * it by itself. Imports nothing, so that tests outside of the browser can read it.
 */
export const PATHS = {
  inbox: '/',
  folder: '/folder',
  intake: '/intake',
  desk: '/desk',
  compose: '/compose',
  letters: '/letters',
  letter: '/letters/:letterId',
  draft: '/letters/:letterId/draft',
  reply: '/letters/:letterId/reply',
  books: '/books',
  book: '/books/:bookId/:yearBe',
  routes: '/routes',
  routeDraft: '/routes/drafts/:draftId',
  routeVersions: '/routes/:routeId/versions',
  organisation: '/organisation',
  people: '/people',
  supervision: '/supervision',
  supervisionOthers: '/supervision/others',
  supervisionWeekly: '/supervision/weekly',
  absences: '/absences',
  signing: '/signing',
  calendar: '/calendar',
  whichRoute: '/routes/choice',
  setUp: '/set-up',
  setUpNew: '/set-up/new',
  setUpOffice: '/set-up/:officeId',
  handOver: '/hand-over',
  audit: '/audit',
  access: '/access',
  system: '/system',
  notices: '/notices',
} as const;
export type PageName = keyof typeof PATHS;
