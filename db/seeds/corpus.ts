/**
 * Letters in any number with what each was made of, always the same for a seed: for measuring how well and how fast letters are found. They are
 * spelled as people and programs spell (both ways of น้ำ, เเ, either digits, spaces, signs that nobody sees), and have no life of their own.
 */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Urgency } from '#domain/letter/vocabulary';
import { addDays, bangkokInstant, type CivilDate, daysBetween, yearBe } from '#domain/thai/dates';
import { toThaiDigits } from '#domain/thai/digits';
import { withTransaction } from '../client';
import { DISTRICTS, FILLER, INSIDE, PURPOSES, SENDERS, SIGNERS, TOPICS } from './corpus-words';
import { bookId, officeId } from './insert-offices';

/** What a letter was made of; all as it is spelled in a dictionary. */
export type CorpusLetter = {
  readonly id: string;
  readonly office: 'ops' | 'lopburi';
  readonly isIncoming: boolean;
  readonly topic: string;
  readonly purpose: string;
  readonly district: string | null;
  /** Of a meeting or round. */
  readonly round: number | null;
  readonly sender: (typeof SENDERS)[number] | null;
  readonly signer: string | null;
  readonly inside: string | null;
  readonly number: { readonly agency: string; readonly unit: string; readonly isCircular: boolean; readonly seq: number };
  readonly receiveNo: number | null;
  readonly day: CivilDate;
  readonly letterDay: CivilDate;
  readonly urgency: Urgency;
  readonly isEnded: boolean;
  readonly subject: string;
  /** Text of the letter and its files. */
  readonly text: string;
};

export const CORPUS_FIRST: CivilDate = '2021-01-04';
export const CORPUS_LAST: CivilDate = '2026-11-20';

/** Numbers from 0 to below 1, the same for a seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `n` letters over six years, the older first; numbers run through each year of each house. */
export function* makeCorpus({ n, seed }: { readonly n: number; readonly seed: number }): Generator<CorpusLetter> {
  const random = createRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const last = new Map<string, number>();
  const next = (series: string): number => {
    last.set(series, (last.get(series) ?? 0) + 1);
    return last.get(series)!;
  };
  const days = daysBetween(CORPUS_FIRST, CORPUS_LAST);
  for (let index = 0; index < n; index += 1) {
    const day = addDays(CORPUS_FIRST, Math.floor((index / n) * days));
    const office = random() < 0.9 ? 'ops' : 'lopburi';
    const isIncoming = random() < 0.7;
    const sender = isIncoming ? pick(SENDERS) : null;
    const letterDay = isIncoming ? addDays(day, -Math.floor(random() * 6)) : day;
    const house = sender ?? (office === 'ops' ? { agency: 'มท', unit: pick(['0210.2', '0201.3', '0203']) } : { agency: 'ลบ', unit: '0017.2' });
    const isCircular = random() < 0.2;
    // Of other houses only some letters come here: their numbers leap.
    const seq = sender === null ? next(`${office} ${isCircular} ${yearBe(day)}`) : 1 + Math.floor(random() * 30_000);
    const topic = pick(TOPICS);
    const purpose = pick(PURPOSES);
    const district = random() < 0.5 ? pick(DISTRICTS) : null;
    const round = random() < 0.2 ? 1 + Math.floor(random() * 12) : null;
    const inside = random() < 0.15 ? pick(INSIDE) : null;
    yield {
      id: randomUUID(), office, isIncoming, topic, purpose, district, round, sender, inside, day, letterDay,
      signer: isIncoming ? null : pick(SIGNERS),
      number: { agency: house.agency, unit: house.unit, isCircular, seq },
      receiveNo: isIncoming ? next(`receive ${office} ${yearBe(day)}`) : null,
      urgency: random() < 0.75 ? 'normal' : pick(['urgent', 'very_urgent', 'most_urgent'] as const),
      isEnded: index < n * 0.97,
      subject: [`${purpose}${topic}`, district === null ? '' : `อำเภอ${district}`, round === null ? '' : `ครั้งที่ ${round}/${yearBe(day)}`].filter((part) => part !== '').join(' '),
      text: [pick(FILLER), pick(FILLER), ...(inside === null ? [] : [`ในการนี้ ขอแจ้งเรื่อง ${inside} ตามที่ได้หารือไว้`]), pick(FILLER)].join(' '),
    };
  }
}

/** As one of those who type, or one of their programs, writes it; `how` from 0 to below 1. */
export function spellAnyhow(text: string, how: number): string {
  if (how < 0.55) return text;
  if (how < 0.65) return text.replace(/([ก-ฮ])([\u0e48-\u0e4b]?)\u0e33/g, '$1\u0e4d$2\u0e32');
  if (how < 0.72) return text.replaceAll('แ', 'เเ');
  if (how < 0.82) return toThaiDigits(text);
  if (how < 0.9) return text.replace(/(การ)/g, '$1 ').replace(/ /g, '  ');
  return text.replace(/(ที่|และ)/g, '\u200b$1');
}

