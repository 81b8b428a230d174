import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import { isDomainError } from '#domain/errors';
import type { LetterKind } from '#domain/letter/vocabulary';
import { decideByTable } from '#domain/route/decision-table';
import type { Directory } from '#domain/route/directory';
import { createDriver, type Driver } from '#domain/route/driver';
import type { ActEvent, Recipient } from '#domain/route/events';
import type { Facts, Route } from '#domain/route/model';
import type { Actor, Task } from '#domain/route/state';
import { verifyRoute } from '#domain/route/verify';
import { asksAssignedPost } from '#domain/route/which-route';
import { routeSchema } from '#domain/route/verify-schema';
import { LINKED_OFFICES } from '../base';
import { personId } from '../demo';
import { officeId, postId, unitId } from '../insert-offices';
import type { OfficeSeed } from '../office-seed';
import { LETTER_ROUTE_TABLE, OPS_ROUTES, POST_ROUTE_TABLE, PROVINCE_ROUTES, UNIT_ROUTE_TABLE, type OfficeRoutes } from './registry';

const officeOf = (code: string): OfficeSeed => LINKED_OFFICES.find((office) => office.code === code)!;
const AT = '2026-11-23T02:00:00.000Z';

/** The seeded office as a directory: every post held by its demo person, unless somebody acts for it. */
function directoryOf(office: OfficeSeed, acting: { readonly [post: string]: string } = {}): Directory {
  const post = (code: string | null): string | null => (code === null ? null : postId(office.code, code));
  return {
    posts: office.posts.map((seed) => ({
      clearances: { [personId(office.code, acting[seed.code] ?? seed.code)]: seed.clearance ?? 'none' },
      id: postId(office.code, seed.code), code: seed.code, unitId: unitId(office.code, seed.unit), superiorId: post(seed.superior), roles: seed.roles,
      isUnitHead: seed.isUnitHead ?? false, holders: [personId(office.code, acting[seed.code] ?? seed.code)], clearance: seed.clearance ?? 'none',
      oversees: (seed.oversees ?? []).map((unit) => unitId(office.code, unit)),
    })),
    units: office.units.map((unit) => ({
      id: unitId(office.code, unit.code), code: unit.code, parentId: unit.parent === null ? null : unitId(office.code, unit.parent),
      headPostId: post(office.posts.find((seed) => seed.unit === unit.code && seed.isUnitHead === true)?.code ?? null),
    })),
    registryUnitId: office.registryUnit === null ? null : unitId(office.code, office.registryUnit),
    fallbackPostId: post(office.fallbackPost), processOwnerPostId: post(office.processOwnerPost), secretRegistrarPostId: post(office.secretRegistrarPost),
    parentSecretRegistrarPostId: null,
  };
}

const TO_LOPBURI: Recipient = { deliveryId: 'D1', officeId: officeId('lopburi'), addressId: null, role: 'lead' };

/** A letter in a seeded office, with its acts in a line each. */
function play(officeCode: string, route: keyof OfficeRoutes, args: { facts: Facts; drafter?: string; acting?: { readonly [post: string]: string } }) {
  const office = officeOf(officeCode);
  const routes: { readonly [id: string]: Route } = office.kind === 'central' ? OPS_ROUTES : PROVINCE_ROUTES;
  const driver: Driver = createDriver({ routes, directory: directoryOf(office, args.acting), calendar: PLAIN_CALENDAR });
  const drafter = args.drafter === undefined ? null : actor(args.drafter);
  const unit = office.posts.find(({ code }) => code === (args.drafter ?? 'registry-clerk'))!.unit;
  driver.start({
    type: 'start', at: AT, actor: drafter, letterId: 'L', officeId: officeId(officeCode), routeVersionId: route, unitId: unitId(officeCode, unit), secrecy: 'none',
    facts: { urgency: 'normal', secrecy: 'none', ownerUnitId: unitId(officeCode, unit), ...args.facts },
  });
  const state = () => driver.state('L');
  const tasks = (node?: string): readonly Task[] => Object.values(state().tasks).filter((task) => node === undefined || task.node === node);
  /** Post codes that hold the task at a node. */
  const at = (node: string): readonly string[] =>
    tasks(node).flatMap(({ postIds }) => postIds.map((id) => office.posts.find(({ code }) => postId(officeCode, code) === id)?.code ?? id));
  const open = (): readonly string[] => tasks().map(({ node }) => node);
  function actor(post: string, capacity: Actor['capacity'] = 'own'): Actor {
    return { personId: personId(officeCode, args.acting?.[post] ?? post), postId: postId(officeCode, post), capacity };
  }
  const act = (node: string, outcome: string, more: Partial<ActEvent> & { by?: string } = {}) => {
    const { by, ...rest } = more;
    const task = tasks(node).find((one) => by === undefined || one.postIds.includes(postId(officeCode, by)))!;
    const holder = by ?? at(node)[0]!;
    return driver.feed('L', { type: 'act', at: AT, actor: actor(holder), taskId: task.id, rev: task.rev, outcome, hasNote: false, ...rest });
  };
  const feed = driver.feed.bind(null, 'L');
  return { act, at, open, state, feed, driver, tasks, actor };
}

