/** Who acts on what, for the tests of the policy. */
import type { Role, Secrecy } from '../../letter/vocabulary';
import type { Act, ObjectOf } from '../policy';
import type { LetterFacts } from '../read';
import type { Subject, SubjectPost } from '../subject';

export const post = (role: Role, change: Partial<SubjectPost> = {}): SubjectPost => ({
  postId: 'post', capacity: 'own', ownPostId: null, orderNo: '', mayAct: true, kinds: null, until: null, officeId: 'office', unitId: 'unit', roles: [role], isUnitHead: role === 'head',
  isRegistry: false, unitIds: ['unit', 'below'], officeIds: role === 'inspector' ? ['office', 'province'] : ['office'], ...change,
});
export const who = (role: Role, change: Partial<SubjectPost> = {}, clearance: Secrecy = 'top_secret'): Subject => ({ personId: 'me', clearance, posts: [post(role, change)] });
export const letter = (change: Partial<LetterFacts & { drafterPostId: string | null }> = {}): LetterFacts & { drafterPostId: string | null } => ({
  officeId: 'office', ownerUnitId: 'unit', kind: 'external_letter', secrecy: 'none', isSealed: false, isNew: false, readers: [], assignmentUnitIds: [], tasks: [],
  drafterPostId: null, ...change,
});
export const task = { kind: 'approve', isOpen: true, postIds: ['post'], personId: null, unitIds: ['unit'] };

/** An object of every act, in the subject's own office and unit, with the subject's post having a part in the letter. */
const mine = letter({ readers: [{ postId: 'post', why: 'task' }], drafterPostId: 'other-post' });
export const OWN: { readonly [A in Act]: ObjectOf[A] } = {
  'letter.read': { letter: letter() },
  'letter.reply': { letter: mine },
  'letter.link': { letter: mine },
  'letter.hold': { letter: mine },
  'letter.urge': { letter: mine },
  'letter.resume': { letter: mine },
  'letter.cancel': { letter: mine },
  'letter.recall': { letter: mine },
  'letter.cancelNumber': { letter: mine, unitId: 'unit' },
  'letter.registerAnew': { letter: mine },
  'letter.moveStamp': { letter: mine, unitId: 'unit' },
  'letter.takeBack': { letter: mine },
  'letter.reclassify': { letter: mine, to: 'secret' },
  'letter.intake': { postId: 'post', secrecy: 'none' },
  'letter.intakeSealed': { postId: 'post', secrecy: 'none' },
  'letter.compose': { postId: 'post', secrecy: 'none' },
  'letter.control': { postId: 'post', secrecy: 'none' },
  'task.act': { letter: mine, task },
  'task.claim': { letter: mine, task },
  'task.release': { letter: mine, task },
  'task.adhoc': { letter: mine, task },
  'task.reassign': { letter: mine, task },
  'task.extend': { letter: mine, task },
  'task.remind': { letter: mine, task },
  'book.read': { officeId: 'office', unitId: 'unit', kind: 'receive' },
  'book.take': { officeId: 'office', unitId: 'unit', kind: 'receive' },
  'people.appoint': { officeId: 'office', unitId: 'unit', personId: 'somebody', postId: 'other-post', isActing: true },
  'people.absence': { officeId: 'office', unitId: 'unit', personId: 'somebody', postId: 'other-post' },
  'people.delegate': { officeId: 'office', unitId: 'unit', personId: 'somebody', postId: 'other-post' },
  'supervision.read': { officeId: 'office', unitId: 'unit' },
  'calendar.declare': { officeId: 'office' },
  'signing.rule': { officeId: 'office' },
  'organisation.manage': { officeId: 'office' },
  'offices.manage': {},
  'command.read': { personId: 'me' },
  'people.handOver': { officeId: 'office', unitId: 'unit', personId: 'somebody', postId: 'other-post' },
  'access.explain': { officeId: 'office' },
  'audit.read': { officeId: 'office' },
  'office.setUp': { officeId: 'office', parentId: 'above' },
  'route.read': { officeId: 'office', isTemplate: false },
  'route.design': { officeId: 'office' },
  'route.approve': { officeId: 'office', authorId: 'somebody', needsFourEyes: true },
  'route.move': { letter: { officeId: 'office' } },
  'route.rules': { officeId: 'office' },
  'system.read': { scope: 'installation' },
  'system.resume': { scope: 'installation' },
};
export const ACTS = Object.keys(OWN) as Act[];
