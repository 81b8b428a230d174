import type { DelegationFact } from '#domain/people/facts';
import type { Tx } from '../../tx';
import { DELEGATION_JSON } from '../people';

export type PostName = { readonly id: string; readonly titleTh: string; readonly titleEn: string };
export type PersonName = { readonly id: string; readonly nameTh: string; readonly nameEn: string };
export type UnitName = { readonly id: string; readonly nameTh: string };
export type Names = {
  readonly posts: ReadonlyMap<string, PostName>;
  readonly persons: ReadonlyMap<string, PersonName>;
  readonly units: ReadonlyMap<string, UnitName>;
  /** Written powers to sign that the signing posts have, whenever in force. */
  readonly delegations: readonly DelegationFact[];
};

type Row = { readonly posts: readonly PostName[]; readonly persons: readonly PersonName[]; readonly units: readonly UnitName[]; readonly delegations: readonly DelegationFact[] };

/** What an office's posts and units, and these persons, are called; and what the posts that sign may sign for others. */
export async function readNames(
  tx: Tx,
  { officeId, personIds, signingPostIds }: { readonly officeId: string; readonly personIds: readonly string[]; readonly signingPostIds: readonly string[] },
): Promise<Names> {
  const { rows } = await tx.query<Row>({
    name: 'commit_names',
    text: `SELECT
      (SELECT coalesce(json_agg(json_build_object('id', id, 'titleTh', title_th, 'titleEn', title_en)), '[]') FROM post WHERE office_id = $1) AS posts,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'nameTh', name_th, 'nameEn', name_en)), '[]') FROM person WHERE id = ANY($2::uuid[])) AS persons,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'nameTh', name_th)), '[]') FROM unit WHERE office_id = $1) AS units,
      (SELECT coalesce(json_agg(${DELEGATION_JSON}), '[]') FROM delegation d WHERE d.to_post_id = ANY($3::uuid[])) AS delegations`,
    values: [officeId, personIds, signingPostIds],
  });
  const row = rows[0];
  const byId = <T extends { readonly id: string }>(items: readonly T[] = []): ReadonlyMap<string, T> => new Map(items.map((item) => [item.id, item]));
  return { posts: byId(row?.posts), persons: byId(row?.persons), units: byId(row?.units), delegations: row?.delegations ?? [] };
}
