import { configure, fireEvent, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { CoreAdminContext, memoryStore, TestMemoryRouter } from 'react-admin';
import { App, createQueryClient } from '../App';
// Parts are drawn here without the page that brings their texts.
import '../i18n/administration-texts';
import '../i18n/correspondent-texts';
import '../i18n/paper-texts';
import '../i18n/beside-texts';
import '../i18n/register-texts';
import '../i18n/route-texts';
import '../i18n/search-texts';
import '../i18n/work-texts';
import { DateField, InstantField } from '../components/form/date-fields';
import { preloadPickers } from '../components/pickers';
import { Layout, LoginPage } from '../pages';
import { createAuthProvider } from '../providers/auth/auth-provider';
import { ApiError } from '../providers/data/api-error';
import { createDataProvider, type SarabanDataProvider } from '../providers/data/data-provider';
import { ROUTES } from '../providers/data/routes';
import { type Connection, createConnection } from '../providers/data/connection';
import { createI18nProvider } from '../providers/i18n/i18n-provider';
import { OwnDigits } from '../providers/i18n/OwnDigits';
import { Looks } from '../theme/Looks';
import { buildInbox, buildSession } from './builders';

// Pages load on demand; the first test of a file waits for that. The document is too long to be of use in a failure.
configure({ asyncUtilTimeout: 90_000, getElementError: (message) => new Error(message ?? '') });
jest.setTimeout(180_000);
// What one test leaves half typed is no business of the next.
beforeEach(() => localStorage.clear());
// react-admin prints every refused call; refusals are what many tests are about.
const { error: printError } = globalThis.console;
globalThis.console.error = (...parts: unknown[]) => {
  if (!(parts[0] instanceof ApiError)) printError(...parts);
};

// What a page fetches after it is drawn is there already: a test need not wait for each field.
beforeAll(() => Promise.all([preloadPickers(), DateField.preload(), InstantField.preload(), Layout.preload(), LoginPage.preload()]), 180_000);

export type Overrides = Partial<SarabanDataProvider>;

/** A refusal as the API answers it. */
export const refusal = (status: number, code: string, details: Record<string, unknown> = {}): ApiError =>
  new ApiError(status, { code, message: code, details, requestId: 'test-request' });

/** Puts a text into a field at once; typing it letter by letter takes seconds on a large form. */
export function fill(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } });
}

/** What every page asks for besides its own subject. */
const QUIET: Overrides = {
  me: async () => buildSession(),
  logout: async () => ({ ok: true }),
  inbox: async () => buildInbox([]),
  inboxCounts: async () => ({ all: 0, unread: 0, overdue: 0, urgent: 0, toDecide: 0, taken: 0, unreadCopies: 0, posts: [], filters: [] }),
  neighbours: async () => ({ position: 1, total: 1, previous: null, next: null }),
  getDesk: async () => ({ rev: 0, filters: [], phrases: ['ทราบ', 'เพื่อโปรดพิจารณา'], favouriteUnitIds: [], favouritePostIds: [] }),
  listNotices: async () => ({ items: [], total: 0, nextCursor: null, unread: 0 }),
  myCommands: async () => ({ items: [] }),
  tasksRead: async () => ({ ok: true }),
  listOffices: async () => ({ items: [] }),
  listUnits: async () => ({ items: [] }),
  listPosts: async () => ({ items: [] }),
  presence: async () => ({ items: [] }),
  listPersons: async () => ({ items: [] }),
  distributionLists: async () => ({ items: [] }),
};

/** The API with single methods replaced; what is neither given nor quiet refuses, so that a test sees every call. */
function apiOf(api: Overrides | undefined) {
  const i18nProvider = createI18nProvider();
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  const http = { call: () => Promise.reject(new Error('no network in this test')), upload: () => Promise.reject(new Error('no network in this test')), download: () => Promise.reject(new Error('no network in this test')), setCsrfToken: () => {} };
  const real = createDataProvider({ getLocale: i18nProvider.getLocale, http }).dataProvider;
  const unexpected = Object.fromEntries(Object.keys(ROUTES).map((name) => [name, () => Promise.reject(refusal(404, 'NOT_FOUND', { unexpected: name }))]));
  // Same names and kinds as the real methods, each refusing.
  const dataProvider = { ...real, ...unexpected, ...QUIET, ...api } as SarabanDataProvider;
  return { i18nProvider, queryClient, http, dataProvider, authProvider: createAuthProvider({ api: dataProvider, http, queryClient, beforeSignIn: LoginPage.preload }) };
}

/** A part of a screen by itself, with everything around it that parts rely on. */
export function renderPart(part: ReactNode, { api }: { readonly api?: Overrides } = {}): RenderResult {
  const { http: _http, ...providers } = apiOf(api);
  return render(<TestMemoryRouter><CoreAdminContext {...providers} store={memoryStore()}><OwnDigits><Looks>{part}</Looks></OwnDigits></CoreAdminContext></TestMemoryRouter>);
}

/**
 * The whole screens in memory: the real providers and pages, with single methods of the API replaced. A method that is
 * neither given nor quiet fails, so that a test sees every call its page makes.
 */
export function renderAdmin(args: { readonly path?: string; readonly api?: Overrides; readonly connection?: Connection } = {}): RenderResult & { readonly dataProvider: SarabanDataProvider } {
  const { i18nProvider, queryClient, dataProvider, authProvider } = apiOf(args.api);
  const view = render(
    <TestMemoryRouter initialEntries={[args.path ?? '/']}>
      <App providers={{ dataProvider, authProvider, i18nProvider, queryClient, store: memoryStore(), connection: args.connection ?? createConnection() }} />
    </TestMemoryRouter>,
  );
  return { ...view, dataProvider };
}
