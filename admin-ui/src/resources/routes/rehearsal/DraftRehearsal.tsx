import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { Route, RouteBook } from '#domain/route/model';
import type { TestCase } from '#domain/route/rehearsal/script';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useTell } from '../../../hooks/use-tell';
import { useApi } from '../../../providers/data/data-provider';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import type { Played } from '../designer-context';
import type { Checked } from '../findings/check';
import type { SettingsContext } from '../panel/types';
import { useRehearsalContext } from '../use-designs';
import { RehearsalPanel } from './RehearsalPanel';
import { draftCasesKey, useDraftCases } from './use-draft-cases';

type Props = {
  readonly draftId: string;
  readonly officeId: string;
  readonly route: Route;
  readonly context: SettingsContext;
  /** Published routes that the drawing calls. */
  readonly called: RouteBook;
  readonly checked: Pick<Checked, 'cases' | 'coverage'>;
  readonly onTokens: (played: Played | null) => void;
};
const NONE: readonly TestCase[] = [];

/** The rehearsal of a draft in its office as it is on record, with the test cases that are kept with it. */
export function DraftRehearsal({ draftId, officeId, ...rest }: Props) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const office = useRehearsalContext(officeId);
  const cases = useDraftCases(draftId);
  const change = useMutation({
    mutationFn: async (make: () => Promise<unknown>) => make(),
    // What was played stays on the screen: a refusal loses nothing.
    onError: (error) => tell(errorText(error), 'error'),
    onSettled: async () => queryClient.invalidateQueries({ queryKey: draftCasesKey(draftId) }),
  });
  if (office.isError) return <ErrorState error={office.error} onRetry={() => void office.refetch()} />;
  if (office.data === undefined) return <div aria-busy aria-label={translate('rehearsal.loading')}><LoadingRows /></div>;
  return (
    <>
      {cases.isError ? <ErrorState error={cases.error} onRetry={() => void cases.refetch()} /> : null}
      <RehearsalPanel
        {...rest}
        office={office.data} cases={cases.data?.items ?? NONE} canEdit={cases.data?.canEdit === true}
        onSaveCase={({ name, script, expected }) => change.mutate(async () => api.addRouteCase({ params: { id: draftId }, body: { name, script, expected: [...expected] } }))}
        onRemoveCase={(id) => change.mutate(async () => api.removeRouteCase({ params: { id } }))}
      />
    </>
  );
}
