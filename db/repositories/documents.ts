/** Files: what was uploaded, what it hangs on, and where the same file is known already. */
import type { LetterFilter } from '#domain/access/filter';
import type { MarkedPlace } from '#domain/letter/letter-document';
import type { Tx } from '../tx';
import type { PageDocument } from './letter-page';
import type { Name } from './readers';

export type StoredDocument = PageDocument & { readonly letterId: string | null; readonly uploader: { readonly id: string; readonly name: Name } | null };

const COLUMNS = `d.id, d.letter_id as "letterId", d.role, d.name, d.mime, d.size_bytes as "sizeBytes", d.sha256, d.pages, d.places, d.source_id as "sourceId",
  d.uploaded_by as "uploadedBy", d.uploaded_at as "uploadedAt", d.superseded_at as "supersededAt",
  case when p.id is null then null else json_build_object('id', p.id, 'name', json_build_object('th', p.name_th, 'en', p.name_en)) end as uploader`;

export async function findDocument(tx: Tx, id: string): Promise<StoredDocument | null> {
  const { rows } = await tx.query<StoredDocument>({
    name: 'document_find',
    text: `select ${COLUMNS} from document d left join person p on p.id = d.uploaded_by where d.id = $1`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** The newest PDF that was made from a document: stamped, or with number, date and signature filled in. */
export async function findRendition(tx: Tx, sourceId: string): Promise<StoredDocument | null> {
  const { rows } = await tx.query<StoredDocument>(
    `select ${COLUMNS} from document d left join person p on p.id = d.uploaded_by
      where d.source_id = $1 and d.role in ('rendition', 'stamped') and d.superseded_at is null order by d.uploaded_at desc, d.id limit 1`,
    [sourceId],
  );
  return rows[0] ?? null;
}

export type NewDocument = Pick<PageDocument, 'role' | 'name' | 'mime' | 'sizeBytes' | 'sha256' | 'pages'> & { readonly uploadedBy: string; readonly uploadedAt: string };

/** Written once the file is durable; it hangs on no letter yet. */
export async function insertDocument(tx: Tx, document: NewDocument): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into document (role, name, mime, size_bytes, sha256, pages, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [document.role, document.name, document.mime, document.sizeBytes, document.sha256, document.pages, document.uploadedBy, document.uploadedAt],
  );
  return rows[0]!.id;
}

/** Whether any row needs the stored file. */
export async function isFileKnown(tx: Tx, sha256: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from document where sha256 = $1 limit 1', [sha256]);
  return rowCount === 1;
}

export type Duplicate = {
  readonly letterId: string;
  readonly subject: string | null;
  readonly letterNo: string | null;
  readonly receiveNo: string | null;
  readonly letterDate: string | null;
  readonly office: Name;
};

/** Letters that hold the same file, of those whose content the reader may see. `filter` starts at parameter 2. */
export async function listDuplicates(tx: Tx, { sha256, filter }: { readonly sha256: string; readonly filter: LetterFilter }): Promise<Duplicate[]> {
  const { rows } = await tx.query<Duplicate>(
    `select l.id as "letterId", l.subject, l.letter_no as "letterNo", l.receive_no as "receiveNo", l.letter_date as "letterDate",
            json_build_object('th', o.name_th, 'en', o.name_en) as office
       from letter l join office o on o.id = l.office_id
      where exists (select 1 from document d where d.letter_id = l.id and d.sha256 = $1) and ${filter.sql} and ${filter.reveal}
      order by l.created_at desc limit 10`,
    [sha256, ...filter.params],
  );
  return rows;
}

/** Marks the places of number, date and signature. */
export async function updatePlaces(tx: Tx, { id, places }: { readonly id: string; readonly places: readonly MarkedPlace[] }): Promise<void> {
  await tx.query('update document set places = $2 where id = $1', [id, JSON.stringify(places)]);
}
