import { noticeSchema, type noticePageSchema, type noticeQuerySchema } from '#domain/contracts/notices';
import { mutedTemplates } from '#domain/notices/kinds';
import { rolePosts } from '#domain/access/subject';
import type { z } from 'zod';
import { sendHint } from '#db/repositories/hints';
import { findNoticeSettings } from '#db/repositories/notice-settings';
import { listNotices, markNoticesRead, type NoticeRow } from '#db/repositories/notices';
import type { Reader, ReaderPost } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { keyAfter } from '../paging';

type Deps = Pick<ApiDeps, 'pool' | 'now' | 'log'>;
type Page = z.output<typeof noticePageSchema>;

/** Notices to the reader, newest first, with the number of unread ones. */
export async function readNotices(
  { pool }: Pick<Deps, 'pool'>,
  reader: Reader,
  { unread, limit, cursor, locale }: z.output<typeof noticeQuerySchema> & { readonly locale: Locale },
): Promise<Page> {
  const after = keyAfter(cursor, ['instant', 'id'], locale);
  const { settings } = await findNoticeSettings(pool, reader.personId);
  const page = await listNotices(pool, { reader, isUnread: unread, limit, after, muted: mutedTemplates(settings) });
  return { total: page.total, unread: page.unread, nextCursor: page.nextCursor, items: page.items.map((row) => toNotice(reader, row)) };
}

/** Marks the reader's own; whatever else is named stays as it is, and is not told apart. */
export async function markRead({ pool, now, log }: Deps, reader: Reader, ids: readonly string[]): Promise<void> {
  const marked = await markNoticesRead(pool, { reader, ids, at: now().toISOString() });
  if (marked === 0) return;
  // Other windows of the reader show fewer now; they find out by themselves if this is lost.
  await sendHint(pool, { topic: 'notice', personIds: [reader.personId] }).catch((error: Error) => log.warn({ err: error.message }, 'a read notice could not be told'));
}

const templates = noticeSchema.shape.template;

/** A route's own notice, or one of a later version, is shown as such. */
function toNotice(reader: Reader, { id, template, letterId, taskId, subject, letterNo, letters, route, createdAt, readAt, why, postIds, personId }: NoticeRow): Page['items'][number] {
  const posts = personId === null ? (rolePosts(reader) as readonly ReaderPost[]).filter(({ postId }) => postIds.includes(postId)) : [];
  // Of several posts the one that is held rather than acted for.
  const post = posts.find(({ capacity }) => capacity === 'own') ?? posts[0];
  return {
    id, template: templates.safeParse(template).data ?? 'custom', letterId, taskId, subject, letterNo, letters: [...letters], createdAt, readAt,
    route: route === null ? null : { ...route, lines: { th: [...route.lines.th], en: [...route.lines.en] } },
    why: { part: why, post: post === undefined ? null : { title: post.title, capacity: post.capacity } },
  };
}
