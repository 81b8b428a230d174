import { QueryClient } from '@tanstack/react-query';
import { CoreAdminContext, CoreAdminUI, CustomRoutes, localStorageStore, reactRouterProvider, type AuthProvider, type I18nProvider, type Store } from 'react-admin';
import { FailedPage, LoadingPage } from './layout/ErrorBoundary';
import { NotFoundPage } from './layout/NotFoundPage';
import { Layout, LoginPage, PAGES, Told } from './pages';
import { type PageName, PATHS } from './paths';
import { createAuthProvider } from './providers/auth/auth-provider';
import { ApiError, isNoAnswer } from './providers/data/api-error';
import { type Connection, ConnectionContext, createConnection } from './providers/data/connection';
import { createDataProvider, type SarabanDataProvider } from './providers/data/data-provider';
import { createI18nProvider } from './providers/i18n/i18n-provider';
import { OwnDigits } from './providers/i18n/OwnDigits';
import { Looks } from './theme/Looks';
import { KEPT_LOOKS } from './theme/use-looks';

const { Route } = reactRouterProvider;

export type Providers = {
  readonly dataProvider: SarabanDataProvider;
  readonly authProvider: AuthProvider;
  readonly i18nProvider: I18nProvider;
  readonly queryClient: QueryClient;
  readonly store: Store;
  readonly connection: Connection;
};

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A refusal stays a refusal; only a missing answer is worth asking again.
        retry: (count, error) => count < 2 && (isNoAnswer(error) || (error instanceof ApiError && error.status === 503)),
        staleTime: 10_000,
        // Asked also where the browser takes itself for offline: it is not always right, and the reader is told at once.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Providers that talk to the API of this origin. */
export function createProviders(): Providers {
  const i18nProvider = createI18nProvider();
  const queryClient = createQueryClient();
  const connection = createConnection();
  const { dataProvider, http } = createDataProvider({ getLocale: i18nProvider.getLocale, connection });
  const authProvider = createAuthProvider({ api: dataProvider, http, queryClient, beforeSignIn: LoginPage.preload });
  return { dataProvider, authProvider, i18nProvider, queryClient, store: keepingLooks(localStorageStore('1', 'saraban')), connection };
}

/** Signing out forgets what a person had set, except how this screen looks. */
function keepingLooks(store: Store): Store {
  return {
    ...store,
    reset() {
      const values = KEPT_LOOKS.map((key) => [key, store.getItem(key)] as const);
      store.reset();
      for (const [key, value] of values) if (value !== undefined) store.setItem(key, value);
    },
  };
}

// One key of `PATHS` each: the table knows no others.
const PAGE_NAMES = Object.keys(PATHS) as PageName[];

/** The core of react-admin in our own dress: its stock screens would be a third of the script and are never shown. */
export function App({ providers: { connection, ...rest } }: { readonly providers: Providers }) {
  return (
    <ConnectionContext value={connection}>
      <CoreAdminContext {...rest}>
        <OwnDigits>
          <Looks>
            <CoreAdminUI layout={Layout} loginPage={LoginPage} catchAll={NotFoundPage} loading={LoadingPage} error={FailedPage} accessDenied={NotFoundPage} disableTelemetry requireAuth>
              <CustomRoutes>
                {PAGE_NAMES.map((name) => {
                  const Page = PAGES[name];
                  return <Route key={name} path={PATHS[name]} element={<Page />} />;
                })}
              </CustomRoutes>
            </CoreAdminUI>
            <Told />
          </Looks>
        </OwnDigits>
      </CoreAdminContext>
    </ConnectionContext>
  );
}
