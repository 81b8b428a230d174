import { useMemo } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { toThaiDigits } from '#domain/thai/digits';
import { addDays, bangkokDate, bangkokTime, daysBetween, type Digits, formatDate, formatTime, instantMs, MINUTE_MS } from '#domain/thai/dates';
import { useSession } from '../auth/use-session';

export type Format = {
  /** Short date of a table: 21 พ.ย. 69. */
  readonly date: (value: string | null | undefined) => string;
  /** 21 พฤศจิกายน 2569. */
  readonly longDate: (value: string | null | undefined) => string;
  readonly time: (iso: string) => string;
  readonly dateTime: (iso: string | null | undefined) => string;
  readonly number: (value: number) => string;
  /** Digits by the reader's preference in a text that has them; addresses and file names keep theirs. */
  readonly digits: (text: string) => string;
  /** A due instant as one says it: อีก 2 วัน, เลยกำหนด 3 ชั่วโมง. */
  readonly due: (iso: string, now?: number) => string;
  /** Since when: 5 นาทีที่แล้ว, เมื่อวาน 14.30 น. */
  readonly ago: (iso: string, now?: number) => string;
  readonly yearBe: (year: number) => string;
  readonly fileSize: (bytes: number) => string;
};

type Translate = (key: string, options?: Record<string, unknown>) => string;
/** Made once: it loads the rules of a language. */
const FIGURES = new Intl.NumberFormat('en-US');
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How dates, times and figures are written for this reader: Buddhist years in Thai, the common era in English. */
export function createFormat(args: { locale: string; digits: Digits; translate: Translate }): Format {
  const { locale, translate } = args;
  const isThai = locale !== 'en';
  const digits: Digits = isThai ? args.digits : 'arabic';
  const shown = (text: string): string => (digits === 'thai' ? toThaiDigits(text) : text);
  const inWords = (key: string, count: number): string => shown(translate(key, { smart_count: count, n: count }));
  const date: Format['date'] = (value) => (value ? formatDate(value, isThai ? 'register' : 'english', digits) : '');
  const time: Format['time'] = (iso) => (isThai ? formatTime(iso, digits) : bangkokTime(iso));

  const due: Format['due'] = (iso, now = Date.now()) => {
    const left = instantMs(iso) - now;
    const side = left < 0 ? 'late' : 'left';
    const size = Math.abs(left);
    if (size < HOUR_MS) return inWords(`when.${side}.minutes`, Math.max(1, Math.round(size / MINUTE_MS)));
    if (size < DAY_MS) return inWords(`when.${side}.hours`, Math.round(size / HOUR_MS));
    const days = Math.abs(daysBetween(bangkokDate(new Date(now).toISOString()), bangkokDate(iso)));
    return inWords(`when.${side}.days`, Math.max(1, days));
  };
  const ago: Format['ago'] = (iso, now = Date.now()) => {
    const passed = now - instantMs(iso);
    if (passed < MINUTE_MS) return translate('when.justNow');
    if (passed < HOUR_MS) return inWords('when.ago.minutes', Math.floor(passed / MINUTE_MS));
    const today = bangkokDate(new Date(now).toISOString());
    const day = bangkokDate(iso);
    if (day === today) return translate('when.today', { time: time(iso) });
    if (day === addDays(today, -1)) return translate('when.yesterday', { time: time(iso) });
    return `${date(iso)} ${time(iso)}`;
  };

  return {
    date,
    longDate: (value) => (value ? formatDate(value, isThai ? 'letter' : 'english', digits) : ''),
    time,
    dateTime: (iso) => (iso ? `${date(iso)} ${time(iso)}` : ''),
    number: (value) => shown(FIGURES.format(value)),
    digits: shown,
    due,
    ago,
    yearBe: (year) => (isThai ? shown(String(year)) : String(year - 543)),
    fileSize: (bytes) => shown(fileSize(bytes)),
  };
}

export function useFormat(): Format {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const digits = useSession()?.digits ?? 'arabic';
  return useMemo(() => createFormat({ locale, digits, translate }), [locale, digits, translate]);
}

function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
