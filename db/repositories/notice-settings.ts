/** How people want to hear of notices, kept in `person.settings`. */
import { toSettings, type NoticeSettings } from '#domain/notices/kinds';
import type { Tx } from '../tx';

export async function findNoticeSettings(tx: Tx, personId: string): Promise<{ readonly settings: NoticeSettings; readonly officeId: string | null }> {
  const { rows } = await tx.query<{ kept: unknown; officeId: string | null }>(`select settings->'notices' as kept, office_id as "officeId" from person where id = $1`, [personId]);
  return { settings: toSettings(rows[0]?.kept), officeId: rows[0]?.officeId ?? null };
}

/** What is not named stays as it was. */
export async function changeNoticeSettings(tx: Tx, { personId, changes }: { readonly personId: string; readonly changes: Partial<NoticeSettings> }): Promise<void> {
  await tx.query(`update person set settings = settings || jsonb_build_object('notices', coalesce(settings->'notices', '{}') || $2::jsonb) where id = $1`, [personId, JSON.stringify(changes)]);
}
