import type { designer as thai, routes as thaiRoutes } from '../th/designer';
import type { Texts } from '../texts';

/** Texts of the route designer. */
export const designer: Texts<typeof thai> = {
  setting: { none: 'Not set', unknown: '%{value} (not in this office)', nth: '%{label} no. %{n}', add: 'Add: %{label}', removeNth: 'Take out %{label} no. %{n}' },
  panel: { title: 'Settings of step %{name}', heading: 'Settings of the step', name: 'Name of the step', nameEn: 'Name in English', description: 'Description', descriptionHelp: 'For example the regulation it follows, or what whoever acts should know', none: 'No step is selected', noneText: 'Select a step on the canvas or in the outline to set who acts, until when and where it leads', several: '%{n} steps are selected', close: 'Close the settings', sheet: 'Step and check', wide: 'Widen the settings', narrow: 'Narrow the settings' },
  assignee: { post: 'A post', posts: 'Posts of the group', unitHead: 'The head of a unit', superior: 'A superior', role: 'Whoever has a role', oversees: 'Who oversees a unit', group: 'One of a group of posts', drafter: 'The drafter', field: 'Whoever a field of the letter names', of: 'Superior of', lastActor: 'whoever acted last', fact: 'Field', unit: 'Unit' },
  unit: { holder: 'The unit that holds the letter', owner: 'The owner unit', proposed: 'The unit proposed to act', registry: 'The registry' },
  span: { amount: 'How many', unit: 'Unit of time', workingDays: 'working days', workingHours: 'working hours', calendarDays: 'days (days off count)', clockHours: 'hours (day and night)', workingMinutes: 'working minutes', clockMinutes: 'minutes (day and night)', fact: 'By “%{name}” of the letter' },
  rung: { when: 'When', beforeDue: 'before the limit', afterDue: 'after the limit', act: 'What is done', remind: 'Remind whoever has it', remindSuperior: 'Tell the superior', handOver: 'Hand it over to the superior', flag: 'Flag it to the supervisor', add: 'Add a reminder' },
  join: { all: 'All branches', some: 'At least', atLeast: 'How many' },
  recipients: { addressees: 'The addressees of the draft', noLists: 'The office has no distribution lists yet', role: 'Part of the recipients' },
  outcome: { nth: 'Outcome %{n}', remove: 'Take out the outcome %{name}', note: 'A note is required', fresh: 'New outcome', up: 'Move the outcome %{name} up', down: 'Move the outcome %{name} down', english: 'Outcome %{n} in English', add: 'Add an outcome' },
  branch: { nth: 'Name of way %{n}', remove: 'Take out the way %{name}', english: 'Name of way %{n} (English)', called: 'Left empty, it is called “%{name}”', taken: 'Another way has this name', when: 'Taken when', add: 'Add a way' },
  condition: { combinator: 'What must hold', and: 'all of them', or: 'one of them', add: 'Add a condition', remove: 'Take out the condition', fact: 'Field', operator: 'Comparison', value: 'Value' },
  operator: { is: 'is', isNot: 'is not', below: 'is less than or before', atMost: 'is at most', above: 'is more than or after', atLeast: 'is at least', oneOf: 'is one of', noneOf: 'is none of', contains: 'contains', unknown: 'is not known', known: 'is known' },
  ended: { closed: 'closed', rejected: 'refused', cancelled: 'cancelled', forwarded: 'forwarded', returned: 'returned' },
  view: { label: 'View', canvas: 'Canvas', outline: 'Outline' },
  palette: { title: 'Steps of a route', help: 'Press to add after the selected step or into the selected line, or drag onto the canvas', group: { people: 'People', registry: 'Registry and dispatch', flow: 'Flow', time: 'Time and notices' } },
  act: {
    undo: 'Undo', redo: 'Redo', addNext: 'Add the next step', insert: 'Insert a step', connect: 'Connect to …', settings: 'Settings', rename: 'Rename', remove: 'Delete', copy: 'Copy', cut: 'Cut', paste: 'Paste', duplicate: 'Duplicate', arrange: 'Arrange the drawing',
    fit: 'Show the whole drawing', find: 'Find in the route', selectAll: 'Select all', more: 'More', up: 'Step before', down: 'Next step', first: 'First step', last: 'Last step', disconnect: 'Delete the line', describe: 'Name and description of the route', publish: 'Propose for publishing', discard: 'Discard the draft', shortcuts: 'Designing a route', save: 'Save now', toView: 'Switch between canvas and outline',
  },
  add: { first: 'Add the first step', next: 'Add a step after “%{name}”', insert: 'Insert a step before “%{name}”', anywhere: 'Add a step', search: 'Type to find a kind of step', none: 'No kind of step fits' },
  connect: { title: 'Connect “%{name}”', outcome: 'On the outcome', to: 'To the step', noOutcome: 'Every way out of this step is drawn: delete a line or add an outcome first', confirm: 'Connect', next: 'Goes on' },
  rename: { title: 'Rename the step', confirm: 'Rename' },
  describe: { name: 'Name of the route', nameEn: 'Name in English', description: 'Description of the route', confirm: 'Use this' },
  canvas: { label: 'Drawing of the route', empty: 'The route has no steps yet', emptyText: 'Begin with “Start”, then add one step after another', minimap: 'Overview', node: 'Step %{name} (%{kind})', edge: 'From %{from} to %{to} %{outcome}', foreign: 'Posts of another office', node_help: 'Enter opens the settings, arrows move, Delete removes', edge_help: 'Delete removes the line', lock: 'Lock the drawing', toolbar: 'Commands of the drawing' },
  outline: { label: 'Outline of the route', empty: 'The route has no steps yet', to: '%{outcome} to “%{name}”', open: '%{outcome}: leads nowhere yet', unreached: 'Steps that cannot be reached yet', step: 'No. %{n}', back: '(back)', findings: '%{n} found', help: 'Arrows move, Enter opens the settings, N adds a step, C connects, F2 renames, Delete removes' },
  find: { title: 'Find in the route', label: 'Name, post, field or condition', none: 'Nothing in this route fits' },
  findings: {
    title: 'Verification', checking: 'Checking', sound: 'No error: it can be published', errors: '%{n} to be mended', warnings: '%{n} to be looked at', error: 'Error', warning: 'Warning', mend: 'Mend', showPath: 'Show the path', took: 'Checked in %{ms} ms', none: 'Checked: nothing found', select: 'Go to the step', failed: 'The check failed; please reload the page',
  },
  coverage: { untested: 'untested', none: 'no test case takes it', by: 'taken by test cases: %{n}' },
  server: { title: 'Check before publishing', check: 'Check against the office as it is now', at: 'Checked on %{at} as it will be when it is proposed:', unsaved: 'The draft could not be saved, so it was not checked' },
  path: { title: 'The path to the fault', play: 'Play', pause: 'Pause', next: 'Next move', previous: 'Move before', stop: 'Close', at: 'Move %{n} of %{all}: %{name}', by: 'outcome %{outcome}', back: 'returned to %{name}' },
  notice: { copied: '%{n} steps copied', foreign: 'Posts or units that this office does not have: %{codes}. Please set them anew', notPart: 'What was copied is no part of a route', nothing: 'No step is selected', refused: 'That cannot be done; the drawing is as it was', arranged: 'Arranged; it can be undone', arrangeFailed: 'Arranging failed; the drawing is as it was', startStays: 'A route has only one start, so it is not copied' },
  save: {
    saved: 'Saved', saving: 'Saving', unsaved: 'Not saved yet', offline: 'Not saved: the system cannot be reached. It will be saved once it can be', refused: 'Cannot be saved', changed: 'This draft was changed elsewhere', changedText: 'The draft was saved from another window or device after you opened it. What you did is still here. Please choose',
    mine: 'Keep mine', theirs: 'Take what was saved elsewhere', copy: 'Save mine as a new draft', leave: 'Something is not saved yet. Leave this page?', differences: 'What differs', copyName: '%{name} (copy)',
  },
};
export const routes: Texts<typeof thaiRoutes> = {
  subtitle: "Draw, verify and publish the office's routes", new: 'New route', start: 'Begin', noneText: 'Draw a new route, or begin from one of the office above', draft: 'Draft of a route', edit: 'Draw a new version', openDraft: 'Open my draft', look: 'See the drawing in force',
  inForce: 'In force', next: 'Version %{n} from %{date}', waiting: 'Waits for approval', myDraft: 'My draft, changed %{ago}', otherDrafts: '%{n} drafts by others', notPublished: 'Not published', by: 'by %{name}', hadDraft: 'You have a draft of this route already; it was opened',
  from: { empty: 'From an empty canvas', template: 'From a route of the office above', json: 'From a JSON file', bpmn: 'From a BPMN file of another modeller' }, code: 'Code of the route', codeHelp: 'A short word by which the which-route table names it', codeTaken: 'A route has this code', codeAgain: 'A route has this code: the draft will be its next version',
  template: 'Route to begin from', noTemplates: 'No office above lets its routes be taken over', positions: 'Posts and units of the route', positionsText: "Choose your office's posts and units for those of the other office", postThere: 'For the post %{code}', unitThere: 'For the unit %{code}',
  file: 'Drop the file of a route here', fileHint: 'A JSON file exported from the designer, up to 2 MB', fileTooLarge: 'The file %{name} is too large: at most 2 MB are read',
  fileFault: {
    notJson: 'The file %{name} is no JSON that can be read. Export it anew and choose it again', tooManySteps: 'The file %{name} has %{count} steps, which are too many: a route has at most %{max}',
    tooDeep: 'Step “%{step}” in the file %{name} has a condition that nests too deep: at most %{max} levels', noRoute: 'The file %{name} is no route', wrongAt: 'The file %{name} is no route as it stands: what is wrong is at %{where}',
  },
  fileRead: 'Read the route “%{name}” with %{n} steps',
  readOnly: "Somebody else's draft: you may look at it but not change it", proposed: 'It is proposed for publishing: it can be changed again once it is withdrawn or returned', contextFailed: "The office's data could not be loaded, so the route cannot be verified yet", discardText: 'The draft is deleted for good. The route in force stays as it is', leave: 'Leave without saving',
  published: 'Published as set', proposedNow: 'Proposed: somebody else approves it', note: 'What changes, and why', when: 'From when', now: 'At once when approved', fromDay: 'From a day', day: 'First day', running: 'Letters under way', stay: 'Go on by the version they started on', move: 'Move to the new version',
  proposal: 'Proposal', approve: 'Approve and publish', return: 'Return to its author', withdraw: 'Withdraw', returnReason: 'Why it is returned', secondPerson: 'Another process owner must approve it', changes: 'What changes', affected: 'Told when it is published: %{n} posts', noChanges: 'Nothing differs from the version in force', firstVersion: 'A new route: no version is in force yet', decided: { approve: 'Published', return: 'Returned', withdraw: 'Withdrawn' },
  base: {
    changed: 'Version %{n} was published by %{name} on %{at}, after this draft was begun (%{note}). Your draft is whole; please choose before you propose it.', theirs: 'What the new version has changed', clashes: 'Changed on both sides; stays as in your draft',
    take: 'Bring the changes into my draft', keep: 'Keep my draft as it is', help: 'Bringing them in can be undone. If you keep your draft, publishing it replaces what the new version has changed.',
    way: 'Way out “%{outcome}” of step “%{name}”', setting: '%{setting} of step “%{name}”', removed: 'Step “%{name}”, which the draft has taken out', kept: 'Step “%{name}”, which the new version has taken out',
  },
  search: { label: 'Search all routes: post, field, condition or name of a step', results: 'Found in all routes', found: '%{n} steps in %{routes} drawings', none: 'Nothing found in any route', noneText: 'Try a shorter word, such as a post or a field', draft: 'my draft', here: 'Looked for' },
};
