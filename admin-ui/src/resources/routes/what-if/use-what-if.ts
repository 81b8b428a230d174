import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';

export type WhatIf = ResponseOf<(typeof endpoints)['whatIf']>;
export type WhatIfDone = NonNullable<WhatIf['result']>;
export type WhatIfResult = WhatIfDone['result'];
export type TriedLetter = ResponseOf<(typeof endpoints)['whatIfLetters']>['items'][number];

const ASK_MS = 800;
type Tried = { readonly draftId: string; readonly runId: string; readonly no: number };
/** The drawing on which the way of a letter is played. */
export const toTried = ({ draftId, runId, no }: Tried): string => `/routes/drafts/${draftId}?view=canvas&tried=${runId}&letter=${no}`;

export const whatIfKey = (draftId: string): readonly string[] => [...keys.routeDesigns, 'what-if', draftId];

/** What came of it last; asked again and again while letters are being tried. */
export function useWhatIf(draftId: string) {
  const api = useApi();
  return useQuery({
    queryKey: whatIfKey(draftId), queryFn: ({ signal }) => api.whatIf({ params: { id: draftId }, signal }),
    refetchInterval: ({ state }) => (state.data?.latest?.state === 'running' ? ASK_MS : false),
  });
}

type Saying = { readonly translate: ReturnType<typeof useTranslate>; readonly format: ReturnType<typeof useFormat>; readonly localName: ReturnType<typeof useLocalName> };

/** How the figures of a result are said. */
export function useSaid(result: Pick<WhatIfResult, 'minutesOfDay' | 'names'>) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  return useMemo(() => saidOf(result, { translate, format, localName }), [result, translate, format, localName]);
}

function saidOf(result: Pick<WhatIfResult, 'minutesOfDay' | 'names'>, { translate, format, localName }: Saying) {
  const span = (minutes: number): string => {
    if (minutes < 60) return translate('span.workingMinutes', { n: format.number(minutes), smart_count: minutes });
    const [unit, size] = minutes < 2 * result.minutesOfDay ? (['workingHours', 60] as const) : (['workingDays', Math.max(1, result.minutesOfDay)] as const);
    const n = Math.round((minutes / size) * 10) / 10;
    return translate(`span.${unit}`, { n: format.number(n), smart_count: n });
  };
  const step = (id: string | null, otherwise: string): string => {
    const name = id === null ? undefined : result.names[id];
    return id === null ? translate(otherwise) : name === undefined ? id : localName(name);
  };
  const difference = ({ after, then, now }: WhatIfResult['differences'][number] | NonNullable<TriedLetter['difference']>): string =>
    translate('whatIf.paths.text', { after: step(after, 'whatIf.paths.start'), then: step(then, 'whatIf.paths.ends'), now: step(now, 'whatIf.paths.ends') });
  const reason = (code: string, node: string | null): string => {
    const own = code === 'RECORD_INCOMPLETE' || code === 'NOT_ADMITTED';
    const why = own ? translate(`whatIf.reasons.${code}`) : translate('whatIf.reasons.other', { why: translate(`errors.${code}`, { label: '', signs: '', _: code }) });
    return node === null ? why : translate('whatIf.reasons.at', { why, step: step(node, '') });
  };
  return { span, difference, reason };
}