const printedNo = ({ agency, unit, isCircular, seq }: CorpusLetter['number']): string => `${agency} ${unit}/${isCircular ? 'ว ' : ''}${seq}`;
/** Rows written in one transaction. */
const BATCH = 2_000;

/** Writes the letters with their entries in the books of their offices, which must be there. */
export async function insertCorpus(pool: Pool, letters: Iterable<CorpusLetter>, seed: number): Promise<void> {
  const random = createRandom(seed + 1);
  const { rows: versions } = await pool.query<{ code: string; id: string }>(
    `select distinct on (o.code) o.code, v.id from route_version v join route r on r.id = v.route_id join office o on o.id = r.office_id where o.code in ('ops', 'lopburi') order by o.code, v.id`);
  const versionOf = new Map(versions.map(({ code, id }) => [code, id]));
  let batch: CorpusLetter[] = [];
  const write = async (): Promise<void> => {
    const rows = batch.map((letter) => ({ ...rowOf(letter, random), route_version_id: versionOf.get(letter.office) }));
    await insertBatch(pool, rows);
    batch = [];
  };
  for (const letter of letters) {
    batch.push(letter);
    if (batch.length === BATCH) await write();
  }
  if (batch.length > 0) await write();
}

function rowOf(letter: CorpusLetter, random: () => number) {
  const { id, office, isIncoming, number, day, letterDay, receiveNo, signer } = letter;
  const at = bangkokInstant(day, '10:00');
  const printed = spellAnyhow(printedNo(number), random() < 0.5 ? 0.75 : 0);
  return {
    id, office_id: officeId(office), direction: isIncoming ? 'incoming' : 'outgoing', kind: letter.number.isCircular ? 'stamped_letter' : 'external_letter', urgency: letter.urgency,
    subject: spellAnyhow(letter.subject, random()), from_text: letter.sender?.name ?? '', to_text: isIncoming ? 'หัวหน้าส่วนราชการ' : 'ผู้ว่าราชการจังหวัดทุกจังหวัด',
    their_no: isIncoming ? printed : '', their_date: isIncoming ? letterDay : null, letter_no: isIncoming ? null : printedNo(number), letter_date: isIncoming ? null : letterDay,
    receive_no: receiveNo === null ? null : String(receiveNo), received_at: isIncoming ? at : null, created_at: at, body: spellAnyhow(letter.text, random()),
    signature: signer === null ? null : { nameTh: signer, postTitleTh: 'ผู้อำนวยการสำนัก' }, status: letter.isEnded ? 'ended' : 'running', public_code: id.replaceAll('-', '').slice(0, 20),
    book_id: bookId(office, isIncoming ? 'receive' : letter.number.isCircular ? 'circular' : 'send'), year_be: yearBe(day), no: receiveNo ?? number.seq,
    printed: receiveNo === null ? printedNo(number) : String(receiveNo), entry_date: day,
  };
}

/** Fills a table's rows while its index of terms is away: an index that is built at once costs a tenth. */
export async function withoutTermsIndex(pool: Pool, work: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ definition: string }>(`select indexdef as definition from pg_indexes where indexname = 'letter_search_terms_idx'`);
  await pool.query('drop index letter_search_terms_idx');
  await work();
  await withTransaction(pool, async (tx) => {
    await tx.query(`set local statement_timeout = 0; set local maintenance_work_mem = '256MB'`);
    await tx.query(rows[0]!.definition);
  });
  await pool.query('analyze letter_search');
}

type BatchRow = ReturnType<typeof rowOf> & { readonly route_version_id: string | undefined };

async function insertBatch(pool: Pool, rows: readonly BatchRow[]): Promise<void> {
  await withTransaction(pool, async (tx) => {
    await tx.query('set local statement_timeout = 120000');
    const json = JSON.stringify(rows);
    await tx.query(
      `insert into letter (id, office_id, route_version_id, direction, kind, urgency, channel, subject, from_text, to_text, their_no, their_date, letter_no, letter_date,
         receive_no, received_at, created_at, body, enclosure_list, signature, status, outcome, correlation_id, public_code, is_generated, seq, ended_at)
       select id, office_id, route_version_id, direction, kind, urgency, 'post', subject, from_text, to_text, their_no, their_date, letter_no, letter_date,
         receive_no, received_at, created_at, body, '{}', signature, status, case when status = 'ended' then 'closed' end, id, public_code, true, 1, case when status = 'ended' then created_at end
       from jsonb_populate_recordset(null::letter, $1::jsonb)`, [json]);
    await tx.query(
      `insert into register_entry (book_id, year_be, no, printed, letter_id, number_key, status, entry_date, taken_at)
       select (r->>'book_id')::uuid, (r->>'year_be')::int, (r->>'no')::int, r->>'printed', (r->>'id')::uuid, r->>'id', 'issued', (r->>'entry_date')::date, (r->>'created_at')::timestamptz
       from jsonb_array_elements($1::jsonb) r on conflict do nothing`, [json]);
  });
}
