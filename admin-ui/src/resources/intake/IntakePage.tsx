import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { ForWhom } from '../../components/ForWhom';
import { Page } from '../../components/Page';
import { EMPTY_INTAKE, type IntakeValues } from './intake-form';
import { IntakeForm, type Started } from './IntakeForm';

/** รับหนังสือ: what came on paper, by post or by e-mail is entered, checked and given to its route; then the next one. */
export default function IntakePage() {
  const translate = useTranslate();
  const [started, setStarted] = useState<Started | null>(null);
  const [round, setRound] = useState<{ readonly no: number; readonly start: IntakeValues }>({ no: 0, start: EMPTY_INTAKE });
  return (
    <Page title={translate('nav.intake')} subtitle={translate('intake.subtitle')}>
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
              : translate('intake.doneWithNo', { no: started.numbers.join(', ') })}
        </Alert>
      )}
      <ForWhom can={['intake', 'intakeSealed']}>
        <IntakeForm
          key={round.no}
          start={round.start}
          onStarted={(next, { channel, postId }) => {
            setStarted(next);
            // The pile of one morning came the same way.
            setRound({ no: round.no + 1, start: { ...EMPTY_INTAKE, channel, postId } });
            window.scrollTo({ top: 0 });
          }}
        />
      </ForWhom>
    </Page>
  );
}
