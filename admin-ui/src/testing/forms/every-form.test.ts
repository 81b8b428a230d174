/** Whatever somebody can type into stands in the table of bad input, or here with why nothing of it is kept. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(__dirname, '../..');
/** What makes a part of the screens one that is typed into. Choices from a list take nothing wrong. */
const TYPED = /<(Words|TextInput|DateInput|InstantInput|TypedDateInput|DateField|InstantField)\b|<TextField(?![^>]*\bselect\b)/;

/** Parts and the forms of the tables beside this file through which they are tried. */
const TRIED: { readonly [source: string]: readonly string[] } = {
  'resources/absences/MyAbsenceDialog.tsx': ['an absence of one’s own'],
  'resources/calendar/CalendarPage.tsx': ['a day'],
  'resources/compose/ComposeForm.tsx': ['a draft', 'an answer'],
  'resources/compose/RecipientsInput.tsx': ['an outside addressee of a draft'],
  'resources/desk/ListDialog.tsx': ['a phrase in the list of phrases'],
  'resources/intake/CorrespondentInput.tsx': ['an intake'],
  'resources/intake/IntakeFields.tsx': ['an intake'],
  'resources/letters/acts/AdhocDialog.tsx': ['a question to somebody out of turn'],
  'resources/letters/acts/ReleaseDialog.tsx': ['a task given back to its group'],
  'resources/letters/acts/FactField.tsx': ['a fact that a step asks for'],
  'resources/letters/acts/LetterActDialog.tsx': ['an act on the whole letter'],
  'resources/letters/acts/TaskActDialog.tsx': ['a note beside an act', 'a note that must be written', 'a text amended in passing', 'a time limit of a direction'],
  'resources/office/ActingTab.tsx': ['a standing order'],
  'resources/office/BookDialog.tsx': ['a number book'],
  'resources/office/PatternDialog.tsx': ['a pattern of numbers'],
  'resources/office/ContactDialog.tsx': ['the contact of the office'],
  'resources/office/ListsTab.tsx': ['a list of receivers'],
  'resources/office/PersonDialog.tsx': ['a person'],
  'resources/office/PostDialog.tsx': ['a post'],
  'resources/office/UnitDialog.tsx': ['a unit'],
  'resources/people/PeopleDialogs.tsx': ['an appointment', 'an absence', 'a delegation'],
  'resources/routes/dialogs/NameDialogs.tsx': ['the name of a step', 'what a route is called and for'],
  'resources/routes/dialogs/PublishFields.tsx': ['why an older version comes back'],
  'resources/routes/dialogs/StartDialog.tsx': ['a new route'],
  'resources/routes/moves/MovesPanel.tsx': ['why letters are moved'],
  'resources/routes/versions/CallOffDialog.tsx': ['why a version is called off'],
  'resources/session/PasswordForm.tsx': ['a password of one’s own'],
  'resources/setup/NewOfficePage.tsx': ['a new office'],
  'resources/supervision/SuperviseDialog.tsx': ['a reminder', 'more time by a supervisor'],
  'resources/tasks/SavedFilterDialogs.tsx': ['the name of a filter'],
};
/** Parts that are tried in a test of their own, since much must have happened before they open: the file and the name of the test. */
const OWN_TEST: { readonly [source: string]: readonly [file: string, test: string] } = {
  'resources/intake/AnewPanel.tsx': ['resources/intake/pile.test.tsx', 'a wrong registration comes with all that stands on it, asks for a reason, and is sent as the one in its place'],
  'resources/correspondents/CorrespondentDialog.tsx': ['resources/correspondents/correspondents.test.tsx', 'a name that another has is refused at its field, and what was typed stays'],
  'resources/letters/matter/LinkDialogs.tsx': ['resources/letters/matter/matter.test.tsx', 'a reason that is too long is marked where it was typed, and nothing is sent'],
  'resources/numbers/BlockDialogs.tsx': ['resources/numbers/blocks-page.test.tsx', 'a number is cancelled only with a reason that is not too long, and a refusal keeps what was typed'],
  'resources/books/AmendDialog.tsx': ['resources/books/book-page.test.tsx', 'an entry is corrected with a reason, and what stood there is struck out'],
  'resources/books/imports/UndoDialog.tsx': ['resources/books/imports/imports.test.tsx', 'an import is taken back with a reason'],
  'resources/leaver/LeaverPage.tsx': ['resources/leaver/leaver.test.tsx', 'an order or a reason that is too long is marked where it was typed'],
  'resources/tasks/BulkDialog.tsx': ['resources/tasks/bulk.test.tsx', 'an act that asks for a note is not sent without one'],
  'resources/folder/BatchDialog.tsx': ['resources/folder/folder.test.tsx', 'a letter for which more must be said is not confirmed with others'],
  'resources/routes/rules/RulesPage.tsx': ['resources/routes/live/life.test.tsx', "the office's rules are changed by whoever may, with a reason"],
  'resources/routes/rehearsal/CasesPanel.tsx': ['resources/routes/rehearsal/rehearsal.test.tsx', 'what was played is kept as a test case'],
};
/** What is typed here only narrows, names or plays what is shown; nothing of it is sent to be kept. */
const NOTHING_KEPT = [
  'components/form/', 'components/RouteChoice.tsx', 'components/picker-boxes.tsx', 'components/pickers.tsx', 'resources/access/', 'resources/audit/', 'resources/books/BookPage.tsx', 'resources/books/imports/StartImport.tsx', 'resources/clerk/DeskPage.tsx', 'resources/correspondents/CorrespondentsPage.tsx', 'resources/correspondents/MergeDialog.tsx',
  'resources/intake/AnsweredPicker.tsx', 'resources/letters/matter/FoundLetterBox.tsx', 'resources/letters/matter/MatterPage.tsx', 'resources/letters/search/', 'resources/office/AccountsTab.tsx', 'resources/office/StructureTab.tsx', 'resources/routes/RoutesPage.tsx',
  'resources/routes/dialogs/FindDialog.tsx', 'resources/routes/live/PracticePage.tsx', 'resources/routes/what-if/WhatIfPage.tsx', 'resources/routes/rehearsal/BeginForm.tsx', 'resources/session/DemoAccounts.tsx', 'resources/setup/SetUpPage.tsx',
];
/** One day, number, reason or password: what is wrong with it is said in its dialog by the API's refusal (test/bad-input), and what was typed stays. */
const REFUSED_BY_API = [
  'resources/numbers/ReservedNotice.tsx',  'resources/calendar/RegisterTimes.tsx', 'resources/office/CloseDialog.tsx', 'resources/people/PeoplePage.tsx', 'resources/routes/dialogs/ProposalDialog.tsx', 'resources/session/SignInAgainDialog.tsx', 'resources/signing/SigningPage.tsx',
];
/** Settings of a route that is being drawn: the check says beside each what is wrong with it (`designer.test.tsx`, `settings.test.tsx`), and a draft may be wrong. */
const DRAWING = ['resources/routes/panel/', 'resources/routes/settings/', 'resources/routes/dialogs/KindDialog.tsx'];

