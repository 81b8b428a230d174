import { WorkflowFailedError } from '@temporalio/client';
import { ENGINE_VERSION } from '#domain/route/engine';
import type { LetterEvent, StartEvent } from '#domain/route/events';
import { route, startNode, endNode, approval, post } from '#domain/route/testing/build';
import { holder, postId, unitId } from '#domain/route/testing/office';
import { ROUTES } from '#domain/route/testing/routes';
import { eventsOf, openWorkflowRig, refusalOf, silence, type WorkflowRig } from '#test/support/workflow-rig';

jest.setTimeout(180_000);

/** One approval, and one with a deadline of three working days and the whole ladder. */
const simple = route([startNode, approval('approve', 'chief'), endNode], ['start approve', 'approve approve end']);
const late = route(
  [
    startNode,
    approval('decide', 'clerk', {
      deadline: { rule: { unit: 'workingDays', amount: 3 } },
      escalation: [
        { id: 'soon', when: 'beforeDue', offset: { unit: 'workingHours', amount: 4 }, act: 'remind' },
        { id: 'late', when: 'afterDue', offset: { unit: 'workingDays', amount: 1 }, act: 'remindSuperior' },
        { id: 'later', when: 'afterDue', offset: { unit: 'workingDays', amount: 2 }, act: 'handOver' },
        { id: 'latest', when: 'afterDue', offset: { unit: 'workingDays', amount: 3 }, act: 'flag' },
      ],
    }),
    endNode,
  ],
  ['start decide', 'decide approve end'],
);
const years = route(
  [
    startNode,
    { id: 'pause', type: 'wait', until: { rule: { unit: 'calendarDays', amount: 730 } } },
    { id: 'wrap', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }] },
    endNode,
  ],
  ['start pause', 'pause wrap', 'wrap done end'],
);
const steps = route(
  [startNode, approval('one', 'chief'), approval('two', 'deputy', { returnTo: ['one'] }), approval('three', 'governor', { returnTo: ['one'] }), endNode],
  ['start one', 'one approve two', 'two approve three', 'three approve end'],
);

let rig: WorkflowRig;
beforeAll(async () => {
  silence();
  rig = await openWorkflowRig({ ...ROUTES, simple, late, years, steps });
});
afterAll(() => rig.close());

const eventTypes = (letterId: string): string[] => rig.letters.transitions(letterId).map(({ event }) => event.type);
const ended = (letterId: string): Promise<void> => rig.env.client.workflow.getHandle(`letter/${letterId}`).result() as Promise<void>;

