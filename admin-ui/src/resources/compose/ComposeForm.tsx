import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, Chip, FormHelperText, IconButton, Skeleton, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { DocumentView } from '#domain/contracts/letter-page';
import { URGENCIES } from '#domain/letter/vocabulary';
import { FileDrop, FileRow } from '../../components/FileDrop';
import { DateInput, InstantInput } from '../../components/form/dates';
import { SelectInput, SwitchInput, TextInput } from '../../components/form/fields';
import { toLines } from '../../components/lines';
import { onDemand } from '../../components/on-demand';
import { Panel } from '../../components/Page';
import { LetterSheet, type SheetText } from '../../components/pdf/LetterSheet';
import { useOffices } from '../../components/pickers';
import { RouteChoice } from '../../components/RouteChoice';
import type { Files } from '../../components/use-files';
import { ABOVE_BAR } from '../../layout/frame-sizes';
import { useLocalName, useOfficeShort, useSession } from '../../providers/auth/use-session';
import { COMPOSE_KINDS, type ComposeValues } from './compose-form';

const RecipientsInput = onDemand(() => import('./RecipientsInput').then((module) => module.RecipientsInput), () => <Skeleton variant="rounded" height={88} />);
const PdfViewer = lazy(() => import('../../components/pdf/PdfViewer'));
const PlaceMarker = lazy(() => import('../../components/pdf/PlaceMarker'));
const ENCLOSURES = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp';
/** Endings that letters have (reference §2.3): offered, not enforced; always Thai, as the letter is. */
const SNIPPETS = ['จึงเรียนมาเพื่อโปรดทราบ', 'จึงเรียนมาเพื่อโปรดพิจารณา', 'จึงเรียนมาเพื่อโปรดดำเนินการต่อไป', 'จึงเรียนมาเพื่อถือปฏิบัติ'] as const;

type Props = {
  readonly form: UseFormReturn<ComposeValues>;
  readonly files: Files;
  /** A draft that stands already: kind, urgency, class and route were fixed when it was started. */
  readonly isStarted: boolean;
  /** The uploaded PDF that the draft has already. */
  readonly attachedPdf?: DocumentView | undefined;
  /** Address of the draft as the system will print it. */
  readonly printedHref?: string | undefined;
  readonly attached?: ReactNode;
  /** Stands above the fields. */
  readonly notice?: ReactNode;
  readonly actions: ReactNode;
  readonly onSubmitShortcut: () => void;
};

