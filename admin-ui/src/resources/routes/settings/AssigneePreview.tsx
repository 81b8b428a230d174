import { Box, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { AssigneeRule } from '#domain/route/model';
import { bangkokInstant } from '#domain/thai/dates';
import { Mark } from '../../../components/marks';
import { useFormat } from '../../../providers/i18n/use-format';
import { Select } from '../panel/plain-editors';
import type { SettingsContext } from '../panel/types';
import { type Asking, askedAt, needsExample, nextSongkran, type PeopleView } from './people';

/** Who would get it today, and on 13 April, when many are on leave: by the appointments on record, as the commit would find them. */
export function AssigneePreview({ rule, context }: { readonly rule: AssigneeRule; readonly context: SettingsContext }) {
  return context.people === undefined ? null : <Preview rule={rule} context={context} people={context.people} />;
}

function Preview({ rule, context, people }: { readonly rule: AssigneeRule; readonly context: SettingsContext; readonly people: PeopleView }) {
  const translate = useTranslate();
  const format = useFormat();
  const [example, setExample] = useState<string>();
  const posts = people.facts.posts.map(({ id, code }) => ({ id, code }));
  // Whoever is at the bottom of the line shows most of it.
  const usual = people.facts.posts.find(({ superiorId, roles }) => superiorId !== null && roles.includes('officer')) ?? people.facts.posts.find(({ superiorId }) => superiorId !== null);
  const exampleId = posts.find(({ code }) => code === example)?.id ?? usual?.id ?? null;
  const songkran = nextSongkran(people.now);
  const days = [
    { key: 'today', label: translate('routeSetting.asked.today'), at: people.now },
    { key: 'songkran', label: format.date(songkran), at: bangkokInstant(songkran, '10:00') },
  ];
  return (
    <Stack spacing={1} role="group" aria-label={translate('routeSetting.asked.title')} sx={{ p: 1, borderRadius: 1, bgcolor: 'action.hover' }}>
      <Typography variant="subtitle2" component="h5">{translate('routeSetting.asked.title')}</Typography>
      {needsExample(rule) ? (
        <Select label={translate('routeSetting.asked.example')} value={posts.find(({ id }) => id === exampleId)?.code} options={context.posts.map(({ id, title }) => ({ value: id, label: title }))} onChange={setExample} help={translate('routeSetting.asked.exampleHelp')} />
      ) : null}
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 1.5, rowGap: 0.5 }}>
        {days.map(({ key, label, at }) => (
          <Box key={key} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="text.secondary">{label}</Typography>
            <Box component="dd" sx={{ m: 0 }}><Asked asking={askedAt(people, rule, at, exampleId)} people={people} /></Box>
          </Box>
        ))}
      </Box>
    </Stack>
  );
}

function Asked({ asking, people }: { readonly asking: Asking; readonly people: PeopleView }) {
  const translate = useTranslate();
  return (
    <Stack spacing={0.25}>
      {asking.via === 'rule' ? null : <Box><Mark tone="warm">{translate(`routeSetting.asked.${asking.via}`)}</Mark></Box>}
      {asking.posts.length === 0 ? <Typography variant="body2">{translate('routeSetting.asked.nobody')}</Typography> : null}
      {asking.posts.map(({ postId, actors }) => (
        <Typography key={postId} variant="body2">
          {people.postName(postId)}
          {' · '}
          {actors.length === 0 ? translate('routeSetting.asked.vacant') : actors.map(({ personId, capacity }) => (capacity === 'own' ? people.personName(personId) : translate('routeSetting.asked.acting', { name: people.personName(personId), capacity: translate(`capacity.${capacity}`) }))).join(', ')}
        </Typography>
      ))}
    </Stack>
  );
}
