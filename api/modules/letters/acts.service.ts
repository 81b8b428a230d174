import type { z } from 'zod';
import type { LetterAct, TaskAct, TextPatch, adhocSchema, claimSchema, extendSchema, reassignSchema, releaseSchema, remindSchema } from '#domain/contracts/acts';
import { decide } from '#domain/access/policy';
import { DomainError } from '#domain/errors';
import type { Addressee, CommandContent, LetterContent } from '#domain/letter/content';
import type { ActEvent, LetterEvent } from '#domain/route/events';
import { findNumberUnit, type AccessTask, type LetterAccess } from '#db/repositories/letter-access';
import { hasRead } from '#db/repositories/inbox';
import { findPostOffice } from '#db/repositories/directory-reads';
import type { Reader } from '#db/repositories/readers';
import type { LoginLimiter } from '../../plugins/login-limiter';
import { submit, type SubmitDeps, type Submitted } from '../commands/commands.service';
import { confirmSignature } from '../signing/signing.service';
import { assertAllowed, findTaskPost, getKnownLetter, getOpenTask, officeActor } from './access';
import { toAddressees, toRecipients } from './recipients';
import type { Facts } from '#domain/route/model';
import { toPicks } from './picks';
import { getDefinition } from './route-choice';
import { assertUsable, toActor, toStored } from './start.service';
import { assertAddressed, assertTextPrintable } from './text-checks';

export type ActDeps = SubmitDeps & { readonly limiter: LoginLimiter };
type OnTask<B> = {
  readonly reader: Reader;
  readonly letterId: string;
  readonly taskId: string;
  readonly idempotencyKey: string;
  readonly address: string;
  readonly body: B;
};
type Prepared = { readonly event: LetterEvent; readonly content: CommandContent };

/** A person's decision on a task. @throws DomainError NOT_FOUND, FORBIDDEN, TASK_NOT_OPEN, and what the engine refuses */
export function actOnTask(deps: ActDeps, args: OnTask<TaskAct>): Promise<Submitted> {
  const { body, reader, letterId, taskId, address } = args;
  return submitOnTask(deps, 'act', args, async (letter) => {
    const { task, actor, at } = holder(deps, args, letter, 'task.act');
    if (body.isBatch === true && !(await hasRead(deps.pool, { letterId, taskId, personId: reader.personId }))) throw new DomainError('LETTER_NOT_OPENED', { letterId });
    const signature = body.signature;
    const confirmedBy = signature === undefined ? null : await confirmSignature(deps, { reader, officeId: letter.officeId, password: signature.password, address });
    const text = await toText(deps, letter, body.text);
    const documents = body.documents ?? [];
    await assertUsable(deps, { documents, personId: reader.personId, letterId });
    const addressees = body.recipients === undefined ? (text.addressees ?? letter.addressees) : await toAddressees(deps.pool, { recipients: body.recipients, before: letter.addressees });
    if (mayChangeText(task, body.outcome)) await assertTextPrintable(deps.pool, letterId, text);
    if (task.kind === 'draft' && task.routeVersionId !== null) {
      assertAddressed(await getDefinition(deps.pool, task.routeVersionId), { direction: letter.direction, addressees });
    }
    const facts = { ...body.facts, ...(await draftFacts(deps, { letter, task, outcome: body.outcome, dateAsked: text.dateAsked })) };
    const again = body.outcome === RESEND ? await resentTo(deps, body) : null;
    const namesRecipients = SENDING_OUTCOMES.has(body.outcome) && letter.direction !== 'incoming';
    const event: ActEvent = {
      type: 'act', at, actor, taskId, rev: body.rev, outcome: body.outcome,
      hasNote: isGiven(body.note),
      ...(signature === undefined ? {} : { signature: true }),
      ...(body.returnTo === undefined ? {} : { returnTo: body.returnTo }),
      ...(body.forwardTo === undefined ? {} : { forwardTo: { postId: await officePost(deps, letter, body.forwardTo) } }),
      ...(body.action === undefined ? {} : { action: body.action }),
      ...(body.picks === undefined ? {} : { picks: await toPicks(deps.pool, { letter, at }, body.picks) }),
      ...(body.due === undefined ? {} : { due: body.due }),
      ...(Object.keys(facts).length === 0 ? {} : { facts }),
      ...(again !== null ? { recipients: toRecipients(again) } : namesRecipients ? { recipients: toRecipients(addressees) } : {}),
    };
    const changed = again !== null ? { addressees: again } : body.recipients === undefined ? text : { ...text, addressees };
    const hasText = Object.keys(changed).length > 0;
    if (hasText && again === null && !mayChangeText(task, body.outcome)) throw new DomainError('OUTCOME_UNKNOWN', { outcome: body.outcome, field: 'text' });
    return {
      event,
      content: {
        ...(isGiven(body.note) ? { note: body.note } : {}),
        ...(hasText ? { text: changed } : {}),
        ...(documents.length > 0 ? { documents } : {}),
        ...(confirmedBy === null ? {} : { confirmedBy }),
      },
    };
  });
}

