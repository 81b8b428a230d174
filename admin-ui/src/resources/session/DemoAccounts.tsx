import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, List, ListItemButton, ListItemText, Paper, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useLocalName } from '../../providers/auth/use-session';

type Demo = ResponseOf<(typeof endpoints)['demoAccounts']>;
type Account = Demo['accounts'][number];

/** The people of the demonstration, by office. */
export default function DemoAccounts({ demo, onPick }: { readonly demo: Demo; readonly onPick: (account: Account) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const [filter, setFilter] = useState('');
  const [open, setOpen] = useState<string | null>(demo.accounts[0]?.officeCode ?? null);
  const words = filter.trim().toLowerCase();
  const describe = (account: Account): string =>
    [account.login, localName(account.name), localName(account.post), localName(account.office), ...account.roles.map((role) => translate(`role.${role}`))].join(' ');
  const found = demo.accounts.filter((account) => words === '' || describe(account).toLowerCase().includes(words));
  const codes = [...new Set(found.map(({ officeCode }) => officeCode))];
  const offices = codes.map((code) => [code, found.filter(({ officeCode }) => officeCode === code)] as const);

  return (
    <Paper variant="outlined" component="section" aria-label={translate('auth.demoTitle')} sx={{ p: { xs: 2, sm: 3 }, width: '100%' }}>
      <Typography variant="h2">{translate('auth.demoTitle')}</Typography>
      <Typography color="text.secondary" sx={{ mb: 1.5 }}>{translate('auth.demoText')}</Typography>
      <TextField label={translate('auth.demoSearch')} value={filter} onChange={(event) => setFilter(event.target.value)} type="search" sx={{ mb: 1.5 }} />
      <Box sx={{ maxHeight: { md: '58vh' }, overflowY: 'auto' }}>
        {offices.length === 0 ? <Typography color="text.secondary">{translate('auth.demoNone')}</Typography> : null}
        {offices.map(([code, accounts]) => (
          <Accordion
            key={code}
            disableGutters
            variant="outlined"
            expanded={words !== '' || open === code}
            onChange={(_, isOpen) => setOpen(isOpen ? code : null)}
            slotProps={{ transition: { unmountOnExit: true } }}
          >
            <AccordionSummary expandIcon={<ExpandMoreIcon />}>
              <Typography sx={{ fontWeight: 600 }}>{localName(accounts[0]?.office)}</Typography>
            </AccordionSummary>
            <AccordionDetails sx={{ p: 0 }}>
              <List dense disablePadding>
                {accounts.map((account) => (
                  <li key={`${account.login}/${account.post.th}`}>
                    <ListItemButton onClick={() => onPick(account)}>
                      <ListItemText
                        primary={localName(account.post)}
                        secondary={[account.login, ...account.roles.map((role) => translate(`role.${role}`))].join(' · ')}
                      />
                    </ListItemButton>
                  </li>
                ))}
              </List>
            </AccordionDetails>
          </Accordion>
        ))}
      </Box>
    </Paper>
  );
}
