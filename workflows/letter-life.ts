/**
 * One letter's life in one office (design §3): a shell around the pure engine. It takes one event at a time, advances,
 * commits, and waits. PostgreSQL's last transition is the truth; whatever this execution believes gives way to it.
 */
import {
  allHandlersFinished, ApplicationFailure, CancellationScope, condition, continueAsNew, defineQuery, defineSignal, defineUpdate, isCancellation,
  patched, setHandler, setWorkflowOptions, sleep, Trigger, workflowInfo,
} from '@temporalio/workflow';
import { isDomainError, type ErrorCode, type ErrorDetails } from '#domain/errors';
import {
  CHECKPOINT_SIGNAL, COMMAND_UPDATE, LIFE_STATE_QUERY, NUDGE_SIGNAL, type CommandAnswer, type CommandUpdate, type CommitResult, type Inbox,
  type LetterLifeInput, type LifeStateView,
} from '#domain/messages';
import { advance, ENGINE_VERSION, settle, start, stateHash, type Advanced } from '#domain/route/engine';
import type { KeyedEvent } from '#domain/route/events';
import type { RouteBook } from '#domain/route/model';
import { routesNeeded } from '#domain/route/routes-needed';
import type { EngineVersion, LetterState } from '#domain/route/state';
import { activities, refusalOf } from './activity-proxies';

/** History this long is carried over even where the server does not suggest it yet. */
const MAX_HISTORY_EVENTS = 2_000;
/** An event that the commit refuses for a reason that may pass (a book is held) is offered again after this time. */
const PARKED_MS = 10 * 60_000;
/** The database's clock may be a little behind the server's: wake so much later rather than twice. */
const LATE_MS = 20;
const MAX_REMEMBERED = 64;
/** Of runs that do not say. */
const FIRST_ENGINE = 1;

export const commandUpdate = defineUpdate<CommandAnswer, [CommandUpdate]>(COMMAND_UPDATE);
export const nudgeSignal = defineSignal(NUDGE_SIGNAL);
export const checkpointSignal = defineSignal(CHECKPOINT_SIGNAL);
export const lifeStateQuery = defineQuery<LifeStateView>(LIFE_STATE_QUERY);

/** Drives one letter until it has ended. */
export async function letterLife(input: LetterLifeInput): Promise<void> {
  const life = new LetterLife(input.letterId, input.engine ?? FIRST_ENGINE);
  // Before the first await: an update that finds no handler in its activation is refused.
  setHandler(commandUpdate, (command) => life.offer(command), { validator: assertCommand });
  setHandler(nudgeSignal, () => life.nudge());
  setHandler(checkpointSignal, () => life.checkpoint());
  setHandler(lifeStateQuery, () => life.view());
  await life.run(input.state ?? null);
}
// Letters move to the newest build by themselves. A worker outside a deployment (tests, replay) must not say so.
setWorkflowOptions(() => ((workflowInfo().currentDeploymentVersion?.deploymentName ?? '') === '' ? {} : { versioningBehavior: 'AUTO_UPGRADE' }), letterLife);

function assertCommand(command: CommandUpdate): void {
  const isComplete = typeof command?.id === 'string' && typeof command.event?.type === 'string' && 'actor' in command.event;
  if (!isComplete) throw refusal('EVENT_INVALID', { field: 'command' });
}

const refusal = (code: ErrorCode, details: ErrorDetails): ApplicationFailure =>
  ApplicationFailure.create({ type: code, message: code, nonRetryable: true, details: [details] });

const isPersonsStart = (event: KeyedEvent['event']): boolean => event.type === 'start' && event.actor !== null;

/** An event on its way through; `answer` where a person waits for it. */
type Offered = KeyedEvent & { readonly answer: Trigger<CommandAnswer> | null };

