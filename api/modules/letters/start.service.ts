import { randomBytes, randomUUID } from 'node:crypto';
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import type { LetterStart } from '#domain/contracts/letters';
import { DomainError } from '#domain/errors';
import type { Addressee, CommandContent } from '#domain/letter/content';
import type { Direction, LetterKind, Secrecy } from '#domain/letter/vocabulary';
import type { StartEvent } from '#domain/route/events';
import type { Facts } from '#domain/route/model';
import type { Actor } from '#domain/route/state';
import { bangkokDate } from '#domain/thai/dates';
import { toArabicDigits } from '#domain/thai/digits';
import type { Reader, ReaderPost } from '#db/repositories/readers';
import type { NewLetter, NewLink } from '#domain/letter/new-letter';
import { findUsableDocuments, insertLetter, insertLink, isUnitOf } from '#db/repositories/letter-start';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';
import { planNumber } from '../books/take.rights';
import { submit, type SubmitDeps, type Submitted } from '../commands/commands.service';
import { rememberSender } from '#db/repositories/correspondent-book';
import { findCommandByKey } from '#db/repositories/command-book';
import { findRouteChoice } from '#db/repositories/letter-routes';
import { assertNotTaken, withOurLetters } from '../intake/intake.service';
import { listAddressees, onceEach, toAddressees } from './recipients';
import { chooseRoute, listAllowedRoutes, type RouteChoice } from './route-choice';
import { assertStartPrintable } from './text-checks';

/** The letter that a new one answers, as its author may see it. */
export type Answered = { readonly letterId: string; readonly correlationId: string };
export type Started = { readonly submitted: Submitted; readonly route: RouteChoice };

type Start = { readonly body: LetterStart; readonly reader: Reader; readonly idempotencyKey: string; readonly answers: Answered | null };

/**
 * Starts a letter in one of the reader's posts: its row and the start command in one transaction, then the execution.
 * @throws DomainError FORBIDDEN, ROUTE_MISSING, ROUTE_NOT_ALLOWED, OFFICE_UNKNOWN, OFFICE_NOT_LINKED, RECIPIENTS_REQUIRED, UNIT_UNKNOWN,
 * DOCUMENT_NOT_USABLE, NUMBER_NOT_RESERVED, NUMBER_GIVEN, BOOK_YEAR_CLOSED, USED_AT_REQUIRED, TEXT_NOT_PRINTABLE, LETTER_DATE_AHEAD, LETTER_TAKEN_IN
 */
export async function startLetter(deps: SubmitDeps, { body, reader, idempotencyKey, answers }: Start): Promise<Started> {
  let chosen: RouteChoice | null = null;
  const submitted = await submit(deps, {
    personId: reader.personId,
    idempotencyKey,
    ask: { path: 'letters', answers: answers?.letterId ?? null, body },
    prepare: async () => {
      const { letter, links, route, ...start } = await prepareStart(deps, { body, reader, answers, carriedFrom: null });
      chosen = route;
      const keepNumber = 'reserved' in body && body.reserved !== null ? await planNumber(deps, reader, body.reserved) : null;
      return {
        letterId: letter.id,
        ...start,
        write: async (tx) => {
          await assertNew(tx, { reader, body, letter, exceptId: null });
          await insertLetter(tx, letter);
          await keepNumber?.(tx, letter.id);
          await rememberSender(tx, letter);
          for (const link of links) await insertLink(tx, { fromLetterId: letter.id, ...link, at: letter.createdAt });
        },
      };
    },
  });
  const route = chosen ?? (await routeOfEarlier(deps, reader, idempotencyKey));
  return { submitted, route };
}

export type PreparedStart = { readonly letter: NewLetter; readonly links: readonly NewLink[]; readonly event: StartEvent; readonly content: CommandContent; readonly route: RouteChoice };

/**
 * Checks what is to begin and makes its row, its links and its start event; writes nothing.
 *
 * @param carriedFrom letter whose files may be carried over
 */
