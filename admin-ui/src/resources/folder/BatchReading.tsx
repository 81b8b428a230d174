import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { InboxItem } from '#domain/contracts/tasks';
import { ErrorState, LoadingRows } from '../../components/states';
import { useFormat } from '../../providers/i18n/use-format';
import { useLetter } from '../letters/use-letter';
import { BatchDialog } from './BatchDialog';
import { FolderBar } from './FolderBar';
import { FolderReader } from './FolderReader';
import { folderId } from './use-folder';

/** Those chosen are laid open one after the other; only then can they be confirmed together. */
export function BatchReading({ items, stack, onLeave, onDone }: { readonly items: readonly InboxItem[]; readonly stack: readonly InboxItem[]; readonly onLeave: () => void; readonly onDone: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const [at, setAt] = useState(() => Math.max(0, items.findIndex(({ isSeen }) => !isSeen)));
  const [isConfirming, setIsConfirming] = useState(() => items.every(({ isSeen }) => isSeen));
  const item = items[at];
  const letter = useLetter(item?.letterId ?? '');
  const task = letter.data?.myTasks.find(({ taskId }) => taskId === item?.taskId);
  const isLast = at >= items.length - 1;
  const isOpen = letter.data !== undefined;
  const goOn = (): void => (isLast ? setIsConfirming(true) : setAt(at + 1));
  return (
    <Box>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', mb: 1, flexWrap: 'wrap' }}>
        <Typography sx={{ fontWeight: 700 }} role="status">{translate('folder.batchPosition', { n: format.number(at + 1), total: format.number(items.length) })}</Typography>
        <Button onClick={onLeave}>{translate('folder.batchLeave')}</Button>
      </Stack>
      {letter.isError ? <ErrorState error={letter.error} onRetry={() => void letter.refetch()} /> : null}
      {letter.data === undefined ? (letter.isError ? null : <LoadingRows />) : <FolderReader key={item === undefined ? '' : folderId(item)} letter={letter.data} task={task} />}
      <FolderBar acts={[]} onPrevious={at === 0 ? undefined : () => setAt(at - 1)} onNext={isLast || !isOpen ? undefined : () => setAt(at + 1)}>
        <Button variant="contained" disabled={!isOpen && !letter.isError} onClick={goOn} sx={{ flexGrow: { xs: 1, sm: 0 } }}>{translate(isLast ? 'folder.batchConfirm' : 'folder.batchNext')}</Button>
      </FolderBar>
      {isConfirming ? (
        <BatchDialog
          items={items}
          stack={stack}
          onOpen={(unseen) => {
            setIsConfirming(false);
            setAt(Math.max(0, items.findIndex((each) => folderId(each) === folderId(unseen))));
          }}
          onClose={(wasRun) => {
            setIsConfirming(false);
            if (wasRun) onDone();
            onLeave();
          }}
        />
      ) : null}
    </Box>
  );
}
