import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Desk } from '#domain/contracts/desk';
import { FILTER_NAME_MAX } from '#domain/contracts/limits';
import { ActDialog } from '../../components/ActDialog';
import { areWordsRight, Words } from '../../components/form/Words';
import type { AddressFilters } from '../../hooks/use-address-filters';
import '../../i18n/work-texts';
import { ListDialog } from '../desk/ListDialog';
import { useArrange } from '../desk/use-desk';
import { inboxQuery } from './inbox-query';

/** Gives the filter that stands in the address a name. */
export function NameDialog({ desk, filters, onClose }: { readonly desk: Desk; readonly filters: AddressFilters; readonly onClose: () => void }) {
  const translate = useTranslate();
  const arrange = useArrange();
  const [name, setName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const confirm = (): void => {
    setWasTried(true);
    if (!areWordsRight(name, { max: FILTER_NAME_MAX, isRequired: true })) return;
    // The address was cut to what the API takes; sorting by due date is what goes without saying.
    const query = inboxQuery(filters) as Desk['filters'][number]['query'];
    arrange.mutate({ desk, lists: { filters: [...desk.filters, { id: crypto.randomUUID(), name: name.trim(), query }] } }, { onSuccess: onClose });
  };
  return (
    <ActDialog title={translate('arrange.saveFilter')} confirmLabel={translate('ra.action.save')} isRunning={arrange.isPending} error={arrange.error} onConfirm={confirm} onClose={onClose}>
      <Words label={translate('arrange.filterName')} isRequired autoFocus value={name} max={FILTER_NAME_MAX} wasTried={wasTried} helperText={translate('arrange.filterHelp')} onChange={setName} />
    </ActDialog>
  );
}

/** Renames, orders and thins out what was saved. */
export function ManageDialog({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const translate = useTranslate();
  const arrange = useArrange();
  return (
    <ListDialog
      title={translate('arrange.manageFilters')}
      label={translate('arrange.filterName')}
      entries={desk.filters.map(({ id, name }) => ({ id, text: name }))}
      maxLength={FILTER_NAME_MAX}
      isRunning={arrange.isPending}
      error={arrange.error}
      onSave={(entries) => arrange.mutate({ desk, lists: { filters: entries.flatMap(({ id, text }) => desk.filters.filter((each) => each.id === id).map((each) => ({ ...each, name: text }))) } }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
