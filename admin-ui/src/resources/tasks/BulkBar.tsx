import { Button, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { InboxItem } from '#domain/contracts/tasks';
import { onDemand } from '../../components/on-demand';
import { useShortcuts } from '../../hooks/use-shortcuts';
import '../../i18n/beside-texts';
import { BOTTOM_BAR_HEIGHT } from '../../layout/frame-sizes';
import { useFormat } from '../../providers/i18n/use-format';
import { rowIdOf } from './place';

const BulkDialog = onDemand(() => import('./BulkDialog').then((module) => module.BulkDialog));
/** So many letters are asked for at once. */
const MOST = 50;

/** What can be done with the rows that are chosen, within reach of a thumb. */
export function BulkBar({ items, chosen, onChoose }: { readonly items: readonly InboxItem[]; readonly chosen: ReadonlySet<string>; readonly onChoose: (ids: ReadonlySet<string> | null) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const [opened, setOpened] = useState<readonly InboxItem[] | null>(null);
  const picked = items.filter((item) => chosen.has(rowIdOf(item)));
  const canOpen = picked.length > 0 && picked.length <= MOST;
  const all = (): void => onChoose(new Set(items.slice(0, MOST).map(rowIdOf)));
  useShortcuts('bulk.keys', [
    { keys: 'shift+a', label: 'bulk.all', run: all },
    ...(canOpen ? [{ keys: 'b', label: 'bulk.start', run: () => setOpened(picked) }] : []),
  ]);
  return (
    <Paper
      role="toolbar"
      aria-label={translate('bulk.keys')}
      square
      variant="outlined"
      sx={{ position: 'sticky', bottom: { xs: `calc(${BOTTOM_BAR_HEIGHT}px + env(safe-area-inset-bottom))`, sm: 0 }, zIndex: 2, mt: 1, p: 1, display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}
    >
      <Typography role="status" sx={{ fontWeight: 600, mr: 'auto' }}>{translate(picked.length > MOST ? 'bulk.tooMany' : 'bulk.chosen', { n: format.number(picked.length), max: format.number(MOST) })}</Typography>
      <Button onClick={all}>{translate('bulk.all')}</Button>
      <Button onClick={() => onChoose(null)}>{translate('bulk.stop')}</Button>
      <Button variant="contained" disabled={!canOpen} onClick={() => setOpened(picked)}>{translate('bulk.start')}</Button>
      {opened === null ? null : (
        <BulkDialog
          items={opened}
          onClose={(wasRun) => {
            setOpened(null);
            if (wasRun) onChoose(null);
          }}
        />
      )}
    </Paper>
  );
}
