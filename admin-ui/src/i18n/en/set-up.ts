/** Texts of setting offices up: a new office from a template, and the checklist before its first letter. */
export const setUp = {
  subtitle: 'Begin a new office from a template, and see what is missing before its first letter', newOffice: 'New office', newSubtitle: 'Choose the office, a template and its administrator, who sets up the rest.',
  search: 'Find an office', offices: 'Offices', noOffice: 'No office fits', stage: { open: 'Works with the system', begun: 'Being set up', none: 'Not yet' }, unitsOf: '%{n} units',
  begin: 'Set up', beginOf: 'Set up %{name}', lookAt: 'Checklist of %{name}',
  which: 'Which office', known: 'Known by name', unknown: 'Not known yet', knownHelp: 'Offices that can be written to by post and do not work with the system yet',
  field: { nameTh: 'Name (Thai)', nameEn: 'Name (English)', shortTh: 'Short name', headTitleTh: 'Title of its head', agencyCode: 'Code in letters', unitCode: 'Number of the office', code: 'Code in the system', kind: 'Kind', parentId: 'Office above' },
  help: { nameTh: 'As printed in the letter head', nameEn: 'May be left empty', shortTh: 'For example สนจ.ตรัง', headTitleTh: 'As letters address it', agencyCode: 'For example มท', unitCode: 'For example 0017', code: 'Letters a–z, digits and hyphens', parentId: 'Leave empty for none' },
  kind: { central: 'Central', province: 'Province' },
  from: 'Begin from a template', template: 'Template', templateHelp: 'An office of similar work that is set up already; leave it empty to enter everything yourself. People and letters are never taken over.', size: '%{units} units, %{posts} posts', parts: 'What to take over',
  part: { structure: 'Units, posts and standing succession', books: 'Number books and codes', routes: 'Routes', lists: 'Distribution lists', calendar: 'Days of the office', settings: 'Settings' },
  units: 'Units to take over', unitsHelp: 'In the names that the new office will have; they can be changed later', noPosts: 'No posts',
  admin: 'Administrator of the office', adminText: 'The system gives a one-time password to hand over. The administrator sees the checklist after signing in.', create: 'Set up the office',
  copyMore: 'Take more from a template', copy: 'Take over', copied: 'Taken over: %{units} units, %{posts} posts, %{books} books, %{routes} routes',
  steps: 'Checklist', progress: '%{done} of %{all} are ready', computed: 'Worked out from the data each time this page opens', state: { done: 'Done', advice: 'Fine, with advice', missing: 'Missing' },
  goTo: 'Go to %{step}', goFix: 'Do it', goLook: 'Look', andMore: 'and %{n} more',
  step: {
    contact: 'Address and telephone', units: 'Units', posts: 'Posts and who is in them', accounts: 'Accounts', head: 'Head of office and succession', registry: 'Central registry', lastResort: 'Post of last resort and owner of the routes',
    clearance: 'Secret registrar', books: 'Number books', routes: 'Routes in force', calendar: 'Holidays', lists: 'Distribution lists',
  },
  has: {
    contact: '%{n} of 2 entered', units: '%{n} units', posts: '%{n} posts are filled', accounts: '%{n} people invited', head: '%{n} of head and successors are there', registry: '%{n} posts of registry clerks',
    lastResort: '%{n} of 2 posts are filled', clearance: '%{n} cleared', books: '%{n} books in use', routes: '%{n} routes checked', calendar: '%{n} holidays this year', lists: '%{n} lists',
  },
  problem: {
    noAddress: 'No address yet, which letter heads print', noPhone: 'No telephone number yet', noUnits: 'No units yet', unitsWithoutPost: 'Units without posts', noPosts: 'No posts besides the administrator’s', nobody: 'Nobody is in any post yet', vacant: 'Vacant posts', notInvited: 'Not invited yet',
    noHead: 'No head of office (head of the topmost unit)', headVacant: 'Nobody is head of office', noSuccession: 'No standing succession', successorsVacant: 'All successors’ posts are vacant for', noRegistry: 'No unit is the central registry', noClerk: 'The registry has no clerk’s post', clerkVacant: 'Nobody is registry clerk',
    noFallback: 'No post of last resort', fallbackVacant: 'The post of last resort is vacant', noProcessOwner: 'Nobody owns the routes', processOwnerVacant: 'The owner of the routes is vacant', noSecretRegistrar: 'No secret registrar', secretRegistrarVacant: 'The secret registrar’s post is vacant: clear a person first, then appoint them', notCleared: 'The secret registrar is not cleared',
    noBook: 'Missing books', bookHeld: 'Books on hold until the last number is confirmed', noTaker: 'Books in which nobody numbers', noTable: 'No table that chooses routes', routeMissing: 'The table names routes that are not in force', routeFault: 'Routes that cannot run', routeAdvice: 'Remarks on routes',
    noDays: 'No holidays of this year', noLists: 'No lists yet; they can be made later', noLead: 'Lists that need exactly one lead',
  },
  ready: 'Ready: take in a trial letter', tryNow: 'Register one letter to try it out.', tryByClerk: 'Let the registry’s clerk sign in and register one letter to try it out.', takeIn: 'Take in a trial letter', firstReceived: 'The first letter is registered: no. %{no}, %{at}',
  open: 'Open for letters of other offices', opened: 'Open: other offices can send letters through the system', isOpen: 'Other offices can send letters here through the system.', isShut: 'Other offices cannot send letters here through the system until it is opened.',
};
