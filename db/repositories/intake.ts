/** What the register holds already when a letter is taken in: the same letter, and letters of ours that it refers to. */
import { compileFilter } from '#domain/access/filter';
import type { CitedLetter, SameLetter } from '#domain/contracts/intake';
import { NEAR, NEAR_DAYS, type NumberMatch, numberMatch, SAME_NUMBER_DAYS, senderKey } from '#domain/intake/same-letter';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { createParams, type Params } from './params';
import type { Reader } from './readers';

const OFFERED = 5;
/** A letter number as it is compared. */
const keyOf = (column: string): string => `regexp_replace(${column}, '^(เลข)?ที่|\\s', '', 'g')`;

export type Incoming = { readonly officeId: string; readonly fromText: string; readonly theirNo: string; readonly theirDate: string | null };

/** Letters taken in under the same number and day, of those the reader may know of. */
export async function listSameNumber(tx: Tx, { reader, letter, at }: { readonly reader: Reader; readonly letter: Incoming; readonly at: string }): Promise<SameLetter[]> {
  const match = numberMatch(letter.theirNo);
  if (match === null) return [];
  const params = createParams();
  const seen = params.filter((firstParam) => compileFilter(reader, { firstParam }));
  const { rows } = await tx.query<SameLetter>(
    `select ${sameColumns('number', seen.reveal)} from letter l where ${isSame(params, { letter, match, at })} and l.status <> 'new' and ${seen.sql} order by l.created_at desc limit ${OFFERED}`,
    params.values,
  );
  return rows;
}

/**
 * Whether another registration under the same number and day is being written at this moment, and is not in anybody's list yet.
 * Holds back every other registration of that number in the office until the transaction ends.
 */
export async function isBeingTaken(tx: Tx, { letter, at }: { readonly letter: Incoming; readonly at: string }): Promise<boolean> {
  const match = numberMatch(letter.theirNo);
  if (match === null) return false;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`intake/${letter.officeId}/${match.key}`]);
  const params = createParams();
  const { rowCount } = await tx.query(
    `select 1 from letter l where ${isSame(params, { letter, match, at })} and l.status = 'new' and l.secrecy = 'none' and l.created_at > ${params.add(at, 'timestamptz')} - interval '2 minutes' limit 1`,
    params.values,
  );
  return rowCount === 1;
}

/** Letters with nearly the same subject that the same sender sent of late, of those whose content the reader may see. */
export async function listNearSubject(
  tx: Tx,
  { reader, officeId, fromText, subject, at }: { readonly reader: Reader; readonly officeId: string; readonly fromText: string; readonly subject: string; readonly at: string },
): Promise<SameLetter[]> {
  const params = createParams();
  const seen = params.filter((firstParam) => compileFilter(reader, { firstParam }));
  const wanted = params.add(norm(subject), 'text');
  const { rows } = await tx.query<SameLetter>(
    `select ${sameColumns('subject', seen.reveal)} from letter l
      where l.office_id = ${params.add(officeId, 'uuid')} and l.direction = 'incoming' and ${IS_STANDING} and l.status <> 'new'
        and l.created_at > ${params.add(at, 'timestamptz')} - interval '${NEAR_DAYS} days' and similarity(l.subject, ${wanted}) >= ${NEAR}
        and ${sameSender(params, fromText)} and ${seen.sql} and ${seen.reveal}
      order by similarity(l.subject, ${wanted}) desc, l.created_at desc limit ${OFFERED}`,
    params.values,
  );
  return rows;
}

export type Cited = { readonly letterNo: string; readonly date: string | null };

/** Letters of the office with these numbers, of those whose content the reader may see. */
export async function listCited(tx: Tx, { reader, officeId, cites }: { readonly reader: Reader; readonly officeId: string; readonly cites: readonly Cited[] }): Promise<CitedLetter[]> {
  const wanted = cites.flatMap(({ letterNo, date }) => {
    const match = numberMatch(letterNo);
    return match === null || !match.isWhole ? [] : [{ cited: letterNo, date, ...match }];
  });
  if (wanted.length === 0) return [];
  const params = createParams();
  const seen = params.filter((firstParam) => compileFilter(reader, { firstParam }));
  const { rows } = await tx.query<CitedLetter>(
    `select c.cited, l.id as "letterId", l.letter_no as "letterNo", l.letter_date as "letterDate", l.subject, l.to_text as "toText", l.direction, l.status,
        l.direction = 'outgoing' and exists (select 1 from delivery d where d.from_letter_id = l.id and d.status <> 'recalled') as "isAnswerable"
      from jsonb_to_recordset(${params.add(JSON.stringify(wanted), 'jsonb')}) as c(cited text, date date, key text, pattern text)
      join letter l on l.letter_no ilike c.pattern and ${keyOf('l.letter_no')} = c.key and (c.date is null or l.letter_date = c.date)
      where l.office_id = ${params.add(officeId, 'uuid')} and l.direction <> 'incoming' and ${seen.sql} and ${seen.reveal}
      order by l.letter_date desc, l.id limit 20`,
    params.values,
  );
  return rows;
}

const IS_STANDING = `l.outcome is distinct from 'cancelled' and l.outcome is distinct from 'returned'`;

function isSame(params: Params, { letter, match, at }: { readonly letter: Incoming; readonly match: NumberMatch; readonly at: string }): string {
  const date = params.add(letter.theirDate, 'date');
  return `l.office_id = ${params.add(letter.officeId, 'uuid')} and l.direction = 'incoming' and ${IS_STANDING}
    and l.their_no ilike ${params.add(match.pattern, 'text')} and ${keyOf('l.their_no')} = ${params.add(match.key, 'text')}
    and (l.their_date = ${date} or ((l.their_date is null or ${date} is null) and l.created_at > ${params.add(at, 'timestamptz')} - interval '${SAME_NUMBER_DAYS} days'))
    and ${match.isWhole ? 'true' : sameSender(params, letter.fromText)}`;
}

const sameSender = (params: Params, fromText: string): string => `lower(regexp_replace(l.from_text, '[\\s.]', '', 'g')) = ${params.add(senderKey(fromText), 'text')}`;

const sameColumns = (why: SameLetter['why'], reveal: string): string =>
  `l.id as "letterId", '${why}' as why, l.from_text as "fromText", l.their_no as "theirNo", l.their_date as "theirDate", case when ${reveal} then l.subject end as subject,
   l.receive_no as "receiveNo", l.created_at as "createdAt"`;
