import { useMemo } from 'react';
import { usePosts } from '../../../components/pickers';
import { useLocalName } from '../../../providers/auth/use-session';
import { type RehearsalContext, useRehearsalContext } from '../use-designs';
import type { PeopleView } from './people';

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
  }, [context, posts, localName]);
}
