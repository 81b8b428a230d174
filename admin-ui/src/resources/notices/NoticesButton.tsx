import NotificationsIcon from '@mui/icons-material/NotificationsOutlined';
import { Badge, IconButton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { Tip } from '../../components/Tip';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { BELL_QUERY } from './bell-query';

/** The bell with the number of unread notices; leads to the list. */
export function NoticesButton() {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...keys.notices, 'count'],
    queryFn: ({ signal }) => api.listNotices({ query: BELL_QUERY, signal }),
    staleTime: 30_000,
  });
  const unread = data?.unread ?? 0;
  const label = unread === 0 ? translate('bell.title') : translate('bell.unread', { n: format.number(unread) });
  return (
    <Tip text={label} side="right">
      <IconButton color="inherit" component={LinkBase} to="/notices" aria-label={label}>
        <Badge badgeContent={format.number(unread)} invisible={unread === 0} color="error"><NotificationsIcon /></Badge>
      </IconButton>
    </Tip>
  );
}
