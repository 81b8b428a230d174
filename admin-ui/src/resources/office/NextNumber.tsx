import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { BookKind } from '#domain/letter/vocabulary';
import { isBookPattern, printNumber } from '#domain/numbering/book';
import { useFormat } from '../../providers/i18n/use-format';

/** Places of a pattern as they are typed, for the texts that speak of them. */
export const PATTERN_PLACES = { code: '{code}', n: '{n}', year: '{year}', mark: '{mark}' } as const;

type Codes = { readonly agencyCode: string; readonly unitCode: string; readonly committeeCode: string };

/** What the next number will look like; nothing while the pattern cannot be printed. */
export function NextNumber({ kind, pattern, lastNo, yearBe, codes }: { readonly kind: BookKind; readonly pattern: string; readonly lastNo: number; readonly yearBe: number; readonly codes: Codes }) {
  const translate = useTranslate();
  const format = useFormat();
  const isPrintable = pattern.trim() === '' || isBookPattern(pattern);
  if (!isPrintable) return <Alert severity="warning" role="status">{translate('validation.bookPattern')}</Alert>;
  const number = printNumber({ kind, pattern: pattern.trim(), seq: lastNo + 1, yearBe, codes: { ...codes, committeeCode: codes.committeeCode === '' ? null : codes.committeeCode }, secrecy: kind === 'secret_send' ? 'confidential' : 'none' });
  return <Alert severity="info" role="status">{translate('bookSetting.next', { no: format.digits(number) })}</Alert>;
}
