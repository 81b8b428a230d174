/** Whom the actor chose for a classified letter: a post that may not know of it is refused, never passed over in silence. */
import { DomainError } from '#domain/errors';
import { lacksClearance } from '#domain/route/assignee';
import type { AssigneeContext, Exclusion } from '#domain/route/effects';
import type { LetterEvent } from '#domain/route/events';
import type { AssigneeRule } from '#domain/route/model';
import type { Task } from '#domain/route/state';
import { directoryOf } from './people';
import type { Work } from './work';

type Asked = { readonly task: Task; readonly context: AssigneeContext; readonly exclude: Exclusion };

/**
 * Forwarding, asking out of turn, reassigning, directing to a unit, or naming somebody in a field.
 * @throws CLEARANCE_TOO_LOW
 */
export function assertChosenCleared(work: Work, { task, context, exclude }: Asked): void {
  const isChosen = isNamed(work.event, task.rule) || work.assignments.has(task.frame);
  if (isChosen && lacksClearance(task.rule, directoryOf(work), context, exclude)) throw new DomainError('CLEARANCE_TOO_LOW', { needed: context.secrecy });
}

/** Whether this very event says who the rule means. */
function isNamed(event: LetterEvent, rule: AssigneeRule): boolean {
  if (event.type === 'adhoc' || event.type === 'reassign') return rule.by === 'given';
  if (event.type !== 'act') return false;
  if (rule.by === 'given') return event.forwardTo !== undefined;
  return event.facts?.[factOf(rule)] !== undefined;
}

/** The fact that a rule goes by; no fact has an empty name. */
function factOf(rule: AssigneeRule): string {
  if (rule.by === 'field') return rule.fact;
  const unit = 'unit' in rule ? rule.unit : undefined;
  return unit === 'proposed' ? 'proposedUnit' : unit === 'owner' ? 'ownerUnitId' : '';
}
