import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';

/** Letters and digits that nobody mistakes for one another when they are read out. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;
const VALID_DAYS = 7;

export type OneTimePassword = { readonly oneTimePassword: string; readonly passwordHash: string; readonly expiresAt: string };

/** A password to be handed over once and changed at the first sign-in; of 79 bits, for seven days. */
export async function newOneTimePassword(at: string): Promise<OneTimePassword> {
  const group = (): string => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const oneTimePassword = Array.from({ length: GROUPS }, group).join('-');
  const expiresAt = new Date(Date.parse(at) + VALID_DAYS * 86_400_000).toISOString();
  return { oneTimePassword, passwordHash: await hash(oneTimePassword), expiresAt };
}
