import CloudOffIcon from '@mui/icons-material/CloudOffOutlined';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutlined';
import InboxIcon from '@mui/icons-material/MoveToInboxOutlined';
import SearchOffIcon from '@mui/icons-material/SearchOffOutlined';
import { Box, Button, Skeleton, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ApiError, isNoAnswer } from '../providers/data/api-error';
import { useErrorText } from '../providers/i18n/use-error-text';

type StateProps = { readonly icon: ReactNode; readonly title: string; readonly text?: string | undefined; readonly isSmall?: boolean; readonly children?: ReactNode };

function State({ icon, title, text, isSmall = false, children }: StateProps) {
  return (
    <Stack role="status" spacing={1.5} sx={{ alignItems: 'center', textAlign: 'center', py: isSmall ? 1.5 : 6, px: 2, color: 'text.secondary' }}>
      <Box aria-hidden sx={{ lineHeight: 0, '& svg': { fontSize: isSmall ? 28 : 48 } }}>{icon}</Box>
      <Typography variant="h3" component="p" color="text.primary">{title}</Typography>
      {text === undefined ? null : <Typography sx={{ maxWidth: 480 }}>{text}</Typography>}
      {children}
    </Stack>
  );
}

export function EmptyState({ title, text, isFiltered = false, isSmall = false, children }: {
  readonly title: string;
  /** Within a panel rather than as a whole page. */
  readonly isSmall?: boolean;
  readonly text?: string | undefined;
  readonly isFiltered?: boolean;
  readonly children?: ReactNode;
}) {
  return <State icon={isFiltered ? <SearchOffIcon /> : <InboxIcon />} title={title} text={text} isSmall={isSmall}>{children}</State>;
}

/** Asking again may be answered otherwise; what was refused stays refused. */
const mayBeAskedAgain = (error: unknown): boolean => !(error instanceof ApiError) || error.status < 400 || error.status >= 500 || error.status === 429;

/** What went wrong, what it means, and a way on. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const isOffline = isNoAnswer(error);
  const requestId = error instanceof ApiError ? error.problem.requestId : '';
  const title = isOffline ? translate('state.offline') : translate('state.error');
  return (
    <State icon={isOffline ? <CloudOffIcon /> : <ErrorOutlineIcon />} title={title} text={errorText(error)}>
      {onRetry === undefined || !mayBeAskedAgain(error) ? null : <Button variant="outlined" onClick={onRetry}>{translate('state.retry')}</Button>}
      {requestId === '' ? null : <Typography variant="caption">{translate('state.requestId', { id: requestId })}</Typography>}
    </State>
  );
}

/** Grey lines in the shape of a list while it is being fetched. */
export function LoadingRows({ rows = 5 }: { readonly rows?: number }) {
  const translate = useTranslate();
  return (
    <Stack role="status" aria-label={translate('ra.page.loading')} spacing={1}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} variant="rounded" height={60} />
      ))}
    </Stack>
  );
}
