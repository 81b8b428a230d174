import type { SarabanDataProvider } from '../../providers/data/data-provider';

export const SUPERVISE_ACTS = ['remind', 'reassign', 'release', 'extend', 'hold', 'resume', 'takeBack', 'recall'] as const;
export type SuperviseAct = (typeof SUPERVISE_ACTS)[number];

/** A task or a delivery on which a supervisor acts. */
export type SupervisedTask = {
  readonly letterId: string;
  readonly taskId: string;
  readonly rev: number;
  readonly title: string;
  readonly postIds: readonly string[];
  readonly dueAt?: string | null;
  /** The letter's, for acts on it as a whole. */
  readonly seq?: number;
  readonly token?: string | null;
  readonly deliveryId?: string;
  /** Whether the letter is known to be of no class, so that what is typed about it may be kept on this computer. */
  readonly isOpen?: boolean;
};
export type ActInput = { readonly reason: string; readonly postId: string; readonly dueDay: string };
type Answer = { readonly status: 'done'; readonly commandId: string; readonly seq: number } | { readonly status: 'pending'; readonly commandId: string };
type Send = (api: SarabanDataProvider, target: SupervisedTask, input: ActInput, key: string) => Promise<Answer>;

const onTask = ({ letterId, taskId }: SupervisedTask) => ({ letterId, taskId });
const onLetter = (type: 'hold' | 'resume'): Send => (api, { letterId, seq = 0 }, { reason }, key) =>
  api.actOnLetter({ params: { letterId }, body: { type, seq, reason }, key });

type ActSpec = {
  readonly field: 'post' | 'due' | null;
  /** One for each letter rather than for each of its tasks. */
  readonly isOnLetter: boolean;
  readonly send: Send;
};
/** Every act goes through the letter's own workflow, by the endpoint that the letter page uses too. */
export const ACTS: { readonly [A in SuperviseAct]: ActSpec } = {
  remind: { field: null, isOnLetter: false, send: (api, target, { reason }, key) => api.remind({ params: onTask(target), body: { rev: target.rev, reason }, key }) },
  reassign: { field: 'post', isOnLetter: false, send: (api, target, { reason, postId }, key) => api.reassign({ params: onTask(target), body: { rev: target.rev, reason, postId }, key }) },
  release: { field: null, isOnLetter: false, send: (api, target, { reason }, key) => api.release({ params: onTask(target), body: { rev: target.rev, reason }, key }) },
  extend: { field: 'due', isOnLetter: false, send: (api, target, { reason, dueDay }, key) => api.extend({ params: onTask(target), body: { rev: target.rev, reason, due: { at: dueDay } }, key }) },
  hold: { field: null, isOnLetter: true, send: onLetter('hold') },
  resume: { field: null, isOnLetter: true, send: onLetter('resume') },
  takeBack: {
    field: null, isOnLetter: false,
    send: (api, { letterId, seq = 0, token }, { reason }, key) => api.actOnLetter({ params: { letterId }, body: { type: 'takeBack', seq, token: token ?? '', reason }, key }),
  },
  recall: {
    field: null, isOnLetter: false,
    send: (api, { letterId, seq = 0, deliveryId = '' }, { reason }, key) => api.actOnLetter({ params: { letterId }, body: { type: 'recall', seq, deliveryId, reason }, key }),
  },
};

/** The targets of an act: each letter once where it is on the letter. */
export function targetsOf(act: SuperviseAct, chosen: readonly SupervisedTask[]): readonly SupervisedTask[] {
  return ACTS[act].isOnLetter ? [...new Map(chosen.map((each) => [each.letterId, each])).values()] : chosen;
}
