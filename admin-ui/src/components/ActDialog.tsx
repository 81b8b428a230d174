import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, useMediaQuery, useTheme } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';
import { ApiError, isNoAnswer } from '../providers/data/api-error';
import { useErrorText } from '../providers/i18n/use-error-text';

/** What is asked before an act is done: its fields, what it means, and a plain yes or no. Whatever was typed stays on a refusal. */
export function ActDialog({ title, children, confirmLabel, tone = 'primary', isRunning, error, isTooLate = false, canConfirm = true, isFinished = false, isWide = false, onConfirm, onClose }: {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly tone?: 'primary' | 'neutral' | 'danger';
  readonly isRunning: boolean;
  readonly error: unknown;
  /** Somebody else has done it meanwhile: what was typed stays to be copied, and it cannot be sent any more. */
  readonly isTooLate?: boolean;
  readonly canConfirm?: boolean;
  /** There is nothing left to do here but to close it. */
  readonly isFinished?: boolean;
  readonly isWide?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const theme = useTheme();
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'));
  const id = useId();
  // While one's own act is on its way it is that act which took the task.
  const isOver = isTooLate && !isRunning;
  const mayConfirm = canConfirm && !isOver && !isRunning;
  const confirm = isFinished ? onClose : onConfirm;
  return (
    <Dialog
      open
      fullWidth
      fullScreen={isPhone}
      maxWidth={isWide ? 'md' : 'sm'}
      aria-labelledby={id}
      onClose={(_, reason) => {
        // A click beside it must not throw away what was typed.
        if (reason === 'escapeKeyDown' && !isRunning) onClose();
      }}
      onKeyDown={(event) => {
        if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey) || !mayConfirm) return;
        // Else the same key presses what has the keyboard once the dialog has gone.
        event.preventDefault();
        confirm();
      }}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {children}
          {isOver ? <Alert severity="warning" role="alert">{translate('act.tooLate')}</Alert> : null}
          {error === null || isOver ? null : (
            <Alert severity="error" role="alert">
              {errorText(error)} {isNoAnswer(error) ? translate('act.sameAgain') : ''}
              <RefusedFields error={error} />
            </Alert>
          )}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: { xs: 2, sm: 3 }, pb: 2, '& .MuiButton-root': { flex: { xs: 1, sm: 'none' }, minHeight: { xs: 48, sm: 40 } } }}>
        {isFinished ? null : <Button onClick={onClose} disabled={isRunning}>{translate('ra.action.cancel')}</Button>}
        <Button variant="contained" color={tone === 'danger' && !isFinished ? 'error' : 'primary'} loading={isRunning} disabled={!mayConfirm} onClick={confirm}>
          {isFinished ? translate('ra.action.close') : confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What the API found wrong, field by field. */
function RefusedFields({ error }: { readonly error: unknown }) {
  const fields = error instanceof ApiError ? error.fieldErrors : [];
  if (fields.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {fields.map(({ path, label, message }) => <li key={path}>{label === '' ? message : `${label}: ${message}`}</li>)}
    </Box>
  );
}
