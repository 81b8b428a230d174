import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import { IconButton, InputAdornment, Popover, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { isCivilDate, parseTypedDate } from '#domain/thai/dates';
import { useFormat } from '../../providers/i18n/use-format';
import { onDemand } from '../on-demand';

const DayCalendar = onDemand(async () => (await import('./date-pickers')).DayCalendar);

type Props<V extends FieldValues> = { readonly control: Control<V>; readonly name: FieldPath<V>; readonly label: string; readonly helperText?: string; readonly disableFuture?: boolean; readonly disablePast?: boolean };

/**
 * A day that is typed by hand (21/11/69, 211169, 21 พ.ย. 2569) or picked from the calendar. What cannot be read as a day stays as it was
 * typed, so that nothing is lost; no contract takes it.
 */
export function TypedDateInput<V extends FieldValues>({ control, name, label, helperText, disableFuture = false, disablePast = false }: Props<V>) {
  const translate = useTranslate();
  const format = useFormat();
  const { field, fieldState } = useController({ control, name });
  const [typing, setTyping] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // What stands in the form under this name is a day, a text that is none, or nothing.
  const value = (field.value ?? null) as string | null;
  const day = value !== null && isCivilDate(value) ? value : null;
  const shown = typing ?? (day === null ? (value ?? '') : format.date(day));
  const settle = (): void => {
    if (typing === null) return;
    const text = typing.trim();
    field.onChange(text === '' ? null : (parseTypedDate(text) ?? text));
    setTyping(null);
  };
  return (
    <>
      <TextField
        label={label}
        value={shown}
        autoComplete="off"
        inputRef={field.ref}
        placeholder={translate('date.placeholder')}
        error={fieldState.invalid}
        helperText={fieldState.error?.message ?? (day !== null && typing === null ? format.longDate(day) : helperText)}
        onChange={(event) => {
          setTyping(event.target.value);
          // Known while one types, so that a shortcut that sends the form sends this day.
          const text = event.target.value.trim();
          field.onChange(text === '' ? null : (parseTypedDate(text) ?? text));
        }}
        onBlur={() => {
          settle();
          field.onBlur();
        }}
        slotProps={{
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton size="small" edge="end" tabIndex={-1} aria-label={translate('date.open', { field: label })} onClick={(event) => setAnchor(event.currentTarget)}><CalendarIcon fontSize="small" /></IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      {anchor === null ? null : (
        <Popover open anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}>
          <DayCalendar
            value={day}
            disableFuture={disableFuture}
            disablePast={disablePast}
            onPick={(picked, isFinal) => {
              setTyping(null);
              field.onChange(picked);
              if (isFinal) setAnchor(null);
            }}
          />
        </Popover>
      )}
    </>
  );
}
