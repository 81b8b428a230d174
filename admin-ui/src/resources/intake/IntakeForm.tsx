import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { FileDrop, FileRow } from '../../components/FileDrop';
import { moveOnByEnter } from '../../components/form/enter-moves-on';
import { KeptNotice } from '../../components/form/KeptNotice';
import { useContractForm } from '../../components/form/use-contract-form';
import { useKept } from '../../components/form/use-kept';
import { isOpenText, type KeptForm, useKeptForm } from '../../components/form/use-kept-form';
import { Panel } from '../../components/Page';
import { PageDrop } from '../../components/PageDrop';
import { useOffices } from '../../components/pickers';
import { type Files, useFiles } from '../../components/use-files';
import { useShortcuts } from '../../hooks/use-shortcuts';
import { useTell } from '../../hooks/use-tell';
import { useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { useFormat } from '../../providers/i18n/use-format';
import { ABOVE_BAR } from '../../layout/frame-sizes';
import { useAct } from '../commands/use-commands';
import { intakeContract, intakeFieldOf, type IntakeValues, numberStem, sealedIntakeContract, toIntakeBody } from './intake-form';
import { ContentFields, EnvelopeFields } from './IntakeFields';

const PdfViewer = lazy(() => import('../../components/pdf/PdfViewer'));
const OFFICE_FILES = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp';

export type Started = { readonly letterId: string; readonly isPending: boolean; readonly numbers: readonly string[] };

/** @param start what stands in the form before anything is typed */
export function IntakeForm({ start, onStarted }: { readonly start: IntakeValues; readonly onStarted: (started: Started, values: IntakeValues) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const session = useSession();
  const api = useApi();
  const tell = useTell();
  const kept = useKept<KeptForm<IntakeValues>>('intake');
  const files = useFiles(kept.found?.files);
  const act = useAct({ done: 'intake.done' });
  const offices = useOffices();
  const posts = (session?.posts ?? []).filter((post) => post.roles.some((role) => role === 'clerk' || role === 'secret_registrar'));
  const [isSealedSeen, setIsSealedSeen] = useState(false);
  const form = useContractForm({
    schema: isSealedSeen ? sealedIntakeContract : intakeContract,
    defaultValues: start,
    toBody: (values: IntakeValues) => toIntakeBody(values, files.documents()),
    fieldOf: intakeFieldOf,
  });
  const { control, watch, setValue, setFocus, handleSubmit, formState, showRefusal, getValues } = form;
  const values = watch();
  // The schema is needed before the form says which one it is.
  if (values.isSealed !== isSealedSeen) setIsSealedSeen(values.isSealed);
  const { startAnew } = useKeptForm({ kept, form, files, start, mayKeep: isOpenText, isSending: act.isRunning });

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

  const submit = handleSubmit(async (valid) => {
    if (files.isSending || files.hasFailed) {
      tell(translate(files.isSending ? 'file.waitForFiles' : 'file.removeFailed'), 'warning');
      return;
    }
    const answer = await act.run(toIntakeBody(valid, files.documents()), (key, body) => api.startLetter({ key, body }));
    if (answer === null) return;
    kept.forget();
    const numbers = 'numbers' in answer && Array.isArray(answer.numbers) ? answer.numbers.map(({ printed }: { printed: string }) => format.digits(printed)) : [];
    onStarted({ letterId: answer.letterId, isPending: answer.status === 'pending', numbers }, valid);
  });
  useShortcuts('nav.intake', [{ keys: 'mod+enter', label: 'intake.submitNext', run: () => void submit(), whileTyping: true }]);

  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={moveOnByEnter}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1fr)' }, alignItems: 'start' }}
    >
      <Stack spacing={2}>
        <KeptNotice kept={kept} onStartAnew={() => startAnew({ postId: getValues('postId') })} />
        <EnvelopeFields
          control={control}
          values={values}
          posts={posts}
          canSeal={session?.can.includes('intakeSealed') === true}
          onKnown={(known) => {
            const { dirtyFields } = form.formState;
            if (values.theirNo.trim() === '') setValue('theirNo', numberStem(known.theirNo), { shouldDirty: true });
            if (dirtyFields.channel !== true && known.channel !== 'exchange') setValue('channel', known.channel);
            if (dirtyFields.kind !== true) setValue('kind', known.kind);
            setFocus('theirNo');
          }}
        />
        {values.isSealed ? null : <ContentFields control={control} values={values} officeId={post?.office.id} />}
        {act.error === null ? null : <Alert severity="error" role="alert">{translate('state.nothingChanged')}</Alert>}
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center', position: 'sticky', bottom: ABOVE_BAR, bgcolor: 'background.default', py: 1.5, zIndex: 5 }}>
          <Button type="submit" variant="contained" size="large" loading={act.isRunning}>{translate('intake.submit')}</Button>
          <Typography variant="body2" color="text.secondary" sx={{ display: { xs: 'none', sm: 'block' } }}>{translate('intake.shortcut')}</Typography>
        </Stack>
      </Stack>
      {values.isSealed ? null : <IntakeFiles files={files} />}
    </Box>
  );
}

/** The letter and its enclosures; a file may be dropped anywhere on the page. */
function IntakeFiles({ files }: { readonly files: Files }) {
  const translate = useTranslate();
  const main = files.items.find(({ role }) => role === 'main');
  const enclosures = files.items.filter(({ role }) => role === 'enclosure');
  const drop = (dropped: readonly File[]): void => {
    const isLetter = (file: File): boolean => file.type === 'application/pdf' || file.name.toLowerCase().endsWith('.pdf');
    const letter = main === undefined ? dropped.find(isLetter) : undefined;
    if (letter !== undefined) files.add('main', [letter]);
    const others = dropped.filter((file) => file !== letter);
    if (others.length > 0) files.add('enclosure', others);
  };
  return (
    <>
      <PageDrop label={translate(main === undefined ? 'intake.dropAnywhere' : 'intake.dropEnclosure')} onFiles={drop} />
      <Stack spacing={2}>
        <Panel title={translate('intake.files')}>
          <Stack spacing={1.5}>
            {main === undefined ? (
              <FileDrop label={translate('file.dropMain')} hint={translate('file.mainHint')} accept="application/pdf,.pdf" isMultiple={false} onFiles={(chosen) => files.add('main', chosen)} />
            ) : (
              <FileRow item={main} onRemove={() => files.remove(main.key)} />
            )}
            {enclosures.map((item) => <FileRow key={item.key} item={item} onRemove={() => files.remove(item.key)} />)}
            <FileDrop label={translate('file.dropEnclosures')} hint={translate('file.enclosuresHint')} accept={OFFICE_FILES} isMultiple onFiles={(chosen) => files.add('enclosure', chosen)} />
          </Stack>
        </Panel>
        {main?.file === null || main === undefined || main.status === 'failed' ? null : (
          <Suspense fallback={null}><PdfViewer source={main.file} name={main.name} /></Suspense>
        )}
      </Stack>
    </>
  );
}
