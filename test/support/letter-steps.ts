/** Steps of a letter's life as people take them over HTTP, for tests that need a letter somewhere on its way. */
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import type { Session } from '#domain/contracts/session';
import type { InboxItem } from '#domain/contracts/tasks';
import type { Answer, Person } from './test-app';

export type InboxAnswer = { readonly items: readonly InboxItem[]; readonly total: number; readonly nextCursor: string | null; readonly counts: { readonly all: number; readonly unread: number } };
export type Done = { readonly status: string; readonly commandId: string; readonly letterId: string; readonly seq: number; readonly numbers: readonly { readonly printed: string }[] };

export const ownPost = async (person: Person): Promise<Session['posts'][number]> => {
  const post = (await person.get<Session>('/session')).body.posts.find(({ capacity }) => capacity === 'own');
  if (post === undefined) throw new Error(`${person.login} holds no post`);
  return post;
};

/** Body of an intake at the counter. */
export const intakeBody = async (clerk: Person, change: object = {}): Promise<object> => ({
  type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject: 'ขอความอนุเคราะห์ข้อมูล', fromText: 'เทศบาลเมืองลพบุรี',
  toText: 'ผู้ว่าราชการจังหวัดลพบุรี', theirNo: 'ลบ ๕๒๐๐๑/๑๒๓', theirDate: '2026-11-19', postId: (await ownPost(clerk)).id, ...change,
});

/** Registers a letter at the counter; answers its id. */
export async function takeIn(clerk: Person, change: object = {}): Promise<string> {
  return ok(await clerk.post<Done>('/letters', await intakeBody(clerk, change))).letterId;
}

/** Starts a draft; answers its id. */
export async function compose(officer: Person, change: object = {}): Promise<string> {
  const body = {
    type: 'outgoing', kind: 'external_letter', urgency: 'urgent', subject: 'ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์', body: 'ด้วยสำนักงานปลัดกระทรวงมหาดไทย',
    recipients: [{ officeCode: 'lopburi', role: 'lead' }], postId: (await ownPost(officer)).id, ...change,
  };
  return ok(await officer.post<Done>('/letters', body)).letterId;
}

export const page = async (person: Person, letterId: string): Promise<LetterPage> => ok(await person.get<LetterPage>(`/letters/${letterId}`));

/** The person's only task on a letter. */
export async function taskOn(person: Person, letterId: string): Promise<MyTask> {
  const task = (await page(person, letterId)).myTasks[0];
  if (task === undefined) throw new Error(`${person.login} has no task on the letter`);
  return task;
}

/** Acts on the person's task, as its page shows it. */
export async function act<T = Done>(person: Person, letterId: string, body: object, headers: Record<string, string> = {}): Promise<Answer<T>> {
  const task = await taskOn(person, letterId);
  return person.post<T>(`/letters/${letterId}/tasks/${task.taskId}/acts`, { rev: task.rev, ...body }, headers);
}

/** The body of an answer that must be 200. */
export function ok<T>(answer: Answer<T>): T {
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
