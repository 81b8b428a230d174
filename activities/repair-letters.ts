/** Repair in one direction only: an execution is started or begins anew from what PostgreSQL has, never the other way round. */
import type { Pool } from 'pg';
import { clearFlag } from '#db/repositories/commit/flags';
import { listOpenLetters } from '#db/repositories/dispatch';
import type { LetterClient } from '#platform/temporal/letter-client';

const PAGE = 500;
const AT_ONCE = 16;
const VIEW_MS = 10_000;

export type Resumed = { readonly open: number; readonly resumed: number; readonly flagged: number };

/** Starts an execution for every open letter that has none. Letters that wait for an operator are counted and left alone. */
export async function resumeLetters(pool: Pool, letters: Pick<LetterClient, 'resume'>): Promise<Resumed> {
  let resumed = 0;
  const { open, flagged } = await eachOpen(pool, async (id) => {
    if (await letters.resume(id)) resumed += 1;
  });
  return { open, resumed, flagged };
}

/** Resumes one letter; its flag, where it has one, is taken off: the operator has looked at it. */
export async function resumeLetter(pool: Pool, letters: Pick<LetterClient, 'resume'>, letterId: string): Promise<boolean> {
  await clearFlag(pool, letterId);
  return letters.resume(letterId);
}

export type Reconciled = Resumed & { readonly begunAnew: number };

/** Compares every open letter with its execution; those without one are started, those that differ begin anew. */
export async function reconcileLetters(pool: Pool, letters: Pick<LetterClient, 'resume' | 'view' | 'checkpoint'>): Promise<Reconciled> {
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