describe('commands', () => {
  test('a letter begins by itself, is acted on by an update and ends', async () => {
    const letterId = await rig.begin({ route: 'simple' });
    const answer = await rig.act(letterId, 'approve', 'approve');
    expect(answer.seq).toBe(2);
    await ended(letterId);
    expect(eventTypes(letterId)).toEqual(['start', 'act']);
    await rig.keep(letterId, 'register-approve-close');
  });

  test('beginning takes one workflow task, and so does an act', async () => {
    const letterId = await rig.begin({ route: 'simple', waits: false });
    const tasks = async (): Promise<number> => eventsOf(await rig.history(letterId), 'workflowTaskCompletedEventAttributes').length;
    await rig.until(async () => (await tasks()) === 1, 'it has begun');
    await rig.act(letterId, 'approve', 'approve');
    await ended(letterId);
    const history = await rig.history(letterId);
    expect(eventsOf(history, 'workflowTaskCompletedEventAttributes')).toHaveLength(2);
    expect(eventsOf(history, 'activityTaskScheduledEventAttributes')).toHaveLength(0);
  });

  test('an update that starts the letter is answered once it has begun', async () => {
    const letterId = 'started-with';
    const event: StartEvent = {
      type: 'start', at: await rig.now(), actor: holder('clerk'), letterId, officeId: 'O1', routeVersionId: 'simple', unitId: unitId('registry'), secrecy: 'none',
      facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal' },
    };
    rig.letters.add(letterId, { id: 'cmd-start', event });
    const answer = await rig.startWith(letterId, 'cmd-start', event);
    expect(answer.seq).toBe(1);
    // Its start stood in the inbox as well; it was applied once.
    expect(eventTypes(letterId)).toEqual(['start']);
    await rig.keep(letterId, 'update-with-start');
  });

  test("a person's start that is refused ends the execution: no letter waits that nobody has", async () => {
    const letterId = 'refused-start';
    const event: StartEvent = {
      type: 'start', at: await rig.now(), actor: holder('clerk'), letterId, officeId: 'O1', routeVersionId: 'simple', unitId: unitId('registry'), secrecy: 'none',
      facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal' },
    };
    rig.letters.add(letterId, { id: 'cmd-refused-start', event });
    rig.letters.trouble(letterId).push({ kind: 'refused', code: 'BOOK_HELD', details: {} });
    expect(await refusalOf(rig.startWith(letterId, 'cmd-refused-start', event))).toMatchObject({ code: 'BOOK_HELD' });
    await ended(letterId);
    expect(rig.letters.transitions(letterId)).toEqual([]);
    await rig.keep(letterId, 'refused-start');
  });

  test('a refusal is an answer with its code and facts, and the letter goes on', async () => {
    const letterId = await rig.begin({ route: 'simple' });
    const open = rig.task(letterId, 'approve');
    const stale: LetterEvent = { type: 'act', at: await rig.now(), actor: holder('chief'), taskId: open.id, rev: 7, outcome: 'approve', hasNote: false };
    expect(await refusalOf(rig.send(letterId, stale, 'stale-1'))).toEqual({ code: 'TASK_STALE', details: expect.objectContaining({ rev: 0 }) });
    expect(rig.letters.rejected).toContainEqual({ id: 'stale-1', code: 'TASK_STALE' });
    expect((await rig.act(letterId, 'approve', 'approve')).seq).toBe(2);
    await ended(letterId);
    await rig.keep(letterId, 'refused-then-applied');
  });

  test('a refusal of the commit reaches whoever acted and changes nothing', async () => {
    const letterId = await rig.begin({ route: 'simple' });
    rig.letters.trouble(letterId).push({ kind: 'refused', code: 'NOT_ENTITLED', details: { postId: 'P-chief' } });
    expect(await refusalOf(rig.act(letterId, 'approve', 'approve'))).toEqual({ code: 'NOT_ENTITLED', details: { postId: 'P-chief' } });
    expect(await rig.view(letterId)).toMatchObject({ seq: 1, status: 'running' });
    expect((await rig.act(letterId, 'approve', 'approve')).seq).toBe(2);
  });

  test('what is no command is refused before it enters the history', async () => {
    const letterId = await rig.begin({ route: 'simple' });
    expect((await refusalOf(rig.send(letterId, { type: 'timer', at: await rig.now(), timerId: 'm1', nth: 0 }))).code).toBe('EVENT_INVALID');
    const history = await rig.history(letterId);
    expect(eventsOf(history, 'workflowExecutionUpdateAcceptedEventAttributes')).toHaveLength(0);
  });

  test('ten people at once are taken one after another', async () => {
    const letterId = await rig.begin({ route: 'simple' });
    const open = rig.task(letterId, 'approve');
    const at = await rig.now();
    const event: LetterEvent = { type: 'act', at, actor: holder('chief'), taskId: open.id, rev: open.rev, outcome: 'approve', hasNote: false };
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => rig.send(letterId, event, `crowd-${n}`)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(await refusalOf(Promise.reject(result.reason))).toMatchObject({ code: expect.stringMatching(/LETTER_ENDED|TASK_NOT_OPEN/) });
    }
    expect(rig.letters.transitions(letterId)).toHaveLength(2);
    await ended(letterId);
    await rig.keep(letterId);
  });

  test('a letter that has ended answers late comers and closes', async () => {
    const letterId = await rig.begin({ route: 'simple' });
    const open = rig.task(letterId, 'approve');
    const event: LetterEvent = { type: 'act', at: await rig.now(), actor: holder('chief'), taskId: open.id, rev: open.rev, outcome: 'approve', hasNote: false };
    const results = await Promise.allSettled([rig.send(letterId, event, 'first'), rig.send(letterId, event, 'second')]);
    const lateComer = results.find((result) => result.status === 'rejected');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(Promise.reject(lateComer?.reason))).toMatchObject({ code: expect.stringMatching(/LETTER_ENDED|TASK_NOT_OPEN/) });
    await ended(letterId);
  });
});

