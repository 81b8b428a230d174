import { Box, Button, Checkbox, Chip, Link, Paper, Stack, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { URGENCIES } from '#domain/letter/vocabulary';
import { DueMark, Mark, UrgencyMark } from '../../components/marks';
import { Page, Panel } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { oneOf, useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName, useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { SearchBox, SelectBox } from '../tasks/InboxFilters';
import { SuperviseDialog, type SupervisedTask } from './SuperviseDialog';

type Board = ResponseOf<(typeof endpoints)['supervision']>;
type Item = Board['items'][number];
const STATES = ['both', 'overdue', 'dueSoon'] as const;
const idOf = (item: Item): string => `${item.letterId}/${item.taskId}`;

/** กำกับงาน: what is overdue or due within a day, where it rests and with whom; reassign or extend, one or many. */
export default function SupervisionPage() {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const session = useSession();
  const [filters, change] = useAddressFilters();
  const state = oneOf(STATES, filters['state']) ?? 'both';
  const urgency = oneOf(URGENCIES, filters['urgency']);
  const query = { state, ...(filters['unitId'] === undefined ? {} : { unitId: filters['unitId'] }), ...(urgency === undefined ? {} : { urgency }), ...(filters['q'] === undefined ? {} : { q: filters['q'] }) };
  const list = useInfiniteQuery({
    queryKey: [...keys.supervision, query],
    queryFn: ({ pageParam, signal }) => api.supervision({ query: { ...query, limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const board = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<{ readonly act: 'reassign' | 'extend'; readonly tasks: readonly SupervisedTask[] } | null>(null);
  const toTask = (item: Item): SupervisedTask => ({
    letterId: item.letterId, taskId: item.taskId, rev: item.rev, title: item.subject ?? translate('letter.sealedSubject'), postIds: item.posts.map(({ id }) => id),
  });
  const chosenItems = (items ?? []).filter((item) => chosen.has(idOf(item)));
  const able = (act: 'reassign' | 'extend'): readonly Item[] => chosenItems.filter(({ can }) => can.includes(act));
  const supervisorPost = session?.posts.find(({ roles }) => roles.includes('supervisor')) ?? session?.posts[0];

  return (
    <Page title={translate('nav.supervision')} subtitle={translate('supervision.subtitle')}>
      <Stack spacing={2}>
        <Box role="group" aria-label={translate('filter.quick')} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {STATES.map((each) => {
            const count = each === 'overdue' ? board?.counts.overdue : each === 'dueSoon' ? board?.counts.dueSoon : undefined;
            return (
              <Chip
                key={each}
                component="button"
                clickable
                aria-pressed={state === each}
                color={state === each ? 'primary' : 'default'}
                variant={state === each ? 'filled' : 'outlined'}
                label={`${translate(`supervision.state.${each}`)}${count === undefined ? '' : ` ${format.number(count)}`}`}
                onClick={() => change({ state: each === 'both' ? undefined : each })}
                sx={{ minHeight: 36 }}
              />
            );
          })}
        </Box>
        <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap' }}>
          <SearchBox label={translate('inbox.search')} value={filters['q'] ?? ''} onChange={(q) => change({ q })} />
          <SelectBox label={translate('field.urgency')} value={urgency ?? ''} options={URGENCIES.map((value) => ({ value, label: translate(`urgency.${value}`) }))} onChange={(value) => change({ urgency: value })} />
        </Stack>
        {board === undefined || board.byUnit.length === 0 ? null : <ByUnit board={board} chosenUnit={filters['unitId']} onChoose={(unitId) => change({ unitId })} />}
        {chosenItems.length === 0 ? null : (
          <Paper variant="outlined" sx={{ p: 1.5, display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', position: 'sticky', top: 64, zIndex: 3 }}>
            <Typography sx={{ fontWeight: 600 }}>{translate('supervision.chosen', { n: format.number(chosenItems.length) })}</Typography>
            {(['reassign', 'extend'] as const).map((act) => (
              <Button key={act} variant="outlined" size="small" disabled={able(act).length === 0} onClick={() => setDialog({ act, tasks: able(act).map(toTask) })}>{translate(`act.${act}.title`)}</Button>
            ))}
            <Button size="small" onClick={() => setChosen(new Set())}>{translate('ra.action.unselect')}</Button>
          </Paper>
        )}
        {list.isPending ? <LoadingRows /> : null}
        {list.isError && items === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
        {items?.length === 0 ? <EmptyState title={translate('supervision.empty')} text={translate('supervision.emptyText')} /> : null}
        {items === undefined || items.length === 0 ? null : (
          <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label={translate('nav.supervision')}>
            {items.map((item) => (
              <SupervisionRow
                key={idOf(item)}
                item={item}
                isChosen={chosen.has(idOf(item))}
                onToggle={() => {
                  const next = new Set(chosen);
                  if (!next.delete(idOf(item))) next.add(idOf(item));
                  setChosen(next);
                }}
                onAct={(act) => setDialog({ act, tasks: [toTask(item)] })}
              />
            ))}
          </Paper>
        )}
        {items === undefined || items.length === 0 ? null : (
          <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', color: 'text.secondary' }}>
            <span>{translate('list.shown', { n: format.number(items.length), total: format.number(board?.total ?? 0) })}</span>
            {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button> : null}
          </Stack>
        )}
      </Stack>
      {dialog === null ? null : (
        <SuperviseDialog
          act={dialog.act}
          tasks={dialog.tasks}
          officeId={supervisorPost?.office.id}
          onClose={() => {
            setDialog(null);
            setChosen(new Set());
          }}
        />
      )}
    </Page>
  );
}

function ByUnit({ board, chosenUnit, onChoose }: { readonly board: Board; readonly chosenUnit: string | undefined; readonly onChoose: (unitId: string | undefined) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  return (
    <Panel title={translate('supervision.byUnit')}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {board.byUnit.map(({ unit, overdue, dueSoon }) => (
          <Chip
            key={unit.id}
            component="button"
            clickable
            aria-pressed={chosenUnit === unit.id}
            color={chosenUnit === unit.id ? 'primary' : 'default'}
            variant={chosenUnit === unit.id ? 'filled' : 'outlined'}
            label={translate('supervision.unitCounts', { unit: localName(unit.name), overdue: format.number(overdue), dueSoon: format.number(dueSoon) })}
            onClick={() => onChoose(chosenUnit === unit.id ? undefined : unit.id)}
          />
        ))}
      </Stack>
    </Panel>
  );
}

function SupervisionRow({ item, isChosen, onToggle, onAct }: {
  readonly item: Item;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly onAct: (act: 'reassign' | 'extend') => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const subject = item.subject ?? translate('letter.sealedSubject');
  return (
    <Box component="li" sx={{ display: 'flex', gap: 0.5, px: 1, py: 1, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <Box><Checkbox checked={isChosen} onChange={onToggle} disabled={item.can.length === 0} slotProps={{ input: { 'aria-label': translate('supervision.choose', { subject }) } }} /></Box>
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <DueMark dueAt={item.dueAt} isOverdue={item.isOverdue} />
          <UrgencyMark urgency={item.urgency} />
          {item.firstReadAt === null ? <Mark tone="muted">{translate('letter.notRead')}</Mark> : null}
          {item.remindedAt === null ? null : <Mark tone="info">{translate('supervision.reminded', { at: format.ago(item.remindedAt) })}</Mark>}
        </Stack>
        <Link component={LinkBase} to={`/letters/${item.letterId}`} sx={{ fontWeight: 600 }}>{subject}</Link>
        <Typography variant="body2" color="text.secondary">
          {[format.digits(item.receiveNo === null ? (item.letterNo ?? '') : translate('letter.receiveNoShort', { no: item.receiveNo })), localName(item.nodeName), localName(item.unit?.name)].filter((text) => text !== '').join(' · ')}
        </Typography>
        <Typography variant="body2">
          {translate('letter.heldBy', { post: item.posts.map(({ title }) => localName(title)).join(' / ') })}
          {item.persons.length === 0 ? '' : ` (${item.persons.map(({ name }) => localName(name)).join(', ')})`} · {translate('letter.since', { at: format.dateTime(item.openedAt) })}
        </Typography>
        <Stack direction="row" spacing={1}>{item.can.map((act) => <Button key={act} size="small" onClick={() => onAct(act)}>{translate(`act.${act}.title`)}</Button>)}</Stack>
      </Box>
    </Box>
  );
}
