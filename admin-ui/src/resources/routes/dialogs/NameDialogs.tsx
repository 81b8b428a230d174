import { Fragment, useState } from 'react';
import { useTranslate } from 'react-admin';
import { DESCRIPTION_MAX, NAME_MAX } from '#domain/contracts/limits';
import type { Route, RouteNode } from '#domain/route/model';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight, Words } from '../../../components/form/Words';

type Naming = { readonly name: string; readonly nameEn: string; readonly description: string };
const MAX: { readonly [K in keyof Naming]: number } = { name: NAME_MAX, nameEn: NAME_MAX, description: DESCRIPTION_MAX };
const FIELDS = ['name', 'nameEn', 'description'] as const;

export function RenameDialog({ node, onRename, onClose }: { readonly node: RouteNode; readonly onRename: (name: string) => void; readonly onClose: () => void }) {
  const translate = useTranslate();
  const [name, setName] = useState(node.name);
  const isWhole = areWordsRight(name, { max: NAME_MAX, isRequired: true });
  return (
    <ActDialog title={translate('designer.rename.title')} confirmLabel={translate('designer.rename.confirm')} isRunning={false} error={null} canConfirm={isWhole} onConfirm={() => onRename(name.trim())} onClose={onClose}>
      <Words
        autoFocus
        label={translate('designer.panel.name')}
        value={name}
        max={NAME_MAX}
        isRequired
        wasTried
        onChange={setName}
        onKeyDown={(event) => {
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
  const isWhole = FIELDS.every((key) => areWordsRight(naming[key], { max: MAX[key], isRequired: key === 'name' }));
  const field = (key: keyof Naming) => (
    <Words label={translate(`designer.describe.${key}`)} value={naming[key]} max={MAX[key]} isRequired={key === 'name'} wasTried multiline={key === 'description'} onChange={(text) => setNaming({ ...naming, [key]: text })} />
  );
  const confirm = (): void => {
    const [nameEn, description] = [naming.nameEn.trim(), naming.description.trim()];
    onDescribe({ name: naming.name.trim(), ...(nameEn === '' ? {} : { nameEn }), ...(description === '' ? {} : { description }) });
  };
  return (
    <ActDialog title={translate('designer.act.describe')} confirmLabel={translate('designer.describe.confirm')} isRunning={false} error={null} canConfirm={isWhole} onConfirm={confirm} onClose={onClose}>
      {FIELDS.map((key) => <Fragment key={key}>{field(key)}</Fragment>)}
    </ActDialog>
  );
}
