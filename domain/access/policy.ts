/**
 * Who may do what: the one policy of the product. Pure; every rule has an id, which goes into audit events and tests.
 * What must not be known is answered with 404 by the caller (`isKnown` false), everything else refused with 403.
 */
import { secrecyRank, type BookKind, type Role, type Secrecy } from '../letter/vocabulary';
import { findEntitlement } from '../people/posts-in-force';
import { decideRead, type LetterFacts } from './read';
import type { RuleId } from './rules';
import { actingPosts, readScope, rolePosts, type Subject, type SubjectPost } from './subject';

/** An open task with what its rules need. */
export type TaskFacts = {
  readonly kind: string;
  readonly isOpen: boolean;
  readonly postIds: readonly string[];
  readonly personId: string | null;
  /** Units of the posts that hold it. */
  readonly unitIds: readonly string[];
};
type OnTask = { readonly letter: LetterFacts; readonly task: TaskFacts };
type OnLetter = { readonly letter: LetterFacts & { readonly drafterPostId: string | null } };
/** A post in which somebody wants to start a letter. */
type Start = { readonly postId: string; readonly secrecy: Secrecy };
type Book = { readonly officeId: string; readonly unitId: string | null; readonly kind: BookKind };
/** Post or person concerned by an appointment, an absence or a delegation. */
type PeopleObject = { readonly officeId: string; readonly unitId: string; readonly personId: string | null; readonly postId: string | null };

/** An office and the one above it; an office that is not there yet has no id. */
type OfficeObject = { readonly officeId: string | null; readonly parentId: string | null };
/** The installation as a whole, of which there is one. */
type Installation = { readonly scope: 'installation' };

export type ObjectOf = {
  'letter.read': { readonly letter: LetterFacts };
  'letter.reply': OnLetter;
  /** To another letter of the same affair, by hand; and to take such a link away. */
  'letter.link': OnLetter;
  'letter.hold': OnLetter;
  'letter.urge': OnLetter;
  'letter.resume': OnLetter;
  'letter.cancel': OnLetter;
  'letter.recall': OnLetter;
  'letter.registerAnew': OnLetter;
  'letter.cancelNumber': OnLetter & { readonly unitId: string | null };
  /** The receipt stamp of a registry on page 1; `unitId` is that of the registry, null for the central one. */
  'letter.moveStamp': OnLetter & { readonly unitId: string | null };
  'letter.takeBack': OnLetter;
  'letter.reclassify': OnLetter & { readonly to: Secrecy };
  'letter.intake': Start;
  'letter.intakeSealed': Start;
  'letter.compose': Start;
  'letter.control': Start;
  'task.act': OnTask;
  'task.claim': OnTask;
  'task.release': OnTask;
  'task.adhoc': OnTask;
  'task.reassign': OnTask;
  'task.extend': OnTask;
  'task.remind': OnTask;
  'book.read': Book;
  /** Reserve numbers in a book, keep one for a letter, key in what was written by hand. */
  'book.take': Book;
  'people.appoint': PeopleObject & { readonly isActing: boolean };
  'people.absence': PeopleObject;
  'people.delegate': PeopleObject;
  'supervision.read': { readonly officeId: string; readonly unitId: string | null };
  'calendar.declare': { readonly officeId: string };
  'signing.rule': { readonly officeId: string };
  /** Units, posts, persons with their accounts, standing succession and distribution lists of an office. */
  'organisation.manage': { readonly officeId: string };
  /** The tree of offices itself. */
  'offices.manage': object;
  'command.read': { readonly personId: string };
  'people.handOver': PeopleObject;
  'access.explain': { readonly officeId: string };
  'audit.read': { readonly officeId: string };
  'office.setUp': OfficeObject;
  /** Published versions of an office's routes; `isTemplate` where the office lets others take them over. */
  'route.read': { readonly officeId: string; readonly isTemplate: boolean };
  /** Drafts, proposals and what comes with them. */
  'route.design': { readonly officeId: string };
  /** What somebody has proposed; with four eyes by another person. */
  'route.approve': { readonly officeId: string; readonly authorId: string; readonly needsFourEyes: boolean };
  /** Running letters to another version of their route: an act on the route, not on what the letter says. */
  'route.move': { readonly letter: { readonly officeId: string } };
  'route.rules': { readonly officeId: string };
  'system.read': Installation;
  'system.resume': Installation;
};
export type Act = keyof ObjectOf;

