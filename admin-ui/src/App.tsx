import { QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { AdminContext, AdminUI, CustomRoutes, localStorageStore, reactRouterProvider, type AuthProvider, type I18nProvider, type Store } from 'react-admin';
import { Layout } from './layout/Layout';
import { NotFoundPage } from './layout/NotFoundPage';
import { createAuthProvider } from './providers/auth/auth-provider';
import { ApiError, isNoAnswer } from './providers/data/api-error';
import { createDataProvider, type SarabanDataProvider } from './providers/data/data-provider';
import { createI18nProvider } from './providers/i18n/i18n-provider';
import { LoginPage } from './resources/session/LoginPage';
import { darkTheme, lightTheme } from './theme/theme';

const { Route } = reactRouterProvider;

const InboxPage = lazy(() => import('./resources/tasks/InboxPage'));
const IntakePage = lazy(() => import('./resources/intake/IntakePage'));
const ComposePage = lazy(() => import('./resources/compose/ComposePage'));
const ReplyPage = lazy(() => import('./resources/compose/ReplyPage'));
const DraftPage = lazy(() => import('./resources/compose/DraftPage'));
const LettersPage = lazy(() => import('./resources/letters/LettersPage'));
const LetterPage = lazy(() => import('./resources/letters/LetterPage'));
const BooksPage = lazy(() => import('./resources/books/BooksPage'));
const BookPage = lazy(() => import('./resources/books/BookPage'));
const PeoplePage = lazy(() => import('./resources/people/PeoplePage'));
const SupervisionPage = lazy(() => import('./resources/supervision/SupervisionPage'));
const CalendarPage = lazy(() => import('./resources/calendar/CalendarPage'));
const SystemPage = lazy(() => import('./resources/system/SystemPage'));
const NoticesPage = lazy(() => import('./resources/notices/NoticesPage'));

export type Providers = {
  readonly dataProvider: SarabanDataProvider;
  readonly authProvider: AuthProvider;
  readonly i18nProvider: I18nProvider;
  readonly queryClient: QueryClient;
  readonly store: Store;
};

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A refusal stays a refusal; only a missing answer is worth asking again.
        retry: (count, error) => count < 2 && (isNoAnswer(error) || (error instanceof ApiError && error.status === 503)),
        staleTime: 10_000,
      },
    },
  });
}

/** Providers that talk to the API of this origin. */
export function createProviders(): Providers {
  const i18nProvider = createI18nProvider();
  const queryClient = createQueryClient();
  const { dataProvider, http } = createDataProvider({ getLocale: i18nProvider.getLocale });
  const authProvider = createAuthProvider({ api: dataProvider, http, queryClient });
  return { dataProvider, authProvider, i18nProvider, queryClient, store: keepingLooks(localStorageStore('1', 'saraban')) };
}

/** Signing out forgets what a person had set, except how this screen looks. */
function keepingLooks(store: Store): Store {
  const kept = ['theme', 'locale'];
  return {
    ...store,
    reset() {
      const values = kept.map((key) => [key, store.getItem(key)] as const);
      store.reset();
      for (const [key, value] of values) if (value !== undefined) store.setItem(key, value);
    },
  };
}

export function App({ providers }: { readonly providers: Providers }) {
  return (
    <AdminContext {...providers} lightTheme={lightTheme} darkTheme={darkTheme} defaultTheme="light">
      <AdminUI layout={Layout} loginPage={LoginPage} catchAll={NotFoundPage} disableTelemetry requireAuth>
        <CustomRoutes>
          <Route path="/" element={<InboxPage />} />
          <Route path="/intake" element={<IntakePage />} />
          <Route path="/compose" element={<ComposePage />} />
          <Route path="/letters" element={<LettersPage />} />
          <Route path="/letters/:letterId" element={<LetterPage />} />
          <Route path="/letters/:letterId/draft" element={<DraftPage />} />
          <Route path="/letters/:letterId/reply" element={<ReplyPage />} />
          <Route path="/books" element={<BooksPage />} />
          <Route path="/books/:bookId/:yearBe" element={<BookPage />} />
          <Route path="/people" element={<PeoplePage />} />
          <Route path="/supervision" element={<SupervisionPage />} />
          <Route path="/calendar" element={<CalendarPage />} />
          <Route path="/system" element={<SystemPage />} />
          <Route path="/notices" element={<NoticesPage />} />
        </CustomRoutes>
      </AdminUI>
    </AdminContext>
  );
}
