import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { framesOfWay, type PlayablePath } from '../findings/use-path-player';
import { type TriedLetter, useSaid, type WhatIfDone } from './use-what-if';

type TriedPath = {
  readonly path: PlayablePath | null;
  /** The address names a letter of a result that is no longer there, or of a draft that has changed. */
  readonly isGone: boolean;
  readonly close: () => void;
};
type Known = { readonly run: WhatIfDone; readonly letter: TriedLetter };

const NOTHING_SAID = { minutesOfDay: 0, names: {} } as const;

/** The way of a tried letter that the address names, to be played on the drawing. */
export function useTriedPath(draftId: string): TriedPath {
  const translate = useTranslate();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const { tried: runId, letter: no } = filters;
  const known = useQuery({
    queryKey: [...keys.routeDesigns, 'tried', draftId, runId, no], enabled: runId !== undefined && no !== undefined, retry: false, staleTime: Infinity, refetchOnWindowFocus: false,
    queryFn: async ({ signal }): Promise<Known | null> => {
      const { result: run } = await api.whatIf({ params: { id: draftId }, signal });
      if (run === null || run.id !== runId || !run.isCurrent) return null;
      const { items } = await api.whatIfLetters({ params: { id: run.id }, query: { after: Number(no) - 1, limit: 1 }, signal });
      const letter = items.find((each) => String(each.no) === no);
      return letter === undefined ? null : { run, letter };
    },
  });
  const { difference } = useSaid(known.data?.run.result ?? NOTHING_SAID);
  const path = useMemo((): PlayablePath | null => {
    if (known.data === undefined || known.data === null) return null;
    const { letter } = known.data;
    const parted = letter.difference;
    const at = parted?.now ?? parted?.after ?? null;
    return {
      framesOn: (route) => framesOfWay(route, letter.way),
      title: translate('whatIf.play.title', { name: letter.subject ?? letter.receiveNo ?? translate('whatIf.list.noSubject') }),
      note: parted === null || at === null ? null : { at, text: difference(parted) },
    };
  }, [known.data, translate, difference]);
  return { path, isGone: known.data === null || known.isError, close: () => change({ tried: undefined, letter: undefined }) };
}
