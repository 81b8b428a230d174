/** Names of the offices and books by which a result is parted. */
import type { LocalName } from '#domain/contracts/common';
import type { Tx } from '../tx';

export async function listFacetNames(tx: Tx, { officeIds, bookIds }: { readonly officeIds: readonly string[]; readonly bookIds: readonly string[] }): Promise<ReadonlyMap<string, LocalName>> {
  const { rows } = await tx.query<{ id: string; name: LocalName }>({
    name: 'search_names',
    text: `select id, json_build_object('th', name_th, 'en', name_en) as name from office where id = any($1::uuid[])
      union all select b.id, json_build_object('th', concat_ws(' ', b.name_th, coalesce(u.short_th, o.short_th)), 'en', concat_ws(', ', nullif(b.name_en, ''), coalesce(u.name_en, o.name_en)))
        from book b join office o on o.id = b.office_id left join unit u on u.id = b.unit_id where b.id = any($2::uuid[])`,
    values: [officeIds, bookIds],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
