/** Rows as the commit leaves them, written straight into the demonstration's offices: for tests of lists, which only read. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { personId } from '#db/seeds/demo';
import { bookId, officeId, postId, unitId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import type { Secrecy, Urgency } from '#domain/letter/vocabulary';

const NOW = '2026-11-23T03:00:00.000Z';

export type ListedLetter = {
  readonly office: string;
  readonly subject?: string | null;
  readonly direction?: 'incoming' | 'outgoing';
  readonly ownerUnit?: string;
  readonly secrecy?: Secrecy;
  readonly isSealed?: boolean;
  readonly urgency?: Urgency;
  readonly status?: 'running' | 'held' | 'ended';
  readonly outcome?: 'closed' | 'cancelled';
  readonly fromText?: string;
  readonly toText?: string;
  readonly theirNo?: string;
  readonly theirDate?: string;
  readonly letterNo?: string;
  readonly letterDate?: string;
  readonly receiveNo?: string;
  readonly drafterPost?: string;
  readonly createdAt?: string;
  readonly endedAt?: string;
  /** Posts (by code) that have a part in it. */
  readonly readers?: readonly string[];
};

/** A letter of an office (by code); gives its id. */
export async function listLetter(pool: Pool, letter: ListedLetter): Promise<string> {
  const id = randomUUID();
  const { rows } = await pool.query<{ id: string }>('select v.id from route_version v join route r on r.id = v.route_id where r.office_id = $1 limit 1', [officeId(letter.office)]);
  await insertRows(pool, 'letter', [{
    id, office_id: officeId(letter.office), route_version_id: rows[0]!.id, direction: letter.direction ?? 'incoming', kind: 'external_letter',
    urgency: letter.urgency ?? 'normal', secrecy: letter.secrecy ?? 'none', is_sealed: letter.isSealed ?? false, channel: 'counter',
    subject: letter.subject === undefined ? 'ขอให้รายงานผล' : letter.subject, from_text: letter.fromText ?? 'เทศบาลเมืองลพบุรี', to_text: letter.toText ?? 'ผู้ว่าราชการจังหวัดลพบุรี',
    their_no: letter.theirNo ?? '', their_date: letter.theirDate ?? null, letter_no: letter.letterNo ?? null, letter_date: letter.letterDate ?? null,
    receive_no: letter.receiveNo ?? null, owner_unit_id: letter.ownerUnit === undefined ? null : unitId(letter.office, letter.ownerUnit),
    correlation_id: id, public_code: id.slice(0, 13), created_at: letter.createdAt ?? NOW, ended_at: letter.endedAt ?? null, status: letter.status ?? 'running', outcome: letter.outcome ?? null, seq: 1,
    drafter_post_id: letter.drafterPost === undefined ? null : postId(letter.office, letter.drafterPost),
  }]);
  await insertRows(pool, 'letter_reader', (letter.readers ?? []).map((post) => ({ letter_id: id, post_id: postId(letter.office, post), why: 'task', since: NOW })));
  return id;
}

/** An entry of a book (by code) and the book's counter with it. */
export async function listEntry(
  pool: Pool,
  entry: {
    readonly office: string; readonly book: string; readonly yearBe: number; readonly no: number; readonly letterId?: string; readonly printed?: string;
    readonly status?: 'issued' | 'reserved' | 'cancelled'; readonly reason?: string; readonly cancelReason?: string; readonly personId?: string; readonly unit?: string;
  },
): Promise<void> {
  const { office, book, yearBe, no, letterId = null, printed = String(no) } = entry;
  const day = `${yearBe - 543}-11-23`;
  await insertRows(pool, 'register_entry', [{
    id: randomUUID(), book_id: bookId(office, book), year_be: yearBe, no, printed, letter_id: letterId, number_key: letterId, status: entry.status ?? 'issued',
    unit_id: entry.unit === undefined ? null : unitId(office, entry.unit), entry_date: day, taken_at: `${day}T03:00:00.000Z`, person_id: entry.personId ?? null,
    reason: entry.reason ?? '', cancel_reason: entry.cancelReason ?? '',
    ...(entry.status === 'cancelled' ? { cancelled_at: `${day}T04:00:00.000Z`, cancelled_by: entry.personId ?? null } : {}),
  }]);
  await pool.query(
    `insert into number_counter (book_id, year_be, last_no, last_date) values ($1, $2, $3, $4)
     on conflict (book_id, year_be) do update set last_no = greatest(number_counter.last_no, excluded.last_no), last_date = excluded.last_date`,
    [bookId(office, book), yearBe, no, day],
  );
}

