import AltRouteIcon from '@mui/icons-material/AltRoute';
import { Box, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import type { endpoints, QueryOf } from '#domain/contracts/endpoints';
import { useLocalName } from '../providers/auth/use-session';
import { useApi } from '../providers/data/data-provider';
import { keys } from '../providers/data/keys';
import { useErrorText } from '../providers/i18n/use-error-text';
import { useFormat } from '../providers/i18n/use-format';
import { SelectInput, TextInput } from './form/fields';

type Facts = NonNullable<QueryOf<(typeof endpoints)['routeChoice']>>;

/** Which route the office's table chooses for these facts, and another one with a reason. */
export function RouteChoice<V extends FieldValues>({ facts, control, routeName, reasonName, chosen }: {
  readonly facts: Facts;
  readonly control: Control<V>;
  readonly routeName: FieldPath<V>;
  readonly reasonName: FieldPath<V>;
  /** Value of `routeName`; empty where the table's choice stands. */
  readonly chosen: string;
}) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const api = useApi();
  const errorText = useErrorText();
  const choice = useQuery({
    queryKey: [...keys.routeChoice, facts],
    queryFn: ({ signal }) => api.routeChoice({ query: facts, signal }),
    enabled: facts.postId !== '',
    placeholderData: (previous) => previous,
  });
  if (facts.postId === '') return null;
  const table = choice.data?.chosen;
  const others = choice.data?.others ?? [];
  return (
    <Box sx={{ bgcolor: 'action.hover', borderRadius: 1.5, p: 1.5 }}>
      <Stack direction="row" spacing={1}>
        <AltRouteIcon aria-hidden color="action" />
        <Box sx={{ minWidth: 0 }} aria-live="polite">
          <Typography sx={{ fontWeight: 600 }}>{table === undefined ? translate('route.choosing') : localName(table.name)}</Typography>
          {table === undefined ? null : (
            <Typography variant="body2" color="text.secondary">
              {table.isOtherwise || table.rowNo === null ? translate('route.byOtherwise') : translate('route.byRow', { n: format.number(table.rowNo) })}
            </Typography>
          )}
          {choice.isError ? <Typography variant="body2" color="error">{errorText(choice.error)}</Typography> : null}
        </Box>
      </Stack>
      {others.length === 0 ? null : (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mt: 1.5 }}>
          <SelectInput
            control={control}
            name={routeName}
            label={translate('route.other')}
            options={[{ value: '', label: translate('route.asTable') }, ...others.map((each) => ({ value: each.routeVersionId, label: localName(each.name) }))]}
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          />
          {chosen === '' ? null : <TextInput control={control} name={reasonName} label={translate('route.reason')} required />}
        </Stack>
      )}
    </Box>
  );
}
