import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-admin';

export type AddressFilters = { readonly [name: string]: string };

/** Filters kept in the address, so that a view can be shared and "back" works. An empty value takes the filter away. */
export function useAddressFilters(): readonly [AddressFilters, (changes: { readonly [name: string]: string | undefined }) => void] {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const filters = useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search]);
  const change = useCallback(
    (changes: { readonly [name: string]: string | undefined }) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      navigate({ pathname, search: next.size === 0 ? '' : `?${next.toString()}` }, { replace: true });
    },
    [navigate, pathname, search],
  );
  return [filters, change];
}
