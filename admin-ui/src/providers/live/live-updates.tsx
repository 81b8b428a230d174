import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { HintEvent, HintTopic } from '#domain/contracts/events';
import { SESSION_KEY } from '../auth/auth-provider';
import { useSession } from '../auth/use-session';
import { keys } from '../data/keys';
import { listenForHints } from './leader';

/** What to ask for again on each hint; rights are decided when it is asked for. */
const REFRESHED: { readonly [K in HintTopic]: (hint: HintEvent) => readonly (readonly unknown[])[] } = {
  inbox: () => [keys.inbox, keys.supervision],
  letter: ({ letterId }) => [letterId === null ? keys.letter : [...keys.letter, letterId], keys.letters, keys.books, keys.desk],
  notice: () => [keys.notices],
  people: () => [SESSION_KEY, keys.inbox, keys.people, keys.letter],
  command: () => [keys.commands, keys.letter],
};

export function applyHint(queryClient: QueryClient, hint: HintEvent): void {
  if (hint.topic === 'resync') {
    whenQuiet(queryClient, () => void queryClient.invalidateQueries());
    return;
  }
  for (const queryKey of REFRESHED[hint.topic](hint)) void queryClient.invalidateQueries({ queryKey });
}

/**
 * A stream begins in the moment in which a page asks for what it shows: given up half-way, all of that would be asked for twice before anything stands
 * there. So what is under way may come first; then it is asked for again, since something may have changed before the stream was heard.
 */
function whenQuiet(queryClient: QueryClient, work: () => void): void {
  if (queryClient.isFetching() === 0) return work();
  const stop = queryClient.getQueryCache().subscribe(() => {
    if (queryClient.isFetching() > 0) return;
    stop();
    // Not while a query tells that it has ended.
    queueMicrotask(work);
  });
}

/** Keeps what is on the screen fresh for as long as it is mounted. */
export function LiveUpdates(): null {
  const queryClient = useQueryClient();
  const token = useSession()?.csrfToken;
  // A new session has its own stream: the old one is not answered any more.
  useEffect(() => (token === undefined ? undefined : listenForHints((hint) => applyHint(queryClient, hint))), [queryClient, token]);
  return null;
}
