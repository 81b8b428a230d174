/** Warnings to whoever hands work down, and one's own stand-ins. */
import type { z } from 'zod';
import type { presenceQuerySchema, presenceSchema, standInsQuerySchema, standInsSchema } from '#domain/contracts/presence';
import { DomainError } from '#domain/errors';
import { assertPeriod } from '#domain/people/appointments';
import type { PostActor } from '#domain/people/facts';
import { presenceOf, standInsOf, type DueWindow } from '#domain/people/presence';
import { bangkokDate, bangkokInstant } from '#domain/thai/dates';
import { listOfficeCalendars } from '#db/repositories/calendars';
import { countOpenTasks, findAsked, findUnitOffices, loadPeopleOver, type PeopleOver } from '#db/repositories/presence';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';
import { officesOf } from '../people/people.rights';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;
type Acting = z.output<typeof presenceSchema>['items'][number]['receivers'][number];

/**
 * Who would get what is put to these posts or to the heads of these units, and who of them is away.
 * @throws DomainError NOT_FOUND for a post or unit that is not of the reader's offices
 */
export async function readPresence({ pool, now }: Deps, reader: Reader, query: z.output<typeof presenceQuerySchema>): Promise<z.output<typeof presenceSchema>> {
  const at = now().toISOString();
  const postIds = [...new Set(query.posts ?? [])];
  const unitIds = [...new Set(query.units ?? [])];
  const offices = officesOf(reader);
  const asked = await findAsked(pool, { postIds, unitIds, day: bangkokDate(at) });
  const foundPosts = asked.filter(({ unitId }) => unitId === null).length;
  const isOwn = [...asked.map(({ officeId }) => officeId), ...(await findUnitOffices(pool, unitIds))].every((officeId) => offices.includes(officeId));
  if (!isOwn || foundPosts < postIds.length) throw new DomainError('NOT_FOUND');
  const windows = await dueWindows(pool, [...new Set(asked.map(({ officeId }) => officeId))], query.due);
  const to = [at, ...[...windows.values()].map((window) => window.to)].toSorted((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? at;
  const people = await loadPeopleOver(pool, { postIds: asked.map(({ postId }) => postId), from: at, to });
  return {
    items: asked.flatMap(({ postId, unitId, officeId }) => {
      const post = people.posts.get(postId);
      if (post === undefined) return [];
      const { receivers, away } = presenceOf(people.facts, { postId, at, due: windows.get(officeId) ?? null });
      return [{
        post,
        unitId,
        receivers: receivers.flatMap((actor) => toActing(people, actor)),
        away: away.flatMap(({ personId, standIns, ...rest }) => {
          const person = people.persons.get(personId);
          return person === undefined ? [] : [{ ...rest, person, standIns: standIns.flatMap((actor) => toActing(people, actor)) }];
        }),
      }];
    }),
  };
}

/** The hours of that day in each office, by its own calendar. */
async function dueWindows(tx: Tx, officeIds: readonly string[], day: string | undefined): Promise<ReadonlyMap<string, DueWindow>> {
  if (day === undefined) return new Map();
  const calendars = await listOfficeCalendars(tx, officeIds);
  return new Map([...calendars].map(([officeId, { hours }]) => [officeId, { from: bangkokInstant(day, hours.start), to: bangkokInstant(day, hours.end) }]));
}

/** Of each own post: who acts for it while the reader is away in that time. @throws DomainError PERIOD_INVALID */
export async function readStandIns({ pool }: Deps, reader: Reader, query: z.output<typeof standInsQuerySchema>): Promise<z.output<typeof standInsSchema>> {
  const [from, to] = [new Date(query.from).toISOString(), new Date(query.to).toISOString()];
  assertPeriod({ from, to });
  const own = reader.posts.filter(({ capacity }) => capacity === 'own').map(({ postId }) => postId);
  const [people, tasks] = await Promise.all([loadPeopleOver(pool, { postIds: own, from, to }), countOpenTasks(pool, own)]);
  return {
    items: own.flatMap((postId) => {
      const post = people.posts.get(postId);
      if (post === undefined) return [];
      const { standIns, ladder } = standInsOf(people.facts, { postId, personId: reader.personId, from, to });
      return [{
        post,
        openTasks: tasks.get(postId) ?? 0,
        standIns: standIns.flatMap((actor) => toActing(people, actor)),
        ladder: ladder.flatMap(({ successorPostId, orderNo, persons }) => {
          const successor = people.posts.get(successorPostId);
          return successor === undefined
            ? []
            : [{ post: successor, orderNo, persons: persons.flatMap(({ personId, isAway }) => {
                const person = people.persons.get(personId);
                return person === undefined ? [] : [{ ...person, isAway }];
              }) }];
        }),
      }];
    }),
  };
}

function toActing(people: PeopleOver, { personId, capacity, ownPostId }: PostActor): Acting[] {
  const person = people.persons.get(personId);
  return person === undefined ? [] : [{ person, capacity, ownPost: ownPostId === null ? null : (people.posts.get(ownPostId) ?? null) }];
}
