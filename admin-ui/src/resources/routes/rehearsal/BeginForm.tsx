import { Box, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { SECRECIES } from '#domain/letter/vocabulary';
import { findFact } from '#domain/route/facts';
import type { Route } from '#domain/route/model';
import type { Script } from '#domain/route/rehearsal/script';
import { InstantField } from '../../../components/form/date-fields';
import { useLocalName } from '../../../providers/auth/use-session';
import { Select } from '../panel/plain-editors';
import type { SettingsContext } from '../panel/types';
import { FactValueEditor } from '../settings/FactValueEditor';
import { factsOf, withFact } from './setting';

/** What letter is rehearsed: when it comes, from whom, and the facts that decide anything on this route. */
export function BeginForm({ route, script, context, onChange }: { readonly route: Route; readonly script: Script; readonly context: SettingsContext; readonly onChange: (script: Script) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const change = (more: Partial<Script>): void => onChange({ ...script, ...more, moves: [] });
  const isIncoming = script.facts['direction'] === 'incoming';
  const unit = context.people?.facts.units.find(({ id }) => id === script.unitId)?.code;
  return (
    <Box role="group" aria-label={translate('rehearsal.begin.title')} sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(220px, 1fr))' } }}>
      <InstantField label={translate('rehearsal.begin.at')} value={script.at} onChange={(at) => at !== null && change({ at })} />
      {isIncoming ? null : <Select label={translate('rehearsal.begin.drafter')} value={script.drafterPost ?? undefined} options={context.posts.map(({ id, title }) => ({ value: id, label: title }))} onChange={(drafterPost) => change({ drafterPost: drafterPost ?? null, unitId: context.people?.facts.posts.find(({ code }) => code === drafterPost)?.unitId ?? script.unitId })} isRequired={false} />}
      <Select label={translate('rehearsal.begin.unit')} value={unit} options={context.units.map(({ id, title }) => ({ value: id, label: title }))} onChange={(code) => change({ unitId: context.people?.facts.units.find((each) => each.code === code)?.id ?? null })} isRequired={false} />
      <Select label={translate('field.secrecy')} value={script.secrecy} options={SECRECIES.map((value) => ({ value, label: translate(`secrecy.${value}`) }))} onChange={(value) => change({ secrecy: SECRECIES.find((each) => each === value) ?? 'none' })} />
      {factsOf(route).map((name) => (
        <Stack key={name}><FactValueEditor fact={name} operator="=" value={script.facts[name] ?? null} onChange={(value) => change({ facts: withFact(script.facts, name, value) })} context={context} label={localName(findFact(name))} /></Stack>
      ))}
    </Box>
  );
}
