import type { RecipientInput, TaskAct, TextPatch } from '#domain/contracts/acts';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import { ADDRESSED_TO_MAX, BODY_MAX, LINE_MAX, SUBJECT_MAX } from '#domain/contracts/limits';
import type { ActionWord } from '#domain/letter/vocabulary';
import type { FactValue } from '#domain/route/model';
import { isUnfinished, UNFINISHED } from '../../../components/form/date-fields';
import { areWordsRight } from '../../../components/form/Words';
import { toLines } from '../../../components/lines';

export type OutcomeHint = MyTask['form']['outcomes'][number];
export type FieldHint = MyTask['form']['fields'][number];

export type AmendValues = {
  readonly subject: string;
  readonly toText: string;
  readonly body: string;
  readonly enclosures: string;
  readonly dateAsked: string | null;
};
/** To whom a letter is directed. */
export type Target = { readonly kind: 'unit' | 'post'; readonly id: string };
/** What stands in the dialog of one act. */
export type ActValues = {
  readonly note: string;
  readonly returnTo: string;
  readonly forwardTo: string | null;
  readonly action: ActionWord | '';
  /** Who acts on it, and who gets it for information. */
  readonly main: Target | null;
  readonly infos: readonly Target[];
  /** To whom what came back is sent again. */
  readonly recipients: readonly RecipientInput[];
  readonly due: string | null;
  readonly facts: { readonly [name: string]: FactValue };
  readonly password: string;
  readonly amend: AmendValues;
};

/** What the dialog must ask for. A drafter has the text and the addressees in the form of the draft, not here. */
export const needsOf = (task: MyTask, outcome: OutcomeHint): OutcomeHint['needs'] =>
  task.form.canEditDraft ? outcome.needs.filter((need) => need !== 'text' && need !== 'recipients') : outcome.needs;

/** A time limit may be given wherever work is handed down, and must be where the step says so. */
export const asksDue = (outcome: OutcomeHint): boolean => outcome.needs.includes('due') || outcome.needs.includes('picks');

/** Facts are asked for where the letter goes on, not where it is sent back, refused or handed to somebody else. */
export const asksFacts = (outcome: OutcomeHint): boolean =>
  outcome.tone !== 'danger' && !outcome.needs.includes('returnTo') && !outcome.needs.includes('forwardTo');

/** What a quick tap has filled in already. */
export type Prefill = Partial<Pick<ActValues, 'note' | 'main' | 'action'>>;

/** Action words of a direction that sends the letter to nobody who must act. */
const WITHOUT_MAIN: readonly string[] = ['noted', 'file', 'circulate'];

export function startValues(letter: LetterPage, task: MyTask, outcome: OutcomeHint, prefill: Prefill = {}): ActValues {
  const { form } = task;
  const proposed = form.units.find(({ isProposed }) => isProposed);
  const action = form.actions.includes('assigned') ? 'assigned' : form.actions[0];
  return {
    note: '',
    returnTo: form.returnTargets[0]?.nodeId ?? '',
    forwardTo: null,
    action: outcome.needs.includes('picks') && action !== undefined ? action : '',
    main: proposed === undefined ? null : { kind: 'unit', id: proposed.id },
    infos: [],
    recipients: returnedTo(letter, task),
    due: form.dueSuggestion !== null && 'at' in form.dueSuggestion ? form.dueSuggestion.at.slice(0, 10) : null,
    facts: Object.fromEntries(form.fields.map(({ name, value }) => [name, value])),
    password: '',
    amend: {
      subject: letter.subject ?? '',
      toText: letter.toText,
      body: letter.body ?? '',
      enclosures: letter.enclosureList.join('\n'),
      dateAsked: letter.dateAsked,
    },
    ...prefill,
  };
}

/** The addressee that sent the letter back: who it goes to again, until another is chosen. */
function returnedTo(letter: LetterPage, task: MyTask): readonly RecipientInput[] {
  const delivery = letter.deliveries.find(({ id }) => id === task.deliveryId);
  if (delivery === undefined) return [];
  return [delivery.office === null ? { name: delivery.name, address: '', role: delivery.role } : { officeCode: delivery.office.code, role: delivery.role }];
}

/** The parts of the text that were changed; none where it stands as it was. */
export function toTextPatch(letter: LetterPage, amend: AmendValues): TextPatch {
  const enclosureList = toLines(amend.enclosures);
  return {
    ...(amend.subject.trim() === (letter.subject ?? '') ? {} : { subject: amend.subject }),
    ...(amend.toText.trim() === letter.toText ? {} : { toText: amend.toText }),
    ...(amend.body === (letter.body ?? '') ? {} : { body: amend.body === '' ? null : amend.body }),
    ...(enclosureList.join('\n') === letter.enclosureList.join('\n') ? {} : { enclosureList }),
    ...(amend.dateAsked === letter.dateAsked ? {} : { dateAsked: amend.dateAsked }),
  };
}