/** The form of a letter of our own, with the page beside it as it will look. */
export function ComposeForm({ form, files, isStarted, attachedPdf, printedHref, attached, notice, actions, onSubmitShortcut }: Props) {
  const translate = useTranslate();
  const localName = useLocalName();
  const officeShort = useOfficeShort();
  const session = useSession();
  const offices = useOffices();
  const { control, watch, setValue, getFieldState, formState } = form;
  const values = watch();
  const main = files.items.find(({ role }) => role === 'main');
  const enclosures = files.items.filter(({ role }) => role === 'enclosure');
  const [isUploaded, setIsUploaded] = useState(attachedPdf !== undefined);
  const posts = (session?.posts ?? []).filter(({ roles }) => roles.some((role) => role === 'officer' || role === 'head' || role === 'clerk'));
  const firstPost = posts[0]?.id ?? session?.posts[0]?.id ?? '';
  const post = session?.posts.find(({ id }) => id === (values.postId === '' ? firstPost : values.postId));
  useEffect(() => {
    if (values.postId === '' && firstPost !== '') setValue('postId', firstPost);
  }, [values.postId, firstPost, setValue]);
  const only = values.recipients.length === 1 ? values.recipients[0] : undefined;
  const headTitle = only !== undefined && 'officeCode' in only ? (offices.data?.items.find(({ code }) => code === only.officeCode)?.headTitle ?? '') : '';
  const isToTyped = formState.dirtyFields.toText === true || (isStarted && values.toText !== '');
  useEffect(() => {
    if (headTitle !== '' && !isToTyped) setValue('toText', headTitle);
  }, [headTitle, isToTyped, setValue]);
  const choices = (prefix: string, codes: readonly string[]) => codes.map((value) => ({ value, label: translate(`${prefix}.${value}`) }));
  const recipientsError = getFieldState('recipients', formState).error?.message;

  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmitShortcut();
      }}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1fr)' }, alignItems: 'start' }}
    >
      <Stack spacing={2}>
        {notice}
        <Panel title={translate('compose.head')}>
          <Stack spacing={2}>
            {isStarted ? null : (
              <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
                <SelectInput control={control} name="kind" label={translate('field.kind')} options={choices('kind', COMPOSE_KINDS)} />
                {posts.length > 1 ? <SelectInput control={control} name="postId" label={translate('field.actingPost')} options={posts.map((each) => ({ value: each.id, label: `${localName(each.title)} · ${officeShort(each.office)}` }))} /> : null}
              </Stack>
            )}
            <TextInput control={control} name="subject" label={translate('field.subject')} required multiline maxRows={4} autoFocus={!isStarted} />
            <Typography component="h3" variant="h3">{translate('field.addressees')}</Typography>
            <Controller control={control} name="recipients" render={({ field }) => <RecipientsInput value={field.value} onChange={field.onChange} error={recipientsError} ownOfficeId={post?.office.id} />} />
            <TextInput control={control} name="toText" label={translate('field.addressedTo')} helperText={translate('compose.toHelp')} />
            {isStarted ? null : (
              <>
                <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
                  <SelectInput control={control} name="urgency" label={translate('field.urgency')} options={choices('urgency', URGENCIES)} />
                  {values.urgency === 'urgent_by' ? <InstantInput control={control} name="urgentBy" label={translate('field.urgentBy')} isRequired disablePast /> : null}
                  <SelectInput control={control} name="secrecy" label={translate('field.secrecy')} options={choices('secrecy', ['none', 'confidential', 'secret'])} />
                </Stack>
                <SwitchInput control={control} name="isCircular" label={translate('compose.isCircular')} />
              </>
            )}
            <DateInput control={control} name="dateAsked" label={translate('field.dateAsked')} helperText={translate('compose.dateAskedHelp')} disablePast />
          </Stack>
        </Panel>
        <Panel title={translate('compose.text')}>
          <Stack spacing={2}>
            <ToggleButtonGroup exclusive size="small" color="primary" value={isUploaded ? 'pdf' : 'typed'} onChange={(_, next: 'pdf' | 'typed' | null) => setIsUploaded(next === 'pdf')} aria-label={translate('compose.text')}>
              <ToggleButton value="typed">{translate('compose.typed')}</ToggleButton>
              <ToggleButton value="pdf">{translate('compose.uploaded')}</ToggleButton>
            </ToggleButtonGroup>
            {isUploaded ? (
              main === undefined ? (
                <FileDrop label={translate('file.dropMain')} hint={translate('compose.pdfHint')} accept="application/pdf,.pdf" isMultiple={false} onFiles={(chosen) => files.add('main', chosen)} />
              ) : (
                <FileRow item={main} onRemove={() => files.remove(main.key)} />
              )
            ) : (
              <>
                <TextInput control={control} name="body" label={translate('field.body')} multiline minRows={10} maxRows={24} helperText={translate('compose.bodyHelp')} />
                <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap' }} role="group" aria-label={translate('compose.snippets')}>
                  {SNIPPETS.map((snippet) => (
                    <Chip key={snippet} lang="th" size="small" variant="outlined" component="button" clickable label={snippet} onClick={() => setValue('body', values.body.trim() === '' ? snippet : `${values.body.trimEnd()}\n${snippet}`, { shouldDirty: true })} />
                  ))}
                </Stack>
              </>
            )}
          </Stack>
        </Panel>
        <Panel title={translate('compose.enclosures')}>
          <Stack spacing={1.5}>
            <TextInput control={control} name="enclosures" label={translate('field.enclosures')} helperText={translate('field.onePerLine')} multiline minRows={2} maxRows={6} />
            {attached}
            {enclosures.map((item) => <FileRow key={item.key} item={item} onRemove={() => files.remove(item.key)} />)}
            <FileDrop label={translate('file.dropEnclosures')} hint={translate('file.enclosuresHint')} accept={ENCLOSURES} isMultiple onFiles={(chosen) => files.add('enclosure', chosen)} />
            <References form={form} />
          </Stack>
        </Panel>
        {isStarted ? null : (
          <RouteChoice
            facts={{ type: 'outgoing', kind: values.kind, urgency: values.urgency, secrecy: values.secrecy, isCircular: values.isCircular ? 'true' : 'false', postId: values.postId }}
            control={control}
            routeName="routeVersionId"
            reasonName="routeReason"
            chosen={values.routeVersionId}
          />
        )}
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', position: 'sticky', bottom: ABOVE_BAR, bgcolor: 'background.default', py: 1.5, zIndex: 5 }}>{actions}</Stack>
      </Stack>
      <Box component="section" aria-label={translate('compose.preview')} sx={{ position: { lg: 'sticky' }, top: { lg: 76 } }}>
        <Suspense fallback={null}>
          {isUploaded && main?.file !== null && main !== undefined && main.status === 'ready' && main.documentId !== null ? (
            <PlaceMarker key={main.documentId} source={main.file} name={main.name} documentId={main.documentId} initial={[]} />
          ) : isUploaded && attachedPdf !== undefined && main === undefined ? (
            <PlaceMarker key={attachedPdf.id} source={attachedPdf.href} name={attachedPdf.name} documentId={attachedPdf.id} initial={attachedPdf.places} />
          ) : (
            <Preview
              printedHref={printedHref}
              text={{
                urgency: values.urgency,
                isMemo: values.kind === 'internal_memo',
                stem: '          /',
                agency: post?.office.name.th ?? '',
                subject: values.subject,
                toText: values.toText,
                references: values.references.filter(({ letterNo }) => letterNo !== ''),
                enclosures: toLines(values.enclosures),
                body: values.body,
              }}
            />
          )}
        </Suspense>
      </Box>
    </Box>
  );
}

