/** Where the receipt stamps of a letter stand on page 1 of its original. */
import type { PageSize, StampBox, StampFound } from '#domain/letter/stamp-place';
import type { Tx } from '../tx';

export type LaidPlace = StampBox & { readonly entryId: string; readonly found: StampFound; readonly page: PageSize };

/** Places of stamps that were laid of themselves. Where a stamp has one already, that one stays. */
export async function keepStampPlaces(tx: Tx, { documentId, laid }: { readonly documentId: string; readonly laid: readonly LaidPlace[] }): Promise<void> {
  if (laid.length === 0) return;
  await tx.query(
    `INSERT INTO stamp_place (entry_id, document_id, x, y, w, h, page_width, page_height, found)
     SELECT (p->>'entryId')::uuid, $1, (p->>'x')::float8, (p->>'y')::float8, (p->>'w')::float8, (p->>'h')::float8, (p->'page'->>'width')::float8, (p->'page'->>'height')::float8, p->>'found'
     FROM jsonb_array_elements($2::jsonb) p ON CONFLICT DO NOTHING`,
    [documentId, JSON.stringify(laid)],
  );
}

type Moved = { readonly documentId: string; readonly place: LaidPlace; readonly personId: string; readonly at: string };

/** The place that a person has chosen. The caller holds the letter's lock. */
export async function moveStampPlace(tx: Tx, { documentId, place: { entryId, x, y, w, h, page }, personId, at }: Moved): Promise<void> {
  await tx.query(
    `INSERT INTO stamp_place (entry_id, document_id, x, y, w, h, page_width, page_height, found, rev, moved_by, moved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'person', 1, $9, $10)
     ON CONFLICT (entry_id, document_id) DO UPDATE SET x = $3, y = $4, w = $5, h = $6, found = 'person', rev = stamp_place.rev + 1, moved_by = $9, moved_at = $10`,
    [entryId, documentId, x, y, w, h, page.width, page.height, personId, at],
  );
}

export type StampMove = { readonly entryId: string; readonly byId: string; readonly by: { readonly th: string; readonly en: string }; readonly at: string };

/** Who has moved stamps of a document last. */
export async function listStampMoves(db: Tx, documentId: string): Promise<readonly StampMove[]> {
  const { rows } = await db.query<StampMove>(
    `SELECT s.entry_id AS "entryId", p.id AS "byId", json_build_object('th', p.name_th, 'en', p.name_en) AS by,
       to_char(s.moved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
     FROM stamp_place s JOIN person p ON p.id = s.moved_by WHERE s.document_id = $1`,
    [documentId],
  );
  return rows;
}
