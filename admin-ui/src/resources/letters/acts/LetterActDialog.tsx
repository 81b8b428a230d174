import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterAct } from '#domain/contracts/acts';
import type { LetterPage } from '#domain/contracts/letter-page';
import { URGENCIES, type Urgency } from '#domain/letter/vocabulary';
import { ActDialog } from '../../../components/ActDialog';
import { InstantField } from '../../../components/form/date-fields';
import { useKeptState } from '../../../components/form/use-kept';
import { isOpenText } from '../../../components/form/use-kept-form';
import { areWordsRight, Words } from '../../../components/form/Words';
import { useApi } from '../../../providers/data/data-provider';
import { useFormat } from '../../../providers/i18n/use-format';
import { useAct } from '../../commands/use-commands';

export type LetterActChoice =
  | { readonly type: 'hold' | 'resume' | 'cancel' | 'takeBack' | 'reclassify' | 'urge' }
  | { readonly type: 'recall'; readonly deliveryId: string; readonly name: string }
  | { readonly type: 'cancelNumber'; readonly key: string; readonly printed: string };

const CLASSES = ['none', 'confidential', 'secret'] as const;
/** More urgent than now; a stated moment may be brought forward. */
const moreUrgent = (than: Urgency): readonly Urgency[] => URGENCIES.filter((each) => URGENCIES.indexOf(each) > URGENCIES.indexOf(than) || (each === 'urgent_by' && each === than));

/** A moment that is being typed is none yet. */
const isInstant = (text: string | null): text is string => text !== null && !Number.isNaN(Date.parse(text));

/** An act on the whole letter: what it means, the reason for it, yes or no. */
export function LetterActDialog({ letter, choice, onClose }: { readonly letter: LetterPage; readonly choice: LetterActChoice; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const act = useAct({ done: 'act.done' });
  const typed = useKeptState(isOpenText(letter) ? `act.${letter.id}.${choice.type}` : null, () => ({ reason: '' }));
  const { reason } = typed.value;
  const [secrecy, setSecrecy] = useState<(typeof CLASSES)[number]>('none');
  const raised = moreUrgent(letter.urgency);
  const [urgency, setUrgency] = useState<Urgency>(raised[0] ?? 'urgent_by');
  const [urgentBy, setUrgentBy] = useState<string | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const isReasonNeeded = choice.type !== 'takeBack';
  const isMomentMissing = choice.type === 'urge' && urgency === 'urgent_by' && !isInstant(urgentBy);
  const close = (): void => {
    typed.forget();
    onClose();
  };

  const toBody = (): LetterAct => {
    const shared = { seq: letter.seq, reason: reason.trim() };
    if (choice.type === 'takeBack') return { type: 'takeBack', seq: letter.seq, token: letter.takeBackToken ?? '', ...(shared.reason === '' ? {} : { reason: shared.reason }) };
    if (choice.type === 'recall') return { type: 'recall', ...shared, deliveryId: choice.deliveryId };
    if (choice.type === 'cancelNumber') return { type: 'cancelNumber', ...shared, key: choice.key };
    if (choice.type === 'urge') return { type: 'urge', ...shared, urgency, ...(urgency === 'urgent_by' && isInstant(urgentBy) ? { urgentBy } : {}) };
    if (choice.type === 'reclassify') return { type: 'reclassify', ...shared, secrecy };
    return { type: choice.type, ...shared };
  };
  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (isMomentMissing || !areWordsRight(reason, { isRequired: isReasonNeeded })) return;
    const answer = await act.run(toBody(), (key, body) => api.actOnLetter({ params: { letterId: letter.id }, body, key }));
    if (answer !== null) close();
  };
  const detail = { name: 'name' in choice ? choice.name : '', no: 'printed' in choice ? format.digits(choice.printed) : '' };
  return (
    <ActDialog
      title={translate(`act.${choice.type}.title`)}
      confirmLabel={translate(`act.${choice.type}.title`)}
      tone={choice.type === 'resume' || choice.type === 'takeBack' ? 'primary' : 'danger'}
      isRunning={act.isRunning}
      error={act.error}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      <Typography>{translate(`act.${choice.type}.text`, detail)}</Typography>
      {choice.type === 'reclassify' ? (
        <TextField select label={translate('field.secrecy')} value={secrecy} onChange={(event) => setSecrecy(CLASSES.find((each) => each === event.target.value) ?? 'none')}>
          {CLASSES.map((each) => <MenuItem key={each} value={each}>{translate(`secrecy.${each}`)}</MenuItem>)}
        </TextField>
      ) : null}
      {choice.type === 'urge' ? (
        <TextField select label={translate('field.urgency')} value={urgency} onChange={(event) => setUrgency(raised.find((each) => each === event.target.value) ?? urgency)}>
          {raised.map((each) => <MenuItem key={each} value={each}>{translate(`urgency.${each}`)}</MenuItem>)}
        </TextField>
      ) : null}
      {choice.type === 'urge' && urgency === 'urgent_by' ? (
        <InstantField label={translate('field.urgentBy')} isRequired disablePast value={urgentBy} onChange={setUrgentBy} error={wasTried && isMomentMissing ? translate('ra.validation.required') : undefined} />
      ) : null}
      <Words label={translate('act.reason')} isRequired={isReasonNeeded} value={reason} wasTried={wasTried} missing={translate('errors.REASON_REQUIRED')} onChange={(text) => typed.set({ reason: text })} multiline minRows={2} autoFocus />
    </ActDialog>
  );
}
