import { useState } from 'react';
import { useAddressFilters } from '../../hooks/use-address-filters';

export type ReservedNumber = {
  readonly entryId: string;
  readonly no: string;
  readonly isOutage: boolean;
  readonly reason: string;
  readonly usedAt: string | null;
  readonly change: (part: Partial<{ readonly reason: string; readonly usedAt: string | null }>) => void;
  /** The next letter takes the next number again. */
  readonly forget: () => void;
  /** For the body of a letter that is started. */
  readonly asBody: { readonly reserved?: { readonly entryId: string; readonly reason?: string; readonly usedAt: string | null } };
};

/** The reserved number that the address asks for, for the letter that is being entered; null where it takes the next one. */
export function useReservedNumber(): ReservedNumber | null {
  const [filters, changeFilters] = useAddressFilters();
  const [typed, setTyped] = useState<{ readonly reason: string; readonly usedAt: string | null }>({ reason: '', usedAt: null });
  const entryId = filters['reserved'];
  if (entryId === undefined) return null;
  const reason = typed.reason.trim();
  return {
    entryId, no: filters['no'] ?? '', isOutage: filters['kind'] === 'outage', ...typed,
    change: (part) => setTyped((before) => ({ ...before, ...part })),
    forget: () => {
      setTyped({ reason: '', usedAt: null });
      changeFilters({ reserved: undefined, no: undefined, kind: undefined });
    },
    asBody: { reserved: { entryId, ...(reason === '' ? {} : { reason }), usedAt: typed.usedAt } },
  };
}