describe('time', () => {
  test('reminder, deadline and every rung of the ladder wake the letter at their instants of the working calendar', async () => {
    const letterId = await rig.begin({ route: 'late' });
    const due = rig.letters.driver.timers(letterId).toSorted((a, b) => a.at.localeCompare(b.at));
    expect(due).toHaveLength(5);
    await rig.sleepUntil(new Date(Date.parse(due.at(-1)!.at) + 3_600_000).toISOString());
    const fired = rig.letters.transitions(letterId).filter(({ event }) => event.type === 'timer');
    expect(fired.map(({ event }) => event.at)).toEqual(due.map(({ at }) => at));
    const notices = fired.map(({ effects }) => effects.flatMap((effect) => (effect.type === 'notify' ? [effect.template] : effect.type === 'changeTask' ? [effect.why] : [])));
    expect(notices).toEqual([['taskReminder'], ['taskOverdue'], ['taskReminder'], ['taskWithdrawn', 'handOver'], ['routeFlag']]);
    for (const { eventId, event } of fired) {
      const wokenAfter = rig.letters.committedAt.get(`${letterId}/${eventId}`)! - Date.parse(event.at);
      expect(wokenAfter).toBeGreaterThanOrEqual(0);
      expect(wokenAfter).toBeLessThan(60_000);
    }
    // Handed over to the superior, who decides.
    expect(rig.task(letterId, 'decide').postIds).toEqual(['P-chief']);
    await rig.act(letterId, 'decide', 'approve', { actor: holder('chief') });
    await ended(letterId);
    await rig.keep(letterId, 'deadline-and-escalation');
  });

  test('one timer is armed at a time, and armed again only when the instant changes', async () => {
    const letterId = await rig.begin({ route: 'late' });
    await rig.nudge(letterId);
    await rig.nudge(letterId);
    await rig.until(() => (rig.letters.calls['readInbox'] ?? 0) > 0, 'the nudges are heeded');
    const before = await rig.history(letterId);
    expect(eventsOf(before, 'timerStartedEventAttributes')).toHaveLength(1);
    expect(eventsOf(before, 'timerCanceledEventAttributes')).toHaveLength(0);
    const open = rig.task(letterId, 'decide');
    const at = await rig.now();
    await rig.send(letterId, { type: 'extend', at, actor: holder('deputy'), taskId: open.id, rev: open.rev, due: { unit: 'workingDays', amount: 20 }, hasReason: true });
    const after = await rig.history(letterId);
    expect(eventsOf(after, 'timerStartedEventAttributes')).toHaveLength(2);
    expect(eventsOf(after, 'timerCanceledEventAttributes')).toHaveLength(1);
    await rig.act(letterId, 'decide', 'approve');
    await ended(letterId);
    await rig.keep(letterId, 'deadline-extended');
  });

  test('a letter that waits two years wakes at its instant', async () => {
    const letterId = await rig.begin({ route: 'years' });
    const from = Date.parse(await rig.now());
    await rig.sleepUntil(new Date(from + 733 * 24 * 3_600_000).toISOString());
    const [begun, woken] = rig.letters.transitions(letterId);
    const slept = (Date.parse(woken!.event.at) - Date.parse(begun!.event.at)) / 86_400_000;
    expect(slept).toBeGreaterThan(729);
    expect(slept).toBeLessThan(733);
    await rig.act(letterId, 'wrap', 'done');
    await ended(letterId);
    await rig.keep(letterId, 'two-years');
  });

  test('a due instant that moved while the letter slept is looked up after a nudge', async () => {
    const letterId = await rig.begin({ route: 'late' });
    const { timerId } = { timerId: rig.letters.driver.timers(letterId).toSorted((a, b) => a.at.localeCompare(b.at))[0]!.id };
    expect(timerId).toMatch(/^m/);
    const calls = rig.letters.calls['readInbox'] ?? 0;
    await rig.nudge(letterId);
    await rig.until(() => (rig.letters.calls['readInbox'] ?? 0) === calls + 1, 'the inbox is read again');
    await rig.act(letterId, 'decide', 'approve');
  });
});

