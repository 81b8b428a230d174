import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, useMediaQuery, useTheme } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';
import { isNoAnswer } from '../providers/data/api-error';
import { useErrorText } from '../providers/i18n/use-error-text';

/** What is asked before an act is done: its fields, what it means, and a plain yes or no. Whatever was typed stays on a refusal. */
export function ActDialog({ title, children, confirmLabel, tone = 'primary', isRunning, error, isTooLate = false, canConfirm = true, isWide = false, onConfirm, onClose }: {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly tone?: 'primary' | 'neutral' | 'danger';
  readonly isRunning: boolean;
  readonly error: unknown;
  /** Somebody else has done it meanwhile: what was typed stays to be copied, and it cannot be sent any more. */
  readonly isTooLate?: boolean;
  readonly canConfirm?: boolean;
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
        if (event.code === 'Enter' && (event.ctrlKey || event.metaKey) && mayConfirm) onConfirm();
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
            </Alert>
          )}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: { xs: 2, sm: 3 }, pb: 2, '& .MuiButton-root': { flex: { xs: 1, sm: 'none' }, minHeight: { xs: 48, sm: 40 } } }}>
        <Button onClick={onClose} disabled={isRunning}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" color={tone === 'danger' ? 'error' : 'primary'} loading={isRunning} disabled={!mayConfirm} onClick={onConfirm}>{confirmLabel}</Button>
      </DialogActions>
    </Dialog>
  );
}