class LetterLife {
  readonly #letterId: string;
  /** Fixed for this run: another build that replays it must compute the same. */
  readonly #engine: EngineVersion;
  #state: LetterState | null = null;
  #routes: RouteBook = {};
  readonly #queue: Offered[] = [];
  #events: readonly KeyedEvent[] = [];
  #nextAt: string | null = null;
  readonly #parked = new Set<string>();
  /** When parked events are offered again; null while there are none. */
  #parkedUntil: number | null = null;
  readonly #answered = new Map<string, CommandAnswer>();
  #nudges = 0;
  #isStale = false;
  #isCheckpointDue = false;
  /** The start was refused: nothing remains of the letter. */
  #hasNoLetter = false;
  #alarm: { readonly at: number; readonly scope: CancellationScope } | null = null;

  constructor(letterId: string, engine: EngineVersion) {
    this.#letterId = letterId;
    this.#engine = engine;
  }

  /** Enqueue a command and wait for its answer. The same command twice is answered once. */
  async offer({ id, event }: CommandUpdate): Promise<CommandAnswer> {
    const known = this.#answered.get(id);
    if (known !== undefined) return known;
    const queued = this.#queue.find((each) => each.id === id);
    const answer = queued?.answer ?? new Trigger<CommandAnswer>();
    if (queued === undefined) this.#queue.push({ id, event, answer });
    return answer;
  }

  /** Something may have changed in PostgreSQL: look again, also at what was put aside. */
  nudge(): void {
    this.#nudges += 1;
    this.#unpark();
  }

  checkpoint(): void {
    this.#isCheckpointDue = true;
  }

  view(): LifeStateView {
    const state = this.#state;
    if (state === null) return { seq: 0, status: 'new', stateHash: null, openTasks: [] };
    return { seq: state.seq, status: state.status, stateHash: stateHash(state), openTasks: Object.keys(state.tasks).sort() };
  }

  async run(carried: LetterState | null): Promise<void> {
    await this.#load(carried);
    while (this.#state?.status !== 'ended' && !this.#hasNoLetter) {
      const next = this.#next();
      if (next !== null) await this.#apply(next);
      else if (this.#isStale || this.#nudges > 0) await this.#look();
      else if (this.#shouldContinue()) await this.#continueAsNew();
      else await this.#wait();
    }
    this.#setAlarm(null);
    await this.#finish();
  }

  async #load(carried: LetterState | null): Promise<void> {
    const loaded = await activities.loadLetter({ letterId: this.#letterId });
    if (carried !== null) await this.#assertNotAhead(carried.seq, loaded.state?.seq ?? 0);
    this.#routes = loaded.routes;
    this.#takeOver(loaded);
    this.#takeInbox(loaded.inbox);
  }

  /** What PostgreSQL has, checked against the hash that the commit stored with it. */
  #takeOver(stored: { readonly state: LetterState | null; readonly stateHash: string | null }): void {
    if (stored.state !== null && stateHash(stored.state) !== stored.stateHash) throw new Error('the stored state is not what was committed');
    this.#state = stored.state;
  }

  #takeInbox(inbox: Inbox): void {
    this.#events = inbox.events;
    this.#nextAt = inbox.nextAt;
    this.#isStale = false;
  }

  /** Commands go before machine events; before the start nothing else can be taken. */
  #next(): Offered | null {
    if (this.#state === null) {
      const begin = this.#queue.findIndex(({ event }) => event.type === 'start');
      return this.#queue.splice(begin, begin < 0 ? 0 : 1)[0] ?? this.#nextEvent((event) => event.type === 'start');
    }
    return this.#queue.shift() ?? this.#nextEvent(() => true);
  }

