import BookmarkIcon from '@mui/icons-material/BookmarkAddOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import { Button, Chip, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Session } from '#domain/contracts/session';
import { onDemand } from '../../components/on-demand';
import type { AddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { useDesk } from '../desk/use-desk';
import type { ViewFilters } from './inbox-query';
import type { useInboxCounts } from './use-inbox';
import { viewText } from './view';

const NameDialog = onDemand(async () => (await import('./SavedFilterDialogs')).NameDialog);
const ManageDialog = onDemand(async () => (await import('./SavedFilterDialogs')).ManageDialog);

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
