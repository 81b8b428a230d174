import type { Tx } from '../tx';
import type { Name } from './readers';
import { unitRef } from './sql';

/** Units of an office in being, with the title of each one's head. */
export async function listUnitsWithHeads(tx: Tx, officeId: string): Promise<{ readonly id: string; readonly code: string; readonly name: Name; readonly head: Name | null }[]> {
  const { rows } = await tx.query<{ unit: { id: string; code: string; name: Name }; head: Name | null }>(
    `select ${unitRef('u')} as unit,
            (select json_build_object('th', p.title_th, 'en', p.title_en) from post p where p.unit_id = u.id and p.is_unit_head and p.valid_to is null order by p.code limit 1) as head
       from unit u where u.office_id = $1 and u.valid_to is null order by u.sort_order, u.code`,
    [officeId],
  );
  return rows.map(({ unit, head }) => ({ ...unit, head }));
}
