import { Box, Button, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { KeptNotice } from '../../components/form/KeptNotice';
import { type Contract, useContractForm } from '../../components/form/use-contract-form';
import { useKept } from '../../components/form/use-kept';
import { type KeptForm, useKeptForm } from '../../components/form/use-kept-form';
import { type Files, useFiles } from '../../components/use-files';
import { useTell } from '../../hooks/use-tell';
import { type ActAnswer, useAct } from '../commands/use-commands';
import { composeFieldOf, type ComposeValues } from './compose-form';
import { ComposeForm } from './ComposeForm';
import { useOpenStarted } from './use-started';

type Props<B> = {
  /** Under what name it is kept on this computer until it is saved. */
  readonly keptAs: string;
  readonly start: ComposeValues;
  readonly contract: Contract<B>;
  readonly toBody: (values: ComposeValues, documents: ReturnType<Files['documents']>) => B;
  readonly send: (key: string, body: B) => Promise<ActAnswer>;
  readonly mayKeep: (values: ComposeValues) => boolean;
};

/** A letter that is not there yet, new or an answer: saved as a draft, or proposed at once. */
export function NewDraft<B>({ keptAs, start, contract, toBody, send, mayKeep }: Props<B>) {
  const translate = useTranslate();
  const tell = useTell();
  const kept = useKept<KeptForm<ComposeValues>>(keptAs);
  const files = useFiles(kept.found?.files);
  const act = useAct({ done: 'compose.saved' });
  const openStarted = useOpenStarted();
  const [isLeaving, setIsLeaving] = useState(false);
  const form = useContractForm({ schema: contract, defaultValues: start, toBody: (values: ComposeValues) => toBody(values, files.documents()), fieldOf: composeFieldOf });
  const { showRefusal } = form;
  const { startAnew } = useKeptForm({ kept, form, files, start, mayKeep, isSending: act.isRunning });
  useEffect(() => showRefusal(act.error), [act.error, showRefusal]);

  const save = (isProposing: boolean) =>
    form.handleSubmit(async () => {
      if (files.isSending || files.hasFailed) {
        tell(translate(files.isSending ? 'file.waitForFiles' : 'file.removeFailed'), 'warning');
        return;
      }
      // As it stands now, with what was typed while it was checked; from here on nothing can be typed that would not be sent.
      const body = toBody(form.getValues(), files.documents());
      setIsLeaving(true);
      const answer = await act.run(body, send);
      if (answer !== null && (await openStarted(answer, isProposing ? '/draft?submit=true' : '/draft'))) kept.forget();
      else setIsLeaving(false);
    });

  return (
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
  );
}
