import CloseIcon from '@mui/icons-material/CloseOutlined';
import NextIcon from '@mui/icons-material/SkipNextOutlined';
import PauseIcon from '@mui/icons-material/PauseOutlined';
import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import PreviousIcon from '@mui/icons-material/SkipPreviousOutlined';
import { Box, IconButton, Paper, Stack, Tooltip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { NodeId } from '#domain/route/model';
import { useFormat } from '../../../providers/i18n/use-format';
import { useDesigner } from '../designer-context';
import type { PathPlayer } from './use-path-player';

/** Plays a path on the drawing or the outline: where it stands is said as well as shown. */
export function PathBar({ player }: { readonly player: PathPlayer }) {
  const translate = useTranslate();
  const format = useFormat();
  const { editor, outcomeText } = useDesigner();
  const frame = player.frames[player.index];
  if (player.path === null || frame === undefined) return null;
  const nodeOf = (id: NodeId) => editor.draft.route.nodes.find((node) => node.id === id);
  const by = frame.backTo !== null ? translate('designer.path.back', { name: nodeOf(frame.backTo)?.name ?? '' }) : frame.outcome === null ? '' : outcomeText(nodeOf(frame.at), frame.outcome);
  const said = translate('designer.path.at', { n: format.number(player.index + 1), all: format.number(player.frames.length), name: nodeOf(frame.at)?.name ?? frame.at });
  const { title, note } = player.path;
  const button = (label: string, Icon: typeof CloseIcon, run: () => void, isDisabled = false) => (
    <Tooltip title={translate(label)}><span><IconButton aria-label={translate(label)} onClick={run} disabled={isDisabled}><Icon /></IconButton></span></Tooltip>
  );
  return (
    <Paper variant="outlined" component="section" aria-label={title ?? translate('designer.path.title')} sx={{ position: 'absolute', left: 8, right: 8, mx: 'auto', width: 'fit-content', maxWidth: 'min(720px, calc(100% - 16px))', bottom: 12, zIndex: 6, px: 1, py: 0.5 }}>
      <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center' }}>
        {button('designer.path.previous', PreviousIcon, () => player.step(-1), player.index === 0)}
        {button(player.isPlaying ? 'designer.path.pause' : 'designer.path.play', player.isPlaying ? PauseIcon : PlayIcon, player.toggle)}
        {button('designer.path.next', NextIcon, () => player.step(1), player.index === player.frames.length - 1)}
        <Box role="status" aria-live="polite" sx={{ px: 1, minWidth: 0 }}>
          {title === null ? null : <Typography variant="body2" color="text.secondary" noWrap>{title}</Typography>}
          <Typography variant="body2">{by === '' || by === undefined ? said : `${said} · ${by}`}</Typography>
          {note === null || note.at !== frame.at ? null : <Typography variant="body2" sx={{ fontWeight: 600 }}>{note.text}</Typography>}
        </Box>
        {button('designer.path.stop', CloseIcon, player.close)}
      </Stack>
    </Paper>
  );
}
