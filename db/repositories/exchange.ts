/** A letter on its way to another office of this installation: what the sender shows, and the receiver's own record of it. */
import type { LetterEvent } from '#domain/route/events';
import type { LetterReference } from '#domain/letter/content';
import type { LetterKind, Secrecy, Urgency } from '#domain/letter/vocabulary';
import type { Tx } from '../tx';

/** What the receiver gets to see: the letter as sent, never notes, drafts or facts of the sender's office. */
export type Sent = {
  readonly deliveryId: string;
  readonly status: string;
  readonly sentAt: string;
  readonly toLetterId: string;
  readonly toOfficeId: string;
  readonly toHeadTitleTh: string;
  readonly toRegistryUnitId: string | null;
  readonly fromLetterId: string;
  readonly fromOfficeId: string;
  readonly fromNameTh: string;
  readonly kind: LetterKind;
  readonly urgency: Urgency;
  readonly urgentBy: string | null;
  readonly secrecy: Secrecy;
  readonly subject: string | null;
  readonly toText: string;
  readonly letterNo: string;
  readonly letterDate: string | null;
  readonly enclosureList: readonly string[];
  readonly references: readonly LetterReference[];
  readonly dateAsked: string | null;
  readonly correlationId: string;
  readonly isCircular: boolean;
  readonly documents: readonly SentDocument[];
  /** Letters of the receiver that this one answers, with the unit that owns each. */
  readonly answers: readonly { readonly letterId: string; readonly ownerUnitId: string | null }[];
  /** The sender's final PDF is still to be made. */
  readonly isRenditionDue: boolean;
};
export type SentDocument = {
  readonly role: 'main' | 'enclosure' | 'rendition';
  readonly name: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly pages: number | null;
  readonly sortOrder: number;
};

const SENT_SQL = `SELECT d.id AS "deliveryId", d.status, d.sent_at AS "sentAt", d.to_letter_id AS "toLetterId", d.to_office_id AS "toOfficeId",
    receiver.head_title_th AS "toHeadTitleTh", receiver.registry_unit_id AS "toRegistryUnitId", l.id AS "fromLetterId", l.office_id AS "fromOfficeId",
    sender.name_th AS "fromNameTh", l.kind, l.urgency, l.urgent_by AS "urgentBy", l.secrecy, l.subject, l.to_text AS "toText",
    coalesce(l.letter_no, '') AS "letterNo", l.letter_date AS "letterDate", coalesce(l.enclosure_list, '{}') AS "enclosureList", l."references", d.due_on AS "dateAsked",
    l.correlation_id AS "correlationId", coalesce((l.state->'facts'->>'isCircular')::bool, false) AS "isCircular",
    (SELECT coalesce(json_agg(json_build_object('role', f.role, 'name', f.name, 'mime', f.mime, 'sizeBytes', f.size_bytes, 'sha256', f.sha256,
        'pages', f.pages, 'sortOrder', f.sort_order) ORDER BY f.sort_order, f.name), '[]')
      FROM document f WHERE f.letter_id = l.id AND f.superseded_at IS NULL AND f.role IN ('main', 'enclosure', 'rendition')) AS documents,
    (SELECT coalesce(json_agg(json_build_object('letterId', asked.id, 'ownerUnitId', asked.owner_unit_id)), '[]')
      FROM letter_link k JOIN letter own ON own.id = k.to_letter_id JOIN delivery came ON came.id = own.delivery_id
      JOIN letter asked ON asked.id = came.from_letter_id
      WHERE k.from_letter_id = l.id AND k.kind = 'answers' AND asked.office_id = d.to_office_id) AS answers,
    EXISTS (SELECT 1 FROM outbox o WHERE o.letter_id = l.id AND o.kind = 'render' AND o.payload->>'what' = 'final'
      AND NOT EXISTS (SELECT 1 FROM letter_event e WHERE e.letter_id = l.id AND e.key = 'effect:' || (o.payload->>'effectId'))) AS "isRenditionDue"
  FROM delivery d JOIN letter l ON l.id = d.from_letter_id JOIN office sender ON sender.id = l.office_id JOIN office receiver ON receiver.id = d.to_office_id
  WHERE d.id = $1`;

/** A delivery to an office of this installation; null where it goes elsewhere or is not there. */
export async function findSent(db: Tx, deliveryId: string): Promise<Sent | null> {
  const { rows } = await db.query<Sent>({ name: 'exchange_sent', text: SENT_SQL, values: [deliveryId] });
  return rows[0] ?? null;
}

