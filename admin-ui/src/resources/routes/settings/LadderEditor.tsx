import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, ButtonBase, FormHelperText, Stack, TextField, Typography } from '@mui/material';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { MAX_DEADLINE_AMOUNT, type DeadlineUnit } from '#domain/calendar/deadline';
import type { Deadline, EscalationRung } from '#domain/route/model';
import { sayDeadline, sayRung } from '#domain/route/say';
import { type Instant, instantMs } from '#domain/thai/dates';
import { useFormat } from '../../../providers/i18n/use-format';
import { Select } from '../panel/plain-editors';
import type { FieldEditorProps, SettingsContext } from '../panel/types';
import { calendarOf, dueFrom, rungAt } from './people';

const UNITS: readonly DeadlineUnit[] = ['workingDays', 'workingHours', 'calendarDays', 'clockHours', 'workingMinutes', 'clockMinutes'];
const ACTS: readonly EscalationRung['act'][] = ['remind', 'remindSuperior', 'handOver', 'flag'];
const MAX_RUNGS = 20;
/** The limit that the ladder is drawn around where the step has none of its own. */
const USUAL: Deadline = { rule: { unit: 'workingDays', amount: 3 } };
const EPOCH = '2026-01-05T02:00:00.000Z';

type Ladder = readonly EscalationRung[];

/** The ladder on a line of time: what happens before and after the limit, moved along it by the arrow keys. */
export function LadderEditor({ value = [], onChange, context, node, label, help, error }: FieldEditorProps<Ladder>) {
  const translate = useTranslate();
  const [open, setOpen] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  // A rung that moves along the line takes the focus along: browsers drop it when its place in the page changes.
  const moving = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (moving.current !== undefined) list.current?.querySelector<HTMLElement>(`[data-rung="${moving.current}"]`)?.focus();
    moving.current = undefined;
  });
  const deadline = ('deadline' in node && node.deadline) || ('until' in node && node.until) || undefined;
  const due = dueFrom(calendarOf(context.people), deadline ?? USUAL, context.people?.now ?? EPOCH) ?? dueFrom(calendarOf(context.people), USUAL, context.people?.now ?? EPOCH) ?? EPOCH;
  const rungs = value.map((rung) => ({ rung, at: rungAt(calendarOf(context.people), rung, due) })).toSorted((a, b) => instantMs(a.at) - instantMs(b.at));
  const put = (id: string, next: EscalationRung | null): void => {
    const ladder = value.flatMap((each) => (each.id === id ? (next ?? []) : each));
    onChange(ladder.length === 0 ? undefined : ladder);
  };
  const add = (): void => {
    const rung = freshRung(value, node.type === 'wait');
    onChange([...value, rung]);
    setOpen(rung.id);
  };
  const remove = (id: string): void => {
    put(id, null);
    // The keyboard goes on from the list: what had it is gone.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[data-rung]')?.focus());
  };
  const isShown = context.people !== undefined && deadline !== undefined && !('fact' in deadline);
  const row = ({ rung, at }: { rung: EscalationRung; at: Instant }) => (
    <RungRow key={rung.id} rung={rung} at={isShown ? at : null} context={context} isOpen={open === rung.id} onToggle={() => setOpen(open === rung.id ? undefined : rung.id)} onChange={(next) => put(rung.id, next)} onMove={(next) => { moving.current = rung.id; put(rung.id, next); }} onRemove={() => remove(rung.id)} />
  );
  const before = rungs.filter(({ rung }) => rung.when === 'beforeDue').map((each) => row(each));
  const after = rungs.filter(({ rung }) => rung.when === 'afterDue').map((each) => row(each));
  return (
    <Stack spacing={1} role="group" aria-label={label}>
      <Typography variant="subtitle2" component="h4">{label}</Typography>
      {value.length === 0 ? <Typography variant="body2" color="text.secondary">{translate('routeSetting.ladder.none')}</Typography> : (
        <Box component="ol" ref={list} aria-label={translate('routeSetting.ladder.line')} sx={{ m: 0, p: 0, pl: 1.5, listStyle: 'none', borderInlineStart: 3, borderColor: 'divider' }}>
          {[...before, <Point key="due" isDue>{deadline === undefined ? translate('routeSetting.ladder.noLimit') : `${translate('routeSetting.ladder.due')} · ${sayDeadline(deadline, context.words)}`}</Point>, ...after]}
        </Box>
      )}
      <Button size="small" variant="outlined" disabled={value.length >= MAX_RUNGS} sx={{ alignSelf: 'flex-start' }} onClick={add}>{translate('designer.rung.add')}</Button>
      <FormHelperText error={error !== undefined}>{error ?? help ?? ''} {value.length === 0 ? '' : translate('routeSetting.ladder.keys')}</FormHelperText>
    </Stack>
  );
}

function Point({ isDue = false, children }: { readonly isDue?: boolean; readonly children: React.ReactNode }) {
  return (
    <Box component="li" sx={{ position: 'relative', py: 0.5, '&::before': { content: '""', position: 'absolute', insetInlineStart: '-20px', top: 12, width: 13, height: 13, borderRadius: isDue ? 0 : '50%', transform: isDue ? 'rotate(45deg)' : 'none', bgcolor: isDue ? 'error.main' : 'primary.main' } }}>
      {isDue ? <Typography variant="body2" sx={{ fontWeight: 700 }}>{children}</Typography> : children}
    </Box>
  );
}

