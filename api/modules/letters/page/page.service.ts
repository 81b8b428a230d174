import type { DocumentView, LetterPage } from '#domain/contracts/letter-page';
import { compileFilter } from '#domain/access/filter';
import { decide } from '#domain/access/policy';
import { rolePosts } from '#domain/access/subject';
import { CAPACITY_PRINTED } from '#domain/letter/vocabulary';
import type { LetterState } from '#domain/route/state';
import { bangkokDate } from '#domain/thai/dates';
import { API_PREFIX } from '#domain/contracts/endpoints';
import { listLinks, type PageDelivery, type PageDocument, type PageEntry, type PageLink, type PageStep, type PageVersion } from '#db/repositories/letter-page';
import { findSender } from '#db/repositories/correspondent-book';
import { officeOf, personOf, postOf, unitOf } from '#db/repositories/names';
import type { PeopleMemory } from '#db/repositories/people-memory';
import type { ApiDeps } from '../../../deps';
import type { Locale } from '../../../messages';
import type { SignedInNow } from '../../../plugins/context';
import { toCommandView } from '../../commands/commands.service';
import { openLetter } from '../access';
import { drawings } from './drawing';
import { waitsAt } from './next';
import { holders, letterActs, myTasks } from './tasks';
import { postsOf, readSources, toActorView, type PageSources } from './sources';
import { timeline } from './timeline';

type Args = SignedInNow & { readonly letterId: string; readonly locale: Locale };

/** The whole page of one letter, cut to what the reader may see. @throws DomainError NOT_FOUND */
export async function getLetterPage({ pool, now, people }: Pick<ApiDeps, 'pool' | 'now'> & { readonly people: PeopleMemory }, { letterId, locale, ...signedIn }: Args): Promise<LetterPage> {
  const { reader, peopleVersion: version } = signedIn;
  const at = now().toISOString();
  const { letter: access, reveal } = await openLetter({ pool, now }, signedIn, letterId);
  const filter = compileFilter(reader, { firstParam: 3 });
  const isOwn = access.direction === 'incoming' && rolePosts(reader).some(({ officeId }) => officeId === access.officeId);
  const [sources, links, sender] = await Promise.all([
    readSources(pool, { reader, at, version, access, people }),
    reveal ? listLinks(pool, { letterId, correlationId: access.correlationId, filter }) : [],
    reveal && isOwn ? findSender(pool, access) : null,
  ]);
  const page = toPage(sources, links, sender);
  const pendingCommands = sources.record.commands.map((row) => toCommandView(row, locale));
  return reveal ? { ...page, pendingCommands } : { ...envelope(page), pendingCommands };
}

