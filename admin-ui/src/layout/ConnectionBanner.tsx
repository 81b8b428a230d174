import { Alert, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import { useTell } from '../hooks/use-tell';
import { SESSION_KEY } from '../providers/auth/auth-provider';
import { ConnectionContext } from '../providers/data/connection';
import { useApi } from '../providers/data/data-provider';

/** How often it is asked whether the server is back. */
const ASK_AGAIN_MS = 5_000;

/** Says when the line or the server is gone, or slow, and what becomes of what one has typed; takes up the work again by itself. */
export function ConnectionBanner() {
  const translate = useTranslate();
  const api = useApi();
  const queryClient = useQueryClient();
  const tell = useTell();
  const connection = useContext(ConnectionContext);
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  const wasLost = useRef(false);
  const isLost = state === 'lost';

  useEffect(() => {
    if (!isLost) return undefined;
    const ask = (): void => void api.live({}).catch(() => undefined);
    const timer = setInterval(ask, ASK_AGAIN_MS);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
    };
  }, [isLost, api]);

  const isBack = useEffectEvent(() => {
    tell(translate('connection.back'), 'success');
    // What the pages could not fetch, and who sits here, where even that was not known.
    void queryClient.invalidateQueries();
    if (queryClient.getQueryData(SESSION_KEY) === undefined) void queryClient.prefetchQuery({ queryKey: SESSION_KEY, queryFn: () => api.me({}) });
  });
  useEffect(() => {
    if (wasLost.current && !isLost) isBack();
    wasLost.current = isLost;
  }, [isLost]);

  if (state === 'good') return null;
  return (
    <Alert
      severity={isLost ? 'error' : 'info'}
      role={isLost ? 'alert' : 'status'}
      square
      action={isLost ? <Button color="inherit" size="small" onClick={() => void api.live({}).catch(() => undefined)}>{translate('state.retry')}</Button> : null}
      sx={{ position: 'sticky', top: { xs: 56, sm: 64 }, zIndex: 'appBar' }}
    >
      {translate(isLost ? (navigator.onLine ? 'connection.serverLost' : 'connection.lineLost') : 'connection.slow')}
    </Alert>
  );
}
