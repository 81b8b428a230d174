import type * as thai from '../th/clerk';
import type { Texts } from '../texts';

export const date: Texts<typeof thai.date> = { placeholder: 'e.g. 21/11/2026', open: 'Open the calendar of %{field}' };
export const kept: Texts<typeof thai.kept> = { found: 'What you were typing has been brought back. It is not saved yet.', startAnew: 'Start anew' };
export const desk: Texts<typeof thai.desk> = {
  subtitle: "The day's receipts and dispatches, what others owe us, and what came back", day: 'Day', previousDay: 'Day before', nextDay: 'Next day', today: 'Today',
  tab: { received: 'Received', sent: 'Sent', waiting: 'Waiting for others', returned: 'Came back' }, tabCount: '%{tab} (%{n})',
  empty: { received: 'Nothing received on this day', sent: 'Nothing sent on this day', waiting: 'Nothing is waited for', returned: 'Nothing came back' },
  emptyText: { received: 'Letters appear here with number and time once they are registered.', sent: 'Letters appear here with their addressees once they are dispatched.', waiting: 'Letters that were sent and are not yet registered or answered there appear here.', returned: 'Returned letters, tasks sent back and acts that were refused appear here with the reason.' },
  takeIn: 'Take in a letter', receivedAt: 'Received %{at}', cancelled: 'Number cancelled', ended: 'Ended', wentTo: 'Given to %{names}', isWith: 'With %{names}', from: 'From %{name}',
  sentAt: 'Sent %{at}', to: 'To %{names}', andMore: 'and %{n} more', registeredOf: 'Registered by %{registered} of %{sent}',
  for: { registration: 'Not registered', answer: 'Not answered' }, all: 'All', since: 'Since %{at}', asked: 'Answer asked for by %{date}', overdue: 'Past the date asked for', theirReceiveNo: 'Their number %{no}', phone: 'Tel. %{no}',
  kind: { delivery: 'Returned by the addressee', task: 'Sent back', command: 'Act refused' }, by: 'By %{name}', reason: 'Reason: %{text}', noReason: 'No reason given', written: 'What you wrote: %{text}', seen: 'Noted',
};
