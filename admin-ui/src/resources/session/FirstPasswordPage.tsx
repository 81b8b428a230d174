import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useLogout, useTranslate } from 'react-admin';
import { useTell } from '../../hooks/use-tell';
import { PasswordForm } from './PasswordForm';

/** All that somebody sees who has signed in by a one-time password, until they have one of their own. */
export default function FirstPasswordPage() {
  const translate = useTranslate();
  const logout = useLogout();
  const tell = useTell();
  return (
    <Box component="main" id="content" sx={{ minHeight: '100vh', bgcolor: 'background.default', display: 'flex', justifyContent: 'center', alignItems: { xs: 'flex-start', sm: 'center' }, p: { xs: 1.5, sm: 3 } }}>
      <Paper variant="outlined" sx={{ p: { xs: 2.5, sm: 4 }, width: '100%', maxWidth: 460 }}>
        <Stack spacing={2}>
          <Typography variant="h1">{translate('password.firstTitle')}</Typography>
          <PasswordForm isFirst onDone={() => tell(translate('password.saved'), 'success')} />
          <Button onClick={() => void logout({}, '/login', false)}>{translate('ra.auth.logout')}</Button>
        </Stack>
      </Paper>
    </Box>
  );
}
