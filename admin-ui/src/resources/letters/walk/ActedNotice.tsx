import { onDemand } from '../../../components/on-demand';
import { useActed } from './use-walk';

const ActedAlert = onDemand(async () => (await import('./ActedAlert')).ActedAlert);

/** What was just done; stands on the page that came by itself. */
export function ActedNotice() {
  const acted = useActed();
  return acted === null ? null : <ActedAlert acted={acted} />;
}
