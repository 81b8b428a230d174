import ListIcon from '@mui/icons-material/ArrowBack';
import NextIcon from '@mui/icons-material/KeyboardArrowDown';
import PreviousIcon from '@mui/icons-material/KeyboardArrowUp';
import { Button, Stack, Typography } from '@mui/material';
import { LinkBase, useNavigate, useTranslate } from 'react-admin';
import { keyText } from '../../../hooks/shortcut-keys';
import { useShortcuts } from '../../../hooks/use-shortcuts';
import { useFormat } from '../../../providers/i18n/use-format';
import { inboxPath } from '../../tasks/view';
import type { Walk } from './use-walk';

/** Where this letter stands in the view it was opened from, with the way to the ones beside it and back to the list. */
export function WalkBar({ walk }: { readonly walk: Walk }) {
  const translate = useTranslate();
  const format = useFormat();
  const navigate = useNavigate();
  const { neighbours } = walk;
  const previous = neighbours?.previous ?? null;
  const next = neighbours?.next ?? null;
  useShortcuts('walk.keys', [
    ...(next === null ? [] : [{ keys: 'j', label: 'walk.next', run: () => walk.to(next) }]),
    ...(previous === null ? [] : [{ keys: 'k', label: 'walk.previous', run: () => walk.to(previous) }]),
    { keys: 'u', label: 'walk.back', run: () => navigate(inboxPath(walk.view)) },
  ]);
  const place = neighbours === undefined ? '' : neighbours.position === null ? translate('walk.left', { total: format.number(neighbours.total) }) : translate('walk.place', { n: format.number(neighbours.position), total: format.number(neighbours.total) });
  return (
    <Stack component="nav" aria-label={translate('walk.title')} direction="row" useFlexGap spacing={0.5} sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1.5 }}>
      <Button component={LinkBase} to={inboxPath(walk.view)} startIcon={<ListIcon />} title={keyText('u')}>{translate('walk.back')}</Button>
      {/* As wide before it is known as afterwards: what stands below must not jump. */}
      <Typography variant="body2" color="text.secondary" aria-live="polite" sx={{ flexGrow: 1, minWidth: '10em' }}>{place}</Typography>
      <Button variant="outlined" size="small" startIcon={<PreviousIcon />} disabled={previous === null} title={keyText('k')} onClick={() => walk.to(previous)}>{translate('walk.previous')}</Button>
      <Button variant="outlined" size="small" endIcon={<NextIcon />} disabled={next === null} title={keyText('j')} onClick={() => walk.to(next)}>{translate('walk.next')}</Button>
    </Stack>
  );
}
