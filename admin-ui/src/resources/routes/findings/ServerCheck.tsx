import CheckIcon from '@mui/icons-material/FactCheckOutlined';
import { Alert, Box, Button, Stack } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useApi } from '../../../providers/data/data-provider';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import { useFormat } from '../../../providers/i18n/use-format';
import { summary } from './FindingsList';
import { useFindingText } from './use-finding-text';

/** The check that is made when a draft is proposed, by the office as it is at this moment; what stands on the screen is saved first. */
export function ServerCheck({ draftId, flush }: { readonly draftId: string; readonly flush: () => Promise<boolean> }) {
  const translate = useTranslate();
  const textOf = useFindingText();
  const errorText = useErrorText();
  const format = useFormat();
  const api = useApi();
  const checking = useMutation({
    mutationFn: async () => ((await flush()) ? api.checkRouteDraft({ params: { id: draftId } }) : null),
  });
  const { data, error, isPending } = checking;
  const isFaulty = data?.findings.some(({ severity }) => severity === 'error') === true;
  return (
    <Stack spacing={1} component="section" aria-label={translate('designer.server.title')}>
      <Button size="small" variant="outlined" startIcon={<CheckIcon />} loading={isPending} onClick={() => checking.mutate()} sx={{ alignSelf: 'flex-start' }}>{translate('designer.server.check')}</Button>
      {error === null ? null : <Alert severity="error" role="alert">{errorText(error)}</Alert>}
      {data === null ? <Alert severity="warning" role="alert">{translate('designer.server.unsaved')}</Alert> : null}
      {data === undefined || data === null ? null : (
        <Alert severity={isFaulty ? 'error' : data.findings.length > 0 ? 'warning' : 'success'} role="status">
          {`${translate('designer.server.at', { at: format.dateTime(data.checkedAt) })} ${summary(data.findings, translate, format.number)}`}
          {data.findings.length === 0 ? null : (
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {data.findings.map((finding) => <li key={finding.id}>{`${translate(`designer.findings.${finding.severity}`)}: ${textOf(finding)}`}</li>)}
            </Box>
          )}
        </Alert>
      )}
    </Stack>
  );
}
