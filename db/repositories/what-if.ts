/** Runs of letters on a draft: how far each is, and what came of it. Kept with the draft, and gone with it. */
import { randomUUID } from 'node:crypto';
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import type { ComparedLetter, Verdict } from '#domain/route/what-if/compare';
import type { WhatIfReport } from '#domain/route/what-if/report';
import { insertRows } from '../seeds/insert-rows';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { orTaken } from './edits';
import { createParams } from './params';
import type { Name } from './readers';
import { personRef } from './sql';

/** Without a sign of life for so long a run has been interrupted: nobody works on it any more. */
const SILENCE = `interval '60 seconds'`;
export type RunState = 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed';
export type WhatIfRun = {
  readonly id: string; readonly draftId: string; readonly officeId: string; readonly digest: string; readonly fromDay: string; readonly toDay: string; readonly takesAll: boolean; readonly state: RunState;
  readonly done: number; readonly total: number; readonly result: WhatIfReport | null; readonly by: { readonly id: string; readonly name: Name }; readonly startedAt: string; readonly endedAt: string | null;
};
const COLUMNS = `w.id, w.draft_id as "draftId", w.office_id as "officeId", w.digest, to_char(w.from_day, 'YYYY-MM-DD') as "fromDay", to_char(w.to_day, 'YYYY-MM-DD') as "toDay", w.takes_all as "takesAll",
  case when w.state = 'running' and w.beat_at < clock_timestamp() - ${SILENCE} then 'interrupted' else w.state end as state, w.done, w.total, w.result, ${personRef('a')} as by, w.started_at as "startedAt", w.ended_at as "endedAt"`;

export type NewRun = Pick<WhatIfRun, 'officeId' | 'draftId' | 'digest' | 'fromDay' | 'toDay' | 'takesAll' | 'total'>;

/** Begins a run; what came to nothing before it is forgotten, the last result stays. @throws DomainError WHAT_IF_RUNNING */
export async function insertRun(tx: Tx, run: NewRun, by: RecordedBy): Promise<string> {
  const id = randomUUID();
  const { rows } = await tx.query<{ id: string }>(
    `delete from route_what_if where draft_id = $1 and state <> 'done' and (state <> 'running' or beat_at < clock_timestamp() - ${SILENCE}) returning id`, [run.draftId],
  );
  await tx.query('delete from route_what_if_letter where run_id = any($1::uuid[])', [rows.map((row) => row.id)]);
  await orTaken(
    tx.query(
      `insert into route_what_if (id, office_id, draft_id, digest, from_day, to_day, takes_all, total, person_id, started_at, beat_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`,
      [id, run.officeId, run.draftId, run.digest, run.fromDay, run.toDay, run.takesAll, run.total, by.personId, by.at],
    ),
    new DomainError('WHAT_IF_RUNNING'),
  );
  return id;
}

/** The latest run of a draft, and the latest that has a result. */
export async function findRuns(tx: Tx, draftId: string): Promise<{ readonly latest: WhatIfRun | null; readonly result: WhatIfRun | null }> {
  const { rows } = await tx.query<WhatIfRun>(`select ${COLUMNS} from route_what_if w join person a on a.id = w.person_id where w.draft_id = $1 order by w.started_at desc, w.id`, [draftId]);
  return { latest: rows[0] ?? null, result: rows.find(({ state }) => state === 'done') ?? null };
}

export async function findRun(tx: Tx, id: string): Promise<WhatIfRun | null> {
  const { rows } = await tx.query<WhatIfRun>(`select ${COLUMNS} from route_what_if w join person a on a.id = w.person_id where w.id = $1`, [id]);
  return rows[0] ?? null;
}

/** A sign of life with how far it is; false where the run is no longer wanted. */
export async function beatRun(tx: Tx, { id, done }: { readonly id: string; readonly done: number }): Promise<boolean> {
  const { rowCount } = await tx.query(`update route_what_if set done = $2, beat_at = clock_timestamp() where id = $1 and state = 'running'`, [id, done]);
  return rowCount === 1;
}

