import { Box, Button, Checkbox, FormControlLabel, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { SupervisionItem } from '#domain/contracts/supervision';
import { SUPERVISION_ACTS } from '#domain/letter/supervised';
import { DownloadButton } from '../../components/DownloadButton';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useInParts } from '../../hooks/use-in-parts';
import { useFormat } from '../../providers/i18n/use-format';
import type { SupervisedTask, SuperviseAct } from './acts';
import { BoardFilters, BoardGroups } from './BoardFilters';
import { BoardRow } from './BoardRow';
import { SupervisionTabs } from './SupervisionTabs';
import { boardView } from './board-view';
import { idOf, useBoard } from './use-board';

const SuperviseDialog = onDemand(() => import('./SuperviseDialog').then((module) => module.SuperviseDialog));
const NONE: readonly never[] = [];
type Opened = { readonly act: SuperviseAct; readonly tasks: readonly SupervisedTask[]; readonly officeId: string };

/** กำกับงาน: what is late or at rest, where and with whom; remind, reassign, extend, hold or take back, one or many. */
export default function SupervisionPage() {
  const translate = useTranslate();
  const [filters, change] = useAddressFilters();
  const view = boardView(filters);
  const { list, board, items } = useBoard(view);
  const drawn = useInParts(items ?? NONE);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Opened | null>(null);
  const toTask = (item: SupervisionItem): SupervisedTask => ({
    letterId: item.letterId, taskId: item.taskId, rev: item.rev, seq: item.seq, token: item.takeBackToken, dueAt: item.dueAt,
    title: item.subject ?? translate('item.sealedSubject'), postIds: item.posts.map(({ id }) => id),
  });
  const open = (act: SuperviseAct, of: readonly SupervisionItem[]): void => {
    const [first] = of;
    if (first !== undefined) setOpened({ act, tasks: of.map(toTask), officeId: first.officeId });
  };
  const chosenItems = (items ?? []).filter((item) => chosen.has(idOf(item)));
  const isFiltered = Object.keys(filters).some((name) => name !== 'groupBy' && name !== 'restDays');

  return (
    <Page
      title={translate('nav.supervision')}
      subtitle={translate('supervision.subtitle')}
      actions={<DownloadButton endpoint="supervisionExport" query={view.filter} label={translate('supervision.export')} disabled={(board?.total ?? 0) === 0} />}
    >
      <SupervisionTabs />
      <Stack spacing={2}>
        <BoardFilters filters={filters} view={view} board={board} change={change} />
        {board === undefined ? null : <BoardGroups filters={filters} view={view} board={board} change={change} />}
        <ActBar items={items ?? []} chosen={chosenItems} onChoose={setChosen} onAct={open} />
        {list.isPending ? <LoadingRows /> : null}
        {list.isError && items === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
        {items?.length === 0 ? <EmptyState isFiltered={isFiltered} title={translate(isFiltered ? 'supervision.emptyFiltered' : 'supervision.empty')} text={translate(isFiltered ? 'supervision.emptyFilteredText' : 'supervision.emptyText')} /> : null}
        {items === undefined || items.length === 0 ? null : (
          <>
            <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label={translate('nav.supervision')} aria-busy={list.isPlaceholderData}>
              {drawn.map((item) => (
                <BoardRow
                  key={idOf(item)}
                  item={item}
                  isChosen={chosen.has(idOf(item))}
                  onToggle={() => {
                    const next = new Set(chosen);
                    if (!next.delete(idOf(item))) next.add(idOf(item));
                    setChosen(next);
                  }}
                  onAct={(act) => open(act, [item])}
                />
              ))}
            </Paper>
            <Foot shown={items.length} total={board?.total ?? 0} onMore={list.hasNextPage ? () => void list.fetchNextPage() : null} isLoading={list.isFetchingNextPage} />
          </>
        )}
      </Stack>
      {opened === null ? null : (
        <SuperviseDialog
          {...opened}
          onClose={() => {
            setOpened(null);
            setChosen(new Set());
          }}
        />
      )}
    </Page>
  );
}

/** How much of the list is shown, and the way to more. */
export function Foot({ shown, total, onMore, isLoading }: { readonly shown: number; readonly total: number; readonly onMore: (() => void) | null; readonly isLoading: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', color: 'text.secondary' }}>
      <span>{translate('list.shown', { n: format.number(shown), total: format.number(total) })}</span>
      {onMore === null ? null : <Button onClick={onMore} loading={isLoading}>{translate('list.more')}</Button>}
    </Stack>
  );
}

/** What can be done with those chosen; an act that only some allow is done for those, and says for how many. */
function ActBar({ items, chosen, onChoose, onAct }: {
  readonly items: readonly SupervisionItem[];
  readonly chosen: readonly SupervisionItem[];
  readonly onChoose: (ids: ReadonlySet<string>) => void;
  readonly onAct: (act: SuperviseAct, items: readonly SupervisionItem[]) => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const able = items.filter(({ can }) => can.length > 0);
  if (able.length === 0) return null;
  const isAll = chosen.length === able.length;
  const acts = SUPERVISION_ACTS.map((act) => ({ act, of: chosen.filter(({ can }) => can.includes(act)) })).filter(({ of }) => of.length > 0);
  return (
    <Paper variant="outlined" sx={{ px: 1.5, py: 0.5, display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', ...(chosen.length === 0 ? {} : { position: 'sticky', top: 64, zIndex: 3 }) }}>
      <FormControlLabel
        control={<Checkbox checked={isAll} indeterminate={chosen.length > 0 && !isAll} onChange={() => onChoose(new Set(isAll ? [] : able.map(idOf)))} />}
        label={chosen.length === 0 ? translate('supervision.chooseAll') : translate('supervision.chosen', { n: format.number(chosen.length) })}
      />
      <Box role="group" aria-label={translate('supervision.acts')} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {acts.map(({ act, of }) => (
          <Button key={act} variant="outlined" size="small" onClick={() => onAct(act, of)}>
            {translate(`act.${act}.title`)}{of.length === chosen.length ? '' : ` (${format.number(of.length)})`}
          </Button>
        ))}
      </Box>
      {chosen.length === 0 ? null : <Typography component="span"><Button size="small" onClick={() => onChoose(new Set())}>{translate('ra.action.unselect')}</Button></Typography>}
    </Paper>
  );
}
