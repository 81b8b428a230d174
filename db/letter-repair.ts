/** Repair in one direction only: an execution is started or begins anew from what PostgreSQL has, never the other way round. */
import type { Pool } from 'pg';
import { officeChain } from '#domain/audit/chain';
import type { LifeStateView } from '#domain/messages';
import { withTransaction } from './client';
import { recordAudit } from './repositories/audit';
import type { RecordedBy } from './repositories/appointments';
import { clearFlag } from './repositories/commit/flags';
import { listOpenLetters } from './repositories/dispatch';
import { explainLetter, type Explanation } from './repositories/letter-explanation';

/** What repair needs of executions; `platform/temporal/letter-client` has it. */
export type Executions = {
  resume(letterId: string): Promise<boolean>;
  view(letterId: string, timeoutMs: number): Promise<LifeStateView | null>;
  checkpoint(letterId: string): Promise<void>;
};

const PAGE = 500;
const AT_ONCE = 16;
const VIEW_MS = 10_000;

export type Resumed = { readonly open: number; readonly resumed: number; readonly flagged: number };

/** Starts an execution for every open letter that has none. Letters that wait for an operator are counted and left alone. */
export async function resumeLetters(pool: Pool, letters: Pick<Executions, 'resume'>): Promise<Resumed> {
  let resumed = 0;
  const { open, flagged } = await eachOpen(pool, async (id) => {
    if (await letters.resume(id)) resumed += 1;
  });
  return { open, resumed, flagged };
}

/**
 * Resumes one letter; its flag, where it has one, is taken off: the operator has looked at it, which is on the office's record.
 * Null where there is no such letter; else whether an execution was started.
 */
export async function resumeLetter(
  pool: Pool,
  letters: Pick<Executions, 'resume'>,
  { letterId, by }: { readonly letterId: string; readonly by: RecordedBy },
): Promise<boolean | null> {
  const officeId = await withTransaction(pool, async (tx) => {
    const office = await clearFlag(tx, letterId);
    if (office !== null) {
      await recordAudit(tx, {
        chain: officeChain(office), officeId: office, kind: 'system.letterResumed', data: { letterId }, personId: by.personId, postId: by.postId, at: by.at,
      });
    }
    return office;
  });
  return officeId === null ? null : letters.resume(letterId);
}

/** What a letter's execution believes: nothing runs, it did not answer in time, or its view. */
export type ExecutionView = { readonly state: 'none' | 'silent' } | ({ readonly state: 'running'; readonly agrees: boolean } & LifeStateView);

/** How a letter stands in PostgreSQL and in its execution. Null where there is no such letter. */
export async function explainWithExecution(
  pool: Pool,
  letters: Pick<Executions, 'view'>,
  letterId: string,
): Promise<(Explanation & { readonly execution: ExecutionView }) | null> {
  const letter = await explainLetter(pool, letterId);
  if (letter === null) return null;
  const view = await letters.view(letterId, VIEW_MS).catch(() => 'silent' as const);
  if (view === 'silent') return { ...letter, execution: { state: 'silent' } };
  if (view === null) return { ...letter, execution: { state: 'none' } };
  return { ...letter, execution: { ...view, state: 'running', agrees: view.seq === letter.seq && view.stateHash === letter.stateHash } };
}

export type Reconciled = Resumed & { readonly begunAnew: number };

/** Compares every open letter with its execution; those without one are started, those that differ begin anew. */
export async function reconcileLetters(pool: Pool, letters: Executions): Promise<Reconciled> {
  let resumed = 0;
  let begunAnew = 0;
  const { open, flagged } = await eachOpen(pool, async (id, { seq, stateHash }) => {
    const view = await letters.view(id, VIEW_MS);
    if (view === null) resumed += (await letters.resume(id)) ? 1 : 0;
    else if (view.seq !== seq || view.stateHash !== stateHash) {
      await letters.checkpoint(id);
      begunAnew += 1;
    }
  });
  return { open, resumed, begunAnew, flagged };
}

type Open = Awaited<ReturnType<typeof listOpenLetters>>[number];

async function eachOpen(pool: Pool, visit: (id: string, letter: Open) => Promise<void>): Promise<{ open: number; flagged: number }> {
  let open = 0;
  let flagged = 0;
  for (let after: string | null = null; ; ) {
    const page: readonly Open[] = await listOpenLetters(pool, { after, limit: PAGE });
    const willing = page.filter(({ isFlagged }) => !isFlagged);
    open += page.length;
    flagged += page.length - willing.length;
    for (let from = 0; from < willing.length; from += AT_ONCE) {
      await Promise.all(willing.slice(from, from + AT_ONCE).map((letter) => visit(letter.id, letter)));
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return { open, flagged };
    after = last.id;
  }
}
