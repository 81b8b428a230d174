/**
 * Sends notices by e-mail to those who want them so: each as it comes, or once a day as the office opens. Runs only where the
 * operator has set a mail server; the notices themselves stand in the app in any case.
 */
import type { Pool } from 'pg';
import { withTransaction } from '#db/client';
import { listOfficeCalendars } from '#db/repositories/calendars';
import { findActors } from '#db/repositories/directory-lists';
import {
  insertMails, leaseMails, listMailPersons, listToldNotices, markMailsSent, postponeMails, takeFreshNotices, type FreshNotice, type LeasedMail, type MailPerson, type NewMail,
} from '#db/repositories/notice-mails';
import { findReader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import { kindOf, nextDigest } from '#domain/notices/kinds';
import { composeNotices } from '#domain/notices/mail';
import type { Mailer } from '#platform/mailer';
import { createLoop } from './loop';
import type { Part, PartLog } from './part';

const BATCH = 200;
/** Nobody waits for an e-mail by the second. */
const IDLE_MS = 10_000;
const FIRST_WAIT_S = 60;
const MOST_DOUBLINGS = 8;

export type NoticeMailsDeps = {
  readonly pool: Pool;
  readonly log: PartLog;
  readonly mailer: Mailer;
  /** Address of the installation, as its people know it. */
  readonly publicUrl: string;
  readonly clock?: () => Date;
};

export function startNoticeMails(deps: NoticeMailsDeps): Part {
  const { log, mailer } = deps;
  const loop = createLoop(async () => {
    const n = (await writeMails(deps)) + (await sendMails(deps));
    return n === 0 ? IDLE_MS : 0;
  }, log);
  return {
    async stop() {
      await loop.stop();
      mailer.close();
    },
  };
}

/** From fresh notices a mail for each person who wants one; how many notices were looked at. */
export async function writeMails({ pool, clock = () => new Date() }: Pick<NoticeMailsDeps, 'pool' | 'clock'>): Promise<number> {
  return withTransaction(pool, async (tx) => {
    const notices = await takeFreshNotices(tx, BATCH);
    if (notices.length === 0) return 0;
    await insertMails(tx, { noticeIds: notices.map(({ id }) => id), mails: await mailsOf(tx, notices, clock().toISOString()) });
    return notices.length;
  });
}

async function mailsOf(tx: Tx, notices: readonly FreshNotice[], at: string): Promise<readonly NewMail[]> {
  const actors = await findActors(tx, { postIds: [...new Set(notices.flatMap(({ postIds }) => postIds))], at });
  const told = notices.map((notice) => ({ notice, personIds: notice.personId === null ? [...new Set(notice.postIds.flatMap((id) => (actors.get(id) ?? []).map((person) => person.id)))] : [notice.personId] }));
  const persons = new Map((await listMailPersons(tx, [...new Set(told.flatMap(({ personIds }) => personIds))])).map((person) => [person.id, person]));
  const calendars = await listOfficeCalendars(tx, [...new Set([...persons.values()].flatMap(({ officeId }) => officeId ?? []))]);
  const dueAt = ({ officeId }: MailPerson, way: NewMail['way']): string => (way === 'now' ? at : nextDigest((officeId === null ? undefined : calendars.get(officeId)) ?? PLAIN_CALENDAR, at));
  return told.flatMap(({ notice, personIds }) => personIds.flatMap((personId): readonly NewMail[] => {
    const person = persons.get(personId);
    const way = person?.settings[kindOf(notice.template)].mail ?? 'none';
    return person === undefined || way === 'none' ? [] : [{ noticeId: notice.id, personId, way, dueAt: dueAt(person, way) }];
  }));
}

/** Sends what is due, all of one person in one mail; how many rows were taken. */
export async function sendMails(deps: NoticeMailsDeps): Promise<number> {
  const rows = await leaseMails(deps.pool, BATCH);
  for (const personId of new Set(rows.map((row) => row.personId))) await sendTo(deps, personId, rows.filter((row) => row.personId === personId));
  return rows.length;
}

async function sendTo({ pool, log, mailer, publicUrl, clock = () => new Date() }: NoticeMailsDeps, personId: string, rows: readonly LeasedMail[]): Promise<void> {
  const noticeIds = rows.map(({ noticeId }) => noticeId);
  try {
    const reader = await findReader(pool, { personId, at: clock().toISOString() });
    // Read meanwhile, withdrawn, or beyond what they may know by now: there is nothing to tell.
    const notices = reader === null ? [] : await listToldNotices(pool, { reader, ids: noticeIds });
    if (reader !== null && reader.email !== '' && notices.length > 0) {
      const name = reader.locale === 'en' && reader.name.en !== '' ? reader.name.en : reader.name.th;
      await mailer.send({ to: { name, address: reader.email }, ...composeNotices({ name, locale: reader.locale, notices, publicUrl }) });
    }
    await markMailsSent(pool, { personId, noticeIds });
  } catch (error) {
    const attempts = Math.max(...rows.map((row) => row.attempts));
    const text = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
    log.warn({ reason: text, attempts, notices: noticeIds.length }, 'notices could not be sent by e-mail; it is tried again');
    await postponeMails(pool, { personId, noticeIds, seconds: FIRST_WAIT_S * 2 ** Math.min(attempts - 1, MOST_DOUBLINGS), error: text });
  }
}
