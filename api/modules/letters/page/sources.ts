/** What one letter page is made of, read in a few statements and handed to the parts that show it. */
import type { LocalName } from '#domain/contracts/common';
import type { Route } from '#domain/route/model';
import type { Capacity } from '#domain/letter/vocabulary';
import type { LetterAccess } from '#db/repositories/letter-access';
import { findLetterRecord, type LetterRecord } from '#db/repositories/letter-page';
import type { NamedVersion } from '#db/repositories/letter-routes';
import { personOf, postOf, type NameIds, type Names } from '#db/repositories/names';
import { listUnitsWithHeads } from '#db/repositories/office-units';
import type { PeopleMemory } from '#db/repositories/people-memory';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import type { PostActor } from '#domain/people/facts';
import { asksPassword } from '#domain/people/signing';
import { DomainError } from '#domain/errors';
import type { ActorView } from '#domain/contracts/common';
import { getDefinitions } from '../route-choice';
import type { FormUnit } from '../task-form';

type ActorsOfPosts = ReadonlyMap<string, readonly PostActor[]>;

export type PageSources = {
  readonly reader: Reader;
  readonly at: string;
  readonly access: LetterAccess;
  readonly record: LetterRecord;
  readonly names: Names;
  /** Who acts at this moment, by post. */
  readonly actors: ActorsOfPosts;
  readonly routes: ReadonlyMap<string, Route>;
  readonly routeNames: ReadonlyMap<string, NamedVersion>;
  /** Route version of a frame, also of one that has ended; null where it is not on record. */
  readonly versionOf: (frameId: string) => string | null;
  readonly units: readonly FormUnit[];
  /** A signature of the reader on this letter is confirmed by password. */
  readonly asksPassword: boolean;
};

type Asked = { readonly reader: Reader; readonly at: string; readonly version: number; readonly access: LetterAccess; readonly people: PeopleMemory };

/** Reads the page of a letter that the reader may see. @throws DomainError NOT_FOUND where it is gone */
export async function readSources(tx: Tx, { reader, at, version, access, people }: Asked): Promise<PageSources> {
  const record = await findLetterRecord(tx, { letterId: access.id, personId: reader.personId });
  if (record === null) throw new DomainError('NOT_FOUND');
  const versionOf = frameVersions(record);
  const versions = [...new Set([record.letter.routeVersionId, ...frameIds(record).flatMap((id) => versionOf(id) ?? [])])];
  const needsUnits = record.tasks.some(({ kind }) => kind === 'assign');
  const actors = await people.actors(tx, { postIds: record.tasks.flatMap(({ postIds }) => postIds), at, version });
  const [names, routes, units, signing] = await Promise.all([
    people.names(tx, { ids: idsOf(record, actors), at, version }),
    getDefinitions(tx, versions),
    needsUnits ? listUnitsWithHeads(tx, record.letter.officeId) : [],
    people.signing(tx, { officeId: record.letter.officeId, personId: reader.personId, at, version }),
  ]);
  return { reader, at, access, record, names, actors, routes, routeNames: new Map(record.routeNames.map((each) => [each.routeVersionId, each])), versionOf, units, asksPassword: asksPassword(signing) };
}

/** Frames of the letter in the order in which they were opened; the main one first. */
export function frameIds({ letter, steps, assignments }: LetterRecord): readonly string[] {
  const open = Object.values(letter.state?.frames ?? {}).toSorted((a, b) => a.depth - b.depth || a.openedAt.localeCompare(b.openedAt));
  return [...new Set([...open.map(({ id }) => id), ...assignments.map(({ frameId }) => frameId), ...steps.map(({ frameId }) => frameId)])];
}

/** The main frame: the one that no assignment opened. */
export const mainFrameId = (record: LetterRecord): string | null =>
  frameIds(record).find((id) => !record.assignments.some(({ frameId }) => frameId === id)) ?? null;

function frameVersions(record: LetterRecord): (frameId: string) => string | null {
  const { letter, assignments, pickedRoutes } = record;
  const main = mainFrameId(record);
  return (frameId) => {
    const open = letter.state?.frames[frameId]?.route;
    if (open !== undefined) return open;
    if (frameId === main) return letter.routeVersionId;
    const given = assignments.find((each) => each.frameId === frameId);
    return pickedRoutes.findLast(({ unitId, postId }) => unitId === given?.unitId && postId === given?.postId)?.routeVersionId ?? null;
  };
}

/** Posts that an endorsement names: one it is handed on to, or those it is directed to. */
export const postsOf = ({ toPostId, toPostIds }: LetterRecord['endorsements'][number]): readonly string[] => [...(toPostId === null ? [] : [toPostId]), ...(toPostIds ?? [])];

function idsOf(record: LetterRecord, actors: ActorsOfPosts): NameIds {
  const { letter, tasks, documents, endorsements, transitions, deliveries, entries, versions, assignments, cameBy } = record;
  const set = (...values: readonly (string | null | undefined)[]): Set<string> => new Set(values.filter((value): value is string => typeof value === 'string'));
  return {
    posts: set(
      letter.drafterPostId, ...tasks.flatMap(({ postIds }) => postIds), ...endorsements.flatMap((each) => [each.postId, each.ownPostId, ...postsOf(each)]),
      ...assignments.map(({ postId }) => postId),
      ...transitions.map(({ postId }) => postId), ...versions.map(({ postId }) => postId),
    ),
    persons: set(
      letter.drafterPersonId, letter.createdBy, ...tasks.map(({ personId }) => personId), ...documents.map(({ uploadedBy }) => uploadedBy),
      ...endorsements.map(({ personId }) => personId), ...transitions.map(({ personId }) => personId), ...versions.map(({ personId }) => personId),
      ...assignments.map(({ byPersonId }) => byPersonId), ...[...actors.values()].flat().map(({ personId }) => personId),
    ),
    units: set(
      letter.ownerUnitId, ...endorsements.flatMap(({ toUnitIds }) => toUnitIds), ...entries.map(({ unitId }) => unitId), ...assignments.map(({ unitId }) => unitId),
    ),
    offices: set(letter.officeId, cameBy?.fromOfficeId, ...letter.addressees.map(({ officeId }) => officeId), ...deliveries.map(({ toOfficeId }) => toOfficeId), ...entries.map(({ bookOfficeId }) => bookOfficeId)),
  };
}

export const localName = (th: string, en: string | undefined): LocalName => ({ th, en: en === undefined || en === '' ? th : en });

type Acted = { readonly personId: string; readonly postId: string; readonly capacity: Capacity; readonly ownPostId?: string | null; readonly orderNo?: string };
/** Who did something, with names. */
export const toActorView = (names: Names, { personId, postId, capacity, ownPostId = null, orderNo = '' }: Acted): ActorView => ({
  person: personOf(names, personId),
  post: postOf(names, postId),
  capacity,
  ownPost: ownPostId === null ? null : postOf(names, ownPostId),
  orderNo,
});
