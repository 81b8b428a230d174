import BackIcon from '@mui/icons-material/SkipPrevious';
import EndIcon from '@mui/icons-material/LastPage';
import PauseIcon from '@mui/icons-material/Pause';
import PlayIcon from '@mui/icons-material/PlayArrow';
import RestartIcon from '@mui/icons-material/Replay';
import StepIcon from '@mui/icons-material/SkipNext';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Route, RouteBook } from '#domain/route/model';
import { pathOf, standsAt } from '#domain/route/rehearsal';
import { beginOf, settingOf } from '#domain/route/rehearsal/in-office';
import { sayEntry } from '#domain/route/rehearsal/say-log';
import type { Script, TestCase } from '#domain/route/rehearsal/script';
import { useFormat } from '../../../providers/i18n/use-format';
import type { Played } from '../designer-context';
import { Select } from '../panel/plain-editors';
import type { Checked } from '../findings/check';
import type { SettingsContext } from '../panel/types';
import { BeginForm } from './BeginForm';
import { CasesPanel } from './CasesPanel';
import { Standstill } from './Standstill';
import { useLogWords } from './use-log-text';
import { type Pace, PACES, type Rehearsing, type Speed, SPEEDS, useRehearsal } from './use-rehearsal';
import type { RehearsalContext } from '../use-designs';

export type RehearsalPanelProps = {
  readonly route: Route;
  readonly context: SettingsContext;
  readonly office: RehearsalContext;
  /** Published routes that the drawing calls. */
  readonly called: RouteBook;
  readonly cases: readonly TestCase[];
  readonly checked: Pick<Checked, 'cases' | 'coverage'>;
  readonly canEdit: boolean;
  /** Where the letter stands and how it got there, for the drawing to light it; null once the rehearsal is left. */
  readonly onTokens: (played: Played | null) => void;
  readonly onSaveCase: (testCase: Omit<TestCase, 'id'>) => void;
  readonly onRemoveCase: (id: string) => void;
};

/** The dry run of a drawing: a letter that exists nowhere goes through it, on a virtual calendar. */
export function RehearsalPanel({ route, context, office, called, cases, checked, canEdit, onTokens, onSaveCase, onRemoveCase }: RehearsalPanelProps) {
  const translate = useTranslate();
  const [speed, setSpeed] = useState<Speed>('usual');
  const [pace, setPace] = useState<Pace>('hour');
  const [seed, setSeed] = useState(1);
  const setting = useMemo(() => settingOf(office, route, called), [office, route, called]);
  const [first] = useState(() => beginOf(office, route, office.at));
  const rehearsing = useRehearsal(setting, first, { speed, pace, seed });
  const { rehearsal } = rehearsing;
  const played = useMemo((): Played => {
    const way = rehearsal.way.filter(({ route: of }) => of === setting.route);
    return { at: standsAt(rehearsal, setting), nodes: new Set(way.map(({ node }) => node)), edges: new Set(way.flatMap(({ edge }) => edge ?? [])) };
  }, [rehearsal, setting]);
  // The drawing is told when the letter moves and when it is gone, not when its owner is drawn anew.
  const tellDrawing = useEffectEvent((at: Played | null): void => {
    onTokens(at);
  });
  useEffect(() => tellDrawing(played), [played]);
  useEffect(() => () => tellDrawing(null), []);
  // Another letter, and with it other luck.
  const restart = (script: Script): void => {
    setSeed((before) => before + 1);
    rehearsing.begin({ ...script, moves: [] });
  };
  return (
    <Stack spacing={2} component="section" aria-label={translate('rehearsal.title')}>
      <Clock rehearsing={rehearsing} />
      <Controls rehearsing={rehearsing} onRestart={() => restart(rehearsal.script)} />
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap' }}>
        <Box sx={{ minWidth: 130 }}><Select label={translate('rehearsal.speed.label')} value={speed} options={(Object.keys(SPEEDS) as Speed[]).map((value) => ({ value, label: translate(`rehearsal.speed.${value}`) }))} onChange={(value) => setSpeed((value ?? 'usual') as Speed)} /></Box>
        <Box sx={{ minWidth: 170 }}><Select label={translate('rehearsal.pace.label')} value={pace} options={(Object.keys(PACES) as Pace[]).map((value) => ({ value, label: translate(`rehearsal.pace.${value}`) }))} onChange={(value) => setPace((value ?? 'hour') as Pace)} /></Box>
      </Stack>
      <Standstill rehearsal={rehearsal} setting={setting} context={context} onChoose={rehearsing.choose} />
      <details>
        <summary>{translate('rehearsal.begin.title')}</summary>
        <Box sx={{ pt: 1.5 }}><BeginForm route={route} script={rehearsal.script} context={context} onChange={restart} /></Box>
      </details>
      <Log rehearsing={rehearsing} context={context} routes={setting.routes} />
      <CasesPanel
        route={route} cases={cases} checked={checked} canEdit={canEdit} canSave={rehearsal.state !== null && rehearsal.broken === null} onRemove={onRemoveCase}
        onSave={(name) => onSaveCase({ name, script: rehearsal.script, expected: pathOf(rehearsal, setting) })}
        onPlay={({ script }) => rehearsing.begin(script)}
      />
    </Stack>
  );
}

