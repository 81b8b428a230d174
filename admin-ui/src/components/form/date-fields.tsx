import { TextField } from '@mui/material';
import { onDemand } from '../on-demand';

export type DateProps = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: string | undefined;
  readonly helperText?: string | undefined;
  readonly disablePast?: boolean;
  readonly disableFuture?: boolean;
  readonly isRequired?: boolean;
};

/** What a date half typed, or one that no calendar has, is kept as: a word that no contract takes. */
export const UNFINISHED = 'unfinished';
export const isUnfinished = (value: string | null | undefined): boolean => value === UNFINISHED;

/** The field's place is kept until the picker has come. */
const Coming = ({ label, helperText }: DateProps) => <TextField label={label} helperText={helperText} disabled aria-busy />;

// The pickers are the largest script of all; a page is drawn before they come.
const pickers = () => import('./date-pickers');
/** A day of the calendar, `YYYY-MM-DD`. */
export const DateField = onDemand<DateProps>(async () => (await pickers()).DayPicker, Coming);
/** An instant, chosen by the clock in Bangkok. */
export const InstantField = onDemand<DateProps>(async () => (await pickers()).InstantPicker, Coming);
