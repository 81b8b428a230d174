import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { AGENCY_ROLES, type AgencyRole } from '#domain/letter/vocabulary';
import { DEFAULT_MAX_RETURNS } from '#domain/route/acts';
import { graphOf, reachableFrom } from '#domain/route/graph';
import type { NodeId, Route } from '#domain/route/model';
import { behaviourOf } from '#domain/route/verify/structure';
import { Mark } from '../../../components/marks';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { Select, Several } from '../panel/plain-editors';
import type { FieldEditorProps, SettingValues } from '../panel/types';

/** Names of offices that are listed before the rest is only counted. */
const SHOWN = 6;

/** Steps to which a letter may be sent back, with what is done again then, and what follows the last return. */
export function ReturnsEditor({ value = [], onChange, context, node, label, help, error }: FieldEditorProps<SettingValues['steps']>) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const nameOf = (id: NodeId): string => {
    const found = context.route.nodes.find((each) => each.id === id);
    return found === undefined ? id : localName({ th: found.name, en: found.nameEn ?? '' });
  };
  const choices = context.route.nodes.filter((each) => each.id !== node.id && behaviourOf(each).kind === 'people').map(({ id }) => ({ id, title: nameOf(id) }));
  const bound = node.type === 'approve' ? (node.maxReturns ?? DEFAULT_MAX_RETURNS) : DEFAULT_MAX_RETURNS;
  return (
    <Stack spacing={1}>
      <Several label={label} value={value} choices={choices} onChange={onChange} helperText={error ?? help} />
      {value.length === 0 ? null : (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {value.map((target) => {
            const steps = passedAgain(context.route, target, node.id);
            return <Typography key={target} component="li" variant="body2" color="text.secondary">{steps.length === 0 ? translate('routeSetting.returns.direct', { name: nameOf(target) }) : translate('routeSetting.returns.again', { name: nameOf(target), steps: steps.map(nameOf).join(', ') })}</Typography>;
          })}
          <Typography component="li" variant="body2" color="text.secondary">{translate('routeSetting.returns.bound', { n: format.number(bound) })}</Typography>
        </Box>
      )}
    </Stack>
  );
}

/** Steps at which people act between one step and a later one. */
function passedAgain(route: Route, from: NodeId, to: NodeId): readonly NodeId[] {
  const graph = graphOf(route);
  const onward = reachableFrom(graph, from);
  return route.nodes.flatMap(({ id, ...node }) => (id !== from && id !== to && onward.has(id) && reachableFrom(graph, id).has(to) && behaviourOf({ id, ...node } as Route['nodes'][number]).kind === 'people' ? [id] : []));
}

/** Another route, which stays at the version that is chosen here. */
export function CallEditor({ value, onChange, context, label, help, error }: FieldEditorProps<SettingValues['route']>) {
  const translate = useTranslate();
  const format = useFormat();
  const chosen = context.routes.find(({ id }) => id === value);
  const versionOf = (n: number): string => translate('routeSetting.call.version', { n: format.number(n) });
  return (
    <Stack spacing={0.5}>
      <Select label={label} value={value === 'none' ? undefined : value} options={context.routes.map(({ id, title, version }) => ({ value: id, label: `${title} (${versionOf(version)})` }))} onChange={onChange} error={error} help={help} />
      {chosen !== undefined ? <Typography variant="body2" color="text.secondary">{translate('routeSetting.call.pinned', { n: format.number(chosen.version) })}</Typography> : null}
      {chosen === undefined && value !== undefined && value !== 'none' && context.routes.length > 0 ? <Box><Mark tone="warm">{translate('routeSetting.call.old')}</Mark></Box> : null}
    </Stack>
  );
}

/** Whom a letter is sent to: those of the draft, or a list of the office, with who is on it and who leads. */
export function RecipientsEditor({ value, onChange, context, label, help, error }: FieldEditorProps<SettingValues['recipients']>) {
  const translate = useTranslate();
  const format = useFormat();
  const chosen = typeof value === 'object' ? value : null;
  const list = context.lists.find(({ id }) => id === chosen?.listCode);
  const choose = (next: string | undefined): void => onChange(next === undefined || next === 'addressees' ? 'addressees' : { listCode: next.slice(1), role: chosen?.role ?? 'info' });
  return (
    <Stack spacing={1} role="group" aria-label={label}>
      <Select label={label} value={chosen === null ? 'addressees' : `=${chosen.listCode}`} options={[{ value: 'addressees', label: translate('designer.recipients.addressees') }, ...context.lists.map(({ id, title }) => ({ value: `=${id}`, label: title }))]} onChange={choose} error={error} help={help} />
      {context.lists.length === 0 ? <Typography variant="body2" color="text.secondary">{translate('designer.recipients.noLists')}</Typography> : null}
      {chosen === null ? null : <Select label={translate('designer.recipients.role')} value={chosen.role} options={AGENCY_ROLES.map((role) => ({ value: role, label: translate(`agencyRole.${role}`) }))} onChange={(role) => role !== undefined && onChange({ ...chosen, role: role as AgencyRole })} />}
      {list === undefined ? null : <ListMembers members={list.members} format={format.number} />}
    </Stack>
  );
}

function ListMembers({ members, format }: { readonly members: readonly { readonly title: string; readonly role: AgencyRole }[]; readonly format: (n: number) => string }) {
  const translate = useTranslate();
  const leads = members.filter(({ role }) => role === 'lead');
  const names = members.slice(0, SHOWN).map(({ title, role }) => `${title} (${translate(`agencyRole.${role}`)})`).join(', ');
  return (
    <Box>
      {leads.length === 1 ? <Typography variant="body2">{translate('routeSetting.list.lead', { name: leads[0]?.title ?? '' })}</Typography> : <Mark tone="warm">{translate('routeSetting.list.noLead')}</Mark>}
      <Typography variant="body2" color="text.secondary">{translate('routeSetting.list.members', { n: format(members.length), names: members.length > SHOWN ? `${names} …` : names })}</Typography>
    </Box>
  );
}
