import { Alert, LinearProgress, Stack, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { REGISTER_FILE_MAX } from '#domain/contracts/limits';
import { toArabicDigits } from '#domain/thai/digits';
import { toBase64 } from '../../../components/base64';
import { FileDrop } from '../../../components/FileDrop';
import { Panel } from '../../../components/Page';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useErrorText } from '../../../providers/i18n/use-error-text';

/** The year first, then the file: what stands in it is read at once and nothing is taken over yet. */
export function StartImport({ bookId, yearBe, onStarted }: { readonly bookId: string; readonly yearBe: number; readonly onStarted: (id: string) => void }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const api = useApi();
  const queryClient = useQueryClient();
  const [text, setText] = useState(String(yearBe - 1));
  const [isTooLarge, setTooLarge] = useState(false);
  const year = Number(toArabicDigits(text));
  const isYear = Number.isInteger(year) && year >= 2400 && year <= 2700;
  const start = useMutation({
    mutationFn: async (file: File) => api.startRegisterImport({ params: { bookId }, body: { yearBe: year, fileName: file.name.slice(-200), content: await toBase64(file) } }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: [...keys.books, 'imports'] });
      onStarted(id);
    },
  });
  const choose = ([file]: readonly File[]): void => {
    start.reset();
    setTooLarge(file !== undefined && file.size > REGISTER_FILE_MAX);
    if (file !== undefined && isYear && file.size <= REGISTER_FILE_MAX) start.mutate(file);
  };
  return (
    <Panel title={translate('registerImport.choose')}>
      <Stack spacing={2}>
        <Typography>{translate('registerImport.text')}</Typography>
        <TextField
          label={translate('registerImport.year')} value={text} onChange={(event) => setText(event.target.value)} required error={!isYear}
          helperText={isYear ? translate('registerImport.yearHelp') : translate('registerImport.noYear')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} sx={{ maxWidth: 320 }}
        />
        {isYear ? <FileDrop label={translate('registerImport.file')} hint={translate('registerImport.fileHint')} accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" isMultiple={false} onFiles={choose} /> : null}
        {start.isPending ? <><LinearProgress aria-label={translate('registerImport.reading')} /><Typography role="status">{translate('registerImport.reading')}</Typography></> : null}
        {isTooLarge ? <Alert severity="error" role="alert">{translate('errors.IMPORT_TOO_LARGE')}</Alert> : null}
        {start.error === null ? null : <Alert severity="error" role="alert">{errorText(start.error)}</Alert>}
      </Stack>
    </Panel>
  );
}
