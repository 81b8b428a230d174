import { Alert, Button, Stack, TextField, Typography } from '@mui/material';
import type { ComponentType } from 'react';
import { useTranslate } from 'react-admin';
import type { RouteNode } from '#domain/route/model';
import type { FormField } from '#domain/route/steps/form';
import { stepForms } from '#domain/route/steps/forms';
import type { Finding } from '#domain/route/verify';
import { issueText } from '../../../components/form/use-contract-form';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFindingText } from '../findings/use-finding-text';
import { fieldEditors } from './field-editors';
import type { FieldEditorProps, Renamed, SettingsContext } from './types';

type Settings = { readonly [name: string]: unknown };
export type StepPanelProps = {
  readonly node: RouteNode;
  readonly context: SettingsContext;
  readonly findings: readonly Finding[];
  /** The step with another setting; edits of one gesture are undone as one. */
  readonly onChange: (node: RouteNode, gesture: string, renamed?: Renamed) => void;
  readonly onMend: (finding: Finding) => void;
  readonly canMend: (finding: Finding) => boolean;
};

/** Settings of one step, made from the form of its type. */
export function StepPanel({ node, context, findings, onChange, onMend, canMend }: StepPanelProps) {
  const translate = useTranslate();
  const textOf = useFindingText();
  const localName = useLocalName();
  const form = stepForms[node.type];
  const errors = useErrors(node);
  const fields = Object.entries(form.fields as { readonly [name: string]: FormField }).filter(([, field]) => isShown(field, node));
  const set = (name: string, value: unknown, renamed?: Renamed): void => onChange(withSetting(node, name, value), `${node.id}.${name}`, renamed);
  return (
    <Stack spacing={2} component="section" aria-label={translate('designer.panel.title', { name: node.name })}>
      <Typography variant="body2" color="text.secondary">{`${localName(form.label)} · ${localName(form.help)}`}</Typography>
      {findings.map((finding) => (
        <Alert key={finding.id} severity={finding.severity} action={canMend(finding) ? <Button color="inherit" size="small" onClick={() => onMend(finding)}>{translate('designer.findings.mend')}</Button> : undefined}>
          {textOf(finding)}
        </Alert>
      ))}
      <TextField label={translate('designer.panel.name')} value={node.name} required error={errors.name !== undefined} helperText={errors.name} slotProps={{ htmlInput: { maxLength: 200, 'data-step-name': true } }} onChange={(event) => set('name', event.target.value)} />
      <TextField label={translate('designer.panel.nameEn')} value={node.nameEn ?? ''} slotProps={{ htmlInput: { maxLength: 200 } }} onChange={(event) => set('nameEn', event.target.value === '' ? undefined : event.target.value)} />
      {fields.map(([name, field]) => <Setting key={name} name={name} field={field} node={node} context={context} error={errors[name]} onChange={(value, renamed) => set(name, value, renamed)} />)}
      <TextField label={translate('designer.panel.description')} helperText={translate('designer.panel.descriptionHelp')} multiline minRows={2} value={node.description ?? ''} slotProps={{ htmlInput: { maxLength: 2000 } }} onChange={(event) => set('description', event.target.value === '' ? undefined : event.target.value)} />
    </Stack>
  );
}

function Setting({ name, field, node, context, error, onChange }: { readonly name: string; readonly field: FormField; readonly node: RouteNode; readonly context: SettingsContext; readonly error: string | undefined; readonly onChange: (value: unknown, renamed?: Renamed) => void }) {
  const localName = useLocalName();
  // The field's kind says what its setting holds, and the table has the editor of that very kind.
  const Editor = fieldEditors[field.widget] as unknown as ComponentType<FieldEditorProps<unknown>>;
  const value = (node as unknown as Settings)[name];
  return <Editor value={value} onChange={onChange} context={context} field={field} node={node} label={localName(field)} help={field.help === undefined ? undefined : localName(field.help)} error={error} isRequired={isNeeded(node, name)} />;
}

/** What the step's own schema finds wrong, by setting. */
function useErrors(node: RouteNode): { readonly [name: string]: string } {
  const translate = useTranslate();
  const parsed = stepForms[node.type].schema.safeParse(node);
  const errors: Record<string, string> = {};
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const [key, options] = issueText(issue);
    errors[String(issue.path[0] ?? '')] ??= translate(key, options);
  }
  return errors;
}

const isShown = ({ isCode, shownWhen }: FormField, node: RouteNode): boolean => isCode !== true && (shownWhen === undefined || shownWhen.in.includes(String((node as unknown as Settings)[shownWhen.field])));

function withSetting(node: RouteNode, name: string, value: unknown): RouteNode {
  const { [name]: _before, ...rest } = node as unknown as Settings;
  // The same step with one setting changed or taken away; its schema says whether it is whole.
  return (value === undefined ? rest : { ...(node as unknown as Settings), [name]: value }) as unknown as RouteNode;
}

/** Whether a step without this setting is refused by its schema. */
function isNeeded(node: RouteNode, name: string): boolean {
  const { [name]: _setting, ...rest } = stepForms[node.type].fresh(node.id) as unknown as Settings;
  const parsed = stepForms[node.type].schema.safeParse(rest);
  return !parsed.success && parsed.error.issues.some(({ path }) => path[0] === name);
}