function Clock({ rehearsing }: { readonly rehearsing: Rehearsing }) {
  const translate = useTranslate();
  const format = useFormat();
  const { rehearsal, toNextLimit, overSongkran } = rehearsing;
  const isOver = rehearsal.state === null || rehearsal.state.status === 'ended';
  return (
    <Box>
      <Typography role="status" sx={{ fontWeight: 700 }}>{translate('rehearsal.clock.now', { at: format.dateTime(rehearsal.now) })}</Typography>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mt: 0.5 }}>
        <Button size="small" disabled={isOver || rehearsal.nextAt === null} onClick={toNextLimit}>{rehearsal.nextAt === null ? translate('rehearsal.clock.noLimit') : translate('rehearsal.clock.toLimit', { at: format.dateTime(rehearsal.nextAt) })}</Button>
        <Button size="small" disabled={isOver} onClick={overSongkran}>{translate('rehearsal.clock.overSongkran')}</Button>
      </Stack>
    </Box>
  );
}

function Controls({ rehearsing, onRestart }: { readonly rehearsing: Rehearsing; readonly onRestart: () => void }) {
  const translate = useTranslate();
  const { rehearsal, isPlaying, isOver, back, step, play, pause, toEnd } = rehearsing;
  return (
    <Stack direction="row" useFlexGap spacing={1} role="toolbar" aria-label={translate('rehearsal.controls')} sx={{ flexWrap: 'wrap' }}>
      <Button size="small" variant="outlined" startIcon={<BackIcon />} disabled={rehearsal.script.moves.length === 0} onClick={back}>{translate('rehearsal.back')}</Button>
      <Button size="small" variant="contained" startIcon={isPlaying ? <PauseIcon /> : <PlayIcon />} disabled={isOver && !isPlaying} onClick={isPlaying ? pause : play}>{translate(isPlaying ? 'rehearsal.pause' : 'rehearsal.play')}</Button>
      <Button size="small" variant="outlined" startIcon={<StepIcon />} disabled={isOver} onClick={step}>{translate('rehearsal.step')}</Button>
      <Button size="small" variant="outlined" startIcon={<EndIcon />} disabled={isOver} onClick={toEnd}>{translate('rehearsal.toEnd')}</Button>
      <Button size="small" startIcon={<RestartIcon />} onClick={onRestart}>{translate('rehearsal.restart')}</Button>
    </Stack>
  );
}

function Log({ rehearsing: { rehearsal }, context, routes }: { readonly rehearsing: Rehearsing; readonly context: SettingsContext; readonly routes: RouteBook }) {
  const translate = useTranslate();
  const format = useFormat();
  const telling = { words: useLogWords(context), route: context.route, routes };
  return (
    <Box>
      <Typography variant="subtitle1" component="h3">{translate('rehearsal.log.title')}</Typography>
      {/* A list that scrolls is reached by the keyboard. */}
      <Box component="ol" tabIndex={0} aria-label={translate('rehearsal.log.title')} sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 360, overflowY: 'auto' }}>
        {rehearsal.log.toReversed().map((entry, index) => (
          <Box component="li" key={rehearsal.log.length - index} sx={{ py: 0.5, borderBottom: 1, borderColor: 'divider' }}>
            <Typography variant="caption" color="text.secondary" sx={{ display: 'block' }}>{format.dateTime(entry.at)}</Typography>
            <Typography variant="body2">{format.digits(sayEntry(entry, telling))}</Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
