/**
 * Hands over the work of somebody who leaves or moves. What belongs to the post stays with it; what is bound to the person goes
 * back to the post through each letter's own workflow, with the rights of whoever hands over and a verdict per item.
 */
import type { z } from 'zod';
import type * as contract from '#domain/contracts/hand-over';
import { decide } from '#domain/access/policy';
import { officeChain } from '#domain/audit/chain';
import { DomainError, isDomainError } from '#domain/errors';
import { findPersonOffices } from '#db/repositories/access';
import { setDisabled } from '#db/repositories/accounts';
import { createAppointment, endAppointment, type RecordedBy } from '#db/repositories/appointments';
import { recordAudit } from '#db/repositories/audit';
import { listBoundTasks, listHeldPosts, type BoundTask, type HeldPost } from '#db/repositories/hand-over';
import { findReader, type Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import { reassignTask, releaseTask, type ActDeps } from '../letters/acts.service';
import { changePeople } from '../people/change-people';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Body = In<'handOverSchema'>;
type Verdict = In<'handedOverSchema'>['items'][number];
type Asked = { readonly reader: Reader; readonly personId: string };

/** What the person holds in the reader's offices. @throws DomainError NOT_FOUND for somebody of another office, FORBIDDEN */
export async function readHoldings(deps: ActDeps, { reader, personId }: Asked): Promise<In<'handOverViewSchema'>> {
  const at = deps.now().toISOString();
  const { name, officeIds } = await getLeaver(deps, { reader, personId });
  const held = await listHeldPosts(deps.pool, { personId, at });
  const bound = await listBoundTasks(deps.pool, { personId, reader, officeIds });
  const mine = held.filter(({ post }) => officeIds.includes(post.officeId));
  return {
    person: { id: personId, name }, isDisabled: (await findReader(deps.pool, { personId, at })) === null, canDisable: mine.length === held.length && personId !== reader.personId,
    appointments: mine.map(({ unitId: _unitId, ...rest }) => rest),
    claims: bound.filter(({ isKnown }) => isKnown).map(({ letterId, taskId, kind, no, subject }) => ({ letterId, taskId, kind, no, subject })),
    otherClaims: bound.filter(({ isKnown }) => !isKnown).length,
  };
}

/**
 * Ends the appointments and makes the successors' in one transaction, closes the account where wished, then gives each bound task
 * back to its post. Done again, it goes on with what is left.
 * @throws DomainError as {@link readHoldings}, and PERSON_UNKNOWN, APPOINTMENT_OVERLAPS, CLEARANCE_TOO_LOW, OWN_ACCOUNT: then nothing is changed
 */
export async function handOver(deps: ActDeps, { reader, personId, body, address }: Asked & { readonly body: Body; readonly address: string }): Promise<In<'handedOverSchema'>> {
  const at = deps.now().toISOString();
  const { officeIds } = await getLeaver(deps, { reader, personId });
  await changePeople(deps, async (tx) => {
    const held = await listHeldPosts(tx, { personId, at });
    for (const wanted of body.posts) await endOne(tx, { reader, personId, at, held, wanted, reason: body.reason });
    const officeId = held.find(({ post }) => officeIds.includes(post.officeId))?.post.officeId ?? officeIds[0]!;
    const by = recordedBy(reader, officeId, at);
    const ending = new Set(body.posts.map(({ appointmentId }) => appointmentId));
    if (body.disable) {
      if (held.some(({ id, post }) => !officeIds.includes(post.officeId) && !ending.has(id))) throw new DomainError('FORBIDDEN');
      await setDisabled(tx, { officeId, id: personId, isDisabled: true, by });
    }
    await recordAudit(tx, { chain: officeChain(officeId), officeId, kind: 'handOver.done', data: { personId, count: body.posts.length }, personId: by.personId, postId: by.postId, at });
  });
  const bound = (await listBoundTasks(deps.pool, { personId, reader, officeIds })).filter(({ isKnown }) => isKnown);
  const items: Verdict[] = [];
  // One after the other: two tasks may be of one letter.
  for (const task of bound) items.push(await giveBack(deps, { reader, task, reason: body.reason, address }));
  return { items, left: await readHoldings(deps, { reader, personId }) };
}

type One = { readonly reader: Reader; readonly personId: string; readonly at: string; readonly held: readonly HeldPost[]; readonly wanted: Body['posts'][number]; readonly reason: string };

async function endOne(tx: Tx, { reader, personId, at, held, wanted, reason }: One): Promise<void> {
  const found = held.find(({ id }) => id === wanted.appointmentId);
  if (found === undefined) throw new DomainError('NOT_FOUND', { appointmentId: wanted.appointmentId });
  const { post, unitId, capacity } = found;
  if (!decide(reader, 'people.handOver', { officeId: post.officeId, unitId, personId, postId: post.id }).allow) throw new DomainError('NOT_FOUND', { appointmentId: wanted.appointmentId });
  const by = recordedBy(reader, post.officeId, at);
  await endAppointment(tx, { id: found.id, endAt: at, by });
  if (wanted.successorId === null || capacity !== 'own') return;
  if (wanted.successorId === personId) throw new DomainError('VALIDATION_FAILED', { field: 'successorId' });
  const appointment = { personId: wanted.successorId, postId: post.id, capacity: 'own', ownPostId: null, orderNo: wanted.orderNo, from: at, to: null } as const;
  await createAppointment(tx, { appointment, reason, by });
}

async function giveBack(deps: ActDeps, { reader, task, reason, address }: { readonly reader: Reader; readonly task: BoundTask; readonly reason: string; readonly address: string }): Promise<Verdict> {
  const { letterId, taskId, rev, postIds } = task;
  const postId = postIds[0];
  if (postId === undefined) return { letterId, taskId, verdict: 'refused', code: 'POST_UNKNOWN' };
  try {
    // The same key for the same task as it stands: what was in doubt is not done twice.
    const asked = { reader, letterId, taskId, address, idempotencyKey: `hand-over/${letterId}/${taskId}/${rev}` };
    // What was taken from a group goes back to all of it.
    const answer = postIds.length > 1 ? await releaseTask(deps, { ...asked, body: { rev, reason } }) : await reassignTask(deps, { ...asked, body: { rev, postId, reason } });
    return { letterId, taskId, verdict: 'pending' in answer ? 'pending' : 'done', code: null };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { letterId, taskId, verdict: 'refused', code: error.code };
  }
}

function recordedBy(reader: Reader, officeId: string, at: string): RecordedBy {
  const object = { officeId, unitId: '', personId: null, postId: null };
  const post = reader.posts.find((each) => decide({ ...reader, posts: [each] }, 'people.handOver', object).allow);
  return { personId: reader.personId, postId: post?.postId ?? null, at };
}

/** Somebody with a post, now or before, in an office whose people the reader hands over. @throws DomainError NOT_FOUND */
async function getLeaver({ pool }: Pick<ActDeps, 'pool'>, { reader, personId }: Asked): Promise<{ readonly name: { th: string; en: string }; readonly officeIds: readonly string[] }> {
  const found = await findPersonOffices(pool, personId);
  const officeIds = (found?.officeIds ?? []).filter((officeId) => decide(reader, 'people.handOver', { officeId, unitId: '', personId, postId: null }).allow);
  if (found === null || officeIds.length === 0) throw new DomainError('NOT_FOUND', { personId });
  return { name: found.name, officeIds };
}