export type Decision = {
  readonly allow: boolean;
  /** Id of the rule that decided. */
  readonly rule: RuleId;
  /** Whether content may be shown: subject, class, text, files. */
  readonly reveal: boolean;
  /** False where the reader must not learn that it exists: the answer is 404. */
  readonly isKnown: boolean;
};

/** Decides one act of a subject on an object. Nothing is allowed that no rule allows. */
export function decide<A extends Act>(subject: Subject, act: A, object: ObjectOf[A]): Decision {
  return RULES[act](subject, object);
}

const yes = (rule: RuleId): Decision => ({ allow: true, rule, reveal: true, isKnown: true });
const no = (rule: RuleId): Decision => ({ allow: false, rule, reveal: false, isKnown: true });
const UNKNOWN_LETTER = { allow: false, rule: 'read.none', reveal: false, isKnown: false } as const;
const UNKNOWN: Decision = UNKNOWN_LETTER;

const withRole = (posts: readonly SubjectPost[], ...roles: readonly Role[]): readonly SubjectPost[] =>
  posts.filter((post) => roles.some((role) => post.roles.includes(role)));
const inOffice = (posts: readonly SubjectPost[], officeId: string): boolean => posts.some((post) => post.officeId === officeId);
const overUnit = (posts: readonly SubjectPost[], unitId: string | null): boolean =>
  unitId !== null && posts.some((post) => post.unitIds.includes(unitId));
const isCleared = (subject: Subject, secrecy: Secrecy): boolean => secrecyRank(secrecy) <= secrecyRank(subject.clearance);

/** First the letter must be known and open to the reader, then the rule of the act is asked. */
function onLetter<T extends { readonly letter: LetterFacts }, const N extends string, const R extends string>(
  name: N,
  allows: (subject: Subject, object: T) => R | null,
): (subject: Subject, object: T) => Omit<Decision, 'rule'> & { readonly rule: `${N}.${R}` | `${N}.none` | 'read.none' } {
  return (subject, object) => {
    const read = decideRead(readScope(subject), object.letter);
    if (!read.allow) return UNKNOWN_LETTER;
    const rule = allows(subject, object);
    return rule === null ? { allow: false, rule: `${name}.none`, reveal: read.reveal, isKnown: true } : { allow: true, rule: `${name}.${rule}`, reveal: read.reveal, isKnown: true };
  };
}

const headOf = (subject: Subject, { letter }: OnLetter): boolean => overUnit(withRole(actingPosts(subject), 'head'), letter.ownerUnitId);
const supervises = (subject: Subject, letter: LetterFacts): boolean => inOffice(withRole(actingPosts(subject), 'supervisor'), letter.officeId);
const isRegistry = (subject: Subject, officeId: string): boolean =>
  actingPosts(subject).some((post) => post.isRegistry && post.roles.includes('clerk') && post.officeId === officeId);
const isSecretRegistrar = (subject: Subject, officeId: string): boolean => inOffice(withRole(actingPosts(subject), 'secret_registrar'), officeId);
const isDrafter = (subject: Subject, { letter }: OnLetter): boolean =>
  actingPosts(subject).some(({ postId, capacity }) => capacity !== 'delegated' && postId === letter.drafterPostId);

const holdsIt = (subject: Subject, { letter, task }: OnTask): boolean =>
  task.isOpen &&
  (task.personId === null || task.personId === subject.personId) &&
  findEntitlement(actingPosts(subject), { postIds: task.postIds, taskKind: task.kind, letterKind: letter.kind }) !== null;
