import { fixOf } from './fixes';
import { applyOperation } from './operations';
import { BAD_ROUTES } from './testing/corpus';
import { verifyRoute, type FindingCode } from './verify';

/** What can be mended without asking, in every route of the corpus or only where one mend is meant. */
const MENDED: readonly FindingCode[] = [
  'EDGE_INTO_START', 'OUTCOME_UNKNOWN', 'OUTCOME_DOUBLED', 'UNREACHABLE', 'RETURN_UNKNOWN', 'RETURN_INTO_BRANCH', 'LADDER_WITHOUT_LIMIT', 'TABLE_OPEN', 'TABLE_ROW_DEAD',
  'LABEL_REPEATED',
];
const mendable = BAD_ROUTES.filter(({ code }) => MENDED.includes(code));

test.each(mendable.map((bad) => [bad.code, bad.what, bad] as const))('%s (%s) is mended by its fix', (code, _what, { route, context }) => {
  const found = verifyRoute(route, context).find((each) => each.code === code)!;
  const fix = fixOf(route, found);
  expect(fix).not.toBeNull();
  const mended = applyOperation({ route, layout: {} }, fix!).route;
  expect(verifyRoute(mended, context).map(({ id }) => id)).not.toContain(found.id);
});

test('a fork without a join gets one, a join without a fork the only one that has none', () => {
  const [without, twice] = BAD_ROUTES.filter(({ code }) => code === 'FORK_WITHOUT_JOIN');
  const fix = (route: (typeof BAD_ROUTES)[number]['route'], code: FindingCode) => fixOf(route, verifyRoute(route).find((each) => each.code === code)!);
  const joined = applyOperation({ route: without!.route, layout: {} }, fix(without!.route, 'FORK_WITHOUT_JOIN')!).route;
  expect(joined.nodes.at(-1)).toMatchObject({ type: 'join', fork: 'f' });
  expect(fix(twice!.route, 'FORK_WITHOUT_JOIN')).toBeNull();
  const lost = { ...joined, nodes: joined.nodes.map((node) => (node.type === 'join' ? { ...node, fork: 'gone' } : node)) };
  expect(fix(lost, 'JOIN_FORK_UNKNOWN')).toMatchObject({ type: 'change', node: { fork: 'f' } });
  const [noFork] = BAD_ROUTES.filter(({ code }) => code === 'JOIN_FORK_UNKNOWN');
  expect(fix(noFork!.route, 'JOIN_FORK_UNKNOWN')).toBeNull();
});

test('what only the designer can know has no fix', () => {
  for (const { code, route, context } of BAD_ROUTES.filter((bad) => ['NO_START', 'DEAD_END', 'NOBODY', 'BRANCH_OVERLAP', 'TABLE_OVERLAP'].includes(bad.code))) {
    expect(fixOf(route, verifyRoute(route, context).find((each) => each.code === code)!)).toBeNull();
  }
});
