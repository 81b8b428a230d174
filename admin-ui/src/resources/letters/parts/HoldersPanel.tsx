import HourglassIcon from '@mui/icons-material/HourglassEmpty';
import PauseIcon from '@mui/icons-material/PauseCircleOutlined';
import PersonIcon from '@mui/icons-material/PersonPinCircleOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { DueMark, Mark } from '../../../components/marks';
import { isSameName } from '../../../components/same-name';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';

export type Holder = LetterPage['holders'][number];

/** Who holds the letter now, since when and until when, in words. */
export function HoldersPanel({ letter, onSupervise }: {
  readonly letter: LetterPage;
  readonly onSupervise: (holder: Holder, act: Holder['can'][number]) => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  if (letter.status === 'ended') {
    return (
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Mark tone="good" strong>{translate(letter.outcome === null ? 'letterStatus.ended' : `endOutcome.${letter.outcome}`)}</Mark>
        <Typography variant="body2" color="text.secondary">{format.dateTime(letter.endedAt)}</Typography>
      </Stack>
    );
  }
  return (
    <Stack spacing={1} role="group" aria-label={translate('letter.holders')}>
      {letter.status === 'held' ? <Box><Mark tone="warm" strong icon={<PauseIcon aria-hidden />}>{translate('letter.isHeld')}</Mark></Box> : null}
      {letter.holders.length + letter.waitsAt.length === 0 && letter.myTasks.length === 0 ? <Typography color="text.secondary">{translate('letter.nobodyHolds')}</Typography> : null}
      {letter.holders.map((holder) => {
        const posts = holder.posts.map(({ title }) => localName(title));
        const people = holder.persons.filter(({ name, capacity }) => capacity !== 'own' || !posts.some((post) => isSameName(post, localName(name)))).map(({ name, capacity }) => `${localName(name)}${capacity === 'own' ? '' : ` (${translate(`capacity.${capacity}`)})`}`).join(', ');
        return (
          <Stack key={holder.taskId} direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
            <PersonIcon aria-hidden color="primary" sx={{ mt: '2px' }} />
            <Box sx={{ minWidth: 0, flexGrow: 1 }}>
              <Typography>
                {translate('letter.heldBy', { post: posts.join(' / ') })}
                {people === '' ? '' : ` (${people})`} {translate('letter.since', { at: format.ago(holder.since) })}
                <NextText next={holder.next} />
              </Typography>
              <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center', color: 'text.secondary' }}>
                <Typography variant="body2">{localName(holder.nodeName)}</Typography>
                <DueMark dueAt={holder.dueAt} isOverdue={holder.isOverdue} />
                {holder.firstReadAt === null && !letter.myTasks.some(({ taskId }) => taskId === holder.taskId) ? <Mark tone="muted">{translate('letter.notRead')}</Mark> : null}
                {holder.via === 'rule' ? null : <Mark tone="warm">{translate(`letter.via.${holder.via}`)}</Mark>}
                {holder.can.map((act) => <Button key={act} size="small" onClick={() => onSupervise(holder, act)}>{translate(`act.${act}.title`)}</Button>)}
              </Stack>
            </Box>
          </Stack>
        );
      })}
      {letter.waitsAt.map((place, at) => (
        <Stack key={at} direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
          <HourglassIcon aria-hidden color="primary" sx={{ mt: '2px' }} />
          <Typography>{translate('next.waits', { step: localName(place.name) })}<NextText next={place.next} /></Typography>
        </Stack>
      ))}
    </Stack>
  );
}

/** What follows when the present step ends as it usually does; nothing where that is not known. */
function NextText({ next }: { readonly next: Holder['next'] }) {
  const translate = useTranslate();
  const localName = useLocalName();
  if (next.length === 0) return null;
  const words = next.map(({ kind, name, outcome }) => (kind === 'unit' ? translate('next.unit') : kind === 'end' ? translate(`endOutcome.${outcome ?? 'closed'}`) : localName(name)));
  return <> · {translate('next.label', { what: words.join(translate('next.or')) })}</>;
}
