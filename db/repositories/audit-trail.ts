/** The audit trail of an office, newest first, without what the reader may not know. */
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern } from './cursors';
import { createParams } from './params';
import type { Name } from './readers';
import { personRef, postRef } from './sql';

export type TrailFilter = {
  readonly officeId: string;
  readonly personId?: string | undefined;
  readonly letterNo?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Instants: from the first on, before the second. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};
export type TrailEvent = {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly data: { readonly [name: string]: unknown };
  readonly person: { readonly id: string; readonly name: Name } | null;
  readonly post: { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string } | null;
  readonly letter: { readonly id: string; readonly no: string; readonly subject: string | null; readonly canOpen: boolean } | null;
};

/**
 * Events on the office's letters, of its people's sessions, and on the office itself. An event on a classified letter is left out
 * for whoever may not read the letter: it must not be learned that it is there. Of other letters that the reader may not know, the number stays.
 */
export async function listTrail(
  tx: Tx,
  { filter, reader, after, limit }: { readonly filter: TrailFilter; readonly reader: Subject; readonly after: readonly [at: string, id: number] | null; readonly limit: number },
): Promise<readonly TrailEvent[]> {
  const params = createParams();
  const { add } = params;
  const office = add(filter.officeId, 'uuid');
  const access = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const where = [
    `(a.office_id = ${office} or (a.office_id is null and exists (select 1 from appointment m join post q on q.id = m.post_id where m.person_id = a.person_id and q.office_id = ${office})))`,
    `(l.id is null or (l.secrecy = 'none' and not l.is_sealed) or ${access.reveal})`,
  ];
  if (filter.personId !== undefined) where.push(`a.person_id = ${add(filter.personId, 'uuid')}`);
  if (filter.kinds !== undefined) where.push(`a.kind = any(${add(filter.kinds, 'text[]')})`);
  if (filter.from !== undefined) where.push(`a.at >= ${add(filter.from, 'timestamptz')}`);
  if (filter.to !== undefined) where.push(`a.at < ${add(filter.to, 'timestamptz')}`);
  if (filter.letterNo !== undefined) {
    const like = add(likePattern(norm(filter.letterNo)), 'text');
    where.push(`(l.letter_no ilike ${like} or l.receive_no ilike ${like} or l.their_no ilike ${like})`);
  }
  if (after !== null) where.push(`(a.at, a.id) < (${add(after[0], 'timestamptz')}, ${add(after[1], 'bigint')})`);
  const { rows } = await tx.query<TrailEvent>(
    `select a.id, a.at, a.kind, a.data, ${personRef('h')} as person, ${postRef('p', 'u')} as post,
       case when l.id is not null then json_build_object('id', l.id, 'no', coalesce(l.letter_no, l.receive_no, l.their_no), 'canOpen', ${access.sql},
         'subject', case when ${access.reveal} then l.subject end) end as letter
     from audit_event a
     left join letter l on l.id = case when a.chain like 'letter/%' then substr(a.chain, 8)::uuid else (a.data->>'letterId')::uuid end
     left join person h on h.id = a.person_id left join post p on p.id = a.post_id left join unit u on u.id = p.unit_id
     where ${where.join(' and ')} order by a.at desc, a.id desc limit ${add(limit, 'int')}`,
    params.values,
  );
  return rows;
}
