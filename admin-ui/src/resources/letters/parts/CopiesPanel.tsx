import { Box, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { LetterCopies } from '#domain/contracts/read-marks';
import { Mark } from '../../../components/marks';
import { Panel } from '../../../components/Page';
import '../../../i18n/beside-texts';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';

type Copy = LetterCopies['items'][number];

/** สำเนาเพื่อทราบ: to whom the letter went for information, who has opened it and when, and who has noted it. */
export function CopiesPanel({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...keys.letter, letter.id, 'copies'], queryFn: ({ signal }) => api.letterCopies({ params: { letterId: letter.id }, signal }),
  });
  useReadMark(letter.id, data?.items ?? []);
  if (data === undefined || data.items.length === 0) return null;
  const read = data.items.filter(({ readers, noted }) => readers.length > 0 || noted !== null).length;
  return (
    <Panel title={translate('copies.title')}>
      <Typography sx={{ mb: 1 }}>{translate('copies.read', { n: format.number(read), total: format.number(data.items.length) })}</Typography>
      <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.items.map((copy) => <CopyLine key={copy.taskId} copy={copy} />)}
      </Stack>
    </Panel>
  );
}

function CopyLine({ copy }: { readonly copy: Copy }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const line = (key: string, { person, at }: Copy['readers'][number]): string => translate(key, { name: localName(person.name), at: format.dateTime(at) });
  return (
    <Box component="li">
      <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600 }}>{copy.posts.map(({ title }) => localName(title)).join(' / ')}</Typography>
        {copy.noted !== null ? <Mark tone="good">{translate('copies.noted')}</Mark> : copy.readers.length > 0 ? <Mark tone="info">{translate('copies.seen')}</Mark> : <Mark tone="muted">{translate('letter.notRead')}</Mark>}
      </Stack>
      <Typography variant="body2" color="text.secondary">{translate('copies.sentAt', { at: format.dateTime(copy.sentAt) })}</Typography>
      {copy.readers.map((reader) => <Typography key={reader.person.id} variant="body2">{line('copies.readAt', reader)}</Typography>)}
      {copy.noted === null ? null : <Typography variant="body2">{line('copies.notedAt', copy.noted)}</Typography>}
    </Box>
  );
}

/** Opening a letter marks a copy that was left unread when the letter ended; open ones are marked with my other tasks. */
function useReadMark(letterId: string, items: readonly Copy[]): void {
  const api = useApi();
  const queryClient = useQueryClient();
  const ids = items.filter(({ isMine, isOpen, isSeenByMe, noted }) => isMine && !isOpen && !isSeenByMe && noted === null).map(({ taskId }) => taskId).join(' ');
  const { mutate } = useMutation({
    mutationFn: (taskIds: readonly string[]) => api.tasksRead({ body: { tasks: taskIds.map((taskId) => ({ letterId, taskId })) } }),
    onSuccess: () => Promise.all([keys.inbox, [...keys.letter, letterId, 'copies']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
  useEffect(() => {
    if (ids !== '') mutate(ids.split(' '));
  }, [ids, mutate]);
}
