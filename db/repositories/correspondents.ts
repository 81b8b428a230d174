/** Whom the office writes with: letters of ours that may be answered, and who has written to us before. */
import { compileFilter } from '#domain/access/filter';
import type { Channel, LetterKind } from '#domain/letter/vocabulary';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern } from './cursors';
import { createParams } from './params';
import type { Reader } from './readers';

/** How many are offered while somebody types. */
const OFFERED = 12;

export type Answerable = {
  readonly letterId: string;
  readonly letterNo: string | null;
  readonly letterDate: string | null;
  readonly subject: string | null;
  readonly toText: string;
  readonly isAwaited: boolean;
  readonly dueOn: string | null;
};

/** An answer was asked for and has not come, or not wholly. */
export const AWAITS_ANSWER = `(d.expect = 'reply' and (d.status in ('sent', 'registered', 'acknowledged') or (d.status = 'answered' and d.verdict in ('partial', 'moreTime'))))`;

type Wanted = { readonly reader: Reader; readonly officeId: string; readonly q: string | undefined };

/** Letters that an office has sent, of those whose content the reader may see; those that wait for an answer first. */
export async function listAnswerable(tx: Tx, { reader, officeId, q }: Wanted): Promise<Answerable[]> {
  const params = createParams();
  const seen = params.filter((firstParam) => compileFilter(reader, { firstParam }));
  const office = params.add(officeId, 'uuid');
  const like = q === undefined ? null : params.add(likePattern(norm(q)), 'text');
  const found = like === null ? 'true' : `(l.subject ilike ${like} or l.letter_no ilike ${like} or l.to_text ilike ${like} or exists (
    select 1 from delivery d left join office o on o.id = d.to_office_id where d.from_letter_id = l.id and (o.name_th ilike ${like} or d.to_address->>'name' ilike ${like})))`;
  const { rows } = await tx.query<Answerable>(
    `select l.id as "letterId", l.letter_no as "letterNo", l.letter_date as "letterDate", l.subject, l.to_text as "toText",
        l.status <> 'ended' and w.due is not null as "isAwaited", case when l.status <> 'ended' then nullif(w.due, 'infinity'::date) end as "dueOn"
      from letter l left join lateral (select min(coalesce(d.due_on, 'infinity')) as due from delivery d where d.from_letter_id = l.id and ${AWAITS_ANSWER}) w on true
      where l.office_id = ${office} and l.direction = 'outgoing' and exists (select 1 from delivery d where d.from_letter_id = l.id and d.status <> 'recalled')
        and ${seen.sql} and ${seen.reveal} and ${found}
      order by (l.status <> 'ended' and w.due is not null) desc, w.due, l.letter_date desc nulls last, l.id limit ${OFFERED}`,
    params.values,
  );
  return rows;
}

export type Correspondent = {
  readonly name: string;
  readonly letters: number;
  readonly lastAt: string;
  readonly channel: Channel;
  readonly kind: LetterKind;
  readonly theirNo: string;
  readonly toText: string;
  readonly letterCode: string;
  readonly phone: string;
};

/**
 * Senders of letters that the office took in, of those whose content the reader may see, each under its usual spelling with what the directory
 * knows: who writes most comes first. Any spelling finds them.
 */
export async function listCorrespondents(tx: Tx, { reader, officeId, q }: Wanted & { readonly q: string }): Promise<Correspondent[]> {
  const params = createParams();
  const seen = params.filter((firstParam) => compileFilter(reader, { firstParam }));
  const office = params.add(officeId, 'uuid');
  const like = params.add(likePattern(norm(q)), 'text');
  // Letters are looked for by what is written on them: by what was typed, and by the spellings of everybody whom that may mean.
  const spellings = `array(select s.written from correspondent s where s.office_id = ${office} and s.kept_id in (
      select c.kept_id from correspondent c where c.office_id = ${office} and (c.name ilike ${like} or c.written ilike ${like})))`;
  const { rows } = await tx.query<Correspondent>(
    `select coalesce(k.name, l.from_text) as name, count(*)::int as letters, max(l.created_at) as "lastAt",
        coalesce(k.letter_code, '') as "letterCode", coalesce(k.phone, '') as phone,
        (array_agg(l.channel order by l.created_at desc))[1] as channel, (array_agg(l.kind order by l.created_at desc))[1] as kind,
        (array_agg(l.their_no order by l.created_at desc))[1] as "theirNo", (array_agg(l.to_text order by l.created_at desc))[1] as "toText"
      from letter l left join correspondent c on c.office_id = l.office_id and c.key = lower(regexp_replace(l.from_text, '[\\s.]', '', 'g')) left join correspondent k on k.id = c.kept_id
      where l.office_id = ${office} and l.direction = 'incoming' and (l.from_text ilike ${like} or l.from_text = any(${spellings})) and ${seen.sql} and ${seen.reveal}
      group by coalesce(k.name, l.from_text), k.letter_code, k.phone order by count(*) desc, max(l.created_at) desc, 1 limit ${OFFERED}`,
    params.values,
  );
  return rows;
}
