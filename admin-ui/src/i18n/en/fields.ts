/** Texts of what forms and pages of letters are made of. */
import type * as thai from '../th/fields';
import type { Texts } from '../texts';

export const picker: Texts<typeof thai.picker> = { none: 'Nothing found', nothing: 'None' };
export const validation: Texts<typeof thai.validation> = {
  tooLong: 'Too long by %{over} characters (at most %{max})',
  date: 'Not a valid date', invalid: 'Not valid',
  bookPattern: 'A pattern has {n} once, and no other places than {code} {n} {year} {mark}', oneIssuer: 'Choose one issuer only', notPrintable: 'Has characters that cannot be printed in a letter, such as pictographs or < >', codeFormat: 'Letters a–z, digits and hyphens only, 40 at most', loginFormat: 'Letters a–z, digits, dots and hyphens only, 3 to 60', emailFormat: 'Not an e-mail address', phoneFormat: 'Not a telephone number', oneLead: 'Exactly one lead agency is needed', twice: 'Something is named twice', longAgo: 'Before the year 2500: please check the year',
};
export const span: Texts<typeof thai.span> = {
  workingDays: '%{n} working day |||| %{n} working days', workingHours: '%{n} working hour |||| %{n} working hours', workingMinutes: '%{n} working minute |||| %{n} working minutes', calendarDays: '%{n} day |||| %{n} days', clockHours: '%{n} hour |||| %{n} hours', clockMinutes: '%{n} minute |||| %{n} minutes',
};
export const weekday: Texts<typeof thai.weekday> = { '0': 'Sunday', '1': 'Monday', '2': 'Tuesday', '3': 'Wednesday', '4': 'Thursday', '5': 'Friday', '6': 'Saturday' };
export const field: Texts<typeof thai.field> = {
  phoneShort: 'tel. %{phone}',
  from: 'From', to: 'To', no: 'No.', dated: 'Dated', subject: 'Subject', kind: 'Kind', urgency: 'Urgency', urgentBy: 'By date and time', secrecy: 'Secrecy', channel: 'Channel', direction: 'Direction', status: 'Status', office: 'Office', body: 'Text',
  enclosures: 'Enclosures', references: 'References', addressees: 'Addressees', addressedTo: 'Addressed to', dateAsked: 'Answer asked by', proposedUnit: 'Proposed unit', actingPost: 'Acting in post', onePerLine: 'One a line',
};
export const file: Texts<typeof thai.file> = {
  choose: 'Choose a file', chooseMany: 'Choose files', dropMain: 'Drop the letter (PDF) here', mainHint: 'PDF of at most 50 MB', dropEnclosures: 'Drop enclosures here', enclosuresHint: 'PDF, pictures or office documents; several at once', pages: '%{n} page |||| %{n} pages',
  sending: 'Sending %{percent}%', remove: 'Remove %{name}', duplicate: 'The same file is in a letter that you may see. Check whether it is the same matter.', waitForFiles: 'A file is still being sent. Please wait.', removeFailed: 'A file could not be sent. Remove it or send it again first.',
};
export const pdf: Texts<typeof thai.pdf> = {
  viewer: 'Document %{name}', previous: 'Previous page', next: 'Next page', page: 'Page %{page} of %{pages}', zoomIn: 'Zoom in', zoomOut: 'Zoom out', fit: 'Fit', download: 'Download', failed: 'The file could not be opened',
  failedText: 'It may be damaged or not yet complete. Try to download it and open it with another program.',
};
export const route: Texts<typeof thai.route> = {
  choosing: 'Choosing the route', byRow: 'Chosen by row %{n} of the table', byOtherwise: "Chosen by the table's last row (otherwise)", other: 'Use another route', asTable: 'As the table says', reason: 'Why another route', version: 'Version %{n}', controls: 'Drawing controls',
  state: { current: 'Here now', visited: 'Passed', ahead: 'Ahead' },
};
export const nodeType: Texts<typeof thai.nodeType> = {
  start: 'Start', register: 'Register', classify: 'Classify', approve: 'Approve', assign: 'Assign', work: 'Work', acknowledge: 'Acknowledge', decide: 'Decide', fork: 'Fork', join: 'Join', draft: 'Draft',
  sign: 'Sign', dispatch: 'Dispatch', followUp: 'Follow up', wait: 'Wait', notify: 'Notify', call: 'Call', end: 'End',
};
