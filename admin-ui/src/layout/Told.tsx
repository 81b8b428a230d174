import { Notification } from 'react-admin';

/** What is told for a moment; above, since below it would lie over what a thumb is to reach. */
export function Told() {
  return <Notification anchorOrigin={{ vertical: 'top', horizontal: 'center' }} sx={{ top: { xs: 68, sm: 76 } }} />;
}
