import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../../components/Page';
import { useFormat } from '../../providers/i18n/use-format';
import type { IntakeValues } from './intake-form';
import { openProposals, type Proposal } from './proposals';

/** Text keys of the fields that proposals are for. */
const LABELS: { readonly [F in Proposal['field']]: string } = {
  theirNo: 'field.no', theirDate: 'field.dated', fromText: 'field.from', toText: 'field.to', subject: 'field.subject', secrecy: 'field.secrecy',
  urgency: 'field.urgency', kind: 'field.kind', references: 'field.references', enclosures: 'field.enclosures',
};
const WORDS: ReadonlySet<string> = new Set(['kind', 'urgency', 'secrecy']);

/** Label of a proposal, and what it would put into the form, in the reader's words. */
export function useProposalText(): (proposal: Proposal) => { readonly label: string; readonly value: string } {
  const translate = useTranslate();
  const format = useFormat();
  return ({ field, patch }) => {
    const label = translate(LABELS[field]);
    if (patch === null) return { label, value: translate('secrecy.top_secret') };
    const [given] = Object.values(patch);
    const value = typeof given === 'string' ? given : '';
    if (WORDS.has(field)) return { label, value: translate(`${field}.${value}`) };
    return { label, value: field === 'theirDate' ? format.date(value) : format.digits(value) };
  };
}

/** What was read on the first page, for a person to confirm: one by one, or all by one key. Nothing is put into the form by itself. */
export function ProposalsPanel({ proposals, onUse, onPoint }: {
  readonly proposals: readonly Proposal[];
  readonly onUse: (patch: Partial<IntakeValues>) => void;
  readonly onPoint: (proposal: Proposal | null) => void;
}) {
  const translate = useTranslate();
  const textOf = useProposalText();
  const open = openProposals(proposals);
  const usable = open.filter(({ patch }) => patch !== null);
  const useAll = <Button size="small" variant="contained" onClick={() => onUse(Object.assign({}, ...usable.map(({ patch }) => patch)) as Partial<IntakeValues>)}>{translate('intake.useAll')}</Button>;
  return (
    <Panel title={translate('intake.read')} actions={usable.length === 0 ? undefined : useAll}>
      {open.some(({ patch }) => patch === null) ? <Alert severity="error" sx={{ mb: 1 }}>{translate('intake.topSecret')}</Alert> : null}
      {usable.length === 0 ? (
        <Typography variant="body2" color="text.secondary">{translate('intake.allUsed')}</Typography>
      ) : (
        <>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate('intake.readHelp')}</Typography>
          <Stack component="ul" spacing={0.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {usable.map((proposal) => <ProposalRow key={proposal.field} {...textOf(proposal)} onUse={() => onUse(proposal.patch ?? {})} onPoint={(isOn) => onPoint(isOn ? proposal : null)} />)}
          </Stack>
        </>
      )}
    </Panel>
  );
}

function ProposalRow({ label, value, onUse, onPoint }: { readonly label: string; readonly value: string; readonly onUse: () => void; readonly onPoint: (isOn: boolean) => void }) {
  const translate = useTranslate();
  return (
    <Box
      component="li"
      onMouseEnter={() => onPoint(true)}
      onMouseLeave={() => onPoint(false)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        <Typography component="span" variant="body2" color="text.secondary">{label}</Typography> {value}
      </Box>
      <Button size="small" variant="outlined" sx={{ flexShrink: 0 }} onClick={onUse} aria-label={translate('intake.useOne', { label, value })}>{translate('intake.use')}</Button>
    </Box>
  );
}
