import PauseIcon from '@mui/icons-material/PauseCircleOutlined';
import { Box, Button, Checkbox, Link, Stack, Typography } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { SupervisionItem } from '#domain/contracts/supervision';
import { DueMark, Mark, UrgencyMark } from '../../components/marks';
import { isSameName } from '../../components/same-name';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import type { SuperviseAct } from './acts';
import { useSpan } from './use-span';

/** One task: how late, since when, with whom, who was reminded, and what may be done about it. */
export function BoardRow({ item, isChosen, onToggle, onAct }: {
  readonly item: SupervisionItem;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly onAct: (act: SuperviseAct) => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const span = useSpan();
  const subject = item.subject ?? translate('item.sealedSubject');
  const numbers = [
    item.receiveNo === null ? '' : translate('item.receiveNoShort', { no: item.receiveNo }), item.letterNo === null ? '' : translate('letter.noShort', { no: item.letterNo }), item.correspondent,
  ];
  const posts = item.posts.map(({ title }) => localName(title));
  const persons = item.persons.map(({ name }) => localName(name)).filter((name) => !posts.some((post) => isSameName(post, name))).join(', ');
  const late = item.late === null || (item.late.days === 0 && item.late.minutes < 60) ? undefined : translate('supervision.late', { span: span(item.late) });
  return (
    <Box component="li" sx={{ display: 'flex', gap: 0.5, px: { xs: 0.5, sm: 1 }, py: 1, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <Box><Checkbox checked={isChosen} onChange={onToggle} disabled={item.can.length === 0} slotProps={{ input: { 'aria-label': translate('supervision.choose', { subject }) } }} /></Box>
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          {item.isHeld ? <Mark tone="warm" strong icon={<PauseIcon aria-hidden />}>{translate('letter.isHeld')}</Mark> : null}
          {item.isHeld && late === undefined ? null : <DueMark dueAt={item.dueAt} isOverdue={item.isOverdue} text={late} />}
          <UrgencyMark urgency={item.urgency} />
          {item.isAway ? <Mark tone="warm">{translate('supervision.isAway')}</Mark> : null}
          {item.firstReadAt === null ? <Mark tone="muted">{translate('letter.notRead')}</Mark> : null}
          {item.isHeld || item.rest.days === 0 ? null : <Mark tone="calm">{translate('supervision.rest', { span: span(item.rest) })}</Mark>}
        </Stack>
        <Link component={LinkBase} to={`/letters/${item.letterId}`} sx={{ fontWeight: 600 }}>{subject}</Link>
        <Typography variant="body2" color="text.secondary">{format.digits(numbers.filter((text) => text !== '').join(' · '))}</Typography>
        <Typography variant="body2">
          {localName(item.nodeName)} · {translate('letter.heldBy', { post: posts.join(' / ') })}
          {persons === '' ? '' : ` (${persons})`} · {translate('letter.since', { at: format.dateTime(item.openedAt) })}
        </Typography>
        {item.reminders.map(({ person, by, at }) => (
          <Typography key={`${person.id} ${at}`} variant="body2" color="text.secondary">
            {translate('supervision.remindedBy', { who: localName(person.name), at: format.ago(at), by: localName(by.name) })}
          </Typography>
        ))}
        {item.reminders.length === 0 && item.remindedAt !== null ? <Typography variant="body2" color="text.secondary">{translate('supervision.reminded', { at: format.ago(item.remindedAt) })}</Typography> : null}
        <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap', ml: -0.75 }}>
          {item.can.map((act) => <Button key={act} size="small" sx={{ minWidth: 0 }} onClick={() => onAct(act)}>{translate(`act.${act}.title`)}</Button>)}
        </Stack>
      </Box>
    </Box>
  );
}
