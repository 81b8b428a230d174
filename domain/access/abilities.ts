/**
 * What a person may do in general, learned by asking the policy about typical things of the person's own posts: an ordinary
 * letter of the unit or of the office, a classified one, the office's people and calendar.
 */
import type { Secrecy } from '../letter/vocabulary';
import { decide, type Act, type ObjectOf } from './policy';
import type { LetterFacts } from './read';
import type { RuleId } from './rules';
import type { Subject, SubjectPost } from './subject';

/** A thing the policy is asked about. */
export type Probe = { readonly [A in Act]: { readonly act: A; readonly object: ObjectOf[A] } }[Act];
/** A rule that allows something in some of the person's posts. */
export type Ability = { readonly act: Act; readonly rule: RuleId; readonly postIds: readonly string[] };

/** Everything the policy allows on typical things, in the policy's order, each rule once with the posts it rests on. */
export function abilitiesOf(subject: Subject): readonly Ability[] {
  const abilities = new Map<string, { readonly act: Act; readonly rule: RuleId; readonly postIds: string[] }>();
  for (const post of subject.posts) {
    for (const { act, object } of probesOf(subject, post)) {
      const { allow, rule } = decide({ ...subject, posts: [post] }, act, object);
      if (!allow) continue;
      const key = `${act} ${rule}`;
      const known = abilities.get(key) ?? { act, rule, postIds: [] };
      if (!known.postIds.includes(post.postId)) known.postIds.push(post.postId);
      abilities.set(key, known);
    }
  }
  return [...abilities.values()];
}

const SOMEBODY = '00000000-0000-4000-8000-000000000000';

/** The typical things of one post. */
function probesOf(subject: Subject, post: SubjectPost): readonly Probe[] {
  const { officeId, unitId, postId } = post;
  const letter = (change: Partial<LetterFacts> = {}): LetterFacts & { readonly drafterPostId: string | null } => ({
    officeId, ownerUnitId: null, kind: 'external_letter', secrecy: 'none', isSealed: false, isNew: false, readers: [], assignmentUnitIds: [], tasks: [], drafterPostId: null, ...change,
  });
  const part = { readers: [{ postId, why: 'task' }] };
  const ofUnit = letter({ ...part, ownerUnitId: unitId });
  const toSign = { kind: 'sign', isOpen: true, postIds: [postId], personId: null };
  const task = { ...toSign, unitIds: [unitId] };
  const start = (secrecy: Secrecy) => ({ postId, secrecy });
  const people = { officeId, unitId, personId: SOMEBODY, postId: SOMEBODY };
  return [
    { act: 'letter.read', object: { letter: letter(part) } },
    { act: 'letter.read', object: { letter: letter({ tasks: [{ ...toSign, doneByPersonId: null }] }) } },
    { act: 'letter.read', object: { letter: letter({ ownerUnitId: unitId }) } },
    { act: 'letter.read', object: { letter: letter() } },
    { act: 'letter.read', object: { letter: letter({ secrecy: subject.clearance === 'none' ? 'confidential' : subject.clearance }) } },
    { act: 'letter.read', object: { letter: letter({ isSealed: true }) } },
    { act: 'letter.intake', object: start('none') },
    { act: 'letter.intakeSealed', object: start('none') },
    { act: 'letter.compose', object: start('none') },
    { act: 'letter.control', object: start('top_secret') },
    { act: 'letter.reply', object: { letter: ofUnit } },
    { act: 'letter.link', object: { letter: ofUnit } },
    { act: 'task.act', object: { letter: letter({ ...part, tasks: [{ ...toSign, doneByPersonId: null }] }), task } },
    { act: 'task.reassign', object: { letter: ofUnit, task: { ...task, postIds: [SOMEBODY] } } },
    { act: 'task.extend', object: { letter: ofUnit, task: { ...task, postIds: [SOMEBODY] } } },
    { act: 'letter.hold', object: { letter: ofUnit } },
    { act: 'letter.cancel', object: { letter: ofUnit } },
    { act: 'letter.recall', object: { letter: ofUnit } },
    { act: 'letter.cancelNumber', object: { letter: ofUnit, unitId } },
    { act: 'letter.registerAnew', object: { letter: ofUnit } },
    { act: 'letter.moveStamp', object: { letter: ofUnit, unitId } },
    { act: 'letter.reclassify', object: { letter: ofUnit, to: 'none' } },
    { act: 'book.read', object: { officeId, unitId: null, kind: 'receive' } },
    { act: 'book.read', object: { officeId, unitId, kind: 'receive' } },
    { act: 'book.read', object: { officeId, unitId: null, kind: 'secret_receive' } },
    { act: 'supervision.read', object: { officeId, unitId } },
    { act: 'people.appoint', object: { ...people, isActing: false } },
    { act: 'people.appoint', object: { ...people, isActing: true } },
    { act: 'people.absence', object: people },
    { act: 'people.delegate', object: people },
    { act: 'people.delegate', object: { ...people, postId } },
    { act: 'people.handOver', object: people },
    { act: 'calendar.declare', object: { officeId } },
    { act: 'signing.rule', object: { officeId } },
    { act: 'access.explain', object: { officeId } },
    { act: 'audit.read', object: { officeId } },
    { act: 'route.read', object: { officeId, isTemplate: false } },
    { act: 'route.design', object: { officeId } },
    { act: 'route.approve', object: { officeId, authorId: SOMEBODY, needsFourEyes: true } },
    { act: 'route.move', object: { letter: { officeId } } },
    { act: 'route.rules', object: { officeId } },
    { act: 'office.setUp', object: { officeId, parentId: null } },
    { act: 'system.read', object: { scope: 'installation' } },
    { act: 'system.resume', object: { scope: 'installation' } },
  ];
}
