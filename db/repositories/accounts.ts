/** Persons of an office with their accounts: who may sign in, with what password, from how many browsers. */
import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/errors';
import type { Secrecy } from '#domain/letter/vocabulary';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { likePattern } from './cursors';
import { assertRev, auditOffice, changesOf, orTaken } from './edits';
import type { Name } from './readers';
import { deleteSessionsOf } from './sessions';
import { nameJson, titleJson } from './sql';

type PostRef = { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string };
export type AccountState = 'none' | 'invited' | 'expired' | 'active' | 'disabled';
export type AccountRow = {
  readonly id: string; readonly officeId: string | null; readonly rev: number; readonly name: Name; readonly login: string; readonly email: string; readonly phone: string; readonly clearance: Secrecy;
  readonly account: AccountState; readonly passwordExpiresAt: string | null; readonly sessions: number; readonly posts: PostRef[];
};
export type PersonFields = { readonly nameTh: string; readonly nameEn: string; readonly email: string; readonly phone: string; readonly clearance: Secrecy };
type Change = { readonly officeId: string; readonly by: RecordedBy };

/** State of the account of `h` at parameter `at`. */
const stateSql = (at: string): string => `case when h.is_disabled then 'disabled' when h.password_hash is null then 'none' when not h.must_change_password then 'active'
  when h.password_expires_at <= ${at} then 'expired' else 'invited' end`;

/** Persons whose account an office keeps, and those who hold a post there; one of them with `id`. Disabled accounts too. */
export async function listAccounts(tx: Tx, { officeId, at, id, q }: { readonly officeId: string; readonly at: string; readonly id?: string; readonly q?: string }): Promise<AccountRow[]> {
  const { rows } = await tx.query<AccountRow>(
    `select h.id, h.office_id as "officeId", h.rev, ${nameJson('h')} as name, h.login, h.email, h.phone, h.clearance, ${stateSql('$2::timestamptz')} as account,
            case when h.must_change_password then h.password_expires_at end as "passwordExpiresAt",
            (select count(*) from session s where s.person_id = h.id and s.expires_at > $2)::int as sessions, held.posts
       from person h
       cross join lateral (
         select coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'title', ${titleJson('p')}, 'unit', ${nameJson('u')}, 'officeId', p.office_id) order by u.sort_order, p.code), '[]') as posts
           from appointment a join post p on p.id = a.post_id join unit u on u.id = p.unit_id
          where a.person_id = h.id and a.capacity = 'own' and p.office_id = $1 and a.valid_from <= $2 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $2
       ) held
      where (h.office_id = $1 or json_array_length(held.posts) > 0) and ($3::uuid is null or h.id = $3)
        and ($4::text is null or h.name_th ilike $4 or h.name_en ilike $4 or h.login ilike $4)
      order by h.is_disabled, h.name_th, h.id`,
    [officeId, at, id ?? null, q === undefined ? null : likePattern(q)],
  );
  return rows;
}

/** Office that keeps a person's account; null where there is no such person, or no office keeps it. */
export async function findOfficeOfPerson(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ officeId: string | null }>('select office_id as "officeId" from person where id = $1', [id]);
  return rows[0]?.officeId ?? null;
}

/** @throws DomainError LOGIN_TAKEN */
export async function createPerson(tx: Tx, { officeId, login, fields, orderNo, by }: Change & { readonly login: string; readonly fields: PersonFields; readonly orderNo: string }): Promise<string> {
  const id = randomUUID();
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`login/${login}`]);
  const { rowCount } = await tx.query('select 1 from person where lower(login) = lower($1)', [login]);
  const taken = new DomainError('LOGIN_TAKEN', { login, field: 'login' });
  if (rowCount !== 0) throw taken;
  await orTaken(
    tx.query('insert into person (id, office_id, login, name_th, name_en, email, phone, clearance) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      id, officeId, login, fields.nameTh, fields.nameEn, fields.email, fields.phone, fields.clearance,
    ]),
    taken,
  );
  const { clearance } = fields;
  await auditOffice(tx, { officeId, by, kind: 'person.created', data: { personId: id, login, clearance, ...(clearance === 'none' ? {} : { orderNo }) } });
  return id;
}

type PersonRow = PersonFields & { readonly id: string; readonly rev: number; readonly login: string };
async function lockPerson(tx: Tx, id: string): Promise<PersonRow | undefined> {
  const { rows } = await tx.query<PersonRow>('select id, rev, login, name_th as "nameTh", name_en as "nameEn", email, phone, clearance from person where id = $1 for update', [id]);
  return rows[0];
}

