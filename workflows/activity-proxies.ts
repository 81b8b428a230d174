/**
 * How the letter's workflow reaches PostgreSQL. Every call is one short transaction, so it goes as a local activity first;
 * when that fails three times the normal activity takes over, which retries without limit and can be seen by operators.
 */
import { ActivityFailure, ApplicationFailure, isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '#domain/errors';
import { TASK_QUEUES, type LetterActivities } from '#domain/messages';

/** Longer than the commit's statement timeout (1.5 s), so that PostgreSQL gives up before the attempt does. */
const LOCAL_ATTEMPT = '2 seconds';
const LOCAL_TOTAL = '8 seconds';
const ATTEMPT = '10 seconds';

const local = proxyLocalActivities<LetterActivities>({
  startToCloseTimeout: LOCAL_ATTEMPT,
  scheduleToCloseTimeout: LOCAL_TOTAL,
  localRetryThreshold: LOCAL_TOTAL,
  retry: { maximumAttempts: 3, initialInterval: '100 milliseconds', backoffCoefficient: 2 },
});
const durable = proxyActivities<LetterActivities>({
  taskQueue: TASK_QUEUES.letters,
  startToCloseTimeout: ATTEMPT,
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

type Name = keyof LetterActivities;

function twoTier<K extends Name>(name: K): LetterActivities[K] {
  // Each entry of the proxies has exactly this name's type; the union is only in the key.
  const first = local[name] as (args: unknown) => Promise<unknown>;
  const second = durable[name] as (args: unknown) => Promise<unknown>;
  const call = async (args: unknown): Promise<unknown> => {
    try {
      return await first(args);
    } catch (error) {
      // An expected refusal stays one; whatever else a local activity ended with is for the patient one.
      if (isCancellation(error) || refusalOf(error) !== null) throw error;
      return second(args);
    }
  };
  return call as LetterActivities[K];
}

/** The activities of `letterLife`; none of them gives up. */
export const activities: LetterActivities = {
  loadLetter: twoTier('loadLetter'),
  loadRoutes: twoTier('loadRoutes'),
  readInbox: twoTier('readInbox'),
  commitTransition: twoTier('commitTransition'),
  rejectCommand: twoTier('rejectCommand'),
  flagAhead: twoTier('flagAhead'),
};

/** The expected refusal that an activity ended with, or null where it failed otherwise. */
export function refusalOf(error: unknown): { readonly code: ErrorCode; readonly details: ErrorDetails } | null {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (!(cause instanceof ApplicationFailure) || !isErrorCode(cause.type)) return null;
  const [details] = cause.details ?? [];
  return { code: cause.type, details: typeof details === 'object' && details !== null ? { ...details } : {} };
}

const isErrorCode = (type: string | null | undefined): type is ErrorCode => typeof type === 'string' && Object.hasOwn(ERROR_CODES, type);
