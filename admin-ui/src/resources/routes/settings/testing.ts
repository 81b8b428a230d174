import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import type { DirectoryFacts } from '#domain/route/directory-at';
import { buildDirectory } from '#domain/route/testing/office';
import { route, startNode } from '#domain/route/testing/build';
import type { RouteNode } from '#domain/route/model';
import type { SettingsContext } from '../panel/types';
import type { PeopleView } from './people';

/** Friday before Songkran 2569, in office hours. */
export const FRIDAY = '2026-04-10T03:00:00.000Z';
const ALWAYS = { validFrom: '2000-01-01', validTo: null };
const directory = buildDirectory();
const NAMES: { readonly [code: string]: string } = { governor: 'ผู้ว่าราชการจังหวัด', deputy: 'รองผู้ว่าราชการจังหวัด', chief: 'หัวหน้าสำนักงานจังหวัด', clerk: 'เจ้าพนักงานธุรการ', 'ict-head': 'หัวหน้ากลุ่มสารสนเทศ', 'ict-officer': 'นักวิชาการคอมพิวเตอร์' };

/** The test office, in which the deputy acts for the governor over Songkran and the chief is on leave. */
export const FACTS: DirectoryFacts = {
  office: directory,
  units: directory.units.map((unit) => ({ ...unit, ...ALWAYS })),
  posts: directory.posts.map(({ holders: _holders, clearance: _clearance, clearances: _clearances, ...post }) => ({ ...post, ...ALWAYS })),
  facts: {
    appointments: [
      ...directory.posts.flatMap(({ id, holders }) => holders.map((personId) => ({ id: `a-${id}`, personId, postId: id, capacity: 'own' as const, ownPostId: null, orderNo: '1', from: '2020-01-01T00:00:00.000Z', to: null }))),
      { id: 'acting', personId: 'H-deputy', postId: 'P-governor', capacity: 'acting_for', ownPostId: 'P-deputy', orderNo: '2', from: '2026-04-11T00:00:00.000Z', to: '2026-04-18T00:00:00.000Z' },
    ],
    absences: [{ personId: 'H-chief', from: '2026-04-11T00:00:00.000Z', to: '2026-04-18T00:00:00.000Z' }],
    successions: [{ postId: 'P-chief', order: 1, successorPostId: 'P-ict-head', orderNo: '3' }],
  },
  clearances: null,
};

const PEOPLE: PeopleView = {
  now: FRIDAY,
  calendar: { ...PLAIN_CALENDAR, days: Object.fromEntries(['2026-04-13', '2026-04-14', '2026-04-15'].map((date) => [date, { kind: 'holiday', name: 'วันสงกรานต์', scope: 'national' }])) },
  facts: FACTS,
  personName: (id) => id.replace('H-', 'ท่าน '),
  postName: (id) => NAMES[id.replace('P-', '')] ?? id,
};

/** What editors know in a test. */
export const settingsContext = (more: Partial<SettingsContext> = {}): SettingsContext => ({
  officeId: 'O1',
  route: route([startNode, { id: 'check', type: 'work', assignee: { by: 'post', postCode: 'clerk' }, outcomes: [] }], ['start check']),
  words: { lang: 'th', post: (code) => NAMES[code] ?? code, value: (_fact, value) => ({ urgent: 'ด่วน', normal: 'ปกติ', very_urgent: 'ด่วนมาก', incoming: 'หนังสือรับ' })[value] ?? value },
  posts: directory.posts.map(({ code }) => ({ id: code, title: NAMES[code] ?? code })),
  units: directory.units.map(({ code }) => ({ id: code, title: code })),
  lists: [], routes: [], people: PEOPLE, ...more,
});

/** The step that is edited, where an editor only needs one. */
export const SOME_NODE: RouteNode = { id: 'check', type: 'approve', name: 'พิจารณา', mode: 'one', assignees: [{ by: 'post', postCode: 'clerk' }], returnTo: [], deadline: { rule: { unit: 'workingDays', amount: 2 } } };
