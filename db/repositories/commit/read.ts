/**
 * What the commit reads, in two statements: the letter's row under its lock, then everything else. Two, because a statement
 * that waited for the lock would still see all other tables as they were before the wait.
 */
import type { CommandContent, LetterContent } from '#domain/letter/content';
import type { Direction, LetterKind, Secrecy, Urgency } from '#domain/letter/vocabulary';
import type { Outcome } from '#domain/route/effects';
import type { LetterState, TaskKind } from '#domain/route/state';
import type { Tx } from '../../tx';
import { calendarLock } from '../calendar-lock';
import { PEOPLE_VERSION } from '../people-cache';
import { patternSql } from '../sql';

/** The letter as the commit holds it locked. Dates are `YYYY-MM-DD`, instants ISO strings. */
export type LockedLetter = {
  readonly id: string;
  readonly officeId: string;
  readonly direction: Direction;
  readonly kind: LetterKind;
  readonly urgency: Urgency;
  readonly secrecy: Secrecy;
  readonly channel: string;
  readonly ownerUnitId: string | null;
  readonly fromText: string;
  readonly theirNo: string;
  readonly dateAsked: string | null;
  readonly addressees: LetterContent['addressees'];
  readonly drafterPersonId: string | null;
  readonly signerPersonId: string | null;
  readonly signerPostId: string | null;
  readonly letterNo: string | null;
  readonly letterDate: string | null;
  readonly receiveNo: string | null;
  readonly deliveryId: string | null;
  readonly textVersion: number;
  readonly seq: number;
  readonly status: 'new' | LetterState['status'];
  readonly stateHash: string | null;
  readonly auditSeq: number;
  readonly auditHash: string;
};

const LETTER_COLUMNS = `id, office_id AS "officeId", direction, kind, urgency, secrecy, channel, owner_unit_id AS "ownerUnitId",
  from_text AS "fromText", their_no AS "theirNo", to_char(date_asked, 'YYYY-MM-DD') AS "dateAsked", addressees, drafter_person_id AS "drafterPersonId",
  signer_person_id AS "signerPersonId", signature->>'postId' AS "signerPostId", letter_no AS "letterNo",
  to_char(letter_date, 'YYYY-MM-DD') AS "letterDate", receive_no AS "receiveNo", delivery_id AS "deliveryId", text_version AS "textVersion",
  seq, status, state_hash AS "stateHash", audit_seq AS "auditSeq", audit_hash AS "auditHash"`;

/**
 * Locks the letter for the rest of the transaction; null where there is none. With `calendar` the office's calendar stays as it
 * is until then as well: it is taken hold of while the row is looked for, so before the row is locked, as a change of it does.
 */
export async function lockLetter(tx: Tx, { letterId, calendar }: { readonly letterId: string; readonly calendar: boolean }): Promise<LockedLetter | null> {
  const { rows } = await tx.query<LockedLetter>({
    name: 'commit_lock_letter',
    text: `SELECT ${LETTER_COLUMNS} FROM letter
      WHERE id = $1 AND CASE WHEN $2::bool THEN pg_advisory_xact_lock_shared(${calendarLock('office_id')}) IS NOT NULL ELSE true END FOR UPDATE`,
    values: [letterId, calendar],
  });
  return rows[0] ?? null;
}

/** What this transition needs beside the letter; what is empty or false is not read. */
export type ContextNeeds = {
  readonly eventId: string;
  readonly commandId: string | null;
  /** Key of the machine event in the letter's inbox. */
  readonly machineKey: string | null;
  readonly taskIds: readonly string[];
  readonly timerIds: readonly string[];
  readonly numberKeys: readonly string[];
  readonly deliveryIds: readonly string[];
  readonly books: boolean;
  /** Reserved numbers that are kept for the letter. */
  readonly given: boolean;
  readonly calendar: boolean;
  readonly text: boolean;
  readonly links: boolean;
  /** What there is to print. */
  readonly paper: boolean;
  readonly listCode: string | null;
};

export type CommandFacts = {
  readonly id: string;
  readonly personId: string;
  readonly letterId: string;
  readonly status: 'pending' | 'done' | 'rejected';
  readonly eventDigest: string;
  readonly content: CommandContent;
};
export type TaskFacts = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly nodeNameEn: string;
  readonly status: string;
  readonly rev: number;
  readonly postIds: readonly string[];
  readonly personId: string | null;
  readonly dueAt: string | null;
};
export type EntryFacts = {
  readonly id: string;
  readonly numberKey: string;
  readonly bookId: string;
  readonly no: number;
  readonly printed: string;
  readonly date: string;
};
export type BookFacts = {
  readonly id: string;
  readonly kind: string;
  readonly unitId: string | null;
  readonly postId: string | null;
  readonly pattern: string;
  readonly sharesSeriesOf: string | null;
  readonly isHeld: boolean;
  readonly isTest: boolean;
  /** A committee that numbers its own letters; empty for the office, a unit or a post. */
  readonly issuerName: string;
  readonly committeeCode: string;
};
export type BookRuleFacts = {
  readonly sortOrder: number;
  readonly bookKind: string;
  readonly letterKind: string | null;
  readonly signerPostId: string | null;
  readonly ownerUnitId: string | null;
  readonly bookId: string;
};
export type UnitFacts = { readonly id: string; readonly parentId: string | null; readonly nameTh: string; readonly letterCode: string | null };
export type DeliveryFacts = {
  readonly id: string;
  readonly fromLetterId: string;
  readonly fromOfficeId: string;
  readonly toOfficeId: string | null;
  readonly toLetterId: string | null;
  readonly status: string;
  readonly expect: string;
};
/** A delivery of a letter that this one answers. */
export type AskedDelivery = { readonly id: string; readonly fromLetterId: string; readonly toOfficeId: string | null; readonly toName: string | null; readonly status: string };
/** The other end of an `answers` link, with the delivery that brought it or that it was sent by. */
export type LinkedLetter = { readonly letterId: string; readonly officeId: string; readonly deliveryId: string | null };

