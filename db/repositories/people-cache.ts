/**
 * What was found out about people and offices, kept for as long as it is true: until somebody changes them (a trigger raises the version of
 * the directory in the same transaction) or until time does (the next appointment, absence or delegation that begins or ends, midnight).
 */
import type { Subject } from '#domain/access/subject';
import { addDays, bangkokDate, bangkokInstant } from '#domain/thai/dates';
import type { Tx } from '../tx';
import { findNextPeopleChange } from './appointments';
import { lookUpSubject, type PersonAt } from './people';

/** Version of everything that is kept here, an expression for any statement. */
export const PEOPLE_VERSION = '(select coalesce(max(version), 0) from directory_version)';

/** A moment, and the version that a statement of the same request has read just now. */
export type PeopleMoment = { readonly at: string; readonly version: number };

/** Belongs to one database. Keys that are not found are left out. */
export type PeopleCache<T> = { load(tx: Tx, args: PeopleMoment & { readonly keys: Iterable<string> }): Promise<ReadonlyMap<string, T>> };

type Find<T> = (tx: Tx, args: { readonly keys: readonly string[]; readonly at: string }) => Promise<ReadonlyMap<string, T>>;

/** A time in which nothing begins and nothing ends, under one version. */
type Era<T> = { readonly version: number; readonly from: number; readonly until: number; readonly kept: Map<string, T> };

const MAX_KEPT = 5_000;

/** A cache that never answers from the past; what it does not know it asks `find` for. What is not steady may change by itself, and is not kept. */
export function createPeopleCache<T>(find: Find<T>, isSteady: (value: T) => boolean = () => true): PeopleCache<T> {
  let era: Era<T> | null = null;
  return {
    async load(tx, { keys, at, version }) {
      // A version older than the one known is that of a request which was overtaken: what it finds is not kept.
      if (era === null || version > era.version || (version === era.version && Date.parse(at) >= era.until)) era = await beginEra<T>(tx, { at, version });
      const current: Era<T> = era;
      const holds = current.version === version && current.from <= Date.parse(at) && Date.parse(at) < current.until;
      const wanted = [...new Set(keys)];
      const missing = holds ? wanted.filter((key) => !current.kept.has(key)) : wanted;
      const fresh = missing.length === 0 ? new Map<string, T>() : await find(tx, { keys: missing, at });
      if (holds) for (const [key, value] of fresh) if (isSteady(value)) keep(current.kept, key, value);
      return new Map(wanted.flatMap((key) => {
        const value = fresh.get(key) ?? (holds ? current.kept.get(key) : undefined);
        return value === undefined ? [] : [[key, value] as const];
      }));
    },
  };
}

/** One person's value of a cache that goes by person; null for a person who is not there or disabled. */
export type PersonCache<T> = { load(tx: Tx, args: PersonAt & PeopleMoment): Promise<T | null> };

/** A cache of what `find` says of a person. */
export function createPersonCache<T>(find: (tx: Tx, args: PersonAt) => Promise<{ readonly value: T; readonly isSteady: boolean } | null>): PersonCache<T> {
  const cache = createPeopleCache(
    async (tx, { keys, at }) => {
      const found = await Promise.all(keys.map(async (personId) => [personId, await find(tx, { personId, at })] as const));
      return new Map(found.flatMap(([personId, each]) => (each === null ? [] : [[personId, each] as const])));
    },
    ({ isSteady }) => isSteady,
  );
  return {
    async load(tx, { personId, at, version }) {
      return (await cache.load(tx, { keys: [personId], at, version })).get(personId)?.value ?? null;
    },
  };
}

/** Who people are and which posts they have, for the commit. */
export const createSubjectCache = (): PersonCache<Subject> =>
  createPersonCache(async (tx, args) => {
    const found = await lookUpSubject(tx, args);
    return found === null ? null : { value: found.subject, isSteady: found.isSteady };
  });

async function beginEra<T>(tx: Tx, { at, version }: PeopleMoment): Promise<Era<T>> {
  const next = await findNextPeopleChange(tx, at);
  const midnight = Date.parse(bangkokInstant(addDays(bangkokDate(at), 1), '00:00'));
  return { version, from: Date.parse(at), until: Math.min(midnight, next === null ? Infinity : Date.parse(next)), kept: new Map() };
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.set(key, value);
  const oldest = kept.keys().next();
  if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value);
}
