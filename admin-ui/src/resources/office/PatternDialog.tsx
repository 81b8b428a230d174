import { Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { bookPatternSchema } from '#domain/contracts/office-books';
import { bangkokDate, yearBe } from '#domain/thai/dates';
import { ActDialog } from '../../components/ActDialog';
import { DateInput } from '../../components/form/dates';
import { TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { NextNumber, PATTERN_PLACES } from './NextNumber';
import type { OfficeBook, OfficeBooks } from './types';
import { useOfficeChange } from './use-office';

/** How a book prints its numbers from a day on; numbers of earlier days stay as they are. */
export function PatternDialog({ books, book, onClose }: { readonly books: OfficeBooks; readonly book: OfficeBook; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const [today] = useState(() => bangkokDate(new Date().toISOString()));
  const toBody = (values: { fromDay: string | null; pattern: string }) => ({ rev: book.rev, fromDay: values.fromDay ?? '', pattern: values.pattern });
  const save = useOfficeChange({ change: (values: { fromDay: string | null; pattern: string }) => api.setBookPattern({ params: { id: book.id }, body: toBody(values) }), told: 'office.saved', onDone: onClose });
  const { control, handleSubmit, showRefusal } = useContractForm({ schema: bookPatternSchema, defaultValues: { fromDay: today, pattern: book.pattern }, toBody });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  const [pattern, fromDay] = useWatch({ control, name: ['pattern', 'fromDay'] });
  const year = fromDay !== null && /^\d{4}-\d\d-\d\d$/.test(fromDay) ? yearBe(fromDay) : books.yearBe;
  return (
    <ActDialog title={translate('bookSetting.changePattern')} confirmLabel={translate('ra.action.save')} isRunning={save.isPending} error={save.error} onConfirm={() => void handleSubmit((values) => save.mutate(values))()} onClose={onClose}>
      <Typography sx={{ fontWeight: 600 }}>{localName(book.name)}</Typography>
      <Typography variant="body2" color="text.secondary">{translate('bookSetting.changePatternText')}</Typography>
      <TextInput control={control} name="pattern" label={translate('bookSetting.column.pattern')} helperText={translate('bookSetting.patternHelp', PATTERN_PLACES)} required autoFocus />
      <DateInput control={control} name="fromDay" label={translate('bookSetting.fromDay')} isRequired disablePast />
      <NextNumber kind={book.kind} pattern={pattern} lastNo={year === books.yearBe ? book.lastNo : 0} yearBe={year} codes={{ ...books.codes, committeeCode: book.committeeCode }} />
    </ActDialog>
  );
}
