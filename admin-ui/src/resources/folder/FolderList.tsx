import SeenIcon from '@mui/icons-material/DraftsOutlined';
import UnseenIcon from '@mui/icons-material/MarkEmailUnreadOutlined';
import { Box, Button, Checkbox, FormControlLabel, Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { InboxItem } from '#domain/contracts/tasks';
import { DueMark, Mark, SealedMark, SecrecyMark, UrgencyMark } from '../../components/marks';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { FolderBar } from './FolderBar';
import { type Folder, folderId } from './use-folder';

/** The stack as a list: for finding one, and for choosing several that are to be confirmed together. */
export function FolderList({ folder: { stack, total, list }, chosen, tools, onChoose, onBatch }: {
  readonly folder: Pick<Folder, 'stack' | 'total' | 'list'>;
  readonly chosen: readonly string[];
  readonly tools: ReactNode;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onBatch: () => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const picked = stack.map(folderId).filter((id) => chosen.includes(id));
  const toggle = (id: string): void => onChoose(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id]);
  const isAll = picked.length === stack.length;
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1 }}>{translate('folder.batchHelp')}</Typography>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 0.5 }}>
        <FormControlLabel
          sx={{ ml: 0.5, minHeight: 44 }}
          control={<Checkbox checked={isAll} indeterminate={picked.length > 0 && !isAll} onChange={() => onChoose(isAll ? [] : stack.map(folderId))} />}
          label={translate('folder.chooseAll')}
        />
        {tools}
      </Stack>
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        <Box component="ul" aria-label={translate('nav.folder')} sx={{ m: 0, p: 0 }}>
          {stack.map((item) => <FolderRow key={folderId(item)} item={item} isChosen={picked.includes(folderId(item))} onToggle={() => toggle(folderId(item))} />)}
        </Box>
      </Paper>
      {list.hasNextPage ? (
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mt: 1, color: 'text.secondary' }}>
          <span>{translate('list.shown', { n: format.number(stack.length), total: format.number(total) })}</span>
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button>
        </Stack>
      ) : null}
      {picked.length === 0 ? null : (
        <FolderBar acts={[]} isWalk={false} onPrevious={undefined} onNext={undefined}>
          <Button variant="contained" onClick={onBatch} sx={{ flexGrow: { xs: 1, sm: 0 } }}>{translate('folder.batchStart', { n: format.number(picked.length), smart_count: picked.length })}</Button>
        </FolderBar>
      )}
    </>
  );
}

function FolderRow({ item, isChosen, onToggle }: { readonly item: InboxItem; readonly isChosen: boolean; readonly onToggle: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const subject = item.subject ?? translate(item.isSealed ? 'item.sealedSubject' : 'item.noSubject');
  return (
    <Box component="li" sx={{ listStyle: 'none', display: 'flex', alignItems: 'flex-start', gap: 0.5, px: 0.5, py: 1, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <Checkbox checked={isChosen} onChange={onToggle} slotProps={{ input: { 'aria-label': translate('folder.choose', { subject }) } }} />
      <Box component={LinkBase} to={`/folder?at=${encodeURIComponent(folderId(item))}`} sx={{ flexGrow: 1, minWidth: 0, color: 'text.primary', textDecoration: 'none', pt: 0.75 }}>
        <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Mark tone="calm">{translate(`taskKind.${item.kind}`)}</Mark>
          <UrgencyMark urgency={item.urgency} urgentBy={item.urgentBy} />
          <SecrecyMark secrecy={item.secrecy} />
          {item.isSealed ? <SealedMark /> : null}
          <DueMark dueAt={item.dueAt} isOverdue={item.isOverdue} />
          {item.isSeen ? <Mark tone="good" icon={<SeenIcon aria-hidden />}>{translate('folder.seen')}</Mark> : <Mark tone="info" icon={<UnseenIcon aria-hidden />}>{translate('folder.unseen')}</Mark>}
        </Stack>
        <Typography sx={{ fontWeight: item.isSeen ? 500 : 700 }}>{subject}</Typography>
        <Typography variant="body2" color="text.secondary">{[item.direction === 'incoming' ? item.fromText : item.toText, localName(item.nodeName)].filter((text) => text !== '').join(' · ')}</Typography>
      </Box>
    </Box>
  );
}
