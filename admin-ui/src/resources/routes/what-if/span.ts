import { addDays, type CivilDate } from '#domain/thai/dates';

export const PRESETS = ['quarter', 'days90', 'month', 'year', 'own'] as const;
export type Preset = (typeof PRESETS)[number];
export type Span = { readonly from: CivilDate; readonly to: CivilDate };

/** First day of the month that lies so many months from the day's own. */
function monthOf(day: CivilDate, away: number): CivilDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + away;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

const QUARTER = 3;
const SPANS: { readonly [P in Exclude<Preset, 'own'>]: (today: CivilDate) => Span } = {
  quarter: (today) => {
    const first = monthOf(today, -((Number(today.slice(5, 7)) - 1) % QUARTER));
    return { from: monthOf(first, -QUARTER), to: addDays(first, -1) };
  },
  days90: (today) => ({ from: addDays(today, -90), to: today }),
  month: (today) => ({ from: monthOf(today, -1), to: addDays(monthOf(today, 0), -1) }),
  year: (today) => ({ from: addDays(today, -365), to: today }),
};

/** The dates that a preset means today; those given where they are the reader's own. */
export const spanOf = (preset: Preset, today: CivilDate, own: Span): Span => (preset === 'own' ? own : SPANS[preset](today));