/** An open task of posts (by code) of the letter's office. */
export async function listTask(
  pool: Pool,
  task: { readonly letterId: string; readonly office: string; readonly posts: readonly string[]; readonly dueAt: string | null; readonly id?: string; readonly personId?: string; readonly openedAt?: string; readonly nodeName?: string },
): Promise<void> {
  await insertRows(pool, 'task', [{
    letter_id: task.letterId, id: task.id ?? 't1', office_id: officeId(task.office), frame_id: 'f1', node_id: 'work', node_name: task.nodeName ?? 'ดำเนินการ', node_name_en: task.nodeName === undefined ? 'Work' : '', kind: 'work',
    post_ids: task.posts.map((code) => postId(task.office, code)), passed_over: [], person_id: task.personId ?? null, rev: 1, status: 'open', opened_at: task.openedAt ?? NOW, opened_seq: 1,
    due_at: task.dueAt,
  }]);
}

/** A delivery of a listed letter to an office (by code), or to an address outside; gives its id. */
export async function listDelivery(
  pool: Pool,
  delivery: {
    readonly letterId: string; readonly from: string; readonly to: string | null; readonly sentAt: string; readonly status?: 'sent' | 'registered' | 'answered' | 'recalled';
    readonly expect?: 'reply' | 'acknowledgement' | 'nothing'; readonly dueOn?: string; readonly toName?: string; readonly receiveNo?: string; readonly registeredAt?: string;
  },
): Promise<string> {
  const id = randomUUID();
  await insertRows(pool, 'delivery', [{
    id, from_letter_id: delivery.letterId, from_office_id: officeId(delivery.from), to_office_id: delivery.to === null ? null : officeId(delivery.to),
    to_address: delivery.to === null ? JSON.stringify({ name: delivery.toName ?? 'เทศบาลเมืองลพบุรี', address: '' }) : null, role: 'lead', expect: delivery.expect ?? 'reply',
    due_on: delivery.dueOn ?? null, status: delivery.status ?? 'sent', sent_at: delivery.sentAt, receive_no: delivery.receiveNo ?? null, registered_at: delivery.registeredAt ?? null,
  }]);
  return id;
}

/** A line of a letter's history: somebody (a post by code) did something with one of its tasks. */
export async function listTransition(
  pool: Pool,
  done: { readonly letterId: string; readonly office: string; readonly post: string; readonly at: string; readonly type?: string; readonly taskId?: string; readonly seq?: number },
): Promise<void> {
  await insertRows(pool, 'transition', [{
    letter_id: done.letterId, seq: done.seq ?? 2, event_id: randomUUID(), event_type: done.type ?? 'claim', at: done.at, person_id: personId(done.office, done.post),
    post_id: postId(done.office, done.post), capacity: 'own', summary: JSON.stringify({ task: { id: done.taskId ?? 't1', kind: 'work' } }), outcome: '{}', state_hash: '',
  }]);
}

/** A notice to posts (by code) of an office, or to one person. */
export async function listNotice(
  pool: Pool,
  notice: { readonly letterId: string; readonly office: string; readonly posts?: readonly string[]; readonly personId?: string; readonly template?: string; readonly at?: string; readonly why?: string },
): Promise<string> {
  const id = randomUUID();
  await insertRows(pool, 'notice', [{
    id, effect_id: id, letter_id: notice.letterId, template: notice.template ?? 'taskReminder', post_ids: (notice.posts ?? []).map((code) => postId(notice.office, code)),
    person_id: notice.personId ?? null, created_at: notice.at ?? NOW, why: notice.why ?? 'holder',
  }]);
  return id;
}
