import ExpandIcon from '@mui/icons-material/ExpandMore';
import CollapseIcon from '@mui/icons-material/ChevronRight';
import MoreIcon from '@mui/icons-material/MoreVert';
import { Box, IconButton, Menu, MenuItem, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Mark } from '../../components/marks';
import { useFormat } from '../../providers/i18n/use-format';

export type RowAct = { readonly label: string; readonly run: () => void };

/** What is to come or closed says so; what is there says nothing. */
export function ValidityMark({ state, validFrom, validTo }: { readonly state: 'future' | 'inForce' | 'ended'; readonly validFrom: string; readonly validTo: string | null }) {
  const translate = useTranslate();
  const format = useFormat();
  if (state === 'future') return <Mark tone="info">{translate('office.from', { date: format.date(validFrom) })}</Mark>;
  if (state === 'ended') return <Mark tone="muted">{translate('office.closedOn', { date: format.date(validTo) })}</Mark>;
  return validTo === null ? null : <Mark tone="warm">{translate('office.closesOn', { date: format.date(validTo) })}</Mark>;
}

/** What can be done with one row, behind one button, so that it works by thumb. */
export function RowMenu({ name, acts }: { readonly name: string; readonly acts: readonly RowAct[] }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton aria-label={translate('office.actsOn', { name })} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)} sx={{ width: 44, height: 44 }}><MoreIcon /></IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {acts.map(({ label, run }) => (
          <MenuItem
            key={label}
            onClick={() => {
              setAnchor(null);
              run();
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

/** One line of the tree: a unit that opens and shuts, or a post. */
export function TreeRow({ name, isBold = false, isMuted = false, detail, marks, acts, open, onToggle }: {
  readonly name: string;
  readonly isBold?: boolean;
  readonly isMuted?: boolean;
  readonly detail: string;
  readonly marks?: ReactNode;
  readonly acts: readonly RowAct[];
  /** Of units only. */
  readonly open?: boolean;
  readonly onToggle?: () => void;
}) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={0.5} sx={{ alignItems: 'flex-start', py: 0.25, borderBottom: 1, borderColor: 'divider' }}>
      {onToggle === undefined ? <Box sx={{ width: { xs: 8, sm: 44 }, flexShrink: 0 }} /> : (
        <IconButton aria-label={translate(open === true ? 'office.collapse' : 'office.expand', { name })} aria-expanded={open} onClick={onToggle} sx={{ width: 44, height: 44 }}>{open === true ? <ExpandIcon /> : <CollapseIcon />}</IconButton>
      )}
      <Box sx={{ flex: 1, minWidth: 0, py: 1 }}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography component="span" sx={{ fontWeight: isBold ? 700 : 500, color: isMuted ? 'text.secondary' : 'text.primary', overflowWrap: 'anywhere' }}>{name}</Typography>
          {marks}
        </Stack>
        {detail === '' ? null : <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>{detail}</Typography>}
      </Box>
      <RowMenu name={name} acts={acts} />
    </Stack>
  );
}
