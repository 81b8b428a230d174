import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useDebounced } from '../../hooks/use-debounced';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import type { IntakeValues } from './intake-form';

export type Known = ResponseOf<(typeof endpoints)['knownLetters']>;

/** What the register and our own letters say to what is typed: asked a moment after the last key. */
export function useKnown(values: IntakeValues): Known | undefined {
  const api = useApi();
  const { postId, fromText, theirNo, theirDate, subject, references, isSealed } = values;
  const typed = JSON.stringify({
    postId, fromText: fromText.trim(), theirNo: theirNo.trim().slice(0, 100), subject: isSealed ? '' : subject.trim().slice(0, 250), cites: isSealed ? '' : references.slice(0, 2_000),
    ...(theirDate !== null && /^\d{4}-\d\d-\d\d$/.test(theirDate) ? { theirDate } : {}),
  });
  // Written one line above.
  const query = JSON.parse(useDebounced(typed, 400)) as { postId: string; fromText: string; theirNo: string; subject: string; cites: string; theirDate?: string };
  const known = useQuery({
    queryKey: [...keys.letters, 'known', query],
    queryFn: ({ signal }) => api.knownLetters({ query, signal }),
    enabled: query.postId !== '' && (query.theirNo !== '' || query.cites.trim() !== '' || query.subject.length >= 12),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return query.theirNo === '' && query.cites.trim() === '' && query.subject.length < 12 ? undefined : known.data;
}
