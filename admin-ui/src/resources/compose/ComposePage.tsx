import { Box, Button, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useTell } from '../../hooks/use-tell';
import { ForWhom } from '../../components/ForWhom';
import { KeptNotice } from '../../components/form/KeptNotice';
import { useContractForm } from '../../components/form/use-contract-form';
import { useKept } from '../../components/form/use-kept';
import { isOpenText, type KeptForm, useKeptForm } from '../../components/form/use-kept-form';
import { Page } from '../../components/Page';
import { useFiles } from '../../components/use-files';
import { useApi } from '../../providers/data/data-provider';
import { useAct } from '../commands/use-commands';
import { composeFieldOf, type ComposeValues, EMPTY_COMPOSE, toComposeBody } from './compose-form';
import { ComposeForm } from './ComposeForm';
import { useOpenStarted } from './use-started';

const contract = () => import('#domain/contracts/letters').then(({ composeSchema }) => composeSchema);

/** ร่างหนังสือ: a new letter of our own; saved as a draft, or proposed at once. */
export default function ComposePage() {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const kept = useKept<KeptForm<ComposeValues>>('compose');
  const files = useFiles(kept.found?.files);
  const act = useAct({ done: 'compose.saved' });
  const openStarted = useOpenStarted();
  const [isLeaving, setIsLeaving] = useState(false);
  const form = useContractForm({ schema: contract, defaultValues: EMPTY_COMPOSE, toBody: (values: ComposeValues) => toComposeBody(values, files.documents()), fieldOf: composeFieldOf });
  const { showRefusal } = form;
  const { startAnew } = useKeptForm({ kept, form, files, start: EMPTY_COMPOSE, mayKeep: isOpenText, isSending: act.isRunning });
  useEffect(() => showRefusal(act.error), [act.error, showRefusal]);

  const save = (isProposing: boolean) =>
    form.handleSubmit(async () => {
      if (files.isSending || files.hasFailed) {
        tell(translate(files.isSending ? 'file.waitForFiles' : 'file.removeFailed'), 'warning');
        return;
      }
      // As it stands now, with what was typed while it was checked; from here on nothing can be typed that would not be sent.
      const body = toComposeBody(form.getValues(), files.documents());
      setIsLeaving(true);
      const answer = await act.run(body, (key, sent) => api.startLetter({ key, body: sent }));
      if (answer !== null && (await openStarted(answer, isProposing ? '/draft?submit=true' : '/draft'))) kept.forget();
      else setIsLeaving(false);
    });

  return (
    <Page title={translate('nav.compose')} width={1320}>
      <ForWhom can={['compose']}>
        <Box inert={isLeaving} aria-busy={isLeaving}>
          <ComposeForm
            form={form}
            files={files}
            isStarted={false}
            notice={<KeptNotice kept={kept} onStartAnew={() => startAnew()} />}
            onSubmitShortcut={() => void save(true)()}
            actions={
              <>
                <Button variant="contained" size="large" loading={act.isRunning} onClick={() => void save(true)()}>{translate('compose.propose')}</Button>
                <Button variant="outlined" size="large" disabled={act.isRunning} onClick={() => void save(false)()}>{translate('compose.save')}</Button>
                <Typography variant="body2" color="text.secondary" sx={{ display: { xs: 'none', sm: 'block' } }}>{translate('compose.shortcut')}</Typography>
              </>
            }
          />
        </Box>
      </ForWhom>
    </Page>
  );
}
