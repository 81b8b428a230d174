import type { Secrecy } from '#domain/letter/vocabulary';
import type { Tx } from '../tx';

/** A letter to an outside address, as its mail announces it. */
export type OutgoingMail = {
  readonly deliveryId: string;
  readonly status: string;
  readonly sentAt: string;
  readonly name: string;
  readonly address: string;
  readonly from: string;
  readonly email: string;
  readonly subject: string | null;
  readonly letterNo: string;
  readonly secrecy: Secrecy;
};

/** A delivery to an outside address; null where there is none. */
export async function findMail(db: Tx, deliveryId: string): Promise<OutgoingMail | null> {
  const { rows } = await db.query<OutgoingMail>({
    name: 'mail_outgoing',
    text: `SELECT d.id AS "deliveryId", d.status, d.sent_at AS "sentAt", coalesce(d.to_address->>'name', '') AS name, coalesce(d.to_address->>'address', '') AS address,
       o.name_th AS "from", o.email, l.subject, coalesce(l.letter_no, '') AS "letterNo", l.secrecy
     FROM delivery d JOIN letter l ON l.id = d.from_letter_id JOIN office o ON o.id = l.office_id WHERE d.id = $1 AND d.to_office_id IS NULL`,
    values: [deliveryId],
  });
  return rows[0] ?? null;
}
