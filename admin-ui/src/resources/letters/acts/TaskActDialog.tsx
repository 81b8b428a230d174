import { Alert, Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import { ADDRESSED_TO_MAX, BODY_MAX, LINE_MAX, SUBJECT_MAX } from '#domain/contracts/limits';
import { ActDialog } from '../../../components/ActDialog';
import { DateField } from '../../../components/form/date-fields';
import { useKeptState } from '../../../components/form/use-kept';
import { isOpenText } from '../../../components/form/use-kept-form';
import { Words } from '../../../components/form/Words';
import { PostPicker } from '../../../components/pickers';
import { useLocalName, useSession } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { useFormat } from '../../../providers/i18n/use-format';
import { PresenceWarning } from '../../absences/PresenceWarning';
import { useAct } from '../../commands/use-commands';
import { PhraseButtons } from '../../desk/PhraseButtons';
import { type ActValues, asksDue, asksFacts, doTextsFit, handedTo, missingParts, needsOf, type OutcomeHint, type Prefill, startValues, toTaskAct } from './act-values';
import { ActionWordSelect, Directions } from './Directions';
import { DueChoices } from './DueChoices';
import { FactField } from './FactField';

type Props = {
  readonly letter: LetterPage;
  readonly task: MyTask;
  readonly outcome: OutcomeHint;
  readonly isGone?: boolean;
  readonly prefill?: Prefill | undefined;
  readonly onClose: () => void;
  /** Called at once when the act is done; this then tells the reader so. An act in doubt stays where it was done until it settles. */
  readonly onActed?: (() => void) | undefined;
  readonly onDone?: () => void;
};

const RecipientsInput = lazy(() => import('../../compose/RecipientsInput').then((module) => ({ default: module.RecipientsInput })));

/** One act on a task: asks for what the step needs, then sends it once. */
export function TaskActDialog({ letter, task, outcome, isGone = false, prefill, onClose, onActed, onDone }: Props) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const api = useApi();
  const act = useAct({ done: 'act.done', onDone: onActed });
  // What was typed and not sent comes back; a quick tap begins with what it filled in.
  const { value: values, set, forget } = useKeptState<ActValues>(
    isOpenText(letter) && prefill === undefined ? `act.${letter.id}.${task.taskId}.${outcome.code}` : null, () => startValues(letter, task, outcome, prefill), ({ password: _, ...rest }) => rest,
  );
  const [wasTried, setWasTried] = useState(false);
  const { form } = task;
  const needs = needsOf(task, outcome);
  const missing = wasTried ? missingParts(task, outcome, values) : [];
  const required = (name: string): string | undefined => (missing.includes(name) ? translate('ra.validation.required') : undefined);

  const close = (): void => {
    forget();
    onClose();
  };
  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (missingParts(task, outcome, values).length > 0 || !doTextsFit(task, outcome, values)) return;
    const answer = await act.run(toTaskAct(letter, task, outcome, values), (key, body) =>
      api.actOnTask({ params: { letterId: letter.id, taskId: task.taskId }, body, key }),
    );
    if (answer === null) return;
    close();
    // Whoever was told at once has gone on by now.
    if (answer.status === 'pending' || onActed === undefined) onDone?.();
  };

  return (
    <ActDialog
      title={localName(outcome.label)}
      confirmLabel={localName(outcome.label)}
      tone={outcome.tone}
      isRunning={act.isRunning}
      error={act.error}
      isTooLate={isGone}
      isWide={needs.includes('text')}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      {needs.includes('returnTo') ? (
        <TextField select label={translate('act.returnTo')} value={values.returnTo} required error={required('returnTo') !== undefined} helperText={required('returnTo')} onChange={(event) => set({ returnTo: event.target.value })}>
          {form.returnTargets.map((target) => <MenuItem key={target.nodeId} value={target.nodeId}>{localName(target.name)}</MenuItem>)}
        </TextField>
      ) : null}
      {needs.includes('forwardTo') ? (
        <PostPicker label={translate('act.forwardTo')} isRequired officeId={letter.office.id} exclude={[task.post.id]} value={values.forwardTo} error={required('forwardTo')} onChange={(post) => set({ forwardTo: post?.id ?? null })} />
      ) : null}
      {needs.includes('picks') ? <Directions letter={letter} task={task} values={values} set={set} mainError={required('picks')} /> : null}
      {needs.includes('picks') || form.actions.length < 2 || !asksFacts(outcome) || values.action === '' ? null : <ActionWordSelect task={task} values={values} set={set} />}
      {asksDue(outcome) ? (
        <DateField
          label={translate('act.due')}
          value={values.due}
          isRequired={needs.includes('due') && form.isDueRequired}
          disablePast
          error={required('due')}
          helperText={needs.includes('due') && form.dueSuggestion !== null && 'unit' in form.dueSuggestion ? translate('act.dueSuggestion', { span: translate(`span.${form.dueSuggestion.unit}`, { n: format.number(form.dueSuggestion.amount), smart_count: form.dueSuggestion.amount }) }) : undefined}
          onChange={(due) => set({ due })}
        />
      ) : null}
      {asksDue(outcome) ? <DueChoices value={values.due} onChange={(due) => set({ due })} /> : null}
      {asksFacts(outcome)
        ? form.fields.map((field) => (
            <FactField key={field.name} field={field} officeId={letter.office.id} value={values.facts[field.name] ?? null} isMissing={missing.includes(field.name)} onChange={(value) => set({ facts: { ...values.facts, [field.name]: value } })} />
          ))
        : null}
      <PresenceWarning {...handedTo(task, outcome, values)} due={asksDue(outcome) ? values.due : null} />
      {needs.includes('recipients') ? (
        <Suspense fallback={null}>
          <RecipientsInput value={values.recipients} onChange={(recipients) => set({ recipients })} error={required('recipients')} ownOfficeId={letter.office.id} />
        </Suspense>
      ) : null}
      {needs.includes('text') ? <AmendFields values={values} set={set} wasTried={wasTried} /> : null}
      <PhraseButtons note={values.note} onPhrase={(note) => set({ note })} />
      <Words
        label={translate(outcome.isNoteRequired ? 'act.noteRequired' : 'act.note')}
        value={values.note}
        isRequired={outcome.isNoteRequired}
        wasTried={wasTried}
        onChange={(note) => set({ note })}
        multiline
        minRows={3}
        maxRows={10}
        // On a phone the keyboard would cover what is to be confirmed.
        autoFocus={!needs.includes('text') && window.matchMedia('(any-pointer: fine)').matches}
      />
      {needs.includes('signature') ? <SignatureFields task={task} values={values} set={set} asksPassword={needs.includes('password')} error={required('password')} /> : null}
    </ActDialog>
  );
}

