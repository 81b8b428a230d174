/** What everybody signed in may look up: offices, units, posts and who is in them. */
import type { Role } from '#domain/letter/vocabulary';
import type { Tx } from '../tx';
import type { Name } from './readers';

export type DemoAccount = {
  readonly login: string;
  readonly name: Name;
  readonly post: Name;
  readonly office: Name;
  readonly officeCode: string;
  readonly roles: Role[];
};

/** Accounts of a demonstration by office and rank. */
export async function listDemoAccounts(tx: Tx): Promise<DemoAccount[]> {
  const { rows } = await tx.query<DemoAccount>(
    `select person.login, json_build_object('th', person.name_th, 'en', person.name_en) as name,
            json_build_object('th', p.title_th, 'en', p.title_en) as post,
            json_build_object('th', o.name_th, 'en', o.name_en) as office, o.code as "officeCode", p.roles
       from person join appointment a on a.person_id = person.id and a.capacity = 'own' and a.ended_at is null
       join post p on p.id = a.post_id join office o on o.id = p.office_id join unit u on u.id = p.unit_id
      where not person.is_disabled and person.password_hash is not null
      order by o.kind, o.code, u.sort_order, p.code, person.login`,
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
