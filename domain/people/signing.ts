/**
 * When a signature must be confirmed by the signer's password. The office decides; where it leaves it to its people, each
 * one's own wish counts, and who has said nothing is asked.
 */

export const SIGNING_RULES = ['always', 'personal'] as const;
/** `always`: everybody confirms each signature by password. `personal`: whoever has said so is not asked. */
export type SigningRule = (typeof SIGNING_RULES)[number];

/** What is on record; null where nothing was ever said. */
export type SigningSettings = { readonly office: SigningRule | null; readonly person: boolean | null };

/** Whether the signature is confirmed by the password again. Silence means yes. */
export const asksPassword = ({ office, person }: SigningSettings): boolean => office !== 'personal' || person !== false;

/** How a signature was confirmed: by the password typed at the act, or by the session alone. */
export type SignatureConfirmation = 'password' | 'session';
