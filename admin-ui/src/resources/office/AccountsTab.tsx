import { Button, Paper, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../components/ActDialog';
import { Mark } from '../../components/marks';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName, useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import type { ToneName } from '../../theme/theme';
import { OneTimePassword } from './OneTimePassword';
import { PersonDialog } from './PersonDialog';
import { type RowAct, RowMenu } from './TreeRow';
import type { Account, TabProps } from './types';
import { useOfficeChange } from './use-office';

const TONES: { readonly [K in Account['account']]: ToneName } = { none: 'warm', invited: 'info', expired: 'hot', active: 'good', disabled: 'muted' };
type Asking = 'password' | 'disable' | 'enable' | 'signOut';
type Opened = { readonly kind: 'person'; readonly person: Account | null } | { readonly kind: Asking; readonly person: Account };

/** Persons of the office with their accounts: invite, reset, close, sign out everywhere. */
export default function AccountsTab({ officeId }: TabProps) {
  const translate = useTranslate();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const [opened, setOpened] = useState<Opened | null>(null);
  const words = (filters['q'] ?? '').trim().toLowerCase();
  const accounts = useQuery({ queryKey: [...keys.people, 'accounts', officeId], queryFn: ({ signal }) => api.listAccounts({ query: { officeId }, signal }) });
  const textOf = ({ name, login, posts }: Account): string => [name.th, name.en, login, ...posts.map(({ title }) => title.th)].join(' ').toLowerCase();
  const items = accounts.data?.items.filter((each) => words === '' || textOf(each).includes(words));
  return (
    <>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', mb: 2, justifyContent: 'space-between' }}>
        <TextField type="search" label={translate('account.search')} value={filters['q'] ?? ''} onChange={(event) => change({ q: event.target.value })} sx={{ width: { xs: '100%', sm: 320 } }} />
        <Button variant="contained" onClick={() => setOpened({ kind: 'person', person: null })}>{translate('account.new')}</Button>
      </Stack>
      {accounts.isPending ? <LoadingRows /> : null}
      {accounts.isError ? <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} /> : null}
      {items?.length === 0 ? <EmptyState isFiltered={words !== ''} title={translate('account.none')} /> : null}
      <Stack spacing={1} component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {items?.map((person) => <AccountCard key={person.id} person={person} onOpen={(kind) => setOpened({ kind, person } as Opened)} />)}
      </Stack>
      {opened?.kind === 'person' ? <PersonDialog officeId={officeId} person={opened.person} fresh={accounts.data?.items.find(({ id }) => id === opened.person?.id) ?? null} onInvite={(person) => setOpened({ kind: 'password', person })} onClose={() => setOpened(null)} /> : null}
      {opened?.kind === 'password' ? <OneTimePassword person={opened.person} onClose={() => setOpened(null)} /> : null}
      {opened !== null && opened.kind !== 'person' && opened.kind !== 'password' ? <Confirm kind={opened.kind} person={opened.person} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function AccountCard({ person, onOpen }: { readonly person: Account; readonly onOpen: (kind: 'person' | Asking) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const isMe = useSession()?.person.id === person.id;
  const { account } = person;
  const all: readonly (RowAct & { readonly isOffered: boolean })[] = [
    { label: translate('account.edit'), run: () => onOpen('person'), isOffered: true },
    { label: translate(account === 'none' ? 'account.invite' : 'account.reset'), run: () => onOpen('password'), isOffered: !isMe && account !== 'disabled' },
    { label: translate('account.signOut'), run: () => onOpen('signOut'), isOffered: person.sessions > 0 },
    { label: translate('account.disable'), run: () => onOpen('disable'), isOffered: !isMe && account !== 'disabled' },
    { label: translate('account.enable'), run: () => onOpen('enable'), isOffered: account === 'disabled' },
  ];
  return (
    <Paper component="li" variant="outlined" sx={{ p: 1.5, display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Stack spacing={0.5} sx={{ flex: 1, minWidth: 0 }}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{localName(person.name)}</Typography>
          <Mark tone={TONES[account]}>{translate(`account.state.${account}`)}</Mark>
          {person.clearance === 'none' ? null : <Mark tone="calm">{translate('account.cleared', { level: translate(`secrecy.${person.clearance}`) })}</Mark>}
        </Stack>
        <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {[person.login, person.posts.length === 0 ? translate('account.noPost') : person.posts.map(({ title }) => localName(title)).join(', ')].join(' · ')}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {[account === 'invited' ? translate('account.until', { at: format.dateTime(person.passwordExpiresAt) }) : '', person.sessions === 0 ? '' : translate('account.sessions', { n: format.number(person.sessions) }), person.email, person.phone].filter((text) => text !== '').join(' · ')}
        </Typography>
      </Stack>
      {person.canEdit ? <RowMenu name={localName(person.name)} acts={all.filter(({ isOffered }) => isOffered)} /> : <Mark tone="muted">{translate('account.elsewhere')}</Mark>}
    </Paper>
  );
}

function Confirm({ kind, person, onClose }: { readonly kind: Exclude<Asking, 'password'>; readonly person: Account; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const args = { params: { id: person.id } };
  const calls = { disable: () => api.disableAccount(args), enable: () => api.enableAccount(args), signOut: () => api.signOutPerson(args) };
  const act = useOfficeChange({ change: () => calls[kind](), told: 'office.saved', onDone: onClose });
  return (
    <ActDialog title={translate(`account.${kind}`)} confirmLabel={translate(`account.${kind}`)} tone={kind === 'enable' ? 'primary' : 'danger'} isRunning={act.isPending} error={act.error} onConfirm={() => act.mutate(undefined)} onClose={onClose}>
      <Typography sx={{ fontWeight: 600 }}>{localName(person.name)}</Typography>
      <Typography>{translate(`account.text.${kind}`)}</Typography>
    </ActDialog>
  );
}
