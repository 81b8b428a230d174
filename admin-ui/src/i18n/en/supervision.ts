import type { Texts } from '../texts';
import type * as thai from '../th/supervision';

export const supervision: Texts<typeof thai.supervision> = {
  subtitle: 'What is overdue, soon due or at rest in your care', tab: { board: 'In the office', others: 'With other offices', weekly: 'The week' },
  state: { both: 'To look after', overdue: 'Overdue', dueSoon: 'Due within a working day', atRest: 'At rest', held: 'On hold', open: 'All that is open' },
  restDays: 'Without an act', restFrom: '%{n} working days or longer', where: 'Where it is', groupBy: 'By', group: { unit: 'Unit', person: 'Person', step: 'Step', correspondent: 'Correspondent' },
  groupCounts: '%{name}: %{overdue} overdue, %{dueSoon} soon, %{open} in all', allGroups: 'Show all %{n}', narrowed: 'Only the chosen one: %{kind}',
  chosen: '%{n} chosen', chooseAll: 'Choose all shown', acts: 'Act on those chosen', choose: 'Choose %{subject}', reminded: 'Reminded %{at}', remindedBy: '%{who} reminded %{at} by %{by}',
  late: '%{span} late', rest: 'No act for %{span}', span: { days: '%{n} working day |||| %{n} working days', hours: '%{n} working hour |||| %{n} working hours', less: 'less than 1 working hour' }, export: 'Export to Excel',
  empty: 'Nothing is overdue or soon due', emptyText: 'Everything is within its time.', emptyFiltered: 'Nothing fits what you chose', emptyFilteredText: 'Choose another state, or take a filter off.',
  message: 'Message to whoever has it', load: '%{open} open, %{overdue} overdue', loadHelp: 'Each post with its open work and absences', away: '(%{kind} %{from} to %{to})', awayWarning: 'Away: %{who}', isAway: 'Whoever took it is away',
  act: {
    remind: 'Remind whoever has this letter. Everybody gets one notice a day with all letters in it. |||| Remind whoever has these %{n} letters. Everybody gets one notice a day with all letters in it.',
    reassign: '%{n} task moves to the new post at once. |||| %{n} tasks move to the new post at once.', extend: 'New due date for %{n} task. |||| New due date for %{n} tasks.',
    release: '%{n} task goes back to its group; whoever took it is told, and others may take it. |||| %{n} tasks go back to their groups; whoever took them is told, and others may take them.',
    hold: '%{n} letter is held: all its tasks stop until it is resumed. |||| %{n} letters are held: all their tasks stop until they are resumed.', resume: '%{n} letter goes on; its time counts anew. |||| %{n} letters go on; their time counts anew.',
    takeBack: 'Take back %{n} letter that you passed on, while nobody has acted on it. |||| Take back %{n} letters that you passed on, while nobody has acted on them.', recall: 'Recall %{n} letter, while its receiver has not registered it. |||| Recall %{n} letters, while their receivers have not registered them.',
  },
  others: {
    subtitle: "What receivers have not registered within its urgency's time, or not answered", state: { unregistered: 'Not registered in time', late: 'Answer overdue', waiting: 'All awaiting an answer' },
    empty: { unregistered: 'Receivers have registered everything in time', late: 'No answer is overdue', waiting: 'No answer is awaited' }, receiver: 'Receiver', registerBy: 'To be registered by %{at}', to: 'To %{office}', phone: 'Tel. %{phone}', noPhone: "No telephone of the receiver's registry is on record",
  },
  weekly: {
    title: 'Supervision of letters: the week', subtitle: 'Prints on one sheet of A4', print: 'Print', before: 'Week before', this: 'This week', after: 'Week after', period: '%{from} to %{to}', asOf: 'State as of %{at}',
    figure: { received: 'Received', sent: 'Sent', ended: 'Ended', reminded: 'Reminded', open: 'Open', overdue: 'Overdue', dueSoon: 'Due soon', atRest: 'At rest', held: 'On hold', unregistered: 'Not registered', waiting: 'Awaiting answer', late: 'Answer overdue' },
    byUnit: 'By unit', otherUnits: '%{n} other units', all: 'Total', longest: 'Longest overdue', subject: 'Subject', with: 'With', lateFor: 'Overdue', unregistered: 'Not registered by receivers in time', sentOn: 'Sent', phone: 'Telephone',
  },
};
