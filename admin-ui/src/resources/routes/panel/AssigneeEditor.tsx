import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, FormHelperText, IconButton, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ROLES, type Role } from '#domain/letter/vocabulary';
import { FACTS } from '#domain/route/facts';
import type { AssigneeRule, UnitRef } from '#domain/route/model';
import { sayRule } from '#domain/route/say';
import { useLang } from '../../../providers/i18n/use-lang';
import { AssigneePreview } from '../settings/AssigneePreview';
import { Select, Several, toOptions } from './plain-editors';
import type { FieldEditorProps, SettingsContext } from './types';

/** Kinds of rule that a route may hold, the commonest first. */
const KINDS = ['post', 'unitHead', 'superior', 'role', 'oversees', 'group', 'drafter', 'field'] as const;
type Kind = (typeof KINDS)[number];
type RuleOf<K extends Kind> = Extract<AssigneeRule, { by: K }>;

/** What a rule of each kind begins as; a post is still to be chosen. */
const FRESH: { readonly [K in Kind]: (context: SettingsContext) => RuleOf<K> } = {
  post: ({ posts }) => ({ by: 'post', postCode: posts[0]?.id ?? '-' }),
  unitHead: () => ({ by: 'unitHead', unit: 'holder' }),
  superior: () => ({ by: 'superior', of: 'lastActor' }),
  role: () => ({ by: 'role', role: 'clerk', unit: 'registry' }),
  oversees: () => ({ by: 'oversees', unit: 'holder' }),
  group: ({ posts }) => ({ by: 'group', postCodes: posts.slice(0, 1).map(({ id }) => id) }),
  drafter: () => ({ by: 'drafter' }),
  field: () => ({ by: 'field', fact: 'actingPerson' }),
};
const RELATIVE_UNITS = ['holder', 'owner', 'proposed', 'registry'] as const;

/** Who is asked: the kind of rule, what it needs, and the rule said back. */
export function AssigneeEditor({ value, onChange, context, label, help, error, isRequired }: FieldEditorProps<AssigneeRule>) {
  const translate = useTranslate();
  const kind = KINDS.find((each) => each === value?.by);
  return (
    <Stack spacing={1} role="group" aria-label={label}>
      <Select
        label={label}
        value={kind}
        options={KINDS.map((each) => ({ value: each, label: translate(`designer.assignee.${each}`) }))}
        onChange={(by) => onChange(by === undefined ? undefined : FRESH[by as Kind](context))}
        error={error}
        help={help}
        isRequired={isRequired}
      />
      {value === undefined ? null : <RuleDetails rule={value} context={context} onChange={onChange} />}
      {value === undefined ? null : <Typography variant="body2" color="text.secondary">{sayRule(value, context.words)}</Typography>}
      {value === undefined ? null : <AssigneePreview rule={value} context={context} />}
    </Stack>
  );
}

function RuleDetails({ rule, context, onChange }: { readonly rule: AssigneeRule; readonly context: SettingsContext; readonly onChange: (rule: AssigneeRule) => void }) {
  const translate = useTranslate();
  const lang = useLang();
  if (rule.by === 'post') return <Select label={translate('designer.assignee.post')} value={rule.postCode} options={toOptions(context.posts)} onChange={(postCode) => postCode !== undefined && onChange({ by: 'post', postCode })} />;
  if (rule.by === 'group') return <Several label={translate('designer.assignee.posts')} value={rule.postCodes} choices={context.posts} onChange={(postCodes) => onChange({ by: 'group', postCodes })} />;
  if (rule.by === 'unitHead' || rule.by === 'oversees') return <UnitSelect unit={rule.unit} context={context} onChange={(unit) => unit !== undefined && onChange({ ...rule, unit })} />;
  if (rule.by === 'superior') {
    return <Select label={translate('designer.assignee.of')} value={rule.of} options={(['lastActor', 'drafter'] as const).map((value) => ({ value, label: translate(`designer.assignee.${value}`) }))} onChange={(of) => onChange({ by: 'superior', of: of === 'drafter' ? 'drafter' : 'lastActor' })} />;
  }
  if (rule.by === 'field') {
    const facts = Object.entries(FACTS).filter(([, { type }]) => type === 'person' || type === 'post');
    return <Select label={translate('designer.assignee.fact')} value={rule.fact} options={facts.map(([value, fact]) => ({ value, label: lang === 'en' ? fact.en : fact.th }))} onChange={(fact) => fact !== undefined && onChange({ by: 'field', fact })} />;
  }
  if (rule.by !== 'role') return null;
  return (
    <>
      <Select label={translate('designer.assignee.role')} value={rule.role} options={ROLES.map((value) => ({ value, label: translate(`role.${value}`) }))} onChange={(role) => role !== undefined && onChange({ ...rule, role: role as Role })} />
      <UnitSelect unit={rule.unit} context={context} isRequired={false} onChange={(unit) => onChange({ by: 'role', role: rule.role, ...(unit === undefined ? {} : { unit }) })} />
    </>
  );
}

function UnitSelect({ unit, context, onChange, isRequired = true }: { readonly unit: UnitRef | undefined; readonly context: SettingsContext; readonly onChange: (unit: UnitRef | undefined) => void; readonly isRequired?: boolean }) {
  const translate = useTranslate();
  const relative = RELATIVE_UNITS.map((value) => ({ value, label: translate(`designer.unit.${value}`) }));
  // Codes of units may be called like one of the relations.
  const fixed = context.units.map(({ id, title }) => ({ value: `=${id}`, label: title }));
  const value = unit === undefined ? undefined : typeof unit === 'string' ? unit : `=${unit.unitCode}`;
  const change = (next: string | undefined): void => onChange(next === undefined ? undefined : next.startsWith('=') ? { unitCode: next.slice(1) } : RELATIVE_UNITS.find((each) => each === next));
  return <Select label={translate('designer.assignee.unit')} value={value} options={[...relative, ...fixed]} onChange={change} isRequired={isRequired} />;
}

/** Several rules, each by the editor of one. */
export function AssigneesEditor(props: FieldEditorProps<readonly AssigneeRule[]>) {
  const { value = [], onChange, label, help, error, ...rest } = props;
  const translate = useTranslate();
  const put = (index: number, rule: AssigneeRule | undefined): void => onChange(value.flatMap((each, at) => (at === index ? (rule ?? []) : each)));
  return (
    <Stack spacing={1.5} role="group" aria-label={label}>
      {value.map((rule, index) => (
        <Stack key={index} direction="row" spacing={0.5} sx={{ alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <AssigneeEditor {...rest} value={rule} label={value.length === 1 ? label : translate('designer.setting.nth', { label, n: index + 1 })} help={undefined} error={undefined} isRequired onChange={(next) => put(index, next)} />
          </Box>
          {value.length === 1 ? null : <IconButton aria-label={translate('designer.setting.removeNth', { label, n: index + 1 })} onClick={() => put(index, undefined)}><DeleteIcon /></IconButton>}
        </Stack>
      ))}
      <Button size="small" variant="outlined" sx={{ alignSelf: 'flex-start' }} onClick={() => onChange([...value, FRESH.post(props.context)])}>{translate('designer.setting.add', { label })}</Button>
      {error === undefined && help === undefined ? null : <FormHelperText error={error !== undefined}>{error ?? help}</FormHelperText>}
    </Stack>
  );
}
