import { Alert, Button } from '@mui/material';
import { useRef, useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { useLetter } from '../letters/use-letter';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useFormat } from '../../providers/i18n/use-format';
import { onDemand } from '../../components/on-demand';
import { ErrorState, LoadingRows } from '../../components/states';
import { ForWhom } from '../../components/ForWhom';
import { Page } from '../../components/Page';
import { EMPTY_INTAKE, type IntakeValues, nextStart } from './intake-form';
import { IntakeForm, type OpenForm, type Started } from './IntakeForm';
import { usePile, type Waiting } from './use-pile';

/** รับหนังสือ: what came on paper, by post or by e-mail is entered, checked and given to its route; then the next one. */
export default function IntakePage() {
  const translate = useTranslate();
  const [started, setStarted] = useState<Started | null>(null);
  const format = useFormat();
  const [{ anew = '' }, change] = useAddressFilters();
  const wrong = useLetter(anew);
  const pile = usePile();
  const [round, setRound] = useState<Round>({ no: 0, start: EMPTY_INTAKE, letter: null });
  const form = useRef<OpenForm>(null);
  /** What is on the form goes back to the pile first, with what was typed. */
  const takeUp = (key: string): void => {
    const current = form.current?.putAside() ?? null;
    if (current === 'busy') return;
    const letter = pile.take(key);
    if (current !== null) pile.park(current);
    setRound({ no: round.no + 1, start: round.start, letter });
    window.scrollTo({ top: 0 });
  };
  const goOn: FormProps['onStarted'] = (next, values, pinned) => {
    setStarted(next);
    setRound({ no: round.no + 1, start: nextStart(values, pinned), letter: pile.take() });
    window.scrollTo({ top: 0 });
  };
  return (
    <Page title={translate('nav.intake')} subtitle={translate('intake.subtitle')} actions={<Button component={LinkBase} to="/correspondents">{translate('intake.directory')}</Button>}>
      {started === null ? null : (
        <Alert
          severity={started.isPending ? 'info' : 'success'}
          sx={{ mb: 2 }}
          action={<Button color="inherit" component={LinkBase} to={`/letters/${started.letterId}`}>{translate('intake.open')}</Button>}
        >
          {started.isPending
            ? translate('command.pending')
            : started.numbers.length === 0
              ? translate('intake.done')
              : translate(started.insteadOf === null ? 'intake.doneWithNo' : 'intake.doneAnew', { no: started.numbers.join(', '), old: format.digits(started.insteadOf ?? '') })}
        </Alert>
      )}
      <ForWhom can={['intake', 'intakeSealed']}>
        {anew === '' ? (
          <>
            {pile.items.length === 0 ? null : <PileList pile={pile} onTake={takeUp} />}
            <IntakeForm key={round.no} ref={form} start={round.start} letter={round.letter} onApart={pile.add} onStarted={goOn} />
          </>
        ) : wrong.data === undefined ? (
          wrong.isError ? <ErrorState error={wrong.error} onRetry={() => void wrong.refetch()} /> : <LoadingRows />
        ) : wrong.data.can.includes('registerAnew') ? (
          <AnewForm key={anew} wrong={wrong.data} onApart={pile.add} onStarted={(...done) => {
            goOn(...done);
            change({ anew: undefined });
          }} />
        ) : (
          <Alert severity="info" action={<Button color="inherit" component={LinkBase} to={`/letters/${anew}`}>{translate('intake.open')}</Button>}>{translate('intake.notAnew')}</Alert>
        )}
      </ForWhom>
    </Page>
  );
}

type Round = { readonly no: number; readonly start: IntakeValues; readonly letter: Waiting | null };
type FormProps = Parameters<typeof IntakeForm>[0];
const PileList = onDemand(async () => (await import('./PileList')).PileList);
const AnewForm = onDemand(async () => (await import('./AnewForm')).AnewForm);
