/**
 * Everything that is on record of one letter, in one statement, with ids for names. The caller has decided that the reader may
 * see it; what lies behind links is cut by the reader's own filter.
 */
import type { LetterFilter } from '#domain/access/filter';
import type { LetterContent, LetterReference, Addressee } from '#domain/letter/content';
import type { MarkedPlace } from '#domain/letter/letter-document';
import type { LetterSignature } from '#domain/letter/signature';
import type { TransitionSummary } from '#domain/letter/timeline';
import type { StampFound } from '#domain/letter/stamp-place';
import type { ActionWord, AgencyRole, BookKind, Capacity, Channel, Direction, LetterKind, Secrecy, Urgency } from '#domain/letter/vocabulary';
import type { EndOutcome } from '#domain/route/model';
import type { LetterState, TaskKind } from '#domain/route/state';
import type { Tx } from '../tx';
import type { CommandRow } from './command-book';
import type { NamedVersion } from './letter-routes';
import { REFERRED_SQL, REFERRING_SQL } from './matters';
import type { Name } from './readers';
import { nameOf } from './sql';

export type PageLetter = {
  readonly id: string;
  readonly seq: number;
  readonly officeId: string;
  readonly routeVersionId: string;
  readonly direction: Direction;
  readonly kind: LetterKind;
  readonly channel: Channel;
  readonly urgency: Urgency;
  readonly urgentBy: string | null;
  readonly secrecy: Secrecy;
  readonly isSealed: boolean;
  readonly subject: string | null;
  readonly fromText: string;
  readonly toText: string;
  readonly theirNo: string;
  readonly theirDate: string | null;
  readonly letterNo: string | null;
  readonly letterDate: string | null;
  readonly receiveNo: string | null;
  readonly receivedAt: string | null;
  readonly deemedReceivedOn: string | null;
  readonly body: string | null;
  readonly enclosureList: readonly string[];
  readonly references: readonly LetterReference[];
  readonly addressees: readonly Addressee[];
  readonly dateAsked: string | null;
  readonly ownerUnitId: string | null;
  readonly drafterPersonId: string | null;
  readonly drafterPostId: string | null;
  readonly signature: LetterSignature | null;
  readonly status: 'new' | LetterState['status'];
  readonly outcome: EndOutcome | null;
  readonly publicCode: string;
  readonly textVersion: number;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly endedAt: string | null;
  readonly deliveryId: string | null;
  readonly correlationId: string;
  readonly state: LetterState | null;
};
export type PageTask = {
  readonly id: string;
  readonly frameId: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly nodeNameEn: string;
  readonly kind: TaskKind;
  readonly postIds: readonly string[];
  readonly personId: string | null;
  readonly via: 'rule' | 'fallback' | 'secretRegistrar';
  readonly rev: number;
  readonly about: string | null;
  readonly waitsFor: string | null;
  readonly openedAt: string;
  readonly openedSeq: number;
  readonly dueAt: string | null;
  readonly firstReadAt: string | null;
};
export type PageDocument = {
  readonly id: string;
  readonly role: 'main' | 'enclosure' | 'rendition' | 'stamped' | 'evidence';
  readonly name: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly pages: number | null;
  readonly places: readonly MarkedPlace[] | null;
  readonly sourceId: string | null;
  readonly uploadedBy: string | null;
  readonly uploadedAt: string;
  readonly attachedAt: string | null;
  readonly supersededAt: string | null;
};
export type PageEndorsement = {
  readonly seq: number;
  readonly no: number;
  readonly action: ActionWord;
  readonly nodeId: string | null;
  readonly personId: string;
  readonly postId: string;
  readonly capacity: Capacity;
  readonly ownPostId: string | null;
  readonly orderNo: string;
  readonly toUnitIds: readonly string[];
  /** Handed on to decide instead. */
  readonly toPostId: string | null;
  /** Directed to, beside units; null in rows from before there were such. */
  readonly toPostIds: readonly string[] | null;
  readonly text: string;
  readonly at: string;
};
export type PageTransition = {
  readonly seq: number;
  readonly eventType: string;
  readonly at: string;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly capacity: Capacity | null;
  readonly summary: TransitionSummary;
};
export type PageDelivery = {
  readonly id: string;
  readonly toOfficeId: string | null;
  readonly toAddress: { readonly name: string; readonly address: string } | null;
  readonly officeTitle: string | null;
  readonly role: AgencyRole;
  readonly expect: 'reply' | 'acknowledgement' | 'nothing';
  readonly dueOn: string | null;
  readonly status: 'sent' | 'registered' | 'returned' | 'recalled' | 'answered' | 'acknowledged';
  readonly verdict: 'full' | 'partial' | 'moreTime' | null;
  readonly sentAt: string;
  readonly arrivedAt: string | null;
  readonly registeredAt: string | null;
  readonly receiveNo: string | null;
  readonly unitInCharge: string | null;
  readonly answerLetterId: string | null;
  readonly answerNo: string | null;
  readonly answeredAt: string | null;
  readonly returnReason: string | null;
  readonly acknowledgedAt: string | null;
};
export type PageEntry = {
  readonly id: string;
  readonly key: string;
  readonly bookKind: BookKind;
  readonly bookName: Name;
  readonly bookOfficeId: string;
  readonly unitId: string | null;
  readonly no: number;
  readonly printed: string;
  readonly date: string;
  readonly takenAt: string;
  readonly status: 'issued' | 'reserved' | 'cancelled' | 'record_lost';
  readonly cancelReason: string;
  /** How its receipt stamp came to its place; null where none was laid. */
  readonly stampFound: StampFound | null;
};
export type PageVersion = {
  readonly version: number;
  readonly content: LetterContent;
  readonly why: 'draft' | 'submitted' | 'amended';
  readonly personId: string | null;
  readonly postId: string | null;
  readonly at: string;
};
export type PageAssignment = {
  readonly frameId: string;
  readonly unitId: string;
  readonly postId: string | null;
  readonly role: 'main' | 'info';
  readonly action: ActionWord;
  readonly byPersonId: string | null;
  readonly dueAt: string | null;
  readonly receiveNo: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly outcome: string | null;
};
export type PageCameBy = {
  readonly fromOfficeId: string;
  readonly letterNo: string;
  readonly sentAt: string;
  readonly dueOn: string | null;
  readonly role: AgencyRole;
  readonly registeredAt: string | null;
  readonly receiveNo: string | null;
  readonly answeredAt: string | null;
  readonly answerNo: string | null;
};
export type PageStep = { readonly frameId: string; readonly nodeId: string; readonly kind: TaskKind; readonly status: string; readonly outcome: string | null };
export type LetterRecord = {
  readonly letter: PageLetter;
  readonly tasks: readonly PageTask[];
  /** Every step that was ever put to somebody, open or not. */
  readonly steps: readonly PageStep[];
  /** What people wrote with an act, by the transition that it caused. */
  readonly notes: readonly { readonly seq: number; readonly text: string }[];
  /** Routes that units were given, by whoever directed the letter to them. */
  readonly pickedRoutes: readonly { readonly unitId: string; readonly postId: string | null; readonly routeVersionId: string }[];
  readonly documents: readonly PageDocument[];
  readonly endorsements: readonly PageEndorsement[];
  readonly transitions: readonly PageTransition[];
  readonly deliveries: readonly PageDelivery[];
  readonly entries: readonly PageEntry[];
  readonly versions: readonly PageVersion[];
  readonly assignments: readonly PageAssignment[];
  readonly cameBy: PageCameBy | null;
  /** Names of the routes that the letter runs or ran. */
  readonly routeNames: readonly NamedVersion[];
  /** The reader's own acts on it that are being applied, or were refused later and not yet looked at; newest first. */
  readonly commands: readonly CommandRow[];
};
export type PageLink = {
  readonly letterId: string;
  readonly kind: 'answers' | 'answeredBy' | 'refers' | 'referredBy' | 'replaces' | 'replacedBy' | 'together' | 'sameMatter';
  readonly subject: string | null;
  readonly letterNo: string | null;
  readonly receiveNo: string | null;
  readonly direction: Direction;
  readonly status: 'new' | LetterState['status'];
  readonly createdAt: string;
};

