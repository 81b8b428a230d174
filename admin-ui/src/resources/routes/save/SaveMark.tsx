import CloudDoneIcon from '@mui/icons-material/CloudDoneOutlined';
import CloudOffIcon from '@mui/icons-material/CloudOffOutlined';
import EditIcon from '@mui/icons-material/EditNoteOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import SyncIcon from '@mui/icons-material/SyncOutlined';
import { Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import type { SaveState } from './use-autosave';

const ICONS: { readonly [S in SaveState]: typeof EditIcon } = { saved: CloudDoneIcon, saving: SyncIcon, unsaved: EditIcon, offline: CloudOffIcon, refused: ErrorIcon, changed: ErrorIcon };

/** Whether what is on the screen is kept on the server, said and shown. */
export function SaveMark({ state, error }: { readonly state: SaveState; readonly error: unknown }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const Icon = ICONS[state];
  const isTrouble = state === 'offline' || state === 'refused' || state === 'changed';
  return (
    <Stack direction="row" spacing={0.5} role="status" data-save-state={state} sx={{ alignItems: 'center', color: isTrouble ? 'error.main' : 'text.secondary', maxWidth: 420 }}>
      <Icon fontSize="small" />
      <Typography variant="body2">{state === 'refused' ? `${translate('designer.save.refused')}: ${errorText(error)}` : translate(`designer.save.${state}`)}</Typography>
    </Stack>
  );
}
