/** What is needed to make a letter's PDFs, and the rows of those made. */
import type { LetterToPrint, MarkedPlace } from '#domain/letter/letter-document';
import type { Receipt, StampBox, StampFound } from '#domain/letter/stamp-place';
import type { Tx } from '../tx';

export type PrintableReceipt = Receipt & {
  readonly entryId: string;
  /** Unit whose registry gave it; null for the office's own. */
  readonly unitId: string | null;
  /** Where its stamp stands on the main document, where it was laid before. */
  readonly stampPlace: (StampBox & { readonly found: StampFound; readonly rev: number }) | null;
};

/** A letter as it is printed, with the file that is it and the receipts it has been given. */
export type PrintableLetter = LetterToPrint & {
  readonly id: string;
  readonly isSealed: boolean;
  /** The uploaded document that is the letter, where there is one. */
  readonly main: { readonly id: string; readonly name: string; readonly mime: string; readonly sha256: string; readonly places: readonly MarkedPlace[] | null } | null;
  /** Receive numbers in the order in which they were given, with the office or unit whose registry gave each. */
  readonly receipts: readonly PrintableReceipt[];
};

/** The unit that owns the matter, else the drafter's; telephone and code come from the nearest unit above that has one. */
const OWNER_SQL = `WITH RECURSIVE up AS (
      SELECT u.id, u.parent_id, u.name_th, u.phone, u.letter_code, 0 AS level FROM unit u
      WHERE u.id = coalesce(l.owner_unit_id, (SELECT p.unit_id FROM post p WHERE p.id = l.drafter_post_id))
      UNION ALL SELECT u.id, u.parent_id, u.name_th, u.phone, u.letter_code, up.level + 1 FROM unit u JOIN up ON u.id = up.parent_id WHERE up.level < 20)
    SELECT json_build_object('nameTh', (SELECT name_th FROM up WHERE level = 0),
      'phone', coalesce((SELECT phone FROM up WHERE phone <> '' ORDER BY level LIMIT 1), ''),
      'letterCode', (SELECT letter_code FROM up WHERE letter_code IS NOT NULL ORDER BY level LIMIT 1))
    WHERE EXISTS (SELECT 1 FROM up)`;

/** Who wrote a letter referred to: only of letters of this office that are no more secret than this one. */
const REFERENCES_SQL = `SELECT coalesce(json_agg(r.value || jsonb_build_object('issuerTh', (
        SELECT CASE WHEN c.direction = 'incoming' THEN nullif(c.from_text, '') ELSE co.name_th END FROM letter c JOIN office co ON co.id = c.office_id
        WHERE c.id = (r.value->>'letterId')::uuid AND c.office_id = l.office_id AND NOT c.is_sealed AND c.secrecy IN ('none', l.secrecy))) ORDER BY r.ordinality), '[]')
    FROM jsonb_array_elements(l."references") WITH ORDINALITY r`;

const MAIN_SQL = `document d WHERE d.letter_id = l.id AND d.role = 'main' AND d.superseded_at IS NULL ORDER BY d.attached_at DESC LIMIT 1`;

const SQL = `SELECT l.id, l.kind, l.urgency, l.urgent_by AS "urgentBy", l.secrecy, l.is_sealed AS "isSealed", l.subject, l.to_text AS "toText", l.addressees,
    l.body, coalesce(l.enclosure_list, '{}') AS "enclosureList", (${REFERENCES_SQL}) AS "references", l.letter_no AS "letterNo", l.letter_date AS "letterDate",
    l.signature, l.created_at AS "createdAt",
    json_build_object('nameTh', o.name_th, 'addressTh', o.address_th, 'phone', o.phone, 'email', o.email, 'agencyCode', o.agency_code, 'unitCode', o.unit_code) AS office,
    (${OWNER_SQL}) AS "ownerUnit",
    (SELECT u.name_th FROM post p JOIN unit u ON u.id = p.unit_id
      WHERE p.id = coalesce(l.signature->>'onBehalfOfPostId', l.signature->>'postId')::uuid) AS "issuerTh",
    (SELECT json_build_object('id', d.id, 'name', d.name, 'mime', d.mime, 'sha256', d.sha256, 'places', d.places) FROM ${MAIN_SQL}) AS main,
    (SELECT coalesce(json_agg(json_build_object('place', coalesce(bu.name_th, bo.name_th), 'printed', e.printed, 'date', e.entry_date,
        'takenAt', to_char(e.taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'entryId', e.id, 'unitId', e.unit_id,
        'stampPlace', CASE WHEN s.rev IS NULL THEN NULL ELSE json_build_object('x', s.x, 'y', s.y, 'w', s.w, 'h', s.h, 'found', s.found, 'rev', s.rev) END)
        ORDER BY e.taken_at, bu.id IS NOT NULL, e.id), '[]')
      FROM register_entry e JOIN book b ON b.id = e.book_id JOIN office bo ON bo.id = b.office_id LEFT JOIN unit bu ON bu.id = b.unit_id
        LEFT JOIN stamp_place s ON s.entry_id = e.id AND s.document_id = (SELECT d.id FROM ${MAIN_SQL})
      WHERE e.letter_id = l.id AND b.office_id = l.office_id AND e.status = 'issued' AND b.kind IN ('receive', 'secret_receive')) AS receipts
  FROM letter l JOIN office o ON o.id = l.office_id WHERE l.id = $1`;

