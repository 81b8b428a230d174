/** All activities by queue, their dependencies passed in. */
import { createDirectoryCache } from '#db/repositories/directory';
import { createSubjectCache } from '#db/repositories/people-cache';
import type { DocumentActivities, LetterActivities } from '#domain/messages';
import type { ObjectStore } from '#platform/object-store/object-store';
import { commitTransition, type CommitDeps } from './commit-transition';
import { render } from './effects/render';
import { createLetterActivities } from './letter-activities';

export type ActivityDeps = CommitDeps & {
  readonly files: ObjectStore;
  /** Told of every commit: its answer and how many seconds it took. */
  readonly onCommit?: (answer: 'applied' | 'refused' | 'ahead' | 'failed', seconds: number) => void;
};

export type Activities = { readonly letters: LetterActivities; readonly documents: DocumentActivities };

export function createActivities(given: ActivityDeps): Activities {
  const deps: ActivityDeps = { directories: createDirectoryCache(), subjects: createSubjectCache(), ...given };
  return {
    letters: { ...createLetterActivities(deps), commitTransition: (input) => measured(deps, () => commitTransition(deps, input)) },
    documents: { render: (args) => render(deps, args) },
  };
}

async function measured<T extends { readonly kind: 'applied' | 'refused' | 'ahead' }>({ onCommit }: ActivityDeps, commit: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const tell = (answer: 'applied' | 'refused' | 'ahead' | 'failed'): void => onCommit?.(answer, (performance.now() - begun) / 1_000);
  try {
    const result = await commit();
    tell(result.kind);
    return result;
  } catch (error) {
    tell('failed');
    throw error;
  }
}