/** What came of some letters. */
export async function insertCompared(tx: Tx, { runId, from, letters }: { readonly runId: string; readonly from: number; readonly letters: readonly ComparedLetter[] }): Promise<void> {
  await insertRows(tx, 'route_what_if_letter', letters.map((letter, i) => ({
    run_id: runId, letter_id: letter.id, no: from + i, verdict: letter.verdict, difference: letter.difference === null ? null : JSON.stringify(letter.difference), reason: letter.reason === null ? null : JSON.stringify(letter.reason),
    is_late_then: letter.isLateThen, is_late_now: letter.isLateNow, minutes_then: letter.minutesThen, minutes_now: letter.minutesNow, way: letter.way,
  })));
}

/** The run has a result, which takes the place of the draft's earlier ones; false where it was called off meanwhile. */
export async function finishRun(tx: Tx, { id, result, at }: { readonly id: string; readonly result: WhatIfReport; readonly at: string }): Promise<boolean> {
  const { rows } = await tx.query<{ draftId: string }>(
    `update route_what_if set state = 'done', done = total, result = $2, ended_at = $3 where id = $1 and state = 'running' returning draft_id as "draftId"`, [id, JSON.stringify(result), at],
  );
  if (rows[0] === undefined) return false;
  await forgetRuns(tx, { draftId: rows[0].draftId, except: id });
  return true;
}

/** The run ends without a result, if it still goes on. */
export async function endRun(tx: Tx, { id, state, at }: { readonly id: string; readonly state: 'cancelled' | 'interrupted' | 'failed'; readonly at: string }): Promise<void> {
  const { rowCount } = await tx.query(`update route_what_if set state = $2, ended_at = $3 where id = $1 and state = 'running'`, [id, state, at]);
  if (rowCount === 1) await tx.query('delete from route_what_if_letter where run_id = $1', [id]);
}

/** Removes the runs of a draft. */
export async function forgetRuns(tx: Tx, { draftId, except }: { readonly draftId: string; readonly except: string | null }): Promise<void> {
  await tx.query(
    `with gone as (delete from route_what_if where draft_id = $1 and id is distinct from $2::uuid returning id) delete from route_what_if_letter where run_id in (select id from gone)`, [draftId, except],
  );
}

export type WhatIfLetter = ComparedLetter & { readonly no: number; readonly letterNo: string | null; readonly receiveNo: string | null; readonly subject: string | null };
export type LetterQuestion = { readonly reader: Subject; readonly runId: string; readonly verdict: Verdict | null; readonly lateness: 'became' | 'noLonger' | null; readonly after: number; readonly limit: number };

const LATENESS = { became: 'w.is_late_now and not w.is_late_then', noLonger: 'w.is_late_then and not w.is_late_now' } as const;

/** Letters of a run that the reader may know of, and how many there are whether or not they may. */
export async function listCompared(tx: Tx, { reader, runId, verdict, lateness, after, limit }: LetterQuestion): Promise<{ readonly items: readonly WhatIfLetter[]; readonly total: number; readonly shown: number }> {
  const params = createParams();
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const wanted = [`w.run_id = ${params.add(runId, 'uuid')}`, ...(verdict === null ? [] : [`w.verdict = ${params.add(verdict, 'text')}`]), ...(lateness === null ? [] : [LATENESS[lateness]])].join(' and ');
  const { rows } = await tx.query<{ total: number; shown: number; items: readonly WhatIfLetter[] }>(
    `with asked as (
       select w.*, case when ${seen.reveal} then l.letter_no end as letter_no, case when ${seen.reveal} then l.receive_no end as receive_no, case when ${seen.reveal} then l.subject end as subject, ${seen.sql} as is_known
         from route_what_if_letter w join letter l on l.id = w.letter_id where ${wanted})
     select count(*)::int as total, (count(*) filter (where is_known))::int as shown,
       (select coalesce(json_agg(json_build_object('id', p.letter_id, 'no', p.no, 'verdict', p.verdict, 'difference', p.difference, 'reason', p.reason, 'isLateThen', p.is_late_then, 'isLateNow', p.is_late_now,
          'minutesThen', p.minutes_then, 'minutesNow', p.minutes_now, 'way', p.way, 'letterNo', p.letter_no, 'receiveNo', p.receive_no, 'subject', p.subject) order by p.no), '[]')
          from (select * from asked where is_known and no > ${params.add(after, 'int')} order by no limit ${params.add(limit, 'int')}) p) as items
       from asked`,
    params.values,
  );
  return rows[0]!;
}