/** What a changed text says that the route must know, where the step lets it be said. */
async function draftFacts(
  { pool }: ActDeps,
  { letter, task, outcome, dateAsked }: { readonly letter: LetterAccess; readonly task: AccessTask; readonly outcome: string; readonly dateAsked: string | null | undefined },
): Promise<Facts> {
  if (!mayChangeText(task, outcome) || task.routeVersionId === null) return {};
  const asked = dateAsked === undefined ? letter.dateAsked : dateAsked;
  if (asked === (letter.facts['dateAsked'] ?? null)) return {};
  const node = (await getDefinition(pool, task.routeVersionId)).nodes.find(({ id }) => id === task.nodeId);
  const fields = node?.type === 'draft' || node?.type === 'approve' ? node.fields : undefined;
  return fields?.includes('dateAsked') === true ? { dateAsked: asked } : {};
}

/** A delivery that came back is sent once more. */
const RESEND = 'resend';

/** To whom it goes now, each under a delivery of its own; the letter keeps the addressees that are printed on it. */
async function resentTo({ pool }: ActDeps, { recipients = [] }: TaskAct): Promise<Addressee[]> {
  if (recipients.length === 0) throw new DomainError('RECIPIENTS_REQUIRED', { field: 'recipients' });
  return toAddressees(pool, { recipients, before: [] });
}

/** Outcomes with which the addressees become known to the engine. */
const SENDING_OUTCOMES: ReadonlySet<string> = new Set(['submit', 'sign']);
/** The text changes only with an act that keeps a version of it. */
const mayChangeText = ({ kind }: AccessTask, outcome: string): boolean =>
  (kind === 'draft' && outcome === 'submit') || (kind === 'approve' && outcome === 'amend');
const isGiven = (note: string | undefined): note is string => note !== undefined && note !== '';

export const claimTask = (deps: ActDeps, args: OnTask<z.output<typeof claimSchema>>): Promise<Submitted> =>
  submitOnTask(deps, 'claim', args, async (letter) => {
    const { actor, at } = holder(deps, args, letter, 'task.claim');
    return { event: { type: 'claim', at, actor, taskId: args.taskId, rev: args.body.rev }, content: {} };
  });

/** By whoever has claimed it, or by a supervisor. @throws DomainError as {@link actOnTask}, and REASON_REQUIRED */
export const releaseTask = (deps: ActDeps, args: OnTask<z.output<typeof releaseSchema>>): Promise<Submitted> =>
  submitOnTask(deps, 'release', args, async (letter) => {
    const { taskId, reader, body: { rev, reason } } = args;
    const { personId, waitsFor } = getOpenTask(letter, taskId);
    const isAnothers = personId !== null && personId !== reader.personId;
    const byOrder = isAnothers && decide(reader, 'task.reassign', { letter, task: getOpenTask(letter, taskId) }).allow;
    const { actor, at } = byOrder ? supervisor(deps, args, letter, 'task.reassign') : holder(deps, args, letter, 'task.release');
    if (!isGiven(reason) && (byOrder || waitsFor === null)) throw new DomainError('REASON_REQUIRED', { field: 'reason' });
    const order = byOrder ? { byOrder, hasReason: true } : {};
    return { event: { type: 'release', at, actor, taskId, rev, ...order }, content: isGiven(reason) ? { reason } : {} };
  });

export const askAdhoc = (deps: ActDeps, args: OnTask<z.output<typeof adhocSchema>>): Promise<Submitted> =>
  submitOnTask(deps, 'adhoc', args, async (letter) => {
    const { actor, at } = holder(deps, args, letter, 'task.adhoc');
    const { rev, note, due } = args.body;
    const postId = await officePost(deps, letter, args.body.postId);
    return { event: { type: 'adhoc', at, actor, taskId: args.taskId, rev, postId, hasNote: true, ...(due === undefined ? {} : { due }) }, content: { note } };
  });

export const reassignTask = (deps: ActDeps, args: OnTask<z.output<typeof reassignSchema>>): Promise<Submitted> =>
  submitOnTask(deps, 'reassign', args, async (letter) => {
    const { actor, at } = supervisor(deps, args, letter, 'task.reassign');
    const { rev, reason } = args.body;
    const postId = await officePost(deps, letter, args.body.postId);
    return { event: { type: 'reassign', at, actor, taskId: args.taskId, rev, postId, hasReason: true }, content: { reason } };
  });

export const extendTask = (deps: ActDeps, args: OnTask<z.output<typeof extendSchema>>): Promise<Submitted> =>
  submitOnTask(deps, 'extend', args, async (letter) => {
    const { actor, at } = supervisor(deps, args, letter, 'task.extend');
    const { rev, reason, due } = args.body;
    return { event: { type: 'extend', at, actor, taskId: args.taskId, rev, due, hasReason: true }, content: { reason } };
  });