describe('news', () => {
  test('a nudge makes the letter take what waits in its inbox', async () => {
    const letterId = await rig.begin({ route: 'incoming' });
    const effectId = rig.letters.driver.state(letterId).pendingEffects[0]!;
    rig.letters.tell(letterId, { id: `effect:${effectId}`, event: { type: 'effectReported', at: await rig.now(), effectId, ok: true } });
    await rig.nudge(letterId);
    await rig.until(() => eventTypes(letterId).includes('effectReported'), 'the news is taken');
    await rig.keep(letterId, 'news-by-nudge');
  });

  test('news that the engine will never take is dropped, and what follows is taken', async () => {
    const letterId = await rig.begin({ route: 'incoming' });
    const effectId = rig.letters.driver.state(letterId).pendingEffects[0]!;
    rig.letters.tell(letterId, { id: 'effect:e99', event: { type: 'effectReported', at: await rig.now(), effectId: 'e99', ok: true } });
    rig.letters.tell(letterId, { id: `effect:${effectId}`, event: { type: 'effectReported', at: await rig.now(), effectId, ok: true } });
    await rig.nudge(letterId);
    await rig.until(() => eventTypes(letterId).includes('effectReported'), 'the news is taken');
    expect(rig.letters.rejected).toContainEqual({ id: 'effect:e99', code: 'EVENT_OUTDATED' });
    await rig.keep(letterId);
  });

  test('news that the commit refuses for now is put aside and taken after ten minutes', async () => {
    const letterId = await rig.begin({ route: 'incoming' });
    const effectId = rig.letters.driver.state(letterId).pendingEffects[0]!;
    rig.letters.tell(letterId, { id: `effect:${effectId}`, event: { type: 'effectReported', at: await rig.now(), effectId, ok: true } });
    rig.letters.trouble(letterId).push({ kind: 'refused', code: 'BOOK_HELD', details: {} });
    await rig.nudge(letterId);
    await rig.until(() => rig.letters.trouble(letterId).length === 0, 'it was offered');
    await rig.env.sleep('5 minutes');
    expect(eventTypes(letterId)).toEqual(['start']);
    await rig.env.sleep('6 minutes');
    await rig.until(() => eventTypes(letterId).includes('effectReported'), 'it is offered again');
    await rig.keep(letterId, 'put-aside-and-taken');
  });

  test('a letter that cannot begin yet waits for its route and begins', async () => {
    const letterId = 'cannot-begin';
    const event: StartEvent = {
      type: 'start', at: await rig.now(), actor: null, letterId, officeId: 'O1', routeVersionId: 'simple', unitId: unitId('registry'), secrecy: 'none',
      facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal' },
    };
    rig.letters.add(letterId, { id: `start:${letterId}`, event });
    rig.letters.trouble(letterId).push({ kind: 'refused', code: 'BOOK_NOT_FOUND', details: {} });
    await rig.start(letterId);
    await rig.until(() => rig.letters.trouble(letterId).length === 0, 'it was offered');
    expect(rig.letters.transitions(letterId)).toEqual([]);
    rig.letters.tell(letterId, { id: `start:${letterId}`, event });
    await rig.nudge(letterId);
    await rig.until(() => rig.letters.transitions(letterId).length === 1, 'it begins after all');
    await rig.act(letterId, 'approve', 'approve');
    await ended(letterId);
  });
});

