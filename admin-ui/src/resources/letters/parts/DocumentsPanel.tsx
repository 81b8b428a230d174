import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { shownForm } from '#domain/letter/printed-file';
import { Mark } from '../../../components/marks';
import { onDemand } from '../../../components/on-demand';
import { Panel } from '../../../components/Page';
import { EmptyState, LoadingRows } from '../../../components/states';
import { API_PREFIX } from '../../../providers/data/routes';
import { useFormat } from '../../../providers/i18n/use-format';

const StampDialog = onDemand(() => import('../stamps/StampDialog').then((module) => module.StampDialog));
const PdfPages = lazy(() => import('../../../components/pdf/PdfPages'));

type Doc = LetterPage['documents'][number];
const PDF = 'application/pdf';
const isOriginal = ({ role }: Doc): boolean => role === 'main' || role === 'enclosure' || role === 'evidence';

const hrefOf = (document: Doc): string => (document.href.startsWith('/') ? document.href : `${API_PREFIX}/documents/${document.id}/content`);
const withDownload = (href: string): string => `${href}${href.includes('?') ? '&' : '?'}download=true`;

/** The letter itself with its stamps, then what came along with it, one below the other. */
export function DocumentsPanel({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const entries = entriesOf(letter);
  if (!letter.isRevealed) return <Panel title={translate('letter.documents')}><EmptyState title={translate('letter.sealedNoFile')} text={translate('letter.sealedNoFileText')} /></Panel>;
  if (entries.length === 0) return <Panel title={translate('letter.documents')}><EmptyState isSmall title={translate('letter.noDocuments')} /></Panel>;
  return (
    <Stack spacing={1.5} role="group" aria-label={translate('letter.documents')}>
      {entries.length < 2 ? null : (
        <Stack component="nav" aria-label={translate('letter.documents')} direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          {entries.map((each) => (
            <Button key={each.id} size="small" variant="outlined" onClick={() => document.getElementById(anchorOf(each))?.scrollIntoView({ behavior: 'smooth' })} sx={{ maxWidth: '100%' }}>
              <EntryName entry={each} />
            </Button>
          ))}
        </Stack>
      )}
      {entries.map((entry) => <Shown key={entry.id} entry={entry} tools={entry.role === 'main' && entry.original !== null ? <StampTools letter={letter} /> : null} />)}
    </Stack>
  );
}

const anchorOf = ({ id }: Entry): string => `document-${id}`;

function EntryName({ entry }: { readonly entry: Entry }) {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: 260 }}>
      {translate(`document.role.${entry.role}`)}
      {entry.name === '' ? '' : ` · ${entry.name}`}
    </Box>
  );
}

type Form = { readonly name: string; readonly mime: string; readonly href: string; readonly sizeBytes: number };
type Entry = { readonly id: string; readonly role: 'main' | 'draft' | 'enclosure' | 'evidence'; readonly name: string; readonly shown: Form; readonly original: Form | null };

/**
 * The letter first, then what came with it. A letter written in the system has no original file: its rendition is the
 * letter, and before there is one, the draft as it would be printed.
 */
function entriesOf(letter: LetterPage): readonly Entry[] {
  const live = letter.documents.filter(({ isSuperseded }) => !isSuperseded);
  const formOf = (document: Doc): Form => ({ ...document, href: hrefOf(document) });
  const originals = live.filter(isOriginal).map((document): Entry => {
    const shown = shownForm(document, live);
    const role = document.role === 'enclosure' || document.role === 'evidence' ? document.role : 'main';
    return { id: document.id, role, name: document.name, shown: formOf(shown), original: shown.id === document.id ? null : formOf(document) };
  });
  const own = live.filter((document) => !isOriginal(document) && !live.some(({ id }) => id === document.sourceId));
  const newest = [...own].sort((one, other) => other.uploadedAt.localeCompare(one.uploadedAt))[0];
  const written: readonly Entry[] = newest === undefined ? [] : [{ id: newest.id, role: 'main', name: newest.name, shown: formOf(newest), original: null }];
  const main = [...written, ...originals.filter(({ role }) => role === 'main')];
  return [...(main.length > 0 || letter.direction === 'incoming' ? main : [draftOf(letter)]), ...originals.filter(({ role }) => role !== 'main')];
}

/** Another address for every change, so that the viewer asks for it again. */
function draftOf({ id, seq, textVersion }: LetterPage): Entry {
  const href = `${API_PREFIX}/letters/${id}/preview?at=${textVersion}.${seq}`;
  return { id: href, role: 'draft', name: '', shown: { name: 'draft.pdf', mime: PDF, href, sizeBytes: 0 }, original: null };
}

/** For whose registry's stamp is on the page: moving it, and a word where nobody has looked at where it stands. */
function StampTools({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const own = letter.numbers.filter(({ canMoveStamp }) => canMoveStamp);
  if (own.length === 0) return null;
  return (
    <>
      {own.some(({ stampFound }) => stampFound === 'unseen' || stampFound === 'covers') ? <Mark tone="warm">{translate('document.stampUnsure')}</Mark> : null}
      <Button size="small" onClick={() => setIsOpen(true)}>{translate('document.moveStamp')}</Button>
      {isOpen ? <StampDialog letterId={letter.id} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function Shown({ entry, tools }: { readonly entry: Entry; readonly tools: ReactNode }) {
  const translate = useTranslate();
  const format = useFormat();
  const [isOriginalShown, setIsOriginalShown] = useState(false);
  const shown = isOriginalShown && entry.original !== null ? entry.original : entry.shown;
  return (
    <Stack component="section" id={anchorOf(entry)} spacing={1} sx={{ scrollMarginTop: 72 }}>
      <Typography variant="h3" component="h2" sx={{ display: 'flex' }}><EntryName entry={entry} /></Typography>
      {entry.original === null ? null : (
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Mark tone="info">{translate(isOriginalShown ? 'document.original' : 'document.stamped')}</Mark>
          <Button size="small" onClick={() => setIsOriginalShown(!isOriginalShown)}>{translate(isOriginalShown ? 'document.showStamped' : 'document.showOriginal')}</Button>
          {tools}
        </Stack>
      )}
      {shown.mime === PDF ? (
        <Suspense fallback={<LoadingRows rows={3} />}><PdfPages key={shown.href} source={shown.href} name={shown.name} downloadHref={withDownload(shown.href)} /></Suspense>
      ) : shown.mime.startsWith('image/') && shown.mime !== 'image/tiff' ? (
        <Box component="img" src={shown.href} alt={shown.name} sx={{ maxWidth: '100%', border: 1, borderColor: 'divider', borderRadius: 2 }} />
      ) : (
        <Panel title={shown.name}>
          <Typography variant="body2" color="text.secondary">{format.fileSize(shown.sizeBytes)}</Typography>
          <Link href={withDownload(shown.href)} download={shown.name}>{translate('pdf.download')}</Link>
        </Panel>
      )}
    </Stack>
  );
}
