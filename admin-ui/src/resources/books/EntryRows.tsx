import { Box, Button, Card, Link, Stack, TableCell, TableRow, Typography } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { EntryView } from '#domain/contracts/books';
import type { AmendedField } from '#domain/numbering/amendment';
import { Mark, SealedMark, SecrecyMark, UrgencyMark } from '../../components/marks';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';

/** What can be done with an entry. */
export type EntryActs = { readonly onOriginal: (entry: EntryView) => void; /** Null where the reader may not correct. */ readonly onAmend: ((entry: EntryView) => void) | null };
type Props = { readonly entry: EntryView; readonly receiving: boolean; readonly acts: EntryActs };

/** A number of a block says so also once it was used; any other only what is out of the ordinary. */
function statusKey({ status, block }: EntryView): string | null {
  if (block !== null && (status === 'issued' || status === 'reserved')) return `entry.block.${block}.${status}`;
  return status === 'issued' ? null : `entry.status.${status}`;
}

function useEntryTexts(entry: EntryView) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const subject = entry.subject ?? translate(entry.isHidden ? 'entry.hidden' : entry.isSealed ? 'item.sealedSubject' : 'item.noSubject');
  const answered = entry.action.answerNo === null ? '' : translate('entry.answered', { no: format.digits(entry.action.answerNo), date: format.date(entry.action.answerDate) });
  const status = statusKey(entry);
  return {
    subject,
    action: [entry.action.text, ...entry.action.units.map(localName), answered].filter((text) => text !== '').join(' · '),
    remark: [
      [status === null ? '' : translate(status), entry.remark].filter((text) => text !== '').join(': '),
      entry.anewNo === null ? '' : translate('entry.anew', { no: format.digits(entry.anewNo) }),
      entry.insteadOf === null ? '' : translate('entry.insteadOf', { no: format.digits(entry.insteadOf) }),
    ].filter((text) => text !== '').join(' · '),
    peers: entry.peers.map((peer) => ({
      name: peer.name,
      text: peer.receiveNo === null ? translate(`delivery.status.${peer.status}`, { _: peer.status }) : `${translate('item.receiveNoShort', { no: format.digits(peer.receiveNo) })} · ${format.dateTime(peer.registeredAt)}`,
    })),
  };
}

/** What corrections have struck out of a field, before what stands there now. */
function Struck({ entry, field }: { readonly entry: EntryView; readonly field: AmendedField }) {
  const format = useFormat();
  const translate = useTranslate();
  return entry.amendments.filter((each) => each.field === field && each.oldValue !== '').map(({ oldValue }, index) => {
    const text = field === 'letterDate' ? format.date(oldValue) : format.digits(oldValue);
    return <Box key={`${index} ${oldValue}`} component="del" aria-label={translate('amendment.was', { text })} sx={{ display: 'block', color: 'text.secondary' }}>{text}</Box>;
  });
}

/** Who corrected what, when and why. */
function AmendedBy({ entry }: { readonly entry: EntryView }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  return entry.amendments.map(({ field, at, reason, person }, index) => (
    <Typography key={`${index} ${at}`} variant="body2" color="text.secondary">{translate('amendment.by', { field: translate(`amendment.fields.${field}`), name: localName(person.name), at: format.dateTime(at), reason })}</Typography>
  ));
}

function SubjectCell({ entry, subject, acts }: { readonly entry: EntryView; readonly subject: string; readonly acts: EntryActs }) {
  const translate = useTranslate();
  return (
    <Stack spacing={0.25}>
      <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
        {entry.urgency === null ? null : <UrgencyMark urgency={entry.urgency} />}
        <SecrecyMark secrecy={entry.secrecy} />
        {entry.isSealed ? <SealedMark /> : null}
        {entry.isImported ? <Mark tone="muted">{translate('books.imported')}</Mark> : null}
      </Stack>
      <Struck entry={entry} field="subject" />
      {entry.letterId === null ? <span>{subject}</span> : <Link component={LinkBase} to={`/letters/${entry.letterId}`}>{subject}</Link>}
      {entry.isImported ? <Box><Button size="small" onClick={() => acts.onOriginal(entry)} aria-label={translate('originalRow.title', { no: `${entry.no}${entry.suffix}` })}>{translate('originalRow.open')}</Button></Box> : null}
      {acts.onAmend === null || entry.isImported || entry.isHidden || entry.status === 'reserved' ? null : <Box><Button size="small" onClick={() => acts.onAmend?.(entry)} aria-label={translate('amendment.of', { no: String(entry.no) })}>{translate('books.amend')}</Button></Box>}
    </Stack>
  );
}

