import Box from '@mui/material/Box';
import { DateCalendar } from '@mui/x-date-pickers/DateCalendar';
import { DatePicker } from '@mui/x-date-pickers/DatePicker';
import { DateTimePicker } from '@mui/x-date-pickers/DateTimePicker';
import { LocalizationProvider, type LocalizationProviderProps } from '@mui/x-date-pickers/LocalizationProvider';
import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs';
import { thTH } from '@mui/x-date-pickers/locales';
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/th';
import type { FocusEvent, ReactNode } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { bangkokDate, bangkokInstant, bangkokTime } from '#domain/thai/dates';
import { BuddhistAdapter } from './buddhist-adapter';
import { type DateProps, isUnfinished, UNFINISHED } from './date-fields';

// The package types its texts as perhaps absent; absent and undefined are the same to it.
const THAI_TEXTS = thTH.components.MuiLocalizationProvider.defaultProps.localeText as NonNullable<LocalizationProviderProps<string>['localeText']>;

type Half = Pick<DateProps, 'value' | 'onChange'>;

/** A picker tells only of whole dates: one left half typed is noted when the field is left, so that it is not taken for none. */
function noteHalfTyped({ value, onChange }: Half, { currentTarget, target, relatedTarget }: FocusEvent<HTMLElement>): void {
  // The sheet of days opens elsewhere, and its events come here too.
  const isLeft = currentTarget.contains(target) && !currentTarget.contains(relatedTarget);
  if (!isLeft || (value !== null && !isUnfinished(value))) return;
  const isEmpty = currentTarget.querySelector('input')?.value === '';
  if (isEmpty !== (value === null)) onChange(isEmpty ? null : UNFINISHED);
}

/** Pickers in the reader's language and era: Buddhist years in Thai, the common era in English. */
function Pickers({ children, half }: { readonly children: ReactNode; readonly half?: Half }) {
  const [locale] = useLocaleState();
  const isThai = locale !== 'en';
  return (
    <LocalizationProvider
      key={locale}
      dateAdapter={isThai ? BuddhistAdapter : AdapterDayjs}
      adapterLocale={isThai ? 'th' : 'en'}
      localeText={isThai ? THAI_TEXTS : {}}
    >
      {half === undefined ? children : <Box sx={{ width: '100%', minWidth: 0 }} onBlur={(event) => noteHalfTyped(half, event)}>{children}</Box>}
    </LocalizationProvider>
  );
}

const useDateFormat = (): string => (useLocaleState()[0] === 'en' ? 'DD/MM/YYYY' : 'DD/MM/BBBB');

/** What a picker gives, as `YYYY-MM-DD`. */
const toCivil = (value: Dayjs | null): string | null => (value === null ? null : value.isValid() ? value.format('YYYY-MM-DD') : UNFINISHED);
/** Wall clock in Bangkok, whatever the browser's zone, as an instant. */
const toBangkok = (value: Dayjs | null): string | null =>
  value === null ? null : value.isValid() ? bangkokInstant(value.format('YYYY-MM-DD'), value.format('HH:mm')) : UNFINISHED;

/** What is said beside a date: what is wrong with it comes first. */
function useSaid({ value, error, helperText }: Pick<DateProps, 'value' | 'error' | 'helperText'>) {
  const translate = useTranslate();
  const problem = isUnfinished(value) ? translate('validation.date') : error;
  return { error: problem !== undefined, helperText: problem ?? helperText };
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function DayPicker({ label, value, onChange, error, helperText, isRequired = false, ...limits }: DateProps) {
  const format = useDateFormat();
  const said = useSaid({ value, error, helperText });
  return (
    <Pickers half={{ value, onChange }}>
      <DatePicker
        {...limits}
        label={label}
        format={format}
        value={value === null || isUnfinished(value) ? null : dayjs(value)}
        onChange={(next) => onChange(toCivil(next))}
        slotProps={{
          textField: { size: 'small', fullWidth: true, required: isRequired, ...said },
          field: { clearable: true },
        }}
      />
    </Pickers>
  );
}

/** An instant, chosen by the clock in Bangkok. */
export function InstantPicker({ label, value, onChange, error, helperText, isRequired = false, ...limits }: DateProps) {
  const format = useDateFormat();
  const said = useSaid({ value, error, helperText });
  const shown = value === null || isUnfinished(value) ? null : dayjs(`${bangkokDate(value)}T${bangkokTime(value)}`);
  return (
    <Pickers half={{ value, onChange }}>
      <DateTimePicker
        {...limits}
        ampm={false}
        label={label}
        format={`${format} HH:mm`}
        value={shown}
        onChange={(next) => onChange(toBangkok(next))}
        slotProps={{ textField: { size: 'small', fullWidth: true, required: isRequired, ...said }, field: { clearable: true } }}
      />
    </Pickers>
  );
}

/** The month as a sheet to pick a day from; `isFinal` when a day was picked rather than a month or year. */
export function DayCalendar({ value, onPick, ...limits }: {
  readonly value: string | null;
  readonly disableFuture: boolean;
  readonly disablePast: boolean;
  readonly onPick: (day: string, isFinal: boolean) => void;
}) {
  return (
    <Pickers>
      <DateCalendar {...limits} value={value === null ? null : dayjs(value)} onChange={(next, state) => (next === null ? undefined : onPick(next.format('YYYY-MM-DD'), state === 'finish'))} />
    </Pickers>
  );
}
