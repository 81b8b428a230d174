import type { QueryClient } from '@tanstack/react-query';
import type { AuthProvider } from 'react-admin';
import type { Session } from '#domain/contracts/session';
import { ApiError } from '../data/api-error';
import type { ApiMethods } from '../data/data-provider';
import type { Http } from '../data/http';
import { noteHere } from './was-here';

export const SESSION_KEY = ['session'] as const;

/**
 * How long whoever asks again waits for the same no. On its way to the sign-in page react-admin forgets the first answer and asks
 * anew; answered at once it would start over without end where a slow device has not drawn that page yet.
 */
const ASKED_AGAIN_MS = 1_000;

type SessionMethods = Pick<ApiMethods, 'login' | 'logout' | 'me'>;

/**
 * Sign-in state. The session lives in the query cache under {@link SESSION_KEY}; a 401 anywhere ends it, and react-admin
 * leads to the sign-in page with the address kept. `beforeSignIn` makes that page ready: react-admin, led to a page that
 * still has to come, begins again and again.
 */
export function createAuthProvider(args: {
  readonly api: SessionMethods;
  readonly http: Pick<Http, 'setCsrfToken'>;
  readonly queryClient: QueryClient;
  readonly beforeSignIn: () => Promise<unknown>;
}): AuthProvider {
  const { api, http, queryClient } = args;
  const take = (session: Session): Session => {
    http.setCsrfToken(session.csrfToken);
    noteHere(session.locale);
    queryClient.setQueryData(SESSION_KEY, session);
    return session;
  };
  // Known to be signed out: react-admin asks many times over, and the answer would be the same.
  let refused: ApiError | null = null;
  // Several parts of the frame ask at the same moment: one question answers them all.
  let asking: Promise<Session> | null = null;
  const current = async (): Promise<Session> => {
    const known = queryClient.getQueryData<Session>(SESSION_KEY);
    if (known !== undefined) return known;
    if (refused !== null) {
      await new Promise((resolve) => setTimeout(resolve, ASKED_AGAIN_MS));
      throw refused;
    }
    asking ??= api.me({}).finally(() => {
      asking = null;
    });
    try {
      return take(await asking);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        noteHere(null);
        await args.beforeSignIn();
        refused = error;
      }
      throw error;
    }
  };
  const forget = (): void => {
    http.setCsrfToken(null);
    noteHere(null);
    // Nothing of one person's may be seen by the next one at the same desk.
    queryClient.clear();
  };

  return {
    async login({ login, password }: { login: string; password: string }) {
      // What was asked before belongs to whoever sat here then.
      http.setCsrfToken(null);
      take(await api.login({ body: { login, password } }));
      refused = null;
    },
    async logout() {
      const wasSignedIn = queryClient.getQueryData(SESSION_KEY) !== undefined;
      if (wasSignedIn) await api.logout({}).catch(() => undefined);
      forget();
      return undefined;
    },
    async checkAuth() {
      await current().catch((error: unknown) => {
        // Without an answer it is not known who sits here: the frame says so and asks again. Only a clear no leads to the sign-in page.
        if (error instanceof ApiError && error.status === 401) throw error;
      });
    },
    async checkError(error: unknown) {
      if (!(error instanceof ApiError) || error.status !== 401) return;
      // react-admin shows this text, signs out and keeps the address for after the next sign-in.
      throw new Error('ra.notification.logged_out');
    },
    async getIdentity() {
      const { person } = await current();
      return { id: person.id, fullName: person.name.th };
    },
    async getPermissions() {
      // Only `checkAuth` leads to the sign-in page: two that do so at once hinder each other.
      return current().then(({ can }) => can, () => []);
    },
  };
}
