/** Words that several pages share. */
import type * as thai from '../th/common';
import type { Texts } from '../texts';

export const app: Texts<typeof thai.app> = { name: 'e-Saraban', owner: 'Official letters of government offices', demo: 'Demonstration' };
export const nav: Texts<typeof thai.nav> = {
  main: 'Main menu',
  inbox: 'My work',
  folder: 'Folder',
  absences: 'Absences and stand-ins', absencesShort: 'Absences', setUpShort: 'Set up', systemShort: 'System',
  signing: 'Confirming signatures',
  intake: 'Receive a letter',
  desk: 'Registry desk',
  compose: 'Draft a letter',
  letters: 'Letters',
  books: 'Registers',
  supervision: 'Supervision',
  routes: 'Route designer', organisation: 'Office administration', people: 'People and posts',
  calendar: 'Calendar',
  access: 'Access rights',
  handOver: 'Hand over work',
  setUp: 'Set up offices',
  audit: 'Audit trail',
  system: 'System',
  myPosts: 'Your posts now',
  short: 'Short menu',
  more: 'Menu',
  group: { registry: 'Registry', oversight: 'Oversight', office: 'Office' },
  unread: '%{n} unread',
};
export const auth: Texts<typeof thai.auth> = {
  title: 'Sign in', passwordNeeded: 'Enter the password.', againTitle: 'Please sign in again',
  againText: 'Your session has ended. All that you have typed is still here, and what was under way goes on once you have signed in.', againLeave: 'Leave for the sign-in page',
  bothNeeded: 'Enter user name and password.', demoTitle: 'Accounts to try', demoText: 'Choose an account to fill in its user name and password, then sign in.', demoSearch: 'Search by office, post or role', demoNone: 'No account found',
};
export const profile: Texts<typeof thai.profile> = {
  language: 'Language', digits: 'Digits', digits_arabic: 'Arabic digits (123)', digits_thai: 'Thai digits (๑๒๓)', theme: 'Appearance', theme_system: 'As the device', theme_light: 'Light', theme_dark: 'Dark', textSize: 'Size of text', textSize_normal: 'Ordinary', textSize_large: 'Large', signOutEverywhere: 'Sign out everywhere',
};
export const state: Texts<typeof thai.state> = {
  error: 'The data could not be fetched', offline: 'The system cannot be reached', retry: 'Try again', requestId: 'Request %{id}', nothingChanged: 'Nothing was saved. Please check the form and try again.',
};
export const list: Texts<typeof thai.list> = { shown: '%{n} of %{total}', more: 'Show more' };
export const filter: Texts<typeof thai.filter> = { all: 'All', quick: 'Quick filters', more: 'More filters', less: 'Hide filters', sort: 'Sort' };
export const when: Texts<typeof thai.when> = {
  justNow: 'just now', today: 'today %{time}', yesterday: 'yesterday %{time}', dueAt: 'Due %{at}',
  ago: { minutes: '%{n} minute ago |||| %{n} minutes ago' },
  left: { minutes: '%{n} minute left |||| %{n} minutes left', hours: '%{n} hour left |||| %{n} hours left', days: '%{n} day left |||| %{n} days left' },
  late: { minutes: 'Overdue by %{n} minute |||| Overdue by %{n} minutes', hours: 'Overdue by %{n} hour |||| Overdue by %{n} hours', days: 'Overdue by %{n} day |||| Overdue by %{n} days' },
};
export const shortcuts: Texts<typeof thai.shortcuts> = {
  title: 'Keyboard shortcuts', help: 'They work on Thai and English keyboards alike, and never while you type in a field.', then: 'then', sheet: 'Show or hide the shortcuts', search: 'Go to the search box', confirm: 'Confirm or save a form', close: 'Close a dialog',
  next: 'Go to the next field', group: { frame: 'Going around', always: 'Everywhere' },
};
export const connection: Texts<typeof thai.connection> = {
  lineLost: 'This device is not connected to a network. What you have typed is still on this page, not yet sent. The connection is taken up again by itself.',
  serverLost: 'The system cannot be reached. What you have typed is still on this page, not yet sent. Trying to connect again.',
  slow: 'The system answers more slowly than usual. Waiting for its answer; there is no need to press again.',
  back: 'Connected again',
};
