import { MenuItem, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EntryView } from '#domain/contracts/books';
import type { BookKind } from '#domain/letter/vocabulary';
import { amendable, AMENDED_MAX, type AmendedField } from '#domain/numbering/amendment';
import { ActDialog } from '../../components/ActDialog';
import { DateField } from '../../components/form/date-fields';
import { areWordsRight, Words } from '../../components/form/Words';
import { useTell } from '../../hooks/use-tell';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

type Props = { readonly bookId: string; readonly kind: BookKind; readonly entry: EntryView; readonly onClose: () => void };

/** A correction of one field of an entry; what stood there is never overwritten. */
export function AmendDialog({ bookId, kind, entry, onClose }: Props) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [field, setField] = useState<AmendedField>('subject');
  const [value, setValue] = useState(entry.subject ?? '');
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const now = entry[field] ?? '';
  const amend = useMutation({
    mutationFn: () => api.amendEntry({ params: { bookId, yearBe: String(entry.yearBe), entryId: entry.id }, body: { field, newValue: value.trim(), reason: reason.trim() } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: keys.books });
      tell(translate('amendment.done'), 'success');
      onClose();
    },
  });
  const choose = (next: AmendedField): void => {
    setField(next);
    setValue(entry[next] ?? '');
    amend.reset();
  };
  const confirm = (): void => {
    setWasTried(true);
    if (areWordsRight(reason, { isRequired: true }) && areWordsRight(value, { max: AMENDED_MAX })) amend.mutate();
  };
  return (
    <ActDialog title={translate('amendment.of', { no: format.digits(String(entry.no)) })} confirmLabel={translate('amendment.do')} isRunning={amend.isPending} error={amend.error} canConfirm={value.trim() !== now} onConfirm={confirm} onClose={onClose}>
      <Typography>{translate('amendment.text')}</Typography>
      <TextField select label={translate('amendment.field')} value={field} onChange={(event) => choose(amendable(kind).find((each) => each === event.target.value) ?? 'subject')}>
        {amendable(kind).map((each) => <MenuItem key={each} value={each}>{translate(`amendment.fields.${each}`)}</MenuItem>)}
      </TextField>
      <Typography variant="body2" color="text.secondary">{translate('amendment.now')}: {now === '' ? translate('amendment.nothing') : field === 'letterDate' ? format.date(now) : format.digits(now)}</Typography>
      {field === 'letterDate'
        ? <DateField label={translate('amendment.date')} value={value === '' ? null : value} onChange={(day) => setValue(day ?? '')} />
        : <Words label={translate('amendment.value')} max={AMENDED_MAX} multiline value={value} onChange={setValue} />}
      <Words label={translate('amendment.reason')} isRequired multiline minRows={2} value={reason} wasTried={wasTried} onChange={setReason} />
    </ActDialog>
  );
}
