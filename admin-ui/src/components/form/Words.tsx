import { TextField, type TextFieldProps } from '@mui/material';
import { useTranslate } from 'react-admin';
import { NOTE_MAX } from '#domain/contracts/limits';
import { toLines } from '../lines';
import { useFormat } from '../../providers/i18n/use-format';

export type WordsRule = {
  readonly max?: number;
  readonly isRequired?: boolean;
  /** One thing to a line, and `max` is of each line. */
  readonly isList?: boolean;
};

const longest = (text: string, isList: boolean): number => (isList ? Math.max(0, ...toLines(text).map(({ length }) => length)) : text.trim().length);

/** Whether a text can be sent as it stands. */
export const areWordsRight = (text: string, { max = NOTE_MAX, isRequired = false, isList = false }: WordsRule = {}): boolean => longest(text, isList) <= max && (!isRequired || text.trim() !== '');

type Props = WordsRule & Omit<TextFieldProps, 'value' | 'onChange' | 'error' | 'required'> & {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** True once somebody has tried to send it: from then on what is missing is marked. */
  readonly wasTried?: boolean;
  /** What to say where it is missing, instead of that it must be filled in. */
  readonly missing?: string;
};

/**
 * One's own words beside an act. What is wrong is said at the field; a text that is too long is not cut off, so that nothing
 * pasted is lost without anybody noticing.
 */
export function Words({ value, onChange, max = NOTE_MAX, isRequired = false, isList = false, wasTried = false, missing, helperText, ...rest }: Props) {
  const translate = useTranslate();
  const format = useFormat();
  const over = longest(value, isList) - max;
  const isMissing = wasTried && isRequired && value.trim() === '';
  const problem = over > 0 ? translate('validation.tooLong', { max: format.number(max), over: format.number(over) }) : isMissing ? (missing ?? translate('ra.validation.required')) : undefined;
  return <TextField {...rest} required={isRequired} value={value} error={problem !== undefined} helperText={problem ?? helperText} onChange={(event) => onChange(event.target.value)} />;
}
