import type { Texts } from '../texts';
import type * as thai from '../th/registers';

export const bookCheck: Texts<typeof thai.bookCheck> = {
  title: 'Check of the register', back: 'Back to the register', checkedAt: 'Checked %{at} · %{entries} entries · numbers %{first} to %{last}', empty: 'There is no number to check in this year', emptyText: 'This book has issued no number in the year chosen.',
  sound: 'Nothing has to be explained', soundText: 'Every number is there, dates follow the numbers, and every cancelled number has its reason.', faults: 'To be explained: %{n}', toExplain: 'To be explained', listed: 'In order, listed for the record', more: '%{shown} of %{total} shown', paperBefore: 'Numbers 1 to %{last} stand in the paper book',
  column: { no: 'No.', printed: 'Letter no.', date: 'Dated', reason: 'Reason', who: 'By' }, run: '%{from} to %{to}', after: 'an earlier number is dated %{date}', until: 'reserved until %{date}',
  kind: {
    gap: 'Missing numbers', duplicateNumber: 'Numbers issued twice', duplicateLetter: 'One letter with two numbers', duplicateSource: 'Same sender, number and date', dateOrder: 'Dates out of number order', wrongYear: 'Dated outside of the year', unexplained: 'Without a reason or a person', overdue: 'Reserved beyond its day',
    reserved: 'Reserved, not used yet', filled: 'Reserved and used', outage: 'Used while the system was down', cancelled: 'Cancelled numbers', lost: 'Issued, record lost', amended: 'Corrected entries',
  },
};
