/**
 * The rows that a driven letter would have left behind had it been committed transition by transition.
 */
import { createHash } from 'node:crypto';
import { chainEvent, letterChain } from '#domain/audit/chain';
import { canonicalJson } from '#domain/canonical-json';
import { URGENCIES, type LetterKind, type Urgency } from '#domain/letter/vocabulary';
import type { DrivenTimer, Transition } from '#domain/route/driver';
import type { Effect, EffectOf, EffectType } from '#domain/route/effects';
import { stateHash } from '#domain/route/hash';
import type { Actor } from '#domain/route/state';
import type { Row } from './insert-rows';

export type Generated = {
  readonly id: string;
  readonly officeId: string;
  readonly routeVersionId: string;
  readonly urgency: Urgency;
  readonly at: string;
  readonly drafter: Actor | null;
  readonly ownerUnitId: string | null;
  readonly direction: 'incoming' | 'outgoing';
  readonly subject: string;
  readonly headTitleTh: string;
  readonly publicCode: string;
  readonly startKey: string;
  readonly transitions: readonly Transition[];
  readonly timers: readonly DrivenTimer[];
  readonly kind?: LetterKind;
  /** Of a letter that has ended: its number in the registry, when it ended, and by when its tasks were to be done. */
  readonly receiveNo?: string;
  readonly endedAt?: string;
  readonly dues?: { readonly [taskId: string]: string | null };
};

const TABLES = ['letter', 'task', 'due_instant', 'transition', 'letter_reader', 'letter_version', 'endorsement', 'audit_event', 'command', 'letter_event', 'assignment'] as const;
export type Rows = { readonly [T in (typeof TABLES)[number]]: readonly Row[] };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function rowsOf(letter: Generated): Rows {
  const tasks = taskRows(letter);
  const audit = auditRows(letter);
  const readers = new Set([...tasks.flatMap(({ post_ids: postIds }) => postIds), ...(letter.drafter === null ? [] : [letter.drafter.postId])]);
  return {
    letter: [letterRow(letter, audit.at(-1)!)],
    task: tasks,
    due_instant: dueRows(letter, tasks),
    transition: letter.transitions.map((transition) => transitionRow(letter, transition)),
    letter_reader: [...readers].map((postId) => ({ letter_id: letter.id, post_id: postId, why: 'task', since: letter.at })),
    letter_version: versionRows(letter),
    endorsement: endorsementRows(letter),
    audit_event: audit,
    command: commandRows(letter),
    letter_event: eventRows(letter),
    assignment: assignmentRows(letter),
  };
}

const actorOf = ({ event }: Transition): Actor | null => ('actor' in event ? event.actor : null);
const eventIdOf = (letter: Generated, { event, eventId }: Transition): string => (event.type === 'start' && letter.drafter === null ? letter.startKey : eventId);

/** Effects of one kind, each with the transition that asked for it. */
function effectsOf<T extends EffectType>(letter: Generated, type: T): readonly (readonly [Transition, EffectOf<T>])[] {
  return letter.transitions.flatMap((transition) =>
    // The filter leaves the effects of this type only.
    transition.effects.filter((effect: Effect) => effect.type === type).map((effect) => [transition, effect as EffectOf<T>] as const),
  );
}

function letterRow(letter: Generated, end: { readonly seq: number; readonly hash: string }): Row {
  const { state } = letter.transitions.at(-1)!;
  const isIncoming = letter.direction === 'incoming';
  return {
    id: letter.id, office_id: letter.officeId, route_version_id: letter.routeVersionId, direction: letter.direction, kind: letter.kind ?? 'external_letter', urgency: letter.urgency,
    secrecy: 'none', channel: isIncoming ? 'exchange' : 'web', subject: letter.subject, from_text: isIncoming ? 'หน่วยงานภายนอก' : '',
    to_text: isIncoming ? letter.headTitleTh : 'หัวหน้าส่วนราชการ', body: isIncoming ? null : 'ข้อความสำหรับทดสอบปริมาณงาน', owner_unit_id: letter.ownerUnitId,
    enclosure_list: [], drafter_person_id: letter.drafter?.personId ?? null, drafter_post_id: letter.drafter?.postId ?? null, correlation_id: letter.id,
    public_code: letter.publicCode, is_generated: true, created_at: letter.at, created_by: letter.drafter?.personId ?? null, seq: state.seq, status: state.status,
    state: JSON.stringify(state), state_hash: stateHash(state), audit_seq: end.seq, audit_hash: end.hash, receive_no: letter.receiveNo ?? null, received_at: letter.receiveNo === undefined ? null : letter.at, outcome: state.outcome, ended_at: letter.endedAt ?? null, text_version: 1 + effectsOf(letter, 'keepVersion').length,
  };
}

