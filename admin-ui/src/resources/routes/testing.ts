/** A draft in the designer, for its tests. */
import { screen, within } from '@testing-library/react';
import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import type { Route } from '#domain/route/model';
import { buildDirectory } from '#domain/route/testing/office';
import { buildSession, ID, office } from '../../testing/builders';
import { FACTS } from './settings/testing';
import { type Overrides, refusal, renderAdmin } from '../../testing/render-admin';

const words = (th: string) => ({ th, en: '' });
export const start = { id: 'start', type: 'start', name: 'เริ่มต้น', kinds: ['external_letter'], directions: ['incoming'] } as const;
export const end = { id: 'end', type: 'end', name: 'จบ', outcome: 'closed' } as const;
export const work = { id: 'work', type: 'work', name: 'เสนอเรื่อง', assignee: { by: 'post', postCode: 'clerk' }, outcomes: [{ code: 'done', name: 'เสนอแล้ว' }] } as const;
export const line = (from: string, outcome: string, to: string) => ({ id: `${from}-${to}`, from, outcome, to });
/** Start, one step, end. */
export const whole: Route = { schemaVersion: 1, name: 'รับหนังสือ', nodes: [start, work, end], edges: [line('start', 'next', 'work'), line('work', 'done', 'end')] };
export const fresh: Route = { schemaVersion: 1, name: 'รับหนังสือ', nodes: [start], edges: [] };

export const draftView = (definition: Route, part: Record<string, unknown> = {}) => ({
  id: ID.letter, officeId: office.id, routeId: null, code: 'incoming', rev: 3, author: { id: ID.person, name: words('สมชาย') }, note: '', createdAt: '2026-11-20T03:00:00.000Z', updatedAt: '2026-11-20T03:00:00.000Z',
  definition, storedNameEn: '', layout: Object.fromEntries(definition.nodes.map(({ id }, at) => [id, { x: 0, y: at * 120 }])), base: null, isBaseCurrent: true, inForce: null, canEdit: true, proposal: null, ...part,
});
const directory = buildDirectory();
export const designContext = {
  office, at: '2026-11-20T03:00:00.000Z', verify: { directory, routes: {}, lists: [], places: { posts: {}, units: {} } }, admits: {}, postCodes: [],
  posts: directory.posts.map(({ id, code, unitId, roles, isUnitHead }) => ({ id, code, title: words(`ตำแหน่ง ${code}`), unit: null, officeId: office.id, unitId, roles: [...roles], isUnitHead })),
  units: directory.units.map(({ id, code, parentId }) => ({ id, code, name: words(`หน่วย ${code}`), parentId })), persons: {}, books: [], lists: [], routes: [], templates: [],
  calendar: PLAIN_CALENDAR, people: FACTS, bookCopies: { agencyCode: 'ลบ', unitCode: '0017', units: [], books: [] }, unitRoutes: {}, postRoute: null,
};
export type Saved = { readonly rev: number | undefined; readonly body: { readonly definition: Route } };

/** A draft on the drawing board, in the outline where nothing else is said; every save is noted. */
export function openDraft(definition: Route, { api = {}, path = 'outline' }: { readonly api?: Overrides; readonly path?: string } = {}): { readonly saved: Saved[] } {
  const saved: Saved[] = [];
  renderAdmin({
    path: `/routes/drafts/${ID.letter}?view=${path}`,
    api: {
      me: async () => buildSession({ can: ['routes'] }),
      // Answers have the shape of the contract; types of stored JSON are looser than it says.
      routeDraft: (async () => draftView(definition)) as never,
      // Without them nothing is played, and nothing found about them.
      routeDraftCases: (async () => Promise.reject(refusal(404, 'NOT_FOUND'))) as never,
      routeDesignContext: (async () => designContext) as never,
      listPosts: (async () => ({ items: designContext.posts })) as never,
      saveRouteDraft: (async (args: Saved) => {
        saved.push(args);
        return { rev: (args.rev ?? 0) + 1, updatedAt: '2026-11-20T03:00:01.000Z' };
      }) as never,
      ...api,
    },
  });
  return { saved };
}
/** The row of a step; other buttons of the list name the step too. */
export function outlineRow(name: RegExp): HTMLElement {
  const found = within(screen.getByRole('list', { name: 'เค้าโครงเส้นทาง' })).queryAllByRole('button', { name }).find((button) => button.hasAttribute('data-row'));
  if (found === undefined) throw new Error(`no row ${String(name)}`);
  return found;
}
