/** What everybody signed in may look up: offices, units, posts and who is in them. */
import type { Role } from '#domain/letter/vocabulary';
import { role as roleWords } from '#domain/letter/words/th';
import type { Tx } from '../tx';
import type { Name } from './readers';

type DemoOffice = { readonly code: string; readonly name: Name; readonly accounts: number };
type DemoAccount = { readonly login: string; readonly post: Name; readonly officeCode: string; readonly roles: Role[] };

const DEMO_FROM = `from person join appointment a on a.person_id = person.id and a.capacity = 'own' and a.ended_at is null
       join post p on p.id = a.post_id join office o on o.id = p.office_id join unit u on u.id = p.unit_id
      where not person.is_disabled and person.password_hash is not null`;
/** Found by words at most: whoever gets so many looks for more words. */
const DEMO_FOUND_MAX = 60;

/** Offices of a demonstration that have accounts, with how many. */
export async function listDemoOffices(tx: Tx): Promise<DemoOffice[]> {
  const { rows } = await tx.query<DemoOffice>(
    `select o.code, json_build_object('th', o.name_th, 'en', o.name_en) as name, count(*)::int as accounts ${DEMO_FROM} group by o.id order by o.kind, o.code`,
  );
  return rows;
}

/** Accounts of a demonstration by office and rank: those of one office, or those that all of the words fit. */
export async function listDemoAccounts(tx: Tx, asked: { readonly office: string } | { readonly words: string }): Promise<DemoAccount[]> {
  const words = 'words' in asked ? asked.words.toLowerCase().split(/\s+/) : [];
  const { rows } = await tx.query<DemoAccount>(
    `select person.login, json_build_object('th', p.title_th, 'en', p.title_en) as post, o.code as "officeCode", p.roles ${DEMO_FROM}
        and ($1::text is null or o.code = $1)
        and not exists (select 1 from unnest($2::text[]) word
          where strpos(lower(concat_ws(' ', person.login, person.name_th, person.name_en, p.title_th, p.title_en, o.name_th, o.name_en, array_to_string(p.roles, ' '))), word) = 0
            and not exists (select 1 from unnest(p.roles) role where strpos($3::jsonb ->> role, word) > 0))
      order by o.kind, o.code, u.sort_order, p.code, person.login limit $4`,
    ['office' in asked ? asked.office : null, words, JSON.stringify(roleWords), 'office' in asked ? null : DEMO_FOUND_MAX],
  );
  return rows;
}

/** Office of a post in being; null where there is no such post. */
export async function findPostOffice(tx: Tx, postId: string): Promise<string | null> {
  const { rows } = await tx.query<{ officeId: string }>('select office_id as "officeId" from post where id = $1 and valid_to is null', [postId]);
  return rows[0]?.officeId ?? null;
}

/** Id of an office by its code; null where there is none. */
export async function findOfficeByCode(tx: Tx, code: string): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>('select id from office where code = $1', [code]);
  return rows[0]?.id ?? null;
}