function toPage(sources: PageSources, links: readonly PageLink[], sender: LetterPage['sender']): LetterPage {
  const { record, names, access } = sources;
  const { letter, cameBy } = record;
  const linked = new Set(links.map(({ letterId }) => letterId));
  return {
    id: letter.id, seq: letter.seq, office: officeOf(names, letter.officeId), direction: letter.direction, kind: letter.kind, channel: letter.channel,
    urgency: letter.urgency, urgentBy: letter.urgentBy, secrecy: letter.secrecy, isSealed: letter.isSealed, isRevealed: true, subject: letter.subject,
    fromText: letter.fromText, toText: letter.toText, theirNo: letter.theirNo, theirDate: letter.theirDate, sender, letterNo: letter.letterNo,
    letterDate: letter.letterDate, receiveNo: letter.receiveNo, receivedAt: letter.receivedAt, deemedReceivedOn: letter.deemedReceivedOn, body: letter.body,
    enclosureList: [...letter.enclosureList], references: [...letter.references], addressees: addressees(sources), dateAsked: letter.dateAsked,
    ownerUnit: letter.ownerUnitId === null ? null : unitOf(names, letter.ownerUnitId),
    drafter: letter.drafterPersonId === null
      ? null
      : { person: personOf(names, letter.drafterPersonId), post: letter.drafterPostId === null ? null : postOf(names, letter.drafterPostId) },
    signature: signature(sources),
    facts: { ...access.facts, ...mainFrameOf(letter.state)?.facts } as LetterPage['facts'],
    status: letter.status, outcome: letter.outcome, publicCode: letter.publicCode, textVersion: letter.textVersion, createdAt: letter.createdAt,
    createdBy: letter.createdBy === null ? null : personOf(names, letter.createdBy), endedAt: letter.endedAt,
    documents: record.documents.map((document) => toDocumentView(document, document.uploadedBy === null ? null : personOf(names, document.uploadedBy))),
    myTasks: myTasks(sources), holders: holders(sources), waitsAt: waitsAt(sources), copies: record.steps.filter(isCopy).length, ...letterActs(sources), endorsements: endorsements(sources), timeline: timeline(sources),
    routes: drawings(sources),
    deliveries: record.deliveries.map((delivery) => toDelivery(sources, delivery, linked)),
    cameBy: cameBy === null
      ? null
      : { office: officeOf(names, cameBy.fromOfficeId), letterNo: cameBy.letterNo, sentAt: cameBy.sentAt, dueOn: cameBy.dueOn, role: cameBy.role },
    numbers: record.entries.map((entry) => toNumber(sources, entry)),
    versions: record.versions.map((version) => toVersion(sources, version)),
    links: [...links],
    assignments: record.assignments.map(({ unitId, postId, byPersonId, ...rest }) => ({
      ...rest, unit: unitOf(names, unitId), post: postId === null ? null : postOf(names, postId), by: byPersonId === null ? null : personOf(names, byPersonId),
    })),
    pendingCommands: [],
  };
}

/** Put to somebody for information. */
const isCopy = ({ kind, status }: PageStep): boolean => (kind === 'acknowledge' && status !== 'withdrawn') || status === 'readMark';

/** The frame in which the letter runs its own route; what is set in it is the letter's, as the office sees it. */
const mainFrameOf = (state: LetterState | null) => Object.values(state?.frames ?? {}).find(({ depth }) => depth === 0);

/** What the registry sees of a sealed item: the outside of the envelope and where it lies. */
function envelope(page: LetterPage): LetterPage {
  return {
    ...page,
    isRevealed: false, secrecy: null, subject: null, letterNo: null, letterDate: null, receiveNo: null, body: null, enclosureList: [], references: [], addressees: [], facts: {}, signature: null, drafter: null,
    documents: [], endorsements: [], routes: [], deliveries: [], versions: [], links: [], assignments: [],
    holders: page.holders.map((holder) => ({ ...holder, next: [] })), waitsAt: [], copies: 0,
    numbers: [], timeline: page.timeline.filter(({ seq }) => seq === 1).map((item) => ({ ...item, note: null, outcome: null, outcomeLabel: null })),
    can: page.can.filter((act) => act !== 'reclassify' && act !== 'reply'),
  };
}

export function toDocumentView(document: PageDocument, uploadedBy: DocumentView['uploadedBy']): DocumentView {
  const { id, role, name, mime, sizeBytes, sha256, pages, places, sourceId, uploadedAt, supersededAt } = document;
  return {
    id, role, name, mime, sizeBytes, sha256, pages, places: [...(places ?? [])], sourceId, uploadedAt, uploadedBy, isSuperseded: supersededAt !== null,
    href: `${API_PREFIX}/documents/${id}/content`,
  };
}

function addressees({ record, names }: PageSources): LetterPage['addressees'] {
  return record.letter.addressees.map(({ deliveryId, officeId, name, address, role }) => ({
    deliveryId, officeId, name, address, role, officeCode: officeId === null ? null : (names.offices.get(officeId)?.code ?? null),
  }));
}

