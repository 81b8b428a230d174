import { Box } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { ToneName } from '../theme/theme';

/** Size of a step on every drawing of a route, in units of the drawing. */
export const STEP_WIDTH = 190;
export const STEP_HEIGHT = 62;

const paper = ({ palette }: Theme): string => palette.background.paper;
/** A drawing in the colours of the page that it stands on; React Flow brings its own black into the dark. */
export const DRAWING_LOOK = {
  '& .react-flow__attribution a': { color: 'text.secondary' },
  // React Flow shows no focus on steps and lines of one's own.
  '& .react-flow__node:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: '3px', borderRadius: 1.5 },
  '& .react-flow__edge:focus-visible .react-flow__edge-path': { stroke: ({ palette }: Theme) => `${palette.primary.main} !important`, strokeWidth: '4px !important' },
  '& .react-flow': { '--xy-background-color': 'transparent', '--xy-controls-button-background-color': paper, '--xy-minimap-background-color': paper, '--xy-edge-label-background-color': paper, '--xy-attribution-background-color': 'transparent' },
} as const;

/** A step as it is drawn wherever a route is shown: its name, what kind it is, and a sign beside its colour. */
export function StepBox({ label, kind, tone, sign = '', isStrong = false, isDashed = false, ariaLabel, children }: {
  readonly label: string;
  readonly kind: string;
  readonly tone: ToneName;
  readonly sign?: string;
  /** With a thick border: where the letter is, what is selected. */
  readonly isStrong?: boolean;
  readonly isDashed?: boolean;
  readonly ariaLabel?: string;
  /** Handles of lines, marks. */
  readonly children?: ReactNode;
}) {
  return (
    <Box
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      sx={({ tones, palette }: Theme) => ({
        position: 'relative', width: STEP_WIDTH, minHeight: STEP_HEIGHT, px: 1, py: 0.75, borderRadius: 1.5, bgcolor: tones[tone].ground, color: tones[tone].ink, textAlign: 'center', fontSize: 13.5, lineHeight: 1.4,
        border: `${isStrong ? 3 : 1}px ${isDashed ? 'dashed' : 'solid'} ${isStrong ? palette.primary.main : palette.divider}`, fontWeight: isStrong ? 700 : 500,
        display: 'flex', flexDirection: 'column', justifyContent: 'center',
      })}
    >
      <span>{sign === '' ? '' : `${sign} `}{label}</span>
      <Box component="span" sx={{ fontSize: 11.5, fontWeight: 400, opacity: 0.85 }}>{kind}</Box>
      {children}
    </Box>
  );
}
