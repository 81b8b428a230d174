/**
 * The directory of an office worked out for any moment from what is on record of it: the same in the commit, which asks for now,
 * and in the designer, which also asks for the days of Songkran.
 */
import { secrecyRank, type Secrecy } from '../letter/vocabulary';
import type { PeopleFacts } from '../people/facts';
import { actorsOf, peopleAt } from '../people/posts-in-force';
import { bangkokDate, bangkokInstant, instantMs, type Instant } from '../thai/dates';
import type { Directory, DirectoryPost } from './directory';

/** Civil days in which a post or unit exists; the last one no longer belongs to it. */
type Valid = { readonly validFrom: string; readonly validTo: string | null };

/** What is on record of an office's posts and people, whatever the moment. */
export type DirectoryFacts = {
  readonly office: Omit<Directory, 'posts' | 'units'>;
  readonly units: readonly (Directory['units'][number] & Valid)[];
  readonly posts: readonly (Omit<DirectoryPost, 'holders' | 'clearance' | 'clearances'> & Valid)[];
  readonly facts: Omit<PeopleFacts, 'delegations'>;
  /** By person; null in an office of nobody. */
  readonly clearances: { readonly [personId: string]: Secrecy } | null;
};

/** Posts with whoever acts for them at this moment, units, posts of last resort. */
export function directoryAt({ office, units, posts, facts, clearances }: DirectoryFacts, at: string): Directory {
  const people = peopleAt({ ...facts, delegations: [] }, at);
  const day = bangkokDate(at);
  const isValid = ({ validFrom, validTo }: Valid): boolean => validFrom <= day && (validTo === null || day < validTo);
  return {
    ...office,
    units: units.filter(isValid).map(({ id, code, parentId, headPostId }) => ({ id, code, parentId, headPostId })),
    posts: posts.filter(isValid).map((post): DirectoryPost => {
      const holders = [...new Set(actorsOf(people, post.id).map(({ personId }) => personId))];
      const own = Object.fromEntries(holders.map((personId) => [personId, clearances?.[personId] ?? 'none']));
      const ranked = Object.values(own).toSorted((a, b) => secrecyRank(b) - secrecyRank(a));
      const { id, code, unitId, superiorId, roles, isUnitHead, oversees } = post;
      return { id, code, unitId, superiorId, roles, isUnitHead, oversees, holders, clearance: ranked[0] ?? 'none', clearances: own };
    }),
  };
}

/** Who was in which post at each moment; worked out once for each span in which nothing of it changes. */
export function rememberedDirectory(people: DirectoryFacts): (at: Instant) => Directory {
  const { appointments, absences } = people.facts;
  const days = [...people.units, ...people.posts].flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? []].flat()).map((day) => Date.parse(bangkokInstant(day, '00:00')));
  const moments = [...appointments, ...absences].flatMap(({ from, to }) => [from, to ?? []].flat()).map((at) => instantMs(at));
  const changes = [...new Set([...days, ...moments])].toSorted((a, b) => a - b);
  const known = new Map<number, Directory>();
  return (at) => {
    const ms = instantMs(at);
    const span = changes.findLastIndex((change) => change <= ms);
    const found = known.get(span) ?? directoryAt(people, at);
    known.set(span, found);
    return found;
  };
}
