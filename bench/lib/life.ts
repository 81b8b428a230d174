/**
 * The life that is measured, the one that workflow products are compared by: number, classification, three approvals in
 * sequence, a review by two of three, dispatch to an outside address, and a follow-up that a reply ends.
 */
import { randomUUID } from 'node:crypto';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import type { Route } from '#domain/route/model';
import type { Client } from './client';

export const LIFE_ROUTE_CODE = 'measured-life';

const post = (postCode: string) => ({ by: 'post', postCode }) as const;

/** Published for the Office of the Permanent Secretary by the benchmark, next to the office's own routes. */
export const LIFE_ROUTE: Route = {
  schemaVersion: 1,
  name: 'เส้นทางสำหรับวัดความเร็ว',
  nameEn: 'Measured life',
  nodes: [
    { id: 'start', type: 'start', name: 'เริ่ม', kinds: ['other_record'], directions: ['outgoing'] },
    { id: 'draft', type: 'draft', name: 'ร่าง', assignee: { by: 'drafter' }, template: 'internal_memo' },
    { id: 'number', type: 'register', name: 'ออกเลข', book: 'send', owner: 'office' },
    {
      id: 'classify', type: 'classify', name: 'จำแนก',
      table: {
        hitPolicy: 'first', inputs: ['urgency', 'kind'], outputs: ['category'],
        rules: [
          { id: 'urgent', when: [{ operator: 'in', value: ['urgent', 'very_urgent', 'most_urgent'] }, null], then: ['urgent'] },
          { id: 'memo', when: [null, { operator: '=', value: 'internal_memo' }], then: ['memo'] },
          { id: 'otherwise', when: [null, null], then: ['ordinary'] },
        ],
      },
    },
    {
      id: 'chain', type: 'approve', name: 'เห็นชอบตามลำดับ', mode: 'sequence', returnTo: ['draft'],
      assignees: [post('ict-systems-head'), post('ict-director'), post('deputy-ps-2')],
    },
    {
      id: 'review', type: 'approve', name: 'ทบทวนสองในสาม', mode: 'quorum', quorum: 2, returnTo: ['draft'],
      assignees: [post('law-director'), post('policy-director'), post('finance-director')],
    },
    { id: 'dispatch', type: 'dispatch', name: 'ส่ง', recipients: 'addressees' },
    { id: 'follow-up', type: 'followUp', name: 'ติดตามคำตอบ', expect: 'reply', judge: { by: 'drafter' } },
    { id: 'end', type: 'end', name: 'ปิดเรื่อง', outcome: 'closed' },
  ],
  edges: [
    ['start', 'next', 'draft'], ['draft', 'next', 'number'], ['number', 'next', 'classify'], ['classify', 'next', 'chain'], ['chain', 'approve', 'review'],
    ['review', 'approve', 'dispatch'], ['dispatch', 'next', 'follow-up'], ['follow-up', 'next', 'end'],
  ].map(([from = '', outcome = '', to = ''], index) => ({ id: `e${index}`, from, outcome, to })),
};

/** People of the life by the post in which they act. */
export type Cast = {
  readonly drafter: Client;
  readonly registrar: Client;
  readonly approvers: readonly [Client, Client, Client];
  readonly reviewers: readonly [Client, Client];
};
/** Login names of {@link Cast}, of the demonstration's accounts. */
export const CAST = {
  drafter: 'ops.ict.officer',
  registrar: 'ops.registry.clerk',
  approvers: ['ops.ict.section-head', 'ops.ict.director', 'ops.deputy-ps-2'],
  reviewers: ['ops.law.director', 'ops.policy.director'],
} as const;

export type LifeContext = { readonly routeVersionId: string; readonly drafterPostId: string; readonly registrarPostId: string };
/** Told of every measured request: `start`, or `act` for each act on a task. */
export type Watch = (kind: 'start' | 'act', ms: number) => void;

/** Runs one life to its end. Throws UnexpectedAnswer at the first refusal. */
export async function runLife(cast: Cast, context: LifeContext, watch: Watch): Promise<string> {
  const letterId = await beginLife(cast, context, watch);
  const [first, second, third] = cast.approvers;
  for (const approver of [first, second, third]) await act(approver, letterId, 'approve', watch);
  for (const reviewer of cast.reviewers) await act(reviewer, letterId, 'approve', watch);
  await reply(cast.registrar, { letterId, postId: context.registrarPostId });
  await act(cast.drafter, letterId, 'full', watch);
  return letterId;
}

/** Starts a letter and submits its draft: it has its number and class, and waits for the first approval. */
export async function beginLife(cast: Pick<Cast, 'drafter'>, context: Pick<LifeContext, 'routeVersionId' | 'drafterPostId'>, watch: Watch): Promise<string> {
  const begin = performance.now();
  const { letterId } = await cast.drafter.post<{ letterId: string }>('/letters', {
    type: 'outgoing', kind: 'other_record', urgency: 'urgent', subject: `วัดความเร็ว ${randomUUID().slice(0, 8)}`, toText: 'หน่วยงานภายนอก',
    body: 'ข้อความสำหรับวัดความเร็ว', postId: context.drafterPostId, recipients: [{ name: 'หน่วยงานภายนอก', address: 'กรุงเทพมหานคร', role: 'lead' }],
    route: { routeVersionId: context.routeVersionId, reason: 'วัดความเร็ว' },
  });
  watch('start', performance.now() - begin);
  await act(cast.drafter, letterId, 'submit', watch);
  return letterId;
}

/** The person's open task on the letter; waits for it, since what another letter's act causes comes a moment later. */
export async function findTask(person: Client, letterId: string): Promise<MyTask> {
  for (let tries = 0; tries < 600; tries += 1) {
    const page = await person.get<LetterPage>(`/letters/${letterId}`);
    const task = page.myTasks.find((each) => each.can.includes('act') && !each.isWaiting);
    if (task !== undefined) return task;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${person.login} has no task on letter ${letterId}`);
}

/** Acts on the person's open task; only the act itself is timed. */
export async function act(person: Client, letterId: string, outcome: string, watch: Watch): Promise<void> {
  const task = await findTask(person, letterId);
  const begin = performance.now();
  await person.post(`/letters/${letterId}/tasks/${task.taskId}/acts`, { rev: task.rev, outcome });
  watch('act', performance.now() - begin);
}

async function reply(registrar: Client, { letterId, postId }: { readonly letterId: string; readonly postId: string }): Promise<void> {
  await registrar.post('/letters', {
    type: 'incoming', kind: 'external_letter', channel: 'post', urgency: 'normal', subject: 'ตอบเรื่องวัดความเร็ว', fromText: 'หน่วยงานภายนอก',
    toText: 'ปลัดกระทรวงมหาดไทย', theirNo: 'ภน 1/2569', postId, answersLetterId: letterId,
  });
}
