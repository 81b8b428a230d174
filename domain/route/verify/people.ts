/** Whether every rule means somebody today. Relations that depend on the letter are not decided here. */
import { meansAnybody } from '../assignee';
import { indexOf, type Directory } from '../directory';
import type { AssigneeContext } from '../effects';
import type { AssigneeRule, NodeOf, NodeType, Route, UnitRef } from '../model';
import { finding, type Finding } from './finding';
import { behaviourOf } from './structure';

export function peopleFindings(route: Route, directory: Directory): Finding[] {
  const fallback = directory.fallbackPostId === null ? undefined : indexOf(directory).posts.get(directory.fallbackPostId);
  const code = fallback && fallback.holders.length > 0 ? 'NOBODY_TODAY' : 'NOBODY';
  return route.nodes.flatMap((node) => {
    // `node` belongs to the step that was looked up by its type.
    const asked = behaviourOf(node).asks(node as NodeOf<NodeType>);
    return asked.flatMap(({ rule }) => (isFixed(rule) && !meansAnybody(rule, directory, NO_LETTER) ? [finding(code, route, [node.id], say(rule))] : []));
  });
}

const NO_LETTER: AssigneeContext = { holderUnitId: null, lastActor: null, drafter: null, facts: {}, secrecy: 'none' };

const isFixedUnit = (unit: UnitRef): boolean => typeof unit === 'object' || unit === 'registry';

function isFixed(rule: AssigneeRule): boolean {
  if (rule.by === 'post' || rule.by === 'group') return true;
  if (rule.by === 'unitHead' || rule.by === 'oversees') return isFixedUnit(rule.unit);
  return rule.by === 'role' && (rule.unit === undefined || isFixedUnit(rule.unit));
}

function say(rule: AssigneeRule): string {
  if (rule.by === 'post') return rule.postCode;
  if (rule.by === 'group') return rule.postCodes.join(', ');
  const unit = 'unit' in rule && rule.unit !== undefined ? (typeof rule.unit === 'object' ? rule.unit.unitCode : rule.unit) : '';
  return [rule.by === 'role' ? rule.role : rule.by, unit].filter((word) => word !== '').join(' ');
}
