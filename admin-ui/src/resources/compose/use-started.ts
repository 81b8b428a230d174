import { useNavigate, useTranslate } from 'react-admin';
import { useTell } from '../../hooks/use-tell';
import { useApi } from '../../providers/data/data-provider';

const TRIES = 40;
const PAUSE_MS = 1_500;

/**
 * Goes to a letter that has just been started. Where the start is still in doubt, waits until it is applied; if that
 * takes too long the letter's own page goes on waiting. False where the start was refused after all: the form stays.
 */
export function useOpenStarted(): (answer: { readonly status: 'done' | 'pending'; readonly commandId: string; readonly letterId: string }, page: string) => Promise<boolean> {
  const api = useApi();
  const navigate = useNavigate();
  const tell = useTell();
  const translate = useTranslate();
  return async ({ status, commandId, letterId }, page) => {
    for (let tries = 0; status === 'pending' && tries < TRIES; tries += 1) {
      const command = await api.getCommand({ params: { id: commandId } }).catch(() => null);
      if (command?.status === 'done') break;
      if (command?.status === 'rejected') {
        tell(translate(`errors.${command.code ?? 'UNKNOWN'}`, { _: command.message ?? '' }), 'error');
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    navigate(`/letters/${letterId}${page}`);
    return true;
  };
}
