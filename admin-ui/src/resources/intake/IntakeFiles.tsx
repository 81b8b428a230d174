import { Button, Stack } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import type { ReadLetter } from '#domain/intake/read-letter';
import { FileDrop, FileRow } from '../../components/FileDrop';
import { Panel } from '../../components/Page';
import { PageDrop } from '../../components/PageDrop';
import type { FileItem, Files } from '../../components/use-files';
import { ErrorBoundary } from '../../layout/ErrorBoundary';
import { API_PREFIX } from '../../providers/data/routes';
import type { Proposal } from './proposals';

const IntakePreview = lazy(() => import('./IntakePreview'));
const OFFICE_FILES = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp';
const isPdf = (name: string): boolean => name.toLowerCase().endsWith('.pdf');

/** Where the letter is looked at from: as chosen, or as it was sent before the tab was lost. */
const sourceOf = ({ file, documentId, status }: FileItem): File | string | null =>
  status === 'failed' ? null : (file ?? (documentId === null ? null : `${API_PREFIX}/documents/${documentId}/content`));

/** The letter and its enclosures; a file may be dropped anywhere on the page. */
export function IntakeFiles({ files, onApart }: {
  readonly files: Files;
  /** Every PDF is a letter of its own: the others wait for their forms. */
  readonly onApart: (others: readonly File[]) => void;
}) {
  const translate = useTranslate();
  const main = files.items.find(({ role }) => role === 'main');
  const enclosures = files.items.filter(({ role }) => role === 'enclosure');
  const others = enclosures.filter(({ file, name }) => file !== null && isPdf(name));
  const drop = (dropped: readonly File[]): void => {
    const letter = main === undefined ? dropped.find((file) => file.type === 'application/pdf' || isPdf(file.name)) : undefined;
    if (letter !== undefined) files.add('main', [letter]);
    const rest = dropped.filter((file) => file !== letter);
    if (rest.length > 0) files.add('enclosure', rest);
  };
  const takeApart = (): void => {
    onApart(others.flatMap(({ file }) => (file === null ? [] : [file])));
    for (const { key } of others) files.remove(key);
  };
  return (
    <>
      <PageDrop label={translate(main === undefined ? 'intake.dropAnywhere' : 'intake.dropEnclosure')} onFiles={drop} />
      <Panel title={translate('intake.files')}>
        <Stack spacing={1.5}>
          {main === undefined ? (
            <FileDrop label={translate('file.dropMain')} hint={translate('file.mainHint')} accept="application/pdf,.pdf" isMultiple onFiles={drop} />
          ) : (
            <FileRow item={main} onRemove={() => files.remove(main.key)} />
          )}
          {enclosures.map((item) => <FileRow key={item.key} item={item} onRemove={() => files.remove(item.key)} />)}
          {main === undefined || others.length === 0 ? null : <Button variant="outlined" size="small" onClick={takeApart}>{translate('intake.takeApart', { n: others.length + 1 })}</Button>}
          <FileDrop label={translate('file.dropEnclosures')} hint={translate('file.enclosuresHint')} accept={OFFICE_FILES} isMultiple isSmall onFiles={(chosen) => files.add('enclosure', chosen)} />
        </Stack>
      </Panel>
    </>
  );
}

/** The letter's pages beside the form, with what was read on the first. What cannot be drawn here can still be registered: the form stays. */
export function LetterPreview({ files, ...reading }: {
  readonly files: Files;
  readonly proposals: readonly Proposal[];
  readonly pointed: Proposal | null;
  readonly onRead: (read: ReadLetter | null) => void;
  readonly onUse: (proposal: Proposal) => void;
}) {
  const main = files.items.find(({ role }) => role === 'main');
  const source = main === undefined ? null : sourceOf(main);
  if (source === null || main === undefined) return null;
  return (
    <ErrorBoundary key={main.key}>
      <Suspense fallback={null}><IntakePreview source={source} name={main.name} {...reading} /></Suspense>
    </ErrorBoundary>
  );
}
