/** Texts of the lists beside the inbox, of several letters at once, of read marks and of the ways of notices: they come with the parts that show them. */
export const beside = {
  takenText: 'Tasks of your groups that somebody else has taken. One that is given back returns to your list by itself.', takenEmpty: 'Nobody else has taken a task of your groups', takenEmptyText: 'Tasks given to several posts stand here once somebody has taken them.', copiesText: 'Letters sent to you for information. When you open one, its sender sees when. One whose letter has ended stays here for 90 days.', copiesEmpty: 'Nothing for information', copiesEmptyText: 'Letters sent to your posts for information stand here',
  copySeen: 'Opened', copyUnseen: 'Not opened', note: 'Noted',
};
/** Several letters acted on together. */
export const bulk = {
  keys: 'Several letters', chosen: '%{n} chosen', tooMany: '%{n} chosen; at most %{max} at once', all: 'Choose all shown', stop: 'Stop choosing', start: 'Act on those chosen',
  title: 'Act on %{n} letters', text: 'Each letter goes by its own route and has its own result. One that cannot be done says why, and the others go on.', asking: 'Seeing what can be done with each',
  act: 'What to do', actOf: '%{act} (%{n} of them)', unit: 'Unit (empty: as proposed in each letter)', note: 'Note (for all of them)', noAct: 'Nothing can be done with these at once: open them one by one', run: '%{act}: %{n}', again: 'Try %{n} again', progress: '%{n} of %{total} done', open: 'Open',
};
/** Copies for information and who has read them. */
export const copies = { title: 'Copies for information', read: '%{n} of %{total} opened', seen: 'Opened', noted: 'Noted', sentAt: 'Sent %{at}', readAt: '%{name} opened it %{at}', notedAt: '%{name} noted it %{at}' };
/** By which ways people want to hear of notices. */
export const noticeSettings = {
  title: 'Notification settings', kept: 'Settings saved', bell: 'Count at the bell', mail: 'E-mail', way: { none: 'Not sent', now: 'Each at once', digest: 'Once a day, together' },
  goesTo: 'Goes to %{email}. The daily one goes as the office opens, next on %{at}', noServer: 'The operator has not set a mail server, so nothing is sent. All notices stand in the system, and what you choose takes effect once there is one.', noAddress: 'Your account has no e-mail address: tell your office’s administrator',
  always: 'Every notice stands on this page in any case. Of classified letters an e-mail says neither subject nor number.',
  kind: { task: 'Your tasks and drafts', due: 'Time limits and reminders', letter: 'Letters held or cancelled', route: 'Routes', custom: 'Notices that routes give' },
  help: { task: 'A task withdrawn, a draft amended or returned, a letter sent back by its receiver', due: 'Due soon, overdue, reminded by a supervisor, made more urgent', letter: 'A letter held, resumed or cancelled', route: 'A route proposed, approved, returned or changed', custom: 'What the designer of a route has its steps tell' },
};
