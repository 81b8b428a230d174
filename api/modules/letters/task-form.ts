/** What the form of a task offers, read from the settings of its step. */
import type { z } from 'zod';
import type { LocalName } from '#domain/contracts/common';
import type { outcomeHintSchema, TaskForm } from '#domain/contracts/task-form';
import { valueWord } from '#domain/letter/words/value-words';
import { findFact, type FactDefinition } from '#domain/route/facts';
import { OUTCOME_LABELS, outcomeLabel, type KnownOutcome } from '#domain/route/outcome-label';
import type { Facts, NodeOf, NodeType, Route, RouteNode } from '#domain/route/model';
import type { TaskKind } from '#domain/route/state';

type Outcome = z.infer<typeof outcomeHintSchema>;
type Need = Outcome['needs'][number];

export type FormUnit = { readonly id: string; readonly code: string; readonly name: LocalName; readonly head: LocalName | null };
export type FormInput = {
  readonly kind: TaskKind;
  readonly node: RouteNode | null;
  readonly route: Route | null;
  readonly facts: Facts;
  /** Units of the office, for directing. */
  readonly units: readonly FormUnit[];
  readonly isSigned: boolean;
  readonly isIncoming: boolean;
  /** A signature of the reader is confirmed by password. */
  readonly asksPassword: boolean;
  /** For `judge`: what is asked. */
  readonly question: 'reply' | 'returned' | 'overdue' | null;
};

const outcome = (code: KnownOutcome, tone: Outcome['tone'], needs: readonly Need[] = [], isNoteRequired = false): Outcome => ({
  code, label: OUTCOME_LABELS[code], isNoteRequired, needs: [...needs], tone,
});

const EMPTY: TaskForm = {
  outcomes: [], returnTargets: [], actions: [], units: [], fields: [], dueSuggestion: null, isDueRequired: false, canAmend: false, canEditDraft: false, canReply: false,
};

/** The form of a task; an ad-hoc question has no step of its own. */
export function taskForm(input: FormInput): TaskForm {
  const { kind, node, route } = input;
  if (kind === 'adhoc') return { ...EMPTY, outcomes: [outcome('answer', 'primary', [], true)] };
  if (node === null || route === null) return EMPTY;
  const build = FORMS[node.type] as ((node: RouteNode, input: FormInput) => Partial<TaskForm>) | undefined;
  if (build === undefined) return EMPTY;
  const canReply = input.isIncoming && node.type === 'work' && node.answeredOutcome !== undefined;
  return { ...EMPTY, ...build(node, input), returnTargets: returnTargets(route, node), canReply };
}

