import { useState } from 'react';
import { isConflict } from './Conflict';

type Revised = { readonly rev: number };

/**
 * The revision that an open form builds on. `conflictOf` tells what somebody else has saved meanwhile, once a save was refused for
 * it; `accept` goes on from there.
 */
export function useRevision<Row extends Revised>({ opened, fresh }: { readonly opened: Row | null; readonly fresh: Row | null }) {
  const [rev, setRev] = useState(opened?.rev ?? 0);
  return {
    rev,
    conflictOf: (error: unknown): Row | null => (fresh !== null && isConflict(error) && fresh.rev !== rev ? fresh : null),
    accept: (row: Row): void => setRev(row.rev),
  };
}
