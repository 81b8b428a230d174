import type { rehearsal as thaiRehearsal, routeSetting as thaiSetting, whichRoute as thaiTable } from '../th/rehearsal';
import type { Texts } from '../texts';

export const routeSetting: Texts<typeof thaiSetting> = {
  asked: {
    title: 'Who would get it', today: 'Today', example: 'Example: the letter is with', exampleHelp: 'Who is asked depends on whom the letter is with, so an example is shown', nobody: 'Nobody is found', vacant: 'nobody holds the post', acting: '%{name} (%{capacity})',
    fallback: 'Nobody is found: it goes to the fallback post', secretRegistrar: 'It goes to the secret registrar',
  },
  due: { title: 'Examples of the due date', now: 'Comes now: due %{due}', eve: 'Comes before Songkran (%{from}): due %{due}' },
  ladder: { none: 'No reminders yet', line: 'Reminders in the order of time', due: 'Due', noLimit: 'Due (this step has no time limit yet)', at: 'Example: %{at}', keys: 'Arrow keys move it in time, Delete takes it out', remove: 'Take out: %{what}' },
  condition: { not: 'This is not the case', addGroup: 'Add a group of conditions', removeGroup: 'Take out the group', group: 'Group of conditions %{n}', faults: 'No value yet, or one that does not fit: %{names}' },
  value: { several: 'Separate values by commas' },
  table: {
    inputs: 'Fields that decide', outputs: 'Fields that are set', policy: 'When several rows fit', first: 'The first row that fits', unique: 'Only one row may fit', collect: 'All rows that fit together', grid: '%{label} (the table scrolls)', no: 'Row', row: 'row %{n}', acts: 'What can be done with the row',
    handle: 'Row %{n}: move it with the arrow keys or by dragging', cell: 'Row %{n}, %{name}: %{said}', up: 'Move row %{n} up', down: 'Move row %{n} down', removeRow: 'Take out row %{n}', addRow: 'Add a row', done: 'Done', dead: 'Never chosen', overlaps: 'Fits together with row %{rows}',
    tooMany: 'The table has too many cases to look through them all; a last row for every other case is advised', gaps: 'Some letters fit no row, for example', another: 'another value', unknown: 'not known', keys: 'Choose a cell to change it; move rows by dragging or with the arrow keys on the row number. Rows are tried from top to bottom.',
  },
  returns: { again: 'Sent back to “%{name}”, it passes again: %{steps}', direct: 'Sent back to “%{name}”, it comes straight back here', bound: 'May be sent back %{n} times; the next time the superior of whoever decides is asked instead' },
  call: { version: 'version %{n}', pinned: 'Stays with version %{n} even when a new one is published, until it is changed here', old: 'The route chosen here is not the version in force: letters still take the older one. Choose again to take the present one.' },
  list: { lead: 'Lead: %{name}', members: '%{n} offices in all: %{names}', noLead: 'This list needs exactly one lead; please correct it on the page of the office' },
};

export const rehearsal: Texts<typeof thaiRehearsal> = {
  title: 'Rehearsal', controls: 'Controls of the rehearsal', back: 'Step back', step: 'One step', play: 'Play', pause: 'Pause', toEnd: 'To the end', restart: 'Begin anew', now: 'Where the letter is now', outside: 'From outside',
  open: 'Rehearse', loading: 'Preparing the rehearsal',
  speed: { label: 'Speed', slow: 'Slow', usual: 'Usual', fast: 'Fast' },
  pace: { label: 'Each person takes', atOnce: 'no time', hour: '1 working hour', day: '1 working day' },
  clock: { now: 'Virtual time: %{at}', toLimit: 'To the next limit, %{at}', noLimit: 'No limit is running', overSongkran: 'Over Songkran' },
  begin: { title: 'The letter that is rehearsed', at: 'Begins at', drafter: 'Drafter (post)', unit: 'Unit that holds it' },
  stuck: 'The letter is stuck: nobody can go on with it', waits: 'It waits for time or for something from outside; nobody is asked now', refused: 'That cannot be done: %{why}',
  choice: { answered: 'An answer to it has gone out', hold: 'Hold the letter', resume: 'Go on with it', cancel: 'Cancel the letter' },
  log: { title: 'What happened' },
  cases: {
    title: 'Test cases', name: 'Name of the test case', save: 'Keep as a test case', none: 'No test cases yet. Rehearse and keep what you played: it is checked again at every change of the route', play: 'Play the case %{name}', remove: 'Take out the case %{name}', coverage: 'Test cases take %{n} of %{all} lines', uncovered: '%{n} lines that no case takes',
    passed: 'Goes as expected', refused: 'Move %{n} is no longer possible: %{why}', otherWay: 'Step %{n} should be “%{expected}” but is “%{actual}”', stop: 'it stopped',
  },
};

export const whichRoute: Texts<typeof thaiTable> = {
  title: 'Which route a letter takes', subtitle: "The office's own table, tried from top to bottom. It holds for letters that begin after it is saved.", letter: 'Letters of the office', unit: 'What is given to units', post: 'What is given to a post', postHelp: 'Only routes with a step that asks the post given the letter can be used', route: 'Route', save: 'Save and use this table', saved: 'The new table is in use', undo: 'Back to the table in use',
  confirm: 'Use this table for letters that begin from now on', confirmText: 'Letters on their way keep their route', readOnly: "The office's process owner changes this table", changed: 'Not saved yet', faulty: 'This table cannot be used yet', fault: { gap: 'Some letters fit no row', route: 'Row %{n} names no route in force', cell: 'Row %{n} has a cell whose value does not fit', overlap: 'Rows %{n} and %{other} fit at once', shape: 'The table must set exactly one route' },
  missing: 'The office has no table of routes yet',
};
