import { Box, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';

/** Within this width every page's heading begins at the same place, however wide its own lines may grow. */
const FRAME = 1320;

/** A page: heading, what can be done on it, content. The title also names the browser tab. */
export function Page({ title, subtitle, actions, children, width = 1180 }: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly width?: number;
}) {
  const translate = useTranslate();
  const product = translate('app.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <Box sx={{ maxWidth: Math.max(width, FRAME), mx: 'auto', px: { xs: 1.5, sm: 3 }, py: { xs: 2, sm: 3 } }}>
      <Box sx={{ maxWidth: width }}>
        {/* Where acts would squeeze the heading they stand below it. */}
        <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'flex-start', justifyContent: 'space-between', flexWrap: 'wrap', mb: 2 }}>
          <Box sx={{ minWidth: 0, flex: '1 1 min(420px, 100%)' }}>
            <Typography variant="h1">{title}</Typography>
            {subtitle === undefined ? null : <Box sx={{ color: 'text.secondary' }}>{subtitle}</Box>}
          </Box>
          {actions === undefined ? null : <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', maxWidth: '100%' }}>{actions}</Stack>}
        </Stack>
        {children}
      </Box>
    </Box>
  );
}

/** A titled box on a page. */
export function Panel({ title, actions, children, id }: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}) {
  return (
    <Box
      component="section"
      aria-label={title}
      id={id}
      sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2, p: { xs: 1.5, sm: 2 } }}
    >
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1.5, gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="h2">{title}</Typography>
        {actions}
      </Stack>
      {children}
    </Box>
  );
}
