import { Alert, Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { RegisterImport } from '#domain/contracts/register-imports';
import { columnLetter, isMappingUsable, REGISTER_IMPORT_COLUMNS, REGISTER_IMPORT_HEADINGS, type ColumnMapping, type RegisterImportColumn } from '#domain/numbering/import/columns';
import { Panel } from '../../../components/Page';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import { useLang } from '../../../providers/i18n/use-lang';

const NONE = '-';

/** Which column of the table is which, with what stands in it. A choice is kept at once and every row judged anew. */
export function ImportColumns({ data }: { readonly data: RegisterImport }) {
  const translate = useTranslate();
  const lang = useLang();
  const errorText = useErrorText();
  const api = useApi();
  const queryClient = useQueryClient();
  const map = useMutation({
    mutationFn: (mapping: ColumnMapping) => api.mapRegisterImport({ params: { id: data.id }, body: { mapping } }),
    onSuccess: (next) => queryClient.setQueryData([...keys.books, 'import', data.id], next),
  });
  const mapping = map.isPending ? map.variables : data.mapping;
  const choose = (column: RegisterImportColumn, value: string): void => {
    const place = value === NONE ? null : Number(value);
    // A column of the table is one thing only: whatever had it before loses it.
    const freed = Object.fromEntries(REGISTER_IMPORT_COLUMNS.map((each) => [each, mapping[each] === place ? null : mapping[each]])) as ColumnMapping;
    map.mutate({ ...freed, [column]: place });
  };
  return (
    <Panel title={translate('registerImport.columns')}>
      <Typography sx={{ mb: 1.5 }}>{translate('registerImport.columnsText')}</Typography>
      {isMappingUsable(mapping) ? null : <Alert severity="warning" sx={{ mb: 1.5 }}>{translate('registerImport.needed')}</Alert>}
      {map.error === null ? null : <Alert severity="error" role="alert" sx={{ mb: 1.5 }}>{errorText(map.error)}</Alert>}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', md: 'repeat(3, minmax(0, 1fr))' } }}>
        {REGISTER_IMPORT_COLUMNS.map((column) => {
          const place = mapping[column];
          return (
            <Stack key={column} spacing={0.5}>
              <TextField select label={REGISTER_IMPORT_HEADINGS[column][lang]} value={place === null ? NONE : String(place)} disabled={map.isPending} onChange={(event) => choose(column, event.target.value)}>
                <MenuItem value={NONE}>{translate('registerImport.notThere')}</MenuItem>
                {data.headings.map((heading, at) => <MenuItem key={`${at} ${heading}`} value={String(at)}>{heading === columnLetter(at) ? heading : `${columnLetter(at)} · ${heading}`}</MenuItem>)}
              </TextField>
              <Typography variant="body2" color="text.secondary" noWrap>{place === null ? ' ' : data.samples.map((cells) => cells[place] ?? '').filter((text) => text !== '').slice(0, 3).join(' · ') || translate('registerImport.emptyColumn')}</Typography>
            </Stack>
          );
        })}
      </Box>
    </Panel>
  );
}
