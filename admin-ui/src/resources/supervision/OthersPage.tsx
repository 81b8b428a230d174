import PhoneIcon from '@mui/icons-material/PhoneOutlined';
import { Box, Button, Chip, Link, Paper, Stack, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { SupervisedDelivery } from '#domain/contracts/supervision';
import { SUPERVISED_DELIVERIES } from '#domain/letter/supervised';
import { URGENCIES } from '#domain/letter/vocabulary';
import { DownloadButton } from '../../components/DownloadButton';
import { Mark, UrgencyMark } from '../../components/marks';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { oneOf } from '../../hooks/one-of';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { SearchBox, SelectBox } from '../../components/form/filter-boxes';
import type { SupervisedTask } from './acts';
import { Foot } from './SupervisionPage';
import { SupervisionTabs } from './SupervisionTabs';

const SuperviseDialog = onDemand(() => import('./SuperviseDialog').then((module) => module.SuperviseDialog));

/** รอหน่วยงานอื่น: what receivers have not registered in their time, with the telephone of their registry, and what is not answered. */
export default function OthersPage() {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const state = oneOf(SUPERVISED_DELIVERIES, filters['state']) ?? 'unregistered';
  const urgency = oneOf(URGENCIES, filters['urgency']);
  const { toOfficeId, q } = filters;
  const query = { state, ...(toOfficeId === undefined ? {} : { toOfficeId }), ...(q === undefined ? {} : { q }), ...(urgency === undefined ? {} : { urgency }) };
  const list = useInfiniteQuery({
    queryKey: [...keys.supervision, 'deliveries', query],
    queryFn: ({ pageParam, signal }) => api.supervisedDeliveries({ query: { ...query, limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  });
  const page = list.data?.pages[0];
  const items = list.data?.pages.flatMap((each): SupervisedDelivery[] => each.items);
  const [recalled, setRecalled] = useState<SupervisedTask | null>(null);
  return (
    <Page
      title={translate('nav.supervision')}
      subtitle={translate('supervision.others.subtitle')}
      actions={<DownloadButton endpoint="deliveryExport" query={query} label={translate('supervision.export')} disabled={(page?.total ?? 0) === 0} />}
    >
      <SupervisionTabs />
      <Stack spacing={2}>
        <Box role="group" aria-label={translate('filter.quick')} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {SUPERVISED_DELIVERIES.map((each) => (
            <Chip
              key={each}
              component="button"
              clickable
              aria-pressed={state === each}
              color={state === each ? 'primary' : 'default'}
              variant={state === each ? 'filled' : 'outlined'}
              label={`${translate(`supervision.others.state.${each}`)}${page === undefined ? '' : ` ${format.number(page.counts[each])}`}`}
              onClick={() => change({ state: each === 'unregistered' ? undefined : each })}
              sx={{ minHeight: 36 }}
            />
          ))}
        </Box>
        <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap' }}>
          <SearchBox label={translate('inbox.search')} value={q ?? ''} onChange={(text) => change({ q: text })} />
          <SelectBox label={translate('field.urgency')} value={urgency ?? ''} options={URGENCIES.map((value) => ({ value, label: translate(`urgency.${value}`) }))} onChange={(value) => change({ urgency: value })} />
          <SelectBox label={translate('supervision.others.receiver')} width={280} value={toOfficeId ?? ''} options={(page?.byOffice ?? []).map(({ office }) => ({ value: office.id, label: localName(office.name) }))} onChange={(value) => change({ toOfficeId: value })} />
        </Stack>
        {list.isPending ? <LoadingRows /> : null}
        {list.isError && items === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
        {items?.length === 0 ? <EmptyState title={translate(`supervision.others.empty.${state}`)} /> : null}
        {items === undefined || items.length === 0 ? null : (
          <>
            <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label={translate('supervision.tab.others')}>
              {items.map((item) => (
                <DeliveryRow
                  key={item.deliveryId}
                  item={item}
                  onRecall={() => setRecalled({ letterId: item.letterId, taskId: '', rev: 0, seq: item.seq, deliveryId: item.deliveryId, postIds: [], title: `${item.subject ?? translate('item.sealedSubject')} · ${item.toName}` })}
                />
              ))}
            </Paper>
            <Foot shown={items.length} total={page?.total ?? 0} onMore={list.hasNextPage ? () => void list.fetchNextPage() : null} isLoading={list.isFetchingNextPage} />
          </>
        )}
      </Stack>
      {recalled === null ? null : <SuperviseDialog act="recall" tasks={[recalled]} officeId={undefined} onClose={() => setRecalled(null)} />}
    </Page>
  );
}

function DeliveryRow({ item, onRecall }: { readonly item: SupervisedDelivery; readonly onRecall: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const office = item.toOffice === null ? item.toName : localName(item.toOffice.name);
  return (
    <Box component="li" sx={{ px: 1.5, py: 1, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        {item.isUnregistered && item.registerBy !== null ? <Mark tone="hot" strong>{translate('supervision.others.registerBy', { at: format.dateTime(item.registerBy) })}</Mark> : null}
        {item.isLate ? <Mark tone="hot" strong>{translate('delivery.overdue')}</Mark> : null}
        {item.dueOn === null ? null : <Mark tone="calm">{translate('delivery.dueOn', { date: format.date(item.dueOn) })}</Mark>}
        <UrgencyMark urgency={item.urgency} />
      </Stack>
      <Link component={LinkBase} to={`/letters/${item.letterId}`} sx={{ fontWeight: 600 }}>{item.subject ?? translate('item.sealedSubject')}</Link>
      <Typography variant="body2" color="text.secondary">
        {[item.letterNo === null ? '' : format.digits(translate('letter.noShort', { no: item.letterNo })), localName(item.unit?.name), translate('delivery.sentAt', { at: format.dateTime(item.sentAt) })].filter((text) => text !== '').join(' · ')}
      </Typography>
      <Typography variant="body2">
        {translate('supervision.others.to', { office })}
        {item.receiveNo === null ? '' : ` · ${translate('item.receiveNoShort', { no: format.digits(item.receiveNo) })}`}
        {item.registeredAt === null ? '' : ` · ${format.dateTime(item.registeredAt)}`}
      </Typography>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        {item.phone === '' ? (
          item.toOffice === null ? null : <Typography variant="body2" color="text.secondary">{translate('supervision.others.noPhone')}</Typography>
        ) : (
          <Button size="small" startIcon={<PhoneIcon />} href={`tel:${item.phone.replaceAll(' ', '')}`}>{translate('supervision.others.phone', { phone: format.digits(item.phone) })}</Button>
        )}
        {item.can.map((act) => <Button key={act} size="small" onClick={onRecall}>{translate(`act.${act}.title`)}</Button>)}
      </Stack>
    </Box>
  );
}
