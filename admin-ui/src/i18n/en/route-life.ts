import type { routeImport as thaiImport, routeLive as thaiLive, routeMoves as thaiMoves, routePractice as thaiPractice, routePublishing as thaiPublishing } from '../th/route-life';
import type { Texts } from '../texts';

/** Texts of a route in use: where letters stand, what does not go as drawn, moving letters, the office's rules for publishing. */
export const routeLive: Texts<typeof thaiLive> = {
  title: 'Letters on the route now', of: 'Letters on the route now: %{name}', link: 'Letters now', steps: 'Letters at each step', standing: '%{n} here', late: '%{n} late', both: '%{n} here, %{late} late',
  none: 'No letter is on this version now', known: 'Only letters that you may know of are counted', version: 'Version', list: 'See letters at the step “%{name}”', listLate: 'See letters that are late at the step “%{name}”', at: 'As of %{time}', moved: 'Letters at the step “%{name}”',
};
export const routePractice: Texts<typeof thaiPractice> = {
  title: 'Where the drawing does not fit practice', of: 'Where the drawing does not fit practice: %{name}', link: 'Not as drawn',
  subtitle: 'Steps where often nobody is found, opinions are asked out of turn, or letters are sent back: the drawing should follow the work', from: 'From', to: 'To', span: '%{from} to %{to}',
  step: 'Step', kind: { tasks: 'All tasks', fallbacks: 'Nobody found, went to the last resort', adhoc: 'Asked out of turn', returns: 'Returned' }, times: '%{times} times', timesOf: '%{times} times (%{letters} letters)', share: '%{n} percent of the tasks',
  none: 'Every step went as drawn in these days', noneText: 'No task fell to the last resort, nobody was asked out of turn, and nothing was sent back.', print: 'Print', excel: 'Export to Excel', order: 'The last day must not be before the first',
};
export const routeMoves: Texts<typeof thaiMoves> = {
  title: 'Moving running letters', start: 'Move running letters to this version', startText: 'Letters are moved one after the other. Tasks keep holder and time limit. What cannot be moved stays on its version.', reason: 'Why they are moved', started: 'The move has begun; its progress is on this page',
  check: 'Try it first', checking: 'Trying each letter', can: '%{n} of %{total} can be moved', nothing: 'No letter has to be moved', cannot: '%{n} cannot be moved', at: 'Step “%{name}”: %{why}', known: 'Only letters that you may know of are counted; others are moved by the same rules', again: 'Try again',
  by: '%{name}, %{at}', waits: 'Begins %{at}', running: 'Moving', ended: 'Done', stopped: 'Stopped', stopping: 'Stopping', stoppedBy: 'Stopped by %{name}: %{reason}', progress: '%{done} of %{total} done',
  state: { waiting: 'Waiting', moved: 'Moved', refused: 'Cannot be moved', cancelled: 'Not moved: stopped' }, count: '%{state}: %{n}', letters: 'What became of each letter', allStates: 'All', again2: 'Tried %{n} times, again at %{at}', more: 'Show more',
  stop: 'Stop moving', stopText: 'Letters that have been moved stay there. Those that have not stay on their version.', stopReason: 'Why it is stopped', noneYet: 'No letter was moved yet', stopNow: 'The move is stopped', back: 'What becomes of the letters on the newer version', noSubject: 'Letter whose subject is not shown',
};
export const routePublishing: Texts<typeof thaiPublishing> = {
  title: 'Rules for publishing routes', subtitle: 'Set by the office administrator; every change has a reason and is on record', fourEyes: 'A second person must approve', fourEyesText: 'Whoever proposes a route cannot approve it; another process owner must.',
  offersTemplates: 'Offices below may begin with these routes', offersTemplatesText: 'Offices below this one may begin a draft from its routes in force, with their own posts in place of these.', reason: 'Why it is changed', save: 'Save rules', saved: 'The rules are saved and hold from the next proposal on',
  readOnly: 'To look at only: the office administrator changes these rules', confirm: 'Change the rules for publishing routes', alone: 'Without a second person a proposed version is in force at once or from its day, without anybody else having looked at it.',
};
export const routeImport: Texts<typeof thaiImport> = {
  drop: 'Drop a BPMN file here', hint: 'A BPMN 2.0 file of any modeller, at most 2 MB', reading: 'Reading the file', read: 'Read “%{name}”: %{n} steps. Nothing is kept until you start designing.', report: 'What became of the file', whole: 'Everything came over; nothing was approximated or dropped',
  verdict: { mapped: 'Taken over', approximated: 'Approximated', dropped: 'Dropped' }, count: '%{verdict}: %{n}', arranged: 'The file has no drawing; the steps are arranged for you',
};
