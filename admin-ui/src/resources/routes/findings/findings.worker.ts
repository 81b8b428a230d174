/** Verifies routes and plays their test cases beside the page, so that typing never waits for it. */
import type { VerifyContext } from '#domain/route/verify';
import { check, type Practice } from './check';
import type { Asked, Verified } from './verifier';

// A worker's own global; the page's types are those of a window.
const self_ = globalThis as unknown as { onmessage: ((event: MessageEvent<Asked>) => void) | null; postMessage: (message: Verified) => void };
let context: VerifyContext = {};
let practice: Practice | null = null;

self_.onmessage = ({ data }) => {
  if (data.context !== undefined) ({ context } = data);
  if (data.practice !== undefined) ({ practice } = data);
  const began = performance.now();
  const checked = check(data.route, context, practice);
  self_.postMessage({ no: data.no, ...checked, ms: performance.now() - began });
};