/** By type of step; steps at which nobody acts have none. */
const FORMS: { readonly [T in NodeType]?: (node: NodeOf<T>, input: FormInput) => Partial<TaskForm> } = {
  approve: (node, input) => ({
    outcomes: [
      outcome('approve', 'primary', node.signature === true ? signatureNeeds(input) : [], isNoted(node, 'approve')),
      ...(node.canAmend === true && !input.isSigned ? [outcome('amend', 'neutral', ['text'], isNoted(node, 'amend'))] : []),
      ...(node.canForward === true ? [outcome('forward', 'neutral', ['forwardTo'], isNoted(node, 'forward'))] : []),
      ...(node.returnTo.length > 0 && !input.isSigned ? [outcome('return', 'danger', ['returnTo'], isNoted(node, 'return'))] : []),
      ...(node.canReject === true ? [{ ...outcome('reject', 'danger', [], isNoted(node, 'reject')), label: outcomeLabel(node, 'reject', input.route) }] : []),
    ],
    actions: node.action === undefined ? [] : [node.action],
    fields: fieldsOf(node.fields, input).filter(isOutsideText),
    // Amending is one act with its text: saved apart from it, the text would change without a version of its own.
    canAmend: node.canAmend === true && !input.isSigned,
  }),
  sign: (node, input) => ({
    outcomes: [
      outcome('sign', 'primary', signatureNeeds(input), isNoted(node, 'sign')),
      ...(node.returnTo.length > 0 && !input.isSigned ? [outcome('return', 'danger', ['returnTo'], isNoted(node, 'return'))] : []),
      ...(node.canReject === true ? [outcome('reject', 'danger', [], isNoted(node, 'reject'))] : []),
    ],
  }),
  draft: (node, input) => ({
    outcomes: [outcome('submit', 'primary', ['recipients'])],
    fields: fieldsOf(node.fields, input).filter(isOutsideText),
    canEditDraft: !input.isSigned,
  }),
  assign: (node, input) => ({
    outcomes: [
      outcome('assign', 'primary', node.requireDue === true ? ['picks', 'due'] : ['picks']),
      ...(node.returnTo !== undefined && node.returnTo.length > 0 ? [outcome('return', 'danger', ['returnTo'])] : []),
    ],
    actions: [...node.actions],
    units: input.units.map((unit) => ({ ...unit, isProposed: node.proposalFact !== undefined && input.facts[node.proposalFact] === unit.id })),
    dueSuggestion: dueSuggestion(input.facts),
    isDueRequired: node.requireDue === true,
  }),
  work: (node, input) => ({
    outcomes: [
      ...node.outcomes.map((each, index): Outcome => ({
        code: each.code, label: outcomeLabel(node, each.code, input.route), isNoteRequired: each.noteRequired === true, needs: [], tone: index === 0 ? 'primary' : 'neutral',
      })),
      ...(node.returnTo !== undefined && node.returnTo.length > 0 ? [outcome('return', 'danger', ['returnTo'])] : []),
    ],
    fields: fieldsOf(node.fields, input),
  }),
  acknowledge: () => ({ outcomes: [outcome('acknowledge', 'primary')] }),
  wait: (node, { route }) => ({ outcomes: [{ ...outcome('happened', 'primary'), label: outcomeLabel(node, 'happened', route) }] }),
  followUp: (_node, { question, facts }) => ({ outcomes: JUDGEMENTS[question ?? 'overdue'], dueSuggestion: dueSuggestion(facts) }),
};

const JUDGEMENTS: { readonly [Q in 'reply' | 'returned' | 'overdue']: Outcome[] } = {
  reply: [outcome('full', 'primary'), outcome('partial', 'neutral'), outcome('moreTime', 'neutral', ['due'])],
  returned: [outcome('resend', 'primary', ['recipients']), outcome('accept', 'neutral')],
  overdue: [outcome('moreTime', 'primary', ['due']), outcome('close', 'danger')],
};

const signatureNeeds = ({ asksPassword }: FormInput): readonly Need[] => (asksPassword ? ['signature', 'password'] : ['signature']);

/** The date asked for is part of the text itself and is asked for there. */
const isOutsideText = ({ name }: TaskForm['fields'][number]): boolean => name !== 'dateAsked';

const isNoted = (node: { readonly noteRequiredFor?: readonly string[] }, code: string): boolean => node.noteRequiredFor?.includes(code) === true;

/** Steps to which it may be sent back, in the order of the settings. */
function returnTargets(route: Route, node: RouteNode): TaskForm['returnTargets'] {
  const ids = 'returnTo' in node ? (node.returnTo ?? []) : [];
  return ids.flatMap((id) => {
    const target = route.nodes.find((each) => each.id === id);
    return target === undefined ? [] : [{ nodeId: id, name: { th: target.name, en: target.nameEn ?? target.name } }];
  });
}

const FIELD_TYPES: { readonly [T in FactDefinition['type']]: TaskForm['fields'][number]['type'] } = {
  choice: 'choice', text: 'text', number: 'number', yesNo: 'boolean', date: 'date', unit: 'unit', post: 'post', office: 'office', person: 'person', units: 'units',
};

function fieldsOf(names: readonly string[] | undefined, { facts }: FormInput): TaskForm['fields'] {
  return (names ?? []).flatMap((name) => {
    const fact = findFact(name);
    if (fact === null || !fact.isSettable) return [];
    const value = facts[name] ?? null;
    return [{
      name,
      label: { th: fact.th, en: fact.en },
      type: FIELD_TYPES[fact.type],
      options: (fact.values ?? []).map((each) => ({ value: each, label: valueWord(name, each) })),
      value: typeof value === 'object' && value !== null ? [...value] : value,
      isRequired: false,
    }];
  });
}

/** The date that the sender asks for, else three working days. */
function dueSuggestion(facts: Facts): TaskForm['dueSuggestion'] {
  const asked = facts['dateAsked'];
  return typeof asked === 'string' ? { at: asked.slice(0, 10) } : { unit: 'workingDays', amount: 3 };
}
