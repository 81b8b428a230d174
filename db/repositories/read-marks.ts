/** Copies for information of a letter, and who has opened them. */
import { actingPosts } from '#domain/access/subject';
import type { Tx } from '../tx';
import type { Name, Reader } from './readers';
import { isoJson, personRef, postRef } from './sql';

type PersonAt = { readonly person: { readonly id: string; readonly name: Name }; readonly at: string };
export type LetterCopy = {
  readonly taskId: string;
  readonly posts: readonly { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string }[];
  readonly sentAt: string;
  readonly isOpen: boolean;
  readonly isMine: boolean;
  readonly isSeenByMe: boolean;
  readonly readers: readonly PersonAt[];
  readonly noted: PersonAt | null;
};

/** In the order in which they were put to their readers. The letter must be known to be one that the reader may read. */
export async function listLetterCopies(tx: Tx, { letterId, reader }: { readonly letterId: string; readonly reader: Reader }): Promise<LetterCopy[]> {
  const posts = actingPosts(reader).filter(({ capacity }) => capacity !== 'delegated').map(({ postId }) => postId);
  const { rows } = await tx.query<LetterCopy>({
    name: 'letter_copies',
    text: `select t.id as "taskId", t.opened_at as "sentAt", t.status = 'open' as "isOpen",
        (select coalesce(json_agg(${postRef('p', 'v')} order by array_position(t.post_ids, p.id)), '[]') from post p join unit v on v.id = p.unit_id where p.id = any(t.post_ids)) as posts,
        t.post_ids && $2::uuid[] and (t.person_id is null or t.person_id = $3) as "isMine",
        exists (select 1 from task_read r where r.letter_id = t.letter_id and r.task_id = t.id and r.person_id = $3) as "isSeenByMe",
        (select coalesce(json_agg(json_build_object('person', ${personRef('w')}, 'at', ${isoJson('r.read_at')}) order by r.read_at), '[]')
           from task_read r join person w on w.id = r.person_id where r.letter_id = t.letter_id and r.task_id = t.id) as readers,
        case when t.status = 'done' and n.id is not null then json_build_object('person', ${personRef('n')}, 'at', ${isoJson('t.closed_at')}) end as noted
      from task t left join person n on n.id = t.done_by_person_id
      where t.letter_id = $1 and ((t.kind = 'acknowledge' and t.status <> 'withdrawn') or t.status = 'readMark') order by t.opened_at, t.id`,
    values: [letterId, posts, reader.personId],
  });
  return rows;
}
