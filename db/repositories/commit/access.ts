import type { LetterFacts } from '#domain/access/read';
import type { Tx } from '../../tx';

/** What the access policy asks of a letter, and of the task or number that an act is about. */
export type AccessFacts = {
  readonly letter: LetterFacts & { readonly drafterPostId: string | null };
  readonly taskUnitIds: readonly string[];
  readonly numberUnitId: string | null;
};

const SQL = `SELECT json_build_object(
    'officeId', l.office_id, 'ownerUnitId', l.owner_unit_id, 'kind', l.kind, 'secrecy', l.secrecy, 'isSealed', l.is_sealed,
    'isNew', l.status = 'new', 'drafterPostId', l.drafter_post_id,
    'readers', (SELECT coalesce(json_agg(json_build_object('postId', post_id, 'why', why)), '[]') FROM letter_reader WHERE letter_id = l.id),
    'assignmentUnitIds', (SELECT coalesce(json_agg(DISTINCT unit_id), '[]') FROM assignment WHERE letter_id = l.id),
    'tasks', (SELECT coalesce(json_agg(json_build_object('kind', kind, 'isOpen', status = 'open', 'postIds', post_ids, 'personId', person_id,
      'doneByPersonId', done_by_person_id)), '[]') FROM task WHERE letter_id = l.id)) AS letter,
  (SELECT coalesce(json_agg(DISTINCT p.unit_id), '[]') FROM task t JOIN post p ON p.id = ANY(t.post_ids) WHERE t.letter_id = l.id AND t.id = $2) AS "taskUnitIds",
  (SELECT e.unit_id FROM register_entry e WHERE e.letter_id = l.id AND e.number_key = $3 LIMIT 1) AS "numberUnitId"
  FROM letter l WHERE l.id = $1`;

/** Reads them inside the commit, where the letter's row is locked. */
export async function findLetterFacts(
  tx: Tx,
  { letterId, taskId, numberKey }: { readonly letterId: string; readonly taskId: string | null; readonly numberKey: string | null },
): Promise<AccessFacts> {
  const { rows } = await tx.query<AccessFacts>({ name: 'commit_access', text: SQL, values: [letterId, taskId, numberKey] });
  const facts = rows[0];
  if (facts === undefined) throw new Error('the letter is gone');
  return facts;
}
