/** The key that signs the audit's roots: Ed25519, in a file of its own that never leaves this installation. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

const KEY_ID_LENGTH = 16;

export type AuditKey = {
  /** Names the key in each root: the beginning of its public part's hash. */
  readonly id: string;
  /** PEM, for whoever is to verify. */
  readonly publicKey: string;
  readonly sign: (text: string) => string;
};

/** A new private key as a PEM file's content. */
export const createAuditKeyFile = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Reads the private key. Throws in words for an operator, without the key. */
export function readAuditKey(path: string): AuditKey {
  const key = parse(path, createPrivateKey);
  const publicKey = createPublicKey(key);
  return { id: idOf(publicKey), publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(), sign: (text) => sign(null, Buffer.from(text), key).toString('base64') };
}

/** Checks signatures by a public key in PEM. */
export function createSignatureCheck(pem: string): (args: { readonly text: string; readonly signature: string; readonly keyId: string }) => boolean {
  const key = createPublicKey(pem);
  const id = idOf(key);
  return ({ text, signature, keyId }) => keyId === id && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

const idOf = (key: KeyObject): string => createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, KEY_ID_LENGTH);

function parse(path: string, read: (pem: Buffer) => KeyObject): KeyObject {
  const pem = readFileSync(path);
  try {
    const key = read(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below; what Node says of a key that it cannot read helps nobody.
  }
  throw new Error(`The file ${path} does not hold an Ed25519 private key in PEM. Make one with: openssl genpkey -algorithm ed25519 -out ${path}`);
}
