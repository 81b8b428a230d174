import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import { checkRoute, type RouteToCheck } from '#domain/route/check';
import { buildDirectory } from '#domain/route/testing/office';
import { ROUTES } from '#domain/route/testing/routes';
import { createLongJobs, type LongJobs } from './long-jobs';

jest.setTimeout(60_000);
let longJobs: LongJobs;
afterEach(() => longJobs.close());

const directory = buildDirectory();
const people = { office: { ...directory }, units: [], posts: [], facts: { appointments: [], absences: [], successions: [] }, clearances: null };
const job = (name: string): RouteToCheck => ({
  code: name, route: ROUTES[name]!, cases: [],
  office: { officeId: 'O1', directory, people, routes: ROUTES, lists: [], places: { posts: {}, units: {} }, admits: {}, postCodes: [], calendar: PLAIN_CALENDAR, books: { books: [], agencyCode: '', unitCode: '', units: [] }, unitRoutes: {}, postRoute: null },
});

test('a thread says of a route what the check says here, while the event loop goes on', async () => {
  longJobs = createLongJobs();
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const [first, second] = await Promise.all([longJobs.check(job('incoming')), longJobs.check(job('outgoing'))]);
  clearInterval(timer);
  expect(first).toEqual(checkRoute(job('incoming')));
  expect(second).toEqual(checkRoute(job('outgoing')));
  expect(ticks).toBeGreaterThan(0);
});

test('a file is read on the thread, and what is refused there is refused here by its code', async () => {
  longJobs = createLongJobs();
  const xml = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p" name="งาน"><startEvent id="s"/></process></definitions>';
  await expect(longJobs.readBpmn(xml)).resolves.toMatchObject({ draft: { route: { name: 'งาน' } } });
  await expect(longJobs.readBpmn('a')).rejects.toMatchObject({ code: 'BPMN_NOT_XML' });
  await expect(longJobs.readBpmn('<!DOCTYPE a>')).rejects.toMatchObject({ code: 'BPMN_ENTITIES_REFUSED' });
});

test('more than its queue holds is refused at once, and a check that takes too long is given up without harm to the next', async () => {
  longJobs = createLongJobs({ timeoutMs: 1, maxWaiting: 1 });
  const slow = longJobs.check(job('incoming'));
  const waiting = longJobs.check(job('incoming'));
  await expect(longJobs.check(job('incoming'))).rejects.toMatchObject({ code: 'LONG_JOBS_BUSY' });
  await expect(slow).rejects.toMatchObject({ code: 'LONG_JOBS_BUSY' });
  await expect(waiting).rejects.toMatchObject({ code: 'LONG_JOBS_BUSY' });
  await longJobs.close();
  longJobs = createLongJobs();
  await expect(longJobs.check(job('incoming'))).resolves.toMatchObject({ findings: expect.any(Array) as unknown });
});
