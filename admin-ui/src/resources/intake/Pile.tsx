import { Box, Button, Stack, Typography } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { FileRow } from '../../components/FileDrop';
import { useKept } from '../../components/form/use-kept';
import { Panel } from '../../components/Page';
import { type FileItem, useFiles } from '../../components/use-files';

export type Pile = {
  readonly items: readonly FileItem[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  /** The first that has been sent, or this one; it leaves the pile. */
  readonly take: (key?: string) => FileItem | null;
};

/** Letters that were chosen together and wait for their forms, one by one; also after the tab was lost. */
export function usePile(): Pile {
  const { found, keep } = useKept<{ readonly files: readonly FileItem[] }>('intake.pile');
  const files = useFiles(found?.files, { isPile: true });
  const ready = files.items.filter(({ status }) => status === 'ready');
  useEffect(() => keep(ready.length === 0 ? null : { files: ready.map((item) => ({ ...item, file: null })) }));
  return {
    items: files.items,
    add: (more) => files.add('main', more),
    remove: files.remove,
    take: (key) => {
      const item = (key === undefined ? ready[0] : ready.find((each) => each.key === key)) ?? null;
      if (item !== null) files.remove(item.key);
      return item;
    },
  };
}

/** The letters of the pile; each can be registered out of turn. */
export function PileList({ pile, onTake }: { readonly pile: Pile; readonly onTake: (key: string) => void }) {
  const translate = useTranslate();
  if (pile.items.length === 0) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Panel title={translate('intake.pile', { n: pile.items.length })}>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate('intake.pileHelp')}</Typography>
        <Stack spacing={1}>
          {pile.items.map((item) => (
            <Box key={item.key} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Box sx={{ flexGrow: 1, minWidth: 0 }}><FileRow item={item} onRemove={() => pile.remove(item.key)} /></Box>
              <Button size="small" variant="outlined" disabled={item.status !== 'ready'} onClick={() => onTake(item.key)} aria-label={translate('intake.takeOne', { name: item.name })}>{translate('intake.submit')}</Button>
            </Box>
          ))}
        </Stack>
      </Panel>
    </Box>
  );
}
