/** Whether an office's which-route table may be put in force: every letter must get a route, and one that is there (design §2). */
import { conditionFaults } from './conditions';
import type { AssigneeRule, DecisionTable, FactValue, NodeOf, NodeType, Route } from './model';
import { behaviourOf } from './verify/structure';
import { tableFacts } from './verify/tables';

/** What the office's tables set. */
export const ROUTE_OUTPUT = 'route';

export type RouteTableFault =
  | { readonly kind: 'gap'; readonly facts: { readonly [fact: string]: FactValue } }
  /** A row that names no route in force. */
  | { readonly kind: 'route'; readonly rowId: string }
  /** A cell whose comparison does not fit its field, or a row with too few or too many cells. */
  | { readonly kind: 'cell'; readonly rowId: string }
  | { readonly kind: 'overlap'; readonly rowId: string; readonly otherId: string }
  /** It sets something other than a route, or collects several. */
  | { readonly kind: 'shape' };

/** Everything that is wrong, none where it may be put in force. @param codes routes in force */
export function routeTableFaults(table: DecisionTable, codes: readonly string[]): readonly RouteTableFault[] {
  const { inputs, outputs, rules, hitPolicy } = table;
  const isShaped = outputs.length === 1 && outputs[0] === ROUTE_OUTPUT && hitPolicy !== 'collect' && new Set(rules.map(({ id }) => id)).size === rules.length;
  const isWrong = ({ when, then }: DecisionTable['rules'][number]): boolean =>
    when.length !== inputs.length || then.length !== outputs.length || conditionFaults({ combinator: 'and', rules: when.flatMap((cell, i) => (cell === null ? [] : [{ field: inputs[i] ?? '', ...cell }])) }).length > 0;
  const cells = rules.filter(isWrong).map(({ id }): RouteTableFault => ({ kind: 'cell', rowId: id }));
  const strange = rules.filter(({ then: [code] }) => typeof code !== 'string' || !codes.includes(code)).map(({ id }): RouteTableFault => ({ kind: 'route', rowId: id }));
  // What cannot be read cannot be gone through.
  if (!isShaped || cells.length > 0) return [...(isShaped ? [] : [{ kind: 'shape' } as const]), ...cells, ...strange];
  return [...strange, ...coverage(table)];
}

function coverage(table: DecisionTable): readonly RouteTableFault[] {
  const { isComplete, gaps, overlaps } = tableFacts(table);
  const hasOtherwise = table.rules.some(({ when }) => when.every((cell) => cell === null));
  const open: readonly RouteTableFault[] = isComplete === null && !hasOtherwise ? [{ kind: 'gap', facts: {} }] : gaps.map((facts) => ({ kind: 'gap', facts }));
  return [...open, ...overlaps.map(([rowId, otherId]): RouteTableFault => ({ kind: 'overlap', rowId, otherId }))];
}

/** Whether a route asks the post that was given the letter: only such a route is run by what is given to a post. */
export const asksAssignedPost = ({ nodes }: Pick<Route, 'nodes'>): boolean =>
  // Each step is looked up by the node's own type.
  nodes.some((node) => behaviourOf(node).asks(node as NodeOf<NodeType>).some(({ rule }) => isAssignedPost(rule)));

const isAssignedPost = (rule: AssigneeRule): boolean => rule.by === 'field' && rule.fact === 'assignedPost';
