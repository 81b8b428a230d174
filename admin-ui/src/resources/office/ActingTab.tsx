import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { Alert, Box, Button, IconButton, Paper, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { ORDER_NO_MAX } from '#domain/contracts/limits';
import { ActDialog } from '../../components/ActDialog';
import { InstantField } from '../../components/form/date-fields';
import { areWordsRight, Words } from '../../components/form/Words';
import { Mark } from '../../components/marks';
import { PostPicker } from '../../components/pickers';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { useOrderText } from '../../providers/i18n/use-order-text';
import { Conflict } from './Conflict';
import type { TabProps } from './types';
import { useOfficeChange } from './use-office';
import { useRevision } from './use-revision';

type Acting = ResponseOf<(typeof endpoints)['acting']>;
type Item = Acting['items'][number];

/** Who acts for each post today or at another moment, and the standing order by which it is so. */
export default function ActingTab({ officeId }: TabProps) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const [editing, setEditing] = useState<Item | null>(null);
  const at = filters['at'] !== undefined && !Number.isNaN(Date.parse(filters['at'])) ? filters['at'] : null;
  const words = (filters['q'] ?? '').trim().toLowerCase();
  const acting = useQuery({ queryKey: [...keys.people, 'acting', officeId, at], queryFn: ({ signal }) => api.acting({ query: { officeId, ...(at === null ? {} : { at }) }, signal }) });
  const textOf = ({ post, holders, actors }: Item): string => [post.title.th, post.title.en, ...holders.map(({ name }) => name.th), ...actors.map(({ person }) => person.name.th)].join(' ').toLowerCase();
  const items = acting.data?.items.filter((item) => words === '' || textOf(item).includes(words));
  return (
    <>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', mb: 2 }}>
        <TextField type="search" label={translate('office.searchPost')} value={filters['q'] ?? ''} onChange={(event) => change({ q: event.target.value })} sx={{ width: { xs: '100%', sm: 300 } }} />
        <Box sx={{ width: { xs: '100%', sm: 300 } }}><InstantField label={translate('acting.at')} helperText={translate('acting.atHelp')} value={at} onChange={(value) => change({ at: value ?? undefined })} /></Box>
      </Stack>
      {at === null ? null : <Alert severity="info" sx={{ mb: 2 }}>{translate('acting.preview', { at: format.dateTime(at) })}</Alert>}
      {acting.isPending ? <LoadingRows /> : null}
      {acting.isError ? <ErrorState error={acting.error} onRetry={() => void acting.refetch()} /> : null}
      {items?.length === 0 ? <EmptyState isFiltered={words !== ''} title={translate('office.nothingFound')} /> : null}
      <Stack spacing={1} component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {items?.map((item) => <ActingCard key={item.post.id} item={item} onEdit={acting.data?.canManage === true ? () => setEditing(item) : undefined} />)}
      </Stack>
      {editing === null ? null : <SuccessionDialog officeId={officeId} item={editing} fresh={acting.data?.items.find(({ post }) => post.id === editing.post.id) ?? null} onClose={() => setEditing(null)} />}
    </>
  );
}

