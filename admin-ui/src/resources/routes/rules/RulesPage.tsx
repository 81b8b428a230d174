import '../../../i18n/route-texts';
import { Alert, Button, FormControlLabel, Link, Stack, Switch, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight, Words } from '../../../components/form/Words';
import { Page, Panel } from '../../../components/Page';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { useTell } from '../../../hooks/use-tell';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { OfficeChoice, useMyOffices } from '../../setup/OfficeChoice';
import { useDesigns } from '../use-designs';

type Designs = ResponseOf<(typeof endpoints)['routeDesigns']>;
type Rules = Designs['rules'];
const ROLES = ['office_admin', 'process_owner'] as const;
const RULES = ['fourEyes', 'offersTemplates'] as const satisfies readonly (keyof Rules)[];

/** The office's rules for publishing routes: read by whoever reads its routes, changed by its administrator. */
export default function RulesPage() {
  const translate = useTranslate();
  const localName = useLocalName();
  const [filters, change] = useAddressFilters();
  const { officeId } = useMyOffices(ROLES, filters['officeId']);
  const designs = useDesigns(officeId);
  return (
    <Page title={translate('routePublishing.title')} subtitle={<><Typography>{translate('routePublishing.subtitle')}</Typography><Link component={LinkBase} to="/routes">{translate('nav.routes')}</Link></>} width={820}>
      <Stack spacing={2}>
        <OfficeChoice roles={ROLES} value={officeId} onChange={(id) => change({ officeId: id })} />
        {designs.isPending ? <LoadingRows rows={3} /> : null}
        {designs.isError ? <ErrorState error={designs.error} onRetry={() => void designs.refetch()} /> : null}
        {designs.data === undefined ? null : <Panel title={localName(designs.data.office.name)}><RulesForm key={designs.data.office.id} designs={designs.data} /></Panel>}
      </Stack>
    </Page>
  );
}

function RulesForm({ designs: { office, rules, canSetRules } }: { readonly designs: Designs }) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [mine, setMine] = useState<Rules | null>(null);
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const shown = mine ?? rules;
  const isChanged = RULES.some((rule) => shown[rule] !== rules[rule]);
  const save = useMutation({
    mutationFn: () => api.setRouteRules({ params: { id: office.id }, body: { ...shown, reason: reason.trim() } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: keys.routeDesigns });
      setAsking(false);
      setMine(null);
      setReason('');
      tell(translate('routePublishing.saved'), 'success');
    },
  });
  return (
    <Stack spacing={2}>
      {canSetRules ? null : <Alert severity="info">{translate('routePublishing.readOnly')}</Alert>}
      {RULES.map((rule) => (
        <div key={rule}>
          <FormControlLabel control={<Switch checked={shown[rule]} disabled={!canSetRules} onChange={(_, isOn) => setMine({ ...shown, [rule]: isOn })} slotProps={{ input: { 'aria-describedby': `rule-${rule}` } }} />} label={translate(`routePublishing.${rule}`)} />
          <Typography id={`rule-${rule}`} variant="body2" color="text.secondary">{translate(`routePublishing.${rule}Text`)}</Typography>
        </div>
      ))}
      {canSetRules ? <div><Button variant="contained" disabled={!isChanged} onClick={() => setAsking(true)}>{translate('routePublishing.save')}</Button></div> : null}
      {isAsking ? (
        <ActDialog title={translate('routePublishing.confirm')} confirmLabel={translate('routePublishing.save')} isRunning={save.isPending} error={save.error} canConfirm={areWordsRight(reason, { isRequired: true })} onConfirm={() => save.mutate()} onClose={() => { setAsking(false); save.reset(); }}>
          {rules.fourEyes && !shown.fourEyes ? <Alert severity="warning">{translate('routePublishing.alone')}</Alert> : null}
          <Words label={translate('routePublishing.reason')} isRequired multiline minRows={2} value={reason} onChange={setReason} />
        </ActDialog>
      ) : null}
    </Stack>
  );
}
