import '../../../i18n/paper-texts';
import { Alert, Button, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Stamps } from '#domain/contracts/stamps';
import { isTooClose, onPage, type PageSize, STAMP_SIZE, type StampBox } from '#domain/letter/stamp-place';
import { ActDialog } from '../../../components/ActDialog';
import PdfViewer, { type ShownPage } from '../../../components/pdf/PdfViewer';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useTell } from '../../../hooks/use-tell';
import { ApiError } from '../../../providers/data/api-error';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { API_PREFIX } from '../../../providers/data/routes';
import { useFormat } from '../../../providers/i18n/use-format';
import { emptiestPlace, inkUnder, isEmpty, type PageInk, readInk } from './page-ink';
import { type Stamp, StampBoard } from './StampBoard';

const stampsKey = (letterId: string) => [...keys.letter, letterId, 'stamps'];

/** Where the receipt stamp stands on page 1: moved by finger, mouse or arrow keys over the original, and laid anew when confirmed. */
export function StampDialog({ letterId, onClose }: { readonly letterId: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const stamps = useQuery({ queryKey: stampsKey(letterId), queryFn: ({ signal }) => api.stamps({ params: { letterId }, signal }), staleTime: 0 });
  if (stamps.data !== undefined) return <Mover letterId={letterId} found={stamps.data} onClose={onClose} />;
  return (
    <ActDialog title={translate('stamps.title')} confirmLabel={translate('stamps.lay')} isRunning={false} error={null} canConfirm={false} onConfirm={onClose} onClose={onClose}>
      {stamps.isError ? <ErrorState error={stamps.error} onRetry={() => void stamps.refetch()} /> : <LoadingRows rows={4} />}
    </ActDialog>
  );
}

/** A stamp that has not been laid begins in the corner where it would be looked for first. */
const placeOn = (place: StampBox | null, page: PageSize): StampBox => place ?? onPage({ x: page.width - 14 - STAMP_SIZE.w, y: page.height - 14 - STAMP_SIZE.h, ...STAMP_SIZE }, page);

/** Lays the stamp anew; where somebody else has moved it meanwhile, it is asked for where it stands now. */
function useLay({ letterId, chosen, onLaid, onMovedElsewhere }: { readonly letterId: string; readonly chosen: Stamp | undefined; readonly onLaid: () => void; readonly onMovedElsewhere: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ x, y }: StampBox) => api.moveStamp({ params: { letterId, entryId: chosen?.entryId ?? '' }, body: { x, y, rev: chosen?.rev ?? 0 } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: keys.letter });
      tell(translate('stamps.laid'), 'success');
      onLaid();
    },
    onError: (refused) => {
      if (refused instanceof ApiError && refused.code === 'STAMP_MOVED') void queryClient.invalidateQueries({ queryKey: stampsKey(letterId) }).then(onMovedElsewhere);
    },
  });
}

type Shown = { readonly page: PageSize; readonly ink: PageInk | null };

function Mover({ letterId, found, onClose }: { readonly letterId: string; readonly found: Stamps; readonly onClose: () => void }) {
  const translate = useTranslate();
  const tell = useTell();
  const movable = found.stamps.filter(({ canMove }) => canMove);
  const [chosenId, setChosenId] = useState(movable[0]?.entryId ?? '');
  const [place, setPlace] = useState<StampBox | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const chosen = found.stamps.find(({ entryId }) => entryId === chosenId);
  const page = shown?.page ?? null;
  const others = found.stamps.filter(({ entryId }) => entryId !== chosenId).flatMap((each) => (each.place === null ? [] : [each.place]));
  const now = page === null || chosen === undefined ? null : (place ?? placeOn(chosen.place, page));
  const isRefused = now !== null && others.some((other) => isTooClose(now, other));
  const { mutate, isPending, error } = useLay({ letterId, chosen, onLaid: onClose, onMovedElsewhere: () => setPlace(null) });
  const see = (): PageInk | null => shown?.ink ?? readPage(board.current, page);
  const findEmpty = (): void => {
    const ink = see();
    if (page === null || now === null) return;
    setShown({ page, ink });
    const empty = ink === null ? null : emptiestPlace(ink, page, now, others);
    if (empty === null) tell(translate('stamps.noEmpty'), 'warning');
    else setPlace(empty);
  };
  const drawBoard = (at: ShownPage): ReactNode => (at.number !== 1 ? null : (
    <Board at={at} onSize={(size) => setShown((before) => (before?.page.width === size.width && before.page.height === size.height ? before : { page: size, ink: null }))}>
      <StampBoard page={at} chosenId={chosenId} isRefused={isRefused} stamps={standing(found, { at, chosenId, place })} onMove={(next) => {
        setPlace(next);
        setShown({ page: sizeOf(at), ink: see() });
      }} />
    </Board>
  ));
  return (
    <ActDialog
      title={translate('stamps.title')} confirmLabel={translate('stamps.lay')} isWide isRunning={isPending} error={error}
      canConfirm={now !== null && !isRefused && place !== null} onConfirm={() => (now === null ? undefined : mutate(now))} onClose={onClose}
    >
      <Typography>{translate('stamps.help')}</Typography>
      <Which stamps={movable} chosenId={chosenId} onChoose={(next) => {
        setChosenId(next);
        setPlace(null);
      }} />
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Button size="small" variant="outlined" disabled={now === null} onClick={findEmpty}>{translate('stamps.findEmpty')}</Button>
        <Standing place={now} page={page} />
      </Stack>
      {isRefused ? <Alert severity="error">{translate('errors.STAMPS_OVERLAP')}</Alert> : <Under ink={shown?.ink ?? null} place={now} page={page} found={place === null ? (chosen?.found ?? null) : null} />}
      <div ref={board}><PdfViewer source={`${API_PREFIX}/documents/${found.documentId}/content`} name={found.name} overlay={drawBoard} /></div>
    </ActDialog>
  );
}

