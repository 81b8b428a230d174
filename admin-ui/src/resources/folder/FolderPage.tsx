import ListIcon from '@mui/icons-material/ChecklistOutlined';
import SettingsIcon from '@mui/icons-material/DrawOutlined';
import { Button, IconButton, Stack } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { InboxItem } from '#domain/contracts/tasks';
import { Tip } from '../../components/Tip';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { PendingActs } from '../commands/PendingActs';
import { BatchReading } from './BatchReading';
import { FolderList } from './FolderList';
import { FolderStack } from './FolderStack';
import { folderId, useFolder } from './use-folder';

/** แฟ้มเสนอ: the letters to sign, decide and direct as one stack, or as a list from which several are confirmed together. */
export default function FolderPage() {
  const translate = useTranslate();
  const folder = useFolder();
  const [filters, change] = useAddressFilters();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  /** Letters that are to be confirmed together and are being read one after the other. */
  const [batch, setBatch] = useState<readonly InboxItem[] | null>(null);
  const isList = filters['view'] === 'list';
  const { list, stack } = folder;

  const tools = (
    <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center' }}>
      <Button size="small" startIcon={<ListIcon />} onClick={() => change({ view: isList ? undefined : 'list' })}>{translate(isList ? 'folder.toStack' : 'folder.toList')}</Button>
      <Tip text={translate('nav.signing')} side="right"><IconButton component={LinkBase} to="/signing" aria-label={translate('nav.signing')}><SettingsIcon /></IconButton></Tip>
    </Stack>
  );
  const body = () => {
    if (list.isPending || (folder.isLookingFurther && !isList)) return <LoadingRows />;
    if (list.isError && list.data === undefined) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
    if (batch !== null) return <BatchReading items={batch} stack={stack} onLeave={() => setBatch(null)} onDone={() => setChosen([])} />;
    if (stack.length === 0 && !folder.isGone) return <EmptyState title={translate('folder.empty')} text={translate('folder.emptyText')}><Button component={LinkBase} to="/" variant="outlined">{translate('nav.inbox')}</Button></EmptyState>;
    if (isList) return <FolderList folder={folder} chosen={chosen} tools={tools} onChoose={setChosen} onBatch={() => setBatch(stack.filter((item) => chosen.includes(folderId(item))))} />;
    return <FolderStack folder={folder} tools={tools} />;
  };
  return (
    <Page title={translate('nav.folder')} width={1280}>
      <PendingActs />
      {body()}
    </Page>
  );
}
