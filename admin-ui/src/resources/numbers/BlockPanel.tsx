import { Button, Card, Link, Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography, useMediaQuery, useTheme } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { BookView } from '#domain/contracts/books';
import type { NumberBlock } from '#domain/contracts/number-blocks';
import { isReceiving } from '#domain/numbering/register-row';
import { DownloadButton } from '../../components/DownloadButton';
import { Mark } from '../../components/marks';
import { Panel } from '../../components/Page';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import type { Opened } from './BlocksPage';

type Numbered = NumberBlock['numbers'][number];
type Props = { readonly block: NumberBlock; readonly book: BookView; readonly mayTake: boolean; readonly onOpen: (opened: Opened) => void };

/** One block, with each of its numbers and what became of it. */
export function BlockPanel({ block, book, yearBe, mayTake, onOpen }: Props & { readonly yearBe: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('md'));
  const left = block.numbers.filter(({ status }) => status === 'reserved').length;
  const run = block.firstNo === block.lastNo ? format.digits(String(block.firstNo)) : translate('numbers.run', { from: format.digits(String(block.firstNo)), to: format.digits(String(block.lastNo)) });
  const title = translate(`numbers.kind.${block.kind}`, { run });
  return (
    <Panel
      title={title}
      actions={
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Mark tone={left === 0 ? 'muted' : 'calm'}>{left === 0 ? translate('numbers.noneLeft') : translate('numbers.left', { n: format.number(left) })}</Mark>
          {block.isOverdue ? <Mark tone="hot">{translate('numbers.overdue')}</Mark> : null}
          {mayTake && left > 0 && block.kind === 'outage' ? <DownloadButton endpoint="outageSheet" params={{ bookId: book.id, yearBe, blockId: block.id }} label={translate('numbers.sheet')} /> : null}
          {mayTake && left > 0 ? <Button size="small" color="error" aria-label={translate('numbers.cancelRestOf', { block: title })} onClick={() => onOpen({ act: 'cancel', block, number: null })}>{translate('numbers.cancelRest')}</Button> : null}
        </Stack>
      }
    >
      <Typography>{block.reason}</Typography>
      {block.forWhom === '' ? null : <Typography>{translate('numbers.forWhomIs', { who: block.forWhom })}</Typography>}
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate('numbers.made', { name: block.madeBy === null ? '' : localName(block.madeBy.name), at: format.dateTime(block.madeAt), until: format.date(block.untilDay) })}
      </Typography>
      {isNarrow ? (
        <Stack spacing={1} component="ul" aria-label={title} sx={{ m: 0, p: 0, listStyle: 'none' }}>{block.numbers.map((number) => <NumberCard key={number.id} block={block} number={number} book={book} mayTake={mayTake} onOpen={onOpen} />)}</Stack>
      ) : (
      <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
        <Table size="small" aria-label={title}>
          <TableHead><TableRow>{(['no', 'status', 'letter', 'reason', 'acts'] as const).map((column) => <TableCell key={column}>{translate(`numbers.column.${column}`)}</TableCell>)}</TableRow></TableHead>
          <TableBody>{block.numbers.map((number) => <NumberRow key={number.id} block={block} number={number} book={book} mayTake={mayTake} onOpen={onOpen} />)}</TableBody>
        </Table>
      </Paper>
      )}
    </Panel>
  );
}

const TONES = { issued: 'info', reserved: 'calm', cancelled: 'muted', record_lost: 'hot' } as const;

/** Why, by whom and when, as far as it is known. */
function useSaid({ reason, by, at }: Numbered): string {
  const format = useFormat();
  const localName = useLocalName();
  return [reason, by === null ? '' : localName(by.name), at === null ? '' : format.dateTime(at)].filter((text) => text !== '').join(' · ');
}

function StatusMark({ number }: { readonly number: Numbered }) {
  const translate = useTranslate();
  return <Mark tone={TONES[number.status]}>{translate(number.isKept ? 'numbers.kept' : `numbers.status.${number.status}`)}</Mark>;
}

function LetterOf({ number }: { readonly number: Numbered }) {
  const translate = useTranslate();
  return number.letter === null ? null : <Link component={LinkBase} to={`/letters/${number.letter.id}`}>{number.letter.subject ?? translate('item.noSubject')}</Link>;
}

/** The same number on a phone. */
function NumberCard({ block, number, book, mayTake, onOpen }: Props & { readonly number: Numbered }) {
  const format = useFormat();
  const said = useSaid(number);
  return (
    <Card component="li" variant="outlined" sx={{ p: 1.5 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}><strong>{format.digits(number.printed)}</strong><StatusMark number={number} /></Stack>
      <LetterOf number={number} />
      {said === '' ? null : <Typography variant="body2" color="text.secondary">{said}</Typography>}
      {mayTake && number.status === 'reserved' ? <Acts block={block} number={number} book={book} onOpen={onOpen} /> : null}
    </Card>
  );
}

function NumberRow({ block, number, book, mayTake, onOpen }: Props & { readonly number: Numbered }) {
  const format = useFormat();
  const said = useSaid(number);
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>{format.digits(number.printed)}</TableCell>
      <TableCell><StatusMark number={number} /></TableCell>
      <TableCell sx={{ minWidth: 180 }}><LetterOf number={number} /></TableCell>
      <TableCell sx={{ minWidth: 160 }}>{said}</TableCell>
      <TableCell>{mayTake && number.status === 'reserved' ? <Acts block={block} number={number} book={book} onOpen={onOpen} /> : null}</TableCell>
    </TableRow>
  );
}

function Acts({ block, number, book, onOpen }: Omit<Props, 'mayTake'> & { readonly number: Numbered }) {
  const translate = useTranslate();
  const format = useFormat();
  const no = format.digits(String(number.no));
  const isReceive = isReceiving(book.kind);
  return (
    <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
      {isReceive && !block.isOverdue && !number.isKept ? (
        <Button size="small" component={LinkBase} to={`/intake?reserved=${number.id}&no=${number.no}&kind=${block.kind}`} aria-label={translate(block.kind === 'outage' ? 'numbers.keyInOf' : 'numbers.registerWith', { no })}>{translate(block.kind === 'outage' ? 'numbers.keyIn' : 'numbers.register')}</Button>
      ) : null}
      {block.isOverdue && !number.isKept ? null : (
        <Button size="small" aria-label={translate(number.isKept ? 'numbers.rekeepOf' : 'numbers.keepOf', { no })} onClick={() => onOpen({ act: 'keep', block, number })}>{translate(number.isKept ? 'numbers.rekeep' : 'numbers.keep')}</Button>
      )}
      <Button size="small" color="error" aria-label={translate('numbers.cancelOf', { no })} onClick={() => onOpen({ act: 'cancel', block, number })}>{translate('numbers.cancel')}</Button>
    </Stack>
  );
}
