/** Texts of the inbox's own arrangement, of walking through it, of searching, and of why a notice comes. */
export const found = { earlier: 'Earlier register of %{year}', heldBy: 'With %{post} since %{since}', phone: 'Tel. %{phone}', ended: '%{outcome} %{at}', others: 'and %{n} more posts' };
export const favourite = {
  phrases: 'Quick phrases', phrase: 'Phrase', keepPhrase: 'Keep this as a phrase', manage: 'Arrange phrases', targets: 'Favourite units and posts', mark: 'Add %{name} to your favourites', unmark: 'Take %{name} off your favourites',
  quick: 'Quick', assignTo: 'Assign to %{name}',
};
export const next = {
  label: 'Next: %{what}', unit: 'whoever it is assigned to', or: ' or ', waits: 'Waits at %{step}',
};
export const returned = {
  title: 'The draft was returned for correction', reason: 'Why it was returned', current: 'As it stands now, not yet submitted', noReason: 'No reason was written',
};
export const why = {
  label: 'Why you get this: %{why}',
  part: {
    holder: 'you hold the letter', drafter: 'you drafted or started it', superior: 'you are the superior of whoever holds it', processOwner: 'you look after the routes', route: 'the route names you to be told',
  },
  asPost: '%{part}, as %{post}', acting: '%{part}, %{capacity} %{post}',
};
