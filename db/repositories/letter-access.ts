/** A letter as the access policy and acts on it need it, in one statement. Whoever calls decides before showing anything. */
import type { LetterFacts } from '#domain/access/read';
import type { Addressee } from '#domain/letter/content';
import type { Direction, Urgency } from '#domain/letter/vocabulary';
import type { Facts } from '#domain/route/model';
import type { TaskKind } from '#domain/route/state';
import type { Tx } from '../tx';

export type AccessTask = LetterFacts['tasks'][number] & {
  readonly id: string;
  readonly kind: TaskKind;
  readonly frameId: string;
  readonly nodeId: string;
  readonly rev: number;
  readonly about: string | null;
  readonly waitsFor: string | null;
  readonly unitIds: readonly string[];
  /** Route of the frame it stands in; null once the frame is closed. */
  readonly routeVersionId: string | null;
};
export type LetterAccess = Omit<LetterFacts, 'tasks'> & {
  readonly id: string;
  readonly seq: number;
  readonly direction: Direction;
  readonly urgency: Urgency;
  readonly drafterPostId: string | null;
  readonly correlationId: string;
  readonly addressees: readonly Addressee[];
  readonly dateAsked: string | null;
  readonly facts: Facts;
  readonly isSigned: boolean;
  readonly subject: string | null;
  readonly fromText: string;
  readonly theirNo: string;
  readonly theirDate: string | null;
  readonly deliveryId: string | null;
  readonly fromOfficeCode: string | null;
  readonly tasks: readonly AccessTask[];
};

/** Null where there is no such letter. */
export async function findLetterAccess(tx: Tx, letterId: string): Promise<LetterAccess | null> {
  const { rows } = await tx.query<{ letter: LetterAccess }>({ name: 'letter_access', text: SQL, values: [letterId] });
  return rows[0]?.letter ?? null;
}

/** Unit whose registry took a number of a letter; null where it is the office's own, or there is none. */
export async function findNumberUnit(tx: Tx, { letterId, key }: { readonly letterId: string; readonly key: string }): Promise<string | null> {
  const { rows } = await tx.query<{ unitId: string | null }>('select unit_id as "unitId" from register_entry where letter_id = $1 and number_key = $2 limit 1', [letterId, key]);
  return rows[0]?.unitId ?? null;
}

const SQL = `select json_build_object(
  'id', l.id, 'seq', l.seq, 'officeId', l.office_id, 'ownerUnitId', l.owner_unit_id, 'kind', l.kind, 'urgency', l.urgency, 'direction', l.direction,
  'secrecy', l.secrecy, 'isSealed', l.is_sealed, 'isNew', l.status = 'new', 'drafterPostId', l.drafter_post_id, 'correlationId', l.correlation_id,
  'addressees', l.addressees, 'dateAsked', to_char(l.date_asked, 'YYYY-MM-DD'), 'facts', coalesce(l.state->'facts', '{}'), 'isSigned', coalesce((l.state->>'signed')::boolean, false),
  'subject', l.subject, 'fromText', l.from_text, 'theirNo', l.their_no, 'theirDate', to_char(l.their_date, 'YYYY-MM-DD'), 'deliveryId', l.delivery_id,
  'fromOfficeCode', (select o.code from delivery d join office o on o.id = d.from_office_id where d.id = l.delivery_id),
  'readers', (select coalesce(json_agg(json_build_object('postId', post_id, 'why', why)), '[]') from letter_reader where letter_id = l.id),
  'assignmentUnitIds', (select coalesce(json_agg(distinct unit_id), '[]') from assignment where letter_id = l.id),
  'tasks', (select coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'isOpen', t.status = 'open', 'postIds', t.post_ids, 'personId', t.person_id,
      'doneByPersonId', t.done_by_person_id, 'frameId', t.frame_id, 'nodeId', t.node_id, 'rev', t.rev, 'about', t.about, 'waitsFor', t.waits_for,
      'routeVersionId', l.state->'frames'->t.frame_id->>'route',
      'unitIds', case when t.status = 'open' then (select coalesce(json_agg(distinct p.unit_id), '[]') from post p where p.id = any(t.post_ids)) else '[]' end)), '[]')
    from task t where t.letter_id = l.id)) as letter
from letter l where l.id = $1`;
