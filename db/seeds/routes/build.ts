/**
 * Short forms for writing routes down: `edges('draft -> review', 'review reject -> end')`.
 */
import type { Deadline, EscalationRung, RouteEdge } from '#domain/route/model';
import type { DeadlineUnit } from '#domain/calendar/deadline';

/**
 * Edges of a route, each as `from -> to` (outcome `next`) or `from outcome -> to`.
 * @throws Error where a line has another form: a seed with a slip must not start.
 */
export const edges = (...lines: readonly string[]): readonly RouteEdge[] =>
  lines.map((line) => {
    const match = /^(\S+)(?: (\S+))? -> (\S+)$/.exec(line);
    if (match === null) throw new Error(`not an edge: ${line}`);
    const [, from = '', outcome = 'next', to = ''] = match;
    return { id: `${from}--${outcome}`, from, outcome, to };
  });

/** A time limit: `within(3, 'workingDays')`. */
export const within = (amount: number, unit: DeadlineUnit): { readonly deadline: Deadline } => ({ deadline: { rule: { unit, amount } } });

/**
 * The usual ladder (reference §6.5): the holder is reminded before the time limit, then the superior is told, then the
 * process owner sees a flag.
 */
export const LADDER: readonly EscalationRung[] = [
  { id: 'remind', when: 'beforeDue', offset: { unit: 'workingHours', amount: 2 }, act: 'remind' },
  { id: 'superior', when: 'afterDue', offset: { unit: 'workingHours', amount: 1 }, act: 'remindSuperior' },
  { id: 'flag', when: 'afterDue', offset: { unit: 'workingDays', amount: 3 }, act: 'flag' },
];
