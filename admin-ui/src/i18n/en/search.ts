import type { Texts } from '../texts';
import type * as thai from '../th/search';

export const finding: Texts<typeof thai.finding> = {
  title: 'Find letters', box: 'Number, words of the subject or a file, correspondent, signer, or days', do: 'Find', results: 'Results', filters: 'Narrow the results', clear: 'Take all filters away', more: 'Show more',
  found: '%{n} letters found', foundMore: 'More than %{n} letters found; the filters count the newest', understood: 'Understood as', days: '%{from} to %{to}', day: '%{from}', since: 'since %{from}', until: 'until %{to}', number: 'number %{no}',
  facet: { status: 'State', year: 'Year received or begun', bookId: 'Register', direction: 'In or out', kind: 'Kind', urgency: 'Urgency', secrecy: 'Class', officeId: 'Office' },
  value: '%{name} (%{n} letters)', remove: 'Take the filter %{name} away', excel: 'Export to Excel', csv: 'Export to CSV',
  start: 'Find letters that you may see', startText: 'Type what you know into the one box: a number, words, a name, or days', try: 'For example',
  none: 'No letter was found', noneText: 'Try a shorter word, take a year or a filter away, or look for the receive number. Only letters that you may see are searched.',
  examples: { number: 'มท 0201.2/ว 123', receive: 'เลขรับ 45', days: 'ประชุม เดือนที่แล้ว', phrase: '"ป้องกันภัยแล้ง"', urgent: 'ด่วนที่สุด ปี 2569' },
  saved: { title: 'Searches kept', keep: 'Keep this search', name: 'Name', share: 'For everybody of %{office}', mine: 'For me only', save: 'Keep', drop: 'Take the search “%{name}” away', shared: 'of %{office}, by %{owner}', kept: 'The search is kept', dropped: 'The search was taken away' },
};
