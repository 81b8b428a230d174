import type { whatIf as thaiWhatIf } from '../th/what-if';
import type { Texts } from '../texts';

export const whatIf: Texts<typeof thaiWhatIf> = {
  open: 'Try on real letters', title: 'Try the draft on real letters', of: 'Try the draft on real letters: %{name}', back: 'Back to the draft',
  subtitle: 'Letters that went through the office go by this draft once more, with what was decided then and the time it took. Nothing of the letters themselves is changed.',
  span: { title: 'Letters to try', preset: 'Dates', quarter: 'The last quarter', days90: 'The last 90 days', month: 'The last month', year: 'The last 12 months', own: 'Other dates', from: 'From', to: 'To' },
  letters: { label: 'Letters', route: 'That went by this route', all: 'All that this draft takes in' },
  start: 'Begin', again: 'Try again', cancel: 'Cancel', running: 'Trying %{done} of %{total} letters', readOnly: 'Only the author can begin; you can see the result.',
  state: { cancelled: 'The last attempt was called off. You can try again.', interrupted: 'The last attempt was interrupted because the system began anew. Please try again.', failed: 'The last attempt did not succeed. Please try again.' },
  none: { title: 'Nothing has been tried yet', text: 'Choose the dates and begin. The result is kept with this draft.', demo: 'The demonstration has a quarter of Lop Buri’s past letters to try. Start it by the command' },
  result: 'Result for %{from} to %{to}', by: 'Tried by %{name} on %{at}', changed: 'The draft has changed since. This result is that of the draft as it was; please try again.', export: 'Save as a table', file: 'draft tried',
  figure: { total: 'Letters in all', same: 'Same path', other: 'Another path', cannot: 'Cannot be tried', late: 'Late', time: 'Time in all (median)', became: '%{n} become late', noLonger: '%{n} no longer late', ofEnded: 'Mean %{then}, by the draft %{now}, of %{n} letters that ended' },
  then: 'Then', now: 'By the draft', change: { more: '%{n} more', less: '%{n} less', same: 'unchanged' },
  paths: { title: 'Where paths differ', text: 'After “%{after}” then to “%{then}”, by the draft to “%{now}”', start: 'the beginning', ends: 'an end or a standstill', none: 'Every letter takes the same path', count: '%{n} letters' },
  steps: { title: 'Time of each step', step: 'Step', tasks: '%{n} times', median: 'median %{span}', noTime: 'no time', measured: 'on record of the letter itself %{n}', estimated: 'by measured medians %{n}', assumed: 'assumed %{n}', help: 'At a step that the letter has passed, what was decided and how long it took hold. At a new step the median of that post for such tasks holds; where there is none, it is assumed.' },
  posts: { title: 'Work of each post', post: 'Post', work: '%{n} tasks, %{span} in all', tasks: '%{n} tasks', gone: 'A post that is no more', more: 'Show all %{n} posts' },
  play: { open: 'Show the way on the drawing', of: 'Show the way on the drawing: %{name}', title: 'Way of “%{name}” by the draft', gone: 'The way of the letter cannot be shown: that result was replaced, or the draft has changed. Open it from the latest result.' },
  reasons: { title: 'Why letters cannot be tried', RECORD_INCOMPLETE: 'The record of the letter is incomplete', NOT_ADMITTED: 'The draft does not take in letters of this kind or direction', other: 'The draft does not go on: %{why}', at: '%{why} at step “%{step}”' },
  list: { title: 'Letters', show: 'Show', all: 'All', same: 'Same path', other: 'Another path', cannot: 'Cannot be tried', became: 'Become late', noLonger: 'No longer late', shown: 'You may see %{shown} of %{total} letters; the others are counted and not shown.', none: 'There is no letter of this group that you may see', more: 'Show more', noSubject: 'Subject not shown', late: 'Late then and by the draft', time: 'Then %{then}, by the draft %{now}' },
};
