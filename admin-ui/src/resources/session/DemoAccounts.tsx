import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, List, ListItemButton, ListItemText, Paper, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { ErrorState, LoadingRows } from '../../components/states';
import { useDebounced } from '../../hooks/use-debounced';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';

type Demo = ResponseOf<(typeof endpoints)['demoAccounts']>;
type Account = Demo['accounts'][number];
type Office = Demo['offices'][number];
type PickProps = { readonly onPick: (account: Account) => void };

/** The people of the demonstration, by office; those of an office are fetched when it is opened. */
export default function DemoAccounts({ demo, onPick }: PickProps & { readonly demo: Demo }) {
  const translate = useTranslate();
  const api = useApi();
  const [filter, setFilter] = useState('');
  const [open, setOpen] = useState<string | null>(demo.offices[0]?.code ?? null);
  const words = useDebounced(filter.trim());
  const found = useQuery({ queryKey: ['demoAccounts', 'words', words], queryFn: ({ signal }) => api.demoAccounts({ query: { q: words }, signal }), enabled: words !== '', retry: false, placeholderData: (before) => before });
  const isFound = (office: Office): boolean => found.data?.accounts.some(({ officeCode }) => officeCode === office.code) === true;
  return (
    <Paper variant="outlined" component="section" aria-label={translate('auth.demoTitle')} sx={{ p: { xs: 2, sm: 3 }, width: '100%' }}>
      <Typography variant="h2">{translate('auth.demoTitle')}</Typography>
      <Typography color="text.secondary" sx={{ mb: 1.5 }}>{translate('auth.demoText')}</Typography>
      <TextField label={translate('auth.demoSearch')} value={filter} onChange={(event) => setFilter(event.target.value)} type="search" sx={{ mb: 1.5 }} slotProps={{ htmlInput: { maxLength: 100 } }} />
      <Box sx={{ maxHeight: { md: '58vh' }, overflowY: 'auto' }}>
        {words === '' ? demo.offices.map((office) => (
          <OfficeRow key={office.code} office={office} isOpen={open === office.code} onToggle={(isOpen) => setOpen(isOpen ? office.code : null)}>
            <OfficeAccounts office={office} first={office === demo.offices[0] ? demo : undefined} onPick={onPick} />
          </OfficeRow>
        )) : /* Rows of their own: one that closes would fetch all of its office. */ demo.offices.filter(isFound).map((office) => (
          <OfficeRow key={`found ${office.code}`} office={office} isOpen><Accounts accounts={(found.data?.accounts ?? []).filter(({ officeCode }) => officeCode === office.code)} onPick={onPick} /></OfficeRow>
        ))}
        {words !== '' && found.isPending ? <LoadingRows rows={2} /> : null}
        {words !== '' && found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
        {words !== '' && found.data?.accounts.length === 0 ? <Typography color="text.secondary">{translate('auth.demoNone')}</Typography> : null}
      </Box>
    </Paper>
  );
}

function OfficeRow({ office, isOpen, onToggle, children }: { readonly office: Office; readonly isOpen: boolean; readonly onToggle?: (isOpen: boolean) => void; readonly children: ReactElement }) {
  const localName = useLocalName();
  return (
    <Accordion disableGutters variant="outlined" expanded={isOpen} onChange={(_, next) => onToggle?.(next)} slotProps={{ transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandMoreIcon />}><Typography sx={{ fontWeight: 600 }}>{localName(office.name)}</Typography></AccordionSummary>
      <AccordionDetails sx={{ p: 0 }}>{children}</AccordionDetails>
    </Accordion>
  );
}

function OfficeAccounts({ office, first, onPick }: PickProps & { readonly office: Office; /** What came with the list of offices. */ readonly first: Demo | undefined }) {
  const api = useApi();
  const accounts = useQuery({ queryKey: ['demoAccounts', 'office', office.code], queryFn: ({ signal }) => api.demoAccounts({ query: { office: office.code }, signal }), retry: false, staleTime: Infinity, ...(first === undefined ? {} : { initialData: first }) });
  if (accounts.isPending) return <LoadingRows rows={3} />;
  if (accounts.isError) return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  return <Accounts accounts={accounts.data.accounts} onPick={onPick} />;
}

function Accounts({ accounts, onPick }: PickProps & { readonly accounts: readonly Account[] }) {
  const translate = useTranslate();
  const localName = useLocalName();
  return (
    <List dense disablePadding>
      {accounts.map((account) => (
        <li key={`${account.login}/${account.post.th}`}>
          <ListItemButton onClick={() => onPick(account)}>
            <ListItemText primary={localName(account.post)} secondary={[account.login, ...account.roles.map((role) => translate(`role.${role}`))].join(' · ')} />
          </ListItemButton>
        </li>
      ))}
    </List>
  );
}
