import BookmarkIcon from '@mui/icons-material/BookmarkAddOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import { Button, Chip, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Desk } from '#domain/contracts/desk';
import { FILTER_NAME_MAX } from '#domain/contracts/limits';
import type { Session } from '#domain/contracts/session';
import { ActDialog } from '../../components/ActDialog';
import { areWordsRight, Words } from '../../components/form/Words';
import type { AddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { ListDialog } from '../desk/ListDialog';
import { useArrange, useDesk } from '../desk/use-desk';
import { inboxQuery, type useInboxCounts, type ViewFilters } from './use-inbox';
import { viewText } from './view';

type Props = {
  readonly filters: AddressFilters;
  readonly counts: ReturnType<typeof useInboxCounts>;
  readonly posts: Session['posts'];
  /** Shows another view of the inbox. */
  readonly onView: (filters: ViewFilters) => void;
};

/** One tap each: my posts where I have several, and the filters that I have saved, with how many lie in each. */
export function SavedFilters({ filters, counts, posts, onView }: Props) {
  const translate = useTranslate();
  const localName = useLocalName();
  const desk = useDesk();
  const [isNaming, setIsNaming] = useState(false);
  const [isManaged, setIsManaged] = useState(false);
  const view = viewText(filters);
  const saved = desk?.filters ?? [];
  const ownPosts = [...new Map(posts.map((post) => [post.id, post])).values()];
  const canSave = desk !== undefined && view !== '' && !saved.some(({ query }) => viewText(query) === view);
  if (ownPosts.length < 2 && saved.length === 0 && !canSave) return null;

  return (
    <Stack direction="row" useFlexGap spacing={1} role="group" aria-label={translate('arrange.views')} sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
      {ownPosts.length < 2 ? null : ownPosts.map((post) => (
        <ViewChip key={post.id} name={localName(post.title)} count={counts?.posts.find(({ postId }) => postId === post.id)} isOn={view === viewText({ postId: post.id })} onClick={() => onView({ postId: post.id })} />
      ))}
      {saved.map(({ id, name, query }) => (
        <ViewChip key={id} name={name} count={counts?.filters.find((each) => each.id === id)} isOn={view === viewText(query)} onClick={() => onView(query)} />
      ))}
      {canSave ? <Button size="small" startIcon={<BookmarkIcon />} onClick={() => setIsNaming(true)}>{translate('arrange.saveFilter')}</Button> : null}
      {saved.length === 0 ? null : <Button size="small" startIcon={<EditIcon />} onClick={() => setIsManaged(true)}>{translate('arrange.manageFilters')}</Button>}
      {isNaming && desk !== undefined ? <NameDialog desk={desk} filters={filters} onClose={() => setIsNaming(false)} /> : null}
      {isManaged && desk !== undefined ? <ManageDialog desk={desk} onClose={() => setIsManaged(false)} /> : null}
    </Stack>
  );
}

function ViewChip({ name, count, isOn, onClick }: { readonly name: string; readonly count: { readonly all: number; readonly unread: number } | undefined; readonly isOn: boolean; readonly onClick: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const figures = count === undefined ? '' : ` ${format.number(count.all)}${count.unread === 0 ? '' : ` (${translate('arrange.unread', { n: format.number(count.unread) })})`}`;
  return <Chip clickable component="button" aria-pressed={isOn} color={isOn ? 'primary' : 'default'} variant={isOn ? 'filled' : 'outlined'} label={`${name}${figures}`} onClick={onClick} sx={{ minHeight: 36, maxWidth: '100%' }} />;
}

function NameDialog({ desk, filters, onClose }: { readonly desk: Desk; readonly filters: AddressFilters; readonly onClose: () => void }) {
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

function ManageDialog({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
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
