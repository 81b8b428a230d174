import { Box, Link, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { Matter } from '#domain/contracts/matters';
import { Mark, SecrecyMark } from '../../../components/marks';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';

type MatterLetter = Matter['letters'][number];
const filled = (facts: readonly string[]): string => facts.filter((fact) => fact !== '').join(' · ');

/** A letter as lists of a matter call it: its number, else its subject. */
export function useLetterName(): (letter: MatterLetter) => string {
  const format = useFormat();
  const translate = useTranslate();
  return ({ letterNo, theirNo, subject }) => (letterNo ?? theirNo) === '' ? (subject ?? translate('item.noSubject')) : format.digits(letterNo ?? theirNo);
}

/** One letter: where it belongs in time, its number and office, and with whom it is. */
export function MatterRow({ letter, matter }: { readonly letter: MatterLetter; readonly matter: Matter }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const nameOf = useLetterName();
  const number = letter.letterNo ?? letter.theirNo;
  const links = matter.links.flatMap(({ fromLetterId, toLetterId, kind }) => {
    const other = fromLetterId === letter.letterId ? matter.letters.find((each) => each.letterId === toLetterId) : undefined;
    return other === undefined ? [] : [translate(`matter.kind.${kind}`, { no: nameOf(other) })];
  });
  const numbers = filled([
    number === '' ? translate('matter.noNumber') : translate('letter.noShort', { no: format.digits(number) }),
    format.date(letter.letterDate ?? letter.theirDate),
    letter.receiveNo === null ? '' : translate('item.receiveNoShort', { no: format.digits(letter.receiveNo) }),
    letter.direction === 'incoming' ? translate('matter.from', { from: letter.fromText }) : translate('matter.to', { to: letter.toText }),
  ]);
  return (
    <Row at={letter.at} isCurrent={letter.letterId === matter.letterId}>
      <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Mark tone="calm">{translate(`direction.${letter.direction}`)}</Mark>
        <SecrecyMark secrecy={letter.secrecy} />
        <Mark tone={letter.status === 'ended' ? 'good' : letter.status === 'held' ? 'warm' : 'info'}>{translate(letter.outcome === null ? `letterStatus.${letter.status}` : `endOutcome.${letter.outcome}`)}</Mark>
        <Typography variant="body2">{localName(letter.office.name)}</Typography>
        {letter.letterId === matter.letterId ? <Mark tone="muted">{translate('matter.this')}</Mark> : null}
      </Stack>
      <Link component={LinkBase} to={`/letters/${letter.letterId}`} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{letter.subject ?? translate('item.noSubject')}</Link>
      <Typography variant="body2">{numbers}</Typography>
      {letter.holders.map(({ post, since }) => (
        <Typography key={`${post.th}/${since}`} variant="body2">{translate(matter.on === null ? 'matter.heldBy' : 'matter.heldThen', { post: localName(post), at: format.dateTime(since) })}</Typography>
      ))}
      {links.map((text) => <Typography key={text} variant="body2" color="text.secondary">{text}</Typography>)}
    </Row>
  );
}

/** What went to or came from an office whose letter is not the reader's to see. */
export function ExchangeRow({ exchange }: { readonly exchange: Matter['exchanges'][number] }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const facts = filled([
    exchange.number === '' ? '' : translate(exchange.side === 'sent' ? 'matter.exchange.there' : 'matter.exchange.theirs', { no: format.digits(exchange.number) }),
    exchange.registeredAt === null ? '' : translate('matter.exchange.registered', { at: format.dateTime(exchange.registeredAt) }),
    exchange.answerNo === null ? '' : translate('matter.exchange.answered', { no: format.digits(exchange.answerNo), at: format.dateTime(exchange.answeredAt) }),
  ]);
  return (
    <Row at={exchange.at}>
      <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`matter.exchange.${exchange.side}`, { name: localName(exchange.name) })}</Typography>
        <Mark tone={exchange.status === 'returned' ? 'hot' : exchange.status === 'sent' || exchange.status === 'recalled' ? 'calm' : 'good'}>{translate(`delivery.status.${exchange.status}`)}</Mark>
      </Stack>
      {facts === '' ? null : <Typography variant="body2">{facts}</Typography>}
      <Typography variant="body2" color="text.secondary">{translate('matter.exchange.own')}</Typography>
    </Row>
  );
}

function Row({ at, isCurrent = false, children }: { readonly at: string; readonly isCurrent?: boolean; readonly children: ReactNode }) {
  const format = useFormat();
  return (
    <Box
      component="li"
      aria-current={isCurrent ? 'true' : undefined}
      sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: '150px minmax(0,1fr)' }, gap: { xs: 0.25, sm: 2 }, borderLeft: 3, borderColor: isCurrent ? 'primary.main' : 'divider', pl: 1.5, py: 1 }}
    >
      <Typography variant="body2" color="text.secondary" component="time" dateTime={at}>{format.dateTime(at)}</Typography>
      <Box sx={{ minWidth: 0 }}>{children}</Box>
    </Box>
  );
}
