import { Box, Chip, Divider, List, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { useId } from 'react';
import { LinkBase, useLocation, useTranslate } from 'react-admin';
import { useLocalName, useOfficeShort, useSession } from '../providers/auth/use-session';
import { useFormat } from '../providers/i18n/use-format';
import { useInboxCounts } from '../resources/tasks/use-inbox';
import { currentItem, NAV_GROUPS, type NavItem, useNavItems } from './nav-items';

/** The whole menu: parts by what one does there, and the posts in which one acts. */
export function Navigation() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const items = useNavItems();
  const current = currentItem(items, pathname);
  return (
    <Box component="nav" aria-label={translate('nav.main')} sx={{ display: 'flex', flexDirection: 'column', height: '100%', overflowY: 'auto' }}>
      <Box sx={{ px: 1, py: 1.5 }}>
        {NAV_GROUPS.map((group) => <Group key={group} name={group} items={items.filter((item) => item.group === group)} current={current} />)}
      </Box>
      <Box sx={{ flexGrow: 1 }} />
      <MyPosts />
    </Box>
  );
}

function Group({ name, items, current }: { readonly name: (typeof NAV_GROUPS)[number]; readonly items: readonly NavItem[]; readonly current: NavItem | undefined }) {
  const translate = useTranslate();
  const id = useId();
  if (items.length === 0) return null;
  const isFirst = name === NAV_GROUPS[0];
  return (
    <>
      {isFirst ? null : <Typography id={id} variant="body2" color="text.secondary" sx={{ px: 2, pt: 1.5, pb: 0.5, fontWeight: 600 }}>{translate(`nav.group.${name}`)}</Typography>}
      <List disablePadding {...(isFirst ? {} : { 'aria-labelledby': id })}>
        {items.map((item) => <Item key={item.to} item={item} isCurrent={item === current} />)}
      </List>
    </>
  );
}

function Item({ item, isCurrent }: { readonly item: NavItem; readonly isCurrent: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const counts = useInboxCounts();
  const unread = item.to === '/' ? (counts?.unread ?? 0) : 0;
  return (
    <li>
      <ListItemButton component={LinkBase} to={item.to} selected={isCurrent} aria-current={isCurrent ? 'page' : undefined} sx={{ borderRadius: 2, mb: 0.25, minHeight: 44 }}>
        <ListItemIcon sx={{ minWidth: 38, color: isCurrent ? 'primary.main' : undefined }}><item.icon /></ListItemIcon>
        <ListItemText primary={translate(item.label)} slotProps={{ primary: { sx: { fontWeight: isCurrent ? 700 : 500 } } }} />
        {unread === 0 ? null : <Chip size="small" color="primary" label={format.number(unread)} aria-label={translate('nav.unread', { n: format.number(unread) })} />}
      </ListItemButton>
    </li>
  );
}

function MyPosts() {
  const translate = useTranslate();
  const session = useSession();
  const localName = useLocalName();
  const officeShort = useOfficeShort();
  if (session === undefined) return null;
  return (
    <Box sx={{ p: 2 }}>
      <Divider sx={{ mb: 1.5 }} />
      <Typography variant="body2" color="text.secondary">{translate('nav.myPosts')}</Typography>
      {session.posts.map((post) => (
        <Typography key={`${post.id}/${post.capacity}`} variant="body2" sx={{ mt: 0.5, lineHeight: 1.45 }}>
          {post.capacity === 'own' ? null : `${translate(`capacity.${post.capacity}`)} `}
          {localName(post.title)}
          <Typography component="span" variant="body2" color="text.secondary"> · {officeShort(post.office)}</Typography>
        </Typography>
      ))}
    </Box>
  );
}