function ActingCard({ item: { post, holders, actors, successors }, onEdit }: { readonly item: Item; readonly onEdit: (() => void) | undefined }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const orderText = useOrderText();
  const isOwn = actors.every(({ via }) => via === 'own');
  return (
    <Paper component="li" variant="outlined" sx={{ p: 1.5, display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <Stack spacing={0.5} sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{localName(post.title)}</Typography>
        <Typography variant="body2" color="text.secondary">
          {localName(post.unit)} · {holders.length === 0 ? translate('office.vacant') : holders.map(({ name, isAbsent }) => `${localName(name)}${isAbsent ? ` (${translate('people.absent')})` : ''}`).join(', ')}
        </Typography>
        {actors.length === 0 ? <Box><Mark tone="hot">{translate('acting.nobody')}</Mark></Box> : null}
        {isOwn ? null : actors.map(({ person, capacity, via, orderNo, ownPost }) => (
          <Stack key={`${person.id}${via}`} direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            <Mark tone="info">{translate(`capacity.${capacity}`)}</Mark>
            <Typography variant="body2"><strong>{localName(person.name)}</strong>{ownPost === null ? '' : ` (${localName(ownPost.title)})`} · {translate(`acting.via.${via}`)}{orderNo === '' ? '' : ` · ${orderText(orderNo)}`}</Typography>
          </Stack>
        ))}
        {successors.length === 0 ? <Typography variant="body2" color="text.secondary">{translate('acting.noOrder')}</Typography> : (
          <Box component="ol" sx={{ m: 0, pl: 2.5 }} aria-label={translate('acting.order')}>
            {successors.map(({ post: next, holders: people }) => <li key={next.id}><Typography variant="body2">{localName(next.title)}{people.length === 0 ? ` · ${translate('office.vacant')}` : ` · ${people.map(({ name, isAbsent }) => `${localName(name)}${isAbsent ? ` (${translate('people.absent')})` : ''}`).join(', ')}`}</Typography></li>)}
          </Box>
        )}
      </Stack>
      {onEdit === undefined ? null : <Button size="small" variant="outlined" onClick={onEdit} aria-label={`${translate('acting.edit')} ${localName(post.title)}`}>{translate('acting.edit')}</Button>}
    </Paper>
  );
}

type Rung = { readonly postId: string; readonly title: string; readonly orderNo: string };

/** The standing order of one post: the first who is present acts. */
function SuccessionDialog({ officeId, item, fresh, onClose }: { readonly officeId: string; readonly item: Item; readonly fresh: Item | null; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const orderText = useOrderText();
  const rungsOf = (from: Item): readonly Rung[] => from.successors.map(({ post, orderNo }) => ({ postId: post.id, title: localName(post.title), orderNo }));
  const [rungs, setRungs] = useState(rungsOf(item));
  const { rev, conflictOf, accept } = useRevision({ opened: item, fresh });
  const save = useOfficeChange({ change: () => api.setSuccession({ params: { id: item.post.id }, body: { rev, items: rungs.map(({ postId, orderNo }) => ({ postId, orderNo })) } }), told: 'office.saved', onDone: onClose });
  const conflict = conflictOf(save.error);
  const move = (index: number, by: number): void => {
    const next = [...rungs];
    const [taken] = next.splice(index, 1);
    if (taken !== undefined) next.splice(index + by, 0, taken);
    setRungs(next);
  };
  const write = (index: number, orderNo: string): void => setRungs(rungs.map((rung, at) => (at === index ? { ...rung, orderNo } : rung)));
  const shown = (list: readonly Rung[]): string => list.map(({ title, orderNo }, index) => `${index + 1}. ${title}${orderNo === '' ? '' : ` (${orderText(orderNo)})`}`).join(' ');
  return (
    <ActDialog title={translate('acting.edit')} confirmLabel={translate('ra.action.save')} isRunning={save.isPending} error={conflict === null ? save.error : null} canConfirm={conflict === null && rungs.every(({ orderNo }) => areWordsRight(orderNo, { max: ORDER_NO_MAX }))} onConfirm={() => save.mutate(undefined)} onClose={onClose}>
      {conflict === null ? null : (
        <Conflict
          differences={[{ label: translate('acting.order'), theirs: shown(rungsOf(conflict)), mine: shown(rungs) }]}
          onTheirs={() => { accept(conflict); setRungs(rungsOf(conflict)); save.reset(); }}
          onMine={() => { accept(conflict); save.reset(); }}
        />
      )}
      <Typography>{translate('acting.editText', { post: localName(item.post.title) })}</Typography>
      <Stack component="ol" spacing={1} sx={{ m: 0, pl: 3 }}>
        {rungs.map(({ postId, title, orderNo }, index) => (
          <li key={postId}>
            <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center' }}>
              <Typography sx={{ flex: 1, minWidth: 0, fontWeight: 600 }}>{title}</Typography>
              <IconButton aria-label={translate('acting.up', { post: title })} disabled={index === 0} onClick={() => move(index, -1)}><UpIcon /></IconButton>
              <IconButton aria-label={translate('acting.down', { post: title })} disabled={index === rungs.length - 1} onClick={() => move(index, 1)}><DownIcon /></IconButton>
              <IconButton aria-label={translate('acting.remove', { post: title })} onClick={() => setRungs(rungs.filter((rung) => rung.postId !== postId))}><RemoveIcon /></IconButton>
            </Stack>
            <Words label={translate('people.orderNo')} value={orderNo} max={ORDER_NO_MAX} onChange={(text) => write(index, text)} />
          </li>
        ))}
      </Stack>
      <PostPicker label={translate('acting.add')} officeId={officeId} value={null} exclude={[item.post.id, ...rungs.map(({ postId }) => postId)]} onChange={(post) => (post === null ? undefined : setRungs([...rungs, { postId: post.id, title: localName(post.title), orderNo: '' }]))} />
    </ActDialog>
  );
}
