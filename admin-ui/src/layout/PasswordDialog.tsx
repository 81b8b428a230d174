import { Dialog, DialogContent, DialogTitle, IconButton } from '@mui/material';
import CloseIcon from '@mui/icons-material/Close';
import { useTranslate } from 'react-admin';
import { useTell } from '../hooks/use-tell';
import { PasswordForm } from '../resources/session/PasswordForm';

/** Changing one's own password from the profile menu. */
export default function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const tell = useTell();
  const done = (): void => {
    tell(translate('password.saved'), 'success');
    onClose();
  };
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={(_, reason) => (reason === 'escapeKeyDown' ? onClose() : undefined)} aria-labelledby="own-password">
      <DialogTitle id="own-password" sx={{ pr: 7 }}>{translate('password.title')}</DialogTitle>
      <IconButton aria-label={translate('ra.action.close')} onClick={onClose} sx={{ position: 'absolute', right: 8, top: 10 }}><CloseIcon /></IconButton>
      <DialogContent><PasswordForm isFirst={false} onDone={done} /></DialogContent>
    </Dialog>
  );
}
