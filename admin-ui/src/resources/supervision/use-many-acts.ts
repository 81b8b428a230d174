import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';

export type Verdict = { readonly status: 'done' | 'pending' | 'refused'; readonly text: string };
type Answer = { readonly status: 'done' | 'pending'; readonly commandId: string };
type Known = Verdict & { readonly commandId?: string };

/** How often one asks what became of an act that is being applied. */
const ASK_EVERY_MS = 2_000;

export type ManyActs<T> = {
  readonly verdictOf: (target: T) => Verdict | undefined;
  readonly isRunning: boolean;
  /** Those without a verdict, and those refused: what "again" would do. */
  readonly left: readonly T[];
  /** Does the act for each of what is left; gives whether none was refused. */
  readonly run: (send: (target: T, key: string) => Promise<Answer>, intent: (target: T) => unknown) => Promise<boolean>;
};

/**
 * One act on many targets, one after another, each with its own idempotency key and its own verdict: a refusal keeps the rest going,
 * an act in doubt says so and settles by itself while the dialog is open. The same intent keeps its key through every repetition.
 */
export function useManyActs<T>(targets: readonly T[], idOf: (target: T) => string): ManyActs<T> {
  const translate = useTranslate();
  const errorText = useErrorText();
  const api = useApi();
  const queryClient = useQueryClient();
  const intents = useRef(new Map<string, string>());
  const [isRunning, setIsRunning] = useState(false);
  const [verdicts, setVerdicts] = useState<{ readonly [id: string]: Known }>({});
  const waiting = [...new Set(Object.values(verdicts).flatMap(({ status, commandId }) => (status === 'pending' && commandId !== undefined ? [commandId] : [])))];
  const settled = useQueries({
    queries: waiting.map((id) => ({
      queryKey: [...keys.commands, id],
      queryFn: () => api.getCommand({ params: { id } }),
      refetchInterval: ({ state }: { readonly state: { readonly data?: { readonly status: string } | undefined } }) => (state.data === undefined || state.data.status === 'pending' ? ASK_EVERY_MS : false),
    })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data === undefined || data.status === 'pending' ? [] : [[data.id, data] as const]))),
  });

  const keyFor = (id: string, intent: unknown): string => {
    const text = `${id} ${JSON.stringify(intent)}`;
    const key = intents.current.get(text) ?? crypto.randomUUID();
    intents.current.set(text, key);
    return key;
  };
  const verdictOf = (target: T): Verdict | undefined => {
    const known = verdicts[idOf(target)];
    const command = known?.commandId === undefined ? undefined : settled.get(known.commandId);
    if (command === undefined) return known;
    return command.status === 'done' ? { status: 'done', text: translate('act.done') } : { status: 'refused', text: command.message ?? translate('errors.UNKNOWN') };
  };
  const left = targets.filter((target) => (verdictOf(target)?.status ?? 'refused') === 'refused');

  const run: ManyActs<T>['run'] = async (send, intent) => {
    setIsRunning(true);
    let isClean = true;
    for (const target of left) {
      const id = idOf(target);
      const verdict = await send(target, keyFor(id, intent(target))).then(
        ({ status, commandId }): Known => ({ status, commandId, text: translate(status === 'done' ? 'act.done' : 'command.pending') }),
        (error: unknown): Known => ({ status: 'refused', text: errorText(error) }),
      );
      isClean &&= verdict.status !== 'refused';
      setVerdicts((all) => ({ ...all, [id]: verdict }));
    }
    setIsRunning(false);
    await Promise.all([keys.supervision, keys.inbox, keys.letter, keys.letters].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    return isClean;
  };
  return { verdictOf, isRunning, left, run };
}
