import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { LocalName } from '#domain/contracts/common';
import type { Route } from '#domain/route/model';
import type { Words } from '#domain/route/say';
import { usePosts, useUnits } from '../../../components/pickers';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useLang } from '../../../providers/i18n/use-lang';
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
  const words = useWords(posts, units);
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

type Named = { readonly id: string; readonly code: string };
type Posts = readonly (Named & { readonly title: LocalName })[] | undefined;
type Units = readonly (Named & { readonly name: LocalName })[] | undefined;

/** How a route's settings are said in the reader's language. */
function useWords(posts: Posts, units: Units): Words {
  const translate = useTranslate();
  const localName = useLocalName();
  const lang = useLang();
  return useMemo((): Words => {
    const titles = (posts ?? []).map((each) => ({ ...each, said: localName(each.title) }));
    const names = (units ?? []).map((each) => ({ ...each, said: localName(each.name) }));
    const postNames = new Map(titles.map(({ code, said }) => [code, said]));
    const unitNames = new Map(names.map(({ code, said }) => [code, said]));
    const byId = new Map([...titles, ...names].map(({ id, said }) => [id, said]));
    return {
      lang,
      post: (code) => postNames.get(code) ?? code,
      postById: (id) => byId.get(id) ?? id,
      unit: (code) => unitNames.get(code) ?? code,
      role: (role) => translate(`role.${role}`),
      value: (fact, value) => (FAMILIES[fact] === undefined ? (byId.get(value) ?? value) : translate(`${FAMILIES[fact]}.${value}`, { _: value })),
    };
  }, [posts, units, lang, localName, translate]);
}
