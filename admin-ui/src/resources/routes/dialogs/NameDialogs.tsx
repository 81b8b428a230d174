import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Route, RouteNode } from '#domain/route/model';
import { ActDialog } from '../../../components/ActDialog';

type Naming = { readonly name: string; readonly nameEn: string; readonly description: string };

export function RenameDialog({ node, onRename, onClose }: { readonly node: RouteNode; readonly onRename: (name: string) => void; readonly onClose: () => void }) {
  const translate = useTranslate();
  const [name, setName] = useState(node.name);
  const isWhole = name.trim() !== '';
  return (
    <ActDialog title={translate('designer.rename.title')} confirmLabel={translate('designer.rename.confirm')} isRunning={false} error={null} canConfirm={isWhole} onConfirm={() => onRename(name.trim())} onClose={onClose}>
      <TextField
        autoFocus
        label={translate('designer.panel.name')}
        value={name}
        error={!isWhole} helperText={isWhole ? undefined : translate('ra.validation.required')} slotProps={{ htmlInput: { maxLength: 200 } }} onChange={(event) => setName(event.target.value)} onKeyDown={(event) => {
          if (event.code !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || !isWhole) return;
          // Else the same key presses what has the keyboard once the dialog has gone.
          event.preventDefault();
          onRename(name.trim());
        }}
      />
    </ActDialog>
  );
}

/** Name and description of the route itself. */
export function DescribeDialog({ route, onDescribe, onClose }: { readonly route: Route; readonly onDescribe: (naming: { readonly name: string; readonly nameEn?: string; readonly description?: string }) => void; readonly onClose: () => void }) {
  const translate = useTranslate();
  const [naming, setNaming] = useState<Naming>({ name: route.name, nameEn: route.nameEn ?? '', description: route.description ?? '' });
  const isWhole = naming.name.trim() !== '';
  const field = (key: keyof Naming, max: number, isMultiline = false) => (
    <TextField label={translate(`designer.describe.${key}`)} value={naming[key]} multiline={isMultiline} error={key === 'name' && !isWhole} helperText={key === 'name' && !isWhole ? translate('ra.validation.required') : undefined} slotProps={{ htmlInput: { maxLength: max } }} onChange={(event) => setNaming({ ...naming, [key]: event.target.value })} />
  );
  const confirm = (): void => {
    const [nameEn, description] = [naming.nameEn.trim(), naming.description.trim()];
    onDescribe({ name: naming.name.trim(), ...(nameEn === '' ? {} : { nameEn }), ...(description === '' ? {} : { description }) });
  };
  return (
    <ActDialog title={translate('designer.act.describe')} confirmLabel={translate('designer.describe.confirm')} isRunning={false} error={null} canConfirm={isWhole} onConfirm={confirm} onClose={onClose}>
      {field('name', 200)}
      {field('nameEn', 200)}
      {field('description', 2000, true)}
    </ActDialog>
  );
}
