/** Sessions of signed-in people. The cookie's value is stored only as its SHA-256, so a copy of the table opens nothing. */
import type { Tx } from '../tx';
import { PEOPLE_VERSION } from './people-cache';

export type SessionRow = {
  readonly id: string;
  readonly personId: string;
  readonly csrfToken: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Signed in by a one-time password, which is to be changed before anything else. */
  readonly mustChangePassword: boolean;
};

/** A session with the version that people have at the moment, for a `PeopleCache`. */
export type FoundSession = SessionRow & { readonly peopleVersion: number };

export type Account = {
  readonly personId: string;
  readonly login: string;
  readonly passwordHash: string | null;
  readonly isDisabled: boolean;
  /** Of a one-time password; null for one that its owner has chosen. */
  readonly passwordExpiresAt: string | null;
};

/** The account of a login name, compared without case; null where there is none. */
export async function findAccount(tx: Tx, login: string): Promise<Account | null> {
  const { rows } = await tx.query<Account>(
    `select id as "personId", login, password_hash as "passwordHash", is_disabled as "isDisabled",
            case when must_change_password then password_expires_at end as "passwordExpiresAt" from person where lower(login) = lower($1)`,
    [login],
  );
  return rows[0] ?? null;
}

/** Hash of a person's password, for confirming a signature; null where it is kept elsewhere. */
export async function findPasswordHash(tx: Tx, personId: string): Promise<string | null> {
  const { rows } = await tx.query<{ hash: string | null }>('select password_hash as hash from person where id = $1 and not is_disabled', [personId]);
  return rows[0]?.hash ?? null;
}

export async function createSession(tx: Tx, session: Omit<SessionRow, 'mustChangePassword'> & { readonly userAgent: string }): Promise<void> {
  await tx.query(
    'insert into session (id, person_id, data, created_at, expires_at, user_agent) values ($1, $2, $3, $4, $5, $6)',
    [session.id, session.personId, JSON.stringify({ csrfToken: session.csrfToken }), session.createdAt, session.expiresAt, session.userAgent],
  );
}

/** A session as it stands, also when it has run out; null where there is none or its person is disabled. */
export async function findSession(tx: Tx, id: string): Promise<FoundSession | null> {
  const { rows } = await tx.query<FoundSession>({
    name: 'session_find',
    text: `select s.id, s.person_id as "personId", s.data->>'csrfToken' as "csrfToken", s.created_at as "createdAt", s.expires_at as "expiresAt",
                  p.must_change_password as "mustChangePassword", ${PEOPLE_VERSION} as "peopleVersion"
             from session s join person p on p.id = s.person_id where s.id = $1 and not p.is_disabled`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Moves the end of a session that is in use. */
export async function prolongSession(tx: Tx, { id, expiresAt }: { readonly id: string; readonly expiresAt: string }): Promise<void> {
  await tx.query('update session set expires_at = $2 where id = $1', [id, expiresAt]);
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from session where id = $1', [id]);
}

/** Signs a person out everywhere; answers how many sessions ended. */
export async function deleteSessionsOf(tx: Tx, personId: string): Promise<number> {
  const { rowCount } = await tx.query('delete from session where person_id = $1', [personId]);
  return rowCount ?? 0;
}

export async function deleteExpiredSessions(tx: Tx, at: string): Promise<number> {
  const { rowCount } = await tx.query('delete from session where expires_at < $1', [at]);
  return rowCount ?? 0;
}