export async function prepareStart(
  deps: ApiDeps,
  { body, reader, answers, carriedFrom }: { readonly body: LetterStart; readonly reader: Reader; readonly answers: Answered | null; readonly carriedFrom: { readonly letterId: string; readonly correlationId: string } | null },
): Promise<PreparedStart> {
  const post = assertMayStart(reader, body);
  const plan = PLANS[body.type](body as never);
  assertStartPrintable(body);
  const at = deps.now().toISOString();
  if ('theirDate' in body && body.theirDate !== null && body.theirDate > bangkokDate(at)) throw new DomainError('LETTER_DATE_AHEAD', { field: 'theirDate' });
  // What is registered anew takes the next number: the cancelled one says why.
  if (carriedFrom !== null && 'reserved' in body && body.reserved !== null) throw new DomainError('VALIDATION_FAILED', { field: 'reserved' });
  const letterId = randomUUID();
  const addressees = await addresseesOf(deps, body, post);
  await assertUnits(deps, body, post);
  if ('documents' in body) await assertUsable(deps, { documents: body.documents, personId: reader.personId, letterId: carriedFrom?.letterId ?? null });
  const facts = factsOf({ body, plan, post, isReply: answers !== null });
  const route = await routeOf(deps, { body, plan, post, facts });
  const cited = await withOurLetters(deps, { reader, body, officeId: post.officeId });
  const correlationId = answers?.correlationId ?? carriedFrom?.correlationId ?? randomUUID();
  const letter = letterOf({ body, plan, post, reader, at, letterId, addressees, correlationId, cited, routeVersionId: route.routeVersionId });
  const event: StartEvent = {
    type: 'start', at, actor: toActor(reader, post), letterId, officeId: post.officeId, routeVersionId: route.routeVersionId, unitId: post.unitId,
    secrecy: plan.secrecy, facts,
  };
  return { letter, links: linksOf(letter, answers), event, content: contentOf(body), route };
}

/** Keeps two clerks from registering one letter. @throws DomainError LETTER_TAKEN_IN */
export async function assertNew(tx: Tx, { reader, body, letter, exceptId }: { readonly reader: Reader; readonly body: LetterStart; readonly letter: NewLetter; readonly exceptId: string | null }): Promise<void> {
  if (body.type === 'incoming' && body.onSame === 'refuse') await assertNotTaken(tx, { reader, letter, at: letter.createdAt, exceptId });
}

/** The letter that it answers, and others of ours that it refers to. */
function linksOf(letter: NewLetter, answers: Answered | null): NewLink[] {
  const refers = letter.direction === 'incoming' ? letter.references.flatMap(({ letterId }) => (letterId === null || letterId === answers?.letterId ? [] : [letterId])) : [];
  return [...(answers === null ? [] : [{ toLetterId: answers.letterId, kind: 'answers' as const }]), ...refers.map((toLetterId) => ({ toLetterId, kind: 'refers' as const }))];
}

/** Who acts, as events name it. */
export const toActor = ({ personId }: Pick<Reader, 'personId'>, post: Pick<ReaderPost, 'postId' | 'capacity' | 'ownPostId' | 'orderNo'>): Actor => ({
  personId,
  postId: post.postId,
  capacity: post.capacity,
  ...(post.ownPostId === null ? {} : { ownPostId: post.ownPostId }),
  ...(post.orderNo === '' ? {} : { orderNo: post.orderNo }),
});

/** Text as it is stored: ASCII digits, composed, without white space at the ends. */
export const toStored = (text: string): string => toArabicDigits(text.normalize('NFC')).trim();

const ACTS = { incoming: 'letter.intake', sealed: 'letter.intakeSealed', outgoing: 'letter.compose', control: 'letter.control' } as const;

function assertMayStart(reader: Reader, body: LetterStart): ReaderPost {
  // Readers' posts carry more than the policy asks for.
  const post = (actingPosts(reader) as readonly ReaderPost[]).find(({ postId, capacity }) => postId === body.postId && capacity !== 'delegated');
  const secrecy = 'secrecy' in body ? body.secrecy : 'none';
  if (post === undefined || !decide(reader, ACTS[body.type], { postId: body.postId, secrecy }).allow) throw new DomainError('FORBIDDEN');
  return post;
}

