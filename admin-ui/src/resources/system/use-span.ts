import { useTranslate } from 'react-admin';
import { useFormat } from '../../providers/i18n/use-format';

const UNITS = [['days', 86_400], ['hours', 3_600], ['minutes', 60], ['seconds', 1]] as const;

/** Seconds as one says them, in the largest unit that fits: 3 ชั่วโมง. */
export function useSpan(): (seconds: number) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (seconds) => {
    const [unit, size] = UNITS.find(([, each]) => seconds >= each) ?? UNITS[3];
    return translate(`system.span.${unit}`, { n: format.number(Math.floor(seconds / size)) });
  };
}
