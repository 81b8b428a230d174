import type { routeSetting as thaiSetting } from '../th/rehearsal';
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
