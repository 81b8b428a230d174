import type * as thai from '../th/office';
import type { Texts } from '../texts';

export const office: Texts<typeof thai.office> = {
  tab: { structure: 'Units and posts', accounts: 'People and accounts', acting: 'Who acts', lists: 'Distribution lists', books: 'Number books', routes: 'Routes', import: 'Import' },
  search: 'Search a unit, a post or a person', searchPost: 'Search a post or a person', withClosed: 'Show what is closed', nothingFound: 'Nothing found', saved: 'Saved. It takes effect at once.',
  newUnit: 'New unit', editUnit: 'Change or move the unit', addUnit: 'Add a unit below', newPost: 'New post', editPost: 'Change or move the post', addPost: 'Add a post here', contact: 'Contact and posts of last resort',
  close: 'Close', reopen: 'Take the closing back', closeText: 'What is closed stays in letters and registers, but can no longer be chosen.', reopenText: 'It can be used again at once.', closeOn: 'Closed from', closeOnHelp: 'The first day without it; not before today',
  usedBy: 'These have to be dealt with first', used: {
    units: 'Units below: %{n}', posts: 'Posts: %{n}', books: 'Number books: %{n}', letters: 'Open letters: %{n}', registry: 'It is the central registry', holders: 'Holders or acting persons: %{n}', tasks: 'Open tasks: %{n}',
    inferiors: 'Posts below: %{n}', successions: 'Standing successions that name it: %{n}', delegations: 'Delegations: %{n}', lastResort: 'It is a post of last resort', offices: 'Offices below: %{n}', deliveries: 'Letters sent here and not registered: %{n}', reserved: 'Numbers reserved and not used: %{n}', shared: 'Books that count on its series: %{n}',
  },
  theirs: 'Saved by somebody else', mine: 'Typed by you', takeTheirs: 'Take what was saved', keepMine: 'Keep what I typed',
  actsOn: 'What can be done with %{name}', expand: 'Show what is in %{name}', collapse: 'Hide what is in %{name}', from: 'From %{date}', closedOn: 'Closed from %{date}', closesOn: 'Closes %{date}',
  registry: 'Central registry', head: 'Head', vacant: 'Nobody holds it', vacantMark: 'Vacant', topHelp: 'Leave empty where it is directly below the office', letterCodeHelp: "Leave empty for the office's own code", codeHelp: 'May be left empty. Routes and imports name it by this.',
  fromHelp: 'Leave empty for today', superiorHelp: 'To whom drafts of this post go', rolesHelp: 'What its holder may do', overseesHelp: 'For deputies who oversee units',
  field: {
    nameTh: 'Name (Thai)', nameEn: 'Name (English)', shortTh: 'Short name', letterCode: 'Code in letter numbers', phone: 'Telephone', sortOrder: 'Place in the list', parentId: 'Below', code: 'Code', validFrom: 'From', titleTh: 'Title (Thai)', titleEn: 'Title (English)',
    unitId: 'Unit', superiorId: 'Superior', roles: 'Roles', isUnitHead: 'Head of the unit', oversees: 'Oversees', email: 'E-mail', clearance: 'Clearance', addressTh: 'Address',
    registryUnitId: 'Central registry', fallbackPostId: 'Post of last resort', secretRegistrarPostId: 'Secret registrar', processOwnerPostId: 'Owner of the routes',
  },
};
export const account: Texts<typeof thai.account> = {
  search: 'Search a name, a user name or a post', new: 'New person', edit: 'Change the person', none: 'Nobody found', noPost: 'no post yet', until: 'One-time password until %{at}', sessions: 'Signed in on %{n}', elsewhere: "Another office's account", cleared: 'Cleared: %{level}',
  state: { none: 'Not invited', invited: 'Invited', expired: 'One-time password expired', active: 'Active', disabled: 'Closed' },
  invite: 'Invite', reset: 'New password', signOut: 'Sign out everywhere', disable: 'Close the account', enable: 'Open the account again', issue: 'Issue a one-time password', inviteNow: 'Invite at once after saving',
  inviteText: 'A one-time password is made for you to hand over. It must be changed at the first sign-in.', resetText: 'The present password ends, and every browser is signed out at once.',
  text: { disable: 'This person is signed out at once and cannot sign in. Their posts follow the standing succession.', enable: 'They can sign in with their password again.', signOut: 'Every browser is signed out at once. The password stays.' },
  oneTime: 'One-time password', onceOnly: 'Shown once. Note or copy it before closing: it is not kept.', usableUntil: 'Until', handOver: 'Hand it over in person. It must be changed at the first sign-in.', copy: 'Copy', copied: 'Copied', notCopied: 'It could not be copied. Please note it.', noted: 'Noted, close',
  nameTh: 'Name (Thai)', nameEn: 'Name (English)', nameHelp: 'Printed in brackets under signatures, as typed', loginHelp: 'Letters a–z, digits, dots and hyphens', clearanceHelp: 'By written appointment', clearanceOrder: 'Order that gives or takes the clearance',
  clearance: { none: 'None', confidential: 'Confidential', secret: 'Secret', top_secret: 'Top secret' },
};
export const password: Texts<typeof thai.password> = {
  title: 'Change password', firstTitle: 'Set your password', firstText: 'You have signed in by a one-time password. Set one of your own, of at least %{n} characters, before you go on.', text: 'At least %{n} characters. Your other browsers are signed out.', current: 'Present password', next: 'New password', again: 'New password again',
  notSame: 'Not the same as the new password', save: 'Save password', saved: 'The password is changed',
};
export const acting: Texts<typeof thai.acting> = {
  at: 'As of', atHelp: 'Leave empty for now', preview: 'Who acts at %{at}, by the orders, absences and standing succession known now', nobody: 'Nobody acts', noOrder: 'No standing succession', order: 'Standing succession',
  via: { own: 'holder', appointment: 'by order', succession: 'by standing succession' }, edit: 'Set the order', editText: 'While the holder of %{post} is away, the first of these who is present acts.', add: 'Add a post at the end', up: 'Move %{post} up', down: 'Move %{post} down', remove: 'Remove %{post}',
};
export const bookSetting: Texts<typeof thai.bookSetting> = {
  column: { name: 'Book', issuer: 'Issuer', pattern: 'Pattern', numbers: 'Numbers', takers: 'Who numbers', last: 'Last number' }, office: 'The office', signedBy: 'signed by %{post}', ownedBy: 'of %{unit}', any: 'Everything of this kind', none: 'Not in use', nobody: 'Nobody may',
  shares: 'Numbers with %{book}', new: 'Add a book', edit: 'Edit a book', kind: 'Kind of book', issuer: { office: 'The office', unit: 'A unit', post: 'A post', committee: 'A committee' }, committee: 'Name of the committee', committeeCode: 'Code of the committee', committeeHelp: 'As กปร in นร (กปร) 0101/5',
  patternHelp: 'Empty for the usual one of the kind. %{code} code of the unit, %{n} number, %{year} year, %{mark} secrecy mark', next: 'The next number will read %{no}', rules: 'Letters numbered in this book', rulesHelp: 'Rows of a new book are asked before those that were there. Without a row: whatever no other book names',
  letterKind: 'Kind of letter', anyKind: 'any kind', signer: 'Signatory (empty for any)', owner: 'Owner (empty for any unit)', addRule: 'Add a row', removeRule: 'Remove row %{n}',
  fixed: 'Kind and issuer cannot be changed later: close the book then and add another.', changePattern: 'Change the pattern', changePatternText: 'Numbers already issued stay as they are.', fromDay: 'In use from', patternFrom: 'from %{date}: %{pattern}', opensOn: 'opens %{date}', part: { code: 'code', n: 'number', year: 'year', mark: 'secrecy mark' },
};
export const officeRoute: Texts<typeof thai.officeRoute> = {
  none: 'No route is in force', noneText: 'The owner of the routes designs and publishes them', drawing: 'Route in force', since: 'since %{date}', open: 'open letters: %{n}', table: { letter: 'Which letter takes which route', unit: 'Which route units run', post: 'What is given to a post' },
  tableText: 'Tried from the top; the first row that fits in every column counts', row: 'Row', taken: 'Route', otherwise: 'Everything else', any: 'any', or: 'or', unset: 'not set', part: { main: 'main', info: 'for information' },
  operator: { is: '%{value}', isNot: 'not %{value}', below: 'below %{value}', atMost: 'at most %{value}', above: 'above %{value}', atLeast: 'at least %{value}', has: 'has %{value}', unset: 'not set', set: 'set' },
};
export const distributionList: Texts<typeof thai.distributionList> = {
  new: 'New list', edit: 'Change the list', none: 'No list yet', noneText: 'Offices that are often written to together', members: 'Offices: %{n}', membersTitle: 'Offices on the list', add: 'Add an office', role: 'Part',
};
export const peopleImport: Texts<typeof thai.peopleImport> = {
  text: 'Download the template, which has the posts that are vacant, fill in who is in each or add lines for new posts, and choose the file. Each line is checked first; nothing is saved before you import. The same file can be imported again without doubling anything.', templateExcel: 'Excel template', templateCsv: 'CSV template', choose: 'Choose and check a file',
  summary: 'New: %{create}, changed: %{update}, unchanged: %{same}, wrong: %{error}', apply: 'Import %{n} chosen lines', done: 'Imported. New: %{created}, changed: %{updated}, unchanged: %{same}, new persons: %{persons}', lines: 'Verdict for each line', take: 'Import', takeLine: 'Import line %{n}', line: 'Line', verdict: 'Verdict',
  status: { create: 'New', update: 'Changed', same: 'As on record', error: 'Wrong, not imported' },
  problem: {
    required: 'must be filled in', tooLong: 'is too long', notPrintable: 'has characters that cannot be printed in a letter', codeFormat: 'letters a–z, digits and hyphens only', loginFormat: 'letters a–z, digits, dots and hyphens only, 3 to 60', emailFormat: 'is not an address', phoneFormat: 'is not a number', formula: 'is a formula: put in a text',
    unitUnknown: 'there is no unit of this code: make it first', roleUnknown: 'there is no such role', roleNotGrantable: 'this role cannot be given', yesNo: 'yes or no', superiorUnknown: 'there is no post of this code', superiorLoop: 'the line of superiors comes back to where it began', twice: 'stands on another line too', headTaken: 'the unit has a head already',
    loginElsewhere: "is another office's account", loginDisabled: 'this account is closed', notCleared: 'not cleared for secret letters: record the order at Persons and accounts, then appoint this person there', postHeld: 'somebody else holds this post', postClosed: 'this post is closed', ownRoles: 'the roles of your own post cannot be changed', nameMissing: 'a user name needs a name', loginMissing: 'a name needs a user name',
  },
};
