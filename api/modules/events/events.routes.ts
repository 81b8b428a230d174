import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { HintEvent } from '#domain/contracts/events';
import type { PeopleMemory } from '#db/repositories/people-memory';
import type { Reader } from '#db/repositories/readers';
import { findSession } from '#db/repositories/sessions';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { createHintHub, type Audience } from './hint-hub';

/** How long a reader's posts are taken as known; a change of people is also told as a hint, which renews them at once. */
const POSTS_FRESH_MS = 15_000;

/**
 * Live hints: a stream of server-sent events per browser. Nothing is in them but that something changed; the reader asks
 * again and is judged again. There is no replay: each stream begins with `resync`.
 */
export function registerEvents(app: FastifyInstance, deps: ApiDeps & { readonly people: PeopleMemory }): void {
  const { pool, log, now, config, people } = deps;
  const hub = createHintHub({ pool, log, now });
  const open = new Set<() => void>();
  // Before the server waits for its connections to end: a stream never ends by itself.
  app.addHook('preClose', async () => {
    for (const end of open) end();
    await hub.close();
  });

  mount(app, endpoints.events, async ({ reader, session, reply }) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...withoutLength(reply.getHeaders()),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    let audience: Audience | null = toAudience(reader);
    const send = (event: HintEvent): void => {
      raw.write(`event: ${event.topic}\ndata: ${JSON.stringify(event)}\n\n`);
    };
    const renew = async (): Promise<void> => {
      const at = now().toISOString();
      // Signed out elsewhere, run out, or the account closed: the stream ends with the session.
      const current = await findSession(pool, session.id);
      const isOpen = current !== null && current.expiresAt > at;
      const found = isOpen ? await people.readers.load(pool, { personId: reader.personId, at, version: current.peopleVersion }) : null;
      audience = found === null ? null : toAudience(found);
      if (audience === null) end();
    };
    const remove = hub.add({
      audience: () => audience,
      send: (event) => {
        send(event);
        if (event.topic === 'people' || event.topic === 'resync') renew().catch(() => end());
      },
    });
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), config.heartbeatMs);
    const renewal = setInterval(() => renew().catch(() => end()), POSTS_FRESH_MS);
    const end = (): void => {
      clearInterval(heartbeat);
      clearInterval(renewal);
      remove();
      open.delete(end);
      if (!raw.writableEnded) raw.end();
    };
    open.add(end);
    raw.on('close', end);
    send({ topic: 'resync', letterId: null, at: now().toISOString() });
    return reply;
  });
}

/** Hints reach the posts in which the reader may see tasks; posts delegated from are among them, since a signature may wait there. */
const toAudience = (reader: Reader): Audience => ({ personId: reader.personId, postIds: new Set(reader.posts.map(({ postId }) => postId)) });

function withoutLength(headers: ReturnType<import('fastify').FastifyReply['getHeaders']>): Record<string, string | number | string[]> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined || name === 'content-length' ? [] : [[name, value]])));
}
