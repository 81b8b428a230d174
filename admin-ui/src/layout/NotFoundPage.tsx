import { Button } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import { Page } from '../components/Page';
import { EmptyState } from '../components/states';

export function NotFoundPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('ra.page.not_found')}>
      <EmptyState isFiltered title={translate('ra.message.not_found')}>
        <Button component={LinkBase} to="/" variant="outlined">{translate('nav.inbox')}</Button>
      </EmptyState>
    </Page>
  );
}
