/**
 * Columns that the commit writes, by table, with their PostgreSQL types. Names are the camelCase form of the columns.
 */
const uuid = 'uuid';
const text = 'text';
const int = 'int';
const date = 'date';
const instant = 'timestamptz';
const json = 'jsonb';
const uuids = 'uuid[]';
const texts = 'text[]';

export const TABLES = {
  letter: {
    id: uuid, routeVersionId: uuid, seq: int, status: text, outcome: text, state: json, stateHash: text, auditSeq: int, auditHash: text, endedAt: instant,
    kind: text, urgency: text, urgentBy: instant, secrecy: text, subject: text, toText: text, body: text, enclosureList: texts, references: json,
    addressees: json, dateAsked: date, ownerUnitId: uuid, signerPersonId: uuid, signature: json, letterNo: text,
    letterDate: date, receiveNo: text, receivedAt: instant, deemedReceivedOn: date, textVersion: int, drafterPersonId: uuid,
    drafterPostId: uuid,
  },
  letterVersion: { letterId: uuid, version: int, content: json, why: text, personId: uuid, postId: uuid, at: instant },
  letterReader: { letterId: uuid, postId: uuid, why: text, since: instant },
  letterLink: { fromLetterId: uuid, toLetterId: uuid, kind: text, createdAt: instant },
  assignment: {
    letterId: uuid, frameId: text, unitId: uuid, postId: uuid, role: text, action: text, dueAt: instant, byPersonId: uuid, byPostId: uuid,
    receiveNo: text, openedAt: instant, closedAt: instant, outcome: text,
  },
  document: { id: uuid, letterId: uuid, role: text, sortOrder: int, attachedAt: instant, supersededAt: instant },
  endorsement: {
    letterId: uuid, seq: int, no: int, taskId: text, nodeId: text, action: text, personId: uuid, postId: uuid, capacity: text,
    ownPostId: uuid, orderNo: text, toUnitIds: uuids, toPostId: uuid, toPostIds: uuids, text: text, at: instant,
  },
  command: { id: uuid, status: text, code: text, details: json, seq: int, result: json, endedAt: instant },
  transition: {
    letterId: uuid, seq: int, eventId: text, eventType: text, at: instant, committedAt: instant, personId: uuid, postId: uuid,
    capacity: text, summary: json, outcome: json, stateHash: text,
  },
  task: {
    letterId: uuid, id: text, officeId: uuid, frameId: text, nodeId: text, nodeName: text, nodeNameEn: text, kind: text,
    postIds: uuids, personId: uuid, via: text, passedOver: uuids, rev: int, status: text, about: text, waitsFor: text,
    urgencyRank: int, openedAt: instant, openedSeq: int, dueAt: instant, closedAt: instant, outcome: text, doneByPersonId: uuid,
    doneByPostId: uuid, doneCapacity: text, remindedAt: instant,
  },
  dueInstant: {
    letterId: uuid, timerId: text, officeId: uuid, taskId: text, kind: text, rule: json, anchor: json, nth: int, at: instant,
    firedAt: instant,
  },
  letterEvent: { letterId: uuid, key: text, event: json, createdAt: instant, consumedAt: instant },
  delivery: {
    id: uuid, fromLetterId: uuid, fromOfficeId: uuid, toOfficeId: uuid, toAddress: json, toLetterId: uuid, role: text, expect: text,
    dueOn: date, status: text, verdict: text, sentAt: instant, registeredAt: instant, receiveNo: text, unitInCharge: text,
    answerLetterId: uuid, answerNo: text, answeredAt: instant, returnReason: text, acknowledgedAt: instant,
  },
  registerEntry: {
    id: uuid, bookId: uuid, yearBe: int, no: int, printed: text, letterId: uuid, numberKey: text, unitId: uuid, status: text,
    entryDate: date, takenAt: instant, personId: uuid, postId: uuid, cancelledAt: instant, cancelledBy: uuid, cancelReason: text, givenTo: uuid,
  },
  numberCounter: { bookId: uuid, yearBe: int, lastNo: int, lastDate: date },
  outbox: { effectId: text, letterId: uuid, orderKey: text, kind: text, payload: json },
  notice: { id: uuid, effectId: text, letterId: uuid, taskId: text, template: text, postIds: uuids, personId: uuid, why: text, createdAt: instant, readAt: instant },
  reminder: { personId: uuid, day: date, letterId: uuid, taskId: text, noticeId: uuid, byPersonId: uuid, byPostId: uuid, reason: text, at: instant },
  auditEvent: {
    officeId: uuid, chain: text, seq: int, at: instant, personId: uuid, postId: uuid, kind: text, data: json, prevHash: text, hash: text,
  },
} as const satisfies { readonly [table: string]: { readonly [column: string]: string } };

export type TableName = keyof typeof TABLES;

type ValueOf<T> = T extends 'int' ? number
  : T extends 'jsonb' ? unknown
  : T extends 'uuid[]' | 'text[]' ? readonly string[]
  : string;

/** Some columns of one row. Instants are ISO strings, dates `YYYY-MM-DD`. */
export type Row<T extends TableName> = { -readonly [C in keyof (typeof TABLES)[T]]?: ValueOf<(typeof TABLES)[T][C]> | null };

/** `letterNo` → `letter_no`. */
export const toColumn = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
