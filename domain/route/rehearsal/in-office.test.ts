import { PLAIN_CALENDAR } from '../../calendar/calendar';
import { checkRoute, type OfficeContext } from '../check';
import { pathOf, rehearse } from '../rehearsal';
import { approval, AT, endNode, route, startNode } from '../testing/build';
import { buildDirectory, unitId } from '../testing/office';
import { ROUTES } from '../testing/routes';
import { beginOf, settingOf } from './in-office';

const directory = buildDirectory();
const { posts, units, ...office } = directory;
const valid = { validFrom: '2000-01-01', validTo: null };
const people = {
  office, units: units.map((unit) => ({ ...unit, ...valid })), clearances: {},
  posts: posts.map(({ holders: _holders, clearance: _clearance, clearances: _clearances, ...post }) => ({ ...post, ...valid })),
  facts: { appointments: posts.flatMap(({ id, holders }) => holders.map((personId) => ({ id: `${id}-${personId}`, personId, postId: id, capacity: 'own' as const, ownPostId: null, orderNo: '', from: '2000-01-01T00:00:00.000Z', to: null }))), absences: [], successions: [] },
};
const context: OfficeContext = {
  officeId: 'O1', people, directory, routes: ROUTES, calendar: PLAIN_CALENDAR, lists: [], places: { posts: {}, units: {} }, admits: {}, postCodes: [], postRoute: null,
  books: { books: [], agencyCode: 'ลบ', unitCode: '0017', units: [] }, unitRoutes: { [unitId('ict')]: 'unitRoute' },
};
const drawn = route([startNode, approval('check', 'clerk'), endNode], ['start check', 'check approve end']);
const outgoing = route([{ ...startNode, directions: ['outgoing'] }, approval('check', 'clerk'), endNode], ['start check', 'check approve end']);

test('each unit runs the route that the office gives it, and others none', () => {
  const { routeOfUnit } = settingOf(context, drawn);
  expect([routeOfUnit?.(unitId('ict')), routeOfUnit?.(unitId('finance'))]).toEqual(['unitRoute', null]);
});

test('a letter from elsewhere comes to the registry; one of the office is drafted by an officer', () => {
  expect(beginOf(context, drawn, AT)).toMatchObject({ at: AT, unitId: office.registryUnitId, drafterPost: null, facts: { direction: 'incoming', channel: 'counter' } });
  const own = beginOf(context, outgoing, AT);
  expect(posts.find(({ code }) => code === own.drafterPost)).toMatchObject({ unitId: own.unitId });
  expect(own.facts).not.toHaveProperty('channel');
});

test('a number that no book of the office gives is missed by a rehearsal and by a test case alike', () => {
  const numbered = route([startNode, { id: 'take', type: 'register', book: 'receive', owner: 'office' }, endNode], ['start take', 'take end']);
  const script = beginOf(context, numbered, AT);
  expect(rehearse(settingOf(context, numbered), script).broken).toMatchObject({ code: 'BOOK_NOT_FOUND' });
  const played = checkRoute({ code: 'r', route: numbered, office: context, cases: [{ id: 'c', name: 'รับ', script, expected: ['start', 'take', 'end'] }] });
  expect(played.cases).toMatchObject([{ verdict: { kind: 'refused', code: 'BOOK_NOT_FOUND' } }]);
  const plain = settingOf(context, drawn);
  expect(pathOf(rehearse(plain, beginOf(context, drawn, AT)), plain)).toEqual(['start', 'check']);
});