type TaskRow = Row & { readonly id: string; readonly post_ids: readonly string[] };

function taskRows(letter: Generated): readonly TaskRow[] {
  const closed = new Map(effectsOf(letter, 'closeTask').map(([transition, effect]) => [effect.taskId, { at: transition.event.at, effect }]));
  const due = new Map(effectsOf(letter, 'setTimer').filter(([, { kind }]) => kind === 'due').map(([, { taskId, timerId }]) => [taskId, timerId]));
  return effectsOf(letter, 'openTask').map(([transition, { task, nodeName, nodeNameEn }]) => {
    const found = transition.outcome.tasks[task.id]!;
    const end = closed.get(task.id);
    return {
      letter_id: letter.id, id: task.id, office_id: letter.officeId, frame_id: task.frame, node_id: task.node, node_name: nodeName, node_name_en: nodeNameEn, kind: task.kind,
      post_ids: found.postIds, person_id: found.personId, via: found.via, passed_over: found.passedOver, rev: task.rev, status: end?.effect.end ?? 'open',
      urgency_rank: URGENCIES.indexOf(letter.urgency), opened_at: task.openedAt, opened_seq: transition.seq,
      due_at: letter.timers.find(({ id }) => id === due.get(task.id))?.at ?? letter.dues?.[task.id] ?? null, closed_at: end?.at ?? null, outcome: end?.effect.outcome ?? null,
      done_by_person_id: end?.effect.actor?.personId ?? null, done_by_post_id: end?.effect.actor?.postId ?? null, done_capacity: end?.effect.actor?.capacity ?? null,
    };
  });
}

function dueRows(letter: Generated, tasks: readonly TaskRow[]): readonly Row[] {
  return effectsOf(letter, 'setTimer').flatMap(([, { timerId, taskId, kind, rule, anchor }]) => {
    const timer = letter.timers.find(({ id }) => id === timerId);
    const isOpen = taskId === null || tasks.some(({ id, status }) => id === taskId && status === 'open');
    if (timer === undefined || !isOpen) return [];
    return [{
      letter_id: letter.id, timer_id: timerId, office_id: letter.officeId, task_id: taskId, kind, rule: JSON.stringify(rule), anchor: JSON.stringify(anchor), nth: timer.nth,
      at: timer.at,
    }];
  });
}

function transitionRow(letter: Generated, transition: Transition): Row {
  const { seq, event, effects, outcome, state } = transition;
  const actor = actorOf(transition);
  const opened = effects.filter((effect) => effect.type === 'openTask').map(({ task, nodeName, nodeNameEn }) => ({
    taskId: task.id, kind: task.kind, name: nodeName, nameEn: nodeNameEn, postIds: outcome.tasks[task.id]?.postIds ?? [], passedOver: [], via: 'rule',
  }));
  const summary = {
    node: null, task: 'taskId' in event ? { id: event.taskId, kind: 'approve' } : null, outcome: 'outcome' in event ? event.outcome : null, numbers: [], opened, units: [],
    deliveries: [], status: null,
  };
  return {
    letter_id: letter.id, seq, event_id: eventIdOf(letter, transition), event_type: event.type, at: event.at, committed_at: event.at, person_id: actor?.personId ?? null,
    post_id: actor?.postId ?? null, capacity: actor?.capacity ?? null, summary: JSON.stringify(summary), outcome: JSON.stringify(outcome), state_hash: stateHash(state),
  };
}

