import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import PendingIcon from '@mui/icons-material/HourglassEmpty';
import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ApiError } from '../providers/data/api-error';
import { useApi } from '../providers/data/data-provider';
import { keys } from '../providers/data/keys';
import { useErrorText } from '../providers/i18n/use-error-text';

type Status = 'done' | 'pending' | 'refused';
/** What became of one act among several. */
export type Verdict = { readonly status: Status; readonly text: string };
type Answer = { readonly status: 'done' | 'pending'; readonly commandId: string };
type Known = { readonly status: Status; readonly error: unknown; readonly commandId: string | null };

export const VERDICT_ICONS: { readonly [K in Status]: ReactNode } = { done: <CheckIcon color="success" />, pending: <PendingIcon color="info" />, refused: <ErrorIcon color="error" /> };

/** How often an act in doubt is asked after. */
const ASK_MS = 2_000;

/**
 * Several acts, one after the other, each with its own idempotency key and its own verdict: a refusal stops none of the
 * others, and an act in doubt is asked after until it settles. The same body keeps its key through every repetition.
 */
export function useVerdicts() {
  const translate = useTranslate();
  const errorText = useErrorText();
  const api = useApi();
  const [known, setKnown] = useState<{ readonly [id: string]: Known }>({});
  const [isRunning, setIsRunning] = useState(false);
  const intents = useRef(new Map<string, string>());
  const inDoubt = Object.entries(known).filter(([, { status, commandId }]) => status === 'pending' && commandId !== null);
  const asked = useQueries({
    queries: inDoubt.map(([, { commandId }]) => ({
      queryKey: [...keys.commands, commandId],
      queryFn: () => api.getCommand({ params: { id: commandId ?? '' } }),
      refetchInterval: (query: { readonly state: { readonly data?: { readonly status: string } | undefined } }) => (query.state.data === undefined || query.state.data.status === 'pending' ? ASK_MS : false as const),
    })),
  });

  const verdicts = useMemo(() => {
    const settled = new Map(inDoubt.map(([id], index) => [id, asked[index]?.data]));
    const verdictOf = (id: string, { status, error }: Known): Verdict => {
      const command = settled.get(id);
      if (command?.status === 'done') return { status: 'done', text: translate('act.done') };
      if (command?.status === 'rejected') return { status: 'refused', text: command.code === null ? '' : translate(`errors.${command.code}`, { ...command.details, _: command.message ?? command.code }) };
      if (status === 'refused') return { status, text: errorText(error) };
      return { status, text: translate(status === 'done' ? 'act.done' : 'command.pending') };
    };
    return Object.fromEntries(Object.entries(known).map(([id, each]) => [id, verdictOf(id, each)]));
  }, [known, inDoubt, asked, translate, errorText]);

  const keyOf = (id: string, body: unknown): string => {
    const intent = `${id} ${JSON.stringify(body)}`;
    const key = intents.current.get(intent) ?? crypto.randomUUID();
    intents.current.set(intent, key);
    return key;
  };
  const run = async <B,>(acts: readonly { readonly id: string; readonly body: B; readonly send: (body: B, key: string) => Promise<Answer> }[]): Promise<void> => {
    setIsRunning(true);
    // One after another: each verdict shows as it comes.
    for (const { id, body, send } of acts) {
      const found = await send(body, keyOf(id, body)).then(
        ({ status, commandId }): Known => ({ status, error: null, commandId }),
        (error: unknown): Known => {
          // A clear refusal ends the intent; without an answer the key is kept for trying again.
          if (error instanceof ApiError && error.status >= 400 && error.status < 500) intents.current.delete(`${id} ${JSON.stringify(body)}`);
          return { status: 'refused', error, commandId: null };
        },
      );
      setKnown((all) => ({ ...all, [id]: found }));
    }
    setIsRunning(false);
  };
  return { verdicts, run, isRunning };
}
