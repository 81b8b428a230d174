import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ReadLetter } from '#domain/intake/read-letter';
import { onDemand } from '../../components/on-demand';
import { isEnterInLine, moveOnByEnter } from '../../components/form/enter-moves-on';
import { KeptNotice } from '../../components/form/KeptNotice';
import { useContractForm } from '../../components/form/use-contract-form';
import { useKept } from '../../components/form/use-kept';
import { isOpenText, type KeptForm, useKeptForm } from '../../components/form/use-kept-form';
import { useOffices } from '../../components/pickers';
import { useFiles } from '../../components/use-files';
import { useShortcuts } from '../../hooks/use-shortcuts';
import { useTell } from '../../hooks/use-tell';
import { useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { useFormat } from '../../providers/i18n/use-format';
import { ABOVE_BAR } from '../../layout/frame-sizes';
import { useAct } from '../commands/use-commands';
import { ApiError } from '../../providers/data/api-error';
import { useReservedNumber } from '../numbers/use-reserved-number';
import { intakeContract, intakeFieldOf, type IntakeValues, isComplete, numberStem, type Pinnable, sealedIntakeContract, toIntakeBody } from './intake-form';
import { ContentFields, EnvelopeFields } from './IntakeFields';
import { IntakeFiles, LetterPreview } from './IntakeFiles';
import { useKnown } from './use-known';
import type { Waiting } from './use-pile';
import { usePins } from './Pin';
import { openProposals, type Proposal, proposalsOf } from './proposals';

export type Started = { readonly letterId: string; readonly isPending: boolean; readonly numbers: readonly string[]; readonly insteadOf: string | null };

export type OpenForm = {
  /** Clears the form and answers what was on it; null where there was nothing, `busy` while its files are being sent. */
  readonly putAside: () => Omit<Waiting, 'key'> | null | 'busy';
};

/**
 * @param start what stands in the form before anything is typed
 * @param letter what this form is for: files that were sent before, and what was typed earlier
 */
export function IntakeForm({ ref, start, letter, onStarted, onApart }: {
  readonly ref?: Ref<OpenForm>;
  readonly start: IntakeValues;
  readonly letter: Waiting | null;
  readonly onStarted: (started: Started, values: IntakeValues, pinned: readonly Pinnable[]) => void;
  readonly onApart: (others: readonly File[]) => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const session = useSession();
  const api = useApi();
  const tell = useTell();
  const wrongId = letter?.values?.insteadOf?.letterId;
  const kept = useKept<KeptForm<IntakeValues>>(wrongId === undefined ? 'intake' : `intake.anew.${wrongId}`);
  const files = useFiles(kept.found?.files ?? letter?.files ?? []);
  const pins = usePins();
  const [read, setRead] = useState<ReadLetter | null>(null);
  const [pointed, setPointed] = useState<Proposal | null>(null);
  const act = useAct({ done: 'intake.done' });
  const reserved = useReservedNumber();
  const offices = useOffices();
  const posts = (session?.posts ?? []).filter((post) => post.roles.some((role) => role === 'clerk' || role === 'secret_registrar'));
  const [isSealedSeen, setIsSealedSeen] = useState(false);
  const form = useContractForm({
    schema: isSealedSeen ? sealedIntakeContract : intakeContract,
    defaultValues: start,
    toBody: (values: IntakeValues) => toIntakeBody(values, files.documents()),
    fieldOf: intakeFieldOf,
  });
  const { control, watch, setValue, setFocus, handleSubmit, formState, showRefusal, getValues, reset } = form;
  const values = watch();
  // The schema is needed before the form says which one it is.
  if (values.isSealed !== isSealedSeen) setIsSealedSeen(values.isSealed);
  const { isTouched, startAnew } = useKeptForm({ kept, form, files, start, mayKeep: isOpenText, isSending: act.isRunning });

  const typedBefore = kept.found === null ? (letter?.values ?? null) : null;
  useEffect(() => {
    if (typedBefore !== null) reset(typedBefore, { keepDefaultValues: true });
  }, [typedBefore, reset]);
  useImperativeHandle(ref, () => ({
    putAside: () => {
      if (files.isSending) {
        tell(translate('file.waitForFiles'), 'warning');
        return 'busy';
      }
      if (!isTouched) return null;
      kept.forget();
      return { files: files.items.filter(({ status }) => status === 'ready'), values: getValues() };
    },
  }));

  const firstPost = posts[0]?.id ?? session?.posts[0]?.id ?? '';
  const post = session?.posts.find(({ id }) => id === (values.postId === '' ? firstPost : values.postId));
  const headTitle = offices.data?.items.find(({ id }) => id === post?.office.id)?.headTitle ?? '';
  useEffect(() => {
    if (values.postId === '' && firstPost !== '') setValue('postId', firstPost);
  }, [values.postId, firstPost, setValue]);
  useEffect(() => {
    // Most letters are addressed to the head of the office; whatever has been typed stays.
    if (headTitle !== '' && !formState.dirtyFields.toText) setValue('toText', headTitle);
  }, [headTitle, formState.dirtyFields.toText, setValue]);
  useEffect(() => showRefusal(act.error), [act.error, showRefusal]);

  useEffect(() => {
    if (start.fromText !== '') setFocus('theirNo');
  }, [start.fromText, setFocus]);
  const hasLetter = files.items.some(({ role }) => role === 'main');
  const proposals = read === null || !hasLetter || values.isSealed ? [] : proposalsOf(read, values);
  const use = (patch: Partial<IntakeValues>): void => {
    for (const [name, value] of Object.entries(patch)) setValue(name as keyof IntakeValues, value, { shouldDirty: true, shouldValidate: true });
  };
  const useAll = (): void => openProposals(proposals).forEach(({ patch }) => use(patch ?? {}));
  const found = useKnown(values);
  const known = found === undefined ? undefined : { ...found, same: found.same.filter(({ letterId }) => letterId !== values.insteadOf?.letterId) };
  const isTaken = act.error instanceof ApiError && act.error.code === 'LETTER_TAKEN_IN';

  const send = (onSame: 'refuse' | 'take') => handleSubmit(async (valid) => {
    if (files.isSending || files.hasFailed) {
      tell(translate(files.isSending ? 'file.waitForFiles' : 'file.removeFailed'), 'warning');
      return;
    }
    const answer = await act.run({ ...toIntakeBody(valid, files.documents(), onSame), ...(takesNext(valid) ? {} : reserved?.asBody) }, (key, body) => api.startLetter({ key, body }));
    if (answer === null) return;
    kept.forget();
    reserved?.forget();
    const numbers = 'numbers' in answer && Array.isArray(answer.numbers) ? answer.numbers.map(({ printed }: { printed: string }) => format.digits(printed)) : [];
    onStarted({ letterId: answer.letterId, isPending: answer.status === 'pending', numbers, insteadOf: valid.insteadOf?.receiveNo ?? null }, valid, pins.pinned);
  });
  const submit = send('refuse');
  useShortcuts('nav.intake', [
    { keys: 'mod+enter', label: 'intake.submitNext', run: () => void submit(), whileTyping: true },
    ...(openProposals(proposals).length === 0 ? [] : [{ keys: 'alt+a', label: 'intake.useAll', run: useAll, whileTyping: true }]),
  ]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!isEnterInLine(event) || !isComplete(getValues())) return moveOnByEnter(event);
    event.preventDefault();
    void submit();
  };

  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1fr)' }, gridTemplateRows: { lg: 'auto 1fr' }, gridTemplateAreas: AREAS, alignItems: 'start' }}
    >
      <Stack spacing={2} sx={{ gridArea: 'form', minWidth: 0 }}>
        <KeptNotice kept={kept} onStartAnew={() => startAnew({ postId: getValues('postId') })} />
        {values.insteadOf === null ? null : <AnewPanel control={control} insteadOf={values.insteadOf} onLeave={() => kept.forget()} />}
        {reserved === null || takesNext(values) ? null : <ReservedNotice reserved={reserved} error={act.error} />}
        {proposals.length === 0 ? null : <ProposalsPanel proposals={proposals} onUse={use} onPoint={setPointed} />}
        <EnvelopeFields
          control={control}
          values={values}
          pins={pins}
          posts={posts}
          canSeal={values.insteadOf === null && session?.can.includes('intakeSealed') === true}
          onKnown={(known) => {
            const { dirtyFields } = form.formState;
            if (values.theirNo.trim() === '') setValue('theirNo', known.letterCode === '' ? numberStem(known.theirNo) : known.letterCode, { shouldDirty: true });
            if (dirtyFields.channel !== true && known.channel !== 'exchange') setValue('channel', known.channel);
            if (dirtyFields.kind !== true) setValue('kind', known.kind);
            setFocus('theirNo');
          }}
        />
        {/* Said when it comes. */}
        <div aria-live="polite">
          {known === undefined ? null : <KnownLetters known={known} answersLetterId={values.answersLetterId} onAnswer={(letterId) => setValue('answersLetterId', letterId, { shouldDirty: true })} />}
        </div>
        {values.isSealed ? null : <ContentFields control={control} values={values} pins={pins} officeId={post?.office.id} known={known} />}
        <Box sx={{ position: 'sticky', bottom: ABOVE_BAR, bgcolor: 'background.default', py: 1.5, zIndex: 5 }}>
          {act.error === null ? null : (
            <Alert severity="error" role="alert" sx={{ mb: 1.5 }}>
              {translate(isTaken ? 'errors.LETTER_TAKEN_IN' : 'state.nothingChanged')}
              {isTaken ? <Box sx={{ mt: 0.5 }}><Button color="inherit" size="small" variant="outlined" onClick={() => void send('take')()}>{translate('intake.takeAgain')}</Button></Box> : null}
            </Alert>
          )}
          <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
            <Button type="submit" variant="contained" size="large" loading={act.isRunning} sx={{ flexShrink: 0, whiteSpace: 'nowrap' }}>{translate('intake.submit')}</Button>
            <Typography variant="body2" color="text.secondary" sx={{ display: { xs: 'none', sm: 'block' } }}>{translate('intake.shortcut')}</Typography>
          </Stack>
        </Box>
      </Stack>
      {values.isSealed ? null : (
        <>
          <Box sx={{ gridArea: 'files', minWidth: 0 }}><IntakeFiles files={files} onApart={onApart} /></Box>
          <Box sx={{ gridArea: 'page', minWidth: 0 }}><LetterPreview files={files} proposals={proposals} pointed={pointed} onRead={setRead} onUse={({ patch }) => use(patch ?? {})} /></Box>
        </>
      )}
    </Box>
  );
}

/** A sealed item, and one that is registered anew, take the next number. */
const takesNext = ({ isSealed, insteadOf }: IntakeValues): boolean => isSealed || insteadOf !== null;

const AnewPanel = onDemand(async () => (await import('./AnewPanel')).AnewPanel);
const ProposalsPanel = onDemand(async () => (await import('./ProposalsPanel')).ProposalsPanel);
const KnownLetters = onDemand(async () => (await import('./KnownLetters')).KnownLetters);
const ReservedNotice = onDemand(async () => (await import('../numbers/ReservedNotice')).ReservedNotice);

/** Beside each other on a wide screen; on a phone the file comes first, since it fills in the form, and its page last. */
const AREAS = { xs: "'files' 'form' 'page'", lg: "'form files' 'form page'" };
