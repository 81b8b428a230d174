import { Alert, Button, Link, Stack, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { LinkBase, useNavigate, useParams, useTranslate } from 'react-admin';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import { useTell } from '../../hooks/use-tell';
import { KeptNotice } from '../../components/form/KeptNotice';
import { useContractForm } from '../../components/form/use-contract-form';
import { useKept } from '../../components/form/use-kept';
import { isOpenText, type KeptForm, useKeptForm } from '../../components/form/use-kept-form';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useFiles } from '../../components/use-files';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { API_PREFIX } from '../../providers/data/routes';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';
import { useLetter } from '../letters/use-letter';
import { composeFieldOf, type ComposeValues, draftValues, toDraftPatch } from './compose-form';
import { ComposeForm } from './ComposeForm';

const TaskActDialog = onDemand(() => import('../letters/acts/TaskActDialog').then((module) => module.TaskActDialog));
const contract = () => import('#domain/contracts/acts').then(({ draftSaveSchema }) => draftSaveSchema);

/** A draft that stands: corrected, saved, and proposed. */
export default function DraftPage() {
  const translate = useTranslate();
  const { letterId = '' } = useParams<{ letterId: string }>();
  const [filters] = useAddressFilters();
  const letter = useLetter(letterId);
  const editable = letter.data?.myTasks.filter(({ form }) => form.canEditDraft) ?? [];
  const task = editable.find(({ taskId }) => taskId === filters['task']) ?? editable[0];
  return (
    <Page title={translate('compose.draftTitle')} subtitle={letter.data?.subject ?? undefined} width={1320} actions={<Button component={LinkBase} to={`/letters/${letterId}`}>{translate('compose.toLetter')}</Button>}>
      {letter.isPending ? <LoadingRows /> : null}
      {letter.isError && letter.data === undefined ? <ErrorState error={letter.error} onRetry={() => void letter.refetch()} /> : null}
      {letter.data !== undefined && task === undefined ? (
        <EmptyState title={translate('compose.notEditable')} text={translate('compose.notEditableText')}>
          <Button component={LinkBase} to={`/letters/${letterId}`}>{translate('compose.toLetter')}</Button>
        </EmptyState>
      ) : null}
      {letter.data === undefined || task === undefined ? null : <DraftForm key={task.taskId} letter={letter.data} task={task} opensSubmit={filters['submit'] === 'true'} />}
    </Page>
  );
}

