import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { Mark } from '../../../components/marks';
import { Panel } from '../../../components/Page';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import type { ToneName } from '../../../theme/theme';

type Delivery = LetterPage['deliveries'][number];
const TONES: { readonly [K in Delivery['status']]: ToneName } = { sent: 'calm', registered: 'info', returned: 'hot', recalled: 'muted', answered: 'good', acknowledged: 'good' };

/** Each addressee: whether it has been registered, by what number, who is in charge, and the answer. */
export function DeliveriesPanel({ letter, onRecall }: { readonly letter: LetterPage; readonly onRecall: (delivery: Delivery) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  if (letter.deliveries.length === 0) return null;
  return (
    <Panel title={translate('letter.deliveries')}>
      <Stack component="ul" spacing={1.25} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {letter.deliveries.map((delivery) => {
          const facts = [
            delivery.receiveNo === null ? '' : `${translate('item.receiveNoShort', { no: format.digits(delivery.receiveNo) })} · ${format.dateTime(delivery.registeredAt)}`,
            delivery.unitInCharge === null ? '' : translate('letter.unitInCharge', { unit: delivery.unitInCharge }),
            delivery.answerNo === null ? '' : translate('letter.answeredBy', { no: format.digits(delivery.answerNo) }),
            delivery.dueOn === null ? '' : translate('delivery.dueOn', { date: format.longDate(delivery.dueOn) }),
            delivery.returnReason === null ? '' : translate('delivery.returnReason', { reason: delivery.returnReason }),
          ].filter((text) => text !== '');
          return (
            <Box component="li" key={delivery.id} sx={{ borderBottom: 1, borderColor: 'divider', pb: 1, '&:last-of-type': { borderBottom: 0, pb: 0 } }}>
              <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
                <Typography sx={{ fontWeight: 600 }}>{delivery.office === null ? delivery.name : localName(delivery.office.name)}</Typography>
                <Mark tone={TONES[delivery.status]}>{translate(`delivery.status.${delivery.status}`)}</Mark>
                {delivery.verdict === null ? null : <Mark tone="good">{translate(`delivery.verdict.${delivery.verdict}`)}</Mark>}
                {delivery.isOverdue ? <Mark tone="hot" strong>{translate('delivery.overdue')}</Mark> : null}
                <Typography variant="body2" color="text.secondary">{translate(`agencyRole.${delivery.role}`)}</Typography>
              </Stack>
              {facts.map((fact) => <Typography key={fact} variant="body2">{fact}</Typography>)}
              <Typography variant="body2" color="text.secondary">{translate('delivery.sentAt', { at: format.dateTime(delivery.sentAt) })}</Typography>
              {delivery.answerLetterId === null ? null : <Link component={LinkBase} to={`/letters/${delivery.answerLetterId}`}>{translate('task.openAnswer')}</Link>}
              {delivery.canRecall ? <Button size="small" color="error" onClick={() => onRecall(delivery)}>{translate('act.recall.title')}</Button> : null}
            </Box>
          );
        })}
      </Stack>
    </Panel>
  );
}
