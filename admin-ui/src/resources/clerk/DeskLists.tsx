import { Box, Button, Chip, Link, Paper, Stack, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import type { Secrecy, Urgency } from '#domain/letter/vocabulary';
import { Mark, SealedMark, SecrecyMark, UrgencyMark } from '../../components/marks';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { oneOf } from '../../hooks/one-of';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useTell } from '../../hooks/use-tell';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';
import { useDeskList } from './use-desk';

type Endpoints = typeof endpoints;
type ItemOf<K extends 'received' | 'sent' | 'waiting' | 'returned'> = ResponseOf<Endpoints[K]>['items'][number];
type LetterOf = { readonly letterId: string; readonly subject: string | null; readonly isSealed: boolean; readonly urgency: Urgency; readonly secrecy: Secrecy | null };

export function ReceivedList({ day }: { readonly day: string }) {
  const api = useApi();
  const desk = useDeskList<ItemOf<'received'>, ResponseOf<Endpoints['received']>>(['received', day], (paging, signal) => api.received({ query: { day, ...paging }, signal }));
  return <DeskList name="received" desk={desk} keyOf={({ entryId }) => entryId} renderRow={(item) => <ReceivedRow item={item} />} />;
}

function ReceivedRow({ item }: { readonly item: ItemOf<'received'> }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const units = item.units.map(localName).join(', ');
  const holders = item.holders.map(localName).join(', ');
  return (
    <Row
      letter={item}
      lead={format.digits(item.printed)}
      leadText={format.time(item.takenAt)}
      marks={<>{item.isCancelled ? <Mark tone="hot">{translate('desk.cancelled')}</Mark> : null}{item.isEnded ? <Mark tone="good">{translate('desk.ended')}</Mark> : null}</>}
      facts={[translate('desk.from', { name: item.fromText }), format.digits(item.theirNo)]}
      more={[units === '' ? '' : translate('desk.wentTo', { names: units }), holders === '' ? '' : translate('desk.isWith', { names: holders })]}
    />
  );
}

export function SentList({ day }: { readonly day: string }) {
  const api = useApi();
  const translate = useTranslate();
  const format = useFormat();
  const desk = useDeskList<ItemOf<'sent'>, ResponseOf<Endpoints['sent']>>(['sent', day], (paging, signal) => api.sent({ query: { day, ...paging }, signal }));
  const named = ({ recipients, deliveries }: ItemOf<'sent'>): string => {
    const more = deliveries.sent - recipients.length;
    return [recipients.join(', '), more > 0 ? translate('desk.andMore', { n: format.number(more) }) : ''].filter((text) => text !== '').join(' ');
  };
  return (
    <DeskList
      name="sent"
      desk={desk}
      keyOf={({ letterId }) => letterId}
      renderRow={(item) => (
        <Row
          letter={item}
          lead={format.digits(item.letterNo ?? '')}
          leadText={format.time(item.sentAt)}
          facts={[translate('desk.to', { names: named(item) })]}
          more={[translate('desk.registeredOf', { registered: format.number(item.deliveries.registered), sent: format.number(item.deliveries.sent) })]}
        />
      )}
    />
  );
}

const WAITS = ['registration', 'answer'] as const;

export function WaitingList() {
  const api = useApi();
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const [filters, change] = useAddressFilters();
  const wanted = oneOf(WAITS, filters['for']);
  const desk = useDeskList<ItemOf<'waiting'>, ResponseOf<Endpoints['waiting']>>(['waiting', wanted ?? ''], (paging, signal) => api.waiting({ query: { ...paging, ...(wanted === undefined ? {} : { for: wanted }) }, signal }));
  const counts = desk.list.data?.pages[0]?.counts;
  const chip = (name: (typeof WAITS)[number] | undefined, n: number | undefined) => (
    <Chip
      key={name ?? 'all'}
      component="button"
      clickable
      aria-pressed={wanted === name}
      color={wanted === name ? 'primary' : 'default'}
      variant={wanted === name ? 'filled' : 'outlined'}
      label={n === undefined ? translate(name === undefined ? 'desk.all' : `desk.for.${name}`) : translate('desk.tabCount', { tab: translate(name === undefined ? 'desk.all' : `desk.for.${name}`), n: format.number(n) })}
      onClick={() => change({ for: name })}
      sx={{ minHeight: 36 }}
    />
  );
  return (
    <>
      <Stack direction="row" useFlexGap spacing={1} sx={{ mb: 2, flexWrap: 'wrap' }}>
        {chip(undefined, counts === undefined ? undefined : counts.registration + counts.answer)}
        {WAITS.map((name) => chip(name, counts?.[name]))}
      </Stack>
      <DeskList
        name="waiting"
        desk={desk}
        keyOf={({ deliveryId }) => deliveryId}
        renderRow={(item) => (
          <Row
            letter={item}
            lead={format.digits(item.letterNo ?? '')}
            marks={<><Mark tone="info">{translate(`desk.for.${item.for}`)}</Mark>{item.isOverdue ? <Mark tone="hot" strong>{translate('desk.overdue')}</Mark> : null}</>}
            facts={[
              translate('desk.to', { names: localName(item.to) }), translate('desk.since', { at: format.ago(item.since) }),
              item.dueOn === null ? '' : translate('desk.asked', { date: format.date(item.dueOn) }),
            ]}
            more={[
              item.receiveNo === null ? '' : translate('desk.theirReceiveNo', { no: format.digits(item.receiveNo) }),
              item.phone === '' ? '' : translate('desk.phone', { no: format.digits(item.phone) }),
            ]}
          />
        )}
      />
    </>
  );
}