/**
 * Changes what is kept of a person. A clearance comes by written order, and never from the person's own hand.
 * @throws DomainError NOT_FOUND, EDIT_CONFLICT, OWN_ACCOUNT; VALIDATION_FAILED for a clearance without an order
 */
export async function updatePerson(tx: Tx, args: Change & { readonly id: string; readonly rev: number; readonly fields: PersonFields; readonly orderNo: string }): Promise<void> {
  const { officeId, id, rev, fields, orderNo, by } = args;
  const before = await lockPerson(tx, id);
  assertRev(before, rev);
  const isCleared = fields.clearance !== before.clearance;
  if (isCleared && by.personId === id) throw new DomainError('OWN_ACCOUNT', { field: 'clearance' });
  if (isCleared && orderNo === '') throw new DomainError('VALIDATION_FAILED', { field: 'clearanceOrderNo' });
  await tx.query('update person set name_th = $2, name_en = $3, email = $4, phone = $5, clearance = $6, rev = rev + 1 where id = $1', [
    id, fields.nameTh, fields.nameEn, fields.email, fields.phone, fields.clearance,
  ]);
  const { nameTh, nameEn, email, phone, clearance } = before;
  const { clearance: cleared, ...rest } = changesOf<PersonFields>({ nameTh, nameEn, email, phone, clearance }, fields);
  // Of a person only the names of the fields go on the record, and the clearance with its order.
  await auditOffice(tx, { officeId, by, kind: 'person.changed', data: { personId: id, fields: Object.keys(rest), ...(cleared === undefined ? {} : { clearance: cleared, orderNo }) } });
}

/** Gives an account a one-time password and ends every session of it. @throws DomainError NOT_FOUND */
export async function setOneTimePassword(
  tx: Tx,
  { officeId, id, passwordHash, expiresAt, by }: Change & { readonly id: string; readonly passwordHash: string; readonly expiresAt: string },
): Promise<void> {
  const { rows } = await tx.query<{ isFirst: boolean }>('select password_hash is null as "isFirst" from person where id = $1 for update', [id]);
  if (rows[0] === undefined) throw new DomainError('NOT_FOUND', { personId: id });
  await tx.query('update person set password_hash = $2, must_change_password = true, password_expires_at = $3, rev = rev + 1 where id = $1', [id, passwordHash, expiresAt]);
  const sessions = await deleteSessionsOf(tx, id);
  await auditOffice(tx, { officeId, by, kind: rows[0].isFirst ? 'account.invited' : 'account.reset', data: { personId: id, expiresAt, sessions } });
}

/** Closes an account at once, or opens it again. Somebody disabled acts for no post; the standing order applies. @throws DomainError OWN_ACCOUNT, NOT_FOUND */
export async function setDisabled(tx: Tx, { officeId, id, isDisabled, by }: Change & { readonly id: string; readonly isDisabled: boolean }): Promise<void> {
  if (by.personId === id) throw new DomainError('OWN_ACCOUNT', { personId: id });
  const { rowCount } = await tx.query('update person set is_disabled = $2, rev = rev + 1 where id = $1', [id, isDisabled]);
  if (rowCount === 0) throw new DomainError('NOT_FOUND', { personId: id });
  const sessions = isDisabled ? await deleteSessionsOf(tx, id) : 0;
  await auditOffice(tx, { officeId, by, kind: isDisabled ? 'account.disabled' : 'account.enabled', data: { personId: id, sessions } });
}

/** Ends every session of a person; answers how many. */
export async function signOutEverywhere(tx: Tx, { officeId, id, by }: Change & { readonly id: string }): Promise<number> {
  const sessions = await deleteSessionsOf(tx, id);
  await auditOffice(tx, { officeId, by, kind: 'account.signedOut', data: { personId: id, sessions } });
  return sessions;
}

/** A password that its owner has chosen. Other browsers of theirs are signed out. */
export async function setOwnPassword(tx: Tx, { personId, passwordHash, keepSession }: { readonly personId: string; readonly passwordHash: string; readonly keepSession: string }): Promise<void> {
  await tx.query('update person set password_hash = $2, must_change_password = false, password_expires_at = null where id = $1', [personId, passwordHash]);
  await tx.query('delete from session where person_id = $1 and id <> $2', [personId, keepSession]);
}
