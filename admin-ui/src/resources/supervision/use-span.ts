import { useTranslate } from 'react-admin';
import type { SupervisionItem } from '#domain/contracts/supervision';
import { type Format, useFormat } from '../../providers/i18n/use-format';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Working time in words: 3 วันทำการ; below a day in hours, below an hour in minutes. */
export function writeSpan({ days, minutes }: SupervisionItem['rest'], translate: Translate, format: Pick<Format, 'number'>): string {
  const [unit, n] = days > 0 ? (['days', days] as const) : minutes >= 60 ? (['hours', Math.floor(minutes / 60)] as const) : (['minutes', minutes] as const);
  return translate(`supervision.span.${unit}`, { n: format.number(n), smart_count: n });
}

export function useSpan(): (span: SupervisionItem['rest']) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (span) => writeSpan(span, translate, format);
}
