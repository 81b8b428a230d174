import type { QueryClient } from '@tanstack/react-query';
import type { AuthProvider } from 'react-admin';
import type { Session } from '#domain/contracts/session';
import { ApiError } from '../data/api-error';
import type { ApiMethods } from '../data/data-provider';
import type { Http } from '../data/http';

export const SESSION_KEY = ['session'] as const;

type SessionMethods = Pick<ApiMethods, 'login' | 'logout' | 'me'>;

/**
 * Sign-in state. The session lives in the query cache under {@link SESSION_KEY}; a 401 anywhere ends it, and react-admin
 * leads to the sign-in page with the address kept.
 */
export function createAuthProvider(args: { api: SessionMethods; http: Pick<Http, 'setCsrfToken'>; queryClient: QueryClient }): AuthProvider {
  const { api, http, queryClient } = args;
  const take = (session: Session): Session => {
    http.setCsrfToken(session.csrfToken);
    queryClient.setQueryData(SESSION_KEY, session);
    return session;
  };
  // Known to be signed out: react-admin asks many times over, and the answer would be the same.
  let refused: ApiError | null = null;
  const current = async (): Promise<Session> => {
    const known = queryClient.getQueryData<Session>(SESSION_KEY);
    if (known !== undefined) return known;
    if (refused !== null) throw refused;
    try {
      return take(await api.me({}));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) refused = error;
      throw error;
    }
  };
  const forget = (): void => {
    http.setCsrfToken(null);
    // Nothing of one person's may be seen by the next one at the same desk.
    queryClient.clear();
  };

  return {
    async login({ login, password }: { login: string; password: string }) {
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
      await current();
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
      return (await current()).can;
    },
  };
}
