import { Alert, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

const isDay = (value: string | null): value is string => value !== null && /^\d{4}-\d\d-\d\d$/.test(value);

/** Says beside the choice that whoever is to do it is away now, or will be on the day it is due, and who gets it instead. It refuses nothing. */
export function PresenceWarning({ posts = [], units = [], due = null }: { readonly posts?: readonly string[]; readonly units?: readonly string[]; readonly due?: string | null }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const api = useApi();
  const query = {
    ...(posts.length === 0 ? {} : { posts: posts.join(',') }),
    ...(units.length === 0 ? {} : { units: units.join(',') }),
    ...(isDay(due) ? { due } : {}),
  };
  const { data } = useQuery({
    queryKey: [...keys.people, 'presence', query],
    queryFn: ({ signal }) => api.presence({ query, signal }),
    enabled: posts.length + units.length > 0,
    placeholderData: (previous) => previous,
    staleTime: 60_000,
  });
  const items = posts.length + units.length === 0 ? [] : (data?.items ?? []);
  const warnings = items.flatMap(({ post, away }) => away.map((each) => ({ post, ...each })));
  return (
    <Stack spacing={1} aria-live="polite" sx={{ '&:empty': { display: 'none' } }}>
      {warnings.map(({ post, person, from, to, isNow, isAtDue, standIns }) => {
        const names = standIns.map((each) => `${localName(each.person.name)} ${translate(`capacity.${each.capacity}`)}`).join(', ');
        const facts = { name: localName(person.name), post: localName(post.title), from: format.dateTime(from), to: format.dateTime(to) };
        return (
          <Alert key={`${post.id}/${person.id}/${from}`} severity="warning">
            {isNow ? translate('presence.awayNow', facts) : translate('presence.awayAtDue', facts)} {isNow && isAtDue ? translate('presence.alsoAtDue') : ''}{' '}
            {names === '' ? translate('presence.nobody') : translate(isNow ? 'presence.getsIt' : 'presence.standsIn', { names })}
          </Alert>
        );
      })}
    </Stack>
  );
}
