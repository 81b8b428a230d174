import { Alert, Button, Stack, TextField, Typography } from '@mui/material';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { TaskAct } from '#domain/contracts/acts';
import type { InboxItem } from '#domain/contracts/tasks';
import { ActDialog } from '../../components/ActDialog';
import { areWordsRight, Words } from '../../components/form/Words';
import { useVerdicts, VerdictLine, type Verdict } from '../../components/verdicts';
import { useLocalName, useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { needsOf } from '../letters/acts/act-values';
import { batchAct, type Entry, entryOf, type Obstacle } from '../letters/acts/batch-entry';
import { folderId } from './use-folder';

/** Several letters, each already opened, confirmed together; each act goes through its own letter and gets its own verdict. */
export function BatchDialog({ items, stack, onOpen, onClose }: {
  readonly items: readonly InboxItem[];
  readonly stack: readonly InboxItem[];
  readonly onOpen: (item: InboxItem) => void;
  readonly onClose: (wasRun: boolean) => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const [note, setNote] = useState('');
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const { verdicts, run, isRunning } = useVerdicts();
  const wasRun = Object.keys(verdicts).length > 0;
  const seen = new Map([...items, ...stack].map((item) => [folderId(item), item.isSeen]));
  const there = new Set(stack.map(folderId));
  const letters = useQueries({
    queries: items.map((item) => ({
      queryKey: [...keys.letter, item.letterId], queryFn: () => api.getLetter({ params: { letterId: item.letterId } }), enabled: !wasRun && seen.get(folderId(item)) === true, staleTime: 30_000,
    })),
  });
  const [kept, setKept] = useState<readonly Entry[] | null>(null);
  // One that somebody else has done meanwhile need not be opened any more.
  const beforeOf = (item: InboxItem): Obstacle | null => (seen.get(folderId(item)) === true ? null : there.has(folderId(item)) ? 'unseen' : 'gone');
  const entries = kept ?? items.map((item, index) => entryOf({
    item, before: beforeOf(item), letter: letters[index]?.data, asked: ['note', 'password'], fill: (values) => ({ ...values, note, password }),
    // Which act each gets: the usual one of its step, where nothing more has to be said for it.
    choose: (outcomes) => outcomes.find(({ tone }) => tone === 'primary'),
  }));
  const left = entries.flatMap(({ ready, item }) => (ready === null || (wasRun && verdicts[folderId(item)]?.status !== 'refused') ? [] : [ready]));
  const asksPassword = entries.some(({ ready }) => ready !== null && needsOf(ready.task, ready.outcome).includes('password'));
  const asksNote = entries.some(({ ready }) => ready?.outcome.isNoteRequired === true);
  const isWaiting = entries.some(({ ready, obstacle }) => ready === null && obstacle === null);
  const isUnread = entries.some(({ obstacle }) => obstacle === 'unseen');
  const isFinished = wasRun && !isRunning && left.length === 0;
  const isMissing = (asksPassword && password === '') || !areWordsRight(note, { isRequired: asksNote });

  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (isMissing) return;
    // What is shown beside the verdicts is what was confirmed, also once the letters have moved on.
    setKept(entries);
    await run(left.map((ready) => ({
      id: folderId(ready.item),
      body: (): TaskAct => batchAct(ready, true),
      send: (body: TaskAct, key: string) => api.actOnTask({ params: { letterId: ready.item.letterId, taskId: ready.item.taskId }, body, key }),
    })));
  };
  const required = (missing: boolean): string | undefined => (wasTried && missing ? translate('ra.validation.required') : undefined);

  return (
    <ActDialog
      title={translate('folder.batchTitle', { n: format.number(items.length), smart_count: items.length })}
      confirmLabel={translate(wasRun ? 'folder.batchAgain' : 'folder.batchRun', { n: format.number(left.length), smart_count: left.length })}
      isRunning={isRunning}
      error={null}
      isFinished={isFinished}
      canConfirm={isFinished || (left.length > 0 && !isUnread && !isWaiting)}
      onConfirm={() => void confirm()}
      onClose={() => onClose(wasRun)}
    >
      <Typography>{translate('folder.batchText')}</Typography>
      <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {entries.map((entry) => <BatchRow key={folderId(entry.item)} entry={entry} verdict={verdicts[folderId(entry.item)]} onOpen={() => onOpen(entry.item)} />)}
      </Stack>
      {wasRun ? null : (
        <Words label={translate(asksNote ? 'act.noteRequired' : 'folder.batchNote')} isRequired={asksNote} value={note} wasTried={wasTried} onChange={setNote} multiline minRows={2} />
      )}
      {asksPassword && !wasRun ? <BatchPassword value={password} error={required(password === '')} onChange={setPassword} /> : null}
    </ActDialog>
  );
}

function BatchRow({ entry, verdict, onOpen }: { readonly entry: Entry; readonly verdict: Verdict | undefined; readonly onOpen: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const { item, ready, obstacle } = entry;
  const unit = ready?.task.form.units.find(({ id }) => id === ready.values.main?.id);
  return (
    <VerdictLine title={item.subject ?? translate(item.isSealed ? 'item.sealedSubject' : 'item.noSubject')} verdict={verdict}>
      {ready === null ? null : (
        <Typography variant="body2" color="text.secondary">
          {localName(ready.outcome.label)}
          {ready.outcome.needs.includes('picks') && unit !== undefined ? ` · ${localName(unit.name)}` : ''}
        </Typography>
      )}
      {obstacle === null ? null : <Alert severity="warning" sx={{ py: 0 }} action={obstacle === 'unseen' ? <Button size="small" color="inherit" onClick={onOpen}>{translate('folder.openNow')}</Button> : undefined}>{translate(`folder.obstacle.${obstacle}`)}</Alert>}
    </VerdictLine>
  );
}

function BatchPassword({ value, error, onChange }: { readonly value: string; readonly error: string | undefined; readonly onChange: (value: string) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const session = useSession();
  return <TextField label={translate('sign.password')} type="password" required autoComplete="current-password" value={value} error={error !== undefined} helperText={error ?? translate('sign.locked', { name: localName(session?.person.name) })} onChange={(event) => onChange(event.target.value)} />;
}
