import type { InboxItem } from '#domain/contracts/tasks';
import { actingPosts } from '#domain/access/subject';
import { findEntitlement } from '#domain/people/posts-in-force';
import type { InboxRow } from '#db/repositories/inbox';
import type { Reader, ReaderPost } from '#db/repositories/readers';

/** A row of the inbox as its reader sees it: a sealed item shows its envelope only. */
export function toInboxItem(reader: Reader, row: InboxRow): InboxItem {
  // The entitlement is one of the reader's own posts; without one the row would not be in the inbox.
  const post = findEntitlement(actingPosts(reader), { postIds: row.postIds, taskKind: row.kind, letterKind: row.letterKind }) as ReaderPost | null;
  return {
    letterId: row.letterId,
    taskId: row.taskId,
    rev: row.rev,
    kind: row.kind,
    nodeId: row.nodeId,
    nodeName: { th: row.nodeName, en: row.nodeNameEn },
    subject: row.isRevealed ? row.subject : null,
    isSealed: row.isSealed,
    direction: row.direction,
    letterKind: row.letterKind,
    fromText: row.fromText,
    toText: row.toText,
    letterNo: row.isRevealed ? row.letterNo : null,
    theirNo: row.theirNo,
    receiveNo: row.isRevealed ? row.receiveNo : null,
    urgency: row.urgency,
    urgentBy: row.urgentBy,
    secrecy: row.isRevealed ? row.secrecy : null,
    openedAt: row.openedAt,
    dueAt: row.dueAt,
    isOverdue: row.isOverdue,
    isUnread: row.isUnread,
    isSeen: row.isSeen,
    post: post === null ? { id: row.postIds[0] ?? row.letterId, title: { th: '', en: '' }, officeId: row.letterId } : { id: post.postId, title: post.title, officeId: post.officeId },
    capacity: post?.capacity ?? 'own',
    unit: post?.unit ?? null,
    claimedBy: row.postIds.length > 1 || row.personId !== null ? row.claimedBy : null,
    isGroup: row.postIds.length > 1,
    isWaiting: row.waitsFor !== null,
    isHeld: row.status === 'held',
  };
}
