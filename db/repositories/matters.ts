/**
 * A matter (แฟ้มเรื่อง): the letters that hang together by answers, references, deliveries and links made by hand. It is followed from letter to
 * letter only through those that the reader may read, so that a letter one may not know of cannot be concluded from what stands around it.
 */
import { compileFilter, type LetterFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import { MATTER_MAX, type Matter } from '#domain/contracts/matters';
import type { Tx } from '../tx';
import { createParams } from './params';
import { isoJson, nameOf, officeRef, personRef, titleJson } from './sql';

type MatterLetter = Matter['letters'][number];
type Exchange = Matter['exchanges'][number];
type Link = Matter['links'][number];
type HandLink = Matter['byHand'][number];
/** The moment that is looked at; of a past one what has changed since is left out. */
export type MatterTime = { readonly at: string; readonly isPast: boolean };

/** Letters keyed for references (indexes of the migration `matters`). */
const keysOf = (alias: string): string => `saraban_letter_keys(${alias}.id, ${alias}.letter_no, ${alias}.letter_date, ${alias}.their_no, ${alias}.their_date)`;
const cited = (alias: string): string => `saraban_reference_keys(${alias}."references")`;
/** Letter `x` that letter `s` refers to, and one that refers to `s`. */
export const REFERRED_SQL = `select x.id from letter x where s."references" <> '[]' and ${keysOf('x')} && ${cited('s')}`;
export const REFERRING_SQL = `select x.id from letter x where x."references" <> '[]' and ${cited('x')} && ${keysOf('s')}`;

/** Letters one step away from letter `s` at a moment. */
const neighbours = (at: string): string => `
  select k.to_letter_id as id from letter_link k where k.from_letter_id = s.id and k.created_at <= ${at}
  union all select k.from_letter_id from letter_link k where k.to_letter_id = s.id and k.created_at <= ${at}
  union all select h.to_letter_id from matter_link h where h.from_letter_id = s.id and h.created_at <= ${at} and (h.removed_at is null or h.removed_at > ${at})
  union all select h.from_letter_id from matter_link h where h.to_letter_id = s.id and h.created_at <= ${at} and (h.removed_at is null or h.removed_at > ${at})
  union all select x.id from letter x where x.correlation_id = s.correlation_id
  union all ${REFERRED_SQL}
  union all ${REFERRING_SQL}`;

/** Ids of the matter that a letter belongs to, itself first, of those that the reader may read; one more than are shown where there are more. */
export async function findMatterIds(tx: Tx, { letterId, reader, at }: { readonly letterId: string; readonly reader: Subject; readonly at: string }): Promise<readonly string[]> {
  const params = createParams();
  const from = params.add(letterId, 'uuid');
  const moment = params.add(at, 'timestamptz');
  const access = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const text = `with recursive matter(id) as (
      select ${from}
      union
      select l.id from matter m join letter s on s.id = m.id cross join lateral (${neighbours(moment)}) n
        join letter l on l.id = n.id and l.created_at <= ${moment} and ${access.sql} and ${access.reveal}
    ) select id from matter limit ${MATTER_MAX + 1}`;
  const { rows } = await tx.query<{ id: string }>({ name: nameOf('matter_ids', text), text, values: params.values });
  return rows.map(({ id }) => id);
}

/** These letters as they stood, in order of time. The caller has made sure that the reader may read them. */
export async function listMatterLetters(tx: Tx, { ids, at, isPast }: MatterTime & { readonly ids: readonly string[] }): Promise<MatterLetter[]> {
  const { rows } = await tx.query<MatterLetter>({ name: 'matter_letters', text: LETTERS_SQL, values: [ids, at, isPast] });
  return rows;
}

/** What went to and came from offices whose letters are not among these; one more than are shown where there are more. */
export async function listExchanges(tx: Tx, { ids, at, isPast }: MatterTime & { readonly ids: readonly string[] }): Promise<Exchange[]> {
  const { rows } = await tx.query<Exchange>({ name: 'matter_exchanges', text: EXCHANGES_SQL, values: [ids, at, isPast] });
  return rows;
}

/** What is on record, or said by hand, between these letters. */
export async function listMatterLinks(tx: Tx, { ids, at }: Pick<MatterTime, 'at'> & { readonly ids: readonly string[] }): Promise<Link[]> {
  const { rows } = await tx.query<Link>({ name: 'matter_links', text: LINKS_SQL, values: [ids, at] });
  return rows;
}

/** Links by hand on these letters, the newest first, where the reader may read the letters at both ends. */
export async function listHandLinks(tx: Tx, { ids, at, reader }: Pick<MatterTime, 'at'> & { readonly ids: readonly string[]; readonly reader: Subject }): Promise<HandLink[]> {
  const params = createParams();
  const among = params.add(ids, 'uuid[]');
  const moment = params.add(at, 'timestamptz');
  const readable = (filter: LetterFilter): string => `(${filter.sql} and ${filter.reveal})`;
  const one = params.filter((firstParam) => compileFilter(reader, { alias: 'f', firstParam }));
  const other = params.filter((firstParam) => compileFilter(reader, { alias: 't', firstParam }));
  const text = `select h.id, h.from_letter_id as "fromLetterId", h.to_letter_id as "toLetterId", ${shortName('f')} as "fromName", ${shortName('t')} as "toName", h.reason,
      ${personRef('p')} as by, h.created_at as at,
      case when h.removed_at <= ${moment} then json_build_object('by', ${personRef('q')}, 'at', ${isoJson('h.removed_at')}, 'reason', h.removed_reason) end as removed
    from matter_link h join letter f on f.id = h.from_letter_id join letter t on t.id = h.to_letter_id
      left join person p on p.id = h.created_by left join person q on q.id = h.removed_by
    where (h.from_letter_id = any(${among}) or h.to_letter_id = any(${among})) and h.created_at <= ${moment} and ${readable(one)} and ${readable(other)}
    order by h.created_at desc, h.id limit ${MATTER_MAX}`;
  const { rows } = await tx.query<HandLink>({ name: nameOf('matter_by_hand', text), text, values: params.values });
  return rows;
}

const shortName = (alias: string): string => `coalesce(nullif(${alias}.letter_no, ''), nullif(${alias}.their_no, ''), ${alias}.subject, '')`;

/** Numbers are known by the day on which they were given: a letter's number and its date go together. */
const LETTERS_SQL = `with shown as (
    select l.*, case when not $3::boolean then l.status when l.ended_at <= $2::timestamptz then 'ended' else coalesce((
        select x.summary->>'status' from transition x where x.letter_id = l.id and x.at <= $2 and x.summary->>'status' in ('running', 'held') order by x.seq desc limit 1), 'running') end as stood
    from letter l where l.id = any($1::uuid[]) and l.created_at <= $2)
  select l.id as "letterId", ${officeRef('o')} as office, l.direction, l.kind, l.secrecy, l.subject,
    case when not $3 or l.letter_date <= ($2 at time zone 'Asia/Bangkok')::date then l.letter_no end as "letterNo",
    case when not $3 or l.letter_date <= ($2 at time zone 'Asia/Bangkok')::date then to_char(l.letter_date, 'YYYY-MM-DD') end as "letterDate",
    l.their_no as "theirNo", to_char(l.their_date, 'YYYY-MM-DD') as "theirDate", case when not $3 or l.received_at <= $2 then l.receive_no end as "receiveNo",
    l.from_text as "fromText", l.to_text as "toText", l.stood as status, case when l.stood = 'ended' then l.outcome end as outcome,
    coalesce(l.received_at, (select min(e.taken_at) from register_entry e where e.letter_id = l.id and e.status = 'issued' and e.taken_at <= $2), l.created_at) as at,
    case when l.stood = 'ended' then '[]' else (select coalesce(json_agg(json_build_object('post', ${titleJson('p')}, 'since', ${isoJson('t.opened_at')}) order by t.opened_at, p.code), '[]')
      from task t cross join lateral unnest(case when $3 then (
        coalesce((select array[(c.event->>'postId')::uuid] from command c join transition x on x.letter_id = c.letter_id and x.seq = c.seq
            where c.letter_id = t.letter_id and c.status = 'done' and c.kind = 'reassign' and c.event->>'taskId' = t.id and x.at <= $2 order by x.seq desc limit 1),
          (select array(select jsonb_array_elements_text(opened->'postIds')::uuid) from transition x cross join lateral jsonb_array_elements(x.summary->'opened') opened
            where x.letter_id = t.letter_id and x.seq = t.opened_seq and opened->>'taskId' = t.id limit 1), t.post_ids)) else t.post_ids end) as held(post_id)
      join post p on p.id = held.post_id
      where t.letter_id = l.id and t.opened_at <= $2 and (t.closed_at is null or t.closed_at > $2) and ($3 or t.status = 'open')) end as holders
  from shown l join office o on o.id = l.office_id order by at, l.created_at, l.id`;

/** A delivery's own status says how it ended; of a past moment it is told by what had happened then. */
const stoodAs = (sender: string): string => `case when not $3::boolean then d.status when d.returned_at <= $2 then 'returned' when d.acknowledged_at <= $2 then 'acknowledged'
  when d.answered_at <= $2 then 'answered' when d.registered_at <= $2 then 'registered'
  when d.status = 'recalled' and exists (select 1 from transition x where x.letter_id = ${sender} and x.at <= $2
    and x.summary->'deliveries' @> json_build_array(json_build_object('id', d.id, 'change', 'recalled'))::jsonb) then 'recalled' else 'sent' end`;
const exchange = ({ side, letter, number, name, join, where }: { readonly [part in 'side' | 'letter' | 'number' | 'name' | 'join' | 'where']: string }): string =>
  `select d.id as "deliveryId", ${letter} as "letterId", '${side}' as side, ${name} as name, ${number} as number, d.sent_at as at,
    ${stoodAs('d.from_letter_id')} as status, case when d.registered_at <= $2 then d.registered_at end as "registeredAt",
    case when d.answered_at <= $2 then d.answer_no end as "answerNo", case when d.answered_at <= $2 then d.answered_at end as "answeredAt"
  from delivery d ${join} where ${where} and d.sent_at <= $2::timestamptz`;

const EXCHANGES_SQL = `select * from (
  ${exchange({
    side: 'sent', letter: 'd.from_letter_id', number: `coalesce(case when d.registered_at <= $2 then d.receive_no end, '')`,
    name: `json_build_object('th', coalesce(o.name_th, d.to_address->>'name', ''), 'en', coalesce(o.name_en, ''))`,
    join: 'left join office o on o.id = d.to_office_id', where: '(d.to_letter_id is null or d.to_letter_id <> all($1)) and d.from_letter_id = any($1::uuid[])',
  })}
  union all
  ${exchange({
    side: 'came', letter: 'l.id', number: `coalesce(s.letter_no, l.their_no)`, name: `json_build_object('th', o.name_th, 'en', o.name_en)`,
    join: 'join letter l on l.delivery_id = d.id left join letter s on s.id = d.from_letter_id join office o on o.id = d.from_office_id', where: 'd.from_letter_id <> all($1) and l.id = any($1::uuid[])',
  })}) e order by at, "deliveryId" limit ${MATTER_MAX + 1}`;

const LINKS_SQL = `select k.from_letter_id as "fromLetterId", k.to_letter_id as "toLetterId", k.kind from letter_link k
    where k.from_letter_id = any($1::uuid[]) and k.to_letter_id = any($1) and k.created_at <= $2::timestamptz
  union select s.id, x.id, 'refers' from letter s cross join lateral (${REFERRED_SQL}) x where s.id = any($1) and x.id = any($1) and x.id <> s.id
  union select h.from_letter_id, h.to_letter_id, 'together' from matter_link h
    where h.from_letter_id = any($1) and h.to_letter_id = any($1) and h.created_at <= $2 and (h.removed_at is null or h.removed_at > $2)`;