describe('PostgreSQL is the truth', () => {
  test('a commit whose answer was lost is not done twice', async () => {
    const letterId = await rig.begin({ route: 'simple' });
    rig.letters.trouble(letterId).push('lose');
    expect((await rig.act(letterId, 'approve', 'approve')).seq).toBe(2);
    expect(rig.letters.transitions(letterId)).toHaveLength(2);
    await ended(letterId);
    await rig.keep(letterId, 'answer-lost');
  });

  test('while the database is away the normal activity takes over and the act is applied when it is back', async () => {
    const letterId = await rig.begin({ route: 'simple' });
    rig.letters.trouble(letterId).push(...Array.from({ length: 5 }, () => new Error('the database is away')));
    expect((await rig.act(letterId, 'approve', 'approve')).seq).toBe(2);
    await ended(letterId);
    const history = await rig.history(letterId);
    expect(eventsOf(history, 'activityTaskScheduledEventAttributes')).toHaveLength(1);
    await rig.keep(letterId, 'database-away');
  });

  test('where somebody else has committed, the execution takes over that state and offers its event again', async () => {
    const letterId = await rig.begin({ route: 'steps' });
    const open = rig.task(letterId, 'one');
    const at = await rig.now();
    rig.letters.commitAside(letterId, { id: 'aside', event: { type: 'act', at, actor: holder('chief'), taskId: open.id, rev: open.rev, outcome: 'approve', hasNote: false } });
    // The second step is open in the stored state only; this execution has not heard of it.
    expect((await rig.act(letterId, 'two', 'approve')).seq).toBe(3);
    expect(await rig.view(letterId)).toMatchObject({ seq: 3, openTasks: [rig.task(letterId, 'three').id] });
    await rig.keep(letterId, 'taken-over');
  });

  test('a state that differs from the one committed fails the task and not the letter', async () => {
    const letterId = await rig.begin({ route: 'simple' });
    rig.letters.trouble(letterId).push('wrongHash');
    const acting = rig.act(letterId, 'approve', 'approve');
    const failures = async (): Promise<number> => eventsOf(await rig.history(letterId), 'workflowTaskFailedEventAttributes').length;
    await rig.until(async () => (await failures()) > 0, 'the task fails');
    const failed = eventsOf(await rig.history(letterId), 'workflowTaskFailedEventAttributes')[0]!;
    expect(JSON.stringify(failed.workflowTaskFailedEventAttributes)).toContain('WORKFLOW_WORKER_UNHANDLED_FAILURE');
    // The attempt was discarded; the next one finds the event committed and its own outcome.
    expect((await acting).seq).toBe(2);
    await ended(letterId);
  });

  test('an execution that knows more than a restored database stops and is flagged', async () => {
    const letterId = await rig.begin({ route: 'steps', waits: true });
    const state = rig.letters.driver.state(letterId);
    const restored = 'restored';
    rig.letters.add(restored, null);
    await rig.start(restored, { state: { ...state, letterId: restored, seq: 12 } });
    await expect(rig.env.client.workflow.getHandle(`letter/${restored}`).result()).rejects.toBeInstanceOf(WorkflowFailedError);
    expect(rig.letters.flagged).toContainEqual({ letterId: restored, seq: 12, storedSeq: 0 });
  });

  test('an execution lost with the server comes back from what is stored', async () => {
    const letterId = await rig.begin({ route: 'steps' });
    await rig.act(letterId, 'one', 'approve');
    await rig.env.client.workflow.getHandle(`letter/${letterId}`).terminate('lost');
    await rig.start(letterId);
    expect((await rig.act(letterId, 'two', 'approve')).seq).toBe(3);
    await rig.keep(letterId, 'resumed');
  });
});

