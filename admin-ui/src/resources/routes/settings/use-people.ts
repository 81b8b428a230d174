import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RehearsalContext } from '#domain/contracts/route-rehearsal';
import { usePosts } from '../../../components/pickers';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import type { PeopleView } from './people';

/** What rehearsals and previews of an office stand on; undefined for whoever does not design there. */
export function useRehearsalContext(officeId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.people, 'rehearsal', officeId], enabled: officeId !== undefined, staleTime: 60_000, retry: false,
    queryFn: ({ signal }) => api.rehearsalContext({ query: officeId === undefined ? {} : { officeId }, signal }),
  });
}

/** The office's people and calendar by the names that the reader knows them by. */
export function usePeople(officeId: string | undefined): PeopleView | undefined {
  const context = useRehearsalContext(officeId).data;
  return usePeopleOf(context);
}

export function usePeopleOf(context: RehearsalContext | undefined): PeopleView | undefined {
  const localName = useLocalName();
  const posts = usePosts(context?.officeId).data?.items;
  return useMemo((): PeopleView | undefined => {
    if (context === undefined) return undefined;
    const titles = new Map(posts?.map(({ id, title }) => [id, localName(title)]));
    const { people, persons, at, calendar } = context;
    return { now: at, calendar, facts: people, personName: (id) => localName(persons[id]) || id, postName: (id) => titles.get(id) ?? people.posts.find((post) => post.id === id)?.code ?? id };
    // `localName` is made anew each time; the names change with the language, which draws the page anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [context, posts]);
}