const overTask = (subject: Subject, { letter, task }: OnTask): 'supervisor' | 'head' | null => {
  if (!task.isOpen) return null;
  if (supervises(subject, letter)) return 'supervisor';
  return task.unitIds.some((unitId) => overUnit(withRole(actingPosts(subject), 'head'), unitId)) ? 'head' : null;
};
const steering = (subject: Subject, object: OnLetter): 'supervisor' | 'head' | null =>
  supervises(subject, object.letter) ? 'supervisor' : headOf(subject, object) ? 'head' : null;

/** The registry whose number it is; of a classified letter its secret registrar. */
const ownRegistry = (subject: Subject, { letter, unitId }: OnLetter & { readonly unitId: string | null }): 'secretRegistrar' | 'registry' | 'unitRegistry' | null => {
  if (secrecyRank(letter.secrecy) > 0) return isSecretRegistrar(subject, letter.officeId) ? 'secretRegistrar' : null;
  if (isRegistry(subject, letter.officeId)) return 'registry';
  return overUnit(withRole(actingPosts(subject), 'clerk'), unitId) ? 'unitRegistry' : null;
};

const start = (name: 'intake' | 'intakeSealed' | 'compose' | 'control', allows: (subject: Subject, post: SubjectPost, object: Start) => boolean) => (subject: Subject, object: Start): Decision => {
  const post = actingPosts(subject).find(({ postId, capacity }) => postId === object.postId && capacity !== 'delegated');
  return post !== undefined && allows(subject, post, object) ? yes(`${name}.post`) : no(`${name}.none`);
};
const any = (post: SubjectPost, ...roles: readonly Role[]): boolean => roles.some((role) => post.roles.includes(role));

const administers = (subject: Subject, officeId: string): boolean => inOffice(withRole(actingPosts(subject), 'office_admin'), officeId);
const designs = (subject: Subject, officeId: string): boolean => inOffice(withRole(actingPosts(subject), 'process_owner'), officeId);
const inspects = (subject: Subject, officeId: string): boolean =>
  withRole(rolePosts(subject), 'inspector').some(({ officeIds }) => officeIds.includes(officeId));
/** A system administrator looks after the installation and opens no letter. */
const isSystemAdmin = (subject: Subject): boolean =>
  subject.posts.some(({ mayAct, capacity, roles }) => mayAct && capacity !== 'delegated' && roles.includes('system_admin'));

/** Roles that write letters. */
const AUTHORS: readonly Role[] = ['officer', 'clerk', 'head', 'secret_registrar'];
const SECRET_BOOKS: readonly BookKind[] = ['secret_send', 'secret_receive', 'secret_control'];

