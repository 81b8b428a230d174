import { useQuery } from '@tanstack/react-query';
import { GOVERNMENT_HOURS, nextWorkingDay, type OfficeHours, PLAIN_CALENDAR } from '#domain/calendar/calendar';
import { bangkokDate } from '#domain/thai/dates';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

export type WorkingTime = {
  readonly hours: OfficeHours;
  /** The next day on which the office works, after today. */
  readonly nextDay: string;
};

/** When an office works, by its own calendar; without an office, that of the reader's first post. Undefined until known. */
export function useWorkingTime(officeId?: string): WorkingTime | undefined {
  const api = useApi();
  const calendar = useQuery({
    queryKey: [...keys.calendar, officeId ?? 'own', 'hours'],
    queryFn: ({ signal }) => api.calendar({ query: officeId === undefined ? {} : { officeId }, signal }),
    staleTime: 10 * 60_000,
  });
  // Nobody is kept from recording an absence because the calendar could not be read.
  if (calendar.isError) return usualTime();
  return calendar.data === undefined ? undefined : { hours: calendar.data.hours, nextDay: calendar.data.nextWorkingDay };
}

/** Government hours on the next day that is none of a weekend. */
const usualTime = (): WorkingTime => ({ hours: GOVERNMENT_HOURS, nextDay: nextWorkingDay(PLAIN_CALENDAR, bangkokDate(new Date().toISOString())) });
