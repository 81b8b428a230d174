import type { z } from 'zod';
import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import type { NoticeSettingsView, noticeSettingsChangeSchema } from '#domain/contracts/notices';
import { nextDigest, type NoticeSettings } from '#domain/notices/kinds';
import { listOfficeCalendars } from '#db/repositories/calendars';
import { sendHint } from '#db/repositories/hints';
import { changeNoticeSettings, findNoticeSettings } from '#db/repositories/notice-settings';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';

type Deps = Pick<ApiDeps, 'pool' | 'now' | 'config' | 'log'>;

/** How the reader hears of notices, and whether e-mail can reach them at all. */
export async function readSettings({ pool, now, config }: Deps, reader: Reader): Promise<NoticeSettingsView> {
  const { settings, officeId } = await findNoticeSettings(pool, reader.personId);
  const calendar = officeId === null ? undefined : (await listOfficeCalendars(pool, [officeId])).get(officeId);
  return { kinds: settings, email: reader.email, canMail: config.canMail, nextDigest: nextDigest(calendar ?? PLAIN_CALENDAR, now().toISOString()) };
}

export async function changeSettings(deps: Deps, reader: Reader, body: z.output<typeof noticeSettingsChangeSchema>): Promise<NoticeSettingsView> {
  const changes = Object.fromEntries(Object.entries(body).filter(([, ways]) => ways !== undefined)) as Partial<NoticeSettings>;
  await changeNoticeSettings(deps.pool, { personId: reader.personId, changes });
  // Other windows of the reader count anew at the bell; they find out by themselves if this is lost.
  await sendHint(deps.pool, { topic: 'notice', personIds: [reader.personId] }).catch((error: Error) => deps.log.warn({ err: error.message }, 'changed settings of notices could not be told'));
  return readSettings(deps, reader);
}
