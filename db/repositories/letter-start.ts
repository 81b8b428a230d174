/** A letter before its first transition: the row that the start event finds, and what it refers to. */
import type { NewLetter, NewLink } from '#domain/letter/new-letter';
import type { Tx } from '../tx';

/** Writes the row of a letter that has not started: status `new`, seen by nobody. */
export async function insertLetter(tx: Tx, letter: NewLetter): Promise<void> {
  await tx.query({
    name: 'letter_insert',
    text: `insert into letter (id, office_id, route_version_id, direction, kind, urgency, urgent_by, secrecy, is_sealed, channel, subject, from_text, to_text,
        their_no, their_date, body, enclosure_list, "references", addressees, date_asked, owner_unit_id, drafter_person_id, drafter_post_id,
        correlation_id, public_code, created_at, created_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)`,
    values: [
      letter.id, letter.officeId, letter.routeVersionId, letter.direction, letter.kind, letter.urgency, letter.urgentBy, letter.secrecy, letter.isSealed,
      letter.channel, letter.subject, letter.fromText, letter.toText, letter.theirNo, letter.theirDate, letter.body, letter.enclosureList,
      JSON.stringify(letter.references), JSON.stringify(letter.addressees), letter.dateAsked, letter.ownerUnitId, letter.drafterPersonId,
      letter.drafterPostId, letter.correlationId, letter.publicCode, letter.createdAt, letter.createdBy,
    ],
  });
}

/** `answers`: from the reply to the letter it answers; `replaces`: from the new registration to the cancelled one. */
export async function insertLink(tx: Tx, link: { readonly fromLetterId: string; readonly toLetterId: string; readonly kind: NewLink['kind']; readonly at: string }): Promise<void> {
  await tx.query('insert into letter_link (from_letter_id, to_letter_id, kind, created_at) values ($1, $2, $3, $4) on conflict do nothing', [
    link.fromLetterId, link.toLetterId, link.kind, link.at,
  ]);
}

export type AddressedOffice = { readonly id: string; readonly code: string; readonly nameTh: string; readonly headTitleTh: string; readonly isLinked: boolean };

/** Offices in being, by code. */
export async function findOfficesByCode(tx: Tx, codes: readonly string[]): Promise<AddressedOffice[]> {
  if (codes.length === 0) return [];
  const { rows } = await tx.query<AddressedOffice>(
    `select id, code, name_th as "nameTh", head_title_th as "headTitleTh", is_linked as "isLinked" from office
      where code = any($1) and (valid_to is null or valid_to > (clock_timestamp() at time zone 'Asia/Bangkok')::date)`,
    [codes],
  );
  return rows;
}

/** Members of a distribution list of an office; null where there is no such list. */
export async function findList(tx: Tx, { officeId, code }: { readonly officeId: string; readonly code: string }): Promise<{ readonly officeId: string; readonly role: string | null }[] | null> {
  const { rows } = await tx.query<{ members: { readonly officeId: string; readonly role: string | null }[] }>(
    'select members from distribution_list where office_id = $1 and code = $2',
    [officeId, code],
  );
  return rows[0]?.members ?? null;
}

export async function findOfficesById(tx: Tx, ids: readonly string[]): Promise<AddressedOffice[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<AddressedOffice>(
    'select id, code, name_th as "nameTh", head_title_th as "headTitleTh", is_linked as "isLinked" from office where id = any($1::uuid[])',
    [ids],
  );
  return rows;
}

/** Whether a unit is one of an office, in being. */
export async function isUnitOf(tx: Tx, { unitIds, officeId }: { readonly unitIds: readonly string[]; readonly officeId: string }): Promise<boolean> {
  const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from unit where id = any($1::uuid[]) and office_id = $2 and valid_to is null', [unitIds, officeId]);
  return rows[0]?.n === new Set(unitIds).size;
}

/** Of these documents, those that this person uploaded and that hang on no other letter. */
export async function findUsableDocuments(
  tx: Tx,
  { ids, personId, letterId }: { readonly ids: readonly string[]; readonly personId: string; readonly letterId: string | null },
): Promise<{ readonly id: string; readonly mime: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<{ id: string; mime: string }>(
    `select id, mime from document where id = any($1::uuid[])
       and ((letter_id is null and uploaded_by = $2) or ($3::uuid is not null and letter_id = $3))`,
    [ids, personId, letterId],
  );
  return rows;
}

/** Files of one letter once more, for another that carries them over: new rows of the same stored files, attached to none yet. */
export async function copyDocuments(tx: Tx, { copies, letterId, personId, at }: { readonly copies: readonly { readonly from: string; readonly to: string }[]; readonly letterId: string; readonly personId: string; readonly at: string }): Promise<void> {
  await tx.query(
    `insert into document (id, role, name, mime, size_bytes, sha256, pages, sort_order, uploaded_by, uploaded_at)
     select c."to", d.role, d.name, d.mime, d.size_bytes, d.sha256, d.pages, d.sort_order, $3, $4
       from jsonb_to_recordset($1::jsonb) as c("from" uuid, "to" uuid) join document d on d.id = c."from" where d.letter_id = $2`,
    [JSON.stringify(copies), letterId, personId, at],
  );
}
