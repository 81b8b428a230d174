import PinnedIcon from '@mui/icons-material/PushPin';
import PinIcon from '@mui/icons-material/PushPinOutlined';
import { Box, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Tip } from '../../components/Tip';
import { useKeptState } from '../../components/form/use-kept';
import type { Pinnable } from './intake-form';

export type Pins = { readonly pinned: readonly Pinnable[]; readonly toggle: (field: Pinnable) => void };

/** What stays for the next letter, also when the page is opened anew. */
export function usePins(): Pins {
  const { value, set } = useKeptState<{ readonly pinned: readonly Pinnable[] }>('intake.pins', () => ({ pinned: [] }));
  const { pinned } = value;
  return { pinned, toggle: (field) => set({ pinned: pinned.includes(field) ? pinned.filter((each) => each !== field) : [...pinned, field] }) };
}

/** A field with the pin that keeps it. */
export function Pinned({ field, label, pins, children }: { readonly field: Pinnable; readonly label: string; readonly pins: Pins; readonly children: ReactNode }) {
  const translate = useTranslate();
  const isPinned = pins.pinned.includes(field);
  const text = translate(isPinned ? 'intake.unpin' : 'intake.pin', { label });
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start', flexGrow: 1, minWidth: 0 }}>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>{children}</Box>
      <Tip text={text} side="right">
        <IconButton aria-pressed={isPinned} aria-label={text} color={isPinned ? 'primary' : 'default'} onClick={() => pins.toggle(field)} sx={{ mt: 0.5 }} tabIndex={-1}>
          {isPinned ? <PinnedIcon fontSize="small" /> : <PinIcon fontSize="small" />}
        </IconButton>
      </Tip>
    </Box>
  );
}