const outgoingFacts: Facts = { direction: 'outgoing', kind: 'external_letter', isReply: false };
const incomingFacts: Facts = { direction: 'incoming', kind: 'external_letter', channel: 'exchange' };
const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return isDomainError(error) ? (error as { code: string }).code : String(error);
  }
};

describe('an outgoing letter of OPS', () => {
  const start = (facts: Facts = {}) => play('ops', 'outgoing', { facts: { ...outgoingFacts, ...facts }, drafter: 'ict-officer' });

  test('goes from the officer by section head and director to the deputy, who signs for the Permanent Secretary, and out under one act', () => {
    const letter = start({ dateAsked: '2026-12-15' });
    expect(letter.at('draft')).toEqual(['ict-officer']);
    letter.act('draft', 'submit', { recipients: [TO_LOPBURI] });
    expect(letter.at('review')).toEqual(['ict-systems-head']);
    letter.act('review', 'approve');
    expect(letter.at('chief')).toEqual(['ict-director']);
    letter.act('chief', 'return', { returnTo: 'draft', hasNote: true });
    expect(letter.at('draft')).toEqual(['ict-officer']);
    letter.act('draft', 'submit');
    letter.act('review', 'approve');
    letter.act('chief', 'amend');
    expect(letter.at('sign')).toEqual(['deputy-ps-2']);
    const { effects } = letter.act('sign', 'sign', { signature: true });
    expect(effects.map(({ type }) => type)).toEqual(expect.arrayContaining(['seal', 'takeNumber', 'dispatch']));
    expect(effects.find(({ type }) => type === 'seal')).toMatchObject({ onBehalfOf: { by: 'post', postCode: 'permanent-secretary' } });
    expect(effects.find(({ type }) => type === 'takeNumber')).toMatchObject({ book: 'send', owner: 'office' });
    expect(letter.state().status).toBe('running');
  });

  test('waits for the answer, which the drafter judges, and closes when it is full', () => {
    const letter = start({ dateAsked: '2026-12-15' });
    letter.act('draft', 'submit', { recipients: [TO_LOPBURI] });
    letter.act('review', 'approve');
    letter.act('chief', 'approve');
    letter.act('sign', 'sign', { signature: true });
    letter.feed({ type: 'delivery', at: AT, deliveryId: 'D1', change: 'registered' });
    letter.feed({ type: 'delivery', at: AT, deliveryId: 'D1', change: 'answered' });
    expect(letter.at('follow-up')).toEqual(['ict-officer']);
    letter.act('follow-up', 'full');
    expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'closed' });
  });

  test('without a date asked for ends with its dispatch', () => {
    const letter = start();
    letter.act('draft', 'submit', { recipients: [TO_LOPBURI] });
    letter.act('review', 'approve');
    letter.act('chief', 'approve');
    letter.act('sign', 'sign', { signature: true });
    expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'closed' });
  });

  test.each(['review', 'chief', 'sign'] as const)('sent back by %s needs a note', (node) => {
    const letter = start();
    letter.act('draft', 'submit', { recipients: [TO_LOPBURI] });
    if (node !== 'review') letter.act('review', 'approve');
    if (node === 'sign') letter.act('chief', 'approve');
    expect(codeOf(() => letter.act(node, 'return', { returnTo: 'draft' }))).toBe('NOTE_REQUIRED');
  });
});

