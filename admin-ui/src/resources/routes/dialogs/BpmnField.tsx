import { Alert, Box, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import type { RouteFile } from '#domain/route/route-file';
import { FileDrop } from '../../../components/FileDrop';
import { LoadingRows } from '../../../components/states';
import { useApi } from '../../../providers/data/data-provider';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import { useFormat } from '../../../providers/i18n/use-format';

type Read = ResponseOf<(typeof endpoints)['readRouteBpmn']>;
/** Bytes of a file at most; the server counts characters. */
const MAX_FILE = 2 * 1024 * 1024;
const VERDICTS = ['dropped', 'approximated', 'mapped'] as const satisfies readonly Read['report'][number]['verdict'][];
const SIGNS = { mapped: '✓', approximated: '≈', dropped: '✕' } as const;

/** A file of another modeller: read by the server, with what became of everything in it before anything is kept. */
export function BpmnField({ onImported }: { readonly onImported: (imported: RouteFile | null) => void }) {
  const translate = useTranslate();
  const api = useApi();
  const errorText = useErrorText();
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const read = useMutation({
    mutationFn: async (file: File) => api.readRouteBpmn({ body: { xml: await file.text() } }),
    onSuccess: ({ definition, layout }) => onImported({ route: definition, layout }),
    onError: () => onImported(null),
  });
  const take = ([file]: readonly File[]): void => {
    if (file === undefined) return;
    onImported(null);
    read.reset();
    const isTooLarge = file.size > MAX_FILE;
    setTooLarge(isTooLarge ? file.name : null);
    if (!isTooLarge) read.mutate(file);
  };
  return (
    <>
      <FileDrop label={translate('routeImport.drop')} hint={translate('routeImport.hint')} accept=".bpmn,.xml,application/xml,text/xml" isMultiple={false} onFiles={take} />
      {tooLarge === null ? null : <Alert severity="error" role="alert">{translate('routes.fileTooLarge', { name: tooLarge })}</Alert>}
      {read.isPending ? <div role="status" aria-label={translate('routeImport.reading')}><LoadingRows rows={2} /></div> : null}
      {read.isError ? <Alert severity="error" role="alert">{errorText(read.error)}</Alert> : null}
      {read.data === undefined ? null : <Report read={read.data} />}
    </>
  );
}

function Report({ read: { definition, layout, report } }: { readonly read: Read }) {
  const translate = useTranslate();
  const format = useFormat();
  const groups = VERDICTS.map((verdict) => ({ verdict, lines: report.filter((line) => line.verdict === verdict) })).filter(({ lines }) => lines.length > 0);
  const isArranged = definition.nodes.some(({ id }) => layout[id] === undefined);
  return (
    <section aria-label={translate('routeImport.report')}>
      <Alert severity={groups.some(({ verdict }) => verdict === 'dropped') ? 'warning' : 'success'}>
        {translate('routeImport.read', { name: definition.name, n: format.number(definition.nodes.length) })}
        {isArranged ? <Box sx={{ mt: 0.5 }}>{translate('routeImport.arranged')}</Box> : null}
      </Alert>
      <Typography variant="h3" sx={{ mt: 1 }}>{translate('routeImport.report')}</Typography>
      {groups.length === 0 ? <Typography>{translate('routeImport.whole')}</Typography> : null}
      <Box sx={{ maxHeight: 260, overflow: 'auto' }} tabIndex={0} role="group" aria-label={translate('routeImport.report')}>
        {groups.map(({ verdict, lines }) => (
          <div key={verdict}>
            <Typography sx={{ fontWeight: 600 }}>{`${SIGNS[verdict]} ${translate('routeImport.count', { verdict: translate(`routeImport.verdict.${verdict}`), n: format.number(lines.length) })}`}</Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{lines.map((line, at) => <li key={at}>{line.text}</li>)}</Box>
          </div>
        ))}
      </Box>
    </section>
  );
}