export type CommitContext = {
  readonly now: string;
  /** Version of offices and people. */
  readonly peopleVersion: number;
  readonly own: { readonly seq: number; readonly outcome: Outcome } | null;
  readonly command: CommandFacts | null;
  /** Whether the machine event waits in the inbox. */
  readonly isWaiting: boolean;
  readonly tasks: readonly TaskFacts[];
  readonly dues: readonly { readonly timerId: string; readonly at: string; readonly nth: number; readonly firedAt: string | null }[];
  readonly entries: readonly EntryFacts[];
  /** Ids of the reserved numbers that are kept for it. */
  readonly given: readonly string[];
  readonly books: readonly BookFacts[] | null;
  readonly bookRules: readonly BookRuleFacts[] | null;
  readonly units: readonly UnitFacts[] | null;
  readonly office: { readonly agencyCode: string; readonly unitCode: string; readonly registryUnitId: string | null; readonly settings: unknown } | null;
  readonly calendarDays: readonly { readonly day: string; readonly kind: string; readonly officeId: string | null }[] | null;
  readonly text: LetterContent | null;
  readonly deliveries: readonly DeliveryFacts[];
  readonly links: readonly LinkedLetter[] | null;
  readonly asked: readonly AskedDelivery[] | null;
  /** What there is of the letter's paper; null where no PDF is asked for. */
  readonly paper: {
    readonly isSigned: boolean; readonly hasBody: boolean; readonly hasMain: boolean;
    /** Made pages in force. */
    readonly hasRendition: boolean; readonly hasStamped: boolean;
  } | null;
  /** Frames that have an assignment row. */
  readonly frames: readonly string[];
  readonly list: readonly { readonly officeId: string; readonly role?: string }[] | null;
};

/** Everything else the commit looks at, as it is now that the letter is locked. */
export async function readContext(tx: Tx, letter: LockedLetter, needs: ContextNeeds): Promise<CommitContext> {
  const { rows } = await tx.query<{ context: CommitContext }>({
    name: 'commit_context',
    text: CONTEXT_SQL,
    values: [
      letter.id, letter.officeId, needs.eventId, needs.commandId, needs.taskIds, needs.timerIds, needs.numberKeys,
      needs.deliveryIds, needs.books, needs.calendar, needs.text, needs.links, needs.listCode, needs.machineKey, needs.paper, needs.given,
    ],
  });
  const context = rows[0]?.context;
  if (context === undefined) throw new Error('the commit read nothing');
  return context;
}

/** `'x', x` pairs for json_build_object from column names. */
const pairs = (...columns: readonly string[]): string =>
  columns.map((column) => `'${column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}', ${column}`).join(', ');
const rowsOf = (from: string, ...columns: readonly string[]): string =>
  `(SELECT coalesce(json_agg(json_build_object(${pairs(...columns)})), '[]') FROM ${from})`;