/** The page while typing; of a saved draft also the one that the system will print. */
function Preview({ text, printedHref }: { readonly text: SheetText; readonly printedHref: string | undefined }) {
  const translate = useTranslate();
  const [shown, setShown] = useState<string | null>(null);
  return (
    <Stack spacing={1}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h2">{translate('compose.preview')}</Typography>
        {printedHref === undefined ? null : (
          <Button size="small" onClick={() => setShown(shown === null ? printedHref : null)}>{translate(shown === null ? 'compose.realPreview' : 'compose.typedPreview')}</Button>
        )}
      </Stack>
      {shown === null ? <LetterSheet text={text} /> : <PdfViewer key={printedHref} source={printedHref ?? shown} name={translate('compose.preview')} />}
    </Stack>
  );
}

/** Letters that this one refers to (อ้างถึง): number and date. */
function References({ form }: { readonly form: UseFormReturn<ComposeValues> }) {
  const translate = useTranslate();
  const { control, watch, setValue, formState, getFieldState } = form;
  const references = watch('references');
  const error = getFieldState('references', formState).error?.message;
  return (
    <Box role="group" aria-label={translate('field.references')}>
      {references.map((_, at) => (
        // Rows have no name of their own; they are only added at the end.
        <Stack key={at} direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ mb: 1, alignItems: { sm: 'flex-start' } }}>
          <TextInput control={control} name={`references.${at}.letterNo`} label={translate('compose.referenceNo')} />
          <DateInput control={control} name={`references.${at}.date`} label={translate('field.dated')} />
          <IconButton onClick={() => setValue('references', references.filter((__, index) => index !== at), { shouldDirty: true })} aria-label={translate('compose.removeReference')}><DeleteIcon /></IconButton>
        </Stack>
      ))}
      {error === undefined ? null : <FormHelperText error>{error}</FormHelperText>}
      <Button size="small" startIcon={<AddIcon />} onClick={() => setValue('references', [...references, { letterNo: '', date: null, letterId: null }], { shouldDirty: true })}>{translate('compose.addReference')}</Button>
    </Box>
  );
}