const RULES: { readonly [A in Act]: (subject: Subject, object: ObjectOf[A]) => Decision } = {
  'letter.read': (subject, { letter }) => {
    const { allow, rule, reveal } = decideRead(readScope(subject), letter);
    return { allow, rule, reveal, isKnown: allow };
  },
  'letter.reply': onLetter('reply', (subject, { letter }) =>
    // What is revealed to somebody is within their clearance.
    decideRead(readScope(subject), letter).reveal && mayCompose(subject) ? 'author' : null),
  'letter.link': onLetter('link', (subject, { letter }) =>
    decideRead(readScope(subject), letter).reveal && inOffice(withRole(actingPosts(subject), ...AUTHORS), letter.officeId) ? 'author' : null),
  'letter.hold': onLetter('hold', steering),
  'letter.urge': onLetter('urge', steering),
  'letter.resume': onLetter('resume', steering),
  'letter.cancel': onLetter('cancel', (subject, object) => steering(subject, object) ?? (isDrafter(subject, object) ? 'drafter' : null)),
  'letter.recall': onLetter('recall', (subject, object) => {
    if (isRegistry(subject, object.letter.officeId)) return 'registry';
    if (isSecretRegistrar(subject, object.letter.officeId)) return 'secretRegistrar';
    return steering(subject, object) ?? (isDrafter(subject, object) ? 'drafter' : null);
  }),
  'letter.registerAnew': onLetter('registerAnew', (subject, { letter }) => {
    if (secrecyRank(letter.secrecy) > 0) return isSecretRegistrar(subject, letter.officeId) ? 'secretRegistrar' : null;
    return isRegistry(subject, letter.officeId) ? 'registry' : null;
  }),
  'letter.cancelNumber': onLetter('cancelNumber', ownRegistry),
  'letter.moveStamp': onLetter('moveStamp', ownRegistry),
  'letter.takeBack': onLetter('takeBack', (subject) => (actingPosts(subject).length > 0 ? 'actor' : null)),
  'letter.reclassify': onLetter('reclassify', (subject, object) => {
    if (!isCleared(subject, object.to) || object.to === 'top_secret') return null;
    if (isSecretRegistrar(subject, object.letter.officeId)) return 'secretRegistrar';
    return headOf(subject, object) ? 'head' : null;
  }),
  'letter.intake': start('intake', (subject, post, { secrecy }) =>
    secrecy === 'none' ? any(post, 'clerk') : any(post, 'secret_registrar') && isCleared(subject, secrecy)),
  'letter.intakeSealed': start('intakeSealed', (_subject, post) => any(post, 'clerk', 'secret_registrar')),
  'letter.compose': start('compose', (subject, post, { secrecy }) =>
    any(post, 'officer', 'clerk', 'head', 'secret_registrar') && isCleared(subject, secrecy) && secrecy !== 'top_secret'),
  'letter.control': start('control', (subject, post) => any(post, 'secret_registrar') && isCleared(subject, 'top_secret')),
  'task.act': onLetter('act', (subject, object) => (holdsIt(subject, object) ? 'holder' : null)),
  'task.claim': onLetter('claim', (subject, object) => (holdsIt(subject, object) ? 'holder' : null)),
  'task.release': onLetter('release', (subject, object) => (holdsIt(subject, object) ? 'holder' : null)),
  'task.adhoc': onLetter('adhoc', (subject, object) => (holdsIt(subject, object) ? 'holder' : null)),
  'task.reassign': onLetter('reassign', overTask),
  'task.extend': onLetter('extend', overTask),
  'task.remind': onLetter('remind', overTask),
  'book.read': readBook,
  'book.take': takeFrom,
  'people.appoint': (subject, object) => {
    const posts = actingPosts(subject);
    if (administers(subject, object.officeId)) return yes('appoint.officeAdmin');
    if (!object.isActing) return no('appoint.none');
    if (isRegistry(subject, object.officeId)) return yes('appoint.registry');
    return overUnit(withRole(posts, 'head'), object.unitId) ? yes('appoint.head') : no('appoint.none');
  },
  'people.absence': (subject, object) => {
    const posts = actingPosts(subject);
    if (object.personId === subject.personId) return yes('absence.self');
    if (administers(subject, object.officeId)) return yes('absence.officeAdmin');
    if (isRegistry(subject, object.officeId)) return yes('absence.registry');
    return overUnit(withRole(posts, 'head'), object.unitId) ? yes('absence.head') : no('absence.none');
  },
  'people.delegate': (subject, object) => {
    const posts = actingPosts(subject);
    if (posts.some(({ postId, capacity }) => capacity === 'own' && postId === object.postId)) return yes('delegate.self');
    if (administers(subject, object.officeId)) return yes('delegate.officeAdmin');
    return isRegistry(subject, object.officeId) ? yes('delegate.registry') : no('delegate.none');
  },
  'supervision.read': (subject, { officeId, unitId }) => {
    const posts = rolePosts(subject);
    if (inOffice(withRole(posts, 'supervisor'), officeId)) return yes('supervision.supervisor');
    return overUnit(withRole(posts, 'head'), unitId) ? yes('supervision.head') : no('supervision.none');
  },
  'calendar.declare': (subject, { officeId }) =>
    administers(subject, officeId) ? yes('calendar.officeAdmin') : no('calendar.none'),
  'signing.rule': (subject, { officeId }) => (administers(subject, officeId) ? yes('signing.officeAdmin') : no('signing.none')),
  'organisation.manage': (subject, { officeId }) => (administers(subject, officeId) ? yes('organisation.officeAdmin') : no('organisation.none')),
  'offices.manage': (subject) => (isSystemAdmin(subject) ? yes('offices.systemAdmin') : no('offices.none')),
  'command.read': (subject, { personId }) => (personId === subject.personId ? yes('command.own') : UNKNOWN),
  'people.handOver': (subject, { officeId }) => (administers(subject, officeId) ? yes('handOver.officeAdmin') : no('handOver.none')),
  'access.explain': (subject, { officeId }) => {
    if (administers(subject, officeId)) return yes('explain.officeAdmin');
    return inspects(subject, officeId) ? yes('explain.inspector') : no('explain.none');
  },
  'audit.read': (subject, { officeId }) => {
    if (administers(subject, officeId)) return yes('audit.officeAdmin');
    return inspects(subject, officeId) ? yes('audit.inspector') : no('audit.none');
  },
  'office.setUp': (subject, { officeId, parentId }) => {
    if (isSystemAdmin(subject)) return yes('setUp.systemAdmin');
    if (officeId !== null && administers(subject, officeId)) return yes('setUp.officeAdmin');
    return parentId !== null && administers(subject, parentId) ? yes('setUp.parentAdmin') : no('setUp.none');
  },
  'route.read': (subject, { officeId, isTemplate }) => {
    if (inOffice(rolePosts(subject), officeId)) return yes('routeRead.office');
    if (inspects(subject, officeId)) return yes('routeRead.inspector');
    return isTemplate && withRole(actingPosts(subject), 'process_owner').length > 0 ? yes('routeRead.template') : { ...no('routeRead.none'), isKnown: false };
  },
  'route.design': (subject, { officeId }) => (designs(subject, officeId) ? yes('design.processOwner') : no('design.none')),
  'route.approve': (subject, { officeId, authorId, needsFourEyes }) =>
    designs(subject, officeId) && !(needsFourEyes && authorId === subject.personId) ? yes('approveRoute.processOwner') : no('approveRoute.none'),
  'route.move': (subject, { letter }) => (designs(subject, letter.officeId) ? yes('move.processOwner') : no('move.none')),
  'route.rules': (subject, { officeId }) => (administers(subject, officeId) ? yes('routeRules.officeAdmin') : no('routeRules.none')),
  'system.read': (subject) => (isSystemAdmin(subject) ? yes('system.admin') : no('system.none')),
  'system.resume': (subject) => (isSystemAdmin(subject) ? yes('resumeLetter.systemAdmin') : no('resumeLetter.none')),
};

