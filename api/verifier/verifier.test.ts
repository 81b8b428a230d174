import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import { checkRoute, type RouteToCheck } from '#domain/route/check';
import { buildDirectory } from '#domain/route/testing/office';
import { ROUTES } from '#domain/route/testing/routes';
import { createVerifier, type Verifier } from './verifier';

jest.setTimeout(60_000);
let verifier: Verifier;
afterEach(() => verifier.close());

const directory = buildDirectory();
const facts = { office: { ...directory }, units: [], posts: [], facts: { appointments: [], absences: [], successions: [] }, clearances: null };
const job = (name: string): RouteToCheck => ({
  code: name, route: ROUTES[name]!, cases: [],
  office: { officeId: 'O1', directory, facts, routes: ROUTES, lists: [], places: {}, admits: {}, calendar: PLAIN_CALENDAR, unitRoute: null, postRoute: null },
});

test('a thread says of a route what the check says here, while the event loop goes on', async () => {
  verifier = createVerifier();
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const [first, second] = await Promise.all([verifier.check(job('incoming')), verifier.check(job('outgoing'))]);
  clearInterval(timer);
  expect(first).toEqual(checkRoute(job('incoming')));
  expect(second).toEqual(checkRoute(job('outgoing')));
  expect(ticks).toBeGreaterThan(0);
});

test('a file is read on the thread, and what is refused there is refused here by its code', async () => {
  verifier = createVerifier();
  const xml = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p" name="งาน"><startEvent id="s"/></process></definitions>';
  await expect(verifier.readBpmn(xml)).resolves.toMatchObject({ draft: { route: { name: 'งาน' } } });
  await expect(verifier.readBpmn('a')).rejects.toMatchObject({ code: 'BPMN_NOT_XML' });
  await expect(verifier.readBpmn('<!DOCTYPE a>')).rejects.toMatchObject({ code: 'BPMN_ENTITIES_REFUSED' });
});

test('more than its queue holds is refused at once, and a check that takes too long is given up without harm to the next', async () => {
  verifier = createVerifier({ timeoutMs: 1, maxWaiting: 1 });
  const slow = verifier.check(job('incoming'));
  const waiting = verifier.check(job('incoming'));
  await expect(verifier.check(job('incoming'))).rejects.toMatchObject({ code: 'VERIFIER_BUSY' });
  await expect(slow).rejects.toMatchObject({ code: 'VERIFIER_BUSY' });
  await expect(waiting).rejects.toMatchObject({ code: 'VERIFIER_BUSY' });
  await verifier.close();
  verifier = createVerifier();
  await expect(verifier.check(job('incoming'))).resolves.toMatchObject({ findings: expect.any(Array) as unknown });
});
