import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { DownloadButton } from '../../../components/DownloadButton';
import { SealedMark, SecrecyMark, UrgencyMark } from '../../../components/marks';
import { Panel } from '../../../components/Page';
import { API_PREFIX } from '../../../providers/data/routes';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';

/** Pairs of name and value; what is empty is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  const given = rows.filter(([, value]) => value !== null && value !== '' && value !== undefined);
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(92px, 32%) minmax(0, 1fr)', columnGap: { xs: 1, sm: 2 }, rowGap: 0.75 }}>
      {given.map(([label, value]) => (
        <Fragment key={label}>
          <Typography component="dt" variant="body2" color="text.secondary">{label}</Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, minWidth: 0 }}>{value}</Typography>
        </Fragment>
      ))}
    </Box>
  );
}

/** The sender as it stands on the letter, and below it whom the office knows it as. */
function Sender({ letter: { fromText, sender } }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const format = useFormat();
  const known = sender === null ? [] : [sender.name === fromText ? '' : sender.name, sender.phone === '' ? '' : translate('field.phoneShort', { phone: format.digits(sender.phone) }), format.digits(sender.address)].filter((text) => text !== '');
  return (
    <>
      {fromText}
      {known.length === 0 ? null : <Typography variant="body2" color="text.secondary">{translate('letter.knownSender', { text: known.join(' · ') })}</Typography>}
    </>
  );
}

/** Facts of the letter as they stand on it. */
export function FactsPanel({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const dated = (no: string | null, date: string | null): string =>
    [format.digits(no ?? ''), date === null ? '' : translate('letter.dated', { date: format.longDate(date) })].filter((text) => text !== '').join(' ');
  const signature = letter.signature;

  return (
    <Panel title={translate('letter.facts')} actions={<Papers letter={letter} />}>
      <Facts
        rows={[
          [translate('field.kind'), translate(`kind.${letter.kind}`)],
          [translate('field.urgency'), <UrgencyMark key="u" urgency={letter.urgency} urgentBy={letter.urgentBy} showNormal />],
          [translate('field.secrecy'), letter.isSealed && letter.secrecy === null ? <SealedMark key="s" /> : letter.secrecy === 'none' ? null : <SecrecyMark key="s" secrecy={letter.secrecy} />],
          [translate('field.no'), dated(letter.letterNo, letter.letterDate) || dated(letter.theirNo, letter.theirDate)],
          [translate('letter.receiveNo'), letter.receiveNo === null ? null : `${format.digits(letter.receiveNo)} · ${format.dateTime(letter.receivedAt)}`],
          [translate('letter.deemedReceivedOn'), format.longDate(letter.deemedReceivedOn)],
          [translate('field.from'), <Sender key="f" letter={letter} />],
          [translate('field.to'), letter.toText],
          [translate('field.addressees'), letter.addressees.length < 2 ? null : <Addressees key="a" letter={letter} />],
          [translate('field.references'), letter.references.length === 0 ? null : <References key="r" letter={letter} />],
          [translate('field.enclosures'), letter.enclosureList.length === 0 ? null : (
            <Box component="ol" key="e" sx={{ m: 0, pl: 2.5 }}>{letter.enclosureList.map((each) => <li key={each}>{format.digits(each)}</li>)}</Box>
          )],
          [translate('field.dateAsked'), format.longDate(letter.dateAsked ?? letter.cameBy?.dueOn)],
          [translate('letter.cameBy'), letter.cameBy === null ? null : `${localName(letter.cameBy.office.name)} · ${format.dateTime(letter.cameBy.sentAt)} · ${translate(`agencyRole.${letter.cameBy.role}`)}`],
          [translate('letter.ownerUnit'), localName(letter.ownerUnit?.name)],
          [translate('letter.drafter'), letter.drafter === null ? null : [localName(letter.drafter.person.name), localName(letter.drafter.post?.title)].filter((text) => text !== '').join(' · ')],
          [translate('letter.signedBy'), signature === null ? null : (
            <Stack key="sig">
              <span>{localName(signature.person.name)}</span>
              <span>{signature.capacity === 'own' ? '' : `${translate(`capacity.${signature.capacity}`)} `}{localName(signature.post)}</span>
              {signature.onBehalfOf === null ? null : <span>{translate('letter.onBehalfOf', { post: localName(signature.onBehalfOf) })}</span>}
              <Typography variant="body2" color="text.secondary">{format.dateTime(signature.at)}</Typography>
            </Stack>
          )],
          [translate('letter.channel'), letter.direction === 'incoming' ? translate(`channel.${letter.channel}`) : null],
          [translate('letter.publicCode'), letter.publicCode],
        ]}
      />
    </Panel>
  );
}

/** Whether there is anything to print: a letter of ours always has at least its draft. */
const hasFile = ({ direction, documents, endorsements }: LetterPage): boolean => direction !== 'incoming' || documents.length + endorsements.length > 0;

/** The letter on paper, and what goes along with it. */
function Papers({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const paper = (what: string, label: string) => (
    <Button size="small" startIcon={<PrintIcon />} href={`${API_PREFIX}/letters/${letter.id}/${what}`} target="_blank" rel="noreferrer">{translate(label)}</Button>
  );
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap' }}>
      {letter.isRevealed && hasFile(letter) ? (
        <>
          <DownloadButton isPlain endpoint="printedFile" params={{ letterId: letter.id }} label={translate('letter.printFile')} />
          <DownloadButton isPlain endpoint="printedFile" params={{ letterId: letter.id }} query={{ cover: 'true' }} label={translate('letter.printFileWithCover')} />
        </>
      ) : null}
      {paper('cover', 'letter.printCover')}
      {letter.addressees.length === 0 ? null : paper('labels', 'letter.printLabels')}
    </Stack>
  );
}

function Addressees({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 180, overflowY: 'auto' }}>
      {letter.addressees.map((each) => <li key={each.deliveryId}>{each.name} · {translate(`agencyRole.${each.role}`)}</li>)}
    </Box>
  );
}

function References({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {letter.references.map((each) => {
        const text = [format.digits(each.letterNo), each.date === null ? '' : translate('letter.dated', { date: format.longDate(each.date) })].filter((part) => part !== '').join(' ');
        return <li key={text}>{each.letterId === null ? text : <Link component={LinkBase} to={`/letters/${each.letterId}`}>{text}</Link>}</li>;
      })}
    </Box>
  );
}