/** Which of one's own stamps is moved, where there are several. */
function Which({ stamps, chosenId, onChoose }: { readonly stamps: readonly Stamp[]; readonly chosenId: string; readonly onChoose: (entryId: string) => void }) {
  const translate = useTranslate();
  if (stamps.length < 2) return null;
  return (
    <ToggleButtonGroup exclusive size="small" color="primary" value={chosenId} aria-label={translate('stamps.which')} sx={{ flexWrap: 'wrap' }} onChange={(_, next: string | null) => (next === null ? undefined : onChoose(next))}>
      {stamps.map(({ entryId, officeName, receiveNo }) => <ToggleButton key={entryId} value={entryId}>{officeName} · {receiveNo}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}

/** Every stamp of the page where it stands, the chosen one where it is being moved to. */
const standing = ({ stamps }: Stamps, { at, chosenId, place }: { readonly at: ShownPage; readonly chosenId: string; readonly place: StampBox | null }) =>
  stamps.flatMap((each) => {
    const shownPlace = each.entryId === chosenId ? (place ?? placeOn(each.place, sizeOf(at))) : each.place;
    return shownPlace === null ? [] : [{ ...each, place: shownPlace }];
  });

/** The place in words, for whoever does not see it. */
function Standing({ place, page }: { readonly place: StampBox | null; readonly page: PageSize | null }) {
  const translate = useTranslate();
  const format = useFormat();
  const centimetres = (points: number): string => format.digits(((points / 72) * 2.54).toFixed(1));
  const text = place === null || page === null ? '' : translate('stamps.at', { left: centimetres(place.x), top: centimetres(page.height - place.y - place.h) });
  return <Typography variant="body2" aria-live="polite">{text}</Typography>;
}

/** Tells how large the page is as soon as it is known. */
function Board({ at, onSize, children }: { readonly at: ShownPage; readonly onSize: (size: PageSize) => void; readonly children: ReactNode }) {
  const tellSize = useEffectEvent(onSize);
  const { widthPt: width, heightPt: height } = at;
  useEffect(() => tellSize({ width, height }), [width, height]);
  return children;
}

const sizeOf = ({ widthPt, heightPt }: ShownPage): PageSize => ({ width: widthPt, height: heightPt });

/** The print of the page as it is drawn, whatever size it is drawn in. */
function readPage(board: HTMLElement | null, page: PageSize | null): PageInk | null {
  const canvas = board?.querySelector('canvas') ?? null;
  if (canvas === null || page === null || canvas.width === 0) return null;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  return pixels === undefined ? null : readInk(pixels, page);
}

/** Whether the stamp would cover print, as the picture of the page shows; of a place that nobody has chosen, how it was found. */
function Under({ ink, place, page, found }: { readonly ink: PageInk | null; readonly place: StampBox | null; readonly page: PageSize | null; readonly found: Stamps['stamps'][number]['found'] }) {
  const translate = useTranslate();
  if (found === 'unseen' || found === 'covers') return <Alert severity="warning">{translate(`stamps.found.${found}`)}</Alert>;
  if (ink === null || place === null || page === null) return null;
  return isEmpty(inkUnder(ink, place, page)) ? <Alert severity="success">{translate('stamps.isEmpty')}</Alert> : <Alert severity="warning">{translate('stamps.isNotEmpty')}</Alert>;
}