type Plan = { readonly direction: Direction; readonly kind: LetterKind; readonly secrecy: Secrecy; readonly isSealed: boolean };
type BodyOf<T extends LetterStart['type']> = Extract<LetterStart, { type: T }>;
const MEMOS: readonly LetterKind[] = ['internal_memo', 'memo_note'];

/** What each way of starting comes to. The class of a sealed item is not known: it is handled as the lowest. */
const PLANS: { readonly [T in LetterStart['type']]: (body: BodyOf<T>) => Plan } = {
  incoming: ({ kind, secrecy }) => ({ direction: 'incoming', kind, secrecy, isSealed: false }),
  sealed: () => ({ direction: 'incoming', kind: 'external_letter', secrecy: 'confidential', isSealed: true }),
  control: () => ({ direction: 'incoming', kind: 'external_letter', secrecy: 'top_secret', isSealed: false }),
  outgoing: ({ kind, secrecy, recipients, listCode }) => ({
    direction: MEMOS.includes(kind) && recipients.length === 0 && listCode === null ? 'internal' : 'outgoing', kind, secrecy, isSealed: false,
  }),
};

function factsOf({ body, plan, post, isReply }: { readonly body: LetterStart; readonly plan: Plan; readonly post: ReaderPost; readonly isReply: boolean }): Facts {
  const channel = 'channel' in body ? body.channel : 'web';
  return {
    direction: plan.direction,
    kind: plan.kind,
    urgency: body.urgency,
    secrecy: plan.secrecy,
    channel,
    ...('urgentBy' in body && body.urgentBy !== null ? { urgentBy: new Date(body.urgentBy).toISOString() } : {}),
    ...('dateAsked' in body && body.dateAsked !== null ? { dateAsked: body.dateAsked } : {}),
    ...('category' in body && body.category !== null ? { subjectClass: body.category } : {}),
    ...(body.type === 'incoming' && body.proposedUnitId !== null ? { proposedUnit: body.proposedUnitId } : {}),
    ...(body.type === 'outgoing' ? { ownerUnitId: post.unitId, isCircular: body.isCircular, isReply } : {}),
    ...('enclosureList' in body ? { hasEnclosures: body.enclosureList.length > 0 } : {}),
  };
}

async function routeOf(
  { pool, now }: ApiDeps,
  { body, plan, post, facts }: { readonly body: LetterStart; readonly plan: Plan; readonly post: ReaderPost; readonly facts: Facts },
): Promise<RouteChoice> {
  const at = now().toISOString();
  const chosen = await chooseRoute(pool, { officeId: post.officeId, facts, at });
  const wish = 'route' in body ? body.route : undefined;
  if (wish === undefined || wish.routeVersionId === chosen.routeVersionId) return chosen;
  // A classified letter goes the way the table says: other routes may pass people who are not cleared.
  const others = plan.secrecy === 'none' ? await listAllowedRoutes(pool, { officeId: post.officeId, kind: plan.kind, direction: plan.direction, at }) : [];
  const other = others.find(({ routeVersionId }) => routeVersionId === wish.routeVersionId);
  if (other === undefined) throw new DomainError('ROUTE_NOT_ALLOWED', { routeVersionId: wish.routeVersionId });
  return other;
}

/** A repeated request is answered with the route that the first one took. */
async function routeOfEarlier({ pool }: ApiDeps, { personId }: Reader, idempotencyKey: string): Promise<RouteChoice> {
  const command = await findCommandByKey(pool, { personId, idempotencyKey });
  const route = command?.event.type === 'start' ? await findRouteChoice(pool, command.event.routeVersionId) : null;
  if (route === null) throw new DomainError('NOT_FOUND');
  return { ...route, rowId: null, rowNo: null, isOtherwise: false };
}

async function addresseesOf({ pool }: ApiDeps, body: LetterStart, post: ReaderPost): Promise<Addressee[]> {
  if (body.type !== 'outgoing') return [];
  const named = await toAddressees(pool, { recipients: body.recipients, before: [] });
  const listed = body.listCode === null ? [] : await listAddressees(pool, { officeId: post.officeId, listCode: body.listCode });
  return onceEach([...named, ...listed]);
}