/** A line of the register. */
export function EntryRow({ entry, receiving, acts }: Props) {
  const format = useFormat();
  const texts = useEntryTexts(entry);
  const isCancelled = entry.status === 'cancelled';
  return (
    <TableRow hover sx={isCancelled ? { '& td': { color: 'text.secondary' } } : {}}>
      <TableCell component="th" scope="row">
        <Box component="span" sx={{ fontWeight: 700, textDecoration: isCancelled ? 'line-through' : 'none' }}>{format.digits(`${entry.no}${entry.suffix}`)}</Box>
        <Typography variant="body2" color="text.secondary">{format.date(entry.takenAt ?? entry.entryDate)} {entry.takenAt === null ? null : <span style={{ whiteSpace: 'nowrap' }}>{format.time(entry.takenAt)}</span>}</Typography>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}><Struck entry={entry} field="letterNo" />{format.digits((receiving ? entry.letterNo : entry.printed) ?? '')}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}><Struck entry={entry} field="letterDate" />{format.date(entry.letterDate ?? (receiving ? null : entry.entryDate))}</TableCell>
      <TableCell><Struck entry={entry} field="fromText" />{entry.fromText}</TableCell>
      <TableCell><Struck entry={entry} field="toText" />{entry.toText}</TableCell>
      <TableCell><SubjectCell entry={entry} subject={texts.subject} acts={acts} /></TableCell>
      <TableCell>{texts.action}</TableCell>
      {receiving ? null : (
        <TableCell>{texts.peers.slice(0, 5).map((peer) => <Box key={peer.name}>{texts.peers.length > 1 ? `${peer.name}: ` : ''}{peer.text}</Box>)}{texts.peers.length > 5 ? `+${format.number(texts.peers.length - 5)}` : ''}</TableCell>
      )}
      <TableCell><Struck entry={entry} field="remark" />{texts.remark}<AmendedBy entry={entry} /></TableCell>
    </TableRow>
  );
}

/** The same entry on a phone. */
export function EntryCard({ entry, receiving, acts }: Props) {
  const translate = useTranslate();
  const format = useFormat();
  const texts = useEntryTexts(entry);
  const number = receiving ? entry.letterNo : entry.printed;
  return (
    <Card component="li" sx={{ p: 1.5 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Mark tone={entry.status === 'issued' ? 'info' : 'hot'} strong>{translate(receiving ? 'entry.receiveNo' : 'entry.sendNo')} {format.digits(`${entry.no}${entry.suffix}`)}</Mark>
        <Typography variant="body2" color="text.secondary">{entry.takenAt === null ? format.date(entry.entryDate) : format.dateTime(entry.takenAt)}</Typography>
      </Stack>
      <SubjectCell entry={entry} subject={texts.subject} acts={acts} />
      <Typography variant="body2">{[format.digits(number ?? ''), format.date(entry.letterDate)].filter((text) => text !== '').join(' · ')}</Typography>
      <Typography variant="body2" color="text.secondary">{[`${translate('field.from')} ${entry.fromText}`, `${translate('field.to')} ${entry.toText}`].join(' · ')}</Typography>
      {texts.action === '' ? null : <Typography variant="body2">{translate('entry.action')}: {texts.action}</Typography>}
      {receiving ? null : texts.peers.map((peer) => <Typography key={peer.name} variant="body2">{peer.name}: {peer.text}</Typography>)}
      {texts.remark === '' ? null : <Typography variant="body2">{texts.remark}</Typography>}
      {entry.amendments.filter(({ field }) => field !== 'subject').map(({ field }, index) => <Struck key={`${index} ${field}`} entry={{ ...entry, amendments: [entry.amendments.filter((each) => each.field !== 'subject')[index]!] }} field={field} />)}
      <AmendedBy entry={entry} />
    </Card>
  );
}
