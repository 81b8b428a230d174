import { Alert } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { MAX_CONDITION_DEPTH } from '#domain/route/conditions';
import { readRouteFile, ROUTE_FILE_MAX, type RouteFile, type RouteFileFault } from '#domain/route/route-file';
import { FileDrop } from '../../../components/FileDrop';
import { useFormat } from '../../../providers/i18n/use-format';

/** A file that a designer exported: what is wrong with its shape is said here, the rest by the verifier once it is open. */
export function JsonField({ imported, onImported }: { readonly imported: RouteFile | null; readonly onImported: (imported: RouteFile | null) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const [trouble, setTrouble] = useState<string | null>(null);
  const told = (name: string, fault: RouteFileFault): string => {
    const figures = fault.code === 'tooManySteps' ? { count: format.number(fault.count), max: format.number(fault.max) } : { max: format.number(MAX_CONDITION_DEPTH) };
    return translate(`routes.fileFault.${fault.code}`, { ...fault, ...figures, name });
  };
  const read = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    const found = file.size > ROUTE_FILE_MAX ? null : readRouteFile(await file.text());
    const isRead = found !== null && 'route' in found;
    onImported(isRead ? found : null);
    setTrouble(isRead ? null : found === null ? translate('routes.fileTooLarge', { name: file.name }) : told(file.name, found));
  };
  return (
    <>
      <FileDrop label={translate('routes.file')} hint={translate('routes.fileHint')} accept="application/json,.json" isMultiple={false} onFiles={(files) => void read(files)} />
      {trouble === null ? null : <Alert severity="error" role="alert">{trouble}</Alert>}
      {imported === null ? null : <Alert severity="success">{translate('routes.fileRead', { name: imported.route.name, n: imported.route.nodes.length })}</Alert>}
    </>
  );
}
