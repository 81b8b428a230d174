import { Alert, Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import { DueMark, Mark, SealedMark, SecrecyMark, UrgencyMark } from '../../components/marks';
import { Panel } from '../../components/Page';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { PendingAct } from '../commands/PendingAct';
import { useActorText } from '../letters/parts/Actor';
import { DocumentsPanel } from '../letters/parts/DocumentsPanel';
import { EndorsementChain } from '../letters/parts/EndorsementChain';
import { useSeen } from './use-folder';

/** One letter laid open: what it is, what those below propose, the letter itself. */
export function FolderReader({ letter, task }: { readonly letter: LetterPage; readonly task: MyTask | undefined }) {
  const translate = useTranslate();
  useSeen(task === undefined ? null : { letterId: letter.id, taskId: task.taskId });
  const proposed = task?.form.units.find(({ isProposed }) => isProposed);
  const localName = useLocalName();
  return (
    <Stack spacing={1.5}>
      {letter.pendingCommands.map((command) => <PendingAct key={command.id} command={command} withLink={false} />)}
      <Heading letter={letter} task={task} />
      {proposed === undefined ? null : <Alert severity="info">{translate('assign.proposed', { unit: localName(proposed.name) })}</Alert>}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1.6fr)' }, alignItems: 'start' }}>
        <Stack spacing={1.5}>
          <Proposal task={task} />
          {letter.endorsements.length === 0 ? null : <EndorsementChain letter={letter} />}
        </Stack>
        <Box sx={{ minWidth: 0 }}>
          <DocumentsPanel letter={letter} />
          <Body letter={letter} />
        </Box>
      </Box>
    </Stack>
  );
}

function Heading({ letter, task }: { readonly letter: LetterPage; readonly task: MyTask | undefined }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const number = letter.letterNo ?? (letter.theirNo === '' ? null : letter.theirNo);
  const subject = letter.subject ?? translate(letter.isSealed ? 'item.sealedSubject' : 'item.noSubject');
  return (
    <Box>
      <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 0.5 }}>
        {task === undefined ? null : <Mark tone="info" strong>{translate(`taskKind.${task.kind}`)}</Mark>}
        <UrgencyMark urgency={letter.urgency} urgentBy={letter.urgentBy} />
        <SecrecyMark secrecy={letter.secrecy} />
        {letter.isSealed ? <SealedMark /> : null}
        {task === undefined ? null : <DueMark dueAt={task.dueAt} isOverdue={task.isOverdue} />}
      </Stack>
      <Typography variant="h2" sx={{ fontSize: '1.25rem' }}>{subject}</Typography>
      <Typography variant="body2" color="text.secondary">
        {[
          letter.direction === 'incoming' ? letter.fromText : translate('letter.endorsedTo', { to: letter.toText }),
          number === null ? '' : translate('letter.noShort', { no: format.digits(number) }),
          letter.receiveNo === null ? '' : translate('item.receiveNoShort', { no: format.digits(letter.receiveNo) }),
        ].filter((text) => text !== '').join(' · ')}
      </Typography>
      {task === undefined || task.capacity === 'own' ? null : (
        <Typography variant="body2" color="text.secondary">{translate('task.inPost')} {translate(`capacity.${task.capacity}`)} {localName(task.post.title)}</Typography>
      )}
    </Box>
  );
}

/** What whoever handed it up has said, or why it came back. */
function Proposal({ task }: { readonly task: MyTask | undefined }) {
  const translate = useTranslate();
  const actorText = useActorText();
  if (task === undefined || (task.askedNote === null && task.askedBy === null)) return null;
  return (
    <Alert severity="info" icon={false}>
      {task.askedNote === null || task.askedNote === '' ? null : <Typography sx={{ whiteSpace: 'pre-wrap' }}>{task.askedNote}</Typography>}
      {task.askedBy === null ? null : <Typography variant="body2">{translate('task.from', { actor: actorText(task.askedBy) })}</Typography>}
    </Alert>
  );
}

/** An incoming letter without a file still has what was noted of it. */
function Body({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const hasFile = letter.documents.length > 0 || letter.direction !== 'incoming';
  if (hasFile || letter.body === null || letter.body.trim() === '') return null;
  return <Panel title={translate('field.body')}><Typography sx={{ whiteSpace: 'pre-wrap' }}>{letter.body}</Typography></Panel>;
}
