/** What the API keeps of people and offices between requests: readers, who acts for a post, names, and how signatures are confirmed. */
import type { PostActor } from '#domain/people/facts';
import type { SigningSettings } from '#domain/people/signing';
import type { Tx } from '../tx';
import { findNames, type NameIds, type Names, type OfficeName, type PersonName, type PostName, type UnitName } from './names';
import { createPeopleCache, createPersonCache, type PeopleMoment, type PersonCache } from './people-cache';
import { listPostActors } from './post-actors';
import { lookUpReader, type Reader } from './readers';
import { findSigning } from './signing';

/** Belongs to one database; answers as the repositories would now, mostly without a statement. */
export type PeopleMemory = {
  readonly readers: PersonCache<Reader>;
  /** Acting persons by post, as {@link listPostActors}. */
  actors(tx: Tx, args: PeopleMoment & { readonly postIds: readonly string[] }): Promise<ReadonlyMap<string, readonly PostActor[]>>;
  /** As {@link findNames}. */
  names(tx: Tx, args: PeopleMoment & { readonly ids: NameIds }): Promise<Names>;
  /** As {@link findSigning}. */
  signing(tx: Tx, args: PeopleMoment & { readonly officeId: string; readonly personId: string }): Promise<SigningSettings>;
};

const NO_IDS: NameIds = { posts: [], persons: [], units: [], offices: [] };
const UNSET: SigningSettings = { office: null, person: null };

export function createPeopleMemory(): PeopleMemory {
  const actors = createPeopleCache(async (tx, { keys, at }) => (await listPostActors(tx, { postIds: keys, at })).actors);
  const posts = createPeopleCache<PostName>(async (tx, { keys }) => (await findNames(tx, { ...NO_IDS, posts: keys })).posts);
  const persons = createPeopleCache<PersonName>(async (tx, { keys }) => (await findNames(tx, { ...NO_IDS, persons: keys })).persons);
  const units = createPeopleCache<UnitName>(async (tx, { keys }) => (await findNames(tx, { ...NO_IDS, units: keys })).units);
  const offices = createPeopleCache<OfficeName>(async (tx, { keys }) => (await findNames(tx, { ...NO_IDS, offices: keys })).offices);
  const signing = createPeopleCache<SigningSettings>(async (tx, { keys }) => {
    const found = keys.map(async (key) => {
      const [officeId = '', personId = ''] = key.split(' ');
      return [key, await findSigning(tx, { officeId, personId })] as const;
    });
    return new Map(await Promise.all(found));
  });
  return {
    readers: createPersonCache(lookUpReader),
    actors: (tx, { postIds, ...moment }) => actors.load(tx, { ...moment, keys: postIds }),
    async names(tx, { ids, ...moment }) {
      const [ofPosts, ofPersons, ofUnits, ofOffices] = await Promise.all([
        posts.load(tx, { ...moment, keys: ids.posts }), persons.load(tx, { ...moment, keys: ids.persons }),
        units.load(tx, { ...moment, keys: ids.units }), offices.load(tx, { ...moment, keys: ids.offices }),
      ]);
      return { posts: ofPosts, persons: ofPersons, units: ofUnits, offices: ofOffices };
    },
    async signing(tx, { officeId, personId, ...moment }) {
      const key = `${officeId} ${personId}`;
      return (await signing.load(tx, { ...moment, keys: [key] })).get(key) ?? UNSET;
    },
  };
}
