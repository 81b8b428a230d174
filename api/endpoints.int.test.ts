/** Every endpoint of the table: who must sign in, what a change must carry, and what somebody without any right is told. */
import { randomUUID } from 'node:crypto';
import { REGISTER_WITHIN } from '#domain/calendar/register-limit';
import { API_PREFIX, endpoints, type Endpoint, type EndpointName } from '#domain/contracts/endpoints';
import { IMPORT_COLUMNS } from '#domain/organisation/import';
import { bookId, officeId, postId, unitId } from '#db/seeds/insert-offices';
import { personId } from '#db/seeds/demo';
import { compose, ok, takeIn, taskOn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(120_000);
const all = Object.entries(endpoints) as [EndpointName, Endpoint][];
const withSession = all.filter(([, { access }]) => access === 'session').map(([name]) => name);
const changes = all.filter(([, { access, method }]) => access === 'session' && method !== 'GET').map(([name]) => name);
const acts = all.filter(([, { isAct }]) => isAct === true).map(([name]) => name);

let live: LiveApp;
let admin: Person;
/** Places of the addresses: a letter of Lop Buri with an open task, a file of it, and entries of people. */
const places: { [place: string]: string } = {};

beforeAll(async () => {
  live = await openLiveApp();
  admin = await signIn(live, 'ops.admin');
  const clerk = await signIn(live, 'lopburi.registry.clerk');
  const officer = await signIn(live, 'lopburi.ict.officer');
  places['letterId'] = await takeIn(clerk);
  places['taskId'] = (await taskOn(await signIn(live, 'lopburi.office-head'), places['letterId'])).taskId;
  places['draftId'] = await compose(officer);
  places['draftTaskId'] = (await taskOn(officer, places['draftId'])).taskId;
  const { rows } = await live.pool.query<{ id: string }>(
    `insert into document (role, name, mime, size_bytes, sha256, uploaded_at, letter_id) values ('main', 'a.pdf', 'application/pdf', 1, $1, now(), $2) returning id`,
    ['0'.repeat(64), places['letterId']],
  );
  places['documentId'] = rows[0]!.id;
  places['commandId'] = (await live.pool.query<{ id: string }>('select id from command limit 1')).rows[0]!.id;
  places['appointmentId'] = (await live.pool.query<{ id: string }>('select id from appointment where post_id = $1', [postId('lopburi', 'registry-clerk')])).rows[0]!.id;
  places['absenceId'] = (await live.pool.query<{ id: string }>(
    `insert into absence (person_id, from_at, to_at, kind) values ($1, now(), now() + interval '1 day', 'leave') returning id`, [personId('lopburi', 'ict-clerk')],
  )).rows[0]!.id;
  places['delegationId'] = (await live.pool.query<{ id: string }>('select id from delegation limit 1')).rows[0]!.id;
  places['dayId'] = (await live.pool.query<{ id: string }>(
    `insert into calendar_day (office_id, day, kind, name_th) values ($1, '2027-02-01', 'holiday', 'วันหยุดจังหวัด') returning id`, [officeId('lopburi')],
  )).rows[0]!.id;
  const version = (await live.pool.query<{ id: string; routeId: string }>(
    `select v.id, v.route_id as "routeId" from route_version v join route r on r.id = v.route_id where r.office_id = $1 and r.code = 'incoming'`, [officeId('lopburi')],
  )).rows[0]!;
  places['versionId'] = version.id;
  places['routeId'] = version.routeId;
  const owner = await signIn(live, 'lopburi.office-head');
  places['routeDraftId'] = ok(await owner.post<{ id: string }>('/route-drafts', { officeId: officeId('lopburi'), from: { kind: 'empty', code: 'petitions', nameTh: 'ร้องเรียน' } })).id;
  const drawn = ok(await owner.post<{ id: string; definition: { name: string } }>('/route-drafts', { officeId: officeId('lopburi'), from: { kind: 'version', versionId: version.id } }));
  ok(await owner.send('PUT', `/route-drafts/${drawn.id}`, { definition: { ...drawn.definition, name: 'รับหนังสือ' }, layout: {} }, { 'if-match': '0' }));
  places['proposalId'] = ok(await owner.post<{ id: string }>(`/route-drafts/${drawn.id}/propose`, { note: 'ชื่อใหม่', from: 'now', runningLetters: 'stay' })).id;
});
afterAll(() => live.close());

const at = '2027-01-04T00:00:00.000Z';
const CASE = { name: 'ก', script: { schemaVersion: 1, at, facts: {}, secrecy: 'none', unitId: null, drafterPost: null, moves: [] }, expected: [] };
const ROUTE = { schemaVersion: 1, name: 'ก', nodes: [{ id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['incoming'] }], edges: [] };

const place = (name: string): string => places[name]!;
const addressOf = (name: EndpointName): string => asks()[name].path;
const request = (name: EndpointName, headers: Record<string, string>) => {
  const { method } = endpoints[name];
  const body = asks()[name].body;
  return live.app.inject({
    method, url: API_PREFIX + addressOf(name), headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
};

test.each(withSession)('%s without a session is 401', async (name) => {
  const answer = await request(name, { 'idempotency-key': randomUUID() });
  expect(answer.statusCode).toBe(401);
  expect(answer.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test.each(changes)('%s without the CSRF token is 403, and so it is from another site', async (name) => {
  const key = { 'idempotency-key': randomUUID(), cookie: admin.cookie };
  expect((await request(name, key)).json()).toMatchObject({ code: 'CSRF_FAILED' });
  expect((await request(name, { ...key, 'x-csrf-token': randomUUID() })).statusCode).toBe(403);
  expect((await request(name, { ...key, 'x-csrf-token': admin.csrfToken, 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ code: 'CSRF_FAILED' });
});

test.each(acts)('%s without a key is refused before anything is looked at', async (name) => {
  const answer = await request(name, { cookie: admin.cookie, 'x-csrf-token': admin.csrfToken });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_MISSING' });
});

type Ask = { readonly path: string; readonly body?: unknown; readonly answer: readonly [number, string?] };
const UNKNOWN = [404, 'NOT_FOUND'] as const;
const FORBIDDEN = [403, 'FORBIDDEN'] as const;
const OK = [200] as const;

/** A well-formed request to each endpoint, and what a system administrator is answered: no content, no act, nothing learned. */
const asks = (): { readonly [N in EndpointName]: Ask } => {
  const letter = `/letters/${place('letterId')}`;
  const task = `${letter}/tasks/${place('taskId')}`;
  const start = { postId: postId('ops', 'system-admin') };
  const importLine = Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, 'a']));
  const office = { nameTh: 'ก', shortTh: 'ก', agencyCode: 'ก', unitCode: '1', headTitleTh: 'ก', parentId: null, isLinked: true };
  const day = { officeId: officeId('ops'), day: '2027-03-01', kind: 'holiday', nameTh: 'วันหยุด' };
  return {
    login: { path: '/session', body: { login: 'x', password: 'y' }, answer: [401, 'LOGIN_FAILED'] },
    me: { path: '/session', answer: OK },
    logout: { path: '/session', answer: OK },
    logoutAll: { path: '/session/all', answer: OK },
    changePassword: { path: '/session/password', body: { current: 'wrong', next: 'long enough for a test' }, answer: [422, 'PASSWORD_WRONG'] },
    preferences: { path: '/session/preferences', body: { digits: 'thai' }, answer: OK },
    demoAccounts: { path: '/demo/accounts', answer: OK },
    signing: { path: '/signing', answer: OK },
    setMySigning: { path: '/signing', body: { asksPassword: false }, answer: [422, 'SIGNATURE_REQUIRED'] },
    setOfficeSigning: { path: `/signing/offices/${officeId('lopburi')}`, body: { rule: 'personal' }, answer: UNKNOWN },
    inbox: { path: '/tasks', answer: OK },
    inboxCounts: { path: '/tasks/counts', answer: OK },
    neighbours: { path: `/tasks/neighbours?letterId=${place('letterId')}&taskId=${place('taskId')}`, answer: OK },
    getDesk: { path: '/desk', answer: OK },
    changeDesk: { path: '/desk', body: { rev: 0, phrases: ['ทราบ'] }, answer: OK },
    takenTasks: { path: '/tasks/taken', answer: OK },
    copies: { path: '/tasks/copies', answer: OK },
    tasksRead: { path: '/tasks/read', body: { tasks: [{ letterId: place('letterId'), taskId: place('taskId') }] }, answer: OK },
    routeChoice: { path: `/routes/choice?type=incoming&postId=${start.postId}`, answer: FORBIDDEN },
    startLetter: { path: '/letters', body: { type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject: 'ก', fromText: 'ข', toText: 'ค', ...start }, answer: FORBIDDEN },
    listLetters: { path: '/letters', answer: OK },
    answerableLetters: { path: `/letters/answerable?postId=${start.postId}`, answer: [422, 'POST_UNKNOWN'] },
    correspondents: { path: `/correspondents?postId=${start.postId}&q=x`, answer: [422, 'POST_UNKNOWN'] },
    correspondentDirectory: { path: `/correspondents/directory?postId=${start.postId}`, answer: [422, 'POST_UNKNOWN'] },
    editCorrespondent: { path: `/correspondents/${randomUUID()}`, body: { rev: 0, name: 'ก', letterCode: '', phone: '', address: '' }, answer: UNKNOWN },
    mergeCorrespondent: { path: `/correspondents/${randomUUID()}/merge`, body: { rev: 0, intoId: randomUUID() }, answer: UNKNOWN },
    separateCorrespondent: { path: `/correspondents/${randomUUID()}/separation`, body: { rev: 0 }, answer: UNKNOWN },
    knownLetters: { path: `/intake/known?postId=${start.postId}`, answer: [422, 'POST_UNKNOWN'] },
    received: { path: '/clerk/received', answer: OK },
    sent: { path: '/clerk/sent', answer: OK },
    waiting: { path: '/clerk/waiting', answer: OK },
    returned: { path: '/clerk/returned', answer: OK },
    getLetter: { path: letter, answer: UNKNOWN },
    letterCopies: { path: `${letter}/copies`, answer: UNKNOWN },
    matter: { path: `${letter}/matter`, answer: UNKNOWN },
    linkLetter: { path: `${letter}/matter`, body: { letterId: randomUUID(), reason: 'ก' }, answer: UNKNOWN },
    unlinkLetter: { path: `${letter}/matter/${randomUUID()}/removal`, body: { reason: 'ก' }, answer: UNKNOWN },
    saveDraft: { path: `/letters/${place('draftId')}/draft`, body: { taskId: place('draftTaskId'), rev: 0, text: { subject: 'ก' } }, answer: UNKNOWN },
    draftPreview: { path: `/letters/${place('draftId')}/preview`, answer: UNKNOWN },
    endorsementSheet: { path: `${letter}/endorsements`, answer: UNKNOWN },
    coverSheet: { path: `${letter}/cover`, answer: UNKNOWN },
    addressLabels: { path: `${letter}/labels`, answer: UNKNOWN },
    printedFile: { path: `${letter}/file`, answer: UNKNOWN },
    stamps: { path: `${letter}/stamps`, answer: UNKNOWN },
    moveStamp: { path: `${letter}/stamps/${randomUUID()}`, body: { x: 1, y: 1, rev: 0 }, answer: UNKNOWN },
    reply: { path: `${letter}/reply`, body: start, answer: UNKNOWN },
    actOnLetter: { path: `${letter}/acts`, body: { type: 'hold', seq: 1, reason: 'ก' }, answer: UNKNOWN },
    actOnTask: { path: `${task}/acts`, body: { rev: 0, outcome: 'approve' }, answer: UNKNOWN },
    claim: { path: `${task}/claim`, body: { rev: 0 }, answer: UNKNOWN },
    release: { path: `${task}/release`, body: { rev: 0 }, answer: UNKNOWN },
    adhoc: { path: `${task}/adhoc`, body: { rev: 0, postId: randomUUID(), note: 'ก' }, answer: UNKNOWN },
    reassign: { path: `${task}/reassign`, body: { rev: 0, postId: randomUUID(), reason: 'ก' }, answer: UNKNOWN },
    remind: { path: `${task}/remind`, body: { rev: 0, reason: 'ก' }, answer: UNKNOWN },
    extend: { path: `${task}/extend`, body: { rev: 0, due: { at: '2027-01-04' }, reason: 'ก' }, answer: UNKNOWN },
    myCommands: { path: '/commands', answer: OK },
    getCommand: { path: `/commands/${place('commandId')}`, answer: UNKNOWN },
    commandSeen: { path: `/commands/${place('commandId')}/seen`, answer: UNKNOWN },
    upload: { path: '/documents?role=main', answer: [422, 'FILE_EMPTY'] },
    documentContent: { path: `/documents/${place('documentId')}/content`, answer: UNKNOWN },
    documentRendition: { path: `/documents/${place('documentId')}/rendition`, answer: UNKNOWN },
    savePlaces: { path: `/documents/${place('documentId')}/places`, body: { places: [] }, answer: UNKNOWN },
    searchLetters: { path: '/search?q=1', answer: OK },
    searchExport: { path: '/search/export?format=csv&q=1', answer: OK },
    savedSearches: { path: '/search/saved', answer: OK },
    saveSearch: { path: '/search/saved', body: { name: 'ก', query: { q: 'ก' } }, answer: OK },
    deleteSavedSearch: { path: `/search/saved/${randomUUID()}`, answer: UNKNOWN },
    listBooks: { path: '/books', answer: OK },
    bookExport: { path: `/books/${bookId('lopburi', 'receive')}/years/2569/export?format=csv`, answer: UNKNOWN },
    listBlocks: { path: `/books/${bookId('lopburi', 'receive')}/years/2569/blocks`, answer: UNKNOWN },
    reserveNumbers: { path: `/books/${bookId('lopburi', 'receive')}/years/2569/blocks`, body: { id: randomUUID(), kind: 'reserved', count: 1, reason: 'ก' }, answer: UNKNOWN },
    outageSheet: { path: `/books/${bookId('lopburi', 'receive')}/years/2569/blocks/${randomUUID()}/sheet`, answer: UNKNOWN },
    cancelNumbers: { path: `/books/${bookId('lopburi', 'receive')}/years/2569/blocks/${randomUUID()}/cancellation`, body: { reason: 'ก' }, answer: UNKNOWN },
    keepNumber: { path: `/books/${bookId('lopburi', 'receive')}/years/2569/blocks/${randomUUID()}/numbers/${randomUUID()}/letter`, body: { letterId: null, reason: 'ก' }, answer: UNKNOWN },
    checkBook: { path: `/books/${bookId('lopburi', 'receive')}/years/2569/check`, answer: UNKNOWN },
    amendEntry: { path: `/books/${bookId('lopburi', 'receive')}/years/2569/entries/${randomUUID()}/amendments`, body: { field: 'subject', newValue: 'ก', reason: 'ก' }, answer: UNKNOWN },
    bookImports: { path: `/books/${bookId('lopburi', 'receive')}/imports`, answer: UNKNOWN },
    startRegisterImport: { path: `/books/${bookId('lopburi', 'receive')}/imports`, body: { yearBe: 2561, fileName: 'a.csv', content: 'YQ==' }, answer: UNKNOWN },
    registerImport: { path: `/register-imports/${randomUUID()}`, answer: UNKNOWN },
    mapRegisterImport: { path: `/register-imports/${randomUUID()}/mapping`, body: { mapping: { no: 0, entryDate: null, letterNo: null, letterDate: null, from: null, to: null, subject: 1, action: null, remark: null } }, answer: UNKNOWN },
    registerImportRows: { path: `/register-imports/${randomUUID()}/rows`, answer: UNKNOWN },
    registerImportFaults: { path: `/register-imports/${randomUUID()}/faults`, answer: UNKNOWN },
    takeRegisterRows: { path: `/register-imports/${randomUUID()}/take`, answer: UNKNOWN },
    undoRegisterImport: { path: `/register-imports/${randomUUID()}/undo`, body: { reason: 'ก' }, answer: UNKNOWN },
    dropRegisterImport: { path: `/register-imports/${randomUUID()}`, answer: UNKNOWN },
    originalRow: { path: `/earlier-entries/${randomUUID()}`, answer: UNKNOWN },
    bookEntries: { path: `/books/${bookId('lopburi', 'receive')}/years/2569/entries`, answer: UNKNOWN },
    listAppointments: { path: `/appointments?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    createAppointment: { path: '/appointments', body: { personId: personId('lopburi', 'ict-head'), postId: postId('lopburi', 'governor'), capacity: 'acting_for', orderNo: '1/2569', validFrom: at }, answer: [422, 'POST_UNKNOWN'] },
    endAppointment: { path: `/appointments/${place('appointmentId')}/end`, body: {}, answer: UNKNOWN },
    listAbsences: { path: `/absences?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    createAbsence: { path: '/absences', body: { personId: personId('lopburi', 'ict-head'), kind: 'leave', fromAt: at, toAt: '2027-01-05T00:00:00.000Z' }, answer: [422, 'PERSON_UNKNOWN'] },
    endAbsence: { path: `/absences/${place('absenceId')}/end`, body: {}, answer: UNKNOWN },
    presence: { path: `/presence?posts=${postId('lopburi', 'governor')}`, answer: UNKNOWN },
    standIns: { path: '/absences/stand-ins?from=2027-01-04T00:00:00Z&to=2027-01-05T00:00:00Z', answer: OK },
    listDelegations: { path: `/delegations?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    delegationExport: { path: `/delegations/export?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    createDelegation: { path: '/delegations', body: { fromPostId: postId('lopburi', 'governor'), toPostId: postId('lopburi', 'office-head'), orderNo: '1/2569', validFrom: at }, answer: [422, 'POST_UNKNOWN'] },
    endDelegation: { path: `/delegations/${place('delegationId')}/end`, body: {}, answer: FORBIDDEN },
    listOffices: { path: '/offices', answer: OK },
    listUnits: { path: `/units?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    listPosts: { path: `/posts?unitId=${unitId('lopburi', 'ict')}`, answer: OK },
    listPersons: { path: `/persons?officeId=${officeId('ops')}`, answer: OK },
    distributionLists: { path: '/distribution-lists', answer: OK },
    organisation: { path: `/organisation?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    createUnit: { path: '/units', body: { officeId: officeId('ops'), nameTh: 'ก', parentId: null }, answer: FORBIDDEN },
    updateUnit: { path: `/units/${unitId('lopburi', 'ict')}`, body: { rev: 0, nameTh: 'ก', parentId: null }, answer: UNKNOWN },
    closeUnit: { path: `/units/${unitId('lopburi', 'ict')}/close`, body: { rev: 0, on: '2027-01-01' }, answer: UNKNOWN },
    createPost: { path: '/posts', body: { officeId: officeId('ops'), titleTh: 'ก', unitId: unitId('ops', 'ict'), superiorId: null, roles: [], isUnitHead: false }, answer: FORBIDDEN },
    updatePost: { path: `/posts/${postId('ops', 'system-admin')}`, body: { rev: 0, titleTh: 'ก', unitId: unitId('ops', 'ict'), superiorId: null, roles: ['system_admin', 'supervisor'], isUnitHead: false }, answer: FORBIDDEN },
    closePost: { path: `/posts/${postId('lopburi', 'governor')}/close`, body: { rev: 0, on: '2027-01-01' }, answer: UNKNOWN },
    updateContact: { path: `/offices/${officeId('lopburi')}/contact`, body: { rev: 0, addressTh: '', phone: '', email: '', registryUnitId: null, fallbackPostId: null, secretRegistrarPostId: null, processOwnerPostId: null }, answer: UNKNOWN },
    officeTree: { path: '/offices/tree', answer: OK },
    createOffice: { path: '/offices', body: { code: 'lopburi', kind: 'province', ...office, adminLogin: 'x.admin', adminNameTh: 'ก' }, answer: [409, 'CODE_TAKEN'] },
    updateOffice: { path: `/offices/${officeId('lopburi')}`, body: { rev: 99, ...office }, answer: [409, 'EDIT_CONFLICT'] },
    closeOffice: { path: `/offices/${officeId('lopburi')}/close`, body: { rev: 99, on: '2027-01-01' }, answer: [409, 'EDIT_CONFLICT'] },
    setUpOffices: { path: '/office-set-ups', answer: OK },
    setUpOffice: { path: '/office-set-ups', body: { officeId: officeId('lopburi'), office: null, sourceId: null, parts: [], adminLogin: 'x.admin', adminNameTh: 'ก' }, answer: [409, 'OFFICE_SET_UP'] },
    setUpChecklist: { path: `/office-set-ups/${officeId('lopburi')}`, answer: OK },
    copyTemplate: { path: `/office-set-ups/${officeId('lopburi')}/copy`, body: { sourceId: officeId('ops'), parts: [] }, answer: [409, 'OFFICE_SET_UP'] },
    openOffice: { path: `/office-set-ups/${officeId('lopburi')}/open`, answer: OK },
    officeTemplates: { path: '/office-templates', answer: OK },
    markTemplate: { path: `/office-templates/${officeId('ops')}`, body: { isTemplate: true }, answer: OK },
    officeTemplate: { path: `/office-templates/${officeId('ops')}`, answer: OK },
    listAccounts: { path: `/accounts?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    createPerson: { path: '/persons', body: { officeId: officeId('ops'), login: 'new.person', nameTh: 'ก' }, answer: FORBIDDEN },
    updatePerson: { path: `/persons/${personId('lopburi', 'governor')}`, body: { rev: 0, nameTh: 'ก', clearance: 'secret' }, answer: UNKNOWN },
    issuePassword: { path: `/persons/${personId('lopburi', 'governor')}/one-time-password`, answer: UNKNOWN },
    disableAccount: { path: `/persons/${personId('lopburi', 'governor')}/disable`, answer: UNKNOWN },
    enableAccount: { path: `/persons/${personId('lopburi', 'governor')}/enable`, answer: UNKNOWN },
    signOutPerson: { path: `/persons/${personId('lopburi', 'governor')}/sign-out`, answer: UNKNOWN },
    acting: { path: `/acting?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    setSuccession: { path: `/posts/${postId('lopburi', 'governor')}/succession`, body: { rev: 0, items: [] }, answer: UNKNOWN },
    createList: { path: '/distribution-lists', body: { officeId: officeId('ops'), nameTh: 'ก', members: [{ officeId: officeId('lopburi'), role: 'lead' }] }, answer: FORBIDDEN },
    updateList: { path: `/distribution-lists/${randomUUID()}`, body: { rev: 0, nameTh: 'ก', members: [{ officeId: officeId('lopburi'), role: 'lead' }] }, answer: UNKNOWN },
    importTemplate: { path: '/people-import/template?format=csv', answer: FORBIDDEN },
    checkImport: { path: '/people-import/check', body: { officeId: officeId('lopburi'), content: 'YQ==' }, answer: UNKNOWN },
    applyImport: { path: '/people-import', body: { officeId: officeId('lopburi'), lines: [{ line: 2, values: importLine }] }, answer: UNKNOWN },
    createBook: { path: '/office-books', body: { officeId: officeId('lopburi'), kind: 'order', nameTh: 'ก' }, answer: UNKNOWN },
    updateBook: { path: `/office-books/${bookId('lopburi', 'receive')}`, body: { rev: 0, nameTh: 'ก' }, answer: UNKNOWN },
    setBookPattern: { path: `/office-books/${bookId('lopburi', 'receive')}/pattern`, body: { rev: 0, fromDay: '2199-01-01', pattern: '{n}' }, answer: UNKNOWN },
    closeBook: { path: `/office-books/${bookId('lopburi', 'receive')}/close`, body: { rev: 0, on: null }, answer: UNKNOWN },
    officeBooks: { path: '/office-books', answer: FORBIDDEN },
    officeRoutes: { path: '/office-routes', answer: FORBIDDEN },
    routeDesigns: { path: `/route-designs?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    routeVersions: { path: `/routes/${place('routeId')}/versions`, answer: UNKNOWN },
    routeVersion: { path: `/route-versions/${place('versionId')}`, answer: UNKNOWN },
    routeDesignContext: { path: `/route-design-context?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    startRouteDraft: { path: '/route-drafts', body: { officeId: officeId('lopburi'), from: { kind: 'empty', code: 'new', nameTh: 'ก' } }, answer: UNKNOWN },
    routeDraft: { path: `/route-drafts/${place('routeDraftId')}`, answer: UNKNOWN },
    saveRouteDraft: { path: `/route-drafts/${place('routeDraftId')}`, body: { definition: ROUTE, layout: {} }, answer: [428, 'IF_MATCH_MISSING'] },
    routeVersionFile: { path: `/route-versions/${place('versionId')}/file?format=svg`, answer: UNKNOWN },
    routeDraftFile: { path: `/route-drafts/${place('routeDraftId')}/file?format=svg`, answer: UNKNOWN },
    readRouteBpmn: { path: '/route-files/bpmn', body: { xml: '<a/>' }, answer: FORBIDDEN },
    routeDraftCases: { path: `/route-drafts/${place('routeDraftId')}/cases`, answer: UNKNOWN },
    addRouteCase: { path: `/route-drafts/${place('routeDraftId')}/cases`, body: CASE, answer: UNKNOWN },
    changeRouteCase: { path: `/route-cases/${randomUUID()}`, body: CASE, answer: [428, 'IF_MATCH_MISSING'] },
    removeRouteCase: { path: `/route-cases/${randomUUID()}`, answer: UNKNOWN },
    routeVersionCases: { path: `/route-versions/${place('versionId')}/cases`, answer: UNKNOWN },
    routePractice: { path: `/routes/${place('routeId')}/practice`, answer: UNKNOWN },
    routePracticeExport: { path: `/routes/${place('routeId')}/practice/export`, answer: UNKNOWN },
    routeLive: { path: `/routes/${place('routeId')}/live`, answer: UNKNOWN },
    checkMove: { path: `/route-versions/${place('versionId')}/move-check`, answer: UNKNOWN },
    routeMoves: { path: `/route-versions/${place('versionId')}/moves`, answer: UNKNOWN },
    checkDraftMove: { path: `/route-drafts/${place('routeDraftId')}/move-check`, answer: UNKNOWN },
    checkProposalMove: { path: `/route-proposals/${place('proposalId')}/move-check`, answer: UNKNOWN },
    routeMoveLetters: { path: `/route-moves/${randomUUID()}/letters`, answer: UNKNOWN },
    cancelMove: { path: `/route-moves/${randomUUID()}/cancel`, body: { reason: 'ก' }, answer: UNKNOWN },
    moveLetters: { path: `/route-versions/${place('versionId')}/moves`, body: { reason: 'ก' }, answer: UNKNOWN },
    checkRouteDraft: { path: `/route-drafts/${place('routeDraftId')}/verify`, answer: UNKNOWN },
    proposeRoute: { path: `/route-drafts/${place('routeDraftId')}/propose`, body: { note: 'ก', from: 'now', runningLetters: 'stay' }, answer: UNKNOWN },
    routeProposal: { path: `/route-proposals/${place('proposalId')}`, answer: UNKNOWN },
    approveRoute: { path: `/route-proposals/${place('proposalId')}/approve`, answer: UNKNOWN },
    returnRoute: { path: `/route-proposals/${place('proposalId')}/return`, body: { reason: 'ก' }, answer: UNKNOWN },
    withdrawRoute: { path: `/route-proposals/${place('proposalId')}/withdraw`, answer: UNKNOWN },
    rollBackRoute: { path: `/routes/${place('routeId')}/roll-back`, body: { versionId: place('versionId'), note: 'ก', from: 'now', runningLetters: 'stay' }, answer: UNKNOWN },
    callOffVersion: { path: `/route-versions/${place('versionId')}/call-off`, body: { reason: 'ก' }, answer: UNKNOWN },
    setRouteRules: { path: `/route-rules/offices/${officeId('lopburi')}`, body: { fourEyes: true, offersTemplates: false, reason: 'ก' }, answer: UNKNOWN },
    discardRouteDraft: { path: `/route-drafts/${place('routeDraftId')}`, answer: UNKNOWN },
    startWhatIf: { path: `/route-drafts/${place('routeDraftId')}/what-if`, body: { from: '2026-10-01', to: '2026-10-31', letters: 'route' }, answer: UNKNOWN },
    whatIf: { path: `/route-drafts/${place('routeDraftId')}/what-if`, answer: UNKNOWN },
    cancelWhatIf: { path: `/route-what-ifs/${randomUUID()}/cancel`, answer: UNKNOWN },
    whatIfLetters: { path: `/route-what-ifs/${randomUUID()}/letters`, answer: UNKNOWN },
    routeTables: { path: `/route-tables?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    saveRouteTable: { path: `/route-tables/${officeId('lopburi')}/letter`, body: { table: { hitPolicy: 'first', inputs: ['kind'], outputs: ['route'], rules: [{ id: 'r', when: [null], then: ['incoming'] }] } }, answer: [428, 'IF_MATCH_MISSING'] },
    supervision: { path: '/supervision', answer: FORBIDDEN },
    supervisionExport: { path: '/supervision/export', answer: FORBIDDEN },
    supervisedDeliveries: { path: '/supervision/deliveries', answer: FORBIDDEN },
    deliveryExport: { path: '/supervision/deliveries/export', answer: FORBIDDEN },
    candidates: { path: `/supervision/candidates?officeId=${officeId('ops')}`, answer: FORBIDDEN },
    weekly: { path: '/supervision/weekly', answer: FORBIDDEN },
    calendar: { path: '/calendar', answer: OK },
    previewDay: { path: '/calendar/preview', body: day, answer: FORBIDDEN },
    declareDay: { path: '/calendar/days', body: day, answer: FORBIDDEN },
    setRegisterTimes: { path: `/calendar/offices/${officeId('lopburi')}/register-times`, body: REGISTER_WITHIN, answer: UNKNOWN },
    withdrawDay: { path: `/calendar/days/${place('dayId')}`, answer: UNKNOWN },
    holdings: { path: `/persons/${personId('lopburi', 'ict-head')}/holdings`, answer: UNKNOWN },
    handOver: { path: `/persons/${personId('lopburi', 'ict-head')}/hand-over`, body: { posts: [], reason: 'ก' }, answer: UNKNOWN },
    auditTrail: { path: '/audit', answer: FORBIDDEN },
    auditExport: { path: `/audit/export?officeId=${officeId('lopburi')}`, answer: UNKNOWN },
    accessPerson: { path: `/access/persons/${personId('lopburi', 'ict-head')}`, answer: UNKNOWN },
    accessWhy: { path: `/access/why?personId=${personId('lopburi', 'ict-head')}&letterId=${place('letterId')}`, answer: UNKNOWN },
    system: { path: '/system', answer: OK },
    stuckLetters: { path: '/system/stuck', answer: OK },
    explainLetter: { path: `/system/letters/${place('letterId')}`, answer: OK },
    resumeLetter: { path: `/system/letters/${place('letterId')}/resume`, answer: OK },
    listNotices: { path: '/notices', answer: OK },
    noticesRead: { path: '/notices/read', body: { ids: [randomUUID()] }, answer: OK },
    noticeSettings: { path: '/notices/settings', answer: OK },
    changeNoticeSettings: { path: '/notices/settings', body: { due: { bell: true, mail: 'now' } }, answer: OK },
    events: { path: '/events', answer: OK },
    live: { path: '/health/live', answer: OK },
    ready: { path: '/health/ready', answer: OK },
  };
};
/** A stream does not end, and signing out would end the test. */
const NOT_ASKED: ReadonlySet<EndpointName> = new Set<EndpointName>(['events', 'logout', 'logoutAll']);

test.each(all.map(([name]) => name).filter((name) => !NOT_ASKED.has(name)))('%s tells a system administrator nothing and does nothing for one', async (name) => {
  const { path, body, answer: [status, code] } = asks()[name];
  const before = (await live.pool.query('select (select count(*) from command) as commands, (select count(*) from letter) as letters, (select count(*) from appointment) as appointments')).rows;
  const { method } = endpoints[name];
  const answer = method === 'GET' ? await admin.get<{ code?: string; items?: readonly unknown[] }>(path) : await admin.send<{ code?: string; items?: readonly unknown[] }>(method, path, body);
  expect([answer.statusCode, answer.body.code]).toEqual([status, code]);
  if (['inbox', 'listLetters', 'searchLetters', 'listBooks', 'myCommands', 'listNotices', 'received', 'sent', 'waiting', 'returned'].includes(name)) expect(answer.body.items).toEqual([]);
  expect((await live.pool.query('select (select count(*) from command) as commands, (select count(*) from letter) as letters, (select count(*) from appointment) as appointments')).rows).toEqual(before);
});

test('the process says that it lives, that its parts answer, and what it measures', async () => {
  expect((await live.app.inject({ url: '/api/v1/health/live' })).json()).toEqual({ status: 'ok', version: 'test' });
  expect((await live.app.inject({ url: '/api/v1/health/ready' })).json()).toEqual({ status: 'ok', parts: { database: true, temporal: true, files: true } });
  const metrics = (await live.app.inject({ url: '/metrics' })).body;
  expect(metrics).toMatch(/saraban_http_request_seconds_count\{[^}]*method="POST",route="\/letters",status="200"[^}]*\} [1-9]/);
  expect(metrics).toMatch(/saraban_oldest_pending_command_seconds\{part="api"\} \d/);
  expect(metrics).not.toContain(place('letterId'));
});

test('the log names routes and people by id, and nothing of what a letter says', async () => {
  const clerk = await signIn(live, 'lopburi.registry.clerk');
  await takeIn(clerk, { subject: 'เรื่องที่ไม่ควรอยู่ในบันทึก', fromText: 'ผู้ส่งลับเฉพาะ' });
  ok(await clerk.get(`/letters?q=${encodeURIComponent('คำค้นส่วนตัว')}`));
  const log = live.logged.join('\n');
  expect(log).toContain('/api/v1/letters');
  for (const secret of ['เรื่องที่ไม่ควร', 'ผู้ส่งลับเฉพาะ', 'คำค้นส่วนตัว', encodeURIComponent('คำค้น'), 'saraban-demo']) expect(log).not.toContain(secret);
});
