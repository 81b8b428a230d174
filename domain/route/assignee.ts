/** Who a rule means: posts of the office at this moment, with what holds where it means nobody. */
import { secrecyRank, type Secrecy } from '#domain/letter/vocabulary';
import { indexOf, type Directory, type DirectoryPost } from './directory';
import type { AssigneeContext, Exclusion, Outcome } from './effects';
import type { AssigneeRule, UnitRef } from './model';
import type { Actor } from './state';

/** Posts that get the task, the person where the rule names one, how they were found, and the posts passed over. */
export type ResolvedAssignee = Outcome['tasks'][string];

/** Longest line of superiors that is followed; a circle in the data must not hang a commit. */
const MAX_LINE = 30;

/**
 * Resolve a rule. An excluded post (the drafter's, or one that only excluded persons hold) is passed over to the next
 * superior; vacant posts and, for a classified letter, posts without clearance are dropped. Nobody left: the fallback
 * post; for a classified letter the secret registrar, then the parent office's. `postIds` is empty only in an office that
 * has not even those.
 */
export function resolveAssignee(rule: AssigneeRule, directory: Directory, context: AssigneeContext, exclude: Exclusion): ResolvedAssignee {
  const { posts, personId } = candidates(rule, directory, context);
  const passedOver: string[] = [];
  const kept = unique(posts.map((post) => passOver(post, directory, exclude, passedOver))).filter((post) => canHave(post, context, personId));
  if (kept.length > 0) {
    const named = personId !== null && kept.some((post) => post.holders.includes(personId)) ? personId : null;
    return { postIds: kept.map((post) => post.id), personId: named, via: 'rule', passedOver };
  }
  return { ...lastResort(directory, context, exclude), personId: null, passedOver };
}

/** Whether only the letter's class keeps the rule from meaning somebody: there are such posts, and none of them is cleared. */
export function lacksClearance(rule: AssigneeRule, directory: Directory, context: AssigneeContext, exclude: Exclusion): boolean {
  if (resolveAssignee(rule, directory, context, exclude).via === 'rule') return false;
  return resolveAssignee(rule, directory, { ...context, secrecy: 'none' }, exclude).via === 'rule';
}

/** Whether this person may have a task of this class in one of these posts. */
export function isHolderCleared(directory: Directory, { postIds, personId, secrecy }: { readonly postIds: readonly string[]; readonly personId: string; readonly secrecy: Secrecy }): boolean {
  const { posts } = indexOf(directory);
  return postIds.some((id) => secrecyRank(posts.get(id)?.clearances[personId] ?? 'none') >= secrecyRank(secrecy));
}

/** Whether a rule means anybody today, before any last resort; for the verifier. */
export function meansAnybody(rule: AssigneeRule, directory: Directory, context: AssigneeContext): boolean {
  return candidates(rule, directory, context).posts.some((post) => canHave(post, context));
}

type Candidates = { readonly posts: readonly DirectoryPost[]; readonly personId: string | null };
type RuleBy<B extends AssigneeRule['by']> = Extract<AssigneeRule, { by: B }>;

const nobody: Candidates = { posts: [], personId: null };
const found = (...posts: readonly (DirectoryPost | null | undefined)[]): Candidates => ({
  posts: posts.filter((post) => post !== null && post !== undefined),
  personId: null,
});

const CANDIDATES: { readonly [B in AssigneeRule['by']]: (rule: RuleBy<B>, directory: Directory, context: AssigneeContext) => Candidates } = {
  post: (rule, directory) => found(indexOf(directory).postsByCode.get(rule.postCode)),
  unitHead: (rule, directory, context) => found(headOf(unitIdOf(rule.unit, directory, context), directory)),
  superior: (rule, directory, context) => found(superiorOfActor(rule.of === 'drafter' ? context.drafter : context.lastActor, directory)),
  oversees: (rule, directory, context) => found(overseer(unitIdOf(rule.unit, directory, context), directory)),
  role: (rule, directory, context) => {
    const unitId = rule.unit === undefined ? undefined : unitIdOf(rule.unit, directory, context);
    return found(...directory.posts.filter((post) => post.roles.includes(rule.role) && (unitId === undefined || post.unitId === unitId)));
  },
  group: (rule, directory) => found(...rule.postCodes.map((code) => indexOf(directory).postsByCode.get(code))),
  field: (rule, directory, context) => namedIn(context.facts[rule.fact], directory),
  // The post and not the person: whoever acts for it in the drafter's absence finds the task.
  drafter: (_rule, directory, context) => found(context.drafter ? indexOf(directory).posts.get(context.drafter.postId) : null),
  given: (rule, directory) => found(...rule.postIds.map((id) => indexOf(directory).posts.get(id))),
  superiorOf: (rule, directory) => found(...rule.postIds.map((id) => superior(indexOf(directory).posts.get(id), directory))),
};

