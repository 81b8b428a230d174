/** Texts of the pages that executives and heads use. */
export const folder = {
  empty: 'The folder is empty', emptyText: 'Letters for you to sign, decide or direct will appear here.', position: 'Letter %{n} of %{total}', previous: 'Previous letter', next: 'Next letter', more: 'More', acts: 'Acts on this letter',
  later: 'Read later', open: 'Open the letter page', usual: 'Usual act on the open letter', gone: 'This letter is no longer in your folder', goOn: 'Go to the first letter', toList: 'Choose several', toStack: 'Read one by one',
  seen: 'Opened', unseen: 'Not opened yet', choose: 'Choose %{subject}', chooseAll: 'Choose all', batchHelp: 'Choose the letters to act on together. Each is opened for you to read before you can confirm.',
  batchStart: 'Read and act on %{n}', batchPosition: 'Read before acting: letter %{n} of %{total}', batchLeave: 'Back to choosing', batchNext: 'Read, next letter', batchConfirm: 'All read, go to confirm',
  batchTitle: 'Act on %{n} letters', batchRun: 'Confirm %{n}', batchAgain: 'Try %{n} again', batchNote: 'Note (for all of them)', openNow: 'Open',
  batchText: 'Each letter is acted on by itself and has its own result. One that fails leaves the others as they are.',
  obstacle: { unseen: 'Not opened yet', gone: 'No longer in your hands', needsMore: 'Must be acted on by itself: it needs more to be said', classified: 'Classified or sealed: open it by itself', notOffered: 'The step at which this letter is offers no such act' },
};
export const dueIn = { label: 'Quick due dates', today: 'Today', days: 'In %{n} days' };
export const presence = {
  awayNow: '%{name} (%{post}) is away now, until %{to}.', awayAtDue: 'The due date falls in an absence of %{name} (%{post}), from %{from} to %{to}.', alsoAtDue: 'They will not be back by the due date.', getsIt: 'It will go to %{names}.', standsIn: 'Meanwhile the work is with %{names}.',
  nobody: 'Nobody stands in; it will wait until they are back.',
};
export const absences = {
  subtitle: 'Record when you are away, and see who stands in for you', mine: 'When you are away', create: 'Record an absence', created: 'Absence recorded', empty: 'No absence recorded', emptyText: 'Once recorded, your open work goes to whoever stands in for that time and comes back to you afterwards.',
  period: 'From %{from} to %{to}', state: { inForce: 'Away now', future: 'Planned', ended: 'Ended' }, showEnded: 'Show ended', hideEnded: 'Hide ended', cancel: 'Cancel the absence', back: 'I am back', ended: 'The absence has ended',
  endText: 'Your work comes back to you at once.', note: 'Note', noteHelp: 'Others see only that you are away, not why.', standIns: 'Who stands in', wouldStandIn: 'If you were away today, %{names} would stand in.', willStandIn: 'Meanwhile %{names} stands in.',
  openTasks: '%{n} open tasks would go there.', noLadder: 'No standing succession is set for this post; its work would wait for you. Please tell the office administrator.', allAway: 'Everybody in the standing succession is away; the work would wait for you. Please have the registry record an acting appointment.', vacant: '(vacant)',
};
export const signing = {
  subtitle: 'Whether each signature is confirmed by password', mine: 'My signature', ask: 'Ask for my password at each signature', mineFree: 'An office leaves this to you; your choice counts there.', mineBound: 'The office asks for the password at each signature. Your choice will count once the office leaves it to you.',
  officeRule: 'Rule of %{office}', rule: { always: 'Everybody confirms each signature by password', personal: 'Each signer chooses' }, youAsked: 'You are asked for your password when you sign.', youNotAsked: 'You sign without typing your password again.',
  officeAdmin: 'The office administrator decides this.', kept: 'Saved', giveUp: 'Sign without the password', giveUpConfirm: 'Confirm', giveUpText: 'Whoever uses a device on which you are signed in could then sign in your name. Please sign out when you leave it.', password: 'Your password',
};