describe('a letter that comes to a province', () => {
  const start = (acting?: { readonly [post: string]: string }) => play('lopburi', 'incoming', { facts: incomingFacts, ...(acting === undefined ? {} : { acting }) });
  const strategy = unitId('lopburi', 'strategy');
  const ict = unitId('lopburi', 'ict');
  const picks = [
    { unitId: strategy, role: 'main', routeVersionId: 'unit-incoming' }, { unitId: ict, role: 'info', routeVersionId: 'unit-incoming' },
  ] as const;

  test('is registered by the clerk, endorsed upward, directed by the acting deputy, and closed by the group that answered it', () => {
    const letter = start({ governor: 'deputy-governor-1' });
    expect(letter.at('check')).toEqual(['registry-clerk']);
    const registered = letter.act('check', 'register', { facts: { proposedUnit: strategy } });
    expect(registered.effects.find(({ type }) => type === 'takeNumber')).toMatchObject({ book: 'receive', owner: 'office', acceptsDelivery: true });
    expect(letter.at('propose')).toEqual(['office-head']);
    letter.act('propose', 'approve', { facts: { proposedUnit: strategy } });
    expect(letter.at('direct')).toEqual(['governor']);
    const directed = letter.act('direct', 'assign', { action: 'assigned', picks, due: { unit: 'workingDays', amount: 5 } });
    expect(directed.effects.filter(({ type }) => type === 'takeNumber')).toMatchObject([{ owner: 'holder', unitId: strategy }, { owner: 'holder', unitId: ict }]);
    expect([letter.at('appoint'), letter.at('inform')]).toEqual([['strategy-head'], ['ict-head']]);
    letter.act('appoint', 'approve', { facts: { actingPerson: personId('lopburi', 'strategy-officer') } });
    expect(letter.at('work')).toEqual(['strategy-officer']);
    letter.feed({ type: 'answered', at: AT, answerLetterId: 'R' });
    expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'closed' });
  });

  test('needs a date by which the group is to act', () => {
    const letter = start();
    letter.act('check', 'register');
    letter.act('propose', 'approve');
    expect(codeOf(() => letter.act('direct', 'assign', { action: 'assigned', picks }))).toBe('DUE_INVALID');
  });

  test('can be sent back to its sender only with a note', () => {
    const letter = start();
    expect(codeOf(() => letter.act('check', 'sendBack'))).toBe('NOTE_REQUIRED');
    letter.act('check', 'sendBack', { hasNote: true });
    expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'returned' });
  });

  test('given to a group by mistake is handed back with a reason to whoever directed it, who directs anew', () => {
    const letter = start();
    letter.act('check', 'register');
    letter.act('propose', 'approve');
    letter.act('direct', 'assign', { action: 'proceed', picks, due: { unit: 'workingDays', amount: 3 } });
    expect(codeOf(() => letter.act('appoint', 'reject'))).toBe('NOTE_REQUIRED');
    const back = letter.act('appoint', 'reject', { hasNote: true });
    expect(back.effects.find(({ type }) => type === 'endorse')).toMatchObject({ action: 'returned' });
    expect(back.effects.find(({ type }) => type === 'closeAssignment')).toMatchObject({ outcome: 'returned' });
    expect(letter.at('direct')).toEqual(['governor']);
    letter.act('direct', 'assign', { action: 'proceed', picks: [{ unitId: ict, role: 'main', routeVersionId: 'unit-incoming' }], due: { unit: 'workingDays', amount: 3 } });
    expect(letter.at('appoint')).toEqual(['ict-head']);
  });

  test('given by the head of office to an officer is worked on, reported, sent back once and closed', () => {
    const letter = play('lopburi', 'incoming', { facts: { ...incomingFacts, kind: 'news_release' } });
    letter.act('check', 'register');
    expect(letter.at('direct-office')).toEqual(['office-head']);
    const given = letter.act('direct-office', 'assign', {
      action: 'assigned', due: { unit: 'workingDays', amount: 3 },
      picks: [
        { unitId: strategy, postId: postId('lopburi', 'strategy-officer'), role: 'main', routeVersionId: 'post-incoming' },
        { unitId: ict, postId: postId('lopburi', 'ict-head'), role: 'info', routeVersionId: 'post-incoming' },
      ],
    });
    expect(given.effects.some(({ type }) => type === 'takeNumber')).toBe(false);
    expect([letter.at('handle'), letter.at('note')]).toEqual([['strategy-officer'], ['ict-head']]);
    expect(codeOf(() => letter.act('handle', 'done'))).toBe('NOTE_REQUIRED');
    letter.act('handle', 'done', { hasNote: true });
    expect(letter.at('report')).toEqual(['office-head']);
    letter.act('report', 'return', { returnTo: 'handle', hasNote: true });
    expect(letter.at('handle')).toEqual(['strategy-officer']);
    letter.act('handle', 'done', { hasNote: true });
    letter.act('report', 'approve');
    expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'closed' });
  });

  test('given to a deputy is directed onward, and handed back with a reason where it was a mistake', () => {
    const letter = start();
    letter.act('check', 'register');
    letter.act('propose', 'approve');
    const due = { unit: 'workingDays', amount: 3 } as const;
    const toDeputy = [{ unitId: unitId('lopburi', 'executive'), postId: postId('lopburi', 'deputy-governor-1'), role: 'main', routeVersionId: 'post-incoming' }] as const;
    letter.act('direct', 'assign', { action: 'assigned', picks: toDeputy, due });
    expect(codeOf(() => letter.act('handle', 'reject'))).toBe('NOTE_REQUIRED');
    letter.act('handle', 'reject', { hasNote: true });
    expect(letter.at('direct')).toEqual(['governor']);
    letter.act('direct', 'assign', { action: 'assigned', picks: toDeputy, due });
    letter.act('handle', 'onward');
    letter.act('direct-onward', 'assign', { action: 'assigned', picks: [{ unitId: strategy, role: 'main', routeVersionId: 'unit-incoming' }] });
    letter.act('appoint', 'approve');
    letter.act('work-head', 'done', { hasNote: true });
    expect(letter.at('report')).toEqual(['governor']);
  });

  test('without a person named is worked on by the head of the group', () => {
    const letter = start();
    letter.act('check', 'register');
    letter.act('propose', 'approve');
    letter.act('direct', 'assign', { action: 'proceed', picks, due: { unit: 'workingDays', amount: 3 } });
    letter.act('appoint', 'approve');
    expect(letter.at('work-head')).toEqual(['strategy-head']);
  });

  test('entered at the counter has been checked already', () => {
    const letter = play('lopburi', 'incoming', { facts: { ...incomingFacts, channel: 'counter' }, drafter: 'registry-clerk' });
    expect(letter.open()).toEqual(['propose']);
  });

  test('that is only news goes no higher than the head of office', () => {
    const letter = play('lopburi', 'incoming', { facts: { ...incomingFacts, kind: 'news_release', channel: 'counter' }, drafter: 'registry-clerk' });
    expect(letter.at('direct-office')).toEqual(['office-head']);
    letter.act('direct-office', 'assign', { action: 'file' });
    expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'closed' });
  });
});

