import CheckIcon from '@mui/icons-material/Check';
import { Box, Divider, ListItemIcon, ListItemText, ListSubheader, Menu, MenuItem, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { useLocaleState, useLogout, useTranslate } from 'react-admin';
import { DIGITS, TEXT_SIZES, THEMES } from '#domain/people/looks';
import { forgetKept } from '../components/form/use-kept';
import { useTell } from '../hooks/use-tell';
import { useLocalName, useSession } from '../providers/auth/use-session';
import { useApi } from '../providers/data/data-provider';
import { LOCALES } from '../providers/i18n/i18n-provider';
import { useErrorText } from '../providers/i18n/use-error-text';
import { useChoose, useLooks } from '../theme/use-looks';

function Choice({ isChosen, onChoose, children }: { readonly isChosen: boolean; readonly onChoose: () => void; readonly children: ReactNode }) {
  return (
    <MenuItem role="menuitemradio" aria-checked={isChosen} onClick={onChoose} dense>
      <ListItemIcon>{isChosen ? <CheckIcon fontSize="small" /> : null}</ListItemIcon>
      <ListItemText>{children}</ListItemText>
    </MenuItem>
  );
}

/** Who I am; language, digits, light or dark, size of text; the shortcuts; signing out here or everywhere. */
export function ProfileChoices({ anchor, onClose, onShortcuts, onPassword }: {
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
  readonly onPassword: () => void;
}) {
  const translate = useTranslate();
  const session = useSession();
  const localName = useLocalName();
  const logout = useLogout();
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const signOut = (isEverywhere: boolean) => async (): Promise<void> => {
    onClose();
    try {
      if (isEverywhere) await api.logoutAll({});
      forgetKept();
      await logout({}, '/login', false);
    } catch (error) {
      tell(errorText(error), 'error');
    }
  };

  return (
    <Menu anchorEl={anchor} open onClose={onClose} slotProps={{ paper: { sx: { minWidth: 240 } } }}>
      <Box component="li" role="none" sx={{ px: 2, py: 1 }}>
        <Typography sx={{ fontWeight: 600 }}>{localName(session?.person.name)}</Typography>
        <Typography variant="body2" color="text.secondary">{session?.person.login}</Typography>
      </Box>
      <Divider component="li" role="separator" />
      <LooksChoices />
      <Divider component="li" role="separator" />
      <MenuItem
        onClick={() => {
          onClose();
          onShortcuts();
        }}
        sx={{ display: { xs: 'none', sm: 'flex' } }}
      >
        <ListItemText>{translate('shortcuts.title')}</ListItemText>
        <Typography variant="body2" color="text.secondary">?</Typography>
      </MenuItem>
      <MenuItem
        onClick={() => {
          onClose();
          onPassword();
        }}
      >
        {translate('password.title')}
      </MenuItem>
      <MenuItem onClick={signOut(false)}>{translate('ra.auth.logout')}</MenuItem>
      <MenuItem onClick={signOut(true)}>{translate('profile.signOutEverywhere')}</MenuItem>
    </Menu>
  );
}

/** The reader's own choices, in every browser. A menu takes its entries as an array, not in a box of their own. */
function LooksChoices(): ReactNode {
  const translate = useTranslate();
  const session = useSession();
  const [locale] = useLocaleState();
  const { theme, textSize } = useLooks();
  const choose = useChoose();
  const families = [
    { title: 'profile.language', choices: LOCALES.map((each) => ({ key: each.locale, text: each.name, isChosen: locale === each.locale, change: { locale: each.locale } })) },
    { title: 'profile.digits', choices: DIGITS.map((digits) => ({ key: digits, text: translate(`profile.digits_${digits}`), isChosen: session?.digits === digits, change: { digits } })) },
    { title: 'profile.theme', choices: THEMES.map((each) => ({ key: each, text: translate(`profile.theme_${each}`), isChosen: theme === each, change: { theme: each } })) },
    { title: 'profile.textSize', choices: TEXT_SIZES.map((each) => ({ key: each, text: translate(`profile.textSize_${each}`), isChosen: textSize === each, change: { textSize: each } })) },
  ];
  return families.map(({ title, choices }) => (
    <Fragment key={title}>
      <ListSubheader role="presentation" sx={{ lineHeight: 2.2, bgcolor: 'transparent', position: 'static' }}>{translate(title)}</ListSubheader>
      {choices.map(({ key, text, isChosen, change }) => <Choice key={key} isChosen={isChosen} onChoose={() => choose(change)}>{text}</Choice>)}
    </Fragment>
  ));
}
