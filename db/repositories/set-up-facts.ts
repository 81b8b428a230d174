/** What the checklist of an office looks at and no other list has: whether letters came, accounts that wait, days of a year. */
import type { Tx } from '../tx';
import type { Name } from './readers';
import { nameJson } from './sql';

/** An office and how far it has come. */
export type SetUpOffice = {
  readonly id: string; readonly code: string; readonly name: Name; readonly short: string; readonly kind: string; readonly parentId: string | null; readonly isLinked: boolean;
  readonly isTemplate: boolean; readonly units: number; readonly administrators: number; readonly letters: number;
};

const OFFICES_SQL = `select o.id, o.code, ${nameJson('o')} as name, o.short_th as short, o.kind, o.parent_id as "parentId", o.is_linked as "isLinked", o.is_template as "isTemplate",
    (select count(*) from unit u where u.office_id = o.id)::int as units,
    (select count(*) from appointment a join post p on p.id = a.post_id where p.office_id = o.id and 'office_admin' = any(p.roles) and a.capacity = 'own' and a.valid_from <= $1::timestamptz
      and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $1::timestamptz)::int as administrators,
    (select count(*) from (select 1 from letter l where l.office_id = o.id limit 1) as first_one)::int as letters
  from office o where coalesce(o.valid_to, 'infinity') > ($1::timestamptz at time zone 'Asia/Bangkok')::date`;

/** Every office that is not closed; `letters` only says whether there are any. */
export async function listSetUpOffices(tx: Tx, at: string): Promise<SetUpOffice[]> {
  const { rows } = await tx.query<SetUpOffice>(`${OFFICES_SQL} order by o.kind, o.name_th, o.id`, [at]);
  return rows;
}

/** One of them, its row locked; null where there is none or it is closed. */
export async function lockSetUpOffice(tx: Tx, { id, at }: { readonly id: string; readonly at: string }): Promise<SetUpOffice | null> {
  await tx.query('select 1 from office where id = $1 for update', [id]);
  return findSetUpOffice(tx, { id, at });
}

/** One of them; null where there is none or it is closed. */
export async function findSetUpOffice(tx: Tx, { id, at }: { readonly id: string; readonly at: string }): Promise<SetUpOffice | null> {
  const { rows } = await tx.query<SetUpOffice>(`${OFFICES_SQL} and o.id = $2`, [at, id]);
  return rows[0] ?? null;
}

export type SetUpExtras = {
  readonly daysOfYear: number;
  readonly lists: readonly { readonly name: Name; readonly leads: number }[];
  /** The first letter that was registered in; only its number. */
  readonly firstReceived: { readonly no: string; readonly at: string } | null;
};

/** Days that count in a year (national ones too), distribution lists, and the first registered letter. */
export async function loadSetUpExtras(tx: Tx, { officeId, year }: { readonly officeId: string; readonly year: number }): Promise<SetUpExtras> {
  const { rows } = await tx.query<SetUpExtras>(
    `select (select count(*) from calendar_day d where (d.office_id is null or d.office_id = $1::uuid) and d.day between make_date($2::int, 1, 1) and make_date($2::int, 12, 31))::int as "daysOfYear",
            (select coalesce(json_agg(json_build_object('name', ${nameJson('l')}, 'leads', (select count(*) from json_array_elements(l.members::json) m where m->>'role' = 'lead'))), '[]') from distribution_list l where l.office_id = $1::uuid) as lists,
            (select json_build_object('no', l.receive_no, 'at', to_char(l.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
               from letter l where l.office_id = $1::uuid and l.receive_no is not null and l.received_at is not null and l.secrecy = 'none' order by l.received_at limit 1) as "firstReceived"`,
    [officeId, year],
  );
  return rows[0]!;
}

/** From now on other offices may address it electronically. Answers whether that is new. */
export async function linkOffice(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.query('update office set is_linked = true, rev = rev + 1 where id = $1 and not is_linked', [id]);
  return rowCount === 1;
}
