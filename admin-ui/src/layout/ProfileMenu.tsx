import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import CheckIcon from '@mui/icons-material/Check';
import { Box, Button, Divider, ListItemIcon, ListItemText, ListSubheader, Menu, MenuItem, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocaleState, useLogout, useTheme, useTranslate } from 'react-admin';
import { useTell } from '../hooks/use-tell';
import { SESSION_KEY } from '../providers/auth/auth-provider';
import { useLocalName, useSession } from '../providers/auth/use-session';
import { useApi } from '../providers/data/data-provider';
import { LOCALES } from '../providers/i18n/i18n-provider';
import { useErrorText } from '../providers/i18n/use-error-text';

function Choice({ isChosen, onChoose, children }: { readonly isChosen: boolean; readonly onChoose: () => void; readonly children: ReactNode }) {
  return (
    <MenuItem role="menuitemradio" aria-checked={isChosen} onClick={onChoose} dense>
      <ListItemIcon>{isChosen ? <CheckIcon fontSize="small" /> : null}</ListItemIcon>
      <ListItemText>{children}</ListItemText>
    </MenuItem>
  );
}

/** Who I am; language, digits, light or dark, signing out here or everywhere. */
export function ProfileMenu() {
  const translate = useTranslate();
  const session = useSession();
  const localName = useLocalName();
  const [locale, setLocale] = useLocaleState();
  const [theme, setTheme] = useTheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const logout = useLogout();
  const api = useApi();
  const queryClient = useQueryClient();
  const tell = useTell();
  const errorText = useErrorText();
  const savePreferences = useMutation({
    mutationFn: (body: { locale?: 'th' | 'en'; digits?: 'thai' | 'arabic' }) => api.preferences({ body }),
    onSuccess: (saved) => queryClient.setQueryData(SESSION_KEY, saved),
    onError: (error) => tell(errorText(error), 'error'),
  });
  const signOut = (isEverywhere: boolean) => async (): Promise<void> => {
    setAnchor(null);
    try {
      if (isEverywhere) await api.logoutAll({});
      await logout({}, '/login', false);
    } catch (error) {
      tell(errorText(error), 'error');
    }
  };
  const name = localName(session?.person.name);

  return (
    <>
      <Button
        color="inherit"
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={`${translate('ra.auth.user_menu')} ${name}`}
        startIcon={<AccountIcon />}
        sx={{ minWidth: 44, '& .MuiButton-startIcon': { mr: { xs: 0, sm: 1 } } }}
      >
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' }, maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{name}</Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ paper: { sx: { minWidth: 240 } } }}>
        <Box component="li" sx={{ px: 2, py: 1 }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          <Typography variant="body2" color="text.secondary">{session?.person.login}</Typography>
        </Box>
        <Divider component="li" />
        <ListSubheader sx={{ lineHeight: 2.2, bgcolor: 'transparent' }}>{translate('profile.language')}</ListSubheader>
        {LOCALES.map((each) => (
          <Choice
            key={each.locale}
            isChosen={locale === each.locale}
            onChoose={() => {
              void setLocale(each.locale);
              savePreferences.mutate({ locale: each.locale === 'en' ? 'en' : 'th' });
            }}
          >
            {each.name}
          </Choice>
        ))}
        <ListSubheader sx={{ lineHeight: 2.2, bgcolor: 'transparent' }}>{translate('profile.digits')}</ListSubheader>
        {(['arabic', 'thai'] as const).map((digits) => (
          <Choice key={digits} isChosen={session?.digits === digits} onChoose={() => savePreferences.mutate({ digits })}>
            {translate(`profile.digits_${digits}`)}
          </Choice>
        ))}
        <ListSubheader sx={{ lineHeight: 2.2, bgcolor: 'transparent' }}>{translate('profile.theme')}</ListSubheader>
        {(['light', 'dark'] as const).map((mode) => (
          <Choice key={mode} isChosen={theme === mode} onChoose={() => setTheme(mode)}>{translate(`profile.theme_${mode}`)}</Choice>
        ))}
        <Divider component="li" />
        <MenuItem onClick={signOut(false)}>{translate('ra.auth.logout')}</MenuItem>
        <MenuItem onClick={signOut(true)}>{translate('profile.signOutEverywhere')}</MenuItem>
      </Menu>
    </>
  );
}
