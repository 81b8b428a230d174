import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { onDemand } from '../components/on-demand';
import type { Session } from '#domain/contracts/session';
import { SESSION_KEY } from '../providers/auth/auth-provider';
import { type SignInAgain, SignInAgainContext } from '../providers/auth/sign-in-again';

const SignInAgainDialog = onDemand(() => import('../resources/session/SignInAgainDialog').then((module) => module.SignInAgainDialog));

/**
 * Where the session ends while somebody works: the screen stays as it is, with all that was typed, and the sign-in comes
 * over it. Every call that was refused meanwhile waits and is made again afterwards.
 */
export function SignInAgainProvider({ children }: { readonly children: ReactNode }) {
  const queryClient = useQueryClient();
  const waiting = useRef<((isBack: boolean) => void)[]>([]);
  const [login, setLogin] = useState<string | null>(null);
  const ask = useCallback<SignInAgain>(() => {
    const session = queryClient.getQueryData<Session>(SESSION_KEY);
    // Nobody was signed in: nothing can be lost.
    if (session === undefined) return Promise.resolve(false);
    setLogin(session.person.login);
    return new Promise((resolve) => waiting.current.push(resolve));
  }, [queryClient]);
  const end = (isBack: boolean): void => {
    setLogin(null);
    for (const resolve of waiting.current.splice(0)) resolve(isBack);
    if (isBack) void queryClient.invalidateQueries();
  };
  return (
    <SignInAgainContext value={ask}>
      {children}
      {login === null ? null : <SignInAgainDialog login={login} onEnd={end} />}
    </SignInAgainContext>
  );
}
