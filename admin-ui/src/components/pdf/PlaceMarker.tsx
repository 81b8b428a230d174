import { Alert, Box, Button, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useApi } from '../../providers/data/data-provider';
import { useErrorText } from '../../providers/i18n/use-error-text';
import PdfViewer, { type ShownPage } from './PdfViewer';
import { drawnAt, moved, PLACE_KINDS, type Place, placeAt, type PlaceKind } from './places';

const STEP = 4;
const ARROWS: { readonly [code: string]: { readonly right: number; readonly up: number } } = {
  ArrowLeft: { right: -STEP, up: 0 },
  ArrowRight: { right: STEP, up: 0 },
  ArrowUp: { right: 0, up: STEP },
  ArrowDown: { right: 0, up: -STEP },
};

/**
 * Marking where number, date and signature go on an uploaded PDF: choose what, then click the page; the arrow keys move a
 * mark, Delete takes it away. Each change is kept at once.
 */
export default function PlaceMarker({ source, name, documentId, initial }: { readonly source: string | File; readonly name: string; readonly documentId: string; readonly initial: readonly Place[] }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const api = useApi();
  const { tones } = useTheme();
  const [places, setPlaces] = useState<readonly Place[]>(initial);
  const [kind, setKind] = useState<PlaceKind>(PLACE_KINDS.find((each) => !initial.some((place) => place.kind === each)) ?? 'number');
  const save = useMutation({ mutationFn: (next: readonly Place[]) => api.savePlaces({ params: { id: documentId }, body: { places: [...next] } }) });
  const change = (next: readonly Place[]): void => {
    setPlaces(next);
    save.mutate(next);
  };
  const put = (place: Place): void => change([...places.filter((each) => each.kind !== place.kind), place]);
  const remove = (which: PlaceKind): void => change(places.filter((each) => each.kind !== which));
  const missing = PLACE_KINDS.filter((each) => !places.some((place) => place.kind === each));
  const onKeyDown = (event: KeyboardEvent, place: Place, page: ShownPage): void => {
    const arrow = ARROWS[event.code];
    if (arrow !== undefined) put(moved(place, page, arrow));
    else if (event.code === 'Delete' || event.code === 'Backspace') remove(place.kind);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const overlay = (page: ShownPage) => (
    <Box
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        put(placeAt(kind, page, { x: event.clientX - box.left, y: event.clientY - box.top }));
        setKind(missing.find((each) => each !== kind) ?? kind);
      }}
      sx={{ position: 'absolute', inset: 0, cursor: 'crosshair', zIndex: 3 }}
    >
      {places.filter((place) => place.page === page.number).map((place) => (
        <Box
          key={place.kind}
          component="button"
          type="button"
          aria-label={translate('places.mark', { name: translate(`places.kind.${place.kind}`) })}
          onClick={(event) => {
            event.stopPropagation();
            setKind(place.kind);
          }}
          onKeyDown={(event) => onKeyDown(event, place, page)}
          style={drawnAt(place, page)}
          sx={{
            position: 'absolute', border: 2, borderStyle: 'dashed', borderColor: 'primary.main', bgcolor: `${tones.info.ground}cc`, color: tones.info.ink, fontFamily: 'inherit', fontSize: 12, p: 0, cursor: 'pointer',
            outline: place.kind === kind ? '2px solid currentColor' : 'none',
          }}
        >
          {translate(`places.kind.${place.kind}`)}
        </Box>
      ))}
    </Box>
  );

  return (
    <Stack spacing={1}>
      <Typography component="h3" variant="h3">{translate('places.title')}</Typography>
      <Typography variant="body2" color="text.secondary">{translate('places.help')}</Typography>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <ToggleButtonGroup exclusive size="small" color="primary" value={kind} onChange={(_, next: PlaceKind | null) => (next === null ? undefined : setKind(next))} aria-label={translate('places.title')}>
          {PLACE_KINDS.map((each) => <ToggleButton key={each} value={each}>{missing.includes(each) ? '○' : '✓'} {translate(`places.kind.${each}`)}</ToggleButton>)}
        </ToggleButtonGroup>
        {missing.includes(kind) ? null : <Button size="small" color="error" onClick={() => remove(kind)}>{translate('places.remove')}</Button>}
      </Stack>
      {save.error === null ? null : <Alert severity="error">{errorText(save.error)}</Alert>}
      {missing.length === 0 ? null : <Alert severity="info">{translate('places.missing', { names: missing.map((each) => translate(`places.kind.${each}`)).join(', ') })}</Alert>}
      <PdfViewer source={source} name={name} overlay={overlay} />
    </Stack>
  );
}