function signature({ record }: PageSources): LetterPage['signature'] {
  const signed = record.letter.signature;
  if (signed === null) return null;
  return {
    person: { id: signed.personId, name: { th: signed.nameTh, en: signed.nameEn } },
    post: { th: signed.postTitleTh, en: signed.postTitleEn },
    capacity: signed.capacity,
    printedCapacity: CAPACITY_PRINTED[signed.onBehalfOfTitleTh === null ? signed.capacity : 'delegated'],
    onBehalfOf: signed.onBehalfOfTitleTh === null ? null : { th: signed.onBehalfOfTitleTh, en: signed.onBehalfOfTitleEn ?? '' },
    at: signed.at,
  };
}

const endorsements = ({ record, names }: PageSources): LetterPage['endorsements'] =>
  record.endorsements.map((each) => ({
    seq: each.seq, no: each.no, action: each.action, actor: toActorView(names, each), toUnits: each.toUnitIds.map((id) => unitOf(names, id)),
    toPosts: postsOf(each).map((id) => postOf(names, id)), text: each.text, at: each.at,
  }));

function toDelivery({ names, at, access, reader }: PageSources, delivery: PageDelivery, linked: ReadonlySet<string>): LetterPage['deliveries'][number] {
  const { toOfficeId, toAddress, officeTitle, answerLetterId, dueOn, ...rest } = delivery;
  const isWaiting = delivery.expect !== 'nothing' && (delivery.status === 'sent' || delivery.status === 'registered');
  return {
    ...rest,
    dueOn,
    office: toOfficeId === null ? null : officeOf(names, toOfficeId),
    name: toAddress?.name ?? officeTitle ?? '',
    answerLetterId: answerLetterId !== null && linked.has(answerLetterId) ? answerLetterId : null,
    isOverdue: isWaiting && dueOn !== null && dueOn < bangkokDate(at),
    canRecall: delivery.status === 'sent' && decide(reader, 'letter.recall', { letter: access }).allow,
  };
}

function toNumber({ names, access, reader, record }: PageSources, { bookOfficeId, unitId, ...entry }: PageEntry): LetterPage['numbers'][number] {
  const isDispatched = record.deliveries.some(({ status }) => status !== 'recalled');
  return {
    key: entry.key, entryId: entry.id, bookKind: entry.bookKind, bookName: entry.bookName, unit: unitId === null ? null : unitOf(names, unitId),
    office: officeOf(names, bookOfficeId), no: entry.no, printed: entry.printed, date: entry.date, takenAt: entry.takenAt, status: entry.status,
    cancelReason: entry.cancelReason,
    stampFound: entry.status === 'issued' ? entry.stampFound : null,
    canMoveStamp: entry.status === 'issued' && entry.stampFound !== null && decide(reader, 'letter.moveStamp', { letter: access, unitId }).allow,
    canCancel: entry.status === 'issued' && !isDispatched && record.letter.status !== 'ended' && decide(reader, 'letter.cancelNumber', { letter: access, unitId }).allow,
  };
}

/** Whether a file was the letter's when this version was made. */
const wentWith = ({ role, attachedAt, supersededAt }: PageDocument, { at }: PageVersion): boolean =>
  (role === 'main' || role === 'enclosure') && attachedAt !== null && attachedAt <= at && (supersededAt === null || supersededAt > at);

/** A version with the note of whoever sent it back before the next one came. */
function toVersion({ record, names }: PageSources, version: PageVersion): LetterPage['versions'][number] {
  const next = record.versions.find((each) => each.version === version.version + 1);
  const returned = record.endorsements.findLast(({ action, at }) => action === 'returned' && at >= version.at && (next === undefined || at < next.at));
  const { subject, toText, body, enclosureList, dateAsked } = version.content;
  return {
    version: version.version, why: version.why, at: version.at, subject, toText, body, enclosureList: [...enclosureList], dateAsked,
    by: version.personId === null ? null : personOf(names, version.personId),
    post: version.postId === null ? null : postOf(names, version.postId),
    documentIds: record.documents.filter((document) => wentWith(document, version)).map(({ id }) => id),
    returnedNote: returned?.text ?? null,
  };
}