export const remindHolders = (deps: ActDeps, args: OnTask<z.output<typeof remindSchema>>): Promise<Submitted> =>
  submitOnTask(deps, 'remind', args, async (letter) => {
    const { actor, at } = supervisor(deps, args, letter, 'task.remind');
    return { event: { type: 'remind', at, actor, taskId: args.taskId, rev: args.body.rev, hasReason: true }, content: { reason: args.body.reason } };
  });

type OnLetter = { readonly reader: Reader; readonly letterId: string; readonly idempotencyKey: string; readonly body: LetterAct };

/** Acts on the whole letter. @throws DomainError NOT_FOUND, FORBIDDEN, and what the engine refuses */
export function actOnLetter(deps: ActDeps, { reader, letterId, idempotencyKey, body }: OnLetter): Promise<Submitted> {
  return submit(deps, {
    personId: reader.personId,
    idempotencyKey,
    ask: { path: 'letter.acts', letterId, body },
    prepare: async () => {
      const { letter } = await getKnownLetter(deps.pool, reader, letterId);
      const unitId = body.type === 'cancelNumber' ? await findNumberUnit(deps.pool, { letterId, key: body.key }) : null;
      assertAllowed(reader, `letter.${body.type}`, { letter, unitId, to: body.type === 'reclassify' ? body.secrecy : letter.secrecy });
      const actor = officeActor(reader, letter.officeId, ({ roles }) => roles.includes('supervisor') || roles.includes('secret_registrar'));
      const reason = body.reason;
      return {
        letterId,
        event: { ...toLetterEvent(body), at: deps.now().toISOString(), actor } as LetterEvent,
        content: isGiven(reason) ? { reason } : {},
      };
    },
  });
}

/** The part of the event that the body gives; the reason stays in the command. */
function toLetterEvent({ reason, ...rest }: LetterAct): object {
  return { ...rest, hasReason: isGiven(reason) };
}

function submitOnTask<B>(deps: ActDeps, path: string, args: OnTask<B>, prepare: (letter: LetterAccess) => Promise<Prepared>): Promise<Submitted> {
  const { reader, letterId, taskId, idempotencyKey, body } = args;
  return submit(deps, {
    personId: reader.personId,
    idempotencyKey,
    ask: { path, letterId, taskId, body: withoutPassword(body) },
    prepare: async () => {
      const { letter } = await getKnownLetter(deps.pool, reader, letterId);
      return { letterId, ...(await prepare(letter)) };
    },
  });
}

const withoutPassword = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'signature' in body ? { ...body, signature: body.signature !== undefined } : body;

type Acting = { readonly task: AccessTask; readonly actor: ReturnType<typeof toActor>; readonly at: string };

function holder(deps: ActDeps, { reader, taskId }: OnTask<unknown>, letter: LetterAccess, act: 'task.act' | 'task.claim' | 'task.release' | 'task.adhoc'): Acting {
  const task = getOpenTask(letter, taskId);
  const post = findTaskPost(reader, letter, task);
  if (post !== null && task.personId !== null && task.personId !== reader.personId) throw new DomainError('TASK_CLAIMED', { taskId });
  assertAllowed(reader, act, { letter, task });
  if (post === null) throw new DomainError('FORBIDDEN');
  return { task, actor: toActor(reader, post), at: deps.now().toISOString() };
}

function supervisor(deps: ActDeps, { reader, taskId }: OnTask<unknown>, letter: LetterAccess, act: 'task.reassign' | 'task.extend' | 'task.remind'): Acting {
  const task = getOpenTask(letter, taskId);
  assertAllowed(reader, act, { letter, task });
  const actor = officeActor(reader, letter.officeId, ({ roles }) => roles.includes('supervisor') || roles.includes('head'));
  return { task, actor, at: deps.now().toISOString() };
}

/** A post of the letter's office that an act names. @throws DomainError POST_UNKNOWN */
async function officePost({ pool }: ActDeps, { officeId }: LetterAccess, postId: string): Promise<string> {
  if ((await findPostOffice(pool, postId)) !== officeId) throw new DomainError('POST_UNKNOWN', { postId });
  return postId;
}

/** Changed parts of a text as they are kept. */
export async function toText({ pool }: Pick<ActDeps, 'pool'>, letter: LetterAccess, patch: TextPatch | undefined): Promise<Partial<LetterContent>> {
  if (patch === undefined) return {};
  const { recipients, subject, toText: to, body, enclosureList, references, ...rest } = patch;
  return {
    ...rest,
    ...(subject === undefined ? {} : { subject: toStored(subject) }),
    ...(to === undefined ? {} : { toText: toStored(to) }),
    ...(body === undefined ? {} : { body: body === null ? null : toStored(body) }),
    ...(enclosureList === undefined ? {} : { enclosureList: enclosureList.map(toStored) }),
    ...(references === undefined ? {} : { references: references.map((each) => ({ ...each, letterNo: toStored(each.letterNo) })) }),
    ...(recipients === undefined ? {} : { addressees: await toAddressees(pool, { recipients, before: letter.addressees }) }),
  } as Partial<LetterContent>;
}