type PartProps = { readonly values: ActValues; readonly set: (part: Partial<ActValues>) => void };

/** The letter's text, to be corrected in passing; the earlier version is kept and the drafter told. */
function AmendFields({ values, set, wasTried }: PartProps & { readonly wasTried: boolean }) {
  const translate = useTranslate();
  const { amend } = values;
  const change = (part: Partial<ActValues['amend']>): void => set({ amend: { ...amend, ...part } });
  return (
    <Stack spacing={2}>
      <Alert severity="info">{translate('act.amendText')}</Alert>
      <Words label={translate('field.subject')} isRequired wasTried={wasTried} max={SUBJECT_MAX} value={amend.subject} onChange={(subject) => change({ subject })} />
      <Words label={translate('field.to')} max={ADDRESSED_TO_MAX} value={amend.toText} onChange={(toText) => change({ toText })} />
      <Words label={translate('field.body')} max={BODY_MAX} value={amend.body} onChange={(body) => change({ body })} multiline minRows={8} maxRows={20} autoFocus />
      <Words label={translate('field.enclosures')} helperText={translate('field.onePerLine')} isList max={LINE_MAX} value={amend.enclosures} onChange={(enclosures) => change({ enclosures })} multiline maxRows={5} />
      <DateField label={translate('field.dateAsked')} value={amend.dateAsked} onChange={(dateAsked) => change({ dateAsked })} />
    </Stack>
  );
}

/** What will be printed under the text, and where it is asked for, the password that confirms it. */
function SignatureFields({ task, values, set, asksPassword, error }: PartProps & { readonly task: MyTask; readonly asksPassword: boolean; readonly error: string | undefined }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const session = useSession();
  const ownPost = session?.posts.find(({ id, capacity }) => capacity === 'own' && id !== task.post.id);
  return (
    <Box sx={{ border: 1, borderColor: 'primary.main', borderRadius: 1.5, p: 2 }}>
      <Typography variant="body2" color="text.secondary">{translate('sign.printed')}</Typography>
      <Box sx={{ textAlign: 'center', my: 1 }} lang="th">
        <Typography>({session?.person.name.th})</Typography>
        {task.capacity === 'own' ? null : <Typography>{ownPost?.title.th}</Typography>}
        <Typography>{task.capacity === 'own' ? task.post.title.th : `${task.printedCapacity ?? translate(`capacity.${task.capacity}`)} ${task.post.title.th}`}</Typography>
      </Box>
      {asksPassword ? (
        <TextField label={translate('sign.password')} type="password" required autoComplete="current-password" value={values.password} error={error !== undefined} helperText={error ?? translate('sign.locked', { name: localName(session?.person.name) })} onChange={(event) => set({ password: event.target.value })} />
      ) : (
        <Typography variant="body2" color="text.secondary">{translate('sign.locked', { name: localName(session?.person.name) })}</Typography>
      )}
    </Box>
  );
}
