/** Keeps the texts by which letters are found: what waits to be read, what is read, and what came of it. */
import type { Findable, SearchDocument } from '#domain/search/document';
import type { Tx } from '../tx';

export type DueLetters = { readonly ids: readonly string[]; readonly letterIds: readonly string[] };

/** The letters that have waited longest; `ids` are the rows to drop once they are read. */
export async function listDue(tx: Tx, limit: number): Promise<DueLetters> {
  const { rows } = await tx.query<{ id: string; letterId: string }>({
    name: 'search_due', text: `select id::text, letter_id as "letterId" from letter_search_due order by letter_search_due.id limit $1`, values: [limit],
  });
  return { ids: rows.map(({ id }) => id), letterIds: [...new Set(rows.map(({ letterId }) => letterId))] };
}

export async function dropDue(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query({ name: 'search_due_drop', text: 'delete from letter_search_due where id = any($1::bigint[])', values: [ids] });
}

/** Files of letters that are neither classified nor sealed, whose text has not been read. */
export async function listUnreadFiles(tx: Tx, letterIds: readonly string[]): Promise<{ readonly documentId: string; readonly letterId: string; readonly sha256: string; readonly sizeBytes: number }[]> {
  const { rows } = await tx.query<{ documentId: string; letterId: string; sha256: string; sizeBytes: number }>({
    name: 'search_files',
    text: `select d.id as "documentId", d.letter_id as "letterId", d.sha256, d.size_bytes as "sizeBytes" from document d join letter l on l.id = d.letter_id
      where d.letter_id = any($1::uuid[]) and d.role in ('main', 'enclosure') and d.mime = 'application/pdf' and d.superseded_at is null
        and l.secrecy = 'none' and not l.is_sealed and not exists (select 1 from document_text t where t.document_id = d.id)`,
    values: [letterIds],
  });
  return rows;
}

/** Keeps the text of a file, unless its letter has become classified or sealed meanwhile. */
export async function saveDocumentText(tx: Tx, { documentId, letterId, text }: { readonly documentId: string; readonly letterId: string; readonly text: string }): Promise<void> {
  await tx.query(
    `insert into document_text (document_id, letter_id, text, read_at)
     select $1, l.id, $3, now() from (select id from letter where id = $2 and secrecy = 'none' and not is_sealed for share) l
     on conflict (document_id) do update set text = excluded.text, read_at = excluded.read_at`,
    [documentId, letterId, text],
  );
}

export type FindableLetter = Findable & { readonly id: string; readonly bookIds: readonly string[] };

const SQL = `select l.id, l.subject, l.from_text as "fromText", l.to_text as "toText",
    concat_ws(' ', l.signature->>'nameTh', l.signature->>'postTitleTh', l.signature->>'onBehalfOfTitleTh') as "signerText",
    l.letter_no as "letterNo", l.letter_date as "letterDate", l.their_no as "theirNo", l.their_date as "theirDate", l.created_at as "createdAt", l.public_code as "publicCode",
    (l.secrecy <> 'none' or l.is_sealed) as "isClosed", coalesce(l.body, '') as body, coalesce(l.enclosure_list, '{}') as enclosures,
    (select coalesce(json_agg(r->>'letterNo'), '[]') from jsonb_array_elements(l."references") r where r->>'letterNo' is not null) as "references",
    (select coalesce(json_agg(json_build_object('printed', n.printed, 'yearBe', n.year_be, 'isReceived', n.is_received)), '[]') from (
       select e.printed, e.year_be, b.kind in ('receive', 'secret_receive') as is_received from register_entry e join book b on b.id = e.book_id where e.letter_id = l.id
       union all select d.receive_no, extract(year from d.registered_at at time zone 'Asia/Bangkok')::int + 543, true from delivery d where d.from_letter_id = l.id and d.receive_no is not null and d.registered_at is not null
       union all select l.receive_no, extract(year from l.received_at at time zone 'Asia/Bangkok')::int + 543, true where l.receive_no is not null and l.received_at is not null) n) as registered,
    array(select distinct e.book_id from register_entry e where e.letter_id = l.id) as "bookIds",
    (select coalesce(json_agg(json_build_object('name', d.name, 'text', coalesce(t.text, '')) order by d.sort_order), '[]')
       from document d left join document_text t on t.document_id = d.id
      where d.letter_id = l.id and d.role in ('main', 'enclosure') and d.superseded_at is null) as files
  from letter l where l.id = any($1::uuid[])`;

/** What the letters can be found by. */
export async function listFindable(tx: Tx, letterIds: readonly string[]): Promise<FindableLetter[]> {
  const { rows } = await tx.query<FindableLetter>({ name: 'search_findable', text: SQL, values: [letterIds] });
  return rows;
}

export type WrittenDocument = SearchDocument & { readonly id: string; readonly bookIds: readonly string[] };

/** Writes what letters are found by. Of a letter that is classified or sealed by now nothing of its inside is kept, whatever was read before. */
export async function writeSearchDocuments(tx: Tx, documents: readonly WrittenDocument[]): Promise<void> {
  const isOpen = `(s.secrecy = 'none' and not s.is_sealed)`;
  const words = (key: string): string => `array_to_tsvector(array(select jsonb_array_elements_text(d->'${key}')))`;
  await tx.query({
    name: 'search_write',
    text: `update letter_search s set
        numbers = array(select jsonb_array_elements_text(d->'numbers')), book_ids = array(select jsonb_array_elements_text(d->'bookIds')::uuid),
        head = d->>'head', envelope = d->>'envelope', head_words = ${words('headWords')},
        inside = case when ${isOpen} then d->>'inside' else '' end, inside_words = case when ${isOpen} then ${words('insideWords')} else ''::tsvector end
      from jsonb_array_elements($1::jsonb) d where s.id = (d->>'id')::uuid`,
    values: [JSON.stringify(documents)],
  });
}