  #nextEvent(fits: (event: KeyedEvent['event']) => boolean): Offered | null {
    const found = this.#events.find(({ id, event }) => fits(event) && !this.#parked.has(id));
    if (found === undefined) return null;
    this.#events = this.#events.filter((each) => each !== found);
    // A person's start waits in the inbox as well: whoever sent it gets the answer.
    const waiting = this.#queue.findIndex(({ id }) => id === found.id);
    return this.#queue.splice(waiting, waiting < 0 ? 0 : 1)[0] ?? { ...found, answer: null };
  }

  /** One event: advance, commit, take in what the commit says. Offered again where PostgreSQL was ahead. */
  async #apply(offered: Offered): Promise<void> {
    for (;;) {
      const advanced = await this.#advance(offered);
      if (advanced === 'answered') return;
      if (advanced === 'takenOver') continue;
      const nudges = this.#nudges;
      const { id: eventId, event } = offered;
      const result = await activities.commitTransition({ letterId: this.#letterId, seq: advanced.state.seq, eventId, event, ...advanced });
      // The inbox was read after the commit: nudges from before it have been heeded.
      if (result.kind !== 'refused' && nudges === this.#nudges) this.#nudges = 0;
      if (await this.#heed(offered, advanced, result)) return;
    }
  }

  /** What the engine says. Its refusal is an answer, unless it was given by a state that PostgreSQL has left behind. */
  async #advance({ id, event, answer }: Offered): Promise<Advanced | 'answered' | 'takenOver'> {
    try {
      await this.#ensureRoutes(event);
      if (this.#state !== null) return advance(this.#routes, this.#state, event, { version: this.#engine });
      if (event.type === 'start') return start(this.#routes, event, { version: this.#engine });
      throw refusal('EVENT_INVALID', { field: 'type' });
    } catch (error) {
      const refused = isDomainError(error) ? error : refusalOf(error);
      // A build that lacks the letter's engine leaves it to one that has it; nobody's act is refused for that.
      if (refused === null || refused.code === 'ENGINE_UNSUPPORTED') throw error;
      return this.#refuse({ id, event, answer }, refused);
    }
  }

  async #ensureRoutes(event: KeyedEvent['event']): Promise<void> {
    for (;;) {
      const pinned = Object.values(this.#state?.frames ?? {}).map(({ route }) => route);
      const missing = new Set([...pinned.filter((id) => !Object.hasOwn(this.#routes, id)), ...routesNeeded(this.#routes, event)]);
      if (missing.size === 0) return;
      this.#routes = { ...this.#routes, ...(await activities.loadRoutes({ ids: [...missing].sort() })) };
    }
  }

  /** Take in the commit's answer; false where the event is to be offered again. */
  async #heed(offered: Offered, advanced: Advanced, result: CommitResult): Promise<boolean> {
    if (result.kind === 'refused') {
      if (offered.answer === null && !isPersonsStart(offered.event)) this.#park(offered.id);
      else offered.answer?.reject(refusal(result.code, result.details));
      this.#endWithoutLetter(offered.event);
      return true;
    }
    this.#unpark();
    if (result.kind === 'applied') {
      const settled = settle(advanced.state, result.outcome);
      // A plain replay would not notice that this code computes another state than the one that was committed.
      if (stateHash(settled) !== result.stateHash) throw new Error(`state of transition ${settled.seq} differs from the one committed`);
      this.#state = settled;
      this.#takeInbox(result.inbox);
      this.#answer(offered, { seq: settled.seq, outcome: result.outcome });
      return true;
    }
    await this.#assertNotAhead(this.#state?.seq ?? 0, result.state?.seq ?? 0);
    this.#takeOver(result);
    this.#takeInbox(result.inbox);
    if (result.own === null) return false;
    this.#answer(offered, result.own);
    return true;
  }

  #answer({ id, answer }: Offered, given: CommandAnswer): void {
    answer?.resolve(given);
    this.#answered.set(id, given);
    const oldest = this.#answered.keys().next();
    if (this.#answered.size > MAX_REMEMBERED && !oldest.done) this.#answered.delete(oldest.value);
  }

  /** The engine refuses: the row is ended, unless this very event was applied before and now comes again. */
  async #refuse(offered: Offered, { code, details }: { readonly code: ErrorCode; readonly details: ErrorDetails }): Promise<'answered' | 'takenOver'> {
    if (offered.answer === null && offered.event.type === 'start' && this.#state === null) {
      // A letter that cannot begin waits for whatever is missing; dropping its start would lose it.
      this.#park(offered.id);
      return 'answered';
    }
    const seq = this.#state?.seq ?? 0;
    const result = await activities.rejectCommand({ letterId: this.#letterId, commandId: offered.id, seq, code, details });
    if (result.kind === 'ahead') {
      await this.#assertNotAhead(seq, result.state?.seq ?? 0);
      this.#takeOver(result);
      this.#takeInbox(result.inbox);
      return 'takenOver';
    }
    if (result.kind === 'own') this.#answer(offered, { seq: result.seq, outcome: result.outcome });
    else offered.answer?.reject(refusal(code, details));
    if (result.kind === 'ended') this.#endWithoutLetter(offered.event);
    return 'answered';
  }

  /** A person's start was refused and its row is gone; whoever tries again starts another letter. */
  #endWithoutLetter(event: KeyedEvent['event']): void {
    if (this.#state === null && isPersonsStart(event) && patched('2026-11-refused-start-ends')) this.#hasNoLetter = true;
  }

  /** Put aside until something changes; the inbox is read again, for the event may be gone. */
  #park(id: string): void {
    this.#parked.add(id);
    this.#parkedUntil ??= Date.now() + PARKED_MS;
    this.#isStale = true;
  }

  #unpark(): void {
    this.#parked.clear();
    this.#parkedUntil = null;
  }

  async #look(): Promise<void> {
    this.#nudges = 0;
    this.#takeInbox(await activities.readInbox({ letterId: this.#letterId }));
  }

  #shouldContinue(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return this.#state !== null && (this.#isCheckpointDue || continueAsNewSuggested || historyLength > MAX_HISTORY_EVENTS);
  }

  async #continueAsNew(): Promise<void> {
    await condition(allHandlersFinished);
    if (this.#queue.length > 0 || this.#nudges > 0 || this.#state === null) return;
    await continueAsNew<typeof letterLife>({ letterId: this.#letterId, state: this.#state, engine: Math.max(ENGINE_VERSION, this.#engine) });
  }

  async #wait(): Promise<void> {
    const due = this.#nextAt === null ? null : Date.parse(this.#nextAt) + LATE_MS;
    const again = this.#parkedUntil;
    this.#setAlarm(due !== null && again !== null ? Math.min(due, again) : (due ?? again));
    await condition(() => this.#queue.length > 0 || this.#nudges > 0 || this.#isStale || this.#isCheckpointDue);
  }

  /** The one timer of a letter. Armed again only when the instant changes. */
  #setAlarm(at: number | null): void {
    if (at === (this.#alarm?.at ?? null)) return;
    this.#alarm?.scope.cancel();
    this.#alarm = null;
    if (at === null) return;
    const scope = new CancellationScope();
    this.#alarm = { at, scope };
    void scope
      .run(() => sleep(Math.max(1, at - Date.now())))
      .then(() => {
        this.#alarm = null;
        this.#unpark();
        this.#isStale = true;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  /** The database was restored to an earlier point: this execution knows more than the truth. It stops and is flagged. */
  async #assertNotAhead(seq: number, storedSeq: number): Promise<void> {
    if (seq <= storedSeq) return;
    await activities.flagAhead({ letterId: this.#letterId, seq, storedSeq });
    throw ApplicationFailure.nonRetryable('the execution is ahead of the database', 'EXECUTION_AHEAD', { seq, storedSeq });
  }

  /** The letter has ended; whoever still asks is answered before the execution closes. */
  async #finish(): Promise<void> {
    for (;;) {
      const late = this.#queue.shift();
      if (late !== undefined) await this.#refuse(late, { code: 'LETTER_ENDED', details: { outcome: this.#state?.outcome ?? null } });
      else if (allHandlersFinished()) return;
      else await condition(() => this.#queue.length > 0 || allHandlersFinished());
    }
  }
}