/** The letter as it is printed; null where there is none. */
export async function findPrintable(db: Tx, letterId: string): Promise<PrintableLetter | null> {
  const { rows } = await db.query<PrintableLetter>({ name: 'rendition_letter', text: SQL, values: [letterId] });
  return rows[0] ?? null;
}

/** {@link findPrintable} of a letter that nobody changes until the transaction ends. */
export async function lockPrintable(tx: Tx, letterId: string): Promise<PrintableLetter | null> {
  await tx.query({ name: 'rendition_lock', text: 'SELECT 1 FROM letter WHERE id = $1 FOR NO KEY UPDATE', values: [letterId] });
  return findPrintable(tx, letterId);
}

/** Whether a letter has an uploaded main document to stamp. */
export async function hasMainDocument(db: Tx, letterId: string): Promise<boolean> {
  const { rowCount } = await db.query(`SELECT 1 FROM document WHERE letter_id = $1 AND role = 'main' AND superseded_at IS NULL LIMIT 1`, [letterId]);
  return rowCount === 1;
}

/** How an effect ended that was reported already; null where it was not. */
export async function findReported(db: Tx, { letterId, key }: { readonly letterId: string; readonly key: string }): Promise<{ readonly ok: boolean } | null> {
  const { rows } = await db.query<{ ok: boolean }>({
    name: 'rendition_reported',
    text: `SELECT (event->>'ok')::bool AS ok FROM letter_event WHERE letter_id = $1 AND key = $2`,
    values: [letterId, key],
  });
  return rows[0] ?? null;
}

export type NewRendition = {
  readonly letterId: string;
  readonly role: 'rendition' | 'stamped';
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Null for as many as the document that it was made from. */
  readonly pages: number | null;
  /** The document that was filled in or stamped; null where the letter was set from its text. */
  readonly sourceId: string | null;
};

/** Id of the rendition in force; null where none was made. */
export async function findRendition(db: Tx, { letterId, role }: Pick<NewRendition, 'letterId' | 'role'>): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM document WHERE letter_id = $1 AND role = $2 AND superseded_at IS NULL ORDER BY uploaded_at DESC LIMIT 1',
    [letterId, role],
  );
  return rows[0]?.id ?? null;
}

/** The rendition in force is kept, but as superseded: there is none of its role any more. The caller holds the letter's lock. */
export async function dropRendition(tx: Tx, { letterId, role }: Pick<NewRendition, 'letterId' | 'role'>): Promise<void> {
  await tx.query('UPDATE document SET superseded_at = clock_timestamp() WHERE letter_id = $1 AND role = $2 AND superseded_at IS NULL', [letterId, role]);
}

/**
 * The newest rendition of its role; earlier ones are kept as superseded. Made again with equal content from the same file it
 * changes nothing. The caller holds the letter's lock. Answers with the row's id.
 */
export async function recordRendition(tx: Tx, made: NewRendition): Promise<string> {
  const current = await tx.query<{ id: string }>(
    `SELECT id FROM document WHERE letter_id = $1 AND role = $2 AND superseded_at IS NULL AND sha256 = $3 AND source_id IS NOT DISTINCT FROM $4::uuid`,
    [made.letterId, made.role, made.sha256, made.sourceId],
  );
  if (current.rows[0] !== undefined) return current.rows[0].id;
  await dropRendition(tx, made);
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO document (letter_id, role, name, mime, size_bytes, sha256, pages, source_id, uploaded_at, attached_at)
     VALUES ($1, $2, $3, 'application/pdf', $4, $5, coalesce($6::int, (SELECT pages FROM document WHERE id = $7)), $7, clock_timestamp(), clock_timestamp()) RETURNING id`,
    [made.letterId, made.role, made.name, made.sizeBytes, made.sha256, made.pages, made.sourceId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a rendition was not written');
  return row.id;
}
