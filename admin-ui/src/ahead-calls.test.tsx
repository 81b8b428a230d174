import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';
import type { EndpointName } from '#domain/contracts/endpoints';
import { placeAt } from './address';
import { callsAhead } from './ahead-calls';
import { callAddress, type Query } from './providers/data/call-address';
import { buildInbox, buildInboxItem, buildLetter, buildSession, ID } from './testing/builders';
import { type Overrides, renderAdmin } from './testing/render-admin';

const NOTHING = { open: 0, overdue: 0, dueSoon: 0, atRest: 0, held: 0 };
const ANSWERS = {
  me: buildSession(),
  inbox: buildInbox([buildInboxItem()]),
  myCommands: { items: [] },
  getDesk: { rev: 0, filters: [], phrases: [], favouriteUnitIds: [], favouritePostIds: [] },
  inboxCounts: { all: 0, unread: 0, overdue: 0, urgent: 0, toDecide: 0, posts: [], filters: [] },
  listNotices: { items: [], total: 0, nextCursor: null, unread: 0 },
  getLetter: buildLetter(),
  neighbours: { position: 1, total: 1, previous: null, next: null },
  listLetters: { items: [], total: 0, nextCursor: null },
  searchLetters: { items: [], total: 0, isMore: false, nextCursor: null, facets: [], understood: { numbers: [], words: [], days: null, urgency: null } },
  savedSearches: { items: [] },
  supervision: { items: [], total: 0, nextCursor: null, counts: NOTHING, groups: [] },
} satisfies { readonly [K in EndpointName]?: unknown };

/** The addresses that the page at this path asks for. */
async function askedAt(path: string): Promise<readonly string[]> {
  const asked: string[] = [];
  const api = Object.fromEntries(
    (Object.keys(ANSWERS) as (keyof typeof ANSWERS)[]).map((name) => [name, async (args: { readonly params?: Record<string, string>; readonly query?: Query }) => {
      asked.push(callAddress(name, { params: args.params, query: args.query }));
      return ANSWERS[name];
    }]),
  ) as Overrides;
  renderAdmin({ path, api });
  await screen.findByRole('main');
  await waitFor(() => expect(asked).toEqual(expect.arrayContaining([...ahead(path)])));
  return asked;
}
const ahead = (path: string): readonly string[] => {
  const place = placeAt(`#${path}`);
  return place === undefined ? [] : callsAhead(place);
};

test.each([
  '/', `/?unread=true&postId=${ID.post}&urgency=nonsense`, `/letters/${ID.letter}`, `/letters/${ID.letter}?${new URLSearchParams({ task: 'n1', view: 'unread=true' }).toString()}`, '/folder', `/folder?at=${ID.letter}%2Fn1`,
  `/letters?q=${encodeURIComponent('ขอ')}&status=running`, `/search?q=${encodeURIComponent('ขอ')}&status=running&year=nonsense`, '/search', '/supervision?state=overdue&groupBy=person',
])('what is asked ahead for %s is what the page then asks for itself', async (path) => {
  const asked = await askedAt(path);
  expect(ahead(path).length).toBeGreaterThan(3);
  expect(new Set(ahead(path)).size).toBe(ahead(path).length);
  expect(asked).toEqual(expect.arrayContaining([...ahead(path)]));
});

test('of a page whose first questions are not known only the frame’s are asked', () => {
  expect(ahead('/books')).toEqual([callAddress('me', {}), callAddress('inboxCounts', {}), '/api/v1/notices?limit=1&unread=true']);
});
