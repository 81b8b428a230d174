import { Alert, Box, FormControl, Link, MenuItem, Select, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { Panel } from '../../../components/Page';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { diffWords } from '../text-diff';

type Version = Omit<LetterPage['versions'][number], 'why'> & { readonly why: LetterPage['versions'][number]['why'] | 'current' };

const filesNow = ({ documents }: LetterPage): string[] => documents.filter(({ role, isSuperseded }) => !isSuperseded && (role === 'main' || role === 'enclosure')).map(({ id }) => id);

/** The versions in their order, and the draft as it stands now where it has been changed since the last one. */
export function comparable(letter: LetterPage): readonly Version[] {
  const versions = [...letter.versions].sort((one, other) => one.version - other.version);
  const last = versions.at(-1);
  if (last === undefined || letter.status === 'ended' || letter.signature !== null || letter.direction === 'incoming') return versions;
  const { subject, toText, body, enclosureList, dateAsked } = letter;
  const text = { subject, toText, body, enclosureList, dateAsked };
  const isSameText = (Object.keys(text) as (keyof typeof text)[]).every((key) => JSON.stringify(text[key]) === JSON.stringify(last[key]));
  const isSame = isSameText && filesNow(letter).toSorted().join() === last.documentIds.toSorted().join();
  return isSame ? versions : [...versions, { ...text, version: last.version + 1, why: 'current', by: null, post: null, at: last.at, returnedNote: null, documentIds: filesNow(letter) }];
}

/** Two versions of the text side by side, what changed marked, with the note of whoever sent it back. */
export function VersionsPanel({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const versions = comparable(letter);
  const [chosen, setChosen] = useState<{ readonly before: number; readonly after: number } | null>(null);
  const after = versions.find(({ version }) => version === chosen?.after) ?? versions.at(-1);
  const before = versions.find(({ version }) => version === chosen?.before) ?? versions.at(-2);
  if (after === undefined || before === undefined) return null;
  const label = (version: Version): string => version.why === 'current'
    ? translate('returned.current')
    : `${translate('versions.n', { n: format.number(version.version) })} · ${translate(`versions.why.${version.why}`)} · ${localName(version.by?.name)} ${format.dateTime(version.at)}`;
  const picker = (value: number, key: 'before' | 'after') => (
    <FormControl>
      <Select
        value={value}
        inputProps={{ 'aria-label': translate(`versions.${key}`) }}
        onChange={(event) => setChosen({ before: before.version, after: after.version, [key]: Number(event.target.value) })}
      >
        {versions.map((version) => <MenuItem key={version.version} value={version.version}>{label(version)}</MenuItem>)}
      </Select>
    </FormControl>
  );
  const returned = [before, after].filter(({ returnedNote }) => returnedNote !== null && returnedNote !== '');

  return (
    <Panel title={translate('versions.title')} id="versions">
      {returned.map((version) => (
        <Alert key={version.version} severity="warning" sx={{ mb: 1 }}>
          <strong>{translate('versions.returned', { n: format.number(version.version) })}</strong> {version.returnedNote}
        </Alert>
      ))}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'minmax(0,1fr) minmax(0,1fr)' }, gap: 2 }}>
        <Stack spacing={1}>{picker(before.version, 'before')}<VersionText letter={letter} version={before} other={after} side="before" /></Stack>
        <Stack spacing={1}>{picker(after.version, 'after')}<VersionText letter={letter} version={after} other={before} side="after" /></Stack>
      </Box>
    </Panel>
  );
}

function VersionText({ letter, version, other, side }: { readonly letter: LetterPage; readonly version: Version; readonly other: Version; readonly side: 'before' | 'after' }) {
  const translate = useTranslate();
  const format = useFormat();
  const parts = (mine: string, theirs: string): ReactNode =>
    diffWords(side === 'before' ? mine : theirs, side === 'before' ? theirs : mine)
      .filter(({ change }) => change === 'same' || change === (side === 'before' ? 'removed' : 'added'))
      .map(({ text, change }, at) => (change === 'same' ? <span key={at}>{text}</span> : side === 'before' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>));
  const rows: readonly (readonly [string, string, string])[] = [
    [translate('field.subject'), version.subject ?? '', other.subject ?? ''],
    [translate('field.to'), version.toText, other.toText],
    [translate('field.dateAsked'), format.longDate(version.dateAsked), format.longDate(other.dateAsked)],
    [translate('field.enclosures'), version.enclosureList.join('\n'), other.enclosureList.join('\n')],
    [translate('field.body'), version.body ?? '', other.body ?? ''],
  ];
  return (
    <Box
      sx={{
        border: 1, borderColor: 'divider', borderRadius: 1.5, p: 1.5, whiteSpace: 'pre-wrap', height: '100%',
        '& ins': { bgcolor: (theme) => theme.tones.good.ground, color: (theme) => theme.tones.good.ink, textDecoration: 'underline' },
        '& del': { bgcolor: (theme) => theme.tones.hot.ground, color: (theme) => theme.tones.hot.ink },
      }}
    >
      {rows.map(([name, mine, theirs]) => (mine === '' && theirs === '' ? null : (
        <Box key={name} sx={{ mb: 1 }}>
          <Typography variant="body2" color="text.secondary">{name}</Typography>
          <Typography component="div">{parts(mine, theirs)}</Typography>
        </Box>
      )))}
      <VersionFiles letter={letter} version={version} other={other} side={side} />
    </Box>
  );
}

/** The files of a version; those that the other one does not have are marked by a word. */
function VersionFiles({ letter, version, other, side }: { readonly letter: LetterPage; readonly version: Version; readonly other: Version; readonly side: 'before' | 'after' }) {
  const translate = useTranslate();
  const format = useFormat();
  const files = letter.documents.filter(({ id }) => version.documentIds.includes(id));
  if (files.length === 0 && other.documentIds.length === 0) return null;
  return (
    <Box>
      <Typography variant="body2" color="text.secondary">{translate('versions.files')}</Typography>
      {files.length === 0 ? <Typography>{translate('versions.noFiles')}</Typography> : null}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {files.map(({ id, href, name, sizeBytes }) => {
          const isChanged = !other.documentIds.includes(id);
          const link = <Link href={href} target="_blank" rel="noreferrer" sx={{ overflowWrap: 'anywhere' }}>{name}</Link>;
          return (
            <li key={id}>
              {isChanged ? (side === 'before' ? <del>{link}</del> : <ins>{link}</ins>) : link} · {format.fileSize(sizeBytes)}
              {isChanged ? ` · ${translate(side === 'before' ? 'versions.takenOut' : 'versions.added')}` : ''}
            </li>
          );
        })}
      </Box>
    </Box>
  );
}
