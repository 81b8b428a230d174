import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { Route } from '#domain/route/model';
import type { Words } from '#domain/route/say';
import { usePosts, useUnits } from '../../../components/pickers';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { usePeople } from '../settings/use-people';
import { useDesignContext } from '../use-designs';
import type { Choice, SettingsContext } from './types';

/** Families of words for the values of facts. */
const FAMILIES: { readonly [fact: string]: string } = {
  direction: 'direction', kind: 'kind', urgency: 'urgency', secrecy: 'secrecy', channel: 'channel', assignmentAction: 'actionWord', assignmentRole: 'officeRoute.part',
};

/** What the settings of a step speak of, by the names that the office gives it. */
export function useSettingsContext({ officeId, route }: { readonly officeId: string | undefined; readonly route: Route }): SettingsContext {
  const api = useApi();
  const localName = useLocalName();
  const posts = usePosts(officeId).data?.items;
  const units = useUnits(officeId).data?.items;
  const lists = useQuery({ queryKey: [...keys.directory, 'lists'], queryFn: ({ signal }) => api.distributionLists({ signal }), staleTime: 60_000 }).data?.items;
  const inForce = useDesignContext(officeId).data?.routes;
  const people = usePeople(officeId);
  const words = useWords({ posts: posts?.map(({ code, title }) => [code, localName(title)]), units: units?.map(({ code, name }) => [code, localName(name)]), ids: [...(posts ?? []).map(({ id, title }) => [id, localName(title)] as const), ...(units ?? []).map(({ id, name }) => [id, localName(name)] as const)] });
  return useMemo(
    (): SettingsContext => ({
      officeId,
      route,
      words,
      posts: (posts ?? []).map(({ code, title, unit }): Choice => ({ id: code, title: localName(title), ...(unit === null ? {} : { detail: localName(unit) }) })),
      units: (units ?? []).map(({ code, name }) => ({ id: code, title: localName(name) })),
      lists: (lists ?? []).filter((list) => list.officeId === officeId).map(({ code, name, members }) => ({ id: code, title: localName(name), members: members.map(({ office, role }) => ({ title: localName(office.name), role })) })),
      routes: (inForce ?? []).map(({ id, name, version }) => ({ id, title: localName(name), version })),
      people,
    }),
    [officeId, route, words, posts, units, lists, inForce, people, localName],
  );
}

type Named = readonly (readonly [code: string, name: string])[] | undefined;

/** How a route's settings are said in the reader's language. */
function useWords({ posts, units, ids }: { readonly posts: Named; readonly units: Named; readonly ids: Named }): Words {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const shape = JSON.stringify([posts, units, ids]);
  return useMemo((): Words => {
    const [postNames, unitNames, byId] = [new Map(posts), new Map(units), new Map(ids)];
    return {
      lang: locale === 'en' ? 'en' : 'th',
      post: (code) => postNames.get(code) ?? code,
      unit: (code) => unitNames.get(code) ?? code,
      role: (role) => translate(`role.${role}`),
      value: (fact, value) => (FAMILIES[fact] === undefined ? (byId.get(value) ?? value) : translate(`${FAMILIES[fact]}.${value}`, { _: value })),
    };
    // `shape` stands for the names.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [locale, shape, translate]);
}
