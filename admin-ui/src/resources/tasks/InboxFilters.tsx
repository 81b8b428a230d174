import ClearIcon from '@mui/icons-material/Clear';
import SearchIcon from '@mui/icons-material/Search';
import { Box, Button, Chip, IconButton, InputAdornment, MenuItem, Stack, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Session } from '#domain/contracts/session';
import { URGENCIES } from '#domain/letter/vocabulary';
import type { AddressFilters } from '../../hooks/use-address-filters';
import { useDebounced } from '../../hooks/use-debounced';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { TASK_KINDS, type useInboxCounts } from './use-inbox';

type Change = (changes: { readonly [name: string]: string | undefined }) => void;

/** A search box whose text goes to the address once the typing stops. */
export function SearchBox({ value, onChange, label, isFocused = false }: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** The page was opened in order to search. */
  readonly isFocused?: boolean;
}) {
  const translate = useTranslate();
  const [text, setText] = useState(value);
  const settled = useDebounced(text);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (settled.trim() !== value) onChange(settled.trim());
    // The address follows the typing, not the other way round.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <TextField
      value={text}
      onChange={(event) => setText(event.target.value)}
      label={label}
      autoFocus={isFocused}
      type="search"
      // The field has a cross of its own, with a name.
      sx={{ maxWidth: { sm: 320 }, '& input::-webkit-search-cancel-button': { display: 'none' } }}
      slotProps={{
        htmlInput: { maxLength: 100 },
        input: {
          startAdornment: <InputAdornment position="start"><SearchIcon fontSize="small" /></InputAdornment>,
          endAdornment: text === '' ? null : (
            <InputAdornment position="end">
              <IconButton size="small" edge="end" onClick={() => setText('')} aria-label={translate('ra.action.clear_input_value')}><ClearIcon fontSize="small" /></IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

/** A choice of one, with "all" first. */
export function SelectBox({ label, value, options, onChange, width = 190 }: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly width?: number;
}) {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={label}
      value={options.some((option) => option.value === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      sx={{ width: { xs: '100%', sm: width } }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{translate('filter.all')}</MenuItem>
      {options.map((option) => <MenuItem key={option.value} value={option.value}>{option.label}</MenuItem>)}
    </TextField>
  );
}

export function InboxFilters({ filters, onChange, counts, posts }: {
  readonly filters: AddressFilters;
  readonly onChange: Change;
  readonly counts: ReturnType<typeof useInboxCounts>;
  readonly posts: Session['posts'];
}) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(() => ['postId', 'kind', 'urgency', 'direction', 'sort'].some((name) => filters[name] !== undefined));
  const quick = [
    { name: 'all', count: counts?.all, isOn: filters['unread'] === undefined && filters['overdue'] === undefined, set: { unread: undefined, overdue: undefined } },
    { name: 'unread', count: counts?.unread, isOn: filters['unread'] === 'true', set: { unread: 'true', overdue: undefined } },
    { name: 'overdue', count: counts?.overdue, isOn: filters['overdue'] === 'true', set: { overdue: 'true', unread: undefined } },
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
      {isOpen ? (
        <Stack direction="row" useFlexGap spacing={2} sx={{ flexWrap: 'wrap' }}>
          <SearchBox label={translate('inbox.search')} value={filters['q'] ?? ''} onChange={(q) => onChange({ q })} />
          {posts.length < 2 ? null : (
            <SelectBox
              label={translate('inbox.post')}
              width={260}
              value={filters['postId'] ?? ''}
              options={posts.map((post) => ({ value: post.id, label: localName(post.title) }))}
              onChange={(postId) => onChange({ postId })}
            />
          )}
          <SelectBox
            label={translate('field.urgency')}
            value={filters['urgency'] ?? ''}
            options={URGENCIES.map((value) => ({ value, label: translate(`urgency.${value}`) }))}
            onChange={(urgency) => onChange({ urgency })}
          />
          <SelectBox
            label={translate('inbox.kind')}
            value={filters['kind'] ?? ''}
            options={TASK_KINDS.map((value) => ({ value, label: translate(`taskKind.${value}`) }))}
            onChange={(kind) => onChange({ kind })}
          />
          <TextField
            select
            label={translate('filter.sort')}
            value={filters['sort'] === 'opened' ? 'opened' : 'due'}
            onChange={(event) => onChange({ sort: event.target.value === 'due' ? undefined : event.target.value })}
            sx={{ width: { xs: '100%', sm: 220 } }}
          >
            <MenuItem value="due">{translate('inbox.sort.due')}</MenuItem>
            <MenuItem value="opened">{translate('inbox.sort.opened')}</MenuItem>
          </TextField>
        </Stack>
      ) : null}
    </Stack>
  );
}
