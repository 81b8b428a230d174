import { useTranslate } from 'react-admin';
import { isOpenText } from '../../components/form/use-kept-form';
import { ForWhom } from '../../components/ForWhom';
import { Page } from '../../components/Page';
import { useApi } from '../../providers/data/data-provider';
import { EMPTY_COMPOSE, toComposeBody } from './compose-form';
import { NewDraft } from './NewDraft';

const contract = () => import('#domain/contracts/letters').then(({ composeSchema }) => composeSchema);

/** ร่างหนังสือ: a new letter of our own. */
export default function ComposePage() {
  const translate = useTranslate();
  const api = useApi();
  return (
    <Page title={translate('nav.compose')} width={1320}>
      <ForWhom can={['compose']}>
        <NewDraft keptAs="compose" start={EMPTY_COMPOSE} contract={contract} toBody={toComposeBody} send={(key, body) => api.startLetter({ key, body })} mayKeep={isOpenText} />
      </ForWhom>
    </Page>
  );
}