describe('continue as new', () => {
  test('at a checkpoint the letter goes on in a new run with its state, its timer and its people', async () => {
    const letterId = await rig.begin({ route: 'late' });
    const first = (await rig.env.client.workflow.getHandle(`letter/${letterId}`).describe()).runId;
    await rig.checkpoint(letterId);
    await rig.until(async () => (await rig.env.client.workflow.getHandle(`letter/${letterId}`).describe()).runId !== first, 'a new run');
    const history = await rig.history(letterId, first);
    expect(eventsOf(history, 'workflowExecutionContinuedAsNewEventAttributes')).toHaveLength(1);
    expect((await rig.act(letterId, 'decide', 'approve')).seq).toBe(2);
    await ended(letterId);
    await rig.keep(letterId, 'after-checkpoint');
  });

  test('only a new run raises the version of the engine that the letter is driven by', async () => {
    const letterId = await rig.begin({ route: 'late' });
    const first = (await rig.env.client.workflow.getHandle(`letter/${letterId}`).describe()).runId;
    await rig.checkpoint(letterId);
    await rig.until(async () => (await rig.env.client.workflow.getHandle(`letter/${letterId}`).describe()).runId !== first, 'a new run');
    const [begun] = eventsOf(await rig.history(letterId), 'workflowExecutionStartedEventAttributes');
    const payload = begun?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    expect(JSON.parse(Buffer.from(payload?.data ?? []).toString())).toMatchObject({ letterId, engine: ENGINE_VERSION, state: { engine: 1 } });
  });

  test('a build that lacks the letter’s engine leaves its act to one that has it: nothing is refused', async () => {
    const letterId = await rig.begin({ route: 'steps' });
    await rig.env.client.workflow.getHandle(`letter/${letterId}`).terminate('lost');
    const rejectedBefore = rig.letters.calls['rejectCommand'] ?? 0;
    await rig.start(letterId, { engine: ENGINE_VERSION + 1 });
    const acting = rig.act(letterId, 'one', 'approve').catch((error: unknown) => error);
    await rig.until(async () => eventsOf(await rig.history(letterId), 'workflowTaskFailedEventAttributes').length > 0, 'a failed task');
    expect(rig.letters.transitions(letterId)).toHaveLength(1);
    expect(rig.letters.calls['rejectCommand'] ?? 0).toBe(rejectedBefore);
    await rig.env.client.workflow.getHandle(`letter/${letterId}`).terminate('tested');
    expect(await acting).toBeInstanceOf(Error);
  });

  test('a command sent again to the new run is answered with what it did in the old one', async () => {
    const letterId = await rig.begin({ route: 'steps' });
    const open = rig.task(letterId, 'one');
    const event: LetterEvent = { type: 'act', at: await rig.now(), actor: holder('chief'), taskId: open.id, rev: open.rev, outcome: 'approve', hasNote: false };
    const before = await rig.send(letterId, event, 'again');
    const first = (await rig.env.client.workflow.getHandle(`letter/${letterId}`).describe()).runId;
    await rig.checkpoint(letterId);
    await rig.until(async () => (await rig.env.client.workflow.getHandle(`letter/${letterId}`).describe()).runId !== first, 'a new run');
    expect(await rig.send(letterId, event, 'again')).toEqual(before);
    expect(rig.letters.transitions(letterId)).toHaveLength(2);
    await rig.keep(letterId, 'repeated-after-checkpoint');
  });

  test('an update that comes with the checkpoint is answered and lost by neither run', async () => {
    const letterId = await rig.begin({ route: 'steps' });
    const [acted] = await Promise.all([rig.act(letterId, 'one', 'approve'), rig.checkpoint(letterId)]);
    expect(acted.seq).toBe(2);
    expect((await rig.act(letterId, 'two', 'approve')).seq).toBe(3);
  });
});

test('a letter that is sent back and goes its way again', async () => {
  const letterId = await rig.begin({ route: 'steps' });
  await rig.act(letterId, 'one', 'approve');
  await rig.act(letterId, 'two', 'return', { returnTo: 'one', hasNote: true });
  await rig.act(letterId, 'one', 'approve');
  await rig.act(letterId, 'two', 'approve');
  await rig.act(letterId, 'three', 'approve');
  await ended(letterId);
  await rig.keep(letterId, 'returned-and-approved');
});

test('a letter that is directed to units runs their routes in its own history', async () => {
  const letterId = await rig.begin({ route: 'incoming', facts: { urgency: 'urgent' } });
  await rig.act(letterId, 'propose', 'proposed');
  await rig.act(letterId, 'endorse', 'approve');
  await rig.act(letterId, 'direct', 'assign', {
    action: 'assigned',
    picks: [
      { unitId: unitId('ict'), role: 'main', routeVersionId: 'unitRoute' },
      { unitId: unitId('finance'), role: 'info', routeVersionId: 'unitRoute' },
    ],
  });
  await rig.act(letterId, 'work', 'done');
  await ended(letterId);
  expect(rig.letters.calls['loadRoutes']).toBeGreaterThan(0);
  await rig.keep(letterId, 'directed-to-units');
});

test('a letter that is directed to posts is reported to whoever gave it, in its own history', async () => {
  const letterId = await rig.begin({ route: 'incoming', facts: { urgency: 'urgent' } });
  await rig.act(letterId, 'propose', 'proposed');
  await rig.act(letterId, 'endorse', 'approve');
  await rig.act(letterId, 'direct', 'assign', {
    action: 'assigned',
    picks: [
      { unitId: unitId('ict'), postId: postId('ict-officer'), role: 'main', routeVersionId: 'postRoute' },
      { unitId: unitId('ict'), postId: postId('ict-second'), role: 'info', routeVersionId: 'postRoute' },
    ],
  });
  await rig.act(letterId, 'handle', 'done');
  await rig.act(letterId, 'report', 'approve');
  await ended(letterId);
  await rig.keep(letterId, 'directed-to-posts');
});
