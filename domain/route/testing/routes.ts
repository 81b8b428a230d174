/** Routes for tests: between them every step type, nesting, loops and branches of every kind. */
import type { Route, RouteBook } from '../model';
import { approval, endNode, post, refusedNode, route, startNode } from './build';

const escalation = [
  { id: 'soon', when: 'beforeDue', offset: { unit: 'workingHours', amount: 4 }, act: 'remind' },
  { id: 'late', when: 'afterDue', offset: { unit: 'workingDays', amount: 1 }, act: 'remindSuperior' },
  { id: 'later', when: 'afterDue', offset: { unit: 'workingDays', amount: 2 }, act: 'handOver' },
  { id: 'latest', when: 'afterDue', offset: { unit: 'workingDays', amount: 3 }, act: 'flag' },
] as const;
const days = (amount: number) => ({ rule: { unit: 'workingDays', amount } }) as const;

/** Registered, proposed, endorsed upward, directed downward. */
export const incoming: Route = route(
  [
    startNode,
    { id: 'reg', type: 'register', book: 'receive', owner: 'office' },
    { id: 'propose', type: 'work', assignee: { by: 'role', role: 'clerk' }, outcomes: [{ code: 'proposed', name: 'เสนอแล้ว' }], fields: ['proposedUnit', 'urgency'], deadline: days(1), escalation },
    {
      id: 'sort', type: 'classify',
      table: { hitPolicy: 'first', inputs: ['urgency'], outputs: ['subjectClass'], rules: [
        { id: 'r1', when: [{ operator: '!=', value: 'normal' }], then: ['fast'] }, { id: 'r2', when: [null], then: ['plain'] },
      ] },
    },
    approval('endorse', 'chief', { returnTo: ['propose'], canForward: true, fields: ['proposedUnit'], action: 'for_decision' }),
    { id: 'direct', type: 'assign', assignee: post('deputy'), actions: ['assigned', 'noted', 'circulate'], returnTo: ['propose', 'endorse'] },
    endNode,
  ],
  ['start reg', 'reg propose', 'propose proposed sort', 'sort endorse', 'endorse approve direct', 'direct end'],
);

/** A unit's own incoming route: acts when it is the main unit, reads when it is for information. */
export const unitRoute: Route = route(
  [
    startNode,
    { id: 'reg', type: 'register', book: 'receive', owner: 'holder' },
    { id: 'part', type: 'decide', otherwise: 'main', branches: [
      { outcome: 'info', when: { combinator: 'and', rules: [{ field: 'assignmentRole', operator: '=', value: 'info' }] } },
    ] },
    { id: 'read', type: 'acknowledge', readers: [{ by: 'unitHead', unit: 'holder' }], wait: 'all' },
    { id: 'work', type: 'work', assignee: { by: 'role', role: 'officer', unit: 'holder' }, answeredOutcome: 'answered', escalation,
      outcomes: [{ code: 'done', name: 'ดำเนินการแล้ว' }, { code: 'back', name: 'ส่งคืน', noteRequired: true }] },
    endNode,
    { id: 'handBack', type: 'end', outcome: 'returned' },
  ],
  ['start reg', 'reg part', 'part info read', 'part main work', 'read end', 'work done end', 'work answered end', 'work back handBack'],
);

/** What a post does with a letter that it is given: acts and reports to whoever gave it, hands it back, or gives it on. */
export const postRoute: Route = route(
  [
    startNode,
    { id: 'share', type: 'decide', otherwise: 'main', branches: [
      { outcome: 'info', when: { combinator: 'and', rules: [{ field: 'assignmentRole', operator: '=', value: 'info' }] } },
    ] },
    { id: 'note', type: 'acknowledge', readers: [{ by: 'field', fact: 'assignedPost' }], wait: 'all' },
    { id: 'handle', type: 'work', assignee: { by: 'field', fact: 'assignedPost' }, escalation,
      outcomes: [{ code: 'done', name: 'รายงานผล' }, { code: 'on', name: 'สั่งการต่อ' }, { code: 'back', name: 'ส่งคืน', noteRequired: true }] },
    { id: 'report', type: 'approve', mode: 'one', assignees: [{ by: 'field', fact: 'assignedBy' }], returnTo: ['handle'] },
    { id: 'onward', type: 'assign', assignee: { by: 'field', fact: 'assignedPost' }, actions: ['assigned', 'noted'], returnTo: ['handle'] },
    endNode,
    { id: 'handBack', type: 'end', outcome: 'returned' },
  ],
  ['start share', 'share info note', 'share main handle', 'note end', 'handle done report', 'handle on onward', 'handle back handBack', 'report approve end', 'onward report'],
);

/** A unit that directs further down, with readers nobody waits for. */
export const nested: Route = route(
  [
    startNode,
    { id: 'tell', type: 'acknowledge', readers: [post('ict-second'), post('finance-officer')], wait: 'none' },
    { id: 'direct', type: 'assign', assignee: { by: 'unitHead', unit: 'holder' }, actions: ['assigned', 'file'] },
    approval('check', 'ict-head'),
    endNode,
  ],
  ['start tell', 'tell direct', 'direct check', 'direct file end', 'check approve end'],
);

