/** Texts of a matter. */
export const matter = {
  title: 'Matter', open: 'Open the matter', of: 'Matter of the letter “%{subject}”', back: 'Back to the letter', alone: 'No other letter belongs to this one yet',
  help: 'Answers, letters that refer to each other, the exchange between offices and letters that people have linked, in order of time; only those that you may read.',
  on: 'As it was at the end of', now: 'As it is now', asOf: 'Shown as it was at the end of %{date}: holders, state and numbers are those of that day.', nothingThen: 'At the end of %{date} there was no letter in this matter yet.',
  letters: 'Letters', count: '%{n} letters', this: 'the one you came from', heldBy: 'With %{post} since %{at}', heldThen: 'Then with %{post}, since %{at}', noNumber: 'No number yet', to: 'To %{to}', from: 'From %{from}',
  cut: 'Only the first are shown: this matter has more letters or deliveries.',
  exchange: { sent: 'Sent to %{name}', came: 'Came from %{name}', there: 'Receive no. there %{no}', theirs: 'No. %{no}', registered: 'Registered %{at}', answered: 'Answered by no. %{no}, %{at}', own: 'A letter of that office; shown as far as the delivery tells' },
  kind: { answers: 'Answers %{no}', refers: 'Refers to %{no}', together: 'Linked with %{no}' },
  byHand: 'Linked by hand', pair: '%{from} with %{to}', linkedBy: 'Linked by %{name}, %{at}. Reason: %{reason}', removedBy: 'Taken away by %{name}, %{at}. Reason: %{reason}', isRemoved: 'Taken away',
  link: 'Link another letter', linkText: 'Choose the letter that is of the same affair as this one: look for it by number, receive number or subject.', which: 'Letter to link', found: 'No letter found. Try a number or the subject.', linked: 'Linked',
  reason: 'Why they belong together', unlink: 'Take the link away', unlinkOf: 'Take away the link of %{from} with %{to}', unlinkText: 'Both letters stay as they are. That they were linked, and the reasons, stay in the matter.', unlinkReason: 'Why it is taken away', unlinked: 'The link is taken away',
};