const CONTEXT_SQL = `SELECT json_build_object(
  'now', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'peopleVersion', ${PEOPLE_VERSION},
  'own', (SELECT json_build_object(${pairs('seq', 'outcome')}) FROM transition WHERE letter_id = $1::uuid AND event_id = $3::text),
  'command', (SELECT json_build_object(${pairs('id', 'person_id', 'letter_id', 'status', 'event_digest', 'content')})
    FROM command WHERE id = $4::uuid),
  'isWaiting', EXISTS (SELECT 1 FROM letter_event WHERE letter_id = $1 AND key = $14::text AND consumed_at IS NULL),
  'tasks', ${rowsOf('task WHERE letter_id = $1 AND id = ANY($5::text[])', 'id', 'kind', 'node_id', 'node_name', 'node_name_en', 'status', 'rev', 'post_ids', 'person_id', 'due_at')},
  'dues', ${rowsOf('due_instant WHERE letter_id = $1 AND timer_id = ANY($6::text[])', 'timer_id', 'at', 'nth', 'fired_at')},
  'entries', (SELECT coalesce(json_agg(json_build_object(${pairs('id', 'number_key', 'book_id', 'no', 'printed')},
      'date', to_char(entry_date, 'YYYY-MM-DD'))), '[]')
    FROM register_entry WHERE letter_id = $1 AND number_key = ANY($7::text[]) AND status <> 'cancelled'),
  'deliveries', ${rowsOf('delivery WHERE id = ANY($8::uuid[])', 'id', 'from_letter_id', 'from_office_id', 'to_office_id', 'to_letter_id', 'status', 'expect')},
  'given', CASE WHEN $16::bool THEN (SELECT coalesce(json_agg(id ORDER BY id), '[]') FROM register_entry WHERE given_to = $1 AND status = 'reserved') ELSE '[]' END,
  'books', CASE WHEN $9::bool THEN ${rowsOf(
    `(SELECT b.id, b.kind, b.unit_id, b.post_id, b.shares_series_of, b.is_held, b.is_test, b.issuer_name, b.committee_code, ${patternSql('b', 'bangkok_today()')} AS pattern
      FROM book b WHERE b.office_id = $2::uuid AND b.valid_from <= bangkok_today() AND coalesce(b.valid_to, 'infinity') > bangkok_today() ORDER BY b.valid_from, b.id) book`,
    'id', 'kind', 'unit_id', 'post_id', 'pattern', 'shares_series_of', 'is_held', 'is_test', 'issuer_name', 'committee_code',
  )} END,
  'bookRules', CASE WHEN $9 THEN ${rowsOf('(SELECT * FROM book_rule WHERE office_id = $2 ORDER BY sort_order) rule', 'sort_order', 'book_kind', 'letter_kind', 'signer_post_id', 'owner_unit_id', 'book_id')} END,
  'units', CASE WHEN $9 THEN ${rowsOf('unit WHERE office_id = $2', 'id', 'parent_id', 'name_th', 'letter_code')} END,
  'office', CASE WHEN $9 OR $10::bool THEN (SELECT json_build_object(${pairs('agency_code', 'unit_code', 'registry_unit_id', 'settings')}) FROM office WHERE id = $2) END,
  'calendarDays', CASE WHEN $10 THEN (SELECT coalesce(json_agg(json_build_object('day', to_char(day, 'YYYY-MM-DD'), ${pairs('kind', 'office_id')})), '[]')
    FROM calendar_day WHERE (office_id IS NULL OR office_id = $2)) END,
  'text', CASE WHEN $11::bool THEN (SELECT json_build_object(${pairs('subject', 'to_text', 'body', '"references"', 'addressees')},
      'enclosureList', coalesce(enclosure_list, '{}'),
      'dateAsked', to_char(date_asked, 'YYYY-MM-DD'), 'mainDocumentId', (SELECT d.id FROM document d WHERE d.letter_id = $1 AND d.role = 'main'
        AND d.superseded_at IS NULL ORDER BY d.attached_at DESC LIMIT 1)) FROM letter WHERE id = $1) END,
  'links', CASE WHEN $12::bool THEN (SELECT coalesce(json_agg(json_build_object('letterId', l.id, 'officeId', l.office_id, 'deliveryId', l.delivery_id)), '[]')
    FROM letter_link k JOIN letter l ON l.id = k.to_letter_id WHERE k.from_letter_id = $1 AND k.kind = 'answers') END,
  'asked', CASE WHEN $12 THEN (SELECT coalesce(json_agg(json_build_object(${pairs('id', 'from_letter_id', 'to_office_id', 'status')}, 'toName', to_address->>'name')), '[]')
    FROM delivery WHERE from_letter_id IN (SELECT to_letter_id FROM letter_link WHERE from_letter_id = $1 AND kind = 'answers')) END,
  'paper', CASE WHEN $15::bool THEN (SELECT json_build_object('isSigned', signature IS NOT NULL, 'hasBody', btrim(coalesce(body, '')) <> '',
      'hasMain', coalesce('main' = ANY(d.roles), false), 'hasRendition', coalesce('rendition' = ANY(d.roles), false), 'hasStamped', coalesce('stamped' = ANY(d.roles), false))
    FROM letter, (SELECT array_agg(role) AS roles FROM document WHERE letter_id = $1 AND superseded_at IS NULL) d WHERE id = $1) END,
  'frames', (SELECT coalesce(json_agg(frame_id), '[]') FROM assignment WHERE letter_id = $1),
  'list', (SELECT members FROM distribution_list WHERE office_id = $2 AND code = $13::text)
) AS context`.replaceAll('bangkok_today()', `(clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date`).replaceAll(`'"references"'`, `'references'`);

/** State and hash as stored by the last transition; null before the first. */
export async function readStored(tx: Tx, letterId: string): Promise<{ readonly state: LetterState | null; readonly stateHash: string | null }> {
  const { rows } = await tx.query<{ state: LetterState | null; stateHash: string | null }>({
    name: 'commit_stored_state',
    text: 'SELECT state, state_hash AS "stateHash" FROM letter WHERE id = $1',
    values: [letterId],
  });
  return rows[0] ?? { state: null, stateHash: null };
}
