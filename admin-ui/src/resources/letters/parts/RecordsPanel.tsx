import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { Mark } from '../../../components/marks';
import { Panel } from '../../../components/Page';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';

type NumberView = LetterPage['numbers'][number];

/** Numbers in all registries it has passed, units that work on it. */
export function RecordsPanel({ letter, onCancelNumber }: { readonly letter: LetterPage; readonly onCancelNumber: (number: NumberView) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  if (letter.numbers.length + letter.assignments.length === 0) return null;
  return (
    <>
      {letter.assignments.length === 0 ? null : (
        <Panel title={translate('letter.assignments')}>
          <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {letter.assignments.map((each) => (
              <li key={each.frameId}>
                <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
                  <Typography sx={{ fontWeight: 600 }}>{localName(each.post?.title ?? each.unit.name)}</Typography>
                  <Mark tone={each.role === 'main' ? 'info' : 'muted'}>{translate(each.role === 'main' ? 'assign.mainMark' : 'assign.info')}</Mark>
                  <Mark tone="calm">{translate(`actionWord.${each.action}`)}</Mark>
                  {each.closedAt === null ? null : <Mark tone="good">{translate('assign.closed')}</Mark>}
                </Stack>
                <Typography variant="body2" color="text.secondary">
                  {[
                    each.receiveNo === null ? '' : translate('item.receiveNoShort', { no: format.digits(each.receiveNo) }),
                    each.dueAt === null ? '' : translate('when.dueAt', { at: format.dateTime(each.dueAt) }),
                    translate('assign.openedAt', { at: format.dateTime(each.openedAt) }),
                  ].filter((text) => text !== '').join(' · ')}
                </Typography>
              </li>
            ))}
          </Stack>
        </Panel>
      )}
      {letter.numbers.length === 0 ? null : (
        <Panel title={translate('letter.numbers')}>
          <Stack component="ul" spacing={0.75} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {letter.numbers.map((number) => (
              <Box component="li" key={number.entryId} sx={{ opacity: number.status === 'cancelled' ? 0.75 : 1 }}>
                <Typography sx={{ fontWeight: 600, textDecoration: number.status === 'cancelled' ? 'line-through' : 'none' }} component="span">{format.digits(number.printed)}</Typography>{' '}
                {number.status === 'issued' ? null : <Mark tone="hot">{translate(`entry.status.${number.status}`)}</Mark>}
                <Typography variant="body2" color="text.secondary">
                  {localName(number.bookName)} · {number.unit === null ? localName(number.office.name) : localName(number.unit.name)} · {format.dateTime(number.takenAt)}
                </Typography>
                {number.cancelReason === '' ? null : <Typography variant="body2">{number.cancelReason}</Typography>}
                {number.canCancel ? <Button size="small" color="error" onClick={() => onCancelNumber(number)}>{translate('act.cancelNumber.title')}</Button> : null}
              </Box>
            ))}
          </Stack>
        </Panel>
      )}
    </>
  );
}
