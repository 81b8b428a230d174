/** Offers events to letters as `letterLife` does, without Temporal: load, advance, commit. One call at a time per letter. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { createLetterActivities } from '#activities/letter-activities';
import type { CommitDeps } from '#activities/commit-transition';
import type { CommandContent } from '#domain/letter/content';
import type { CommitInput, CommitResult } from '#domain/messages';
import { advance, start } from '#domain/route/engine';
import type { KeyedEvent, LetterEvent } from '#domain/route/events';
import type { Actor, LetterState, Task } from '#domain/route/state';
import { writeCommand } from './letters';

export type Runner = ReturnType<typeof createRunner>;

export function createRunner(pool: Pool, deps: Partial<CommitDeps> = {}) {
  const activities = createLetterActivities({ pool, ...deps });

  const load = async (letterId: string): Promise<LetterState> => {
    const { state } = await activities.loadLetter({ letterId });
    if (state === null) throw new Error('the letter has not begun');
    return state;
  };

  /** What the workflow would send to the commit for this event now. */
  const prepare = async (letterId: string, { id, event }: KeyedEvent): Promise<CommitInput> => {
    const loaded = await activities.loadLetter({ letterId });
    const routes = { ...loaded.routes, ...(event.type === 'act' && event.picks ? await activities.loadRoutes({ ids: event.picks.map((pick) => pick.routeVersionId) }) : {}) };
    const advanced = loaded.state === null && event.type === 'start' ? start(routes, event) : advance(routes, loaded.state!, event);
    return { letterId, seq: advanced.state.seq, eventId: id, event, ...advanced };
  };
  const offer = async (letterId: string, keyed: KeyedEvent): Promise<CommitResult> => activities.commitTransition(await prepare(letterId, keyed));

  /** A person's event with its command row. */
  const send = async (letterId: string, event: LetterEvent, content: CommandContent = {}): Promise<CommitResult> => {
    const id = await writeCommand(pool, { letterId, event, content });
    return offer(letterId, { id, event });
  };
  const task = async (letterId: string, find: Partial<Pick<Task, 'kind' | 'node'>> = {}): Promise<Task> => {
    const state = await load(letterId);
    const found = Object.values(state.tasks).find((each) => (find.kind ?? each.kind) === each.kind && (find.node ?? each.node) === each.node);
    if (found === undefined) throw new Error(`no such task: ${JSON.stringify(find)} of ${JSON.stringify(state.tasks)}`);
    return found;
  };
  /** An act on the open task of that kind or node. */
  const act = async (
    letterId: string,
    actor: Actor,
    outcome: string,
    rest: Partial<Extract<LetterEvent, { type: 'act' }>> & { readonly find?: Parameters<typeof task>[1]; readonly content?: CommandContent } = {},
  ): Promise<CommitResult> => {
    const { find, content, ...more } = rest;
    const { id: taskId, rev } = await task(letterId, find);
    const event: LetterEvent = { type: 'act', at: new Date().toISOString(), actor, taskId, rev, outcome, hasNote: content?.note !== undefined, ...more };
    return send(letterId, event, content ?? {});
  };
  /** Offers everything that waits in the inbox; gives the number of events taken. */
  const drain = async (letterId: string): Promise<number> => {
    let taken = 0;
    for (;;) {
      const { events } = await activities.readInbox({ letterId });
      const [next] = events;
      if (next === undefined) return taken;
      const state = await load(letterId).catch(() => null);
      if (state?.status === 'ended') return taken;
      const result = await offer(letterId, next);
      if (result.kind === 'refused') throw new Error(`${next.id} was refused: ${result.code}`);
      taken += 1;
    }
  };
  return { activities, load, prepare, offer, send, task, act, drain, newId: randomUUID };
}

/** The result as an applied one; fails the test with what it was instead. */
export function applied(result: CommitResult): Extract<CommitResult, { kind: 'applied' }> {
  if (result.kind !== 'applied') throw new Error(`not applied: ${JSON.stringify(result)}`);
  return result;
}
