import type { CommitContext } from '#db/repositories/commit/read';
import { orderRenditions } from './renditions';
import type { Work } from './work';

type Paper = NonNullable<CommitContext['paper']>;
type Given = { readonly paper?: Partial<Paper>; readonly patch?: object; readonly documents?: readonly { role: string }[]; readonly what?: 'final' | 'stamps' };

const BARE: Paper = { isSigned: false, hasBody: false, hasMain: false, hasRendition: false, hasStamped: false };

/** What becomes of one PDF that is asked for, over a letter that has nothing to show unless told otherwise. */
function ask({ paper = {}, patch = {}, documents = [], what = 'final' }: Given): { readonly ordered: readonly unknown[]; readonly over: readonly string[] } {
  const ordered: unknown[] = [];
  const batch = { insert: (_table: string, row: { payload: unknown }) => ordered.push(row.payload) };
  const outcome: { carriedOut?: readonly string[] } = {};
  // Only what the decision looks at.
  const work = { context: { paper: { ...BARE, ...paper } }, content: { documents }, patch, renditions: [{ effectId: 'e1', what }], outcome, batch, letter: { id: 'L' }, input: { seq: 1 }, outboxNo: 0 };
  orderRenditions(work as unknown as Work);
  return { ordered, over: outcome.carriedOut ?? [] };
}

test.each<[string, Given]>([
  ['an uploaded file', { paper: { hasMain: true } }],
  ['a file that comes with the act', { documents: [{ role: 'main' }] }],
  ['a signed text', { paper: { isSigned: true, hasBody: true } }],
  ['a text that this act signs', { paper: { hasBody: true }, patch: { signature: {} } }],
  ['a text that this act writes', { paper: { isSigned: true }, patch: { body: 'เนื้อความ' } }],
  ['a final page in force', { paper: { hasRendition: true } }],
  ['a stamped page in force', { paper: { hasStamped: true }, what: 'stamps' }],
  ['a file to stamp', { paper: { hasMain: true }, what: 'stamps' }],
])('%s orders the PDF', (_name, given) => {
  expect(ask(given)).toEqual({ ordered: [{ effectId: 'e1', what: given.what ?? 'final' }], over: [] });
});

test.each<[string, Given]>([
  ['an unsigned text', { paper: { hasBody: true } }],
  ['a signature without a text', { paper: { isSigned: true } }],
  ['a text that this act empties', { paper: { isSigned: true, hasBody: true }, patch: { body: ' ' } }],
  ['an enclosure alone', { documents: [{ role: 'enclosure' }] }],
  ['a signed text that has no page to stamp', { paper: { isSigned: true, hasBody: true, hasRendition: true }, what: 'stamps' }],
  ['a final page whose stamped one was never made', { paper: { hasStamped: true } }],
])('%s has nothing to draw: the effect is over with the commit', (_name, given) => {
  expect(ask(given)).toEqual({ ordered: [], over: ['e1'] });
});
