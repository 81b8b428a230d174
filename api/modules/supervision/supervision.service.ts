/** The supervisor's board. What is done about a task goes through the letter's own workflow; here it is only found. */
import type { z } from 'zod';
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import type { OfficeCalendar } from '#domain/calendar/calendar';
import { workingSpan } from '#domain/calendar/working-span';
import type * as contract from '#domain/contracts/supervision';
import { listOfficeCalendars } from '#db/repositories/calendars';
import { findActors } from '#db/repositories/directory-lists';
import type { Reader } from '#db/repositories/readers';
import { listSupervised, listSupervisedRows, type Supervised } from '#db/repositories/supervision';
import { findLetterFacts, type SupervisedLetter, type SupervisedTask } from '#db/repositories/supervision-rows';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { keyAfter } from '../paging';
import { getScope, limitsOf, listActors } from './scope';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;
type Page = z.output<typeof contract.supervisionPageSchema>;
type Item = contract.SupervisionItem;
type Filter = z.output<typeof contract.supervisionFilterSchema>;
type Query = z.output<typeof contract.supervisionQuerySchema>;

/** What is asked of the board at this moment, with the calendars by which it counts. */
export type Asked = Supervised & { readonly reader: Reader; readonly calendars: ReadonlyMap<string, OfficeCalendar> };

/** @throws DomainError FORBIDDEN for nobody's supervisor */
export async function askBoard({ pool, now }: Deps, reader: Reader, { restDays, ...filter }: Filter, byPerson: boolean): Promise<Asked> {
  const scope = getScope(reader);
  const at = now().toISOString();
  const calendars = await listOfficeCalendars(pool, scope.allOfficeIds);
  const actors = byPerson || filter.personId !== undefined ? await listActors(pool, scope, at) : [];
  return { scope, reader, filter, at, calendars, limits: limitsOf(calendars, { restDays, at }), actors };
}

/** A page of tasks of what the reader supervises, with what it comes to. @throws DomainError FORBIDDEN for nobody's supervisor */
export async function readBoard(deps: Deps, reader: Reader, { limit, cursor, groupBy, locale, ...filter }: Query & { readonly locale: Locale }): Promise<Page> {
  const asked = await askBoard(deps, reader, filter, groupBy === 'person');
  const after = keyAfter(cursor, ['end', 'id', 'text'], locale);
  const { items, groups, ...page } = await listSupervised(deps.pool, { ...asked, groupBy, limit, after });
  return { ...page, groups: [...groups], items: await toItems(deps, asked, items) };
}

/** All rows of the board as asked, in batches; with every batch the reader's rights are applied anew. */
export async function* readAllRows(deps: Deps, asked: Asked, limit: number): AsyncGenerator<readonly Item[]> {
  let after: readonly (string | number)[] | null = null;
  do {
    const page: Awaited<ReturnType<typeof listSupervisedRows>> = await listSupervisedRows(deps.pool, { ...asked, limit, after });
    yield await toItems(deps, asked, page.items);
    after = page.nextCursor === null ? null : keyAfter(page.nextCursor, ['end', 'id', 'text'], 'th');
  } while (after !== null);
}

/** With whom each is, how late, and what the reader may do about it. */
export async function toItems({ pool }: Deps, { reader, calendars, at }: Asked, tasks: readonly SupervisedTask[]): Promise<Item[]> {
  const facts = await findLetterFacts(pool, [...new Set(tasks.map(({ letterId }) => letterId))]);
  const actors = await findActors(pool, { postIds: [...new Set(tasks.flatMap(({ postIds }) => postIds))], at });
  return tasks.map((task) => {
    const { postIds: _postIds, unitIds: _unitIds, sortAt: _sortAt, person: _person, isClaimed: _isClaimed, takeBack, posts, reminders, ...shown } = task;
    const calendar = calendars.get(task.officeId);
    const span = (from: string): Item['rest'] => (calendar === undefined ? { days: 0, minutes: 0 } : workingSpan(calendar, from, at));
    const can = rightsOn(reader, task, facts.get(task.letterId));
    return {
      ...shown, posts: [...posts], reminders: [...reminders], persons: personsOf(task, actors), can,
      late: task.isOverdue && task.dueAt !== null ? span(task.dueAt) : null, rest: span(task.restSince),
      takeBackToken: can.includes('takeBack') ? (takeBack?.token ?? null) : null,
    };
  });
}

/** Acts that the policy allows and the letter's state has a use for; the engine decides again. */
function rightsOn(reader: Reader, task: SupervisedTask, letter: SupervisedLetter | undefined): Item['can'] {
  if (letter === undefined) return [];
  const facts = { kind: task.kind, isOpen: true, postIds: task.postIds, personId: task.person?.id ?? null, unitIds: task.unitIds };
  const onTask = (act: 'remind' | 'reassign' | 'extend'): boolean => !task.isHeld && decide(reader, `task.${act}`, { letter, task: facts }).allow;
  const onLetter = (act: 'hold' | 'resume' | 'takeBack'): boolean => decide(reader, `letter.${act}`, { letter }).allow;
  const mayTakeBack = task.takeBack !== null && actingPosts(reader).some(({ postId }) => postId === task.takeBack?.postId);
  const acts: { readonly [A in Item['can'][number]]: boolean } = {
    remind: onTask('remind'), reassign: onTask('reassign'), release: task.isClaimed && task.person?.id !== reader.personId && onTask('reassign'), extend: onTask('extend'),
    hold: !task.isHeld && onLetter('hold'), resume: task.isHeld && onLetter('resume'), takeBack: mayTakeBack && onLetter('takeBack'),
  };
  return (Object.keys(acts) as (keyof typeof acts)[]).filter((act) => acts[act]);
}

/** With whom it is: whoever has taken it, else all who may act for its posts now. */
function personsOf({ person, postIds }: SupervisedTask, actors: ReadonlyMap<string, Item['persons']>): Item['persons'] {
  if (person !== null) return [person];
  return [...new Map(postIds.flatMap((postId) => actors.get(postId) ?? []).map((each) => [each.id, each])).values()];
}