function DraftForm({ letter, task, opensSubmit }: { readonly letter: LetterPage; readonly task: MyTask; readonly opensSubmit: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const kept = useKept<KeptForm<ComposeValues>>(`draft.${letter.id}`);
  const files = useFiles(kept.found?.files);
  const outcome = task.form.outcomes.find(({ tone }) => tone === 'primary') ?? task.form.outcomes[0];
  const [isSubmitting, setIsSubmitting] = useState(opensSubmit);
  // A saved draft prints anew: another address, so that the viewer asks for it.
  const [previewOf, setPreviewOf] = useState('');
  // Taken out at the next save; until then it can be put back.
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const toBody = (values: ComposeValues) => ({ taskId: task.taskId, rev: task.rev, text: toDraftPatch(letter, values), ...(files.documents().length === 0 ? {} : { documents: files.documents() }), ...(removed.length === 0 ? {} : { removedDocuments: [...removed] }) });
  const form = useContractForm({ schema: contract, defaultValues: draftValues(letter), toBody, fieldOf: composeFieldOf });
  const { showRefusal, reset } = form;
  const save = useMutation({
    mutationFn: (values: ComposeValues) => api.saveDraft({ params: { letterId: letter.id }, body: toBody(values) }),
    onSuccess: async ({ savedAt }, values) => {
      kept.forget();
      reset(values);
      setRemoved([]);
      setPreviewOf(savedAt);
      for (const { key } of files.items) files.remove(key);
      tell(translate('compose.savedAt', { at: format.time(savedAt) }), 'success');
      await queryClient.invalidateQueries({ queryKey: [...keys.letter, letter.id] });
    },
    onError: (error) => {
      showRefusal(error);
      tell(errorText(error), 'error');
    },
  });
  const { isTouched, startAnew } = useKeptForm({ kept, form, files, start: draftValues(letter), mayKeep: () => isOpenText(letter), isSending: save.isPending });
  const isChanged = isTouched || removed.length > 0;
  const returned = [...letter.versions].sort((one, other) => other.version - one.version).find(({ returnedNote }) => returnedNote !== null && returnedNote !== '');
  const note = task.askedNote ?? returned?.returnedNote ?? null;
  const attached = letter.documents.filter(({ role, isSuperseded }) => !isSuperseded && (role === 'main' || role === 'enclosure'));

  const submit = (isProposing: boolean) =>
    form.handleSubmit(async (values) => {
      if (files.isSending || files.hasFailed) {
        tell(translate(files.isSending ? 'file.waitForFiles' : 'file.removeFailed'), 'warning');
        return;
      }
      if (isChanged || !isProposing) {
        const isSaved = await save.mutateAsync(values).then(() => true, () => false);
        if (!isSaved) return;
      }
      if (isProposing) setIsSubmitting(true);
    });

  useEffect(() => {
    if (save.error !== null) window.scrollTo({ top: 0 });
  }, [save.error]);

  return (
    <>
      {note === null ? null : (
        <Alert severity="warning" sx={{ mb: 2 }} action={letter.versions.length > 1 ? <Button color="inherit" size="small" component={LinkBase} to={`/letters/${letter.id}?tab=versions`}>{translate('versions.title')}</Button> : undefined}>
          <strong>{translate('versions.wasReturned')}</strong>
          <Typography sx={{ whiteSpace: 'pre-wrap' }}>{note}</Typography>
        </Alert>
      )}
      <ComposeForm
        form={form}
        files={files}
        isStarted
        notice={<KeptNotice kept={kept} onStartAnew={() => startAnew()} />}
        attachedPdf={attached.find(({ id, role }) => role === 'main' && !removed.includes(id))}
        printedHref={`${API_PREFIX}/letters/${letter.id}/preview?at=${previewOf}`}
        onSubmitShortcut={() => void submit(true)()}
        attached={attached.length === 0 ? undefined : (
          <Attached
            documents={attached}
            removed={removed}
            onToggle={(id) => setRemoved(removed.includes(id) ? removed.filter((each) => each !== id) : [...removed, id])}
          />
        )}
        actions={
          <>
            {outcome === undefined ? null : <Button variant="contained" size="large" loading={save.isPending} onClick={() => void submit(true)()}>{translate('compose.propose')}</Button>}
            <Button variant="outlined" size="large" disabled={save.isPending} onClick={() => void submit(false)()}>{translate('compose.save')}</Button>
          </>
        }
      />
      {isSubmitting && outcome !== undefined ? <TaskActDialog letter={letter} task={task} outcome={outcome} onClose={() => setIsSubmitting(false)} onDone={() => navigate(`/letters/${letter.id}`)} /> : null}
    </>
  );
}

/** Files that the draft has; one taken out stays visible until it is saved, and can be put back. */
function Attached({ documents, removed, onToggle }: { readonly documents: LetterPage['documents']; readonly removed: readonly string[]; readonly onToggle: (id: string) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Stack component="ul" spacing={0.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {documents.map(({ id, href, name, sizeBytes }) => {
        const isRemoved = removed.includes(id);
        return (
          <Stack component="li" key={id} direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <Typography component="span" sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {isRemoved ? <s>{name}</s> : <Link href={href} target="_blank" rel="noreferrer">{name}</Link>} · {isRemoved ? translate('compose.willBeTakenOut') : format.fileSize(sizeBytes)}
            </Typography>
            <Button size="small" onClick={() => onToggle(id)} aria-label={translate(isRemoved ? 'compose.putBack' : 'file.remove', { name })}>{translate(isRemoved ? 'compose.putBackShort' : 'compose.takeOut')}</Button>
          </Stack>
        );
      })}
    </Stack>
  );
}