const files = (readdirSync(SOURCE, { recursive: true }) as string[]).map((each) => each.replaceAll('\\', '/')).filter((each) => each.endsWith('.tsx') && !each.includes('.test.') && !each.startsWith('testing/'));
const typed = files.filter((file) => TYPED.test(readFileSync(join(SOURCE, file), 'utf8')));
const TABLES = ['letter-forms.ts', 'office-forms.ts', 'route-forms.ts'].map((file) => readFileSync(join(__dirname, file), 'utf8')).join('\n');

test('every part that is typed into is tried with bad input', () => {
  const known = (file: string): boolean => file in TRIED || file in OWN_TEST || [...NOTHING_KEPT, ...REFUSED_BY_API, ...DRAWING].some((each) => file.startsWith(each));
  expect(typed.filter((file) => !known(file))).toEqual([]);
});

test('what the lists name is there', () => {
  expect([...Object.keys(TRIED), ...Object.keys(OWN_TEST)].filter((file) => !typed.includes(file))).toEqual([]);
  expect([...NOTHING_KEPT, ...REFUSED_BY_API, ...DRAWING].filter((place) => !files.some((file) => file.startsWith(place)))).toEqual([]);
  expect([...new Set(Object.values(TRIED).flat())].filter((name) => !TABLES.includes(`'${name}': {`))).toEqual([]);
  expect(Object.values(OWN_TEST).filter(([file, name]) => !readFileSync(join(SOURCE, file), 'utf8').includes(name))).toEqual([]);
});
