import { FormControl, MenuItem, Select, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { Panel } from '../../../components/Page';
import { RouteDrawing, STATE_SIGN } from '../../../components/RouteDrawing';
import { useLocalName } from '../../../providers/auth/use-session';

type RouteView = LetterPage['routes'][number];

/** The route drawn, with where the letter is now; the routes of units it was given to can be chosen. Read only. */
export default function RouteGraph({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const [frameId, setFrameId] = useState<string | null>(null);
  const route = letter.routes.find((each) => each.frameId === frameId) ?? letter.routes[0];
  if (route === undefined) return null;
  const nameOf = (each: RouteView): string =>
    [localName(each.name), each.unit === null ? '' : localName(each.post?.title ?? each.unit.name), each.role === 'info' ? translate('assign.info') : ''].filter((text) => text !== '').join(' · ');

  return (
    <Panel
      title={translate('letter.route')}
      actions={letter.routes.length < 2 ? undefined : (
        <FormControl sx={{ width: 'auto', minWidth: 200, maxWidth: '100%' }}>
          <Select value={route.frameId} onChange={(event) => setFrameId(event.target.value)} inputProps={{ 'aria-label': translate('letter.route') }}>
            {letter.routes.map((each) => <MenuItem key={each.frameId} value={each.frameId}>{nameOf(each)}</MenuItem>)}
          </Select>
        </FormControl>
      )}
    >
      <Typography variant="body2" color="text.secondary">{nameOf(route)} · {translate('route.version', { n: route.version })}</Typography>
      <Stack direction="row" spacing={2} useFlexGap sx={{ my: 0.5, flexWrap: 'wrap' }}>
        {(['current', 'visited', 'ahead'] as const).map((state) => <Typography key={state} variant="body2">{STATE_SIGN[state]} {translate(`route.state.${state}`)}</Typography>)}
      </Stack>
      <RouteDrawing key={route.frameId} route={route} />
    </Panel>
  );
}
