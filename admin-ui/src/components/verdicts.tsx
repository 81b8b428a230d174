import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import PendingIcon from '@mui/icons-material/HourglassEmpty';
import { Box, Typography } from '@mui/material';
import { useQueries, useQueryClient } from '@tanstack/react-query';
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
/** `body` is asked for when its turn comes: an act before it may have changed what it has to name. */
export type ManyAct<B> = { readonly id: string; readonly body: () => B; readonly send: (body: B, key: string) => Promise<Answer> };
type Known = { readonly status: Status; readonly error: unknown; readonly commandId: string | null };

const VERDICT_ICONS: { readonly [K in Status]: ReactNode } = { done: <CheckIcon color="success" />, pending: <PendingIcon color="info" />, refused: <ErrorIcon color="error" /> };

/** What acts change. */
const TOUCHED = [keys.supervision, keys.inbox, keys.commands, keys.letters, keys.letter] as const;
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
  const queryClient = useQueryClient();
  const [known, setKnown] = useState<{ readonly [id: string]: Known }>({});
  const [isRunning, setIsRunning] = useState(false);
  const intents = useRef(new Map<string, string>());
  const inDoubt = [...new Set(Object.values(known).flatMap(({ status, commandId }) => (status === 'pending' && commandId !== null ? [commandId] : [])))];
  const asked = useQueries({
    queries: inDoubt.map((commandId) => ({
      queryKey: [...keys.commands, commandId],
      queryFn: () => api.getCommand({ params: { id: commandId } }),
      refetchInterval: (query: { readonly state: { readonly data?: { readonly status: string } | undefined } }) => (query.state.data === undefined || query.state.data.status === 'pending' ? ASK_MS : false as const),
    })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data] as const]))),
  });

  const verdicts = useMemo(() => {
    const verdictOf = ({ status, error, commandId }: Known): Verdict => {
      const command = commandId === null ? undefined : asked.get(commandId);
      if (command?.status === 'done') return { status: 'done', text: translate('act.done') };
      if (command?.status === 'rejected') return { status: 'refused', text: translate(`errors.${command.code ?? 'UNKNOWN'}`, { label: '', signs: '', ...command.details, _: command.message ?? command.code ?? '' }) };
      if (status === 'refused') return { status, text: errorText(error) };
      return { status, text: translate(status === 'done' ? 'act.done' : 'command.pending') };
    };
    return Object.fromEntries(Object.entries(known).map(([id, each]) => [id, verdictOf(each)]));
  }, [known, asked, translate, errorText]);

  const keyOf = (id: string, body: unknown): string => {
    const intent = `${id} ${JSON.stringify(body)}`;
    const key = intents.current.get(intent) ?? crypto.randomUUID();
    intents.current.set(intent, key);
    return key;
  };
  /** Whether none was refused. */
  const run = async <B,>(acts: readonly ManyAct<B>[]): Promise<boolean> => {
    setIsRunning(true);
    let isClean = true;
    // One after another: each verdict shows as it comes.
    for (const { id, body: toBody, send } of acts) {
      const body = toBody();
      const found = await send(body, keyOf(id, body)).then(
        ({ status, commandId }): Known => ({ status, error: null, commandId }),
        (error: unknown): Known => {
          // A clear refusal ends the intent; without an answer the key is kept for trying again.
          if (error instanceof ApiError && error.status >= 400 && error.status < 500) intents.current.delete(`${id} ${JSON.stringify(body)}`);
          return { status: 'refused', error, commandId: null };
        },
      );
      isClean &&= found.status !== 'refused';
      setKnown((all) => ({ ...all, [id]: found }));
    }
    setIsRunning(false);
    await Promise.all(TOUCHED.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    return isClean;
  };
  return { verdicts, run, isRunning };
}

/** A line of what is acted on, with its verdict beside it as soon as there is one. */
export function VerdictLine({ title, verdict, children }: { readonly title: string; readonly verdict: Verdict | undefined; readonly children?: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Box aria-hidden sx={{ lineHeight: 0, pt: 0.25, minWidth: 24 }}>{verdict === undefined ? null : VERDICT_ICONS[verdict.status]}</Box>
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Typography>
        {children}
        {verdict === undefined ? null : <Typography variant="body2" role="status">{verdict.text}</Typography>}
      </Box>
    </Box>
  );
}
