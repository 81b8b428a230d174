import { Box, Button, Chip, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Session } from '#domain/contracts/session';
import { onDemand } from '../../components/on-demand';
import type { AddressFilters } from '../../hooks/use-address-filters';
import { useFormat } from '../../providers/i18n/use-format';
import type { useInboxCounts } from './use-inbox';

const MoreFilters = onDemand(async () => (await import('./MoreFilters')).MoreFilters);

const NONE = { unread: undefined, overdue: undefined, beside: undefined };
const BESIDE = ['taken', 'unreadCopies'] as const;
export type Change = (changes: { readonly [name: string]: string | undefined }) => void;

/** Quick filters with their counts; all others come when they are asked for. */
export function InboxFilters({ filters, onChange, counts, posts }: {
  readonly filters: AddressFilters;
  readonly onChange: Change;
  readonly counts: ReturnType<typeof useInboxCounts>;
  readonly posts: Session['posts'];
}) {
  const translate = useTranslate();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(() => ['postId', 'kind', 'urgency', 'direction', 'sort'].some((name) => filters[name] !== undefined));
  const beside = filters['beside'];
  const quick = [
    { name: 'all', count: counts?.all, isOn: filters['unread'] === undefined && filters['overdue'] === undefined && beside === undefined, set: { ...NONE } },
    { name: 'unread', count: counts?.unread, isOn: filters['unread'] === 'true', set: { ...NONE, unread: 'true' } },
    { name: 'overdue', count: counts?.overdue, isOn: filters['overdue'] === 'true', set: { ...NONE, overdue: 'true' } },
    // Only who is in a group, or has something for information, has such lists.
    ...BESIDE.filter((name) => name === beside || (counts?.[name] ?? 0) > 0).map((name) => ({ name, count: counts?.[name], isOn: name === beside, set: { ...NONE, beside: name } })),
  ];
  return (
    <Stack spacing={2} sx={{ mb: 1.5 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Box role="group" aria-label={translate('filter.quick')} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {quick.map(({ name, count, isOn, set }) => (
            <Chip
              key={name}
              clickable
              component="button"
              aria-pressed={isOn}
              color={isOn ? 'primary' : 'default'}
              variant={isOn ? 'filled' : 'outlined'}
              label={`${translate(`inbox.quick.${name}`)}${count === undefined ? '' : ` ${format.number(count)}`}`}
              onClick={() => onChange(set)}
              sx={{ minHeight: 36 }}
            />
          ))}
        </Box>
        <Button size="small" onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>{translate(isOpen ? 'filter.less' : 'filter.more')}</Button>
      </Stack>
      {isOpen ? <MoreFilters filters={filters} onChange={onChange} posts={posts} /> : null}
    </Stack>
  );
}
