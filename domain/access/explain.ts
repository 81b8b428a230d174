/**
 * Why the policy decides as it does. Nothing is decided here: the policy is asked again with one thing changed (one post alone,
 * more clearance, the holder present), and what changes its answer is a reason.
 */
import type { Secrecy } from '../letter/vocabulary';
import { decide, type Act, type Decision, type ObjectOf } from './policy';
import type { Subject, SubjectPost } from './subject';

/** A fact on which a decision rests. */
export type Reason =
  /** It is allowed because of this post (and the order that gives it). */
  | { readonly kind: 'post'; readonly post: SubjectPost }
  /** It is allowed by the person alone, whatever the post: a task given in person, what is one's own. */
  | { readonly kind: 'person' }
  /** With enough clearance it would be allowed. */
  | { readonly kind: 'clearance'; readonly has: Secrecy }
  /** It would be allowed if nobody acted for this post at present. */
  | { readonly kind: 'actedFor'; readonly post: SubjectPost }
  /** It would be allowed in a post whose signing was delegated, were it the person's own. */
  | { readonly kind: 'delegatedOnly'; readonly post: SubjectPost }
  /** The person has no post in force. */
  | { readonly kind: 'noPost' };

export type Explained = Decision & { readonly reasons: readonly Reason[] };

/** The policy's decision with the facts that make it so. */
export function explainDecision<A extends Act>(subject: Subject, act: A, object: ObjectOf[A]): Explained {
  const decision = decide(subject, act, object);
  return { ...decision, reasons: decision.allow ? reasonsFor(subject, act, object, decision) : reasonsAgainst(subject, act, object) };
}

function reasonsFor<A extends Act>(subject: Subject, act: A, object: ObjectOf[A], decision: Decision): readonly Reason[] {
  const alone = (posts: readonly SubjectPost[]): Decision => decide({ ...subject, posts }, act, object);
  const none = alone([]);
  if (none.allow && none.rule === decision.rule) return [{ kind: 'person' }];
  return subject.posts.filter((post) => { const { allow, rule } = alone([post]); return allow && rule === decision.rule; }).map((post) => ({ kind: 'post', post }));
}

function reasonsAgainst<A extends Act>(subject: Subject, act: A, object: ObjectOf[A]): readonly Reason[] {
  if (subject.posts.length === 0) return [{ kind: 'noPost' }];
  const wouldAllow = (change: Partial<Subject>): boolean => decide({ ...subject, ...change }, act, object).allow;
  const reasons: Reason[] = [];
  if (wouldAllow({ clearance: 'top_secret' })) reasons.push({ kind: 'clearance', has: subject.clearance });
  for (const post of subject.posts) {
    if (!post.mayAct && wouldAllow({ posts: [{ ...post, mayAct: true }] })) reasons.push({ kind: 'actedFor', post });
    if (post.capacity === 'delegated' && wouldAllow({ posts: [{ ...post, capacity: 'own', kinds: null }] })) reasons.push({ kind: 'delegatedOnly', post });
  }
  return reasons;
}
