import { Box, Chip, Divider, List, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { LinkBase, useLocation, useTranslate } from 'react-admin';
import { useLocalName, useSession } from '../providers/auth/use-session';
import { useFormat } from '../providers/i18n/use-format';
import { useInboxCounts } from '../resources/tasks/use-inbox';
import { NAV_ITEMS } from './nav-items';

export function Navigation() {
  const translate = useTranslate();
  const format = useFormat();
  const { pathname } = useLocation();
  const session = useSession();
  const localName = useLocalName();
  const counts = useInboxCounts();
  const can = session?.can ?? [];
  const items = NAV_ITEMS.filter((item) => item.for.length === 0 || item.for.some((capability) => can.includes(capability)));

  return (
    <Box component="nav" aria-label={translate('nav.main')} sx={{ display: 'flex', flexDirection: 'column', height: '100%', overflowY: 'auto' }}>
      <List sx={{ px: 1, py: 1.5 }}>
        {items.map((item) => {
          const isCurrent = item.to === '/' ? pathname === '/' : pathname.startsWith(item.to);
          const unread = item.to === '/' ? (counts?.unread ?? 0) : 0;
          return (
            <li key={item.to}>
              <ListItemButton
                component={LinkBase}
                to={item.to}
                selected={isCurrent}
                aria-current={isCurrent ? 'page' : undefined}
                sx={{ borderRadius: 2, mb: 0.5, minHeight: 44 }}
              >
                <ListItemIcon sx={{ minWidth: 38, color: isCurrent ? 'primary.main' : undefined }}><item.icon /></ListItemIcon>
                <ListItemText primary={translate(item.label)} slotProps={{ primary: { sx: { fontWeight: isCurrent ? 700 : 500 } } }} />
                {unread === 0 ? null : (
                  <Chip size="small" color="primary" label={format.number(unread)} aria-label={translate('nav.unread', { n: unread })} />
                )}
              </ListItemButton>
            </li>
          );
        })}
      </List>
      <Box sx={{ flexGrow: 1 }} />
      {session === undefined ? null : (
        <Box sx={{ p: 2 }}>
          <Divider sx={{ mb: 1.5 }} />
          <Typography variant="body2" color="text.secondary">{translate('nav.myPosts')}</Typography>
          {session.posts.map((post) => (
            <Typography key={`${post.id}/${post.capacity}`} variant="body2" sx={{ mt: 0.5, lineHeight: 1.45 }}>
              {post.capacity === 'own' ? null : `${translate(`capacity.${post.capacity}`)} `}
              {localName(post.title)}
              <Typography component="span" variant="body2" color="text.secondary"> · {post.office.short}</Typography>
            </Typography>
          ))}
        </Box>
      )}
    </Box>
  );
}
