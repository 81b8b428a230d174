/** An office's structure as its administrator sees it: what is there, to come, and closed. */
import type { Role } from '#domain/letter/vocabulary';
import { validityState, type ValidityState } from '#domain/organisation/rules';
import type { Tx } from '../tx';
import { loadHolders, type Holder } from './directory-lists';
import type { Name } from './readers';
import { nameJson, titleJson } from './sql';

type Ref = { readonly id: string; readonly code: string; readonly name: Name };
type Dated = { readonly rev: number; readonly validFrom: string; readonly validTo: string | null };
export type OfficeDetail = Ref & Dated & {
  readonly short: string; readonly kind: string; readonly parentId: string | null; readonly agencyCode: string; readonly unitCode: string; readonly headTitle: string;
  readonly address: string; readonly phone: string; readonly email: string; readonly isLinked: boolean; readonly registryUnitId: string | null;
  readonly fallbackPostId: string | null; readonly secretRegistrarPostId: string | null; readonly processOwnerPostId: string | null; readonly state: ValidityState;
};
export type UnitDetail = Ref & Dated & {
  readonly parentId: string | null; readonly short: string; readonly letterCode: string | null; readonly phone: string; readonly sortOrder: number; readonly isRegistry: boolean; readonly state: ValidityState;
};
export type PostDetail = Dated & {
  readonly id: string; readonly code: string; readonly title: Name; readonly unitId: string; readonly superiorId: string | null; readonly roles: Role[]; readonly isUnitHead: boolean;
  readonly oversees: string[]; readonly state: ValidityState; readonly holders: Holder[];
};

const DATES = (alias: string): string => `${alias}.rev, ${alias}.valid_from as "validFrom", ${alias}.valid_to as "validTo"`;
const withState = <T extends Dated>(row: T, day: string): T & { readonly state: ValidityState } => ({ ...row, state: validityState(row, day) });

const OFFICE_SQL = `select o.id, o.code, ${nameJson('o')} as name, o.short_th as short, o.kind, o.parent_id as "parentId", o.agency_code as "agencyCode", o.unit_code as "unitCode",
    o.head_title_th as "headTitle", o.address_th as address, o.phone, o.email, o.is_linked as "isLinked", o.registry_unit_id as "registryUnitId",
    o.fallback_post_id as "fallbackPostId", o.secret_registrar_post_id as "secretRegistrarPostId", o.process_owner_post_id as "processOwnerPostId", ${DATES('o')} from office o`;

/** Every office of the installation, closed ones too. */
export async function listAllOffices(tx: Tx, day: string): Promise<OfficeDetail[]> {
  const { rows } = await tx.query<Omit<OfficeDetail, 'state'>>(`${OFFICE_SQL} order by o.kind, o.name_th, o.id`);
  return rows.map((row) => withState(row, day));
}

/** One office; null where there is none. */
export async function findOffice(tx: Tx, { id, day }: { readonly id: string; readonly day: string }): Promise<OfficeDetail | null> {
  const { rows } = await tx.query<Omit<OfficeDetail, 'state'>>(`${OFFICE_SQL} where o.id = $1`, [id]);
  return rows[0] === undefined ? null : withState(rows[0], day);
}

/** All units of an office in its own order, closed ones too. */
export async function listUnitDetails(tx: Tx, { officeId, day }: { readonly officeId: string; readonly day: string }): Promise<UnitDetail[]> {
  const { rows } = await tx.query<Omit<UnitDetail, 'state'>>(
    `select u.id, u.code, ${nameJson('u')} as name, u.parent_id as "parentId", u.short_th as short, u.letter_code as "letterCode", u.phone, u.sort_order as "sortOrder",
            coalesce(u.id = o.registry_unit_id, false) as "isRegistry", ${DATES('u')}
       from unit u join office o on o.id = u.office_id where u.office_id = $1 order by u.sort_order, u.code`,
    [officeId],
  );
  return rows.map((row) => withState(row, day));
}

/** All posts of an office with who is in them at `at`, closed ones too. */
export async function listPostDetails(tx: Tx, { officeId, at, day }: { readonly officeId: string; readonly at: string; readonly day: string }): Promise<PostDetail[]> {
  const { rows } = await tx.query<Omit<PostDetail, 'state' | 'holders'>>(
    `select p.id, p.code, ${titleJson('p')} as title, p.unit_id as "unitId", p.superior_id as "superiorId", p.roles, p.is_unit_head as "isUnitHead", p.oversees_units as oversees, ${DATES('p')}
       from post p join unit u on u.id = p.unit_id where p.office_id = $1 order by u.sort_order, p.is_unit_head desc, p.code`,
    [officeId],
  );
  const holdersOf = await loadHolders(tx, { postIds: rows.map(({ id }) => id), at });
  return rows.map((row) => ({ ...withState(row, day), holders: holdersOf(row.id) }));
}
