import { Alert, Box, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { bangkokDate, bangkokInstant } from '#domain/thai/dates';
import { Panel } from '../../components/Page';
import { Mark } from '../../components/marks';
import { isSameName } from '../../components/same-name';
import { ErrorState, LoadingRows } from '../../components/states';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

/** Today's office hours: what the standing succession says without a planned absence. */
const today = (): { readonly from: string; readonly to: string } => {
  const day = bangkokDate(new Date().toISOString());
  return { from: bangkokInstant(day, '00:00'), to: bangkokInstant(day, '23:59') };
};

/** For each of my posts: who acts for it while I am away, and the standing order by which that is decided. */
export function StandIns({ from, to, isPanel = true }: { readonly from?: string; readonly to?: string; readonly isPanel?: boolean }) {
  const translate = useTranslate();
  const api = useApi();
  const [plain] = useState(today);
  const query = { from: from ?? plain.from, to: to ?? plain.to };
  const isPeriod = Date.parse(query.to) > Date.parse(query.from);
  const asked = useQuery({ queryKey: [...keys.people, 'standIns', query], queryFn: ({ signal }) => api.standIns({ query, signal }), enabled: isPeriod, placeholderData: (previous) => previous });
  const body = (
    <Stack spacing={2}>
      {asked.isPending && isPeriod ? <LoadingRows rows={2} /> : null}
      {asked.isError ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : null}
      {(asked.data?.items ?? []).map((item) => <PostStandIns key={item.post.id} item={item} isPlanned={from !== undefined} />)}
    </Stack>
  );
  return isPanel ? <Panel title={translate('absences.standIns')}>{body}</Panel> : body;
}

type Item = Awaited<ReturnType<ReturnType<typeof useApi>['standIns']>>['items'][number];

function PostStandIns({ item, isPlanned }: { readonly item: Item; readonly isPlanned: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const names = item.standIns.map(({ person, ownPost }) => {
    const [name, post] = [localName(person.name), localName(ownPost?.title)];
    return post === '' || isSameName(name, post) ? name : `${name} (${post})`;
  }).join(', ');
  return (
    <Box>
      <Typography variant="h3">{localName(item.post.title)}</Typography>
      <Alert severity={item.standIns.length === 0 ? 'warning' : 'info'} sx={{ my: 1 }} role="status">
        {item.standIns.length === 0 ? translate(item.ladder.length === 0 ? 'absences.noLadder' : 'absences.allAway') : translate(isPlanned ? 'absences.willStandIn' : 'absences.wouldStandIn', { names })}{' '}
        {item.standIns.length === 0 || item.openTasks === 0 ? '' : translate('absences.openTasks', { n: format.number(item.openTasks), smart_count: item.openTasks })}
      </Alert>
      {isPlanned ? null : (
        <Stack component="ol" spacing={0.5} sx={{ m: 0, pl: 3 }}>
          {item.ladder.map((rung) => (
            <li key={rung.post.id}>
              <Typography component="span">{localName(rung.post.title)}</Typography>{' '}
              <Typography component="span" variant="body2" color="text.secondary">{rung.persons.map(({ name }) => localName(name)).join(', ') || translate('absences.vacant')}</Typography>{' '}
              {rung.persons.some(({ isAway }) => isAway) ? <Mark tone="warm">{translate('people.absent')}</Mark> : null}
              {rung.orderNo === '' ? null : <Typography component="span" variant="body2" color="text.secondary"> {format.digits(rung.orderNo)}</Typography>}
            </li>
          ))}
        </Stack>
      )}
    </Box>
  );
}