describe('the answer of a province', () => {
  test('has the opinion of a second group in parallel, is amended by the head of office and signed by the acting deputy', () => {
    const letter = play('lopburi', 'outgoing', { facts: { ...outgoingFacts, isReply: true }, drafter: 'strategy-officer', acting: { governor: 'deputy-governor-1' } });
    letter.act('draft', 'submit', { recipients: [{ ...TO_LOPBURI, officeId: officeId('ops') }], facts: { proposedUnit: unitId('lopburi', 'ict') } });
    expect([letter.at('opinion'), letter.at('review-asked')]).toEqual([['ict-head'], ['strategy-head']]);
    letter.act('review-asked', 'approve');
    letter.act('opinion', 'comment', { hasNote: true });
    expect(letter.at('chief')).toEqual(['office-head']);
    letter.act('chief', 'amend');
    expect(letter.at('sign')).toEqual(['governor']);
    letter.act('sign', 'sign', { signature: true });
    expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'closed' });
  });
});

describe('a letter that comes to OPS', () => {
  test('that answers our own goes from the registry straight to the owner division, which takes its own number', () => {
    const letter = play('ops', 'incoming', { facts: { ...incomingFacts, isReply: true, proposedUnit: unitId('ops', 'ict') } });
    letter.act('check', 'register');
    expect(letter.at('route-reply')).toEqual(['registry-clerk']);
    const { effects } = letter.act('route-reply', 'assign', { action: 'proceed', picks: [{ unitId: unitId('ops', 'ict'), role: 'main', routeVersionId: 'unit-incoming' }] });
    expect(effects.find(({ type }) => type === 'takeNumber')).toMatchObject({ owner: 'holder', unitId: unitId('ops', 'ict') });
    expect(letter.at('appoint')).toEqual(['ict-director']);
  });

  test('of another kind is directed by the director of the Central Division', () => {
    const letter = play('ops', 'incoming', { facts: { ...incomingFacts, isReply: false } });
    letter.act('check', 'register');
    expect(letter.at('route-other')).toEqual(['central-director']);
  });
});

