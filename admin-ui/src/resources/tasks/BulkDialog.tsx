import { Alert, Button, FormControl, FormControlLabel, FormLabel, LinearProgress, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { TaskAct } from '#domain/contracts/acts';
import type { InboxItem } from '#domain/contracts/tasks';
import { FOLDER_KINDS } from '#domain/letter/vocabulary';
import { ActDialog } from '../../components/ActDialog';
import { areWordsRight, Words } from '../../components/form/Words';
import { UnitPicker } from '../../components/pickers';
import { useVerdicts, VerdictLine, type Verdict } from '../../components/verdicts';
import '../../i18n/beside-texts';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { type ActValues, asksFacts, type OutcomeHint } from '../letters/acts/act-values';
import { batchAct, type Entry, entryOf, type Obstacle } from '../letters/acts/batch-entry';
import { rowIdOf } from './place';

/** What has to be said letter by letter, so that it cannot be said once for many. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(['signature', 'password', 'text', 'recipients', 'forwardTo', 'returnTo']);
const actId = ({ code, label }: OutcomeHint): string => `${code}/${label.th}`;
const isDecision = ({ kind }: InboxItem): boolean => FOLDER_KINDS.some((each) => each === kind);
const PROPOSED = 'proposedUnit';

/** What can be seen from the list: a classified letter and a decision are looked at one by one. */
function beforeOf(item: InboxItem): Obstacle | null {
  if (item.isSealed || item.secrecy !== 'none') return 'classified';
  if (item.isWaiting || item.isHeld) return 'gone';
  return isDecision(item) && !item.isSeen ? 'unseen' : null;
}

/** One act on several letters of the inbox (register, hand over, close, …), confirmed once; each gets its own verdict through its own letter. */
export function BulkDialog({ items, onClose }: { readonly items: readonly InboxItem[]; readonly onClose: (wasRun: boolean) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const api = useApi();
  const [chosenAct, setAct] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const [kept, setKept] = useState<readonly Entry[] | null>(null);
  const { verdicts, run, isRunning } = useVerdicts();
  const letters = useQueries({
    queries: items.map((item) => ({
      queryKey: [...keys.letter, item.letterId], queryFn: () => api.getLetter({ params: { letterId: item.letterId } }), enabled: kept === null && beforeOf(item) === null, staleTime: 30_000,
    })),
  });
  const isWaiting = letters.some(({ isFetching, data }) => isFetching && data === undefined);
  const acts = offered(items.map((item, at) => letters[at]?.data?.myTasks.find(({ taskId }) => taskId === item.taskId)?.form.outcomes ?? []));
  const act = acts.find(({ id }) => id === chosenAct) ?? (isWaiting ? undefined : acts[0]);
  const fill = (values: ActValues): ActValues => ({
    ...values, note, main: unitId === null ? values.main : { kind: 'unit', id: unitId }, facts: unitId === null || !(PROPOSED in values.facts) ? values.facts : { ...values.facts, [PROPOSED]: unitId },
  });
  const entries = kept ?? items.map((item, at) => entryOf({
    item, before: beforeOf(item), letter: letters[at]?.isError === true ? undefined : letters[at]?.data, fill, asked: ['note'], choose: (outcomes) => outcomes.find((each) => actId(each) === act?.id),
  }));
  const wasRun = kept !== null;
  const ready = entries.flatMap((entry) => (entry.ready === null ? [] : [entry.ready]));
  const left = ready.filter(({ item }) => !wasRun || verdicts[rowIdOf(item)] === undefined || verdicts[rowIdOf(item)]?.status === 'refused');
  const asksNote = act?.outcome.isNoteRequired === true;
  const asksUnit = letters.some(({ data }, at) => data?.myTasks.some(({ taskId, form }) => taskId === items[at]?.taskId && act !== undefined && takesUnit(act.outcome, form.fields)) === true);
  const isFinished = wasRun && !isRunning && left.length === 0;
  const settled = ready.filter(({ item }) => verdicts[rowIdOf(item)] !== undefined).length;

  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (!areWordsRight(note, { isRequired: asksNote })) return;
    // What is shown beside the verdicts is what was confirmed, also once the letters have moved on.
    setKept(entries);
    await run(left.map((each) => ({
      id: rowIdOf(each.item),
      body: (): TaskAct => batchAct(each, isDecision(each.item)),
      send: (body: TaskAct, key: string) => api.actOnTask({ params: { letterId: each.item.letterId, taskId: each.item.taskId }, body, key }),
    })));
  };

  return (
    <ActDialog
      title={translate('bulk.title', { n: format.number(items.length) })}
      confirmLabel={translate(wasRun ? 'bulk.again' : 'bulk.run', { act: act === undefined ? '' : localName(act.outcome.label), n: format.number(left.length) })}
      tone={act?.outcome.tone ?? 'primary'}
      isRunning={isRunning}
      error={null}
      isFinished={isFinished}
      canConfirm={isFinished || (left.length > 0 && !isWaiting)}
      onConfirm={() => void confirm()}
      onClose={() => onClose(wasRun)}
    >
      <Typography>{translate('bulk.text')}</Typography>
      {isWaiting ? <LinearProgress aria-label={translate('bulk.asking')} /> : null}
      {!isWaiting && acts.length === 0 ? <Alert severity="info">{translate('bulk.noAct')}</Alert> : null}
      {wasRun || acts.length === 0 ? null : <ActChoice acts={acts} value={act?.id ?? ''} total={items.length} onChange={setAct} />}
      {wasRun || !asksUnit ? null : <UnitPicker label={translate('bulk.unit')} officeId={items[0]?.post.officeId} value={unitId} onChange={(unit) => setUnitId(unit?.id ?? null)} />}
      {wasRun || act === undefined ? null : <Words label={translate(asksNote ? 'act.noteRequired' : 'bulk.note')} isRequired={asksNote} value={note} wasTried={wasTried} onChange={setNote} multiline minRows={2} />}
      {wasRun ? <Progress done={settled} total={ready.length} /> : null}
      <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {entries.map((entry) => <BulkRow key={rowIdOf(entry.item)} entry={entry} verdict={verdicts[rowIdOf(entry.item)]} hasAct={act !== undefined} />)}
      </Stack>
    </ActDialog>
  );
}

const takesUnit = (outcome: OutcomeHint, fields: readonly { readonly name: string }[]): boolean => outcome.needs.includes('picks') || (asksFacts(outcome) && fields.some(({ name }) => name === PROPOSED));

type Offered = { readonly id: string; readonly outcome: OutcomeHint; readonly n: number };

/** What the steps of these letters let be done to several at once; what most of them offer comes first. */
function offered(ofEach: readonly (readonly OutcomeHint[])[]): readonly Offered[] {
  const found = new Map<string, Offered>();
  for (const outcome of ofEach.flat()) {
    if (outcome.needs.some((need) => ONE_BY_ONE.has(need))) continue;
    const id = actId(outcome);
    found.set(id, { id, outcome, n: (found.get(id)?.n ?? 0) + 1 });
  }
  return [...found.values()].toSorted((one, other) => other.n - one.n);
}

function ActChoice({ acts, value, total, onChange }: { readonly acts: readonly Offered[]; readonly value: string; readonly total: number; readonly onChange: (id: string) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  return (
    <FormControl>
      <FormLabel id="bulk-act">{translate('bulk.act')}</FormLabel>
      <RadioGroup aria-labelledby="bulk-act" value={value} onChange={(event) => onChange(event.target.value)}>
        {acts.map(({ id, outcome, n }) => (
          <FormControlLabel key={id} value={id} control={<Radio />} label={n === total ? localName(outcome.label) : translate('bulk.actOf', { act: localName(outcome.label), n: format.number(n) })} />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const translate = useTranslate();
  const format = useFormat();
  const text = translate('bulk.progress', { n: format.number(done), total: format.number(total) });
  return (
    <div>
      <Typography role="status" sx={{ fontWeight: 600 }}>{text}</Typography>
      <LinearProgress variant="determinate" value={total === 0 ? 100 : (done * 100) / total} aria-label={text} />
    </div>
  );
}

function BulkRow({ entry: { item, ready, obstacle }, verdict, hasAct }: { readonly entry: Entry; readonly verdict: Verdict | undefined; readonly hasAct: boolean }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const unit = ready?.outcome.needs.includes('picks') === true ? ready.task.form.units.find(({ id }) => id === ready.values.main?.id) : undefined;
  const told = obstacle === 'notOffered' && !hasAct ? null : obstacle;
  const open = <Button size="small" color="inherit" component={LinkBase} to={`/letters/${item.letterId}?task=${encodeURIComponent(item.taskId)}`}>{translate('bulk.open')}</Button>;
  return (
    <VerdictLine title={item.subject ?? translate(item.isSealed ? 'item.sealedSubject' : 'item.noSubject')} verdict={verdict}>
      {ready === null ? null : <Typography variant="body2" color="text.secondary">{[localName(ready.outcome.label), unit === undefined ? '' : localName(unit.name)].filter((text) => text !== '').join(' · ')}</Typography>}
      {told === null ? null : <Alert severity="warning" sx={{ py: 0 }} action={told === 'gone' ? undefined : open}>{translate(`folder.obstacle.${told}`)}</Alert>}
    </VerdictLine>
  );
}
