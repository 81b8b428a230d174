import { Alert, Link } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { isOpenText } from '../../components/form/use-kept-form';
import { Page } from '../../components/Page';
import { ErrorState, LoadingRows } from '../../components/states';
import { useApi } from '../../providers/data/data-provider';
import { useFormat } from '../../providers/i18n/use-format';
import { useLetter } from '../letters/use-letter';
import { replyValues, toReplyBody } from './compose-form';
import { NewDraft } from './NewDraft';

const contract = () => import('#domain/contracts/letters').then(({ replySchema }) => replySchema);

/** An answer to a letter: subject, addressee and reference are filled in from it. */
export default function ReplyPage() {
  const translate = useTranslate();
  const { letterId = '' } = useParams<{ letterId: string }>();
  const letter = useLetter(letterId);
  return (
    <Page title={translate('compose.replyTitle')} width={1320}>
      {letter.data === undefined ? letter.isError ? <ErrorState error={letter.error} onRetry={() => void letter.refetch()} /> : <LoadingRows /> : <Reply letter={letter.data} />}
    </Page>
  );
}

function Reply({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const [start] = useState(() => replyValues(letter));
  const no = format.digits(letter.theirNo === '' ? (letter.letterNo ?? '') : letter.theirNo);
  return (
    <>
      <Alert severity="info" sx={{ mb: 2 }}>
        {translate('compose.answers')} <Link component={LinkBase} to={`/letters/${letter.id}`}>{[no, letter.subject ?? ''].filter((text) => text !== '').join(' · ')}</Link>
      </Alert>
      {/* An answer to a classified letter quotes it. */}
      <NewDraft
        keptAs={`reply.${letter.id}`} start={start} contract={contract} toBody={toReplyBody}
        send={(key, body) => api.reply({ params: { letterId: letter.id }, key, body })} mayKeep={(values) => isOpenText(letter) && isOpenText(values)}
      />
    </>
  );
}
