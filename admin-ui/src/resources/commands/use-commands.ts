import { useQueryClient } from '@tanstack/react-query';
import { createElement, useCallback, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useTell } from '../../hooks/use-tell';
import { ApiError } from '../../providers/data/api-error';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { PendingToast } from './PendingToast';

export type CommandAnswerItem = ResponseOf<(typeof endpoints)['getCommand']>;
export type ActAnswer = { readonly status: 'done' | 'pending'; readonly commandId: string; readonly letterId: string };

/** How long one is told of an act in doubt; the letter and the inbox go on saying it. */
const PENDING_SHOWN_MS = 6_000;

/**
 * The idempotency key of an intent: the same body keeps its key through every repetition, a changed body is another
 * intent. `next` forgets it once the act is known to be done.
 */
export function useIntentKey(): { readonly keyFor: (body: unknown) => string; readonly next: () => void } {
  const intent = useRef<{ readonly body: string; readonly key: string } | null>(null);
  const keyFor = useCallback((body: unknown) => {
    const text = JSON.stringify(body);
    if (intent.current?.body !== text) intent.current = { body: text, key: crypto.randomUUID() };
    return intent.current.key;
  }, []);
  const next = useCallback(() => {
    intent.current = null;
  }, []);
  return { keyFor, next };
}

export type ActRunner = {
  /** True when the act is done or safely accepted; on a refusal the dialog stays open with what was typed. */
  readonly run: <B>(body: B, send: (key: string, body: B) => Promise<ActAnswer>) => Promise<ActAnswer | null>;
  readonly isRunning: boolean;
  readonly error: unknown;
  readonly reset: () => void;
};

/** Runs acts one at a time, never optimistically, and refreshes what they touch. */
export function useAct(messages: {
  readonly done: string;
  /** Called as soon as it is done, before what it touches is asked for again; then this tells the reader of it. */
  readonly onDone?: (() => void) | undefined;
}): ActRunner {
  const { keyFor, next } = useIntentKey();
  const queryClient = useQueryClient();
  const tell = useTell();
  const notify = useNotify();
  const translate = useTranslate();
  const errorText = useErrorText();
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run: ActRunner['run'] = async (body, send) => {
    setIsRunning(true);
    setError(null);
    try {
      const answer = await send(keyFor(body), body);
      next();
      if (answer.status === 'done' && messages.onDone !== undefined) messages.onDone();
      else if (answer.status === 'done') tell(translate(messages.done), 'success');
      else notify(createElement(PendingToast, { commandId: answer.commandId, done: messages.done }), { autoHideDuration: PENDING_SHOWN_MS });
      // Whoever goes on sees where to before the rest is asked for.
      if (messages.onDone !== undefined) await new Promise((resolve) => setTimeout(resolve));
      await Promise.all([keys.inbox, keys.commands, keys.letters, keys.supervision].map((queryKey) => queryClient.invalidateQueries({ queryKey })).concat(queryClient.invalidateQueries({ queryKey: [...keys.letter, answer.letterId] })));
      return answer;
    } catch (failure) {
      setError(failure);
      // What the page shows is old: fetch it again beside the message. Without a clear answer the key is kept for "again".
      if (failure instanceof ApiError && failure.status === 409) void queryClient.invalidateQueries({ queryKey: keys.letter });
      if (failure instanceof ApiError && failure.status >= 400 && failure.status < 500) next();
      tell(errorText(failure), 'error');
      return null;
    } finally {
      setIsRunning(false);
    }
  };
  return { run, isRunning, error, reset: () => setError(null) };
}