export type Arrival = {
  readonly sent: Sent;
  readonly routeVersionId: string;
  readonly publicCode: string;
  readonly at: string;
  /** The first event of the receiver's letter and its key. */
  readonly begin: { readonly key: string; readonly event: LetterEvent };
};

/**
 * Writes the receiver's record, its documents, its links and its first event, in the caller's transaction. A repetition
 * writes nothing. False where the sender has recalled it meanwhile.
 */
export async function insertArrival(tx: Tx, { sent, routeVersionId, publicCode, at, begin }: Arrival): Promise<boolean> {
  const locked = await tx.query<{ status: string }>('SELECT status FROM delivery WHERE id = $1 FOR UPDATE', [sent.deliveryId]);
  if (locked.rows[0]?.status === 'recalled') return false;
  const inserted = await tx.query(
    `INSERT INTO letter (id, office_id, route_version_id, direction, kind, urgency, urgent_by, secrecy, channel, subject, from_text, to_text, their_no, their_date,
       enclosure_list, "references", date_asked, delivery_id, correlation_id, public_code, created_at, status)
     VALUES ($1, $2, $3, 'incoming', $4, $5, $6, $7, 'exchange', $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 'new')
     ON CONFLICT (id) DO NOTHING`,
    [
      sent.toLetterId, sent.toOfficeId, routeVersionId, sent.kind, sent.urgency, sent.urgentBy, sent.secrecy, sent.subject, sent.fromNameTh,
      sent.toText === '' ? sent.toHeadTitleTh : sent.toText, sent.letterNo, sent.letterDate, sent.enclosureList, JSON.stringify(sent.references),
      sent.dateAsked, sent.deliveryId, sent.correlationId, publicCode, at,
    ],
  );
  if (inserted.rowCount !== 1) return true;
  await insertDocuments(tx, sent, at);
  for (const { letterId } of sent.answers) {
    await tx.query(`INSERT INTO letter_link (from_letter_id, to_letter_id, kind, created_at) VALUES ($1, $2, 'answers', $3) ON CONFLICT DO NOTHING`, [sent.toLetterId, letterId, at]);
  }
  await tx.query('INSERT INTO letter_event (letter_id, key, event, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    sent.toLetterId, begin.key, JSON.stringify(begin.event), at,
  ]);
  await tx.query('UPDATE delivery SET arrived_at = coalesce(arrived_at, $2) WHERE id = $1', [sent.deliveryId, at]);
  return true;
}

/** The final rendition becomes the receiver's letter; where none was made the main document does. Same files, same hashes. */
async function insertDocuments(tx: Tx, sent: Sent, at: string): Promise<void> {
  const main = sent.documents.find(({ role }) => role === 'rendition') ?? sent.documents.find(({ role }) => role === 'main');
  const copies = [...(main === undefined ? [] : [{ ...main, role: 'main' }]), ...sent.documents.filter(({ role }) => role === 'enclosure')];
  for (const { role, name, mime, sizeBytes, sha256, pages, sortOrder } of copies) {
    await tx.query(
      `INSERT INTO document (letter_id, role, name, mime, size_bytes, sha256, pages, sort_order, uploaded_at, attached_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [sent.toLetterId, role, name, mime, sizeBytes, sha256, pages, sortOrder, at],
    );
  }
}

/** News for a letter, in its inbox; told twice it stands there once. False where it was there already or there is no such letter. */
export async function insertLetterEvent(db: Tx, { letterId, key, event }: { readonly letterId: string; readonly key: string; readonly event: LetterEvent }): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO letter_event (letter_id, key, event) SELECT id, $2, $3 FROM letter WHERE id = $1 ON CONFLICT DO NOTHING`,
    [letterId, key, JSON.stringify(event)],
  );
  return rowCount === 1;
}

/** How a letter stands, as far as waking it goes; null where there is no such letter. */
export async function findLetterStanding(db: Tx, letterId: string): Promise<{ readonly status: string; readonly isGenerated: boolean; readonly isFlagged: boolean } | null> {
  const { rows } = await db.query<{ status: string; isGenerated: boolean; isFlagged: boolean }>({
    name: 'letter_standing',
    text: 'SELECT status, is_generated AS "isGenerated", ahead_flag IS NOT NULL AS "isFlagged" FROM letter WHERE id = $1',
    values: [letterId],
  });
  return rows[0] ?? null;
}
