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
export const numbers: Texts<typeof thai.numbers> = {
  title: 'Reserved numbers', page: 'Reserved numbers', reserve: 'Reserve numbers', all: 'Show used and cancelled blocks as well', noneOpen: 'No numbers are reserved', none: 'No numbers were reserved this year', noneText: 'What was reserved and not used is cancelled with a reason, and never used again.',
  notYours: 'You may only look: numbers are reserved by the registry of this register.', yearClosed: 'This is not the year that is running: no more numbers can be reserved in it, only cancelled.',
  kind: { reserved: 'Numbers %{run}, reserved', outage: 'Numbers %{run}, outage sheet' }, run: '%{from} to %{to}', left: '%{n} left', noneLeft: 'None left', overdue: 'Over: to be cancelled', forWhomIs: 'For %{who}', made: '%{name} · %{at} · usable until %{until}',
  column: { no: 'Number', status: 'State', letter: 'Letter', reason: 'Reason and by whom', acts: 'Acts' }, status: { issued: 'Used', reserved: 'Not used', cancelled: 'Cancelled', record_lost: 'Record lost' }, kept: 'Kept for a letter',
  make: { reserved: 'Reserve numbers', outage: 'Make an outage sheet' }, reserved: 'Numbers reserved', count: 'How many', countHelp: '100 at most', reason: 'Reason', forWhom: 'For whom', forWhomHelp: 'For example the governor’s office, or the unit that owns the matter', until: 'Usable until',
  makeText: { reserved: 'The next numbers of the register are kept back at once, dated today.', outage: 'The next numbers of the register are kept back, to be written by hand while the system is down and keyed in afterwards with the real times.' },
  untilHelp: { reserved: 'Left empty: today only. On a later day a reason and two people are needed.', outage: 'Left empty: until the end of the year' }, outageReason: 'Kept for hours in which the system is down',
  sheet: 'Print the sheet', keyIn: 'Key in', keyInOf: 'Key in what was written beside number %{no}',
  register: 'Register with it', registerWith: 'Register a letter with number %{no}', keep: 'Keep for a letter', keepOf: 'Keep number %{no} for a letter', rekeep: 'Another letter', rekeepOf: 'Another letter for number %{no}', keepAnother: 'Keep it for another letter', free: 'Keep it for no letter', which: 'Letter', usedAt: 'When it was really used',
  keepText: 'The chosen letter takes %{no} when it comes to be numbered, instead of the next number of the register.', isKept: 'The number is kept for the letter', isFree: 'The number is free',
  cancel: 'Cancel number', cancelOf: 'Cancel number %{no}', cancelRest: 'Cancel the rest', cancelRestOf: 'Cancel the rest of %{block}', cancelText: 'Cancels %{numbers}. Cancelled numbers stay in the register with the reason and are never used again.', cancelled: 'Cancelled',
  intake: { reserved: 'Registering with reserved number %{no}', outage: 'Keying in number %{no} of an outage sheet', reasonHelp: 'Needed where it is used after the day of reserving', back: 'Do not use it' },
};
export const registerImport: Texts<typeof thai.registerImport> = {
  title: 'Take over an earlier register', choose: 'Year and file', text: 'Registers of past years are read from a table. Every row is judged before your eyes, and nothing is written until you say so. What is taken over cannot be changed and touches no number that the system issues.', year: 'Register of the year (B.E.)', yearHelp: 'One file a year', noYear: 'A year of four digits, B.E.',
  file: 'Drop an Excel or CSV file here', fileHint: 'At most 30,000 rows and 8 MB', reading: 'Reading and judging the file', columns: 'Which column is which', columnsText: 'Guessed from the headings; choose otherwise where the guess is wrong. Below each stands what the first rows have in it.', needed: 'A column with the register number or the letter number is needed, and one with the subject',
  notThere: '(not in the file)', emptyColumn: 'The first rows have nothing in it', counts: '%{take} rows can be taken over, %{same} stand there already, %{error} have to be corrected', progress: 'How far the rows are taken over', taken: '%{n} of %{total} rows taken over', take: 'Take %{n} rows over', takeRest: 'Take the other %{n} rows over', pause: 'Pause',
  done: 'All %{n} rows are taken over and can be found within seconds', doneWithFaults: '%{n} rows are taken over; %{error} are left to be corrected: download them, correct them and read them in again', faultsFile: 'Rows to correct (Excel)', drop: 'Do not use this file', look: 'Open the register', another: 'Another file',
  rows: 'Verdict on each row', verdict: 'Verdict', line: 'Row', noRows: 'No row has this verdict', status: { take: 'Can be taken over', same: 'There already', error: 'To be corrected' },
  earlier: 'Earlier imports', none: 'No earlier register has been taken over yet', column: { year: 'Year (B.E.)', file: 'File', state: 'State', entries: 'Entries', by: 'By', acts: 'Acts' }, state: { ready: 'Not taken over yet', taking: 'Taken over in part', done: 'Taken over', undone: 'Taken back' },
  ofLines: '%{n} of %{total}', goOn: 'Go on', openFaults: 'Rows to correct', undo: 'Take the import back', undoText: 'All %{n} entries go from the register and from the search. That they were there stays on record.', undoReason: 'Why it is taken back', undone: 'The import was taken back',
};
export const originalRow: Texts<typeof thai.originalRow> = { open: 'Original row', title: 'Original row of number %{no}', from: 'Row %{line} of the file %{file}, taken over by %{person} on %{at}', nothing: 'The original row has no text' };
export const amendment: Texts<typeof thai.amendment> = {
  of: 'Correct entry %{no}', text: 'What stood there stays to be read, struck out on screen and in the printed register, with who corrected it, when and why.', field: 'What is corrected', now: 'As it stands', nothing: '(nothing)', value: 'New text', date: 'New day', reason: 'Why it is corrected', do: 'Keep the correction', done: 'The correction is kept',
  fields: { letterNo: 'Letter no.', letterDate: 'Dated', fromText: 'From', toText: 'To', subject: 'Subject', remark: 'Remarks' }, by: '%{field} corrected by %{name}, %{at}: %{reason}', was: 'was %{text}',
};
