import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import { Box, Button, Link, Paper, Typography } from '@mui/material';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useLocaleState, useTranslate } from 'react-admin';
import { useTell } from '../../hooks/use-tell';
import { Mark } from '../../components/marks';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';
import '../../i18n/beside-texts';

const NoticeSettingsDialog = onDemand(() => import('./NoticeSettingsDialog').then((module) => module.NoticeSettingsDialog));

/** What the system tells me: withdrawn tasks, reminders, drafts that came back. */
export default function NoticesPage() {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const queryClient = useQueryClient();
  const tell = useTell();
  const errorText = useErrorText();
  const list = useInfiniteQuery({
    queryKey: [...keys.notices, 'list'],
    queryFn: ({ pageParam, signal }) => api.listNotices({ query: { limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const markRead = useMutation({
    mutationFn: (ids: string[]) => api.noticesRead({ body: { ids } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.notices }),
    onError: (error) => tell(errorText(error), 'error'),
  });
  const [isSetting, setIsSetting] = useState(false);
  const whyText = useWhyText();
  const localName = useLocalName();
  const lang = useLocaleState()[0] === 'en' ? 'en' : 'th';
  const notices = list.data?.pages.flatMap((page) => page.items);
  const unreadIds = (notices ?? []).filter(({ readAt }) => readAt === null).map(({ id }) => id).slice(0, 100);

  return (
    <Page
      title={translate('bell.title')}
      width={860}
      actions={
        <>
          {unreadIds.length === 0 ? null : <Button variant="outlined" loading={markRead.isPending} onClick={() => markRead.mutate(unreadIds)}>{translate('notices.markAll')}</Button>}
          <Button startIcon={<SettingsIcon />} onClick={() => setIsSetting(true)}>{translate('noticeSettings.title')}</Button>
        </>
      }
    >
      {list.isPending ? <LoadingRows /> : null}
      {list.isError && notices === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {notices?.length === 0 ? <EmptyState title={translate('notices.empty')} text={translate('notices.emptyText')} /> : null}
      {notices === undefined || notices.length === 0 ? null : (
        <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label={translate('bell.title')}>
          {notices.map((notice) => (
            <Box component="li" key={notice.id} sx={{ borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
              <Box
                component={LinkBase}
                to={pathOf(notice)}
                onClick={() => (notice.readAt === null ? markRead.mutate([notice.id]) : undefined)}
                sx={{ display: 'block', px: 2, py: 1.25, color: 'text.primary', textDecoration: 'none', '&:hover': { bgcolor: 'action.hover' } }}
              >
                <Typography sx={{ fontWeight: notice.readAt === null ? 700 : 400 }}>
                  {notice.readAt === null ? <Mark tone="info" strong>{translate('inbox.unreadMark')}</Mark> : null} {translate(`notices.template.${notice.template}`)}
                </Typography>
                <Typography variant="body2" color="text.secondary">
                  {[...(notice.letters.length > 1 ? [translate('notices.letters', { n: format.number(notice.letters.length) })] : notice.route === null ? [format.digits(notice.letterNo ?? ''), notice.subject ?? ''] : [localName(notice.route.name), notice.route.from === null ? '' : translate('notices.routeFrom', { date: format.longDate(notice.route.from) })]), format.ago(notice.createdAt)].filter((text) => text !== '').join(' · ')}
                </Typography>
                <Typography variant="body2" color="text.secondary">{translate('why.label', { why: whyText(notice.why) })}</Typography>
              </Box>
              {notice.route === null || notice.route.lines[lang].length === 0 ? null : (
                <Box component="ul" sx={{ m: 0, pl: 4.5, pb: 1.25 }}>
                  {notice.route.lines[lang].map((line, i) => <Typography key={i} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>{line}</Typography>)}
                </Box>
              )}
              {notice.letters.length < 2 ? null : (
                <Box component="ul" sx={{ m: 0, pl: 4.5, pb: 1.25 }}>
                  {notice.letters.map(({ letterId, letterNo, subject }) => (
                    <li key={letterId}>
                      <Link component={LinkBase} to={`/letters/${letterId}`} onClick={() => (notice.readAt === null ? markRead.mutate([notice.id]) : undefined)}>
                        {[format.digits(letterNo ?? ''), subject ?? translate('item.sealedSubject')].filter((text) => text !== '').join(' · ')}
                      </Link>
                    </li>
                  ))}
                </Box>
              )}
            </Box>
          ))}
        </Paper>
      )}
      {list.hasNextPage ? <Button sx={{ mt: 1 }} onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button> : null}
      {isSetting ? <NoticeSettingsDialog onClose={() => setIsSetting(false)} /> : null}
    </Page>
  );
}

type Notice = ResponseOf<(typeof endpoints)['listNotices']>['items'][number];

/** Where a notice leads: its letter, or the routes of the office. */
const pathOf = ({ letterId, route }: Notice): string => (letterId === null ? `/routes${route === null ? '' : `?officeId=${route.officeId}`}` : `/letters/${letterId}`);

type Why = ResponseOf<(typeof endpoints)['listNotices']>['items'][number]['why'];

/** Why a notice comes to this reader, in words. */
function useWhyText(): (why: Why) => string {
  const translate = useTranslate();
  const localName = useLocalName();
  return ({ part, post }) => {
    const role = translate(`why.part.${part}`);
    if (post === null) return role;
    return post.capacity === 'own'
      ? translate('why.asPost', { part: role, post: localName(post.title) })
      : translate('why.acting', { part: role, capacity: translate(`capacity.${post.capacity}`), post: localName(post.title) });
  };
}
