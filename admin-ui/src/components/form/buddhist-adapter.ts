import { AdapterDayjsBuddhist } from '@mui/x-date-pickers/AdapterDayjsBuddhist';
import dayjs, { type Dayjs } from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';

dayjs.extend(customParseFormat);

const TOKENS = /BBBB|MMMM|MMM|MM|M|DD|D|dddd|HH|H|hh|h|mm|m|ss|s|A|a/g;
const YEAR_OFFSET = 543;

/**
 * Dates of the Buddhist era in the pickers. The adapter it extends reads the digits as a year of the common era and then
 * takes 543 years off, so that 29 February 2567 is no date at all and 29 February 2568 becomes the 28th; here the year is
 * changed before the date is read.
 */
export class BuddhistAdapter extends AdapterDayjsBuddhist {
  // Declared as a property by the class above, hence not a method.
  override parse = (value: string, format: string): Dayjs | null => {
    if (value === '') return null;
    const locale = this.locale ?? 'en';
    if (!format.includes('BBBB')) return dayjs(value, format, locale, true);
    const tokens = format.match(TOKENS) ?? [];
    const literals = format.split(TOKENS).map(escapePattern);
    const pattern = literals.reduce((all, literal, at) => `${all}${literal}${tokens[at] === undefined ? '' : tokens[at] === 'BBBB' ? '(?<year>\\d{4})' : '(?:.+?)'}`, '^');
    const match = new RegExp(`${pattern}$`, 'd').exec(value);
    const span = match?.indices?.groups?.['year'];
    if (span === undefined) return dayjs(Number.NaN);
    const year = Number(value.slice(...span)) - YEAR_OFFSET;
    if (year < 1000) return dayjs(Number.NaN);
    return dayjs(`${value.slice(0, span[0])}${year}${value.slice(span[1])}`, format.replaceAll('BBBB', 'YYYY'), locale, true);
  };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
