import { Alert, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { RegisterImport } from '#domain/contracts/register-imports';
import { DownloadButton } from '../../../components/DownloadButton';
import { Panel } from '../../../components/Page';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import { useFormat } from '../../../providers/i18n/use-format';
import { ImportColumns } from './ImportColumns';
import { ImportRows } from './ImportRows';

/** A table that was read: its columns, the verdict on its rows, and how far it is taken over. */
export function ChosenImport({ id, onLeave }: { readonly id: string; readonly onLeave: () => void }) {
  const api = useApi();
  const own = [...keys.books, 'import', id];
  const read = useQuery({ queryKey: own, queryFn: ({ signal }) => api.registerImport({ params: { id }, signal }) });
  if (read.isPending) return <LoadingRows />;
  if (read.isError) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  const { data } = read;
  return (
    <>
      {data.state === 'ready' ? <ImportColumns data={data} /> : null}
      <Taking data={data} onLeave={onLeave} />
      {data.waiting.take + data.waiting.same + data.waiting.error === 0 ? null : <ImportRows key={JSON.stringify([data.mapping, data.takenCount])} data={data} />}
    </>
  );
}

/** A batch after the other is asked for while the page is open; left and opened again it goes on where it was. */
function useTaking(data: RegisterImport) {
  const api = useApi();
  const queryClient = useQueryClient();
  const isWanted = useRef(false);
  const take = useMutation({
    mutationFn: async () => {
      isWanted.current = true;
      for (let state = data.state; isWanted.current && (state === 'ready' || state === 'taking');) {
        const next = await api.takeRegisterRows({ params: { id: data.id } });
        queryClient.setQueryData([...keys.books, 'import', data.id], next);
        state = next.state;
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.books }),
  });
  return { take, pause: () => { isWanted.current = false; } };
}

function Taking({ data, onLeave }: { readonly data: RegisterImport; readonly onLeave: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const errorText = useErrorText();
  const api = useApi();
  const queryClient = useQueryClient();
  const { take, pause } = useTaking(data);
  const drop = useMutation({
    mutationFn: () => api.dropRegisterImport({ params: { id: data.id } }),
    onSuccess: async () => {
      onLeave();
      await queryClient.invalidateQueries({ queryKey: [...keys.books, 'imports'] });
    },
  });
  const { waiting, takenCount } = data;
  const count = (n: number): string => format.number(n);
  const whole = takenCount + waiting.take;
  const error = take.error ?? drop.error;
  return (
    <Panel title={`${data.fileName} · ${translate('books.year')} ${format.yearBe(data.yearBe)}`}>
      <Stack spacing={1.5}>
        <Typography role="status">{translate('registerImport.counts', { take: count(waiting.take), same: count(waiting.same), error: count(waiting.error) })}</Typography>
        {data.state === 'taking' || take.isPending ? (
          <>
            <LinearProgress variant="determinate" value={whole === 0 ? 0 : (takenCount / whole) * 100} aria-label={translate('registerImport.progress')} />
            <Typography>{translate('registerImport.taken', { n: count(takenCount), total: count(whole) })}</Typography>
          </>
        ) : null}
        {data.state === 'done' ? <Alert severity={waiting.error === 0 ? 'success' : 'warning'} role="status">{translate(waiting.error === 0 ? 'registerImport.done' : 'registerImport.doneWithFaults', { n: count(takenCount), error: count(waiting.error) })}</Alert> : null}
        {error === null ? null : <Alert severity="error" role="alert">{errorText(error)}</Alert>}
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          {take.isPending ? <Button variant="outlined" onClick={pause}>{translate('registerImport.pause')}</Button> : null}
          {!take.isPending && (data.state === 'ready' || data.state === 'taking') ? (
            <Button variant="contained" disabled={waiting.take === 0} onClick={() => take.mutate()}>{translate(data.state === 'ready' ? 'registerImport.take' : 'registerImport.takeRest', { n: count(waiting.take) })}</Button>
          ) : null}
          {waiting.error === 0 ? null : <DownloadButton endpoint="registerImportFaults" params={{ id: data.id }} query={{ format: 'xlsx' }} label={translate('registerImport.faultsFile')} />}
          {data.state === 'ready' ? <Button color="error" loading={drop.isPending} onClick={() => drop.mutate()}>{translate('registerImport.drop')}</Button> : null}
          {data.state === 'done' ? <Button component={LinkBase} to={`/books/${data.book.id}/${data.yearBe}?order=asc`}>{translate('registerImport.look')}</Button> : null}
          {data.state === 'done' ? <Button onClick={onLeave}>{translate('registerImport.another')}</Button> : null}
        </Stack>
      </Stack>
    </Panel>
  );
}
