/**
 * An office's people as assignee rules need them: posts with whoever acts for them at a moment, units, posts of last resort.
 */
import { DomainError } from '#domain/errors';
import { nextChange } from '#domain/people/posts-in-force';
import type { Directory } from '#domain/route/directory';
import { directoryAt, type DirectoryFacts } from '#domain/route/directory-at';
import { addDays, bangkokDate, bangkokInstant } from '#domain/thai/dates';
import type { Tx } from '../tx';
import { ABSENCE_JSON, APPOINTMENT_JSON, SUCCESSION_JSON } from './people';

/** As it is read: without an office nothing else of it means anything. */
type OfficeFacts = Omit<DirectoryFacts, 'office'> & { readonly office: DirectoryFacts['office'] | null };

/** Appointments ended longer ago than this play no part in anything that is still to be decided. */
const HISTORY = `interval '400 days'`;

const FACTS_SQL = `
with posts as (
  select q.* from post q where q.office_id = $1
), ladder as (
  select s.* from succession s where s.post_id in (select id from posts)
), held as (
  select a.* from appointment a join person p on p.id = a.person_id and not p.is_disabled
   where (a.post_id in (select id from posts) or a.post_id in (select successor_post_id from ladder))
     and coalesce(least(a.valid_to, a.ended_at), 'infinity') > now() - ${HISTORY}
)
select json_build_object('office',
  (select json_build_object('registryUnitId', o.registry_unit_id, 'fallbackPostId', o.fallback_post_id, 'processOwnerPostId', o.process_owner_post_id,
     'secretRegistrarPostId', o.secret_registrar_post_id, 'parentSecretRegistrarPostId', up.secret_registrar_post_id)
     from office o left join office up on up.id = o.parent_id where o.id = $1), 'units',
  (select coalesce(json_agg(json_build_object('id', u.id, 'code', u.code, 'parentId', u.parent_id,
     'headPostId', (select q.id from posts q where q.unit_id = u.id and q.is_unit_head order by q.code limit 1),
     'validFrom', u.valid_from, 'validTo', u.valid_to) order by u.sort_order, u.code), '[]') from unit u where u.office_id = $1), 'posts',
  (select coalesce(json_agg(json_build_object('id', q.id, 'code', q.code, 'unitId', q.unit_id, 'superiorId', q.superior_id, 'roles', q.roles,
     'isUnitHead', q.is_unit_head, 'oversees', q.oversees_units, 'validFrom', q.valid_from, 'validTo', q.valid_to) order by q.code), '[]') from posts q), 'facts',
  json_build_object(
    'appointments', (select coalesce(json_agg(${APPOINTMENT_JSON} order by a.valid_from, a.id), '[]') from held a),
    'absences', (select coalesce(json_agg(${ABSENCE_JSON}), '[]') from absence b
                  where b.person_id in (select person_id from held) and b.to_at > now() - ${HISTORY}),
    'successions', (select coalesce(json_agg(${SUCCESSION_JSON}), '[]') from ladder s)), 'clearances',
  (select json_object_agg(p.id, p.clearance) from person p where p.id in (select person_id from held)))`;

/** The version comes with the facts of the very same snapshot; the facts only where the version is not the one known. */
const OFFICE_SQL = `select v.version, v."isOwn", case when v.version is distinct from $2::bigint then (${FACTS_SQL}) end as known
  from (select coalesce(max(version), 0) as version,
          coalesce(bool_or(xmin::text::bigint = pg_current_xact_id_if_assigned()::text::bigint % 4294967296), false) as "isOwn" from directory_version) v`;

type Loaded = {
  readonly version: number;
  /** The version was raised by this very transaction, which may yet be rolled back. */
  readonly isOwn: boolean;
  readonly known: DirectoryFacts | null;
};

/** Reads an office, unless it is still as in `version`. @throws DomainError NOT_FOUND for an unknown office */
async function readOffice(tx: Tx, officeId: string, version: number | null): Promise<Loaded> {
  const { rows } = await tx.query<Omit<Loaded, 'known'> & { readonly known: OfficeFacts | null }>({ name: 'directory_office', text: OFFICE_SQL, values: [officeId, version] });
  const { known, ...loaded } = rows[0]!;
  if (known === null) return { ...loaded, known };
  if (known.office === null) throw new DomainError('NOT_FOUND', { officeId });
  return { ...loaded, known: { ...known, office: known.office } };
}

/** What is on record of an office's posts and people, to be asked about other moments than now. @throws DomainError NOT_FOUND */
export async function loadDirectoryFacts(tx: Tx, officeId: string): Promise<DirectoryFacts> {
  const { known } = await readOffice(tx, officeId, null);
  return known!;
}

/** The directory of an office at a moment, read now. @throws DomainError NOT_FOUND for an unknown office */
export async function loadDirectory(tx: Tx, { officeId, at }: { readonly officeId: string; readonly at: string }): Promise<Directory> {
  const { known } = await readOffice(tx, officeId, null);
  return directoryAt(known!, at);
}

/** Directories as last read, one per office; belongs to one database. `version`, where a statement of the same transaction has just read it. */
export type DirectoryCache = { load(tx: Tx, args: { readonly officeId: string; readonly at: string; readonly version?: number }): Promise<Directory> };

/**
 * A cache that never answers from the past: each load asks the database for the version of its people (unless the caller just has), which
 * a trigger raises in every transaction that changes them, and gets the facts anew with the same statement where it differs.
 */
export function createDirectoryCache(): DirectoryCache {
  const entries = new Map<string, CacheEntry>();
  return {
    async load(tx, { officeId, at, version: seen }) {
      const before = entries.get(officeId);
      if (before !== undefined && before.version === seen && holdsAt(before, at)) return before.directory;
      const { version, isOwn, known } = await readOffice(tx, officeId, before?.version ?? null);
      if (known === null && before !== undefined && holdsAt(before, at)) return before.directory;
      const facts = known ?? before!.facts;
      const directory = directoryAt(facts, at);
      // Nothing is kept of what may be rolled back; and a reader of an older snapshot must not displace a newer version.
      const isNewest = version >= (entries.get(officeId)?.version ?? 0);
      if (!isOwn && isNewest) entries.set(officeId, { version, facts, directory, from: at, until: endOf(facts, at) });
      return directory;
    },
  };
}

type CacheEntry = {
  readonly version: number;
  readonly facts: DirectoryFacts;
  readonly directory: Directory;
  /** Period in which this directory is the answer. */
  readonly from: string;
  readonly until: number;
};

const holdsAt = ({ from, until }: CacheEntry, at: string): boolean => Date.parse(from) <= Date.parse(at) && Date.parse(at) < until;

/** When the next appointment begins or ends, at the latest with the Bangkok day, since units and posts are valid by days. */
function endOf({ facts }: DirectoryFacts, at: string): number {
  const change = nextChange({ ...facts, delegations: [] }, at);
  const midnight = Date.parse(bangkokInstant(addDays(bangkokDate(at), 1), '00:00'));
  return Math.min(midnight, change === null ? Infinity : Date.parse(change));
}
