import { DateCalendar } from '@mui/x-date-pickers/DateCalendar';
import { DatePicker } from '@mui/x-date-pickers/DatePicker';
import { DateTimePicker } from '@mui/x-date-pickers/DateTimePicker';
import { LocalizationProvider, type LocalizationProviderProps } from '@mui/x-date-pickers/LocalizationProvider';
import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs';
import { thTH } from '@mui/x-date-pickers/locales';
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/th';
import type { ReactNode } from 'react';
import { useLocaleState } from 'react-admin';
import { bangkokDate, bangkokInstant, bangkokTime } from '#domain/thai/dates';
import { BuddhistAdapter } from './buddhist-adapter';
import type { DateProps } from './date-fields';

// The package types its texts as perhaps absent; absent and undefined are the same to it.
const THAI_TEXTS = thTH.components.MuiLocalizationProvider.defaultProps.localeText as NonNullable<LocalizationProviderProps<string>['localeText']>;

/** Pickers in the reader's language and era: Buddhist years in Thai, the common era in English. */
function Pickers({ children }: { readonly children: ReactNode }) {
  const [locale] = useLocaleState();
  const isThai = locale !== 'en';
  return (
    <LocalizationProvider
      key={locale}
      dateAdapter={isThai ? BuddhistAdapter : AdapterDayjs}
      adapterLocale={isThai ? 'th' : 'en'}
      localeText={isThai ? THAI_TEXTS : {}}
    >
      {children}
    </LocalizationProvider>
  );
}

const INCOMPLETE = 'incomplete';
const useDateFormat = (): string => (useLocaleState()[0] === 'en' ? 'DD/MM/YYYY' : 'DD/MM/BBBB');

/** What a picker gives, as `YYYY-MM-DD`; a date half typed is kept as a word that no contract takes. */
const toCivil = (value: Dayjs | null): string | null => (value === null ? null : value.isValid() ? value.format('YYYY-MM-DD') : INCOMPLETE);
/** Wall clock in Bangkok, whatever the browser's zone, as an instant. */
const toBangkok = (value: Dayjs | null): string | null =>
  value === null ? null : value.isValid() ? bangkokInstant(value.format('YYYY-MM-DD'), value.format('HH:mm')) : INCOMPLETE;


/** A day of the calendar, `YYYY-MM-DD`. */
export function DayPicker({ label, value, onChange, error, helperText, isRequired = false, ...limits }: DateProps) {
  const format = useDateFormat();
  return (
    <Pickers>
      <DatePicker
        {...limits}
        label={label}
        format={format}
        value={value === null || value === INCOMPLETE ? null : dayjs(value)}
        onChange={(next) => onChange(toCivil(next))}
        slotProps={{
          textField: { size: 'small', fullWidth: true, required: isRequired, error: error !== undefined, helperText: error ?? helperText },
          field: { clearable: true },
        }}
      />
    </Pickers>
  );
}

/** An instant, chosen by the clock in Bangkok. */
export function InstantPicker({ label, value, onChange, error, helperText, isRequired = false, ...limits }: DateProps) {
  const format = useDateFormat();
  const shown = value === null || value === INCOMPLETE ? null : dayjs(`${bangkokDate(value)}T${bangkokTime(value)}`);
  return (
    <Pickers>
      <DateTimePicker
        {...limits}
        ampm={false}
        label={label}
        format={`${format} HH:mm`}
        value={shown}
        onChange={(next) => onChange(toBangkok(next))}
        slotProps={{ textField: { size: 'small', fullWidth: true, required: isRequired, error: error !== undefined, helperText: error ?? helperText }, field: { clearable: true } }}
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
