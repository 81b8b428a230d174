import AddIcon from '@mui/icons-material/Add';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import RemoveIcon from '@mui/icons-material/Remove';
import { Box, IconButton, Skeleton, Stack, Tooltip, Typography } from '@mui/material';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from 'react-pdf';
import 'react-pdf/dist/Page/TextLayer.css';
import { useFormat } from '../../providers/i18n/use-format';
import { EmptyState } from '../states';
import { usePdf } from './use-pdf';

const ZOOMS = [1, 1.25, 1.5, 2, 3] as const;
/** Height by width of a sheet of A4, until the page itself is known. */
const A4 = 1.414;

/** All pages of a PDF one below the other, scrolled with the page around them; each is drawn when it comes near. */
export default function PdfPages({ source, name, downloadHref }: { readonly source: string; readonly name: string; readonly downloadHref: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [zoom, setZoom] = useState(0);
  const loaded = usePdf(source);
  const pdf = loaded?.pdf ?? null;
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  const shownWidth = Math.max(200, Math.min(width - 16, 900)) * (ZOOMS[zoom] ?? 1);

  return (
    <Box role="group" aria-label={translate('pdf.viewer', { name })} sx={{ border: 1, borderColor: 'divider', borderRadius: 2, overflow: 'hidden', bgcolor: 'background.paper' }}>
      <Stack direction="row" sx={{ alignItems: 'center', px: 1, py: 0.5, borderBottom: 1, borderColor: 'divider' }}>
        <Typography variant="body2" sx={{ flexGrow: 1, px: 0.5 }}>{pdf === null ? '' : translate('file.pages', { n: format.number(pdf.numPages) })}</Typography>
        <Tooltip title={translate('pdf.zoomOut')}><span><IconButton size="small" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)} aria-label={translate('pdf.zoomOut')}><RemoveIcon /></IconButton></span></Tooltip>
        <Tooltip title={translate('pdf.zoomIn')}><span><IconButton size="small" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)} aria-label={translate('pdf.zoomIn')}><AddIcon /></IconButton></span></Tooltip>
        <Tooltip title={translate('pdf.download')}>
          <IconButton size="small" component="a" href={downloadHref} download={name} aria-label={translate('pdf.download')}><DownloadIcon /></IconButton>
        </Tooltip>
      </Stack>
      <Box ref={frame} {...(zoom === 0 ? {} : { tabIndex: 0 })} sx={{ overflowX: 'auto', overflowY: 'hidden', bgcolor: 'action.hover', p: 1 }}>
        {loaded === undefined || width === 0 ? (
          <Skeleton variant="rectangular" sx={{ mx: 'auto', width: shownWidth, height: shownWidth * A4, maxWidth: '100%' }} />
        ) : pdf === null ? (
          <EmptyState title={translate('pdf.failed')} text={translate('pdf.failedText')} />
        ) : (
          <Stack spacing={1} sx={{ width: shownWidth, mx: 'auto' }}>
            {Array.from({ length: pdf.numPages }, (_, at) => <Sheet key={at} pdf={pdf} number={at + 1} width={shownWidth} />)}
          </Stack>
        )}
      </Box>
    </Box>
  );
}

function Sheet({ pdf, number, width }: { readonly pdf: NonNullable<NonNullable<ReturnType<typeof usePdf>>['pdf']>; readonly number: number; readonly width: number }) {
  const translate = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(number === 1);
  const [ratio, setRatio] = useState(A4);
  // What reads a page aloud goes by the layer of text, which comes after the picture, and anew at another size.
  const [readWidth, setReadWidth] = useState(0);
  const show = useCallback(() => setReadWidth(width), [width]);
  useEffect(() => {
    const element = place.current;
    if (element === null || isNear) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && setIsNear(true), { rootMargin: '800px 0px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <Box ref={place} aria-busy={isNear && readWidth !== width} sx={{ width, minHeight: width * ratio, boxShadow: 2, bgcolor: '#fff' }}>
      {isNear ? <Page pdf={pdf} pageNumber={number} width={width} loading="" error={translate('pdf.failed')} renderAnnotationLayer={false} onRenderTextLayerSuccess={show} onRenderTextLayerError={show} onGetTextError={show} onLoadError={show} onLoadSuccess={({ originalWidth, originalHeight }) => setRatio(originalHeight / originalWidth)} /> : null}
    </Box>
  );
}
