/** Data as the API answers it, with what a test does not care about filled in. */
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import type { TaskForm } from '#domain/contracts/task-form';
import type { Session } from '#domain/contracts/session';
import type { InboxItem } from '#domain/contracts/tasks';

export const ID = {
  letter: '11111111-1111-4111-8111-111111111111',
  office: '22222222-2222-4222-8222-222222222222',
  otherOffice: '22222222-2222-4222-8222-222222222223',
  unit: '33333333-3333-4333-8333-333333333333',
  otherUnit: '33333333-3333-4333-8333-333333333334',
  post: '44444444-4444-4444-8444-444444444444',
  otherPost: '44444444-4444-4444-8444-444444444445',
  person: '55555555-5555-4555-8555-555555555555',
  route: '66666666-6666-4666-8666-666666666666',
  command: '77777777-7777-4777-8777-777777777777',
} as const;

const name = (th: string, en = '') => ({ th, en });
export const office = { id: ID.office, code: 'lopburi', name: name('จังหวัดลพบุรี', 'Lop Buri'), short: 'ลพบุรี' };
export const unit = { id: ID.unit, code: 'general', name: name('กลุ่มงานอำนวยการ', 'General Affairs') };
export const otherUnit = { id: ID.otherUnit, code: 'strategy', name: name('กลุ่มงานยุทธศาสตร์', 'Strategy') };
export const post = { id: ID.post, code: 'clerk', title: name('เจ้าพนักงานธุรการ', 'Registry clerk'), unit: unit.name, officeId: ID.office };
const person = { id: ID.person, name: name('เจ้าหน้าที่สารบรรณ จังหวัดลพบุรี', 'Clerk of Lop Buri') };

export function buildSession(part: Partial<Session> = {}): Session {
  return {
    person: { ...person, login: 'lopburi.clerk', email: '', clearance: 'none' },
    posts: [{ id: ID.post, code: 'clerk', title: post.title, office, unit, capacity: 'own', ownPostId: null, orderNo: '', roles: ['clerk', 'officer'], isUnitHead: false, isRegistry: true, validTo: null }],
    can: ['intake', 'compose', 'letters', 'books', 'people', 'supervision', 'calendar'],
    mustChangePassword: false, locale: 'th', digits: 'arabic', theme: 'system', textSize: 'normal', csrfToken: 'token', expiresAt: '2026-11-21T10:00:00.000Z', isDemo: true, serverTime: '2026-11-21T03:00:00.000Z',
    ...part,
  };
}

export function buildInboxItem(part: Partial<InboxItem> = {}): InboxItem {
  return {
    letterId: ID.letter, taskId: 'k1', rev: 0, kind: 'approve', nodeId: 'propose', nodeName: name('เกษียนเสนอ', 'Endorse'), subject: 'ขอให้รายงานผล', isSealed: false, direction: 'incoming', letterKind: 'external_letter',
    fromText: 'สำนักงานปลัดกระทรวงมหาดไทย', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', letterNo: null, theirNo: 'มท 0210.2/1', receiveNo: '12', urgency: 'normal', urgentBy: null, secrecy: 'none',
    openedAt: '2026-11-20T03:00:00.000Z', dueAt: null, isOverdue: false, isUnread: false, isSeen: true, post: { id: ID.post, title: post.title, officeId: ID.office }, capacity: 'own', unit, claimedBy: null, isGroup: false, isWaiting: false, isHeld: false,
    ...part,
  };
}

export function buildInbox(items: readonly InboxItem[], part: { readonly total?: number; readonly nextCursor?: string | null } = {}) {
  const counts = { all: items.length, unread: items.filter(({ isUnread }) => isUnread).length, overdue: items.filter(({ isOverdue }) => isOverdue).length, urgent: 0, toDecide: items.filter(({ kind }) => kind === 'sign' || kind === 'approve' || kind === 'assign').length };
  return { items: [...items], total: part.total ?? items.length, nextCursor: part.nextCursor ?? null, counts };
}

export function buildForm(part: Partial<TaskForm> = {}): TaskForm {
  return { outcomes: [], returnTargets: [], actions: [], units: [], fields: [], dueSuggestion: null, isDueRequired: false, canAmend: false, canEditDraft: false, canReply: false, ...part };
}

export function buildOutcome(code: string, label: string, part: Partial<TaskForm['outcomes'][number]> = {}): TaskForm['outcomes'][number] {
  return { code, label: name(label, code), isNoteRequired: false, needs: [], tone: 'neutral', ...part };
}

export function buildTask(part: Partial<MyTask> = {}): MyTask {
  return {
    taskId: 'k1', rev: 3, kind: 'approve', nodeId: 'propose', nodeName: name('เกษียนเสนอ', 'Endorse'), openedAt: '2026-11-20T03:00:00.000Z', dueAt: null, isOverdue: false, post, capacity: 'own', printedCapacity: null, claimedBy: null,
    isWaiting: false, askedBy: null, askedNote: null, can: ['act'], form: buildForm(), deliveryId: null,
    ...part,
  };
}

export function buildLetter(part: Partial<LetterPage> = {}): LetterPage {
  return {
    id: ID.letter, seq: 5, office, direction: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', urgentBy: null, secrecy: 'none', isSealed: false, isRevealed: true, subject: 'ขอให้รายงานผล',
    fromText: 'สำนักงานปลัดกระทรวงมหาดไทย', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', theirNo: 'มท 0210.2/1', theirDate: '2026-11-19', letterNo: null, letterDate: null, receiveNo: '12', receivedAt: '2026-11-20T03:00:00.000Z', deemedReceivedOn: '2026-11-20',
    body: null, enclosureList: [], references: [], addressees: [], dateAsked: null, ownerUnit: null, drafter: null, signature: null, facts: {}, status: 'running', outcome: null, publicCode: 'ABC', textVersion: 1, createdAt: '2026-11-20T03:00:00.000Z',
    createdBy: null, endedAt: null, documents: [], myTasks: [], holders: [], waitsAt: [], copies: 0, can: [], takeBackToken: null, sender: null, endorsements: [], timeline: [], routes: [], deliveries: [], cameBy: null, numbers: [], versions: [], links: [], assignments: [], pendingCommands: [],
    ...part,
  };
}

export const done = { status: 'done' as const, commandId: ID.command, letterId: ID.letter, seq: 6, numbers: [] };
export const pending = { status: 'pending' as const, commandId: ID.command, letterId: ID.letter };
