import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { Mark } from '../../../components/marks';
import { Panel } from '../../../components/Page';
import { EmptyState } from '../../../components/states';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { ActorLine } from './Actor';

type Item = LetterPage['timeline'][number];

/** One line of time over all offices; of another office only what it shows: receive number, date, unit in charge, answer. */
export function Timeline({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  return (
    <Panel title={translate('letter.timeline')}>
      {letter.timeline.length === 0 ? <EmptyState isSmall title={translate('letter.noTimeline')} /> : null}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {letter.timeline.map((item, at) => <Line key={`${item.at}/${item.type}/${item.seq ?? at}/${item.office.id}`} item={item} to={givenTo(letter, item)} isLast={at === letter.timeline.length - 1} />)}
      </Box>
    </Panel>
  );
}

type Names = readonly Item['office']['name'][];

/** To whom a note that was written then passed the letter on. */
function givenTo({ endorsements }: LetterPage, { seq, isOwnOffice }: Item): Names {
  const note = isOwnOffice ? endorsements.find((each) => each.seq === seq) : undefined;
  return note === undefined ? [] : [...note.toUnits.map(({ name }) => name), ...note.toPosts.map(({ title }) => title)];
}

function Line({ item, to, isLast }: { readonly item: Item; readonly to: Names; readonly isLast: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const what = item.outcomeLabel === null ? translate(`event.${item.type}`, { _: item.type }) : localName(item.outcomeLabel);
  const facts = [
    ...item.numbers.map((no) => translate('letter.numberTaken', { no: format.digits(no) })),
    item.receiveNo === null ? '' : translate('item.receiveNoShort', { no: format.digits(item.receiveNo) }),
    item.unitInCharge === null ? '' : translate('letter.unitInCharge', { unit: item.unitInCharge }),
    item.answerNo === null ? '' : translate('letter.answeredBy', { no: format.digits(item.answerNo) }),
  ].filter((text) => text !== '');
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <Box aria-hidden sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', pt: '7px' }}>
        <Box sx={{ width: 12, height: 12, borderRadius: item.isOwnOffice ? '50%' : 0, flexShrink: 0, bgcolor: item.isOwnOffice ? 'primary.main' : 'background.paper', border: 2, borderColor: 'primary.main' }} />
        {isLast ? null : <Box sx={{ width: 2, flexGrow: 1, bgcolor: 'divider', my: 0.5 }} />}
      </Box>
      <Box sx={{ pb: 1.5, minWidth: 0 }}>
        <Typography variant="body2" color="text.secondary">{format.dateTime(item.at)}</Typography>
        <Typography>
          <strong>{what}</strong>
          {item.nodeName === null ? '' : ` · ${localName(item.nodeName)}`}
          {to.length === 0 ? '' : ` · ${translate('item.to', { name: to.map(localName).join(', ') })}`}
        </Typography>
        <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          {item.isOwnOffice ? null : <Mark tone="info">{localName(item.office.name)}</Mark>}
          {facts.map((fact) => <Mark key={fact} tone="calm">{fact}</Mark>)}
          {item.actor === null ? null : <ActorLine actor={item.actor} />}
        </Stack>
        {item.note === null || item.note === '' ? null : <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', mt: 0.25, fontStyle: 'normal', color: 'text.secondary' }}>“{format.digits(item.note)}”</Typography>}
      </Box>
    </Box>
  );
}
