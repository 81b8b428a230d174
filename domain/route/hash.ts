/**
 * Hash of an engine state, to notice that two parties computed different states. Not a signature: it only has to tell
 * accidents apart, quickly and without Node's crypto (this file is part of the workflow bundle).
 */
import { canonicalJson } from '../canonical-json';
import type { LetterState } from './state';

// Looked up once: in a sandboxed context (workflow, tests) every use of a global is slow.
const { imul } = Math;

/** 32 hexadecimal digits; equal for equal states whatever the order of their keys. */
export const stateHash = (state: LetterState): string => hashText(canonicalJson(state));

/** MurmurHash3 x86 128 over UTF-16 code units, two to a word. */
export function hashText(text: string): string {
  const c1 = 0x239b961b;
  const c2 = 0xab0e9789;
  const c3 = 0x38b34ae5;
  const c4 = 0xa1e38b93;
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  const word = (at: number): number => (text.charCodeAt(at) & 0xffff) | ((at + 1 < text.length ? text.charCodeAt(at + 1) : 0) << 16);
  for (let i = 0; i < text.length; i += 8) {
    h1 ^= imul(rotate(imul(word(i), c1), 15), c2);
    h1 = imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b;
    h2 ^= imul(rotate(imul(i + 2 < text.length ? word(i + 2) : 0, c2), 16), c3);
    h2 = imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747;
    h3 ^= imul(rotate(imul(i + 4 < text.length ? word(i + 4) : 0, c3), 17), c4);
    h3 = imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35;
    h4 ^= imul(rotate(imul(i + 6 < text.length ? word(i + 6) : 0, c4), 18), c1);
    h4 = imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17;
  }
  h1 ^= text.length;
  h2 ^= text.length;
  h3 ^= text.length;
  h4 ^= text.length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = mix(h1);
  h2 = mix(h2);
  h3 = mix(h3);
  h4 = mix(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  return [h1, (h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0].map((h) => (h >>> 0).toString(16).padStart(8, '0')).join('');
}

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

function mix(value: number): number {
  let h = value ^ (value >>> 16);
  h = imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
