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
export const access = {
  subtitle: 'Who may do what, and why a letter is seen or not', person: 'Person', letter: 'Letter (optional)', letterHelp: 'Look for it by number or subject, among the letters that you may see', choose: 'Choose a person',
  chooseText: 'Choose a person to see posts and rights; choose a letter too, to see why it is seen or not', sees: '%{name} sees this letter', seesNot: '%{name} does not see this letter', seesEnvelope: '%{name} sees only the envelope',
  may: 'May', mayNot: 'May not', actsOnIt: 'Acts on this letter', onTask: ' “%{kind}” at %{posts}', ruleId: 'rule %{id}', until: 'until %{at}',
  act: { letter_read: 'See the letter', letter_reply: 'Draft the answer', letter_link: 'Link with another letter', letter_hold: 'Put on hold', letter_resume: 'Let go on', letter_cancel: 'Cancel', letter_recall: 'Recall', task_act: 'Act on the task' },
  reason: {
    post: 'By the post %{post}', person: 'By the person, whatever the post', clearance: 'The present clearance is “%{clearance}”, which does not reach the letter’s class', actedFor: 'Somebody else acts for the post %{post} at present',
    delegatedOnly: '%{post} is delegated for signing only', noPost: 'No post is in force at present',
  },
  part: { task: 'had or has a task', assignment: 'given to it', owner: 'in charge', registry: 'registry that took it in', granted: 'allowed to see it' },
  rightsOf: 'Posts and rights of %{name}', disabled: 'The account is closed; nothing is allowed', noPosts: 'No post is in force at present', actedFor: 'Somebody acts for it: may see, may not act', clearance: 'Clearance for classified letters: %{level}', noClearance: 'none',
  abilities: 'What is allowed',
};
export const audit = {
  subtitle: 'Who did what and when in the office, newest first', who: 'By', group: 'Kind', letterNo: 'Letter number', from: 'From', to: 'To', empty: 'No events yet', emptyFiltered: 'No event fits', excel: 'Export to Excel', csv: 'Export to CSV', bySystem: 'The system', inPost: 'in the post %{post}', detail: '%{field}: %{value}', more: 'Show more', hidden: 'Events on classified letters are shown only to whoever is cleared and has a part in them',
  groups: { letter: 'Acts on letters', reading: 'Access to classified letters', people: 'People and posts', office: 'Settings of the office', session: 'Signing in and out', system: 'System administrator' },
  field: { person: 'Person', post: 'Post', fromPost: 'From post', toPost: 'To post', ownPost: 'Own post', orderNo: 'Order no.', from: 'From', to: 'To', endedAt: 'Ended', at: 'At', day: 'Day', unit: 'Unit', code: 'Code', version: 'Version', number: 'Number', outcome: 'Outcome', rule: 'Rule', count: 'Count' },
};
export const leaver = {
  subtitle: 'When somebody moves, retires or leaves, hand over what they hold in one act', person: 'Who leaves', choose: 'Choose a person', chooseText: 'Choose who leaves to see what they hold', posts: 'Posts of %{name}', noPosts: 'No post is in force',
  holds: 'Open tasks %{tasks} (drafts %{drafts}), delegations %{delegations}: all stay with the post and pass to whoever follows', ends: 'Leaves this post now', successor: 'Who follows in the post', successorHelp: 'Empty where there is nobody yet: the standing succession acts',
  claims: 'Tasks taken in person', claimsText: 'They go back to the post through each letter’s own route', otherClaims: '%{n} more tasks are of letters that you may not see: ask a supervisor to reassign them',
  disable: 'Close the account too', cannotDisable: 'The account cannot be closed: there is a post in another office, or it is your own', confirm: '%{name} leaves %{posts} posts, and %{claims} tasks taken in person go back to the post',
  done: 'All is handed over; %{done} tasks given back', partly: 'Handed over in part: %{done} tasks given back, %{refused} not. What is left can be tried again',
};
