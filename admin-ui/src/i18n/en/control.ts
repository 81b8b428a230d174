/** Texts of the pages by which administrators of an office and of the system look after it. */
export const system = {
  subtitle: 'How the parts are, what waits, and letters that do not go on', asOf: 'As of %{at}; renewed every 5 seconds', parts: 'Parts of the system',
  part: { database: 'Database', temporal: 'Workflow server', files: 'File store', letterWorker: 'Letter worker', documentWorker: 'Document worker' },
  well: 'Well; answered in %{ms} ms', away: 'Does not answer', awayText: {
    database: 'Nothing can be used until the database is back', temporal: 'Acts are accepted and applied when it is back', files: 'Files cannot be opened or attached until it is back',
    letterWorker: 'Acts are accepted but letters do not go on: start the program', documentWorker: 'Letters go on but are not printed: start the program',
  },
  pending: 'Acts waiting to be applied', refused: 'Acts refused today', outbox: 'Waiting to leave', failing: '%{n} failed and will be tried again', open: 'Open letters', held: '%{n} on hold',
  oldest: 'Oldest %{span}', look: 'Look at this', span: { seconds: '%{n} seconds', minutes: '%{n} minutes', hours: '%{n} hours', days: '%{n} days' },
  stuckTitle: 'Letters that do not go on', stuckText: 'Letters for which something has waited longer than 90 seconds. Ids and times only, no content', noneStuck: 'Every letter goes on', lastAt: 'last went on %{at}',
  reason: {
    command: 'An act has no outcome yet', effect: 'Something that must leave has not left', news: 'News from another part has not been taken in', due: 'A deadline has passed unnoticed',
    endedWithTasks: 'It has ended and still has open tasks', ahead: 'Its execution was found ahead of the database',
  },
  explain: 'Explain', explainTitle: 'How the letter stands', seq: 'no. %{n}', lastEvent: 'Last event: %{type} at %{at}', aheadText: 'This happens after an older database was restored. Look at it, then resume from what the database has.',
  execution: {
    agrees: 'Its execution runs and agrees with the database', differs: 'Its execution runs and does not agree with the database yet; it is put right within an hour', none: 'It has no execution; it can be resumed',
    silent: 'Its execution does not answer; look at the letter worker', ended: 'The letter has ended; nothing has to drive it',
  },
  tasks: 'Open tasks', commands: 'Acts waiting', leaving: 'Waiting to leave', news: 'News waiting', timers: 'Deadlines to come', attempts: 'tried %{n} times', nextTry: 'next %{at}',
  effect: { deliver: 'Deliver', recall: 'Recall', nudge: 'Tell the letter', render: 'Make a document', mail: 'Send e-mail' },
  askAgain: 'Ask again', resume: 'Resume', resumed: 'Resumed, and put on record', wasRunning: 'Its execution was running already', versions: 'Versions', engine: 'Route engine', migration: 'Database schema',
};
