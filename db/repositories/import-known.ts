/** What is on record of an office, by the codes and user names that tables of people and posts use. */
import type { Role, Secrecy } from '#domain/letter/vocabulary';
import type { ImportKnown } from '#domain/organisation/import';
import { mayRegisterSecrets } from '#domain/people/appointments';
import { bangkokDate } from '#domain/thai/dates';
import type { Tx } from '../tx';

type PostRow = {
  readonly code: string; readonly id: string; readonly unitCode: string; readonly titleTh: string; readonly titleEn: string; readonly roles: readonly Role[]; readonly isUnitHead: boolean; readonly superiorCode: string;
  readonly isOpen: boolean; readonly holder: string; readonly isOwn: boolean; readonly rev: number; readonly oversees: readonly string[];
};
export type KnownForImport = ImportKnown & { readonly postRows: ReadonlyMap<string, PostRow> };

/** Persons are those whose user names are asked for: of another's office only that it is so. */
export async function loadImportKnown(tx: Tx, { officeId, at, personId, logins }: { readonly officeId: string; readonly at: string; readonly personId: string; readonly logins: readonly string[] }): Promise<KnownForImport> {
  const units = await tx.query<{ code: string; id: string }>(
    `select code, id from unit where office_id = $1 and valid_from <= $2::date and coalesce(valid_to, 'infinity') > $2::date`, [officeId, bangkokDate(at)],
  );
  const posts = await tx.query<PostRow>(
    `select p.code, p.id, u.code as "unitCode", p.title_th as "titleTh", p.title_en as "titleEn", p.roles, p.is_unit_head as "isUnitHead", coalesce(s.code, '') as "superiorCode", p.rev, p.oversees_units as oversees,
            coalesce(p.valid_to, 'infinity') > $2::date as "isOpen", coalesce(held.login, '') as holder,
            exists (select 1 from appointment a where a.post_id = p.id and a.person_id = $4 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $3) as "isOwn"
       from post p join unit u on u.id = p.unit_id left join post s on s.id = p.superior_id
       left join lateral (select h.login from appointment a join person h on h.id = a.person_id
         where a.post_id = p.id and a.capacity = 'own' and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $3 order by a.valid_from limit 1) held on true
      where p.office_id = $1`,
    [officeId, bangkokDate(at), at, personId],
  );
  const persons = await tx.query<{ login: string; id: string; nameTh: string; nameEn: string; email: string; phone: string; isHere: boolean; isDisabled: boolean; clearance: Secrecy }>(
    `select lower(login) as login, id, name_th as "nameTh", name_en as "nameEn", email, phone, coalesce(office_id = $1, false) as "isHere", is_disabled as "isDisabled", clearance from person where lower(login) = any($2::text[])`,
    [officeId, logins],
  );
  const postRows = new Map(posts.rows.map((row) => [row.code, { ...row, holder: row.holder.toLowerCase() }]));
  return { units: new Map(units.rows.map(({ code, id }) => [code, { id }])), posts: postRows, postRows, persons: new Map(persons.rows.map(({ login, clearance, ...person }) => [login, { ...person, isCleared: mayRegisterSecrets(clearance) }])) };
}
