import AddIcon from '@mui/icons-material/Add';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import FitIcon from '@mui/icons-material/FitScreenOutlined';
import NextIcon from '@mui/icons-material/KeyboardArrowDown';
import PreviousIcon from '@mui/icons-material/KeyboardArrowUp';
import RemoveIcon from '@mui/icons-material/Remove';
import { Box, IconButton, Skeleton, Stack, Tooltip, Typography } from '@mui/material';
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from 'react-pdf';
import 'react-pdf/dist/Page/TextLayer.css';
import { useFormat } from '../../providers/i18n/use-format';
import { EmptyState } from '../states';
import { type Pdf, usePdf } from './use-pdf';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** A page as it is shown: for drawing over it and for telling where it was clicked, in points. */
export type ShownPage = { readonly number: number; readonly widthPt: number; readonly heightPt: number; readonly scale: number };

export type PdfViewerProps = {
  /** Address of the file, or the file itself before it is sent. */
  readonly source: string | File;
  readonly name: string;
  readonly downloadHref?: string | undefined;
  readonly tools?: ReactNode;
  readonly overlay?: (page: ShownPage) => ReactNode;
  /** Once it is open, for whoever reads more of it than is shown. */
  readonly onOpen?: (pdf: Pdf) => void;
};

function Tool({ label, onClick, isOff = false, children }: { readonly label: string; readonly onClick: () => void; readonly isOff?: boolean; readonly children: ReactNode }) {
  return (
    <Tooltip title={label}><span><IconButton size="small" onClick={onClick} disabled={isOff} aria-label={label}>{children}</IconButton></span></Tooltip>
  );
}

/** Shows a PDF page by page: PageUp and PageDown turn, + and - zoom. */
export default function PdfViewer({ source, name, downloadHref, tools, overlay, onOpen }: PdfViewerProps) {
  const translate = useTranslate();
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [asked, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [size, setSize] = useState<{ readonly w: number; readonly h: number } | null>(null);
  const loaded = usePdf(source);
  const pdf = loaded?.pdf ?? null;
  const pages = pdf?.numPages ?? 0;
  const tellOpen = useEffectEvent((opened: Pdf) => onOpen?.(opened));
  useEffect(() => {
    if (pdf !== null) tellOpen(pdf);
  }, [pdf]);
  // Another file may have fewer pages.
  const page = Math.min(asked, Math.max(1, pages));
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  const turn = (to: number): void => {
    setPage(Math.min(Math.max(1, to), Math.max(1, pages)));
    frame.current?.scrollTo({ top: 0 });
  };
  const stepZoom = (direction: 1 | -1): void => {
    const next = direction > 0 ? ZOOMS.find((each) => each > zoom) : ZOOMS.findLast((each) => each < zoom);
    if (next !== undefined) setZoom(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const acts: { readonly [code: string]: () => void } = {
      PageDown: () => turn(page + 1),
      PageUp: () => turn(page - 1),
      Equal: () => stepZoom(1),
      NumpadAdd: () => stepZoom(1),
      Minus: () => stepZoom(-1),
      NumpadSubtract: () => stepZoom(-1),
    };
    const act = acts[event.code];
    if (act === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  const shownWidth = Math.max(200, Math.min(width - 16, 900)) * zoom;

  return (
    <Box role="group" aria-label={translate('pdf.viewer', { name })} onKeyDown={onKeyDown} sx={{ border: 1, borderColor: 'divider', borderRadius: 2, overflow: 'hidden', bgcolor: 'background.paper' }}>
      <Stack direction="row" useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', px: 1, py: 0.5, borderBottom: 1, borderColor: 'divider', gap: 0.25 }}>
        <Tool label={translate('pdf.previous')} onClick={() => turn(page - 1)} isOff={page <= 1}><PreviousIcon /></Tool>
        <Tool label={translate('pdf.next')} onClick={() => turn(page + 1)} isOff={page >= pages}><NextIcon /></Tool>
        <Typography variant="body2" aria-live="polite" sx={{ px: 0.5 }}>
          {pages === 0 ? '' : translate('pdf.page', { page: format.number(page), pages: format.number(pages) })}
        </Typography>
        <Box sx={{ flexGrow: 1 }} />
        <Tool label={translate('pdf.zoomOut')} onClick={() => stepZoom(-1)} isOff={zoom <= ZOOMS[0]}><RemoveIcon /></Tool>
        <Typography variant="body2" sx={{ minWidth: 44, textAlign: 'center' }}>{format.digits(`${Math.round(zoom * 100)}%`)}</Typography>
        <Tool label={translate('pdf.zoomIn')} onClick={() => stepZoom(1)} isOff={zoom >= 3}><AddIcon /></Tool>
        <Tool label={translate('pdf.fit')} onClick={() => setZoom(1)}><FitIcon /></Tool>
        {downloadHref === undefined ? null : (
          <Tooltip title={translate('pdf.download')}>
            <IconButton size="small" component="a" href={downloadHref} download={name} aria-label={translate('pdf.download')}><DownloadIcon /></IconButton>
          </Tooltip>
        )}
        {tools}
      </Stack>
      <Box ref={frame} tabIndex={0} sx={{ overflow: 'auto', maxHeight: { xs: '75vh', md: '82vh' }, minHeight: 320, bgcolor: 'action.hover', p: 1 }}>
        {loaded === undefined || width === 0 ? (
          <Skeleton variant="rectangular" sx={{ mx: 'auto', width: shownWidth, height: shownWidth * 1.414, maxWidth: '100%' }} />
        ) : pdf === null ? (
          <EmptyState title={translate('pdf.failed')} text={translate('pdf.failedText')} />
        ) : (
          <Box sx={{ position: 'relative', width: shownWidth, mx: 'auto', boxShadow: 2, bgcolor: '#fff' }}>
            <Page
              pdf={pdf}
              pageNumber={page}
              width={shownWidth}
              loading=""
              error={translate('pdf.failed')}
              renderAnnotationLayer={false}
              onLoadSuccess={({ originalWidth, originalHeight }) => setSize({ w: originalWidth, h: originalHeight })}
            />
            {size === null ? null : overlay?.({ number: page, widthPt: size.w, heightPt: size.h, scale: shownWidth / size.w })}
          </Box>
        )}
      </Box>
    </Box>
  );
}
