import { Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FoundLetter } from '#domain/contracts/search';
import { Highlight } from '../../../components/Highlight';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { useLetterFacts } from '../use-letter-facts';

/** Where what was found is opened: a letter, or the line of an earlier register. */
export const foundPath = ({ id, earlier }: FoundLetter): string => (earlier === null ? `/letters/${id}` : `/books/${earlier.bookId}/${earlier.yearBe}?order=asc&at=${earlier.no}`);

/** A letter in a few lines: what it is, its numbers, and who has it now, since when, under which telephone. */
export function FoundFacts({ item, words, canCall = false }: {
  readonly item: FoundLetter;
  /** What is marked. */
  readonly words: readonly string[];
  /** The telephone can be pressed: not within something that is pressed itself. */
  readonly canCall?: boolean;
}) {
  const translate = useTranslate();
  const factsOf = useLetterFacts();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}><Highlight text={item.subject ?? translate(item.isSealed ? 'item.sealedSubject' : 'item.noSubject')} q={words} /></Typography>
      <Typography variant="body2" color="text.secondary"><Highlight text={factsOf(item)} q={words} /></Typography>
      {item.snippet === null ? null : <Typography variant="body2" color="text.secondary" sx={{ fontStyle: 'italic', overflowWrap: 'anywhere' }}><Highlight text={item.snippet} q={words} /></Typography>}
      <Whereabouts item={item} canCall={canCall} />
    </Box>
  );
}

/** Holders that are named; a letter for information may have dozens. */
const SHOWN = 2;

function Whereabouts({ item, canCall }: { readonly item: FoundLetter; readonly canCall: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  if (item.earlier !== null) return <Typography variant="body2">{translate('found.earlier', { year: format.yearBe(item.earlier.yearBe) })} · {localName(item.office.name)}</Typography>;
  if (item.status === 'ended' && item.outcome !== null) {
    return <Typography variant="body2">{translate('found.ended', { outcome: translate(`endOutcome.${item.outcome}`), at: format.date(item.endedAt) })}</Typography>;
  }
  return (
    <>
      {item.holders.slice(0, SHOWN).map((holder) => (
        <Typography key={`${holder.post.th} ${holder.since}`} variant="body2" sx={{ fontWeight: 500 }}>
          {translate('found.heldBy', { post: localName(holder.post), since: format.ago(holder.since) })}
          {holder.phone === '' ? null : <>{' · '}{canCall ? <Link href={`tel:${holder.phone.replace(/[^\d+]/g, '')}`}>{translate('found.phone', { phone: format.digits(holder.phone) })}</Link> : translate('found.phone', { phone: format.digits(holder.phone) })}</>}
        </Typography>
      ))}
      {item.holders.length > SHOWN ? <Typography variant="body2" color="text.secondary">{translate('found.others', { n: format.number(item.holders.length - SHOWN) })}</Typography> : null}
    </>
  );
}