export function ReturnedList() {
  const api = useApi();
  const desk = useDeskList<ItemOf<'returned'>, ResponseOf<Endpoints['returned']>>(['returned'], (paging, signal) => api.returned({ query: paging, signal }));
  return <DeskList name="returned" desk={desk} keyOf={({ kind, id }) => `${kind}/${id}`} renderRow={(item) => <ReturnedRow item={item} />} />;
}

function ReturnedRow({ item }: { readonly item: ItemOf<'returned'> }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const seen = useMutation({
    mutationFn: () => api.commandSeen({ params: { id: item.id } }),
    onSuccess: () => Promise.all([keys.desk, keys.commands].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
    onError: (error) => tell(errorText(error), 'error'),
  });
  const isCommand = item.kind === 'command';
  const refusal = item.code === null ? '' : translate(`errors.${item.code}`, { label: '', signs: '', ...item.details, _: item.code });
  const reason = item.reason === '' ? '' : translate(isCommand ? 'desk.written' : 'desk.reason', { text: item.reason });
  return (
    <Row
      letter={item}
      lead={format.digits(item.letterNo ?? '')}
      marks={<Mark tone="warm" strong>{translate(`desk.kind.${item.kind}`)}</Mark>}
      facts={[item.by === null ? '' : translate('desk.by', { name: localName(item.by) }), format.ago(item.at)]}
      strong={[isCommand ? refusal : reason === '' ? translate('desk.noReason') : reason]}
      more={[isCommand ? reason : '']}
      action={isCommand ? <Button size="small" loading={seen.isPending} onClick={() => seen.mutate()}>{translate('desk.seen')}</Button> : undefined}
    />
  );
}

/** One letter in a list: number and time, subject, facts, and what is to be seen at once. */
function Row({ letter, lead, leadText = '', marks, facts, more = [], strong = [], action }: {
  readonly letter: LetterOf;
  readonly lead: string;
  readonly leadText?: string;
  readonly marks?: ReactNode;
  readonly facts: readonly string[];
  readonly more?: readonly string[];
  readonly strong?: readonly string[];
  readonly action?: ReactNode;
}) {
  const translate = useTranslate();
  const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' · ');
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 }, '&:hover': { bgcolor: 'action.hover' } }}>
      {leadText === '' ? null : (
        <Box sx={{ width: { xs: 68, sm: 110 }, flexShrink: 0 }}>
          <Typography sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>{lead}</Typography>
          <Typography variant="body2" color="text.secondary">{leadText}</Typography>
        </Box>
      )}
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <UrgencyMark urgency={letter.urgency} />
          <SecrecyMark secrecy={letter.secrecy} />
          {letter.isSealed ? <SealedMark /> : null}
          {marks}
        </Stack>
        <Link component={LinkBase} to={`/letters/${letter.letterId}`} underline="hover" color="text.primary" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {letter.subject ?? translate(letter.isSealed ? 'item.sealedSubject' : 'item.noSubject')}
        </Link>
        <Typography variant="body2" color="text.secondary">{joined([leadText === '' ? lead : '', ...facts])}</Typography>
        {joined(strong) === '' ? null : <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{joined(strong)}</Typography>}
        {joined(more) === '' ? null : <Typography variant="body2" color="text.secondary">{joined(more)}</Typography>}
      </Box>
      {action}
    </Box>
  );
}

type Desk<Item> = ReturnType<typeof useDeskList<Item, { items: readonly Item[]; total: number; nextCursor: string | null }>>;

/** A list of the desk with its states and the way to more. */
function DeskList<Item>({ name, desk: { list, items, total }, keyOf, renderRow }: {
  readonly name: 'received' | 'sent' | 'waiting' | 'returned';
  readonly desk: Pick<Desk<Item>, 'items' | 'total'> & { readonly list: Pick<Desk<Item>['list'], 'isPending' | 'isError' | 'error' | 'hasNextPage' | 'isFetchingNextPage'> & { readonly refetch: () => unknown; readonly fetchNextPage: () => unknown } };
  readonly keyOf: (item: Item) => string;
  readonly renderRow: (item: Item) => ReactNode;
}) {
  const translate = useTranslate();
  const format = useFormat();
  if (list.isPending) return <LoadingRows />;
  if (items === undefined) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (items.length === 0) return <EmptyState title={translate(`desk.empty.${name}`)} text={translate(`desk.emptyText.${name}`)} />;
  return (
    <>
      <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label={translate(`desk.tab.${name}`)}>
        {items.map((item) => <ItemOfList key={keyOf(item)}>{renderRow(item)}</ItemOfList>)}
      </Paper>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mt: 1, color: 'text.secondary' }}>
        <span>{translate('list.shown', { n: format.number(items.length), total: format.number(total) })}</span>
        {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button> : null}
      </Stack>
    </>
  );
}

const ItemOfList = ({ children }: { readonly children: ReactNode }) => children;
