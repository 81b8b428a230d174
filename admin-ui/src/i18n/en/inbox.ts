/** Texts of the inbox and of what stands around every page. */
import type * as thai from '../th/inbox';
import type { Texts } from '../texts';

export const inbox: Texts<typeof thai.inbox> = {
  chooseMany: 'Choose several', choose: 'Choose %{subject}', new: '%{n} new: show', empty: 'No open work', emptyText: 'When a letter reaches one of your posts it appears here at once, without reloading.', emptyFiltered: 'No work with these filters', unreadMark: 'New', waiting: 'Waits for an opinion', group: 'For one of a group',
  claimedBy: 'Taken by %{name}', gone: 'Done', search: 'Search number or subject', post: 'Post', kind: 'Kind of work', quick: { all: 'All', unread: 'Unread', overdue: 'Overdue', taken: 'Taken by others', unreadCopies: 'For information' }, sort: { due: 'Urgency, then due', opened: 'Newest first' },
};
export const command: Texts<typeof thai.command> = {
  pending: 'Accepted, being applied', refused: 'An accepted act could not be applied: %{reason}', keptNote: 'What you wrote: %{note}', seen: 'Noted', openLetter: 'Open the letter',
};
export const arrange = {
  views: 'Posts and saved filters', unread: '%{n} new', saveFilter: 'Save this filter', manageFilters: 'Arrange filters', filterName: 'Name of the filter', filterHelp: 'At hand wherever you sign in',
  up: 'Move %{name} up', down: 'Move %{name} down', delete: 'Delete %{name}', nothingLeft: 'Nothing is left. Save to confirm.',
};
export const walk = {
  title: 'Letters of the list', back: 'Back to the list', place: '%{n} of %{total}', left: '%{total} left in the list', previous: 'Previous', next: 'Next', keys: 'Letter by letter', acts: 'Acts on this letter', inbox: 'The list',
  down: 'Next row', up: 'Previous row', acted: 'Done: %{what} · %{subject}', backToActed: 'See that letter',
};
export const search = {
  label: 'Search letters', placeholder: 'Number, words, correspondent', open: 'Open the search', none: 'No letter was found for “%{q}”', more: 'Find “%{q}” on the search page', noneText: 'Only letters that you may see are searched. Try a shorter word, or check the spelling.', all: 'All %{n} results',
};
export const item: Texts<typeof thai.item> = { noSubject: '(no subject)', sealed: 'Sealed item', sealedSubject: 'Sealed item, unopened', receiveNoShort: 'Receive no. %{no}', from: 'From %{name}', to: 'To %{name}' };
export const bell: Texts<typeof thai.bell> = { title: 'Notices', unread: 'Notices, %{n} unread' };