type RowProps = {
  readonly rung: EscalationRung;
  readonly at: Instant | null;
  readonly context: SettingsContext;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (rung: EscalationRung) => void;
  /** Along the line, by a key. */
  readonly onMove: (rung: EscalationRung) => void;
  readonly onRemove: () => void;
};

function RungRow({ rung, at, context, isOpen, onToggle, onChange, onMove, onRemove }: RowProps) {
  const translate = useTranslate();
  const format = useFormat();
  const said = sayRung(rung, context.words);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.code];
    if (step === undefined && event.code !== 'Delete') return;
    event.preventDefault();
    if (step === undefined) onRemove();
    else onMove(moved(rung, step));
  };
  return (
    <Point>
      <ButtonBase data-rung={rung.id} aria-expanded={isOpen} aria-keyshortcuts="ArrowUp ArrowDown Delete" onClick={onToggle} onKeyDown={onKeyDown} sx={{ display: 'block', width: 1, minHeight: 36, textAlign: 'start', borderRadius: 1, px: 0.5, '&:focus-visible': { outline: 2, outlineColor: 'primary.main' } }}>
        <Typography variant="body2" component="span" sx={{ display: 'block' }}>{said}</Typography>
        {at === null ? null : <Typography variant="caption" component="span" color="text.secondary">{translate('routeSetting.ladder.at', { at: format.dateTime(at) })}</Typography>}
      </ButtonBase>
      {isOpen ? <RungFields rung={rung} onChange={onChange} onRemove={onRemove} said={said} /> : null}
    </Point>
  );
}

function RungFields({ rung, onChange, onRemove, said }: { readonly rung: EscalationRung; readonly onChange: (rung: EscalationRung) => void; readonly onRemove: () => void; readonly said: string }) {
  const translate = useTranslate();
  const amount = (text: string): number => Math.min(3650, Math.max(0, Math.round(Number(text)) || 0));
  return (
    <Stack spacing={1} sx={{ py: 1 }}>
      <Select label={translate('designer.rung.act')} value={rung.act} options={ACTS.map((act) => ({ value: act, label: translate(`designer.rung.${act}`) }))} onChange={(act) => onChange({ ...rung, act: ACTS.find((each) => each === act) ?? rung.act })} />
      <Stack direction="row" spacing={1}>
        <Select label={translate('designer.rung.when')} value={rung.when} options={(['beforeDue', 'afterDue'] as const).map((when) => ({ value: when, label: translate(`designer.rung.${when}`) }))} onChange={(when) => onChange({ ...rung, when: when === 'beforeDue' ? 'beforeDue' : 'afterDue' })} />
        <TextField type="number" label={translate('designer.span.amount')} value={rung.offset.amount} sx={{ width: 110, flexShrink: 0 }} slotProps={{ htmlInput: { min: 0, max: MAX_DEADLINE_AMOUNT, inputMode: 'numeric' } }} onChange={(event) => onChange({ ...rung, offset: { ...rung.offset, amount: amount(event.target.value) } })} />
      </Stack>
      <Select label={translate('designer.span.unit')} value={rung.offset.unit} options={UNITS.map((unit) => ({ value: unit, label: translate(`designer.span.${unit}`) }))} onChange={(unit) => onChange({ ...rung, offset: { ...rung.offset, unit: UNITS.find((each) => each === unit) ?? rung.offset.unit } })} />
      <Button size="small" color="error" startIcon={<DeleteIcon />} sx={{ alignSelf: 'flex-start' }} onClick={onRemove}>{translate('routeSetting.ladder.remove', { what: said })}</Button>
    </Stack>
  );
}

/** Along the line by one unit: towards the limit, over it, and away from it. */
function moved(rung: EscalationRung, step: number): EscalationRung {
  const place = (rung.when === 'beforeDue' ? -rung.offset.amount : rung.offset.amount) + step;
  const when = place < 0 || (place === 0 && rung.when === 'beforeDue') ? 'beforeDue' : 'afterDue';
  return { ...rung, when, offset: { ...rung.offset, amount: Math.min(3650, Math.abs(place)) } };
}

/** @param isLeftAtLimit nothing can follow the limit of a step that is left then */
function freshRung(ladder: Ladder, isLeftAtLimit: boolean): EscalationRung {
  let no = ladder.length + 1;
  while (ladder.some(({ id }) => id === `r${no}`)) no += 1;
  if (isLeftAtLimit) return { id: `r${no}`, when: 'beforeDue', offset: { unit: 'workingDays', amount: 1 }, act: ACTS[Math.min(ladder.length, ACTS.length - 1)] ?? 'remind' };
  const last = ladder.filter(({ when }) => when === 'afterDue').length;
  const offset = { unit: 'workingDays', amount: ladder.length === 0 ? 1 : last + 1 } as const;
  return { id: `r${no}`, when: ladder.length === 0 ? 'beforeDue' : 'afterDue', offset, act: ACTS[Math.min(ladder.length, ACTS.length - 1)] ?? 'remind' };
}