const isGiven = (value: FactValue | undefined): boolean => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** What is still missing before the act can be sent, by the name of its part. */
export function missingParts(task: MyTask, outcome: OutcomeHint, values: ActValues): readonly string[] {
  const needs = needsOf(task, outcome);
  const checks: readonly (readonly [string, boolean])[] = [
    ['note', outcome.isNoteRequired && values.note.trim() === ''],
    ['returnTo', needs.includes('returnTo') && values.returnTo === ''],
    ['forwardTo', needs.includes('forwardTo') && values.forwardTo === null],
    ['picks', needs.includes('picks') && values.main === null && !WITHOUT_MAIN.includes(values.action)],
    ['recipients', needs.includes('recipients') && values.recipients.length === 0],
    ['due', needs.includes('due') && task.form.isDueRequired && values.due === null && task.form.dueSuggestion === null],
    ['due', asksDue(outcome) && isUnfinished(values.due)],
    ['dateAsked', needs.includes('text') && isUnfinished(values.amend.dateAsked)],
    ['password', needs.includes('password') && values.password === ''],
    ['subject', needs.includes('text') && values.amend.subject.trim() === ''],
    ...(asksFacts(outcome) ? task.form.fields.map((field) => [field.name, (field.isRequired && !isGiven(values.facts[field.name])) || (field.type === 'date' && values.facts[field.name] === UNFINISHED)] as const) : []),
  ];
  return checks.filter(([, isMissing]) => isMissing).map(([name]) => name);
}

/** Whether every text is short enough; the fields say so themselves. */
export function doTextsFit(task: MyTask, outcome: OutcomeHint, { note, amend, facts }: ActValues): boolean {
  const typed = asksFacts(outcome) ? task.form.fields.map(({ name }) => facts[name]).filter((value) => typeof value === 'string') : [];
  if (![note, ...typed].every((text) => areWordsRight(text))) return false;
  return (
    !needsOf(task, outcome).includes('text') ||
    (areWordsRight(amend.subject, { max: SUBJECT_MAX }) && areWordsRight(amend.toText, { max: ADDRESSED_TO_MAX }) && areWordsRight(amend.body, { max: BODY_MAX }) && areWordsRight(amend.enclosures, { max: LINE_MAX, isList: true }))
  );
}

/** Posts and units to which the act would hand the letter, for warnings of their absence. */
export function handedTo(task: MyTask, outcome: OutcomeHint, values: ActValues): { readonly posts: readonly string[]; readonly units: readonly string[] } {
  const needs = needsOf(task, outcome);
  const named = (type: FieldHint['type']): readonly string[] =>
    asksFacts(outcome) ? task.form.fields.filter((field) => field.type === type).flatMap(({ name }) => values.facts[name] ?? []).filter((value): value is string => typeof value === 'string' && value !== '') : [];
  const directed = (kind: Target['kind']): readonly string[] => (needs.includes('picks') ? targetsOf(values).filter((each) => each.kind === kind).map(({ id }) => id) : []);
  return {
    posts: [...(needs.includes('forwardTo') && values.forwardTo !== null ? [values.forwardTo] : []), ...directed('post'), ...named('post')],
    units: [...directed('unit'), ...named('unit'), ...named('units')],
  };
}

/** Who acts first, then those for information, each once. */
const targetsOf = ({ main, infos }: Pick<ActValues, 'main' | 'infos'>): readonly Target[] => (main === null ? infos : [main, ...infos.filter(({ id }) => id !== main.id)]);

/** Who acts, and who gets it for information; a letter that is only noted or filed goes to nobody. */
function picksOf(values: ActValues): Pick<TaskAct, 'picks'> {
  const picks = targetsOf(values).map((target) => {
    const role = target === values.main ? ('main' as const) : ('info' as const);
    return target.kind === 'post' ? { postId: target.id, role } : { unitId: target.id, role };
  });
  return picks.length === 0 ? {} : { picks };
}

/** The body of the act from what stands in the dialog. */
export function toTaskAct(letter: LetterPage, task: MyTask, outcome: OutcomeHint, values: ActValues): TaskAct {
  const needs = needsOf(task, outcome);
  const note = values.note.trim();
  const due = values.due !== null ? { at: values.due } : needs.includes('due') ? task.form.dueSuggestion : null;
  const given = Object.entries(values.facts).filter(([name, value]) => {
    const before = task.form.fields.find((field) => field.name === name)?.value ?? null;
    return isGiven(value) || isGiven(before);
  });
  return {
    rev: task.rev,
    outcome: outcome.code,
    ...(note === '' ? {} : { note }),
    ...(needs.includes('returnTo') ? { returnTo: values.returnTo } : {}),
    ...(needs.includes('forwardTo') && values.forwardTo !== null ? { forwardTo: values.forwardTo } : {}),
    ...(values.action === '' ? {} : { action: values.action }),
    ...(needs.includes('picks') ? picksOf(values) : {}),
    ...(asksDue(outcome) && due !== null && !(needs.includes('picks') && values.main === null) ? { due } : {}),
    ...(asksFacts(outcome) && given.length > 0 ? { facts: Object.fromEntries(given.map(([name, value]) => [name, Array.isArray(value) ? [...value] : value])) as NonNullable<TaskAct['facts']> } : {}),
    ...(needs.includes('recipients') ? { recipients: [...values.recipients] } : {}),
    ...(needs.includes('text') ? { text: toTextPatch(letter, values.amend) } : {}),
    ...(needs.includes('signature') ? { signature: values.password === '' ? {} : { password: values.password } } : {}),
  };
}
