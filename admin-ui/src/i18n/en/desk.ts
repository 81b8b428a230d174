/** Texts of the inbox's own arrangement, of walking through it, of searching, and of why a notice comes. */
export const arrange = {
  views: 'Posts and saved filters', unread: '%{n} new', saveFilter: 'Save this filter', manageFilters: 'Arrange filters', filterName: 'Name of the filter', filterHelp: 'At hand wherever you sign in',
  phrases: 'Quick phrases', phrase: 'Phrase', keepPhrase: 'Keep this as a phrase', manage: 'Arrange phrases', targets: 'Favourite units and posts', mark: 'Add %{name} to your favourites', unmark: 'Take %{name} off your favourites',
  quick: 'Quick', assignTo: 'Assign to %{name}', up: 'Move %{name} up', down: 'Move %{name} down', delete: 'Delete %{name}', nothingLeft: 'Nothing is left. Save to confirm.',
};
export const walk = {
  title: 'Letters of the list', back: 'Back to the list', place: '%{n} of %{total}', left: '%{total} left in the list', previous: 'Previous', next: 'Next', keys: 'Letter by letter', acts: 'Acts on this letter', inbox: 'The list',
  down: 'Next row', up: 'Previous row', acted: 'Done: %{what} · %{subject}', backToActed: 'See that letter',
};
export const next = {
  label: 'Next: %{what}', unit: 'whoever it is assigned to', or: ' or ', waits: 'Waits at %{step}',
};
export const returned = {
  title: 'The draft was returned for correction', reason: 'Why it was returned', current: 'As it stands now, not yet submitted', noReason: 'No reason was written',
};
export const search = {
  label: 'Search letters', placeholder: 'Number, subject or correspondent', open: 'Open the search', none: 'No letter has “%{q}” in its number, subject or correspondent', noneText: 'Only letters that you may see are searched. Try a shorter word, or check the spelling.', all: 'All %{n} results',
};
export const why = {
  label: 'Why you get this: %{why}',
  part: {
    holder: 'you hold the letter', drafter: 'you drafted or started it', superior: 'you are the superior of whoever holds it', processOwner: 'you look after the routes', route: 'the route names you to be told',
  },
  asPost: '%{part}, as %{post}', acting: '%{part}, %{capacity} %{post}',
};
