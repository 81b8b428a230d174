import type { Place } from './address';
import type { PageName } from './paths';
import { callAddress } from './providers/data/call-address';
import { FOLDER_PAGE } from './resources/folder/folder-query';
import { lettersPage, lettersQuery } from './resources/letters/letters-query';
import { searchPage, searchQuery } from './resources/letters/search/search-query';
import { BELL_QUERY } from './resources/notices/bell-query';
import { boardPage, boardView } from './resources/supervision/board-view';
import { inboxPage, inboxQuery } from './resources/tasks/inbox-query';
import { neighboursQuery, viewFilters } from './resources/tasks/view';

type Calls = (place: Place) => readonly string[];

const letter = (letterId: string): string => callAddress('getLetter', { params: { letterId } });

/** What a page asks for first, as it will ask for it itself: an answer that it does not ask for would be of no use to anybody. */
const CALLS: { readonly [K in PageName]?: Calls } = {
  inbox: ({ filters }) => [callAddress('inbox', { query: inboxPage(inboxQuery(filters)) }), callAddress('myCommands', {}), callAddress('getDesk', {})],
  letter: ({ params: { letterId = '' }, filters }) => {
    const view = viewFilters(filters);
    const taskId = filters['task'];
    return [letter(letterId), ...(view === undefined || taskId === undefined ? [] : [callAddress('neighbours', { query: neighboursQuery(view, { letterId, taskId }) })])];
  },
  folder: ({ filters }) => {
    const [letterId = ''] = (filters['at'] ?? '').split('/');
    return [callAddress('inbox', { query: FOLDER_PAGE }), callAddress('myCommands', {}), ...(letterId === '' ? [] : [letter(letterId)])];
  },
  search: ({ filters }) => {
    const query = searchQuery(filters);
    return [...(Object.keys(query).length === 0 ? [] : [callAddress('searchLetters', { query: searchPage(query) })]), callAddress('savedSearches', {})];
  },
  letters: ({ filters }) => [callAddress('listLetters', { query: lettersPage(lettersQuery(filters)) })],
  supervision: ({ filters }) => [callAddress('supervision', { query: boardPage(boardView(filters)) })],
};

/** The first questions of whoever opens this address: who sits here, the figures of the frame, and what the page is for. */
export const callsAhead = (place: Place): readonly string[] => [
  callAddress('me', {}), ...(CALLS[place.name]?.(place) ?? []), callAddress('inboxCounts', {}), callAddress('listNotices', { query: BELL_QUERY }),
];
