import { Box } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { Stamps } from '#domain/contracts/stamps';
import { onPage, type StampBox } from '#domain/letter/stamp-place';
import type { ShownPage } from '../../../components/pdf/PdfViewer';

export type Stamp = Stamps['stamps'][number];
/** A millimetre by the arrow keys, a centimetre with Shift. */
const MM = 72 / 25.4;
const ARROWS: { readonly [code: string]: readonly [right: number, up: number] } = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

type Props = {
  readonly page: ShownPage;
  readonly stamps: readonly (Stamp & { readonly place: StampBox })[];
  /** The one that is being moved. */
  readonly chosenId: string;
  readonly isRefused: boolean;
  readonly onMove: (place: StampBox) => void;
};

/** The stamps of all registries over page 1, in their true size; the chosen one follows finger, mouse and arrow keys. */
export function StampBoard({ page, stamps, chosenId, isRefused, onMove }: Props) {
  return (
    <Box sx={{ position: 'absolute', inset: 0, zIndex: 3 }}>
      {stamps.map((stamp) => (
        stamp.entryId === chosenId
          ? <Movable key={stamp.entryId} stamp={stamp} page={page} isRefused={isRefused} onMove={onMove} />
          : <Box key={stamp.entryId} aria-hidden style={drawnAt(stamp.place, page)} sx={{ position: 'absolute', opacity: 0.7 }}><Face stamp={stamp} /></Box>
      ))}
    </Box>
  );
}

const drawnAt = ({ x, y, w, h }: StampBox, { scale, heightPt }: ShownPage) => ({ left: x * scale, top: (heightPt - y - h) * scale, width: w * scale, height: h * scale });

function Movable({ stamp, page, isRefused, onMove }: Omit<Props, 'stamps' | 'chosenId'> & { readonly stamp: Props['stamps'][number] }) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const held = useRef<{ readonly x: number; readonly y: number; readonly place: StampBox } | null>(null);
  const moveTo = (place: StampBox): void => onMove(onPage(place, { width: page.widthPt, height: page.heightPt }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.code];
    if (arrow === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? 10 * MM : MM;
    moveTo({ ...stamp.place, x: stamp.place.x + arrow[0] * step, y: stamp.place.y + arrow[1] * step });
  };
  const onPointerMove = (event: PointerEvent): void => {
    const from = held.current;
    if (from === null) return;
    moveTo({ ...from.place, x: from.place.x + (event.clientX - from.x) / page.scale, y: from.place.y - (event.clientY - from.y) / page.scale });
  };
  return (
    <Box
      component="button"
      type="button"
      aria-label={translate('stamps.movable', { name: stamp.officeName })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        held.current = { x: event.clientX, y: event.clientY, place: stamp.place };
        event.currentTarget.setPointerCapture?.(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => { held.current = null; }}
      onPointerCancel={() => { held.current = null; }}
      style={drawnAt(stamp.place, page)}
      sx={{
        position: 'absolute', p: 0, border: 0, bgcolor: '#ffffffb3', cursor: 'move', touchAction: 'none', userSelect: 'none', display: 'block',
        outline: `2px ${isRefused ? 'dashed' : 'solid'} ${isRefused ? palette.error.main : palette.primary.main}`, outlineOffset: 2,
        '&:focus-visible': { outlineWidth: 4 },
      }}
    >
      <Face stamp={stamp} />
    </Box>
  );
}

/** Form 12 in millimetres: 50 by 25. What it looks like in the end is drawn by the server; size and texts are the same. */
function Face({ stamp }: { readonly stamp: Stamp }) {
  const rows = [['เลขรับ', stamp.receiveNo], ['วันที่', stamp.date], ['เวลา', stamp.time]] as const;
  return (
    <svg viewBox="0 0 50 25" width="100%" height="100%" lang="th" aria-hidden style={{ display: 'block', pointerEvents: 'none' }} fill="#1a3a8f">
      <rect x="0.2" y="0.2" width="49.6" height="24.6" fill="none" stroke="#1a3a8f" strokeWidth="0.42" />
      <text x="25" y="5.6" fontSize="3.7" fontWeight="700" textAnchor="middle" {...(stamp.officeName.length > 26 ? { textLength: 45, lengthAdjust: 'spacingAndGlyphs' } : {})}>{stamp.officeName}</text>
      {rows.map(([label, value], row) => (
        <g key={label}>
          <text x="3" y={11.6 + row * 5.2} fontSize="3.2">{label}</text>
          <text x="30" y={11.4 + row * 5.2} fontSize="3.5" fontWeight="700" textAnchor="middle">{value}</text>
          <line x1="13.5" x2="47" y1={12.6 + row * 5.2} y2={12.6 + row * 5.2} stroke="#1a3a8f" strokeWidth="0.18" strokeDasharray="0.3 0.5" />
        </g>
      ))}
    </svg>
  );
}
