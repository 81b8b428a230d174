import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LETTER_KINDS, type LetterKind } from '#domain/letter/vocabulary';
import { Picker } from '../../components/pickers';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import type { Organisation } from './types';

/** Letters that a book numbers; null means any. */
export type RuleValues = { readonly letterKind: LetterKind | null; readonly signerPostId: string | null; readonly ownerUnitId: string | null };
const ANY: RuleValues = { letterKind: null, signerPostId: null, ownerUnitId: null };

/** Which letters get their number from a book: each row by kind, signatory and owner. */
export function BookRules({ organisation, value, onChange }: { readonly organisation: Organisation; readonly value: readonly RuleValues[]; readonly onChange: (rules: readonly RuleValues[]) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const set = (at: number, change: Partial<RuleValues>): void => onChange(value.map((rule, index) => (index === at ? { ...rule, ...change } : rule)));
  return (
    <Stack spacing={1.5} role="group" aria-label={translate('bookSetting.rules')}>
      <Typography sx={{ fontWeight: 600 }}>{translate('bookSetting.rules')}</Typography>
      <Typography variant="body2" color="text.secondary">{translate('bookSetting.rulesHelp')}</Typography>
      {value.map((rule, index) => (
        <Stack key={index} direction={{ xs: 'column', md: 'row' }} spacing={1} sx={{ alignItems: { md: 'flex-start' } }}>
          <TextField select label={translate('bookSetting.letterKind')} value={rule.letterKind ?? ''} onChange={(event) => set(index, { letterKind: event.target.value === '' ? null : (event.target.value as LetterKind) })} sx={{ flex: { md: 1 }, minWidth: 0 }}>
            <MenuItem value="">{translate('bookSetting.anyKind')}</MenuItem>
            {LETTER_KINDS.map((kind) => <MenuItem key={kind} value={kind}>{translate(`kind.${kind}`)}</MenuItem>)}
          </TextField>
          <Box sx={{ flex: 1 }}><Picker label={translate('bookSetting.signer')} options={organisation.posts.filter(({ state }) => state !== 'ended')} isLoading={false} value={rule.signerPostId} titleOf={({ title }) => localName(title)} onChange={(post) => set(index, { signerPostId: post?.id ?? null })} /></Box>
          <Box sx={{ flex: 1 }}><Picker label={translate('bookSetting.owner')} options={organisation.units.filter(({ state }) => state !== 'ended')} isLoading={false} value={rule.ownerUnitId} titleOf={({ name }) => localName(name)} onChange={(unit) => set(index, { ownerUnitId: unit?.id ?? null })} /></Box>
          <IconButton aria-label={translate('bookSetting.removeRule', { n: format.number(index + 1) })} onClick={() => onChange(value.filter((_, at) => at !== index))}><RemoveIcon /></IconButton>
        </Stack>
      ))}
      <Box><Button startIcon={<AddIcon />} onClick={() => onChange([...value, ANY])}>{translate('bookSetting.addRule')}</Button></Box>
    </Stack>
  );
}
