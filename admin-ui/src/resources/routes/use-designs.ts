import { useQuery } from '@tanstack/react-query';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import type { DesignContext } from '#domain/contracts/route-design';
import type { RehearsalOffice } from '#domain/route/rehearsal/in-office';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

export type RouteDesigns = ResponseOf<(typeof endpoints)['routeDesigns']>;

/** After this time what a colleague has proposed or published shows by itself. */
const ASK_AGAIN_MS = 20_000;

/** Routes of an office: in force, drafts, proposals. */
export function useDesigns(officeId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.routeDesigns, 'list', officeId], refetchInterval: ASK_AGAIN_MS,
    queryFn: ({ signal }) => api.routeDesigns({ query: officeId === undefined ? {} : { officeId }, signal }),
  });
}

function useContext<T>(officeId: string | undefined, select: (context: DesignContext) => T) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.routeDesigns, 'context', officeId], enabled: officeId !== undefined, staleTime: 60_000, refetchOnWindowFocus: false, retry: false, select,
    queryFn: ({ signal }) => api.routeDesignContext({ query: officeId === undefined ? {} : { officeId }, signal }),
  });
}

/** What verifier, pickers and previews need of an office; nothing for whoever does not design there. */
export const useDesignContext = (officeId: string | undefined) => useContext(officeId, whole);
const whole = (context: DesignContext): DesignContext => context;

/** The same as a rehearsal takes it. */
export type RehearsalContext = RehearsalOffice & Pick<DesignContext, 'at' | 'persons'>;
export const useRehearsalContext = (officeId: string | undefined) => useContext(officeId, toRehearsal);
const toRehearsal = ({ office, at, people, persons, calendar, unitRoutes, postRoute, bookCopies, verify }: DesignContext): RehearsalContext => ({ officeId: office.id, at, people, persons, calendar, unitRoutes, postRoute, books: bookCopies, routes: verify.routes });
