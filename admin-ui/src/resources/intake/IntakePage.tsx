import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { lazy, Suspense, useEffect, useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { useController } from 'react-hook-form';
import { LETTER_KINDS, URGENCIES } from '#domain/letter/vocabulary';
import { useTell } from '../../hooks/use-tell';
import { FileDrop, FileRow } from '../../components/FileDrop';
import { ForWhom } from '../../components/ForWhom';
import { DateInput, InstantInput } from '../../components/form/dates';
import { SelectInput, SwitchInput, TextInput } from '../../components/form/fields';
import { useContractForm, useLeaveWarning } from '../../components/form/use-contract-form';
import { Page, Panel } from '../../components/Page';
import { UnitPicker, useOffices } from '../../components/pickers';
import { RouteChoice } from '../../components/RouteChoice';
import { useFiles } from '../../components/use-files';
import { useLocalName, useSession } from '../../providers/auth/use-session';
import { ApiError } from '../../providers/data/api-error';
import { useApi } from '../../providers/data/data-provider';
import { useFormat } from '../../providers/i18n/use-format';
import { useAct } from '../commands/use-commands';
import { EMPTY_INTAKE, intakeFieldOf, type IntakeValues, schemaOf, toIntakeBody } from './intake-form';

const PdfViewer = lazy(() => import('../../components/pdf/PdfViewer'));
const OFFICE_FILES = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp';

type Started = { readonly letterId: string; readonly isPending: boolean; readonly numbers: readonly string[] };

/** รับหนังสือ: what came on paper, by post or by e-mail is entered, checked and given to its route. */
export default function IntakePage() {
  const translate = useTranslate();
  const [started, setStarted] = useState<Started | null>(null);
  const [round, setRound] = useState(0);
  return (
    <Page title={translate('nav.intake')} subtitle={translate('intake.subtitle')}>
      {started === null ? null : (
        <Alert
          severity={started.isPending ? 'info' : 'success'}
          sx={{ mb: 2 }}
          action={<Button color="inherit" component={LinkBase} to={`/letters/${started.letterId}`}>{translate('intake.open')}</Button>}
        >
          {started.isPending
            ? translate('command.pending')
            : started.numbers.length === 0
              ? translate('intake.done')
              : translate('intake.doneWithNo', { no: started.numbers.join(', ') })}
        </Alert>
      )}
      <ForWhom can={['intake', 'intakeSealed']}>
        <IntakeForm
          key={round}
          onStarted={(next) => {
            setStarted(next);
            setRound(round + 1);
            window.scrollTo({ top: 0 });
          }}
        />
      </ForWhom>
    </Page>
  );
}

function IntakeForm({ onStarted }: { readonly onStarted: (started: Started) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const session = useSession();
  const api = useApi();
  const tell = useTell();
  const files = useFiles();
  const act = useAct({ done: 'intake.done' });
  const offices = useOffices();
  const posts = (session?.posts ?? []).filter((post) => post.roles.some((role) => role === 'clerk' || role === 'secret_registrar'));
  const [isSealedSeen, setIsSealedSeen] = useState(false);
  const form = useContractForm({
    schema: schemaOf({ isSealed: isSealedSeen }),
    defaultValues: EMPTY_INTAKE,
    toBody: (values: IntakeValues) => toIntakeBody(values, files.documents()),
    fieldOf: intakeFieldOf,
  });
  const { control, watch, setValue, handleSubmit, formState } = form;
  const values = watch();
  useEffect(() => setIsSealedSeen(values.isSealed), [values.isSealed]);
  useLeaveWarning(formState.isDirty && !act.isRunning);

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

  const submit = handleSubmit(async (valid) => {
    if (files.isSending || files.hasFailed) {
      tell(translate(files.isSending ? 'file.waitForFiles' : 'file.removeFailed'), 'warning');
      return;
    }
    const answer = await act.run(toIntakeBody(valid, files.documents()), (key, body) => api.startLetter({ key, body }));
    if (answer === null) return;
    onStarted({
      letterId: answer.letterId,
      isPending: answer.status === 'pending',
      numbers: 'numbers' in answer && Array.isArray(answer.numbers) ? answer.numbers.map(({ printed }: { printed: string }) => format.digits(printed)) : [],
    });
  });
  useEffect(() => {
    if (act.error instanceof ApiError) form.showRefusal(act.error);
    // The refusal is shown once, when it comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [act.error]);

  const main = files.items.find(({ role }) => role === 'main');
  const enclosures = files.items.filter(({ role }) => role === 'enclosure');
  const unit = useController({ control, name: 'proposedUnitId' });
  const choices = (prefix: string, codes: readonly string[]) => codes.map((value) => ({ value, label: translate(`${prefix}.${value}`) }));

  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
      }}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1fr)' }, alignItems: 'start' }}
    >
      <Stack spacing={2}>
        <Panel title={translate('intake.envelope')}>
          <Stack spacing={2}>
            {session?.can.includes('intakeSealed') === true ? (
              <Box>
                <SwitchInput control={control} name="isSealed" label={translate('intake.isSealed')} />
                {values.isSealed ? <Alert severity="warning">{translate('intake.sealedText')}</Alert> : null}
              </Box>
            ) : null}
            <TextInput control={control} name="fromText" label={translate('field.from')} required autoFocus autoComplete="off" />
            <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
              <TextInput control={control} name="theirNo" label={translate('field.no')} autoComplete="off" />
              <DateInput control={control} name="theirDate" label={translate('field.dated')} disableFuture />
            </Stack>
            <TextInput control={control} name="toText" label={translate('field.to')} required autoComplete="off" />
            <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
              <SelectInput control={control} name="urgency" label={translate('field.urgency')} options={choices('urgency', URGENCIES)} />
              {values.urgency === 'urgent_by' ? <InstantInput control={control} name="urgentBy" label={translate('field.urgentBy')} isRequired /> : null}
              <SelectInput control={control} name="channel" label={translate('field.channel')} options={choices('channel', values.isSealed ? ['counter', 'post'] : ['counter', 'post', 'email', 'web'])} />
            </Stack>
            {posts.length > 1 ? (
              <SelectInput control={control} name="postId" label={translate('field.actingPost')} options={posts.map((each) => ({ value: each.id, label: `${localName(each.title)} · ${each.office.short}` }))} />
            ) : null}
          </Stack>
        </Panel>
        {values.isSealed ? null : (
          <Panel title={translate('intake.content')}>
            <Stack spacing={2}>
              <TextInput control={control} name="subject" label={translate('field.subject')} required multiline maxRows={4} autoComplete="off" />
              <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
                <SelectInput control={control} name="kind" label={translate('field.kind')} options={choices('kind', LETTER_KINDS)} />
                <SelectInput control={control} name="secrecy" label={translate('field.secrecy')} options={choices('secrecy', ['none', 'confidential', 'secret'])} />
              </Stack>
              <DateInput control={control} name="dateAsked" label={translate('field.dateAsked')} helperText={translate('intake.dateAskedHelp')} disablePast />
              <TextInput control={control} name="enclosures" label={translate('field.enclosures')} helperText={translate('field.onePerLine')} multiline minRows={2} maxRows={6} />
              <UnitPicker
                label={translate('field.proposedUnit')}
                officeId={post?.office.id}
                value={unit.field.value}
                onChange={(chosen) => unit.field.onChange(chosen?.id ?? null)}
                helperText={translate('intake.proposedUnitHelp')}
              />
              <RouteChoice
                facts={{ type: 'incoming', kind: values.kind, urgency: values.urgency, secrecy: values.secrecy, postId: values.postId }}
                control={control}
                routeName="routeVersionId"
                reasonName="routeReason"
                chosen={values.routeVersionId}
              />
            </Stack>
          </Panel>
        )}
        {act.error === null ? null : <Alert severity="error" role="alert">{translate('state.nothingChanged')}</Alert>}
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center', position: 'sticky', bottom: 0, bgcolor: 'background.default', py: 1.5, zIndex: 5 }}>
          <Button type="submit" variant="contained" size="large" loading={act.isRunning}>{translate('intake.submit')}</Button>
          <Typography variant="body2" color="text.secondary" sx={{ display: { xs: 'none', sm: 'block' } }}>{translate('intake.shortcut')}</Typography>
        </Stack>
      </Stack>
      {values.isSealed ? null : (
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
      )}
    </Box>
  );
}