/** Acts as people have asked for them: what has been done is told by its event. */
const commandRows = (letter: Generated): readonly Row[] =>
  letter.transitions.flatMap(({ event, eventId, seq }) => ('actor' in event && event.actor !== null && event.type !== 'start'
    ? [{
        id: eventId, person_id: event.actor.personId, idempotency_key: eventId, body_digest: '', letter_id: letter.id, kind: event.type, event: JSON.stringify(event), event_digest: sha256(canonicalJson(event)),
        content: '{}', status: 'done', seq, created_at: event.at, ended_at: event.at,
      }]
    : []));

/** How a letter that came from another office began. */
const eventRows = (letter: Generated): readonly Row[] =>
  letter.transitions.filter(({ event }) => event.type === 'start' && event.actor === null).map((transition) => ({
    letter_id: letter.id, key: eventIdOf(letter, transition), event: JSON.stringify(transition.event), created_at: transition.event.at, consumed_at: transition.event.at,
  }));

function assignmentRows(letter: Generated): readonly Row[] {
  const closed = new Map(effectsOf(letter, 'closeAssignment').map(([{ event }, { frame, outcome }]) => [frame, { at: event.at, outcome }]));
  return effectsOf(letter, 'openAssignment').map(([{ event }, { frame, unitId, role, action, by }]) => ({
    letter_id: letter.id, frame_id: frame, unit_id: unitId, role, action, by_person_id: by.personId, by_post_id: by.postId, opened_at: event.at, closed_at: closed.get(frame)?.at ?? null, outcome: closed.get(frame)?.outcome ?? null,
  }));
}

const versionRows = (letter: Generated): readonly Row[] =>
  effectsOf(letter, 'keepVersion').map(([{ event }, { why, actor }], index) => ({
    letter_id: letter.id, version: index + 2, why, person_id: actor.personId, post_id: actor.postId, at: event.at,
    content: JSON.stringify({
      subject: letter.subject, toText: 'หัวหน้าส่วนราชการ', body: 'ข้อความสำหรับทดสอบปริมาณงาน', enclosureList: [], references: [], addressees: [], dateAsked: null,
      mainDocumentId: null,
    }),
  }));

const endorsementRows = (letter: Generated): readonly Row[] =>
  effectsOf(letter, 'endorse').map(([{ seq, event }, { action, actor, taskId, node, toUnitIds, toPostId, toPostIds = [] }], index) => ({
    letter_id: letter.id, seq, no: index + 1, task_id: taskId, node_id: node, action, person_id: actor.personId, post_id: actor.postId, capacity: actor.capacity,
    to_unit_ids: toUnitIds, to_post_id: toPostId, to_post_ids: toPostIds, at: event.at,
  }));

function auditRows(letter: Generated): readonly (Row & { readonly seq: number; readonly hash: string })[] {
  let prevHash = '';
  return letter.transitions.map((transition, index) => {
    const actor = actorOf(transition);
    const { hash, ...event } = chainEvent(
      {
        chain: letterChain(letter.id), seq: index + 1, at: transition.event.at, officeId: letter.officeId, personId: actor?.personId ?? null,
        postId: actor?.postId ?? null, kind: `letter.${transition.event.type}`, prevHash,
        data: {
          seq: transition.seq, eventId: eventIdOf(letter, transition), eventDigest: sha256(canonicalJson(transition.event)), contentDigest: sha256('{}'),
          capacity: actor?.capacity ?? null, orderNo: null, task: null, outcome: 'outcome' in transition.event ? transition.event.outcome : null, numbers: [],
          stateHash: stateHash(transition.state),
        },
      },
      sha256,
    );
    prevHash = hash;
    return {
      office_id: event.officeId, chain: event.chain, seq: event.seq, at: event.at, person_id: event.personId, post_id: event.postId, kind: event.kind,
      data: JSON.stringify(event.data), prev_hash: event.prevHash, hash,
    };
  });
}