/** The whole record, with the acts of one person that have not settled; null where there is no such letter. */
export async function findLetterRecord(tx: Tx, { letterId, personId }: { readonly letterId: string; readonly personId: string }): Promise<LetterRecord | null> {
  const { rows } = await tx.query<{ record: LetterRecord | null }>({ name: 'letter_page', text: RECORD_SQL, values: [letterId, personId] });
  return rows[0]?.record ?? null;
}

/** Letters linked with this one or of the same matter, of those the reader may read. `filter` starts at parameter 3. */
export async function listLinks(
  tx: Tx,
  { letterId, correlationId, filter }: { readonly letterId: string; readonly correlationId: string; readonly filter: LetterFilter },
): Promise<PageLink[]> {
  const text = `with linked as (
       select to_letter_id as id, kind, case kind when 'replaces' then 0 else 1 end as rank from letter_link where from_letter_id = $1
       union all select from_letter_id, case kind when 'answers' then 'answeredBy' when 'replaces' then 'replacedBy' else 'referredBy' end, case kind when 'replaces' then 0 else 2 end from letter_link where to_letter_id = $1
       union all select x.id, 'refers', 3 from letter s cross join lateral (${REFERRED_SQL}) x where s.id = $1
       union all select x.id, 'referredBy', 4 from letter s cross join lateral (${REFERRING_SQL}) x where s.id = $1
       union all select case from_letter_id when $1 then to_letter_id else from_letter_id end, 'together', 5 from matter_link where removed_at is null and $1 in (from_letter_id, to_letter_id)
       union all select id, 'sameMatter', 6 from letter where correlation_id = $2
     ), first as (select distinct on (id) id, kind from linked where id <> $1 order by id, rank)
     select l.id as "letterId", first.kind, l.subject, l.letter_no as "letterNo",
       coalesce(l.receive_no, case when first.kind = 'replaces' then (select e.printed from register_entry e where e.letter_id = l.id and e.status = 'cancelled' order by e.taken_at limit 1) end) as "receiveNo",
       l.direction, l.status, l.created_at as "createdAt"
     from first join letter l on l.id = first.id where ${filter.sql} and ${filter.reveal} order by l.created_at, l.id limit 50`;
  const { rows } = await tx.query<PageLink>({ name: nameOf('letter_links', text), text, values: [letterId, correlationId, ...filter.params] });
  return rows;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const camel = (column: string): string => column.replace(/^.*\./, '').replace(/"/g, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** Pairs of a JSON object from columns; `@` marks an instant, `#` a civil date. */
const pairs = (columns: string): string =>
  columns
    .trim()
    .split(/[\s,]+/)
    .map((column) => {
      const name = column.replace(/^[@#]/, '');
      const value = column.startsWith('@') ? iso(name) : column.startsWith('#') ? `to_char(${name}, 'YYYY-MM-DD')` : name;
      return `'${camel(name)}', ${value}`;
    })
    // At most a hundred arguments to a function: long lists are joined.
    .join(', ');
const list = (columns: string, from: string, order: string): string =>
  `(select coalesce(json_agg(json_build_object(${pairs(columns)}) order by ${order}), '[]') from ${from})`;

const MAX_COMMANDS = 50;

const LETTER_A = `l.id l.seq l.office_id l.route_version_id l.direction l.kind l.channel l.urgency @l.urgent_by l.secrecy l.is_sealed l.subject l.from_text l.to_text
  l.their_no #l.their_date l.letter_no #l.letter_date l.receive_no @l.received_at #l.deemed_received_on l.body`;
const LETTER_B = `l."references" l.addressees #l.date_asked l.owner_unit_id l.drafter_person_id l.drafter_post_id l.signature l.status l.outcome l.public_code
  l.text_version @l.created_at l.created_by @l.ended_at l.delivery_id l.correlation_id l.state`;

const RECORD_SQL = `select json_build_object(
  'letter', jsonb_build_object(${pairs(LETTER_A)}, 'enclosureList', coalesce(l.enclosure_list, '{}')) || jsonb_build_object(${pairs(LETTER_B)}),
  'tasks', ${list('id frame_id node_id node_name node_name_en kind post_ids person_id via rev about waits_for @opened_at opened_seq @due_at @first_read_at', "task where letter_id = l.id and status = 'open'", 'opened_at, id')},
  'steps', ${list('frame_id node_id kind status outcome', 'task where letter_id = l.id', 'opened_seq, id')},
  'notes', (select coalesce(json_agg(json_build_object('seq', c.seq, 'text', c.text)), '[]') from (
      select seq, coalesce(content->>'note', content->>'reason') as text from command where letter_id = l.id and status = 'done') c where c.text is not null),
  'pickedRoutes', (select coalesce(json_agg(json_build_object('unitId', p->>'unitId', 'postId', p->>'postId', 'routeVersionId', p->>'routeVersionId') order by c.seq), '[]')
    from command c cross join lateral jsonb_array_elements(c.event->'picks') p where c.letter_id = l.id and c.kind = 'act' and c.status = 'done' and c.event ? 'picks'),
  'documents', ${list('id role name mime size_bytes sha256 pages places source_id uploaded_by @uploaded_at @attached_at @superseded_at', 'document where letter_id = l.id', 'role, sort_order, uploaded_at, id')},
  'endorsements', ${list('seq no action node_id person_id post_id capacity own_post_id order_no to_unit_ids to_post_id to_post_ids text @at', 'endorsement where letter_id = l.id', 'seq, no')},
  'transitions', ${list('seq event_type @at person_id post_id capacity summary', 'transition where letter_id = l.id', 'seq')},
  'deliveries', (select coalesce(json_agg(json_build_object(${pairs(
    'd.id d.to_office_id d.to_address d.role d.expect #d.due_on d.status d.verdict @d.sent_at @d.arrived_at @d.registered_at d.receive_no d.unit_in_charge d.answer_letter_id d.answer_no @d.answered_at d.return_reason @d.acknowledged_at',
  )}, 'officeTitle', o.head_title_th) order by d.sent_at, o.code, d.id), '[]') from delivery d left join office o on o.id = d.to_office_id where d.from_letter_id = l.id),
  'entries', (select coalesce(json_agg(json_build_object('id', e.id, 'key', e.number_key, 'bookKind', b.kind, 'bookName', json_build_object('th', b.name_th, 'en', b.name_en),
      'bookOfficeId', b.office_id, 'unitId', e.unit_id, 'no', e.no, 'printed', e.printed, 'date', to_char(e.entry_date, 'YYYY-MM-DD'), 'takenAt', ${iso('e.taken_at')},
      'status', e.status, 'cancelReason', e.cancel_reason, 'stampFound', (select s.found from stamp_place s join document m on m.id = s.document_id where s.entry_id = e.id and m.superseded_at is null limit 1)) order by e.taken_at, e.no), '[]')
    from register_entry e join book b on b.id = e.book_id where e.letter_id = l.id),
  'versions', ${list('version content why person_id post_id @at', 'letter_version where letter_id = l.id', 'version')},
  'assignments', ${list('frame_id unit_id post_id role action by_person_id @due_at receive_no @opened_at @closed_at outcome', 'assignment where letter_id = l.id', 'opened_at, frame_id')},
  'cameBy', (select json_build_object('fromOfficeId', d.from_office_id, 'letterNo', coalesce(s.letter_no, l.their_no), 'sentAt', ${iso('d.sent_at')},
      'dueOn', to_char(d.due_on, 'YYYY-MM-DD'), 'role', d.role, 'registeredAt', ${iso('d.registered_at')}, 'receiveNo', d.receive_no,
      'answeredAt', ${iso('d.answered_at')}, 'answerNo', d.answer_no)
    from delivery d left join letter s on s.id = d.from_letter_id where d.id = l.delivery_id),
  'routeNames', (select coalesce(json_agg(json_build_object('routeVersionId', v.id, 'routeCode', r.code, 'name', json_build_object('th', r.name_th, 'en', r.name_en), 'version', v.version)), '[]')
    from route_version v join route r on r.id = v.route_id where v.id = any(array(
      select l.route_version_id union select (f.value->>'route')::uuid from jsonb_each(l.state->'frames') f
      union select (p->>'routeVersionId')::uuid from command c cross join lateral jsonb_array_elements(c.event->'picks') p
        where c.letter_id = l.id and c.kind = 'act' and c.status = 'done' and c.event ? 'picks'))),
  'commands', (select coalesce(json_agg(json_build_object(${pairs(
    'c.id c.person_id c.body_digest c.letter_id c.kind c.event c.content c.status c.code c.details c.seq c.result @c.created_at @c.ended_at',
  )}) order by c.created_at desc), '[]') from (select * from command where person_id = $2 and letter_id = l.id
      and (status = 'pending' or (status = 'rejected' and not is_seen)) order by created_at desc limit ${MAX_COMMANDS}) c)
) as record from letter l where l.id = $1`;