function candidates(rule: AssigneeRule, directory: Directory, context: AssigneeContext): Candidates {
  // The key picks the function of this very rule.
  const find = CANDIDATES[rule.by] as (rule: AssigneeRule, directory: Directory, context: AssigneeContext) => Candidates;
  return find(rule, directory, context);
}

/** A field may hold a person, a post (id or code), or a unit, whose head is meant. */
function namedIn(value: unknown, directory: Directory): Candidates {
  if (typeof value !== 'string') return nobody;
  const { posts, postsByCode, units } = indexOf(directory);
  const post = posts.get(value) ?? postsByCode.get(value);
  if (post) return found(post);
  if (units.has(value)) return found(headOf(value, directory));
  const held = directory.posts.filter((one) => one.holders.includes(value));
  return { posts: held, personId: held.length > 0 ? value : null };
}

function unitIdOf(ref: UnitRef, directory: Directory, context: AssigneeContext): string | null {
  if (typeof ref === 'object') return indexOf(directory).unitsByCode.get(ref.unitCode)?.id ?? null;
  const fact = (name: string): string | null => (typeof context.facts[name] === 'string' ? context.facts[name] : null);
  return { holder: context.holderUnitId, owner: fact('ownerUnitId'), proposed: fact('proposedUnit'), registry: directory.registryUnitId }[ref];
}

function headOf(unitId: string | null, directory: Directory): DirectoryPost | null {
  if (unitId === null) return null;
  const headId = indexOf(directory).units.get(unitId)?.headPostId ?? null;
  const head = headId === null ? undefined : indexOf(directory).posts.get(headId);
  return head ?? directory.posts.find((post) => post.unitId === unitId && post.isUnitHead) ?? null;
}

/** Who oversees the unit, or the nearest unit above it that somebody oversees. */
function overseer(unitId: string | null, directory: Directory): DirectoryPost | null {
  let at = unitId;
  for (let level = 0; at !== null && level < MAX_LINE; level += 1) {
    const unit: string = at;
    const post = directory.posts.find((one) => one.oversees.includes(unit));
    if (post) return post;
    at = indexOf(directory).units.get(unit)?.parentId ?? null;
  }
  return null;
}

const superior = (post: DirectoryPost | undefined, directory: Directory): DirectoryPost | null =>
  post?.superiorId ? (indexOf(directory).posts.get(post.superiorId) ?? null) : null;

const superiorOfActor = (actor: Actor | null, directory: Directory): DirectoryPost | null =>
  superior(actor ? indexOf(directory).posts.get(actor.postId) : undefined, directory);

function passOver(post: DirectoryPost, directory: Directory, exclude: Exclusion, passedOver: string[]): DirectoryPost | null {
  let at: DirectoryPost | null = post;
  for (let level = 0; at && level < MAX_LINE && isExcluded(at, exclude); level += 1) {
    if (!passedOver.includes(at.id)) passedOver.push(at.id);
    at = superior(at, directory);
  }
  return at && !isExcluded(at, exclude) ? at : null;
}

function isExcluded(post: DirectoryPost, exclude: Exclusion): boolean {
  if (exclude.postIds.includes(post.id)) return true;
  return post.holders.length > 0 && post.holders.every((person) => exclude.personIds.includes(person));
}

/** The highest clearance counts, but a person named among several holders must have it personally. */
function isCleared(post: DirectoryPost, { secrecy }: AssigneeContext, personId: string | null): boolean {
  const own = personId !== null && post.holders.includes(personId) ? (post.clearances[personId] ?? 'none') : post.clearance;
  return secrecyRank(own) >= secrecyRank(secrecy);
}
const canHave = (post: DirectoryPost, context: AssigneeContext, personId: string | null = null): boolean =>
  post.holders.length > 0 && isCleared(post, context, personId);

/** Where the rule means nobody. A last resort that is excluded gives way to its superior and to the process owner. */
function lastResort(directory: Directory, context: AssigneeContext, exclude: Exclusion): Pick<ResolvedAssignee, 'postIds' | 'via'> {
  const { posts } = indexOf(directory);
  const fallback = directory.fallbackPostId === null ? undefined : posts.get(directory.fallbackPostId);
  const owner = directory.processOwnerPostId === null ? undefined : posts.get(directory.processOwnerPostId);
  const instead = fallback ? passOver(fallback, directory, exclude, []) : null;
  const free = [instead, owner].find((post) => post && !isExcluded(post, exclude) && canHave(post, context));
  if (free) return { postIds: [free.id], via: 'fallback' };
  if (secrecyRank(context.secrecy) > 0) {
    const registrar = directory.secretRegistrarPostId === null ? undefined : posts.get(directory.secretRegistrarPostId);
    const last = registrar && canHave(registrar, context) ? registrar.id : directory.parentSecretRegistrarPostId;
    return { postIds: last === null ? [] : [last], via: 'secretRegistrar' };
  }
  return { postIds: fallback ? [fallback.id] : owner ? [owner.id] : [], via: 'fallback' };
}

const unique = (posts: readonly (DirectoryPost | null)[]): DirectoryPost[] => [...new Set(posts.filter((post) => post !== null))];
