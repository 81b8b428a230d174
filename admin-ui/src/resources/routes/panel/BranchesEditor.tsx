import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Button, FormHelperText, IconButton, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { NodeOf } from '#domain/route/model';
import { outcomeLabel } from '#domain/route/outcome-label';
import { hasThai } from '#domain/thai/script';
import { useLocalName } from '../../../providers/auth/use-session';
import { ConditionBuilder } from '../settings/ConditionBuilder';
import { freshCode } from './fresh-code';
import type { FieldEditorProps, Renamed, SettingValues } from './types';

type Branches = SettingValues['branches'];
type Branch = Branches[number];

/** Ways of a decision in the order in which they are tried, each with its name and its condition. */
export function BranchesEditor({ value = [], onChange, label, help, error, node, ...rest }: FieldEditorProps<Branches>) {
  const translate = useTranslate();
  const localName = useLocalName();
  if (node.type !== 'decide') return null;
  const taken = [node.otherwise, ...value.map(({ outcome }) => outcome)];
  const put = (index: number, branch: Branch | null, renamed?: Renamed): void => onChange(value.flatMap((each, at) => (at === index ? (branch ?? []) : each)), renamed);
  const shown = ({ outcome }: Branch): string => localName(outcomeLabel(node, outcome, rest.context.route));
  return (
    <Stack spacing={2} role="group" aria-label={label}>
      {value.map((branch, index) => (
        <Stack key={index} spacing={1} sx={{ borderInlineStart: 3, borderColor: 'divider', pl: 1.5 }}>
          <BranchNames
            branch={branch}
            n={index + 1}
            called={localName(outcomeLabel(unnamed(node, index), branch.outcome, rest.context.route))}
            isTaken={value.some((each, at) => at !== index && shown(each) === shown(branch))}
            onRemove={value.length === 1 ? null : () => put(index, null)}
            // A word that was a code becomes the name, and the lines follow the new code.
            onChange={(names) => (hasThai(branch.outcome) ? put(index, { ...names, outcome: freshCode(taken, 'way') }, { [branch.outcome]: freshCode(taken, 'way') }) : put(index, names))}
          />
          <ConditionBuilder {...rest} node={node} value={branch.when} label={translate('designer.branch.when')} help={undefined} error={undefined} isRequired onChange={(when) => put(index, { ...branch, when: when ?? { combinator: 'and', rules: [] } })} />
        </Stack>
      ))}
      <Button size="small" variant="outlined" sx={{ alignSelf: 'flex-start' }} onClick={() => onChange([...value, { outcome: freshCode(taken, 'way'), when: { combinator: 'and', rules: [] } }])}>{translate('designer.branch.add')}</Button>
      {error === undefined && help === undefined ? null : <FormHelperText error={error !== undefined}>{error ?? help}</FormHelperText>}
    </Stack>
  );
}

/** The step as if this way had no name of its own. */
const unnamed = (node: NodeOf<'decide'>, index: number): NodeOf<'decide'> => ({ ...node, branches: node.branches.map((branch, at) => (at === index ? withNames(branch, '', '') : branch)) });

function withNames({ name: _name, nameEn: _nameEn, ...branch }: Branch, name: string, nameEn: string): Branch {
  return { ...branch, ...(name === '' ? {} : { name }), ...(nameEn === '' ? {} : { nameEn }) };
}

/** What a way is called; without a name, by the words of its condition. */
function BranchNames({ branch, n, called, isTaken, onChange, onRemove }: { readonly branch: Branch; readonly n: number; readonly called: string; readonly isTaken: boolean; readonly onChange: (branch: Branch) => void; readonly onRemove: (() => void) | null }) {
  const translate = useTranslate();
  const { outcome, name = hasThai(outcome) ? outcome : '', nameEn = '' } = branch;
  const help = isTaken ? translate('designer.branch.taken') : name === '' ? translate('designer.branch.called', { name: called }) : undefined;
  return (
    <>
      <Stack direction="row" spacing={0.5}>
        <TextField label={translate('designer.branch.nth', { n })} value={name} error={isTaken} helperText={help} slotProps={{ htmlInput: { maxLength: 200 } }} onChange={(event) => onChange(withNames(branch, event.target.value, nameEn))} />
        {onRemove === null ? null : <IconButton aria-label={translate('designer.branch.remove', { name: name === '' ? called : name })} onClick={onRemove} sx={{ alignSelf: 'flex-start' }}><DeleteIcon /></IconButton>}
      </Stack>
      {name === '' ? null : <TextField label={translate('designer.branch.english', { n })} value={nameEn} slotProps={{ htmlInput: { maxLength: 200 } }} onChange={(event) => onChange(withNames(branch, name, event.target.value))} />}
    </>
  );
}
