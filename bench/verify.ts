/** How long the check of a route takes, in this process: it runs at every edit in the designer's worker. */
import { performance } from 'node:perf_hooks';
import type { Route, RouteNode } from '#domain/route/model';
import { verifyRoute } from '#domain/route/verify';
import type { Sample } from './lib/measure';

/** Runs that are measured, after as many that only warm up as tell nothing. */
const RUNS = 40;
const WARM_UP = 5;

/** Sixty steps as offices draw them: approvals that return, decisions, and branches side by side that meet again. */
export function sixtySteps(): Route {
  const nodes: RouteNode[] = [{ id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['incoming'] }];
  const edges: { id: string; from: string; outcome: string; to: string }[] = [];
  const join = (from: string, outcome: string, to: string): void => void edges.push({ id: `e${edges.length}`, from, outcome, to });
  const clerk = { by: 'post', postCode: 'clerk' } as const;
  let last = { id: 'start', outcome: 'next' };
  for (let block = 0; nodes.length < 55; block += 1) {
    const [step, choice, yes, fork, one, other, meet] = ['step', 'choice', 'yes', 'fork', 'one', 'other', 'meet'].map((name) => `${name}${block}`) as [string, string, string, string, string, string, string];
    nodes.push(
      { id: step, type: 'work', name: `ดำเนินการ ${block}`, assignee: clerk, outcomes: [{ code: 'done', name: 'เสร็จ' }], fields: ['amount'] },
      { id: choice, type: 'decide', name: `วงเงิน ${block}`, otherwise: 'no', branches: [{ outcome: 'yes', when: { combinator: 'and', rules: [{ field: 'amount', operator: '>', value: 1_000 * (block + 1) }] } }] },
      { id: yes, type: 'approve', name: `อนุมัติ ${block}`, mode: 'one', assignees: [clerk], returnTo: [step] },
      { id: fork, type: 'fork', name: `แยก ${block}` },
      { id: one, type: 'work', name: `ความเห็น ก ${block}`, assignee: clerk, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
      { id: other, type: 'work', name: `ความเห็น ข ${block}`, assignee: clerk, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
      { id: meet, type: 'join', name: `รวม ${block}`, fork, mode: 'all' },
    );
    join(last.id, last.outcome, step);
    join(step, 'done', choice);
    join(choice, 'yes', yes);
    join(choice, 'no', fork);
    join(yes, 'approve', fork);
    join(fork, 'a', one);
    join(fork, 'b', other);
    join(one, 'done', meet);
    join(other, 'done', meet);
    last = { id: meet, outcome: 'next' };
  }
  for (let i = nodes.length; i < 59; i += 1) {
    nodes.push({ id: `tell${i}`, type: 'notify', name: `แจ้ง ${i}`, who: clerk, template: 'tell' });
    join(last.id, last.outcome, `tell${i}`);
    last = { id: `tell${i}`, outcome: 'next' };
  }
  nodes.push({ id: 'end', type: 'end', name: 'สิ้นสุด', outcome: 'closed' });
  join(last.id, last.outcome, 'end');
  return { schemaVersion: 1, name: 'เส้นทาง 60 ขั้น', nodes, edges };
}

/** @throws Error where the route that is measured is not sound: a broken one is checked faster */
export function benchVerify(report: (args: { readonly case: string; readonly sample: Sample }) => void): void {
  const durations: number[] = [];
  const route = sixtySteps();
  const begun = performance.now();
  for (let run = 0; run < RUNS + WARM_UP; run += 1) {
    // A route of its own each time: what is known of a drawing is kept by the drawing.
    const copy = structuredClone(route);
    const at = performance.now();
    const errors = verifyRoute(copy).filter(({ severity }) => severity === 'error');
    if (run >= WARM_UP) durations.push(performance.now() - at);
    if (errors.length > 0) throw new Error(`The measured route is not sound: ${errors.map(({ code }) => code).join(', ')}`);
  }
  report({ case: `${route.nodes.length} nodes`, sample: { durations, seconds: (performance.now() - begun) / 1_000 } });
}
