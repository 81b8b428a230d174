import { useQuery } from '@tanstack/react-query';
import { GOVERNMENT_HOURS, type OfficeHours } from '#domain/calendar/calendar';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

/** Office hours by the office's own calendar; without an office, that of the reader's first post. Undefined until known. */
export function useOfficeHours(officeId?: string): OfficeHours | undefined {
  const api = useApi();
  const calendar = useQuery({
    queryKey: [...keys.calendar, officeId ?? 'own', 'hours'],
    queryFn: ({ signal }) => api.calendar({ query: officeId === undefined ? {} : { officeId }, signal }),
    staleTime: 10 * 60_000,
  });
  // Nobody is kept from recording an absence because the calendar could not be read.
  return calendar.isError ? GOVERNMENT_HOURS : calendar.data?.hours;
}
