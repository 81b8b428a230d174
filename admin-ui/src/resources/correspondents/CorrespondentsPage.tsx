import '../../i18n/correspondent-texts';
import { Box, Button, Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { CorrespondentEntry } from '#domain/contracts/correspondents';
import { ForWhom } from '../../components/ForWhom';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useDebounced } from '../../hooks/use-debounced';
import { useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { useDirectoryChange } from './use-directory-change';

const CorrespondentDialog = onDemand(async () => (await import('./CorrespondentDialog')).CorrespondentDialog);
const MergeDialog = onDemand(async () => (await import('./MergeDialog')).MergeDialog);
const HIDDEN = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } as const;

/** บัญชีผู้ติดต่อ: who writes to the office, under which spellings, and how they are reached. */
export default function CorrespondentsPage() {
  const translate = useTranslate();
  const session = useSession();
  const postId = session?.posts.find(({ roles }) => roles.includes('clerk'))?.id ?? '';
  return (
    <Page title={translate('correspondent.title')} subtitle={translate('correspondent.subtitle')} actions={<Button component={LinkBase} to="/intake">{translate('correspondent.back')}</Button>}>
      <ForWhom can={['intake']}><Directory postId={postId} /></ForWhom>
    </Page>
  );
}

type Opened = { readonly act: 'edit' | 'merge'; readonly entry: CorrespondentEntry };

function Directory({ postId }: { readonly postId: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const q = useDebounced(text.trim(), 250);
  const list = useInfiniteQuery({
    queryKey: [...keys.correspondents, postId, q],
    queryFn: ({ signal, pageParam }) => api.correspondentDirectory({ query: { postId, limit: 50, ...(q === '' ? {} : { q }), ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const entries = list.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <TextField label={translate('correspondent.search')} value={text} onChange={(event) => setText(event.target.value)} type="search" fullWidth sx={{ mb: 2, maxWidth: 480 }} />
      {list.isPending ? <LoadingRows /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {entries?.length === 0 ? <EmptyState title={translate(q === '' ? 'correspondent.empty' : 'correspondent.nothing')} text={translate(q === '' ? 'correspondent.emptyText' : 'correspondent.nothingText')} /> : null}
      {entries === undefined || entries.length === 0 ? null : (
        <>
          <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
            <Table size="small" aria-label={translate('correspondent.title')}>
              <TableHead>
                <TableRow>
                  {(['name', 'letterCode', 'phone', 'address'] as const).map((column) => <TableCell key={column}>{translate(`correspondent.${column}`)}</TableCell>)}
                  <TableCell><Box component="span" sx={HIDDEN}>{translate('correspondent.acts')}</Box></TableCell>
                </TableRow>
              </TableHead>
              <TableBody>{entries.map((entry) => <EntryRow key={entry.id} entry={entry} onOpen={(act) => setOpened({ act, entry })} />)}</TableBody>
            </Table>
          </Paper>
          <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mt: 1, color: 'text.secondary' }}>
            <span>{translate('list.shown', { n: format.number(entries.length), total: format.number(list.data?.pages[0]?.total ?? 0) })}</span>
            {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button> : null}
          </Stack>
        </>
      )}
      {opened?.act === 'edit' ? <CorrespondentDialog entry={opened.entry} onClose={() => setOpened(null)} /> : null}
      {opened?.act === 'merge' ? <MergeDialog entry={opened.entry} postId={postId} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function EntryRow({ entry, onOpen }: { readonly entry: CorrespondentEntry; readonly onOpen: (act: Opened['act']) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const part = useDirectoryChange({ change: ({ id, rev }: { readonly id: string; readonly rev: number }) => api.separateCorrespondent({ params: { id }, body: { rev } }) });
  const { name } = entry;
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" sx={{ minWidth: 220 }}>
        {name}
        {entry.written === name ? null : <Typography variant="body2" color="text.secondary">{translate('correspondent.written', { name: entry.written })}</Typography>}
        {entry.merged.length === 0 ? null : (
          <Box component="ul" aria-label={translate('correspondent.merged')} sx={{ m: 0, pl: 2 }}>
            {entry.merged.map((each) => (
              <Typography component="li" variant="body2" color="text.secondary" key={each.id}>
                {each.name} <Button size="small" loading={part.isPending} onClick={() => part.mutate(each)} aria-label={translate('correspondent.partOne', { name: each.name })}>{translate('correspondent.part')}</Button>
              </Typography>
            ))}
          </Box>
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.digits(entry.letterCode)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.digits(entry.phone)}</TableCell>
      <TableCell sx={{ minWidth: 160 }}>{format.digits(entry.address)}</TableCell>
      <TableCell>
        <Stack direction="row" spacing={0.5} sx={{ justifyContent: 'flex-end' }}>
          <Button size="small" onClick={() => onOpen('edit')} aria-label={translate('correspondent.editOne', { name })}>{translate('correspondent.edit')}</Button>
          <Button size="small" onClick={() => onOpen('merge')} aria-label={translate('correspondent.mergeOne', { name })} sx={{ whiteSpace: 'nowrap' }}>{translate('correspondent.merge')}</Button>
        </Stack>
      </TableCell>
    </TableRow>
  );
}
