import { Alert, Button, Link } from '@mui/material';
import { useEffect, useState } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { useTell } from '../../hooks/use-tell';
import { KeptNotice } from '../../components/form/KeptNotice';
import { useContractForm } from '../../components/form/use-contract-form';
import { useKept } from '../../components/form/use-kept';
import { isOpenText, type KeptForm, useKeptForm } from '../../components/form/use-kept-form';
import { Page } from '../../components/Page';
import { ErrorState, LoadingRows } from '../../components/states';
import { useFiles } from '../../components/use-files';
import { useApi } from '../../providers/data/data-provider';
import { useFormat } from '../../providers/i18n/use-format';
import { useAct } from '../commands/use-commands';
import { useLetter } from '../letters/use-letter';
import { composeFieldOf, type ComposeValues, replyValues, toReplyBody } from './compose-form';
import { ComposeForm } from './ComposeForm';
import { useOpenStarted } from './use-started';

const contract = () => import('#domain/contracts/letters').then(({ replySchema }) => replySchema);

/** An answer to a letter: subject, addressee and reference are filled in from it. */
export default function ReplyPage() {
  const translate = useTranslate();
  const { letterId = '' } = useParams<{ letterId: string }>();
  const letter = useLetter(letterId);
  return (
    <Page title={translate('compose.replyTitle')} width={1320}>
      {letter.data === undefined ? letter.isError ? <ErrorState error={letter.error} onRetry={() => void letter.refetch()} /> : <LoadingRows /> : <ReplyForm letter={letter.data} />}
    </Page>
  );
}

function ReplyForm({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const tell = useTell();
  const kept = useKept<KeptForm<ComposeValues>>(`reply.${letter.id}`);
  const files = useFiles(kept.found?.files);
  const act = useAct({ done: 'compose.saved' });
  const openStarted = useOpenStarted();
  const [start] = useState(() => replyValues(letter));
  const form = useContractForm({ schema: contract, defaultValues: start, toBody: (values: ComposeValues) => toReplyBody(values, files.documents()), fieldOf: composeFieldOf });
  const { showRefusal } = form;
  // An answer to a classified letter quotes it.
  const { startAnew } = useKeptForm({ kept, form, files, start, mayKeep: (values) => isOpenText(letter) && isOpenText(values), isSending: act.isRunning });
  useEffect(() => showRefusal(act.error), [act.error, showRefusal]);
  const save = (isProposing: boolean) =>
    form.handleSubmit(async (values) => {
      if (files.isSending || files.hasFailed) {
        tell(translate(files.isSending ? 'file.waitForFiles' : 'file.removeFailed'), 'warning');
        return;
      }
      const answer = await act.run(toReplyBody(values, files.documents()), (key, body) => api.reply({ params: { letterId: letter.id }, key, body }));
      if (answer !== null && (await openStarted(answer, isProposing ? '/draft?submit=true' : '/draft'))) kept.forget();
    });
  const no = format.digits(letter.theirNo === '' ? (letter.letterNo ?? '') : letter.theirNo);

  return (
    <>
      <Alert severity="info" sx={{ mb: 2 }}>
        {translate('compose.answers')} <Link component={LinkBase} to={`/letters/${letter.id}`}>{[no, letter.subject ?? ''].filter((text) => text !== '').join(' · ')}</Link>
      </Alert>
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
          </>
        }
      />
    </>
  );
}
