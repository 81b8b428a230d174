import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/**
 * A short text that appears over what the pointer rests on or the keyboard has reached. It only repeats or refines what is
 * there: whoever uses a finger or listens must not need it. Drawn by the browser alone; it costs no script.
 */
export function Tip({ text, children, side = 'left' }: { readonly text: string; readonly children: ReactNode; readonly side?: 'left' | 'right' }) {
  return (
    <Box
      component="span"
      data-tip={text}
      sx={(theme) => ({
        position: 'relative',
        display: 'inline-flex',
        '&:hover::after, &:focus-within::after': {
          content: 'attr(data-tip)', position: 'absolute', zIndex: theme.zIndex.tooltip, top: 'calc(100% + 6px)', [side]: 0, width: 'max-content', maxWidth: 260, padding: '4px 8px',
          borderRadius: 4, fontSize: '0.8125rem', fontWeight: 500, lineHeight: 1.5, whiteSpace: 'normal', pointerEvents: 'none',
          color: theme.palette.background.paper, backgroundColor: theme.palette.text.primary,
        },
        '@media (hover: none)': { '&:hover::after': { display: 'none' } },
        '@media print': { '&::after': { display: 'none' } },
      })}
    >
      {children}
    </Box>
  );
}
