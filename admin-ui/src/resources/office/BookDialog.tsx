import { Alert, Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Controller, useWatch } from 'react-hook-form';
import { bookCreateSchema } from '#domain/contracts/office-books';
import { BOOK_KINDS, type BookKind } from '#domain/letter/vocabulary';
import { ActDialog } from '../../components/ActDialog';
import { DateInput } from '../../components/form/dates';
import { SelectInput, TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { Picker } from '../../components/pickers';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { BookRules, type RuleValues } from './BookRules';
import { Conflict } from './Conflict';
import { NextNumber, PATTERN_PLACES } from './NextNumber';
import type { OfficeBook, OfficeBooks, Organisation } from './types';
import { useOfficeChange } from './use-office';
import { useRevision } from './use-revision';

const ISSUERS = ['office', 'unit', 'post', 'committee'] as const;
type Issuer = (typeof ISSUERS)[number];
type Values = {
  kind: BookKind; nameTh: string; nameEn: string; issuer: Issuer; unitId: string | null; postId: string | null; issuerName: string; committeeCode: string; pattern: string; validFrom: string | null;
  rules: readonly RuleValues[];
};
const valuesOf = (book: OfficeBook | null): Values => ({
  kind: book?.kind ?? 'send', nameTh: book?.name.th ?? '', nameEn: book?.name.en ?? '', issuer: 'office', unitId: null, postId: null, issuerName: '', committeeCode: '', pattern: '', validFrom: null,
  rules: (book?.rules ?? []).map(({ letterKind, signerPostId, ownerUnitId }) => ({ letterKind, signerPostId, ownerUnitId })),
});

type Props = { readonly organisation: Organisation; readonly books: OfficeBooks; readonly book: OfficeBook | null; readonly onClose: () => void };

/** A new book, or the name, and the letters of one that is there; whose it is and its kind never change. */
export function BookDialog({ organisation, books, book, onClose }: Props) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const officeId = organisation.office.id;
  const common = ({ nameTh, nameEn, rules }: Values) => ({ nameTh, nameEn, rules: [...rules] });
  const toBody = (values: Values) => {
    const { kind, issuer, unitId, postId, issuerName, committeeCode, pattern, validFrom } = values;
    return {
      officeId, kind, ...common(values), pattern, validFrom, unitId: issuer === 'unit' ? (unitId ?? '') : null, postId: issuer === 'post' ? (postId ?? '') : null,
      issuerName: issuer === 'committee' ? issuerName : '', committeeCode: issuer === 'committee' ? committeeCode : '',
    };
  };
  const { rev, conflictOf, accept } = useRevision({ opened: book, fresh: books.items.find(({ id }) => id === book?.id) ?? null });
  const save = useOfficeChange({
    change: (values: Values) => (book === null ? api.createBook({ body: toBody(values) }) : api.updateBook({ params: { id: book.id }, body: { rev, ...common(values) } })),
    told: 'office.saved', onDone: onClose,
  });
  const conflict = conflictOf(save.error);
  const { control, handleSubmit, showRefusal, reset, getValues } = useContractForm({ schema: bookCreateSchema, defaultValues: valuesOf(book), toBody });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  const [kind, issuer, pattern, committeeCode] = useWatch({ control, name: ['kind', 'issuer', 'pattern', 'committeeCode'] });
  const posts = organisation.posts.filter(({ state }) => state !== 'ended');
  const differences = (theirs: Values, mine: Values) => (['nameTh', 'nameEn'] as const).map((field) => ({ label: translate(`office.field.${field}`), theirs: theirs[field], mine: mine[field] }));
  return (
    <ActDialog isWide title={translate(book === null ? 'bookSetting.new' : 'bookSetting.edit')} confirmLabel={translate('ra.action.save')} isRunning={save.isPending} error={conflict === null ? save.error : null} canConfirm={conflict === null} onConfirm={() => void handleSubmit((values) => save.mutate(values))()} onClose={onClose}>
      {conflict === null ? null : <Conflict differences={differences(valuesOf(conflict), getValues())} onTheirs={() => { accept(conflict); reset(valuesOf(conflict)); save.reset(); }} onMine={() => { accept(conflict); save.reset(); }} />}
      <TextInput control={control} name="nameTh" label={translate('office.field.nameTh')} required autoFocus />
      <TextInput control={control} name="nameEn" label={translate('office.field.nameEn')} />
      {book === null ? (
        <>
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
            <SelectInput control={control} name="kind" label={translate('bookSetting.kind')} fullWidth options={BOOK_KINDS.map((value) => ({ value, label: translate(`bookKind.${value}`) }))} />
            <Controller control={control} name="issuer" render={({ field }) => (
              <TextField select fullWidth label={translate('bookSetting.column.issuer')} value={field.value} onChange={field.onChange}>
                {ISSUERS.map((each) => <MenuItem key={each} value={each}>{translate(`bookSetting.issuer.${each}`)}</MenuItem>)}
              </TextField>
            )} />
          </Stack>
          {issuer === 'unit' ? <Controller control={control} name="unitId" render={({ field, fieldState }) => (
            <Picker label={translate('bookSetting.issuer.unit')} isRequired options={organisation.units.filter(({ state }) => state !== 'ended')} isLoading={false} value={field.value} error={fieldState.error?.message} titleOf={({ name }) => localName(name)} onChange={(option) => field.onChange(option?.id ?? null)} />
          )} /> : null}
          {issuer === 'post' ? <Controller control={control} name="postId" render={({ field, fieldState }) => (
            <Picker label={translate('bookSetting.issuer.post')} isRequired options={posts} isLoading={false} value={field.value} error={fieldState.error?.message} titleOf={({ title }) => localName(title)} onChange={(option) => field.onChange(option?.id ?? null)} />
          )} /> : null}
          {issuer === 'committee' ? (
            <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
              <TextInput control={control} name="issuerName" label={translate('bookSetting.committee')} required fullWidth />
              <TextInput control={control} name="committeeCode" label={translate('bookSetting.committeeCode')} helperText={translate('bookSetting.committeeHelp')} />
            </Stack>
          ) : null}
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
            <TextInput control={control} name="pattern" label={translate('bookSetting.column.pattern')} helperText={translate('bookSetting.patternHelp', PATTERN_PLACES)} fullWidth />
            <DateInput control={control} name="validFrom" label={translate('office.field.validFrom')} helperText={translate('office.fromHelp')} />
          </Stack>
          <NextNumber kind={kind} pattern={pattern} lastNo={0} yearBe={books.yearBe} codes={{ ...books.codes, committeeCode: issuer === 'committee' ? committeeCode : '' }} />
        </>
      ) : null}
      <Controller control={control} name="rules" render={({ field, fieldState }) => (
        <Box>
          <BookRules organisation={organisation} value={field.value} onChange={field.onChange} />
          {fieldState.error?.message === undefined ? null : <Alert severity="error">{fieldState.error.message}</Alert>}
        </Box>
      )} />
      {book === null ? <Typography variant="body2" color="text.secondary">{translate('bookSetting.fixed')}</Typography> : null}
    </ActDialog>
  );
}
