import '../../i18n/administration-texts';
import { Alert, Box, Button, Card, FormControlLabel, Stack, Switch, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { ORDER_NO_MAX } from '#domain/contracts/limits';
import { ActDialog } from '../../components/ActDialog';
import { areWordsRight, Words } from '../../components/form/Words';
import { Page, Panel } from '../../components/Page';
import { PersonPicker } from '../../components/pickers';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { OfficeChoice, useMyOffices } from '../setup/OfficeChoice';

type Holdings = ResponseOf<(typeof endpoints)['holdings']>;
type Handed = ResponseOf<(typeof endpoints)['handOver']>;
type Held = Holdings['appointments'][number];
/** What is chosen for one post: that it ends, who follows, by which order. */
type Choice = { readonly ends: boolean; readonly successorId: string | null; readonly orderNo: string };
const KEPT: Choice = { ends: true, successorId: null, orderNo: '' };
const ADMINISTERS = ['office_admin'] as const;

/** Somebody leaves or moves: what the person holds, who follows in each post, and one act that hands it over. */
export default function LeaverPage() {
  const translate = useTranslate();
  const [filters, change] = useAddressFilters();
  const { officeId } = useMyOffices(ADMINISTERS, filters['officeId']);
  const personId = filters['personId'];
  return (
    <Page title={translate('nav.handOver')} subtitle={translate('leaver.subtitle')} width={900}>
      <Stack spacing={2}>
        <OfficeChoice roles={ADMINISTERS} value={officeId} onChange={(id) => change({ officeId: id, personId: undefined })} />
        <PersonPicker label={translate('leaver.person')} officeId={officeId} value={personId ?? null} onChange={(person) => change({ personId: person?.id })} />
        {personId === undefined ? <EmptyState title={translate('leaver.choose')} text={translate('leaver.chooseText')} /> : <HandOver key={personId} personId={personId} officeId={officeId} />}
      </Stack>
    </Page>
  );
}

function HandOver({ personId, officeId }: { readonly personId: string; readonly officeId: string | undefined }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const queryClient = useQueryClient();
  const [choices, setChoices] = useState<{ readonly [id: string]: Choice }>({});
  const [disable, setDisable] = useState(false);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const format = useFormat();
  const holdings = useQuery({ queryKey: [...keys.handOver, personId], queryFn: ({ signal }) => api.holdings({ params: { id: personId }, signal }) });
  const act = useMutation({
    mutationFn: (posts: readonly Held[]) =>
      api.handOver({ params: { id: personId }, body: { posts: posts.map(({ id }) => ({ appointmentId: id, successorId: choices[id]?.successorId ?? null, orderNo: choices[id]?.orderNo ?? '' })), disable, reason } }),
    onSuccess: async ({ left }) => {
      queryClient.setQueryData([...keys.handOver, personId], left);
      setIsAsking(false);
      await Promise.all([keys.people, keys.inbox].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
  if (holdings.isPending) return <LoadingRows rows={3} />;
  if (holdings.isError) return <ErrorState error={holdings.error} onRetry={() => void holdings.refetch()} />;
  const { person, appointments, claims, otherClaims, isDisabled, canDisable } = holdings.data;
  const ending = appointments.filter(({ id }) => (choices[id] ?? KEPT).ends);
  const confirm = (): void => {
    setWasTried(true);
    if (areWordsRight(reason, { isRequired: true })) act.mutate(ending);
  };
  const isRight = ending.every(({ id }) => areWordsRight(choices[id]?.orderNo ?? '', { max: ORDER_NO_MAX }));
  const isNothing = ending.length === 0 && claims.length === 0 && !disable;
  return (
    <>
      {act.data === undefined ? null : <Verdicts handed={act.data} />}
      <Panel title={translate('leaver.posts', { name: localName(person.name) })}>
        {isDisabled ? <Alert severity="info">{translate('access.disabled')}</Alert> : null}
        {appointments.length === 0 ? <EmptyState isSmall title={translate('leaver.noPosts')} /> : null}
        <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {appointments.map((held) => (
            <PostRow key={held.id} held={held} officeId={officeId} choice={choices[held.id] ?? KEPT} onChange={(choice) => setChoices({ ...choices, [held.id]: choice })} />
          ))}
        </Stack>
      </Panel>
      <Claims claims={claims} otherClaims={otherClaims} />
      {isDisabled ? null : (
        <FormControlLabel control={<Switch checked={disable} disabled={!canDisable} onChange={(_, isOn) => setDisable(isOn)} />} label={translate(canDisable ? 'leaver.disable' : 'leaver.cannotDisable')} />
      )}
      <Box><Button variant="contained" disabled={isNothing || !isRight} onClick={() => { act.reset(); setIsAsking(true); }}>{translate('nav.handOver')}</Button></Box>
      {isAsking ? (
        <ActDialog title={translate('nav.handOver')} confirmLabel={translate('nav.handOver')} tone="danger" isRunning={act.isPending} error={act.error} onConfirm={confirm} onClose={() => setIsAsking(false)}>
          <Typography>{translate('leaver.confirm', { name: localName(person.name), posts: format.number(ending.length), claims: format.number(claims.length) })}</Typography>
          <Words label={translate('act.reason')} isRequired value={reason} wasTried={wasTried} onChange={setReason} multiline />
        </ActDialog>
      ) : null}
    </>
  );
}

function PostRow({ held, officeId, choice, onChange }: { readonly held: Held; readonly officeId: string | undefined; readonly choice: Choice; readonly onChange: (choice: Choice) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const { post, capacity, openTasks, drafts, delegations } = held;
  const n = format.number;
  return (
    <Card component="li" sx={{ p: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{capacity === 'own' ? '' : `${translate(`capacity.${capacity}`)} `}{localName(post.title)}</Typography>
      <Typography variant="body2" color="text.secondary">{translate('leaver.holds', { tasks: n(openTasks), drafts: n(drafts), delegations: n(delegations) })}</Typography>
      <FormControlLabel control={<Switch checked={choice.ends} onChange={(_, ends) => onChange({ ...choice, ends })} />} label={translate('leaver.ends')} />
      {choice.ends && capacity === 'own' ? (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ mt: 1 }}>
          <PersonPicker label={translate('leaver.successor')} helperText={translate('leaver.successorHelp')} officeId={officeId} value={choice.successorId} onChange={(person) => onChange({ ...choice, successorId: person?.id ?? null })} />
          <Words label={translate('people.orderNo')} value={choice.orderNo} max={ORDER_NO_MAX} onChange={(orderNo) => onChange({ ...choice, orderNo })} />
        </Stack>
      ) : null}
    </Card>
  );
}

function Claims({ claims, otherClaims }: Pick<Holdings, 'claims' | 'otherClaims'>) {
  const translate = useTranslate();
  const format = useFormat();
  if (claims.length === 0 && otherClaims === 0) return null;
  return (
    <Panel title={translate('leaver.claims')}>
      <Typography variant="body2" color="text.secondary">{translate('leaver.claimsText')}</Typography>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {claims.map(({ letterId, taskId, kind, no, subject }) => <li key={`${letterId}/${taskId}`}>{format.digits([translate(`taskKind.${kind}`), no, subject ?? ''].filter((text) => text !== '').join(' · '))}</li>)}
      </ul>
      {otherClaims === 0 ? null : <Alert severity="warning" sx={{ mt: 1 }}>{translate('leaver.otherClaims', { n: format.number(otherClaims) })}</Alert>}
    </Panel>
  );
}

function Verdicts({ handed: { items, left } }: { readonly handed: Handed }) {
  const translate = useTranslate();
  const refused = items.filter(({ verdict }) => verdict === 'refused');
  const isWhole = refused.length === 0 && left.otherClaims === 0;
  return (
    <Alert severity={isWhole ? 'success' : 'warning'} role="status">
      {translate(isWhole ? 'leaver.done' : 'leaver.partly', { done: items.length - refused.length, refused: refused.length })}
      {refused.length === 0 ? null : <ul style={{ margin: 0, paddingInlineStart: 20 }}>{refused.map(({ letterId, taskId, code }) => <li key={`${letterId}/${taskId}`}>{translate(`errors.${code ?? 'INTERNAL'}`)}</li>)}</ul>}
    </Alert>
  );
}
