import { FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { BookView } from '#domain/contracts/books';
import { type BlockKind, blockReserveSchema, type NumberBlock } from '#domain/contracts/number-blocks';
import { ActDialog } from '../../components/ActDialog';
import { InstantField } from '../../components/form/date-fields';
import { DateInput } from '../../components/form/dates';
import { TextInput } from '../../components/form/fields';
import { areWordsRight, Words } from '../../components/form/Words';
import { useContractForm } from '../../components/form/use-contract-form';
import { useDebounced } from '../../hooks/use-debounced';
import { useTell } from '../../hooks/use-tell';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { FoundLetterBox } from '../letters/matter/FoundLetterBox';

type Place = { readonly bookId: string; readonly yearBe: string };

/** Every page of the book may show something else now. */
function useDone(onClose: () => void) {
  const queryClient = useQueryClient();
  const tell = useTell();
  const translate = useTranslate();
  return async (told: string): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: keys.books });
    tell(translate(told), 'success');
    onClose();
  };
}

type Values = { count: string; reason: string; forWhom: string; until: string | null };

/** The next numbers of the book are kept back: how many, why, for whom, until when. */
export function ReserveDialog({ place, book, kind, onClose }: { readonly place: Place; readonly book: BookView; readonly kind: BlockKind; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const done = useDone(onClose);
  // Asked again for want of an answer it is the same block.
  const [id] = useState(() => crypto.randomUUID());
  const toBody = ({ count, ...rest }: Values) => ({ id, kind, count: count.trim() === '' ? Number.NaN : Number(count), ...rest });
  const save = useMutation({ mutationFn: (values: Values) => api.reserveNumbers({ params: place, body: toBody(values) }), onSuccess: () => done('numbers.reserved') });
  const { control, handleSubmit, showRefusal } = useContractForm({ schema: blockReserveSchema, defaultValues: { count: kind === 'outage' ? '20' : '1', reason: kind === 'outage' ? translate('numbers.outageReason') : '', forWhom: '', until: null }, toBody });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  return (
    <ActDialog title={translate(`numbers.make.${kind}`)} confirmLabel={translate(`numbers.make.${kind}`)} isRunning={save.isPending} error={save.error} onConfirm={() => void handleSubmit((values) => save.mutate(values))()} onClose={onClose}>
      <Typography sx={{ fontWeight: 600 }}>{localName(book.name)}</Typography>
      <Typography variant="body2" color="text.secondary">{translate(`numbers.makeText.${kind}`)}</Typography>
      <TextInput control={control} name="count" label={translate('numbers.count')} helperText={translate('numbers.countHelp')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} required autoFocus />
      <TextInput control={control} name="reason" label={translate('numbers.reason')} multiline minRows={2} required />
      <TextInput control={control} name="forWhom" label={translate('numbers.forWhom')} helperText={translate('numbers.forWhomHelp')} />
      <DateInput control={control} name="until" label={translate('numbers.until')} helperText={translate(`numbers.untilHelp.${kind}`)} disablePast />
    </ActDialog>
  );
}

type OfNumber = { readonly place: Place; readonly block: NumberBlock; readonly number: NumberBlock['numbers'][number] };

/** A running letter takes this number instead of the next one when it comes to be numbered. */
export function KeepDialog({ place, block, number, onClose }: OfNumber & { readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const done = useDone(onClose);
  const [isFor, setIsFor] = useState(true);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [usedAt, setUsedAt] = useState<string | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const q = useDebounced(text.trim(), 250);
  const found = useQuery({ queryKey: [...keys.letters, 'to-number', q], queryFn: ({ signal }) => api.searchLetters({ query: { q, typing: 'true', limit: '10' }, signal }), enabled: q !== '', placeholderData: keepPreviousData });
  const isOutage = block.kind === 'outage';
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.keepNumber({ params: { ...place, blockId: block.id, entryId: number.id }, body: { letterId: isFor ? chosen : null, reason: reason.trim(), usedAt: isOutage && isFor ? usedAt : null } }),
    onSuccess: () => done(isFor ? 'numbers.isKept' : 'numbers.isFree'),
  });
  const confirm = (): void => {
    setWasTried(true);
    if ((!isFor || (chosen !== null && (!isOutage || usedAt !== null))) && areWordsRight(reason, { isRequired: true })) mutate();
  };
  return (
    <ActDialog title={translate('numbers.keepOf', { no: format.digits(String(number.no)) })} confirmLabel={translate(isFor ? 'numbers.keep' : 'numbers.free')} isRunning={isPending} error={error} onConfirm={confirm} onClose={onClose}>
      <Typography>{translate('numbers.keepText', { no: format.digits(number.printed) })}</Typography>
      {number.isKept ? (
        <RadioGroup value={isFor ? 'for' : 'free'} onChange={(event) => setIsFor(event.target.value === 'for')} aria-label={translate('numbers.keep')}>
          <FormControlLabel value="for" control={<Radio />} label={translate('numbers.keepAnother')} />
          <FormControlLabel value="free" control={<Radio />} label={translate('numbers.free')} />
        </RadioGroup>
      ) : null}
      {isFor ? (
        <FoundLetterBox label={translate('numbers.which')} letters={found.data?.items ?? []} isLoading={found.isFetching} error={wasTried && chosen === null ? translate('ra.validation.required') : undefined} onType={setText} onChange={setChosen} />
      ) : null}
      {isFor && isOutage ? <InstantField label={translate('numbers.usedAt')} value={usedAt} onChange={setUsedAt} error={wasTried && usedAt === null ? translate('ra.validation.required') : undefined} /> : null}
      <Words label={translate('numbers.reason')} isRequired multiline minRows={2} value={reason} wasTried={wasTried} onChange={setReason} />
    </ActDialog>
  );
}

/** What is not needed is cancelled where everybody sees it: one number, or all that are left. */
export function CancelDialog({ place, block, number, onClose }: Omit<OfNumber, 'number'> & { readonly number: OfNumber['number'] | null; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const done = useDone(onClose);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.cancelNumbers({ params: { ...place, blockId: block.id }, body: { numbers: number === null ? null : [number.no], reason: reason.trim() } }),
    onSuccess: () => done('numbers.cancelled'),
  });
  const left = block.numbers.filter(({ status }) => status === 'reserved');
  const title = number === null ? translate('numbers.cancelRest') : translate('numbers.cancelOf', { no: format.digits(String(number.no)) });
  const confirm = (): void => {
    setWasTried(true);
    if (areWordsRight(reason, { isRequired: true })) mutate();
  };
  return (
    <ActDialog title={title} confirmLabel={translate('numbers.cancel')} tone="danger" isRunning={isPending} error={error} onConfirm={confirm} onClose={onClose}>
      <Typography>{translate('numbers.cancelText', { numbers: (number === null ? left : [number]).map(({ printed }) => format.digits(printed)).join(', ') })}</Typography>
      <Words label={translate('numbers.reason')} isRequired multiline minRows={2} value={reason} wasTried={wasTried} onChange={setReason} />
    </ActDialog>
  );
}
