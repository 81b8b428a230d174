/** The invariant checker: what the database must say of itself, and whether the executions agree with it. */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { listOpenLetters } from '#db/repositories/dispatch';
import { countNumbers, findBroken, findWaiting, listForCheck, type CheckedLetter, type Finding, type Trouble } from '#db/repositories/letter-checks';
import { findBreak } from '#domain/audit/chain';
import { stateHash } from '#domain/route/engine';
import type { LetterClient } from '#platform/temporal/letter-client';

export type Report = { readonly [T in Trouble]: number } & {
  readonly check: 'letters';
  readonly letters: number;
  readonly open: number;
  readonly numbersIssued: number;
  readonly seconds: number;
};
export type Checked = { readonly report: Report; readonly findings: readonly Finding[] };

type Args = {
  readonly pool: Pool;
  /** Null: the database alone is checked. */
  readonly letters: Pick<LetterClient, 'view'> | null;
  /** What is on its way may take so long to arrive before it counts as stuck. */
  readonly settleSeconds: number;
};

const PAGE = 500;
const AT_ONCE = 16;
const VIEW_MS = 10_000;
const PAUSE_MS = 500;

export async function checkLetters({ pool, letters, settleSeconds }: Args): Promise<Checked> {
  const begun = Date.now();
  const deadline = begun + settleSeconds * 1_000;
  // Anything pending, however young, is given the time to arrive; what is left then is stuck.
  let waiting = await findWaiting(pool, 0);
  while (waiting.length > 0 && Date.now() < deadline) {
    await pause();
    waiting = await findWaiting(pool, 0);
  }
  const executions = letters === null ? { open: 0, findings: [] } : await compareExecutions(pool, letters, deadline);
  const stored = await walkLetters(pool);
  const numbers = await countNumbers(pool);
  const findings = [...(await findBroken(pool)), ...stored.findings, ...executions.findings, ...waiting];
  const count = (trouble: Trouble): number => new Set(findings.filter((each) => each.trouble === trouble).map(({ letterId, what }) => letterId ?? what)).size;
  const report: Report = {
    check: 'letters', letters: stored.letters, open: executions.open, lost: count('lost'), doubled: count('doubled'), numbersIssued: numbers.issued,
    gaps: numbers.gaps, duplicates: numbers.duplicates, auditBroken: count('auditBroken'), drift: count('drift'), stuck: count('stuck'),
    seconds: Math.round((Date.now() - begun) / 1_000),
  };
  return { report, findings };
}

/** Whether nothing was found. */
export const isSound = ({ lost, doubled, gaps, duplicates, auditBroken, drift, stuck }: Report): boolean =>
  [lost, doubled, gaps, duplicates, auditBroken, drift, stuck].every((count) => count === 0);

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function walkLetters(pool: Pool): Promise<{ letters: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let letters = 0;
  for (let after: string | null = null; ; ) {
    const page: readonly CheckedLetter[] = await listForCheck(pool, { after, limit: PAGE });
    letters += page.length;
    findings.push(...page.flatMap(checkStored));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return { letters, findings };
    after = last.id;
  }
}

function checkStored({ id, state, stateHash: hash, auditSeq, auditHash, events }: CheckedLetter): Finding[] {
  const findings: Finding[] = [];
  if (state !== null && stateHash(state) !== hash) findings.push({ trouble: 'drift', letterId: id, what: 'the stored state is not what was committed' });
  const broken = findBreak(events, sha256);
  if (broken !== null) findings.push({ trouble: 'auditBroken', letterId: id, what: `audit event ${broken.seq}: ${broken.why}` });
  else if (events.length !== auditSeq || (events.at(-1)?.hash ?? '') !== auditHash) findings.push({ trouble: 'auditBroken', letterId: id, what: 'the audit chain does not end where the letter says' });
  return findings;
}

/** Every open letter has one execution, and it believes what PostgreSQL says. */
async function compareExecutions(pool: Pool, letters: Pick<LetterClient, 'view'>, deadline: number): Promise<{ open: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let open = 0;
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listOpenLetters>> = await listOpenLetters(pool, { after, limit: PAGE });
    open += page.length;
    for (let from = 0; from < page.length; from += AT_ONCE) {
      const compared = await Promise.all(page.slice(from, from + AT_ONCE).map(({ id }) => compareOne(pool, letters, { id, deadline })));
      findings.push(...compared.flat());
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return { open, findings };
    after = last.id;
  }
}

async function compareOne(pool: Pool, letters: Pick<LetterClient, 'view'>, { id, deadline }: { readonly id: string; readonly deadline: number }): Promise<Finding[]> {
  for (;;) {
    const view = await letters.view(id, VIEW_MS).catch(() => 'silent' as const);
    // Read after the view: a letter that went on meanwhile is asked again.
    const { rows } = await pool.query<{ seq: number; stateHash: string | null; status: string }>('SELECT seq, state_hash AS "stateHash", status FROM letter WHERE id = $1', [id]);
    const stored = rows[0];
    if (stored === undefined || stored.status === 'ended') return [];
    const isEqual = view !== null && view !== 'silent' && view.seq === stored.seq && view.stateHash === stored.stateHash;
    if (isEqual) return [];
    if (Date.now() > deadline) {
      if (view === null) return [{ trouble: 'stuck', letterId: id, what: 'no execution drives it' }];
      if (view === 'silent') return [{ trouble: 'stuck', letterId: id, what: 'its execution does not answer' }];
      return [{ trouble: 'drift', letterId: id, what: `its execution stands at ${view.seq}, PostgreSQL at ${stored.seq}` }];
    }
    await pause();
  }
}
