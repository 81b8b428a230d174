/**
 * Notices on their way by e-mail. A notice is written in the transaction of what it tells of; from it one row is made for each
 * person who wants it by e-mail, and each row is sent at least once.
 */
import type { Subject } from '#domain/access/subject';
import type { MailedNotice } from '#domain/notices/mail';
import { toSettings, type MailWay, type NoticeSettings } from '#domain/notices/kinds';
import type { Tx } from '../tx';
import { mineSql } from './notices';
import { createParams } from './params';

export type FreshNotice = { readonly id: string; readonly template: string; readonly postIds: readonly string[]; readonly personId: string | null };
export type MailPerson = { readonly id: string; readonly officeId: string | null; readonly settings: NoticeSettings };
export type LeasedMail = { readonly noticeId: string; readonly personId: string; readonly attempts: number };

/** Older ones are no news any more to whoever only now gets a mail server. */
const NEWS = `interval '3 days'`;
const LEASE = `interval '5 minutes'`;
/** Then the address is taken to be wrong. */
const MOST_ATTEMPTS = 20;

/** Takes notices for which no mails have been written; they stay locked until the transaction ends. */
export async function takeFreshNotices(tx: Tx, limit: number): Promise<readonly FreshNotice[]> {
  const { rows } = await tx.query<FreshNotice>(
    `select id, template, post_ids as "postIds", person_id as "personId" from notice
      where mails_at is null and created_at > clock_timestamp() - ${NEWS} order by created_at, id limit $1 for update skip locked`,
    [limit],
  );
  return rows;
}

/** Those of these people who have an address and may sign in. */
export async function listMailPersons(tx: Tx, ids: readonly string[]): Promise<readonly MailPerson[]> {
  const { rows } = await tx.query<{ id: string; officeId: string | null; kept: unknown }>(
    `select id, office_id as "officeId", settings->'notices' as kept from person where id = any($1::uuid[]) and not is_disabled and email <> ''`,
    [ids],
  );
  return rows.map(({ kept, ...person }) => ({ ...person, settings: toSettings(kept) }));
}

export type NewMail = { readonly noticeId: string; readonly personId: string; readonly way: Exclude<MailWay, 'none'>; readonly dueAt: string };

/** Writes the mails of these notices, and that they are written. */
export async function insertMails(tx: Tx, { noticeIds, mails }: { readonly noticeIds: readonly string[]; readonly mails: readonly NewMail[] }): Promise<void> {
  await tx.query(
    `insert into notice_mail (notice_id, person_id, way, next_try_at) select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) on conflict do nothing`,
    [mails.map(({ noticeId }) => noticeId), mails.map(({ personId }) => personId), mails.map(({ way }) => way), mails.map(({ dueAt }) => dueAt)],
  );
  await tx.query('update notice set mails_at = clock_timestamp() where id = any($1::uuid[])', [noticeIds]);
}

/** Takes the mails that are due. Whoever dies before they are sent leaves them to the next after the lease. */
export async function leaseMails(tx: Tx, limit: number): Promise<readonly LeasedMail[]> {
  const { rows } = await tx.query<LeasedMail>(
    `with due as (
       select notice_id, person_id from notice_mail where sent_at is null and next_try_at <= clock_timestamp() and attempts < ${MOST_ATTEMPTS}
        order by next_try_at, person_id limit $1 for update skip locked)
     update notice_mail m set next_try_at = clock_timestamp() + ${LEASE}, attempts = m.attempts + 1 from due
      where m.notice_id = due.notice_id and m.person_id = due.person_id
      returning m.notice_id as "noticeId", m.person_id as "personId", m.attempts`,
    [limit],
  );
  return rows;
}

type OfPerson = { readonly personId: string; readonly noticeIds: readonly string[] };

export async function markMailsSent(tx: Tx, { personId, noticeIds }: OfPerson): Promise<void> {
  await tx.query('update notice_mail set sent_at = clock_timestamp(), last_error = null where person_id = $1 and notice_id = any($2::uuid[])', [personId, noticeIds]);
}

export async function postponeMails(tx: Tx, { personId, noticeIds, seconds, error }: OfPerson & { readonly seconds: number; readonly error: string }): Promise<void> {
  await tx.query(
    `update notice_mail set next_try_at = clock_timestamp() + $3 * interval '1 second', last_error = $4 where person_id = $1 and notice_id = any($2::uuid[])`,
    [personId, noticeIds, seconds, error],
  );
}

/** What of these notices may be told to the reader now: unread, theirs, and of letters that they may know. */
export async function listToldNotices(tx: Tx, { reader, ids }: { readonly reader: Subject; readonly ids: readonly string[] }): Promise<readonly MailedNotice[]> {
  const params = createParams();
  const mine = mineSql(reader, params);
  const isOpen = `(l.secrecy = 'none' and not l.is_sealed)`;
  const { rows } = await tx.query<MailedNotice>(
    `select n.template, n.route, coalesce(v.letters, '[]') as letters from notice n cross join lateral (
       select json_agg(json_build_object('letterId', l.id, 'isClassified', not ${isOpen}, 'subject', case when ${isOpen} then l.subject end, 'letterNo', case when ${isOpen} then l.letter_no end)
         order by l.id = n.letter_id desc, l.created_at desc, l.id) as letters from letter l where ${mine.about}) v
      where n.id = any(${params.add(ids, 'uuid[]')}) and n.read_at is null and ${mine.own} and (v.letters is not null or n.route is not null) order by n.created_at, n.id`,
    params.values,
  );
  return rows;
}