/** Written, agreed in parallel with a quorum, signed, numbered, sent, followed up. */
export const outgoing: Route = route(
  [
    { ...startNode, directions: ['outgoing'] },
    { id: 'draft', type: 'draft', assignee: { by: 'drafter' }, template: 'external_letter', fields: ['dateAsked'] },
    approval('section', 'ict-head', { returnTo: ['draft'], canAmend: true, canReject: true, canForward: true, noteRequiredFor: ['return', 'reject'] }),
    { id: 'split', type: 'fork' },
    approval('opinionA', 'finance-head', { returnTo: ['draft'] }),
    { id: 'opinionB', type: 'approve', mode: 'quorum', quorum: 2, assignees: [post('clerk'), post('owner'), post('finance-officer')], returnTo: ['draft'] },
    { id: 'opinionC', type: 'work', assignee: post('ict-second'), outcomes: [{ code: 'done', name: 'ให้ความเห็นแล้ว' }] },
    { id: 'meet', type: 'join', fork: 'split', mode: { atLeast: 2 } },
    { id: 'sign', type: 'sign', assignee: post('deputy'), onBehalfOf: post('governor'), returnTo: ['draft', 'section'], canReject: true },
    { id: 'number', type: 'register', book: 'send', owner: 'office' },
    { id: 'send', type: 'dispatch', recipients: 'addressees' },
    { id: 'follow', type: 'followUp', expect: 'reply', until: { fact: 'dateAsked' }, judge: { by: 'drafter' }, escalation: [escalation[0]] },
    endNode,
    refusedNode,
  ],
  [
    'start draft', 'draft section', 'section approve split', 'section reject refused', 'split a opinionA', 'split b opinionB', 'split c opinionC',
    'opinionA approve meet', 'opinionB approve meet', 'opinionC done meet', 'meet sign', 'sign sign number', 'sign reject refused', 'number send',
    'send follow', 'follow end',
  ],
);

/** All, in sequence and first, with refusals and a way back. */
export const council: Route = route(
  [
    startNode,
    { id: 'line', type: 'approve', mode: 'sequence', assignees: [post('ict-officer'), post('ict-head'), post('deputy')], returnTo: [], canReject: true, deadline: days(2), escalation },
    { id: 'all', type: 'approve', mode: 'all', assignees: [post('finance-head'), post('ict-head')], returnTo: ['line'], canReject: true, canForward: true, maxReturns: 1 },
    { id: 'first', type: 'approve', mode: 'first', assignees: [post('finance-officer'), post('ict-second')], returnTo: ['line'], canReject: true },
    endNode,
    refusedNode,
  ],
  ['start line', 'line approve all', 'line reject refused', 'all approve first', 'all reject line', 'first approve end', 'first reject refused'],
);

/** Calls another route, waits, tells, and has some of the readers read. */
export const caller: Route = route(
  [
    startNode,
    { id: 'ask', type: 'call', routeVersionId: 'council' },
    { id: 'pause', type: 'wait', until: days(3) },
    { id: 'session', type: 'wait', event: 'ที่ประชุมมีมติ', eventEn: 'the meeting has decided', assignee: post('owner'), until: days(10) },
    { id: 'tell', type: 'notify', who: post('owner'), template: 'reviewed' },
    { id: 'read', type: 'acknowledge', readers: [post('ict-officer'), post('ict-second'), post('finance-officer'), { by: 'group', postCodes: ['clerk', 'owner'] }], wait: 'share', share: 50, deadline: days(1) },
    { id: 'wrap', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }, { code: 'again', name: 'ทำใหม่' }] },
    endNode,
    refusedNode,
  ],
  ['start ask', 'ask pause', 'ask rejected refused', 'pause session', 'session tell', 'session overdue wrap', 'tell read', 'read wrap', 'wrap done end', 'wrap again read'],
);

/** Forks inside forks, left by going back and by a join that does not wait for all. */
export const forks: Route = route(
  [
    startNode,
    approval('first', 'chief'),
    { id: 'outer', type: 'fork' },
    approval('a', 'ict-head', { returnTo: ['first'] }),
    { id: 'inner', type: 'fork' },
    approval('b', 'ict-officer', { returnTo: ['first'] }),
    approval('c', 'finance-head', { returnTo: ['c0', 'first'] }),
    approval('c0', 'finance-officer'),
    { id: 'innerJoin', type: 'join', fork: 'inner', mode: 'all' },
    { id: 'direct', type: 'assign', assignee: post('deputy'), actions: ['assigned', 'noted'] },
    { id: 'outerJoin', type: 'join', fork: 'outer', mode: 'all' },
    endNode,
  ],
  [
    'start first', 'first approve outer', 'outer a a', 'outer b inner', 'outer c direct', 'inner a b', 'inner b c0', 'c0 approve c', 'b approve innerJoin',
    'c approve innerJoin', 'innerJoin outerJoin', 'a approve outerJoin', 'direct outerJoin', 'outerJoin end',
  ],
);

/** A circular to a distribution list whose reading is confirmed. */
export const circular: Route = route(
  [
    { ...startNode, directions: ['outgoing'] },
    { id: 'sign', type: 'sign', assignee: post('deputy'), returnTo: [] },
    { id: 'number', type: 'register', book: 'circular', owner: 'office' },
    { id: 'check', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'ตรวจแล้ว' }] },
    { id: 'send', type: 'dispatch', recipients: { listCode: 'all', role: 'info' } },
    { id: 'follow', type: 'followUp', expect: 'acknowledgement', until: days(5), judge: post('clerk') },
    endNode,
  ],
  ['start sign', 'sign sign number', 'number check', 'check done send', 'send follow', 'follow end'],
);

export const ROUTES: RouteBook = { incoming, unitRoute, postRoute, nested, outgoing, council, caller, forks, circular };
