import { parseAndVerify } from './verify-schema';
import { isSound, type FindingCode } from './verify';
import { BAD_ROUTES, GOOD_CONTEXT, GOOD_ROUTES } from './testing/corpus';
import { FINDING_CODES } from './verify/finding';

/** Cannot come about in a route of the kinds of step there are; they name what a new kind might bring. */
const NEVER_ALONE: ReadonlySet<FindingCode> = new Set(['STUCK', 'CANNOT_GO_ON']);

test.each(BAD_ROUTES.map((bad) => [bad.code, bad.what, bad] as const))('%s: %s', (code, _what, { route, context }) => {
  const { findings } = parseAndVerify(JSON.parse(JSON.stringify(route)), context);
  const found = findings.find((each) => each.code === code);
  expect(findings.map((each) => each.code)).toContain(code);
  expect(isSound(findings)).toBe(findings.every(({ severity }) => severity !== 'error'));
  // Said in both languages, without a code of the program's own in the place of a name.
  expect([found?.textTh, found?.textEn].join(' ')).not.toContain('undefined');
});

test('there are at least sixty bad routes, two for everything that can be said', () => {
  expect(BAD_ROUTES.length).toBeGreaterThanOrEqual(60);
  const few = FINDING_CODES.filter((code) => !NEVER_ALONE.has(code) && BAD_ROUTES.filter((bad) => bad.code === code).length < 2);
  expect(few).toEqual([]);
});

test.each(Object.entries(GOOD_ROUTES))('nothing is wrong with: %s', (_what, route) => {
  expect(parseAndVerify(JSON.parse(JSON.stringify(route)), GOOD_CONTEXT).findings).toEqual([]);
});

test('there are at least thirty of them', () => expect(Object.keys(GOOD_ROUTES).length).toBeGreaterThanOrEqual(30));
