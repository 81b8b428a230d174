/**
 * Who asks: a person with the posts in force at this moment. Resolved once per request; every rule of `policy.ts` and the
 * SQL of `filter.ts` starts from it.
 */
import type { PostInForce } from '../people/facts';
import { secrecyRank, type Role, type Secrecy } from '../letter/vocabulary';

export type SubjectPost = PostInForce & {
  readonly officeId: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
  readonly isUnitHead: boolean;
  /** Its unit is the office's central registry. */
  readonly isRegistry: boolean;
  /** The post's unit with all units below it, and those it oversees. */
  readonly unitIds: readonly string[];
  /** The post's office with all offices below it: what an inspector inspects. */
  readonly officeIds: readonly string[];
};

export type Subject = {
  readonly personId: string;
  /** The person's own clearance, by written appointment. It never comes with a post acted for. */
  readonly clearance: Secrecy;
  readonly posts: readonly SubjectPost[];
};

/** What a subject's posts come to for reading letters. A system administrator's post counts for nothing here. */
export type ReadScope = {
  readonly personId: string;
  readonly clearanceRank: number;
  /** Posts whose letters are seen because they have a part in them. */
  readonly postIds: readonly string[];
  /** Posts in whose name letters of some kinds may be signed: only the letters that wait for that signature, or got it. */
  readonly delegated: readonly { readonly postId: string; readonly kinds: readonly string[] }[];
  /** Units whose ordinary letters are seen as a whole: registry clerks and heads. */
  readonly unitIds: readonly string[];
  /** Offices whose ordinary letters are seen as a whole: central registry, supervisor, inspector. */
  readonly officeIds: readonly string[];
  /** Offices whose classified letters this registrar keeps. */
  readonly secretOfficeIds: readonly string[];
  /** Offices whose sealed items are seen as envelopes. */
  readonly envelopeOfficeIds: readonly string[];
};

const has = (post: SubjectPost, role: Role): boolean => post.roles.includes(role);
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted();

/** Posts in which the subject may see letters and use a role: all but delegated ones and a system administrator's. */
export const rolePosts = (subject: Subject): readonly SubjectPost[] =>
  subject.posts.filter((post) => post.capacity !== 'delegated' && !has(post, 'system_admin'));

/** Posts in which the subject may do something now: not those of a holder for whom somebody acts, nor an inspector's. */
export const actingPosts = (subject: Subject): readonly SubjectPost[] =>
  subject.posts.filter((post) => post.mayAct && !has(post, 'system_admin') && !has(post, 'inspector'));

/** What the subject may read, as sets of ids. */
export function readScope(subject: Subject): ReadScope {
  const posts = rolePosts(subject);
  const offices = (pick: (post: SubjectPost) => boolean): readonly string[] => posts.filter(pick).map(({ officeId }) => officeId);
  return {
    personId: subject.personId,
    clearanceRank: secrecyRank(subject.clearance),
    postIds: unique(posts.map(({ postId }) => postId)),
    delegated: subject.posts
      .filter((post) => post.capacity === 'delegated' && !has(post, 'system_admin'))
      .map(({ postId, kinds }) => ({ postId, kinds: kinds ?? [] })),
    unitIds: unique(posts.filter((post) => has(post, 'clerk') || has(post, 'head')).flatMap(({ unitIds }) => unitIds)),
    officeIds: unique([
      ...offices((post) => (has(post, 'clerk') && post.isRegistry) || has(post, 'supervisor')),
      ...posts.filter((post) => has(post, 'inspector')).flatMap(({ officeIds }) => officeIds),
    ]),
    secretOfficeIds: unique(offices((post) => has(post, 'secret_registrar'))),
    envelopeOfficeIds: unique(offices((post) => has(post, 'clerk') && post.isRegistry)),
  };
}
