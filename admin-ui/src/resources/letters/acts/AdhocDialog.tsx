import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import { ActDialog } from '../../../components/ActDialog';
import { DateField } from '../../../components/form/dates';
import { PostPicker } from '../../../components/pickers';
import { useApi } from '../../../providers/data/data-provider';
import { PresenceWarning } from '../../absences/PresenceWarning';
import { useAct } from '../../commands/use-commands';

/** Ask somebody out of turn; the task waits for the answer. */
export function AdhocDialog({ letter, task, isGone, onClose }: { readonly letter: LetterPage; readonly task: MyTask; readonly isGone: boolean; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const act = useAct({ done: 'act.done' });
  const [postId, setPostId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [due, setDue] = useState<string | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const required = (isMissing: boolean): string | undefined => (wasTried && isMissing ? translate('ra.validation.required') : undefined);
  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (postId === null || note.trim() === '') return;
    const body = { rev: task.rev, postId, note: note.trim(), ...(due === null ? {} : { due: { at: due } }) };
    const answer = await act.run(body, (key, sent) => api.adhoc({ params: { letterId: letter.id, taskId: task.taskId }, body: sent, key }));
    if (answer !== null) onClose();
  };
  return (
    <ActDialog title={translate('act.adhoc.title')} confirmLabel={translate('act.adhoc.confirm')} isRunning={act.isRunning} error={act.error} isTooLate={isGone} onConfirm={() => void confirm()} onClose={onClose}>
      <Typography>{translate('act.adhoc.text')}</Typography>
      <PostPicker label={translate('act.adhoc.whom')} isRequired officeId={letter.office.id} exclude={[task.post.id]} value={postId} error={required(postId === null)} onChange={(post) => setPostId(post?.id ?? null)} />
      <TextField label={translate('act.adhoc.question')} required multiline minRows={3} value={note} onChange={(event) => setNote(event.target.value)} error={required(note.trim() === '') !== undefined} helperText={required(note.trim() === '')} slotProps={{ htmlInput: { maxLength: 4000 } }} />
      <DateField label={translate('act.due')} value={due} onChange={setDue} disablePast />
      <PresenceWarning posts={postId === null ? [] : [postId]} due={due} />
    </ActDialog>
  );
}
