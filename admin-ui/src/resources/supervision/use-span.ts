import { useTranslate } from 'react-admin';
import type { SupervisionItem } from '#domain/contracts/supervision';
import { type Format, useFormat } from '../../providers/i18n/use-format';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Working time in words: 3 วันทำการ; below a day in hours. */
export function writeSpan({ days, minutes }: SupervisionItem['rest'], translate: Translate, format: Pick<Format, 'number' | 'digits'>): string {
  if (days === 0 && minutes < 60) return format.digits(translate('supervision.span.less'));
  const [unit, n] = days > 0 ? (['days', days] as const) : (['hours', Math.floor(minutes / 60)] as const);
  return translate(`supervision.span.${unit}`, { n: format.number(n), smart_count: n });
}

export function useSpan(): (span: SupervisionItem['rest']) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (span) => writeSpan(span, translate, format);
}
