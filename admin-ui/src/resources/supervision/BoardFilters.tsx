import { Box, Button, Chip, MenuItem, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { SUPERVISION_GROUPS, SUPERVISION_STATES } from '#domain/letter/supervised';
import { URGENCIES } from '#domain/letter/vocabulary';
import { Panel } from '../../components/Page';
import type { AddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { SearchBox, SelectBox } from '../../components/form/filter-boxes';
import { type BoardView, GROUP_FILTER } from './board-view';
import type { Board } from './use-board';

type Change = (changes: { readonly [name: string]: string | undefined }) => void;
type Props = { readonly filters: AddressFilters; readonly view: BoardView; readonly board: Board | undefined; readonly change: Change };

const REST_CHOICES = [3, 5, 7, 10, 15, 30];
/** Groups shown before one asks for all. */
const SHOWN = 8;

/** What is wanted: the state with its count, a text, an urgency, and for what is at rest how long. */
export function BoardFilters({ filters, view, board, change }: Props) {
  const translate = useTranslate();
  const format = useFormat();
  const { state, restDays } = view.filter;
  const count = (each: (typeof SUPERVISION_STATES)[number]): number | undefined =>
    board === undefined ? undefined : each === 'both' ? board.counts.overdue + board.counts.dueSoon : board.counts[each];
  return (
    <Stack spacing={2}>
      <Box role="group" aria-label={translate('filter.quick')} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {SUPERVISION_STATES.map((each) => {
          const n = count(each);
          return (
            <Chip
              key={each}
              component="button"
              clickable
              aria-pressed={state === each}
              color={state === each ? 'primary' : 'default'}
              variant={state === each ? 'filled' : 'outlined'}
              label={`${translate(`supervision.state.${each}`)}${n === undefined ? '' : ` ${format.number(n)}`}`}
              onClick={() => change({ state: each === 'both' ? undefined : each })}
              sx={{ minHeight: 36 }}
            />
          );
        })}
      </Box>
      <Stack direction="row" useFlexGap spacing={2} sx={{ flexWrap: 'wrap' }}>
        <SearchBox label={translate('inbox.search')} value={filters['q'] ?? ''} onChange={(q) => change({ q })} />
        <SelectBox label={translate('field.urgency')} value={view.filter.urgency ?? ''} options={URGENCIES.map((value) => ({ value, label: translate(`urgency.${value}`) }))} onChange={(value) => change({ urgency: value })} />
        {state === 'atRest' ? (
          <TextField select label={translate('supervision.restDays')} value={String(restDays)} onChange={(event) => change({ restDays: event.target.value })} sx={{ maxWidth: { sm: 240 } }}>
            {[...new Set([...REST_CHOICES, restDays])].toSorted((a, b) => a - b).map((days) => (
              <MenuItem key={days} value={String(days)}>{translate('supervision.restFrom', { n: format.number(days) })}</MenuItem>
            ))}
          </TextField>
        ) : null}
      </Stack>
    </Stack>
  );
}

/** By unit, person, step or correspondent: where it is stuck. A group is a filter that can be taken off again. */
export function BoardGroups({ filters, view, board, change }: Props) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const [isAll, setIsAll] = useState(false);
  const { groupBy } = view;
  const filter = GROUP_FILTER[groupBy];
  const groups = board?.groups ?? [];
  const chosen = filters[filter];
  const shown = isAll ? groups : groups.filter(({ key }, index) => index < SHOWN || key === chosen);
  const others = Object.entries(GROUP_FILTER).filter(([kind, name]) => kind !== groupBy && filters[name] !== undefined);
  return (
    <Panel
      title={translate('supervision.where')}
      actions={
        <TextField select label={translate('supervision.groupBy')} value={groupBy} onChange={(event) => change({ groupBy: event.target.value === 'unit' ? undefined : event.target.value })} sx={{ maxWidth: 220 }}>
          {SUPERVISION_GROUPS.map((each) => <MenuItem key={each} value={each}>{translate(`supervision.group.${each}`)}</MenuItem>)}
        </TextField>
      }
    >
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {others.map(([kind, name]) => (
          <Chip key={kind} color="primary" onDelete={() => change({ [name]: undefined })} label={translate('supervision.narrowed', { kind: translate(`supervision.group.${kind}`) })} />
        ))}
        {shown.map(({ key, name, open, overdue, dueSoon }) => (
          <Chip
            key={key}
            component="button"
            clickable
            aria-pressed={chosen === key}
            color={chosen === key ? 'primary' : 'default'}
            variant={chosen === key ? 'filled' : 'outlined'}
            label={translate('supervision.groupCounts', { name: localName(name), overdue: format.number(overdue), dueSoon: format.number(dueSoon), open: format.number(open) })}
            onClick={() => change({ [filter]: chosen === key ? undefined : key })}
            sx={{ height: 'auto', minHeight: 36, '& .MuiChip-label': { whiteSpace: 'normal', py: 0.5 } }}
          />
        ))}
        {groups.length > shown.length ? <Button size="small" onClick={() => setIsAll(true)}>{translate('supervision.allGroups', { n: format.number(groups.length) })}</Button> : null}
      </Stack>
    </Panel>
  );
}
