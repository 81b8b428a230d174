import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { inboxFilterSchema } from '#domain/contracts/tasks';
import { listBeside, listInbox, markTasksRead } from '#db/repositories/inbox';
import { countInbox, findNeighbours } from '#db/repositories/inbox-figures';
import type { Reader } from '#db/repositories/readers';
import type { Locale } from '../../messages';
import { mount } from '../../plugins/mount';
import { getDesk } from '../desk/desk.service';
import { actOnTask, askAdhoc, claimTask, extendTask, reassignTask, releaseTask, remindHolders, type ActDeps } from '../letters/acts.service';
import { keyAfter, type KeyKind } from '../paging';
import { toInboxItem } from './tasks.service';

/** What a cursor holds, by the order of the list. */
const CURSOR_KINDS: { readonly [S in 'due' | 'opened']: readonly KeyKind[] } = { due: ['number', 'end', 'id', 'text'], opened: ['instant', 'id', 'text'] };

type Beside = { readonly which: 'taken' | 'copies'; readonly query: { readonly limit: number; readonly cursor?: string | undefined }; readonly reader: Reader; readonly locale: Locale };

export function registerTasks(app: FastifyInstance, deps: ActDeps): void {
  const { pool, now } = deps;
  const beside = ({ which, query: { cursor, limit }, reader, locale }: Beside) => listBeside(pool, { which, reader, at: now().toISOString(), limit, after: keyAfter(cursor, CURSOR_KINDS.opened, locale) });

  mount(app, endpoints.inbox, async ({ query, reader, locale }) => {
    const { cursor, limit, sort, ...filter } = query;
    const page = await listInbox(pool, { reader, at: now().toISOString(), filter, sort, limit, after: keyAfter(cursor, CURSOR_KINDS[sort], locale) });
    return { ...page, items: page.items.map((row) => toInboxItem(reader, row)) };
  });

  mount(app, endpoints.inboxCounts, async ({ reader }) => {
    const { filters } = await getDesk(deps, reader);
    const { posts, filters: counted, ...counts } = await countInbox(pool, {
      reader, at: now().toISOString(), filters: filters.map(({ id, query }) => ({ id, filter: inboxFilterSchema.parse(query) })),
    });
    return { ...counts, posts: [...posts], filters: [...counted] };
  });

  mount(app, endpoints.takenTasks, async ({ query, reader, locale }) => {
    const page = await beside({ which: 'taken', query, reader, locale });
    return { ...page, items: page.items.map((row) => toInboxItem(reader, row)) };
  });
  mount(app, endpoints.copies, async ({ query, reader, locale }) => {
    const page = await beside({ which: 'copies', query, reader, locale });
    return { ...page, items: page.items.map((row) => ({ ...toInboxItem(reader, row), isOpen: row.isOpen })) };
  });

  mount(app, endpoints.neighbours, async ({ query, reader }) => {
    const { letterId, taskId, sort, ...filter } = query;
    return findNeighbours(pool, { reader, at: now().toISOString(), filter, sort, letterId, taskId });
  });

  mount(app, endpoints.tasksRead, async ({ body, reader }) => {
    await markTasksRead(pool, { reader, at: now().toISOString(), tasks: body.tasks });
    return { ok: true as const };
  });

  mount(app, endpoints.actOnTask, ({ params, body, reader, idempotencyKey, request }) =>
    actOnTask(deps, { ...params, body, reader, idempotencyKey, address: request.ip }));
  mount(app, endpoints.claim, ({ params, body, reader, idempotencyKey, request }) =>
    claimTask(deps, { ...params, body, reader, idempotencyKey, address: request.ip }));
  mount(app, endpoints.release, ({ params, body, reader, idempotencyKey, request }) =>
    releaseTask(deps, { ...params, body, reader, idempotencyKey, address: request.ip }));
  mount(app, endpoints.adhoc, ({ params, body, reader, idempotencyKey, request }) =>
    askAdhoc(deps, { ...params, body, reader, idempotencyKey, address: request.ip }));
  mount(app, endpoints.reassign, ({ params, body, reader, idempotencyKey, request }) =>
    reassignTask(deps, { ...params, body, reader, idempotencyKey, address: request.ip }));
  mount(app, endpoints.extend, ({ params, body, reader, idempotencyKey, request }) =>
    extendTask(deps, { ...params, body, reader, idempotencyKey, address: request.ip }));
  mount(app, endpoints.remind, ({ params, body, reader, idempotencyKey, request }) =>
    remindHolders(deps, { ...params, body, reader, idempotencyKey, address: request.ip }));
}