function mayCompose(subject: Subject): boolean {
  return withRole(actingPosts(subject), ...AUTHORS).length > 0;
}

/** Numbers are taken by hand where they are given out: in the registry whose book it is. */
function takeFrom(subject: Subject, { officeId, unitId, kind }: Book): Decision {
  if (SECRET_BOOKS.includes(kind)) return isSecretRegistrar(subject, officeId) && isCleared(subject, 'confidential') ? yes('take.secretRegistrar') : no('take.none');
  if (unitId === null) return isRegistry(subject, officeId) ? yes('take.registry') : no('take.none');
  return overUnit(withRole(actingPosts(subject), 'clerk'), unitId) ? yes('take.unitRegistry') : no('take.none');
}

function readBook(subject: Subject, { officeId, unitId, kind }: Book): Decision {
  const posts = rolePosts(subject);
  if (SECRET_BOOKS.includes(kind)) {
    if (!isCleared(subject, 'confidential')) return UNKNOWN;
    if (inOffice(withRole(posts, 'secret_registrar'), officeId)) return yes('book.secretRegistrar');
    return inspects(subject, officeId) ? yes('book.inspector') : UNKNOWN;
  }
  if (inspects(subject, officeId)) return yes('book.inspector');
  if (inOffice(withRole(posts, 'supervisor'), officeId)) return yes('book.supervisor');
  if (posts.some((post) => post.isRegistry && post.roles.includes('clerk') && post.officeId === officeId)) return yes('book.registry');
  const clerksAndHeads = withRole(posts, 'clerk', 'head');
  if (unitId === null) return inOffice(clerksAndHeads, officeId) ? yes('book.office') : UNKNOWN;
  return overUnit(clerksAndHeads, unitId) ? yes('book.unit') : UNKNOWN;
}
