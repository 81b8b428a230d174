/** Letters that were found, as a result shows them: with who has each now, since when, and the telephone there. */
import { compileFilter } from '#domain/access/filter';
import type { FoundLetter } from '#domain/contracts/search';
import type { Tx } from '../tx';
import { listFoundEarlier } from './earlier-entries';
import { createParams } from './params';
import type { Reader } from './readers';
import { isoJson, officeRef, titleJson, unitRef } from './sql';

export type FoundRow = Omit<FoundLetter, 'snippet'> & { readonly isRevealed: boolean; readonly inside: string };
type Wanted = { readonly reader: Reader; readonly earlierBookIds: readonly string[]; readonly ids: readonly string[]; readonly at: string };

/** The nearest telephone of a unit, upwards; the office's where none has one. */
const PHONE_SQL = `coalesce((with recursive up as (select u.id, u.parent_id, u.phone, 0 as level from unit u where u.id = p.unit_id
    union all select u.id, u.parent_id, u.phone, up.level + 1 from unit u join up on u.id = up.parent_id where up.level < 20)
  select phone from up where phone <> '' order by level limit 1), po.phone, '')`;

const HOLDERS_SQL = `select coalesce(json_agg(json_build_object('post', ${titleJson('p')}, 'unit', json_build_object('th', pu.name_th, 'en', pu.name_en),
      'since', ${isoJson('t.opened_at')}, 'phone', ${PHONE_SQL}, 'taskKind', t.kind) order by t.opened_at, p.id), '[]')
    from task t join post p on p.id = any(t.post_ids) join unit pu on pu.id = p.unit_id join office po on po.id = p.office_id
    where t.letter_id = l.id and t.status = 'open'`;

/** In the order of `ids`. What the reader may not know of is left out, whatever was asked for; what is hidden is empty. */
export async function listFoundRows(tx: Tx, wanted: Wanted): Promise<FoundRow[]> {
  const { ids, earlierBookIds: bookIds } = wanted;
  const found = [...(await listLetterRows(tx, wanted)), ...(await listFoundEarlier(tx, { bookIds, ids }))];
  const places = new Map(ids.map((id, place) => [id, place]));
  return found.toSorted((one, other) => places.get(one.id)! - places.get(other.id)!);
}

async function listLetterRows(tx: Tx, { reader, ids, at }: Wanted): Promise<FoundRow[]> {
  if (ids.length === 0) return [];
  const params = createParams();
  const access = params.filter((firstParam) => compileFilter(reader, { firstParam }));
  const wanted = params.add(ids, 'uuid[]');
  const now = params.add(at, 'timestamptz');
  const shown = (column: string): string => `case when ${access.reveal} then ${column} end`;
  const { rows } = await tx.query<FoundRow>(
    `select l.id, ${access.reveal} as "isRevealed", l.direction, l.kind, ${shown('l.subject')} as subject, l.is_sealed as "isSealed", l.from_text as "fromText", l.to_text as "toText",
       ${shown('l.letter_no')} as "letterNo", ${shown('l.letter_date')} as "letterDate", l.their_no as "theirNo", l.their_date as "theirDate", ${shown('l.receive_no')} as "receiveNo",
       l.received_at as "receivedAt", l.created_at as "createdAt", l.ended_at as "endedAt", l.urgency, ${shown('l.secrecy')} as secrecy, l.status, l.outcome,
       ${officeRef('o')} as office, ${unitRef('u')} as "ownerUnit",
       null as earlier, coalesce((select min(t.due_at) < ${now} from task t where t.letter_id = l.id and t.status = 'open'), false) as "isOverdue",
       case when ${access.reveal} then (${HOLDERS_SQL}) else '[]'::json end as holders,
       case when ${access.reveal} and l.secrecy = 'none' and not l.is_sealed then s.inside else '' end as inside
     from unnest(${wanted}) with ordinality as w(id, no) join letter l on l.id = w.id join letter_search s on s.id = l.id
       join office o on o.id = l.office_id left join unit u on u.id = l.owner_unit_id
     where ${access.sql} order by w.no`,
    params.values,
  );
  return rows;
}
