import { useTranslate } from 'react-admin';
import type { NodeId, Route, RouteBook } from '#domain/route/model';
import type { TestCase } from '#domain/route/rehearsal/script';
import { ErrorState, LoadingRows } from '../../../components/states';
import type { SettingsContext } from '../panel/types';
import { useRehearsalContext } from '../settings/use-people';
import { RehearsalPanel } from './RehearsalPanel';

type Props = {
  readonly officeId: string;
  readonly route: Route;
  readonly context: SettingsContext;
  readonly called: RouteBook;
  readonly cases: readonly TestCase[];
  readonly canEdit: boolean;
  readonly onTokens: (nodes: readonly NodeId[]) => void;
  readonly onSaveCase: (testCase: Omit<TestCase, 'id'>) => void;
  readonly onRemoveCase: (id: string) => void;
};

/** A rehearsal in the office as it is on record; waits for what it stands on. */
export function DraftRehearsal({ officeId, ...rest }: Props) {
  const translate = useTranslate();
  const office = useRehearsalContext(officeId);
  if (office.isError) return <ErrorState error={office.error} onRetry={() => void office.refetch()} />;
  if (office.data === undefined) return <div aria-label={translate('rehearsal.loading')}><LoadingRows /></div>;
  return <RehearsalPanel {...rest} office={office.data} />;
}
