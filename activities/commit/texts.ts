/** What people wrote, taken from the command row into the letter: endorsement notes, versions of the text, signature. */
import type { Row } from '#db/repositories/commit/tables';
import { supersedeMain } from '#db/repositories/commit/documents';
import type { Tx } from '#db/tx';
import { DomainError } from '#domain/errors';
import type { LetterContent } from '#domain/letter/content';
import type { LetterSignature } from '#domain/letter/signature';
import type { DelegationFact } from '#domain/people/facts';
import { findDelegation, peopleAt } from '#domain/people/posts-in-force';
import type { EffectOf } from '#domain/route/effects';
import { postOf, resolveAssignee } from './people';
import { addReaders, type Work } from './work';

/** One line of the endorsement chain. */
export function endorse(work: Work, { action, actor, taskId, node, toUnitIds, toPostId, toPostIds = [] }: EffectOf<'endorse'>): void {
  work.endorsements += 1;
  work.batch.insert('endorsement', {
    letterId: work.letter.id,
    seq: work.input.seq,
    no: work.endorsements,
    taskId,
    nodeId: node,
    action,
    personId: actor.personId,
    postId: actor.postId,
    capacity: actor.capacity,
    ownPostId: actor.ownPostId ?? null,
    orderNo: actor.orderNo ?? '',
    toUnitIds,
    toPostId,
    toPostIds,
    // The note belongs to the act, not to every line that the act causes.
    text: work.endorsements === 1 ? (work.content.note ?? work.content.reason ?? '') : '',
    at: work.at,
  });
  if (toPostId !== null) addReaders(work, [toPostId], 'task');
  if (toPostIds.length > 0) addReaders(work, toPostIds, 'assignment');
}

/** Columns of the letter that hold its text, by part of the content. */
const TEXT_COLUMNS: { readonly [K in keyof LetterContent]: keyof Row<'letter'> | null } = {
  subject: 'subject',
  toText: 'toText',
  body: 'body',
  enclosureList: 'enclosureList',
  references: 'references',
  addressees: 'addressees',
  dateAsked: 'dateAsked',
  mainDocumentId: null,
};

/** The changed parts of the text go into the letter; the whole is kept as the next version. */
export function keepVersion(work: Work, { actor, why }: EffectOf<'keepVersion'>): void {
  const before = work.context.text;
  if (before === null) throw new Error('a version of a text that was not read');
  const changed = work.content.text ?? {};
  const content: LetterContent = { ...before, ...changed };
  const version = work.letter.textVersion + 1;
  Object.assign(work.patch, { textVersion: version });
  writeText(work, changed);
  work.batch.insert('letterVersion', {
    letterId: work.letter.id, version, content, why, personId: actor.personId, postId: actor.postId, at: work.at,
  });
}

function writeText(work: Work, changed: Partial<LetterContent>): void {
  for (const [part, column] of Object.entries(TEXT_COLUMNS)) {
    const value = changed[part as keyof LetterContent]; // keys of TEXT_COLUMNS are those of LetterContent
    if (column !== null && value !== undefined) Object.assign(work.patch, { [column]: value });
  }
}

/** Files that came with the act become the letter's; a new main document supersedes the one before. */
export async function attachDocuments(tx: Tx, work: Work): Promise<void> {
  const documents = work.content.documents ?? [];
  const main = documents.find(({ role }) => role === 'main');
  if (main !== undefined) await supersedeMain(tx, { letterId: work.letter.id, by: main.documentId, at: work.at });
  for (const [index, { documentId, role }] of documents.entries()) {
    work.batch.update('document', ['id'], { id: documentId, letterId: work.letter.id, role, sortOrder: index, attachedAt: work.at });
  }
}

/**
 * The signature as it will be printed. From now on the text is locked.
 * @throws DELEGATION_MISSING where it is to be on behalf of another post without a written power in force
 */
export function seal(work: Work, { actor, onBehalfOf, context }: EffectOf<'seal'>): void {
  const behalf = onBehalfOf === null ? null : resolveAssignee(work, { rule: onBehalfOf, context, exclude: { personIds: [], postIds: [] } });
  const behalfPost = behalf === null ? null : postOf(work, behalf.postIds[0] ?? null);
  const post = postOf(work, actor.postId);
  const ownPost = postOf(work, actor.ownPostId ?? null);
  const signer = work.people?.names.persons.get(actor.personId);
  const onBehalf = behalfPost === null || behalfPost.id === actor.postId ? null : behalfPost;
  const power = onBehalf === null ? null : getDelegation(work, { fromPostId: onBehalf.id, toPostId: actor.postId });
  const signature: LetterSignature = {
    personId: actor.personId,
    nameTh: signer?.nameTh ?? '',
    nameEn: signer?.nameEn ?? '',
    postId: actor.postId,
    postTitleTh: post?.titleTh ?? '',
    postTitleEn: post?.titleEn ?? '',
    capacity: actor.capacity,
    ownPostId: actor.ownPostId ?? null,
    ownPostTitleTh: ownPost?.titleTh ?? null,
    ownPostTitleEn: ownPost?.titleEn ?? null,
    orderNo: actor.orderNo ?? power?.orderNo ?? '',
    onBehalfOfPostId: onBehalf?.id ?? null,
    onBehalfOfTitleTh: onBehalf?.titleTh ?? null,
    onBehalfOfTitleEn: onBehalf?.titleEn ?? null,
    at: work.at,
    ...(work.content.confirmedBy === undefined ? {} : { confirmedBy: work.content.confirmedBy }),
  };
  work.patch.signerPersonId = actor.personId;
  work.patch.signature = signature;
}

function getDelegation({ people, letter, now }: Work, posts: { readonly fromPostId: string; readonly toPostId: string }): DelegationFact {
  const facts = { appointments: [], absences: [], successions: [], delegations: people?.names.delegations ?? [] };
  const found = findDelegation(peopleAt(facts, now), { ...posts, kind: letter.kind });
  if (found === null) throw new DomainError('DELEGATION_MISSING', posts);
  return found;
}
