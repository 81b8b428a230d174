import { Alert, Box, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Control, useController } from 'react-hook-form';
import type { MyPost } from '#domain/contracts/session';
import { LETTER_KINDS, URGENCIES } from '#domain/letter/vocabulary';
import { InstantInput } from '../../components/form/dates';
import { SelectInput, SwitchInput, TextInput } from '../../components/form/fields';
import { TypedDateInput } from '../../components/form/TypedDate';
import { Panel } from '../../components/Page';
import { UnitPicker } from '../../components/pickers';
import { RouteChoice } from '../../components/RouteChoice';
import { useLocalName, useOfficeShort } from '../../providers/auth/use-session';
import { AnsweredPicker } from './AnsweredPicker';
import { type Correspondent, CorrespondentInput } from './CorrespondentInput';
import type { IntakeValues } from './intake-form';
import type { Known } from './use-known';
import { Pinned, type Pins } from './Pin';

type Props = { readonly control: Control<IntakeValues>; readonly values: IntakeValues; readonly pins: Pins };

const useChoices = () => {
  const translate = useTranslate();
  return (prefix: string, codes: readonly string[]) => codes.map((value) => ({ value, label: translate(`${prefix}.${value}`) }));
};

/** What stands on the envelope: all there is of a sealed item. */
export function EnvelopeFields({ control, values, pins, posts, canSeal, onKnown }: Props & {
  readonly posts: readonly MyPost[];
  readonly canSeal: boolean;
  readonly onKnown: (known: Correspondent) => void;
}) {
  const translate = useTranslate();
  const localName = useLocalName();
  const officeShort = useOfficeShort();
  const choices = useChoices();
  return (
    <Panel title={translate('intake.envelope')}>
      <Stack spacing={2}>
        <Pinned field="fromText" label={translate('field.from')} pins={pins}><CorrespondentInput control={control} postId={values.postId} onKnown={onKnown} /></Pinned>
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
          <TextInput control={control} name="theirNo" label={translate('field.no')} autoComplete="off" />
          <Pinned field="theirDate" label={translate('field.dated')} pins={pins}><TypedDateInput control={control} name="theirDate" label={translate('field.dated')} disableFuture /></Pinned>
        </Stack>
        <TextInput control={control} name="toText" label={translate('field.to')} required autoComplete="off" />
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
          <SelectInput control={control} name="urgency" label={translate('field.urgency')} options={choices('urgency', URGENCIES)} />
          {values.urgency === 'urgent_by' ? <InstantInput control={control} name="urgentBy" label={translate('field.urgentBy')} isRequired /> : null}
          <SelectInput control={control} name="channel" label={translate('field.channel')} options={choices('channel', values.isSealed ? ['counter', 'post'] : ['counter', 'post', 'email', 'web'])} />
        </Stack>
        {posts.length > 1 ? (
          <SelectInput control={control} name="postId" label={translate('field.actingPost')} options={posts.map((each) => ({ value: each.id, label: `${localName(each.title)} · ${officeShort(each.office)}` }))} />
        ) : null}
        {canSeal ? (
          <Box>
            <SwitchInput control={control} name="isSealed" label={translate('intake.isSealed')} />
            {values.isSealed ? <Alert severity="warning">{translate('intake.sealedText')}</Alert> : null}
          </Box>
        ) : null}
      </Stack>
    </Panel>
  );
}

/** What the letter says, what it answers, and whom it is proposed to. */
export function ContentFields({ control, values, pins, officeId, known }: Props & { readonly officeId: string | undefined; readonly known: Known | undefined }) {
  const translate = useTranslate();
  const choices = useChoices();
  const unit = useController({ control, name: 'proposedUnitId' });
  return (
    <Panel title={translate('intake.content')}>
      <Stack spacing={2}>
        <TextInput control={control} name="subject" label={translate('field.subject')} required multiline maxRows={4} autoComplete="off" slotProps={{ htmlInput: { 'data-one-line': true } }} />
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
          <SelectInput control={control} name="kind" label={translate('field.kind')} options={choices('kind', LETTER_KINDS)} />
          <SelectInput control={control} name="secrecy" label={translate('field.secrecy')} options={choices('secrecy', ['none', 'confidential', 'secret'])} />
        </Stack>
        <TypedDateInput control={control} name="dateAsked" label={translate('field.dateAsked')} helperText={translate('intake.dateAskedHelp')} disablePast />
        <TextInput control={control} name="references" label={translate('field.references')} helperText={translate('intake.referencesHelp')} multiline maxRows={6} />
        <AnsweredPicker control={control} postId={values.postId} cited={known?.cited ?? []} />
        <Pinned field="proposedUnitId" label={translate('field.proposedUnit')} pins={pins}>
          <UnitPicker
            label={translate('field.proposedUnit')}
            officeId={officeId}
            value={unit.field.value}
            error={unit.fieldState.error?.message}
            onChange={(chosen) => unit.field.onChange(chosen?.id ?? null)}
            helperText={translate('intake.proposedUnitHelp')}
          />
        </Pinned>
        <TextInput control={control} name="enclosures" label={translate('field.enclosures')} helperText={translate('field.onePerLine')} multiline minRows={2} maxRows={6} />
        <RouteChoice
          facts={{ type: 'incoming', kind: values.kind, urgency: values.urgency, secrecy: values.secrecy, postId: values.postId }}
          control={control}
          routeName="routeVersionId"
          reasonName="routeReason"
          chosen={values.routeVersionId}
        />
      </Stack>
    </Panel>
  );
}
