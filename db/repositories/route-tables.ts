/** The tables by which an office chooses routes, kept by revision. */
import { DomainError } from '#domain/errors';
import type { DecisionTable } from '#domain/route/model';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { assertRev, auditOffice } from './edits';
import type { RouteTableScope } from '#domain/letter/vocabulary';

type Save = { readonly officeId: string; readonly scope: RouteTableScope; readonly rev: number; readonly table: DecisionTable; readonly by: RecordedBy };

/** Letters that begin from now on are sent by it. @throws DomainError NOT_FOUND, EDIT_CONFLICT with the revision that is stored */
export async function saveRouteTable(tx: Tx, { officeId, scope, rev, table, by }: Save): Promise<number> {
  const { rows } = await tx.query<{ rev: number; table: DecisionTable }>('select rev, "table" from route_table where office_id = $1 and scope = $2 for update', [officeId, scope]);
  assertRev(rows[0], rev);
  const saved = await tx.query<{ rev: number }>('update route_table set "table" = $3, rev = rev + 1 where office_id = $1 and scope = $2 returning rev', [officeId, scope, JSON.stringify(table)]);
  await auditOffice(tx, { officeId, by, kind: 'route.tableChanged', data: { scope, from: rows[0].table, to: table } });
  const [row] = saved.rows;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row.rev;
}
