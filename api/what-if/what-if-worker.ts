/** Thread on which the letters of one run are played. */
import { parentPort } from 'node:worker_threads';
import { createWhatIf, type WhatIf, type WhatIfSetting } from '#domain/route/what-if';
import type { ComparedLetter } from '#domain/route/what-if/compare';
import type { LetterRecord } from '#domain/route/what-if/record';
import type { WhatIfReport } from '#domain/route/what-if/report';
import type { RouteBook } from '#domain/route/model';

/** What the thread is asked, and what it answers. */
export type Asks = {
  readonly open: { readonly ask: WhatIfSetting; readonly answer: null };
  readonly add: { readonly ask: { readonly letters: readonly { readonly id: string; readonly record: LetterRecord | null }[]; readonly routes: RouteBook }; readonly answer: null };
  readonly next: { readonly ask: number; readonly answer: readonly ComparedLetter[] | null };
  readonly report: { readonly ask: null; readonly answer: WhatIfReport };
};

let whatIf: WhatIf | null = null;
const opened = (): WhatIf => {
  if (whatIf === null) throw new Error('there is no run yet');
  return whatIf;
};

const ANSWERS: { readonly [K in keyof Asks]: (ask: Asks[K]['ask']) => Asks[K]['answer'] } = {
  open: (setting) => {
    whatIf = createWhatIf(setting);
    return null;
  },
  add: ({ letters, routes }) => {
    opened().add(letters, routes);
    return null;
  },
  next: (count) => opened().next(count),
  report: () => opened().report(),
};

parentPort?.on('message', ({ id, kind, ask }: { readonly id: number; readonly kind: keyof Asks; readonly ask: unknown }) => {
  try {
    // The kind picks the answer to this very ask.
    parentPort?.postMessage({ id, answer: (ANSWERS[kind] as (ask: unknown) => unknown)(ask) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