test('proposer, consent and approver act in this order; skipping one is refused', () => {
  const letter = play('ops', 'three-posts', { facts: { direction: 'internal', kind: 'internal_memo' }, drafter: 'ict-officer' });
  letter.act('draft', 'submit');
  expect(letter.at('propose')).toEqual(['ict-director']);
  const task = letter.tasks('propose')[0]!;
  const skip = () =>
    letter.feed({ type: 'act', at: AT, actor: letter.actor('permanent-secretary'), taskId: task.id, rev: task.rev, outcome: 'approve', hasNote: false });
  expect(codeOf(skip)).toBe('NOT_ENTITLED');
  letter.act('propose', 'approve');
  expect(letter.at('consent')).toEqual(['deputy-ps-2']);
  letter.act('consent', 'approve');
  expect(letter.at('approve')).toEqual(['permanent-secretary']);
  letter.act('approve', 'sign', { signature: true });
  expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'closed' });
});

test('a circular is one number to every office of the list, and ends when all have taken note', () => {
  const letter = play('ops', 'circular', { facts: { ...outgoingFacts, isCircular: true }, drafter: 'provincial-affairs-officer' });
  const recipients = ['D-a', 'D-b'].map((deliveryId) => ({ ...TO_LOPBURI, deliveryId, role: 'secondary' as const }));
  letter.act('draft', 'submit', { recipients });
  letter.act('review', 'approve');
  letter.act('chief', 'approve');
  const { effects } = letter.act('sign', 'sign', { signature: true });
  expect(effects.filter(({ type }) => type === 'takeNumber')).toMatchObject([{ book: 'circular' }]);
  letter.feed({ type: 'delivery', at: AT, deliveryId: 'D-a', change: 'registered' });
  expect(letter.state().status).toBe('running');
  letter.feed({ type: 'delivery', at: AT, deliveryId: 'D-b', change: 'acknowledged' });
  expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'closed' });
});

test('an order is checked by the Law Bureau, signed by the Permanent Secretary, numbered in the book of orders and published', () => {
  const letter = play('ops', 'order', { facts: { direction: 'internal', kind: 'order' }, drafter: 'hr-officer' });
  letter.act('draft', 'submit');
  letter.act('review', 'approve');
  expect(letter.at('check')).toEqual(['law-director']);
  letter.act('check', 'approve');
  expect(letter.at('sign')).toEqual(['permanent-secretary']);
  const { effects } = letter.act('sign', 'sign', { signature: true });
  expect(effects.find(({ type }) => type === 'takeNumber')).toMatchObject({ book: 'order' });
  expect(effects.filter(({ type }) => type === 'openTask')).toHaveLength(6);
  for (const unit of ['central', 'hr', 'finance', 'ict', 'policy', 'provincial-affairs']) letter.act('publish', 'acknowledge', { by: `${unit}-director` });
  expect(letter.state()).toMatchObject({ status: 'ended', outcome: 'closed' });
});

const everyRoute = ['ops', 'lopburi'].flatMap((code) =>
  Object.entries(officeOf(code).kind === 'central' ? OPS_ROUTES : PROVINCE_ROUTES).map(([route, definition]) => ({ code, route, definition })),
);

test.each(everyRoute)('the verifier finds nothing wrong with $route of $code', ({ code, definition }) => {
  expect(verifyRoute(definition, { directory: directoryOf(officeOf(code)) })).toEqual([]);
});

test.each(everyRoute)('the schema of routes accepts $route of $code', ({ definition }) => {
  expect(routeSchema.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
});

test.each([
  ['incoming', 'none', false, 'external_letter', 'incoming'],
  ['incoming', 'secret', false, 'external_letter', 'secret-incoming'],
  ['incoming', 'top_secret', false, 'external_letter', 'top-secret-control'],
  ['outgoing', 'none', false, 'external_letter', 'outgoing'],
  ['outgoing', 'none', true, 'external_letter', 'circular'],
  ['outgoing', 'confidential', true, 'external_letter', 'secret-outgoing'],
  ['internal', 'none', false, 'internal_memo', 'three-posts'],
  ['internal', 'none', false, 'order', 'order'],
] as const)('a letter that is %s, %s, circular %s, %s takes the route %s', (direction, secrecy, isCircular, kind: LetterKind, route) => {
  expect(decideByTable(LETTER_ROUTE_TABLE, { direction, secrecy, isCircular, kind }).values).toEqual({ route });
});

test('every unit runs the incoming route of units', () => {
  expect(decideByTable(UNIT_ROUTE_TABLE, { assignmentRole: 'info' }).values).toEqual({ route: 'unit-incoming' });
});

test('what is given to a post takes the route that asks it', () => {
  expect(decideByTable(POST_ROUTE_TABLE, { assignmentRole: 'main' }).values).toEqual({ route: 'post-incoming' });
  expect(asksAssignedPost(OPS_ROUTES['post-incoming'])).toBe(true);
});
