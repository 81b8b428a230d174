import MoreIcon from '@mui/icons-material/MoreHoriz';
import NextIcon from '@mui/icons-material/ChevronRight';
import PreviousIcon from '@mui/icons-material/ChevronLeft';
import { Button, Drawer, IconButton, List, ListItemButton, ListItemText, Paper, useMediaQuery, useTheme } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { BOTTOM_BAR_HEIGHT } from '../../layout/frame-sizes';
import type { OutcomeHint } from '../letters/acts/act-values';

export type BarAct = { readonly key: string; readonly label: string; readonly tone: OutcomeHint['tone']; readonly run: () => void };

/** The bar within reach of a thumb: back, the act that is usual here, everything else, on. On wide screens all acts stand side by side. */
export function FolderBar({ acts, onPrevious, onNext, isWalk = true, children }: {
  /** The usual one first. */
  readonly acts: readonly BarAct[];
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** False where there is nothing before and behind. */
  readonly isWalk?: boolean;
  /** In place of the acts. */
  readonly children?: ReactNode;
}) {
  const translate = useTranslate();
  const theme = useTheme();
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'), { noSsr: true });
  const [isOpen, setIsOpen] = useState(false);
  const shown = isPhone ? acts.slice(0, 1) : acts;
  const rest = isPhone ? acts.slice(1) : [];
  const variantOf = (act: BarAct, at: number) => (at === 0 && act.tone === 'primary' ? 'contained' : 'outlined');

  return (
    <Paper
      component="div"
      role="toolbar"
      aria-label={translate('folder.acts')}
      square
      variant="outlined"
      sx={{
        position: 'sticky', zIndex: 2, mt: 2, mx: { xs: -1.5, sm: -3 }, px: 1, py: 1, display: 'flex', gap: 1, alignItems: 'center', borderWidth: '1px 0',
        justifyContent: { sm: 'center' }, bottom: isPhone ? `calc(${BOTTOM_BAR_HEIGHT}px + env(safe-area-inset-bottom))` : 0,
        '& .MuiButton-root': { minHeight: 48 }, '& .MuiIconButton-root': { width: 48, height: 48 },
      }}
    >
      {isWalk ? <IconButton onClick={onPrevious} disabled={onPrevious === undefined} aria-label={translate('folder.previous')}><PreviousIcon /></IconButton> : null}
      {children}
      {shown.map((act, at) => (
        <Button key={act.key} variant={variantOf(act, at)} color={act.tone === 'danger' ? 'error' : 'primary'} onClick={act.run} sx={{ flexGrow: { xs: 1, sm: 0 }, minWidth: 0 }}>{act.label}</Button>
      ))}
      {rest.length === 0 ? null : (
        <Button variant="outlined" startIcon={<MoreIcon />} aria-haspopup="dialog" onClick={() => setIsOpen(true)} sx={{ flexShrink: 0 }}>{translate('folder.more')}</Button>
      )}
      {isWalk ? <IconButton onClick={onNext} disabled={onNext === undefined} aria-label={translate('folder.next')}><NextIcon /></IconButton> : null}
      <Drawer anchor="bottom" open={isOpen} onClose={() => setIsOpen(false)} slotProps={{ paper: { role: 'dialog', 'aria-label': translate('folder.more'), sx: { borderRadius: '12px 12px 0 0', pb: 'env(safe-area-inset-bottom)' } } }}>
        <List>
          {rest.map((act) => (
            <ListItemButton
              key={act.key}
              sx={{ minHeight: 56 }}
              onClick={() => {
                setIsOpen(false);
                act.run();
              }}
            >
              <ListItemText primary={act.label} slotProps={{ primary: { color: act.tone === 'danger' ? 'error' : 'text.primary', sx: { fontWeight: 600 } } }} />
            </ListItemButton>
          ))}
        </List>
      </Drawer>
    </Paper>
  );
}
