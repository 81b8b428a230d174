import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import { Box, Button } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { onDemand } from '../components/on-demand';
import { useLocalName, useSession } from '../providers/auth/use-session';

const PasswordDialog = lazy(() => import('./PasswordDialog'));
const ProfileChoices = onDemand(async () => (await import('./ProfileChoices')).ProfileChoices);
const fetchSoon = (): void => void ProfileChoices.preload().catch(() => undefined);

/** Who I am, and behind it all that I may choose; its script comes when the pointer or the keyboard reaches the button. */
export function ProfileMenu({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const translate = useTranslate();
  const session = useSession();
  const localName = useLocalName();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isPasswordOpen, setIsPasswordOpen] = useState(false);
  const name = localName(session?.person.name);

  return (
    <>
      <Button
        color="inherit"
        onPointerEnter={fetchSoon}
        onFocus={fetchSoon}
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={`${translate('ra.auth.user_menu')} ${name}`}
        startIcon={<AccountIcon />}
        sx={{ minWidth: 44, '& .MuiButton-startIcon': { mr: { xs: 0, sm: 1 } } }}
      >
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' }, maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{name}</Box>
      </Button>
      {anchor === null ? null : <ProfileChoices anchor={anchor} onClose={() => setAnchor(null)} onShortcuts={onShortcuts} onPassword={() => setIsPasswordOpen(true)} />}
      {isPasswordOpen ? <Suspense fallback={null}><PasswordDialog onClose={() => setIsPasswordOpen(false)} /></Suspense> : null}
    </>
  );
}
