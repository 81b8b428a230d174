/** Texts of single pages. */
import type * as thai from '../th/pages';
import type { Texts } from '../texts';

export const notices: Texts<typeof thai.notices> = {
  empty: 'No notices', emptyText: 'Reminders, withdrawn tasks and returned drafts appear here.', routeFrom: 'from %{date}', markAll: 'Mark all as read',
  letters: '%{n} letters',
  template: {
    taskWithdrawn: 'A task of yours was withdrawn', taskReminder: 'A task is soon due', taskOverdue: 'A task is overdue', supervisorReminder: 'Your supervisor reminds you', draftAmended: 'Your draft was amended and passed on', draftReturned: 'Your draft was returned for correction',
    deliveryReturned: 'The receiving office returned a letter', letterHeld: 'A letter was put on hold', letterResumed: 'A letter goes on', letterCancelled: 'A letter was cancelled', letterUrged: 'A letter has become more urgent', routeFlag: 'A route needs attention', routeProposed: 'A route waits for your approval', routeApproved: 'The route that you proposed was published', routeReturned: 'The route that you proposed came back', routeChanged: 'A route has changed in a way that concerns you', routeCalledOff: 'A change of a route was called off', custom: 'For your information',
  },
};
export const intake: Texts<typeof thai.intake> = {
  subtitle: 'Letters on paper, by post or by e-mail', envelope: 'Envelope and sender', content: 'Contents', files: 'Files', isSealed: 'Sealed item (stays unopened)', sealedText: 'Record only what is on the envelope. It goes unopened to the secret registrar.',
  dateAskedHelp: 'Date by which the sender asks for an answer, if any', proposedUnitHelp: 'A proposal to the superior; optional', submit: 'Register', shortcut: 'Enter when everything is filled in, or Ctrl+Enter, registers and opens the next form', done: 'Registered', doneWithNo: 'Registered, receive number %{no}', open: 'Open',
  submitNext: 'Register and open the next empty form', knownFrom: '%{n} letters before, the last %{at}, no. %{no}', answers: 'Answers our letter', answersHelp: 'Find by number, subject or addressee, if it is an answer',
  nothingToAnswer: 'No letter that was sent fits', awaited: 'Awaits an answer', awaitedBy: 'Answer asked for by %{date}', dropAnywhere: 'Drop the letter anywhere on this page', dropEnclosure: 'Drop to add an enclosure',
  read: 'Read on the first page', readHelp: 'Compare with the letter before you use it. Point at an entry to see its place on the page; Alt+A uses all.', use: 'Use', useOne: 'Use %{label}: %{value}', useAll: 'Use all', allUsed: 'All of it is in the form', markUsed: 'In the form, %{label}: %{value}',
  topSecret: 'The first page is marked top secret. Neither its content nor its file may be kept here: remove the file and hand the letter to the secret registrar.', referencesHelp: 'One letter per line, for example มท 0210.2/15 ลงวันที่ 1 ต.ค. 69',
  pin: 'Keep “%{label}” for the next letter', unpin: 'No longer keep “%{label}”', same: 'This letter may be in the register already. Please check first.', sameBy: { number: 'same number and day', subject: 'nearly the same subject' }, receiveNo: 'No. %{no}',
  citesOurs: 'Refers to our letter', answersOurs: 'Answers our letter', answersThis: 'It answers this one', takeAgain: 'Checked: register it again', takeApart: 'Separate letters (%{n})', pile: '%{n} waiting to be registered', pileHelp: 'When the open one is registered, the next one opens by itself. Open another first if you like: the one at hand waits here with what was typed.', anew: 'Registered anew in place of no. %{no}', anewText: 'When this is registered, number %{no} is cancelled with the reason and stays in the register, open tasks of the old letter are withdrawn, and the new one takes a new number. Each refers to the other.', anewReason: 'Why the old registration is cancelled', leaveAnew: 'Do not cancel: back to the letter',
  directory: 'Correspondents', doneAnew: 'Registered anew: no. %{no} in place of no. %{old}, which is cancelled', notAnew: 'This letter can no longer be registered anew, or you may not. Nothing has changed.', take: 'Open', takeOne: 'Open %{name}',
};
export const compose: Texts<typeof thai.compose> = {
  head: 'Head', text: 'Text', typed: 'Write here', uploaded: 'Upload a PDF', enclosures: 'Enclosures and references', preview: 'Preview', previewEmpty: 'The text appears here as you write.', realPreview: 'Show as it will be printed', typedPreview: 'Back to the preview while typing', save: 'Save draft', propose: 'Save and propose', shortcut: 'Ctrl+Enter proposes',
  saved: 'Draft saved', savedAt: 'Draft saved at %{at}', toHelp: 'Post or name of the addressee', isCircular: 'Circular', dateAskedHelp: 'Leave empty where no answer is needed', bodyHelp: 'A new line begins a new paragraph. The system sets the page.', snippets: 'Usual endings',
  pdfHint: 'A PDF made elsewhere, at most 50 MB', addOffice: 'Add an office', addList: '%{name} (%{n})', addOutside: 'Outside correspondent', outsideText: 'Not on this system: sent by post or e-mail', outsideName: 'Name', outsideAddress: 'Address or e-mail', noRecipients: 'No addressee chosen',
  roleOf: 'Role of %{name}', removeRecipient: 'Remove %{name}', referenceNo: 'Refers to letter no.', addReference: 'Add a reference', removeReference: 'Remove the reference', replyTitle: 'Draft the answer', answers: 'Answers', draftTitle: 'Edit the draft', takeOut: 'Take out', putBackShort: 'Put back', putBack: 'Put %{name} back', willBeTakenOut: 'will be taken out when saved', toLetter: 'To the letter',
  notEditable: 'This draft cannot be edited now', notEditableText: 'Somebody else is considering it, or it has been signed.',
};
export const places: Texts<typeof thai.places> = {
  title: 'Where the system writes', help: 'Choose what, then click the page where it belongs. The arrow keys move a mark, Delete takes it away.', kind: { number: 'Number', date: 'Date', signature: 'Signature' }, mark: 'Place of the %{name}', remove: 'Take away', missing: 'Not marked yet: %{names}',
};
export const letters: Texts<typeof thai.letters> = {
  search: 'Search number, subject or sender', mine: 'Started by me', overdue: 'Overdue', ofStep: 'Only the step “%{name}”', ofRoute: 'Only the chosen route', empty: 'No letters that you may see yet', emptyFiltered: 'No letters with these filters', deliveries: '%{sent} sent, %{registered} registered, %{answered} answered',
};
export const letter: Texts<typeof thai.letter> = {
  knownSender: 'Known as: %{text}',
  title: 'Letter', facts: 'Facts', documents: 'Documents', endorsements: 'Endorsements', timeline: 'Timeline', route: 'Route', deliveries: 'Addressees', assignments: 'Given to', numbers: 'Numbers', holders: 'Who holds it now',
  tab: { letter: 'Letter', history: 'Timeline', route: 'Route', versions: 'Versions' }, sealedNoFile: 'Sealed item', sealedNoFileText: 'Only the secret registrar may open it.',
  noDocuments: 'No files', noEndorsements: 'No endorsements yet', printEndorsements: 'Print the endorsements', printFile: 'Print the whole file', printFileWithCover: 'Print the whole file with a cover', printCover: 'Print the cover sheet', printLabels: 'Print address labels', noTimeline: 'Nothing has happened yet', nobodyHolds: 'Nobody in this office has open work on it', noShort: 'No. %{no}', receiveNo: 'Receive no.', dated: 'dated %{date}',
  deemedReceivedOn: 'Deemed received', cameBy: 'Sent by', ownerUnit: 'Owner unit', drafter: 'Drafter', signedBy: 'Signed by', onBehalfOf: 'On behalf of %{post}', channel: 'Channel', publicCode: 'Tracking code', heldBy: 'With %{post}', since: 'since %{at}', notRead: 'Not opened yet',
  isHeld: 'On hold', via: { fallback: 'Nobody found by the route: with the fallback post', secretRegistrar: 'With the secret registrar' }, endorsedTo: 'To %{to}', numberTaken: 'Number %{no}', unitInCharge: 'Unit in charge: %{unit}', answeredBy: 'Answered by no. %{no}',
  createdAt: 'Started %{at}',
};
export const document: Texts<typeof thai.document> = {
  role: { main: 'Letter', draft: 'Letter (draft)', enclosure: 'Enclosure', evidence: 'Evidence' }, original: 'Original', stamped: 'With stamps, number and signature', showOriginal: 'Show the original', moveStamp: 'Move the stamp', stampUnsure: 'The place of the stamp has not been looked at', showStamped: 'Show with stamps',
};
export const task: Texts<typeof thai.task> = {
  mine: 'Your task: %{name}', inPost: 'In post', from: 'Passed on by %{actor}', toJudge: '%{name} has answered by no. %{no}. Please judge the answer.', openAnswer: 'Open the answer', editDraft: 'Edit the draft', reply: 'Draft the answer',
};
export const act: Texts<typeof thai.act> = {
  done: 'Done', note: 'Note', noteRequired: 'Note (required)', reason: 'Reason', returnTo: 'Return to', forwardTo: 'Forward to post', action: 'Instruction', due: 'Due', dueSuggestion: 'If left empty: within %{span}', amendText: 'Amend and pass on: the earlier version is kept and the drafter is told.',
  sameAgain: 'The result is not known. You may press again; it will not be done twice.', tooLate: 'Somebody else has done it, or it was withdrawn. What you typed is still here: copy it before you close.', claim: { title: 'Take it' }, release: { title: 'Give back to the group', text: 'The task goes back to the list of every post of the group, with the reason in the letter’s history', done: 'Given back to the group' }, withdraw: { title: 'Withdraw the question' },
  adhoc: { title: 'Ask for an opinion', confirm: 'Ask', text: 'This task waits until whoever you ask has answered.', whom: 'Ask', question: 'Question' },
  remind: { title: 'Remind' }, reassign: { title: 'Reassign', text: '%{n} task moves to the new post at once. |||| %{n} tasks move to the new post at once.', to: 'New post' }, extend: { title: 'Extend', text: 'New due date for %{n} task. |||| New due date for %{n} tasks.', until: 'Extend to' },
  hold: { title: 'Hold', text: 'All work on this letter stops until it is resumed.' }, resume: { title: 'Resume', text: 'All work on this letter goes on from where it was held.' }, cancel: { title: 'Cancel', text: 'The letter ends here; all open work is withdrawn.' },
  takeBack: { title: 'Take back', text: 'Possible only while nobody has acted on it.' }, urge: { title: 'Make more urgent', text: 'All open work must be done within the time of the new class, and its holders are told. It cannot be made less urgent afterwards.' }, reclassify: { title: 'Change secrecy', text: 'Whoever lacks the clearance will not see it any more.' }, recall: { title: 'Recall', text: 'Recall from %{name}: possible only before it is registered there.' },
  registerAnew: { title: 'Cancel and register anew' },
  cancelNumber: { title: 'Cancel the number', text: 'Number %{no} stays in the register as cancelled and is never used again.' },
};
export const assign: Texts<typeof thai.assign> = {
  main: 'Main unit or post in charge', infos: 'Units or posts for information', units: 'Units', posts: 'Posts', mainMark: 'Main', info: 'For information', proposed: 'Proposed: %{unit}', closed: 'Finished', openedAt: 'Assigned %{at}',
};
export const sign: Texts<typeof thai.sign> = { printed: 'Printed under the signature', password: 'Password to confirm the signature', locked: 'Signed by %{name}. The text is locked afterwards.' };
export const versions: Texts<typeof thai.versions> = {
  title: 'Compare versions', files: 'Files of this version', noFiles: 'No files', takenOut: 'taken out', added: 'added', n: 'Version %{n}', before: 'Earlier version', after: 'Later version', why: { draft: 'draft', submitted: 'proposed', amended: 'amended' }, returned: 'Version %{n} was returned:', wasReturned: 'This draft was returned for correction',
};
export const delivery: Texts<typeof thai.delivery> = {
  status: { sent: 'Sent, not yet registered', registered: 'Registered', returned: 'Returned', recalled: 'Recalled', answered: 'Answered', acknowledged: 'Acknowledged' }, verdict: { full: 'Full answer', partial: 'Partial answer', moreTime: 'More time given' }, overdue: 'Answer overdue',
  dueOn: 'Answer asked by %{date}', sentAt: 'Sent %{at}', returnReason: 'Returned because: %{reason}',
};
export const link: Texts<typeof thai.link> = { answers: 'Answers', answeredBy: 'Answered by', refers: 'Refers to', referredBy: 'Referred to by', replaces: 'Registered in place of', replacedBy: 'Registered anew as', together: 'Linked by hand', sameMatter: 'Same matter' };
export const event: Texts<typeof thai.event> = {
  start: 'Started', act: 'Acted', claim: 'Taken', release: 'Given back', adhoc: 'Asked for an opinion', reassign: 'Reassigned', extend: 'Extended', remind: 'Reminded', takeBack: 'Taken back', hold: 'Held', resume: 'Resumed', cancel: 'Cancelled', cancelNumber: 'Number cancelled', registerAnew: 'Cancelled and registered anew', recall: 'Recalled',
  reclassify: 'Secrecy changed', urge: 'Made more urgent', moveVersion: 'Moved to another version of the route', timer: 'Time reached', effectReported: 'Done by the system', delivery: 'News from the receiver', sent: 'Sent', registered: 'Registered', returned: 'Returned', recalled: 'Recalled',
  answered: 'Answered', acknowledged: 'Acknowledged',
};
export const books: Texts<typeof thai.books> = {
  all: 'All registers', year: 'Year', search: 'Search the register', empty: 'No registers that you may see', noEntries: 'No entries', noNumberYet: 'No number this year yet', lastNo: 'Last number %{no} of %{year}', held: 'Held', test: 'Test register', newestFirst: 'Newest first', oldestFirst: 'Oldest first', from: 'From', to: 'To', print: 'Print', excel: 'Excel', csv: 'CSV', files: 'Print and export', turned: 'The last day must not be before the first.', numbers: 'Reserved numbers', amend: 'Correct', imports: 'Earlier registers', imported: 'Earlier register', check: 'Check the register',
};
export const entry: Texts<typeof thai.entry> = {
  receiveNo: 'Receive no.', sendNo: 'Send no.', action: 'Action', remark: 'Remark', peer: "Receiver's number", hidden: '(you may not see this letter)', answered: 'answered by no. %{no}, %{date}', anew: 'registered anew as %{no}', insteadOf: 'in place of %{no}, cancelled', block: { reserved: { issued: 'A number reserved before', reserved: 'Reserved' }, outage: { issued: 'Issued while the system was down', reserved: 'Kept for hours in which the system is down' } },
  status: { issued: 'Issued', reserved: 'Reserved', cancelled: 'Cancelled', record_lost: 'Issued, record lost' },
};
export const people: Texts<typeof thai.people> = {
  subtitle: 'Acting appointments, absences and delegations', tab: { appointments: 'Acting appointments', absences: 'Absences', delegations: 'Delegations' }, create: { appointments: 'Record an acting appointment', absences: 'Record an absence', delegations: 'Record a delegation' },
  empty: { appointments: 'No acting appointments in this state', absences: 'No absences in this state', delegations: 'No delegations in this state' }, state: { inForce: 'In force', future: 'Not yet', ended: 'Ended', all: 'All' }, actingOnly: 'Acting only', person: 'Person',
  capacity: 'Capacity', forPost: 'For post', ownPost: 'Own post', orderNo: 'Order no.', orderHelp: 'As on the written order, e.g. 123/2569', from: 'From', to: 'To', periodOpen: 'From %{from} until changed', openEndHelp: 'Leave empty where no end is set', period: 'From %{from} to %{to}', reason: 'Reason',
  note: 'Remark', byOrder: 'order %{no}', fromPost: 'Delegating post', toPost: 'Receiving post', kinds: 'Kinds of letter', kindsHelp: 'None chosen means all', allKinds: 'all kinds', absenceKind: 'Kind', absent: 'absent', created: 'Saved. Open tasks move at once.',
  endEarly: 'End early', endText: 'Tasks that had moved come back at once.', endAt: 'Ends at', endNow: 'Leave empty for now', ended: 'Ended',
  sheet: {
    title: 'Delegations of authority', asOf: 'As of %{at}', print: 'Print the table', export: 'Export to Excel',
    head: { no: 'No.', fromPost: 'From', toPost: 'To', kinds: 'Kinds of letters', orderNo: 'Order no.', period: 'In force' },
  },
};
export const absence: Texts<typeof thai.absence> = { leave: 'Leave', mission: 'Official trip', other: 'Other' };
export const calendar: Texts<typeof thai.calendar> = {
  seen: 'Deadlines that you may see: %{n}', noneSeen: 'You have no part in these letters, so only their number is shown', moves: 'Deadlines that move',
  subtitle: "Public holidays and the office's own days, by which time limits are counted", day: 'Day', name: 'Name', kind: 'Kind', kinds: { holiday: 'Holiday', working: 'Working day' }, scope: { national: 'National', office: 'This office' }, predicted: 'Not yet announced', empty: 'No days in this year yet',
  declare: 'Declare a day', preview: 'Preview', previewFirst: 'You will see first which time limits move.', nameTh: 'Name (Thai)', nameEn: 'Name (English)', summary: '%{open} open time limits, %{moved} move, in %{letters} letters', direction: '%{later} later, %{earlier} earlier',
  declared: 'Declared. %{moved} time limits moved in %{letters} letters.', withdraw: 'Withdraw', withdrawText: 'Withdraw %{day} (%{name})? Time limits are computed again.', withdrawn: 'Withdrawn. %{moved} time limits moved.',
};
export const registerTimes: Texts<typeof thai.registerTimes> = {
  title: 'Office hours and times to register', hours: 'Office hours %{start}–%{end}.', help: 'What other offices send is to be registered within the time of its urgency, counted from its arrival.', sameDay: 'on the working day on which it counts as received',
  change: 'Change the times to register', text: 'Senders and supervisors see what was not registered within these times.', wrong: 'A whole number from 0 to %{max}', unitOf: 'Unit of time of %{name}', unit: { workingDays: 'working days', workingHours: 'working hours', clockMinutes: 'minutes' }, kept: 'The times to register are kept',
};
