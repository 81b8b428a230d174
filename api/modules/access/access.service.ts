/** Explains the one policy to an office's administrator: what a person may do, and why a letter may or may not be seen. */
import type { z } from 'zod';
import type * as contract from '#domain/contracts/access';
import { abilitiesOf } from '#domain/access/abilities';
import { explainDecision, type Explained, type Reason } from '#domain/access/explain';
import { decide, type Act } from '#domain/access/policy';
import { officeChain } from '#domain/audit/chain';
import { DomainError } from '#domain/errors';
import { withTransaction } from '#db/client';
import { findPersonOffices } from '#db/repositories/access';
import { recordAudit } from '#db/repositories/audit';
import type { AccessTask, LetterAccess } from '#db/repositories/letter-access';
import { findNames, postOf, type Names } from '#db/repositories/names';
import { findReader, type Reader, type ReaderPost } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import type { SignedIn } from '../../plugins/context';
import { openLetter } from '../letters/access';

type Out<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Granted = Out<'grantedPostSchema'>;
type DecisionView = Out<'accessWhySchema'>['decisions'][number];

/** Posts, clearance and abilities of a person of the reader's office. @throws DomainError NOT_FOUND for somebody else's */
export async function readPerson({ pool, now }: ApiDeps, reader: Reader, personId: string): Promise<Out<'accessPersonSchema'>> {
  const at = now().toISOString();
  const { name } = await getPerson({ pool }, reader, personId);
  const person = await findReader(pool, { personId, at });
  if (person === null) return { person: { id: personId, name }, isDisabled: true, clearance: 'none', posts: [], abilities: [] };
  return {
    person: { id: personId, name }, isDisabled: false, clearance: person.clearance, posts: person.posts.map((post) => toGranted(person, post)),
    abilities: abilitiesOf(person).map(({ act, rule, postIds }) => ({ act, rule, postIds: [...postIds] })),
  };
}

/** Acts on a letter as a whole that are explained once it may be seen. */
const LETTER_ACTS = ['letter.reply', 'letter.hold', 'letter.resume', 'letter.cancel', 'letter.recall'] as const satisfies readonly Act[];

/**
 * Why a person may or may not see a letter and act on it. That it was asked is on the office's record.
 * @throws DomainError NOT_FOUND for a letter or a person that the reader may not know
 */
export async function explainLetterAccess(deps: ApiDeps, { reader, session }: SignedIn, { personId, letterId }: Out<'accessWhyQuerySchema'>): Promise<Out<'accessWhySchema'>> {
  const at = deps.now().toISOString();
  const { name, officeId } = await getPerson(deps, reader, personId);
  const { letter, reveal } = await openLetter(deps, { reader, session }, letterId);
  const person = await findReader(deps.pool, { personId, at });
  const subject = person ?? { personId, clearance: 'none' as const, posts: [] };
  const names = await findNames(deps.pool, { posts: letter.tasks.filter(({ isOpen }) => isOpen).flatMap(({ postIds }) => postIds), persons: [], units: [], offices: [] });
  const toView = (act: Act, explained: Explained, task: AccessTask | null): DecisionView => ({
    act, allow: explained.allow, reveal: explained.reveal, rule: explained.rule,
    task: task === null ? null : { kind: task.kind, posts: task.postIds.map((id) => toPostRef(names, id)) },
    reasons: explained.reasons.map((reason) => toReason(reason, { person, letter })),
  });
  const read = explainDecision(subject, 'letter.read', { letter });
  const open = letter.tasks.filter(({ isOpen }) => isOpen);
  const decisions = [
    toView('letter.read', read, null),
    ...(read.allow ? LETTER_ACTS.map((act) => toView(act, explainDecision(subject, act, { letter }), null)) : []),
    ...(read.allow ? open.map((task) => toView('task.act', explainDecision(subject, 'task.act', { letter, task }), task)) : []),
  ];
  const post = reader.posts.find((each) => decide({ ...reader, posts: [each] }, 'access.explain', { officeId }).allow);
  await withTransaction(deps.pool, (tx) =>
    recordAudit(tx, { chain: officeChain(officeId), officeId, kind: 'access.explained', data: { personId, letterId, rule: read.rule }, personId: reader.personId, postId: post?.postId ?? null, at }));
  return { person: { id: personId, name }, letter: { id: letterId, subject: reveal ? letter.subject : null, theirNo: letter.theirNo }, decisions };
}

/** A person with a post, now or before, in an office whose rights the reader may have explained. @throws DomainError NOT_FOUND */
async function getPerson({ pool }: Pick<ApiDeps, 'pool'>, reader: Reader, personId: string): Promise<{ readonly name: { th: string; en: string }; readonly officeId: string }> {
  const found = await findPersonOffices(pool, personId);
  const officeId = found?.officeIds.find((each) => decide(reader, 'access.explain', { officeId: each }).allow);
  if (found === null || officeId === undefined) throw new DomainError('NOT_FOUND', { personId });
  return { name: found.name, officeId };
}

function toReason(reason: Reason, { person, letter }: { readonly person: Reader | null; readonly letter: LetterAccess }): DecisionView['reasons'][number] {
  // The subject's posts are those of the reader that was found: each has its names.
  const post = 'post' in reason ? (reason.post as ReaderPost) : null;
  const parts = post === null ? [] : letter.readers.filter(({ postId }) => postId === post.postId).map(({ why }) => why);
  return {
    kind: reason.kind, post: post === null || person === null ? null : toGranted(person, post), clearance: reason.kind === 'clearance' ? reason.has : null,
    // The words of `letter_reader.why` are those of the contract.
    parts: [...new Set(parts)] as DecisionView['reasons'][number]['parts'],
  };
}

const toGranted = (person: Reader, post: ReaderPost): Granted => ({
  id: post.postId, title: post.title, unit: post.unit, office: post.office, capacity: post.capacity, orderNo: post.orderNo, mayAct: post.mayAct, roles: [...post.roles], until: post.until,
  ownPost: person.posts.find(({ postId }) => postId === post.ownPostId)?.title ?? null,
});

function toPostRef(names: Names, id: string): Omit<ReturnType<typeof postOf>, 'unitRef'> {
  const { unitRef: _unitRef, ...ref } = postOf(names, id);
  return ref;
}
