/** Verifies routes beside the page, so that typing never waits for it. */
import { verifyRoute, type VerifyContext } from '#domain/route/verify';
import type { Asked, Verified } from './verifier';

// A worker's own global; the page's types are those of a window.
const self_ = globalThis as unknown as { onmessage: ((event: MessageEvent<Asked>) => void) | null; postMessage: (message: Verified) => void };
let context: VerifyContext = {};

self_.onmessage = ({ data }) => {
  if (data.context !== undefined) ({ context } = data);
  const began = performance.now();
  const findings = verifyRoute(data.route, context);
  self_.postMessage({ no: data.no, findings, ms: performance.now() - began });
};
