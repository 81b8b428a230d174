/**
 * Every rule by which the policy decides, by id: `<what>.<because>`, with `none` where no rule allows. The compiler holds the policy
 * to this list; each rule has a text in every language of the UI, and a test fails where one is missing.
 */
export const RULE_IDS = [
  'read.part', 'read.personal', 'read.delegated', 'read.unit', 'read.office', 'read.secretRegistrar', 'read.envelope', 'read.none',
  'reply.author', 'reply.none',
  'hold.supervisor', 'hold.head', 'hold.none',
  'resume.supervisor', 'resume.head', 'resume.none',
  'cancel.supervisor', 'cancel.head', 'cancel.drafter', 'cancel.none',
  'recall.registry', 'recall.secretRegistrar', 'recall.supervisor', 'recall.head', 'recall.drafter', 'recall.none',
  'cancelNumber.secretRegistrar', 'cancelNumber.registry', 'cancelNumber.unitRegistry', 'cancelNumber.none',
  'takeBack.actor', 'takeBack.none',
  'reclassify.secretRegistrar', 'reclassify.head', 'reclassify.none',
  'intake.post', 'intake.none',
  'intakeSealed.post', 'intakeSealed.none',
  'compose.post', 'compose.none',
  'control.post', 'control.none',
  'act.holder', 'act.none',
  'claim.holder', 'claim.none',
  'release.holder', 'release.none',
  'adhoc.holder', 'adhoc.none',
  'reassign.supervisor', 'reassign.head', 'reassign.none',
  'extend.supervisor', 'extend.head', 'extend.none',
  'remind.supervisor', 'remind.head', 'remind.none',
  'book.secretRegistrar', 'book.inspector', 'book.supervisor', 'book.registry', 'book.office', 'book.unit',
  'appoint.officeAdmin', 'appoint.registry', 'appoint.head', 'appoint.none',
  'absence.self', 'absence.officeAdmin', 'absence.registry', 'absence.head', 'absence.none',
  'delegate.self', 'delegate.officeAdmin', 'delegate.registry', 'delegate.none',
  'supervision.supervisor', 'supervision.head', 'supervision.none',
  'calendar.officeAdmin', 'calendar.none',
  'signing.officeAdmin', 'signing.none',
  'organisation.officeAdmin', 'organisation.none',
  'offices.systemAdmin', 'offices.none',
  'command.own',
  'handOver.officeAdmin', 'handOver.none',
  'explain.officeAdmin', 'explain.inspector', 'explain.none',
  'audit.officeAdmin', 'audit.inspector', 'audit.none',
  'setUp.systemAdmin', 'setUp.officeAdmin', 'setUp.parentAdmin', 'setUp.none',
  'system.admin', 'system.none',
  'resumeLetter.systemAdmin', 'resumeLetter.none',
] as const;
/** Id of a rule of `policy.ts`. */
export type RuleId = (typeof RULE_IDS)[number];