async function assertUnits({ pool }: ApiDeps, body: LetterStart, post: ReaderPost): Promise<void> {
  if (body.type !== 'incoming' || body.proposedUnitId === null) return;
  if (!(await isUnitOf(pool, { unitIds: [body.proposedUnitId], officeId: post.officeId }))) throw new DomainError('UNIT_UNKNOWN', { field: 'proposedUnitId' });
}

/**
 * Documents may be attached by whoever uploaded them, once; the letter itself must be a PDF.
 * @throws DomainError DOCUMENT_NOT_USABLE, FILE_TYPE_REFUSED
 */
export async function assertUsable(
  { pool }: Pick<ApiDeps, 'pool'>,
  { documents, personId, letterId }: { readonly documents: readonly { readonly documentId: string; readonly role: string }[]; readonly personId: string; readonly letterId: string | null },
): Promise<void> {
  const usable = new Map((await findUsableDocuments(pool, { ids: documents.map(({ documentId }) => documentId), personId, letterId })).map((each) => [each.id, each]));
  for (const { documentId, role } of documents) {
    const document = usable.get(documentId);
    if (document === undefined) throw new DomainError('DOCUMENT_NOT_USABLE', { documentId });
    if (role === 'main' && document.mime !== 'application/pdf') throw new DomainError('FILE_TYPE_REFUSED', { documentId, mime: document.mime });
  }
  const ids = documents.map(({ documentId }) => documentId);
  if (new Set(ids).size !== ids.length || documents.filter(({ role }) => role === 'main').length > 1) throw new DomainError('DOCUMENT_NOT_USABLE', {});
}

function contentOf(body: LetterStart): CommandContent {
  return {
    ...('note' in body && body.note !== undefined && body.note !== '' ? { note: body.note } : {}),
    ...('route' in body && body.route !== undefined ? { reason: body.route.reason } : {}),
    ...('documents' in body && body.documents.length > 0 ? { documents: body.documents } : {}),
  };
}

type LetterArgs = {
  readonly body: LetterStart;
  readonly plan: Plan;
  readonly post: ReaderPost;
  readonly reader: Reader;
  readonly at: string;
  readonly letterId: string;
  readonly addressees: readonly Addressee[];
  readonly correlationId: string;
  /** References of a letter taken in, with those of ours among them. */
  readonly cited: NewLetter['references'];
  readonly routeVersionId: string;
};

function letterOf({ body, plan, post, reader, at, letterId, addressees, correlationId, cited, routeVersionId }: LetterArgs): NewLetter {
  const isOwn = body.type === 'outgoing';
  const hasText = body.type === 'incoming' || isOwn;
  return {
    id: letterId,
    officeId: post.officeId,
    routeVersionId,
    ...plan,
    urgency: body.urgency,
    urgentBy: 'urgentBy' in body ? body.urgentBy : null,
    channel: 'channel' in body ? body.channel : 'web',
    subject: hasText ? toStored(body.subject) : null,
    fromText: isOwn ? post.office.name.th : toStored(body.fromText),
    toText: toStored(body.toText) || addressees.map(({ name }) => name).join(', '),
    theirNo: 'theirNo' in body ? toStored(body.theirNo) : '',
    theirDate: 'theirDate' in body ? body.theirDate : null,
    body: isOwn && body.body !== null ? toStored(body.body) : null,
    enclosureList: hasText ? body.enclosureList.map(toStored) : [],
    references: hasText ? (isOwn ? body.references : cited).map((reference) => ({ ...reference, letterNo: toStored(reference.letterNo) })) : [],
    addressees,
    dateAsked: hasText ? body.dateAsked : null,
    ownerUnitId: isOwn ? post.unitId : null,
    drafterPersonId: isOwn ? reader.personId : null,
    drafterPostId: isOwn ? post.postId : null,
    correlationId,
    publicCode: randomBytes(8).toString('base64url').replace(/[-_]/g, 'x').slice(0, 10).toUpperCase(),
    createdAt: at,
    createdBy: reader.personId,
  };
}
