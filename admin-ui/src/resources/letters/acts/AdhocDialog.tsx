import { Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import { ActDialog } from '../../../components/ActDialog';
import { DateField, isUnfinished } from '../../../components/form/date-fields';
import { useKeptState } from '../../../components/form/use-kept';
import { isOpenText } from '../../../components/form/use-kept-form';
import { areWordsRight, Words } from '../../../components/form/Words';
import { PostPicker } from '../../../components/pickers';
import { useApi } from '../../../providers/data/data-provider';
import { PresenceWarning } from '../../absences/PresenceWarning';
import { useAct } from '../../commands/use-commands';

type Typed = { readonly postId: string | null; readonly note: string; readonly due: string | null };

/** Ask somebody out of turn; the task waits for the answer. */
export function AdhocDialog({ letter, task, isGone, onClose }: { readonly letter: LetterPage; readonly task: MyTask; readonly isGone: boolean; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const act = useAct({ done: 'act.done' });
  const typed = useKeptState<Typed>(isOpenText(letter) ? `adhoc.${task.taskId}` : null, () => ({ postId: null, note: '', due: null }));
  const { postId, note, due } = typed.value;
  const [wasTried, setWasTried] = useState(false);
  const required = (isMissing: boolean): string | undefined => (wasTried && isMissing ? translate('ra.validation.required') : undefined);
  const close = (): void => {
    typed.forget();
    onClose();
  };
  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (postId === null || !areWordsRight(note, { isRequired: true }) || isUnfinished(due)) return;
    const body = { rev: task.rev, postId, note: note.trim(), ...(due === null ? {} : { due: { at: due } }) };
    const answer = await act.run(body, (key, sent) => api.adhoc({ params: { letterId: letter.id, taskId: task.taskId }, body: sent, key }));
    if (answer !== null) close();
  };
  return (
    <ActDialog title={translate('act.adhoc.title')} confirmLabel={translate('act.adhoc.confirm')} isRunning={act.isRunning} error={act.error} isTooLate={isGone} onConfirm={() => void confirm()} onClose={close}>
      <Typography>{translate('act.adhoc.text')}</Typography>
      <PostPicker label={translate('act.adhoc.whom')} isRequired officeId={letter.office.id} exclude={[task.post.id]} value={postId} error={required(postId === null)} onChange={(post) => typed.set({ postId: post?.id ?? null })} />
      <Words label={translate('act.adhoc.question')} isRequired multiline minRows={3} value={note} wasTried={wasTried} onChange={(text) => typed.set({ note: text })} />
      <DateField label={translate('act.due')} value={due} onChange={(day) => typed.set({ due: day })} disablePast />
      <PresenceWarning posts={postId === null ? [] : [postId]} due={due} />
    </ActDialog>
  );
}
