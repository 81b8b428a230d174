/** What a supervisor's lists are asked for. No schemas here: the pages need these words before their first paint. */

/** Working days without an act after which a task counts as at rest, unless the reader asks for another number. */
export const REST_DAYS = 5;
export const REST_DAYS_MAX = 60;
export const SUPERVISION_STATES = ['both', 'overdue', 'dueSoon', 'atRest', 'held', 'open'] as const;
export const SUPERVISION_GROUPS = ['unit', 'person', 'step', 'correspondent'] as const;
export const SUPERVISION_ACTS = ['remind', 'reassign', 'release', 'extend', 'hold', 'resume', 'takeBack'] as const;
/** What was sent and is not registered, is answered late, or is still awaited. */
export const SUPERVISED_DELIVERIES = ['unregistered', 'late', 'waiting'] as const;
