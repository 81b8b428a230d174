/**
 * Every endpoint of the HTTP API: the one table from which routes are registered, OpenAPI is written, the UI's client
 * is typed and the tests of 401, 403 and CSRF are generated. Paths are below {@link API_PREFIX}.
 */
import { z } from 'zod';
import * as access from './access';
import * as acts from './acts';
import * as audit from './audit';
import * as bookCheck from './book-check';
import * as correspondents from './correspondents';
import * as books from './books';
import * as calendar from './calendar';
import * as clerk from './clerk';
import * as commands from './commands';
import { doneSchema, idSchema } from './common';
import * as desk from './desk';
import * as documents from './documents';
import * as handOver from './hand-over';
import * as health from './health';
import * as intake from './intake';
import * as page from './letter-page';
import * as letters from './letters';
import * as matters from './matters';
import * as notices from './notices';
import * as numberBlocks from './number-blocks';
import * as officeBooks from './office-books';
import * as organisation from './organisation';
import * as people from './people';
import * as presence from './presence';
import * as readMarks from './read-marks';
import * as routeDesign from './route-design';
import * as routeTables from './route-tables';
import * as routeLife from './route-life';
import * as whatIf from './route-what-if';
import * as registerImports from './register-imports';
import * as search from './search';
import * as session from './session';
import * as setUp from './set-up';
import * as signing from './signing';
import * as stamps from './stamps';
import * as supervision from './supervision';
import * as system from './system';
import * as tasks from './tasks';

export const API_PREFIX = '/api/v1';

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** `session` needs a signed-in reader, and `X-CSRF-Token` where it is not a GET. */
  readonly access: 'public' | 'session';
  /** Answered also to somebody who has signed in by a one-time password and not changed it yet. */
  readonly isBeforePassword?: true;
  /** Needs the header `Idempotency-Key`; answers 200 done or 202 pending. */
  readonly isAct?: true;
  /** Needs the header `If-Match` with the revision that is changed. */
  readonly ifMatch?: true;
  /** Answers 200 with bytes, or a stream of events, instead of JSON. */
  readonly answers?: 'file' | 'events';
  /** Bytes of a body at most, where a file comes in it. */
  readonly bodyLimit?: number;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Body of 200. */
  readonly response: z.ZodType;
  /** Body of 202: an act without an answer yet, or work that goes on after the answer. */
  readonly pending?: z.ZodType;
};
const define = <const E extends Endpoint>(endpoint: E): E => endpoint;

const letterParams = z.object({ letterId: idSchema });
const taskParams = letterParams.extend({ taskId: z.string().min(1).max(40) });
const idParams = z.object({ id: idSchema });
const act = { isAct: true, access: 'session', response: commands.commandDoneSchema, pending: commands.commandPendingSchema } as const;
const get = { method: 'GET', access: 'session' } as const;
const none = z.null();

export const endpoints = {
  login: define({ method: 'POST', path: '/session', tag: 'session', summary: 'Sign in', access: 'public', body: session.loginSchema, response: session.sessionSchema }),
  me: define({ ...get, path: '/session', tag: 'session', isBeforePassword: true, summary: 'Who I am, my posts in force, CSRF token', response: session.sessionSchema }),
  logout: define({ method: 'DELETE', path: '/session', tag: 'session', isBeforePassword: true, summary: 'Sign out', access: 'session', response: doneSchema }),
  logoutAll: define({ method: 'DELETE', path: '/session/all', tag: 'session', isBeforePassword: true, summary: 'Sign out everywhere', access: 'session', response: doneSchema }),
  changePassword: define({ method: 'PUT', path: '/session/password', tag: 'session', isBeforePassword: true, summary: 'Set my own password', access: 'session', body: organisation.passwordChangeSchema, response: session.sessionSchema }),
  preferences: define({ method: 'PATCH', path: '/session/preferences', tag: 'session', isBeforePassword: true, summary: 'Language, digits, light or dark, size of text', access: 'session', body: session.preferencesSchema, response: session.sessionSchema }),
  demoAccounts: define({ method: 'GET', path: '/demo/accounts', tag: 'session', summary: 'Accounts of the demonstration, where it is one', access: 'public', query: session.demoAccountsQuerySchema, response: session.demoAccountsSchema }),

  signing: define({ ...get, path: '/signing', tag: 'signing', summary: 'Whether a signature of mine is confirmed by password', response: signing.signingSchema }),
  setMySigning: define({ method: 'PATCH', path: '/signing', tag: 'signing', summary: 'My own wish', access: 'session', body: signing.mySigningSchema, response: signing.signingSchema }),
  setOfficeSigning: define({ method: 'PUT', path: '/signing/offices/:id', tag: 'signing', summary: "An office's rule", access: 'session', params: idParams, body: signing.officeSigningSchema, response: signing.signingSchema }),

  inbox: define({ ...get, path: '/tasks', tag: 'tasks', summary: 'My inbox', query: tasks.inboxQuerySchema, response: tasks.inboxPageSchema }),
  inboxCounts: define({ ...get, path: '/tasks/counts', tag: 'tasks', summary: 'How many in my inbox, by post and by saved filter', response: tasks.inboxCountsSchema }),
  takenTasks: define({ ...get, path: '/tasks/taken', tag: 'tasks', summary: 'Tasks of my groups that somebody else has taken', query: tasks.takenQuerySchema, response: tasks.takenPageSchema }),
  copies: define({ ...get, path: '/tasks/copies', tag: 'tasks', summary: 'Copies for information that I have', query: tasks.takenQuerySchema, response: tasks.copyPageSchema }),
  neighbours: define({ ...get, path: '/tasks/neighbours', tag: 'tasks', summary: 'What comes before and after a task in a view of my inbox', query: tasks.neighboursQuerySchema, response: tasks.neighboursSchema }),
  tasksRead: define({ method: 'POST', path: '/tasks/read', tag: 'tasks', summary: 'Mark tasks as read', access: 'session', body: tasks.tasksReadSchema, response: doneSchema }),

  getDesk: define({ ...get, path: '/desk', tag: 'desk', summary: 'My saved filters, quick phrases and favourite units', response: desk.deskSchema }),
  changeDesk: define({ method: 'PATCH', path: '/desk', tag: 'desk', summary: 'Arrange my filters, phrases and favourite units', access: 'session', body: desk.deskChangeSchema, response: desk.deskSchema }),

  routeChoice: define({ ...get, path: '/routes/choice', tag: 'letters', summary: 'Which route a letter of these facts would take', query: letters.routePreviewQuerySchema, response: letters.routePreviewSchema }),
  startLetter: define({ method: 'POST', path: '/letters', tag: 'letters', summary: 'Register an incoming letter or start a draft', ...act, body: letters.letterStartSchema, response: letters.letterStartedSchema, pending: letters.letterStartPendingSchema }),
  listLetters: define({ ...get, path: '/letters', tag: 'letters', summary: 'Letters I may see', query: letters.letterListQuerySchema, response: letters.letterPageListSchema }),
  searchLetters: define({ ...get, path: '/search', tag: 'search', summary: 'Letters by number, words, days and facets, within what I may see', query: search.searchQuerySchema, response: search.searchPageSchema }),
  searchExport: define({ ...get, path: '/search/export', tag: 'search', summary: 'What a search finds, as Excel or CSV', answers: 'file', query: search.searchExportQuerySchema, response: none }),
  savedSearches: define({ ...get, path: '/search/saved', tag: 'search', summary: 'Searches that I keep, and those shared with my offices', response: search.savedSearchesSchema }),
  saveSearch: define({ method: 'POST', path: '/search/saved', tag: 'search', summary: 'Keep a search', access: 'session', body: search.savedSearchInputSchema, response: search.savedSearchesSchema }),
  deleteSavedSearch: define({ method: 'DELETE', path: '/search/saved/:id', tag: 'search', summary: 'Take a search of mine away', access: 'session', params: idParams, response: search.savedSearchesSchema }),

  answerableLetters: define({ ...get, path: '/letters/answerable', tag: 'letters', summary: 'Letters of ours that a letter taken in may answer', query: clerk.answerableQuerySchema, response: clerk.answerableSchema }),
  knownLetters: define({ ...get, path: '/intake/known', tag: 'letters', summary: 'The same letter in the register, and letters of ours that one refers to', query: intake.knownQuerySchema, response: intake.knownSchema }),
  getLetter: define({ ...get, path: '/letters/:letterId', tag: 'letters', summary: 'One letter, as the letter page shows it', params: letterParams, response: page.letterPageSchema }),
  letterCopies: define({ ...get, path: '/letters/:letterId/copies', tag: 'letters', summary: 'To whom a letter went for information, and who has read it', params: letterParams, response: readMarks.letterCopiesSchema }),
  matter: define({ ...get, path: '/letters/:letterId/matter', tag: 'matters', summary: 'Letters of the same affair that I may read, with the exchange across offices, now or at the end of a day', params: letterParams, query: matters.matterQuerySchema, response: matters.matterSchema }),
  linkLetter: define({ method: 'POST', path: '/letters/:letterId/matter', tag: 'matters', summary: 'Say that this letter belongs with another one', access: 'session', params: letterParams, body: matters.matterLinkInputSchema, response: matters.matterSchema }),
  unlinkLetter: define({ method: 'POST', path: '/letters/:letterId/matter/:linkId/removal', tag: 'matters', summary: 'Take such a link away, with a reason', access: 'session', params: letterParams.extend({ linkId: idSchema }), body: matters.matterUnlinkSchema, response: matters.matterSchema }),
  saveDraft: define({ method: 'PUT', path: '/letters/:letterId/draft', tag: 'letters', summary: 'Save the draft', access: 'session', params: letterParams, body: acts.draftSaveSchema, response: acts.draftSavedSchema }),
  draftPreview: define({ ...get, path: '/letters/:letterId/preview', tag: 'letters', summary: 'The draft as it will be printed (PDF)', answers: 'file', params: letterParams, response: none }),
  endorsementSheet: define({ ...get, path: '/letters/:letterId/endorsements', tag: 'letters', summary: 'The notes of the endorsement chain as a sheet to print (PDF)', answers: 'file', params: letterParams, response: none }),
  coverSheet: define({ ...get, path: '/letters/:letterId/cover', tag: 'letters', summary: 'The cover sheet of a paper letter, with a QR code (PDF)', answers: 'file', params: letterParams, response: none }),
  addressLabels: define({ ...get, path: '/letters/:letterId/labels', tag: 'letters', summary: 'Address labels of a letter on A4 sheets (PDF)', answers: 'file', params: letterParams, query: letters.labelsQuerySchema, response: none }),
  printedFile: define({ ...get, path: '/letters/:letterId/file', tag: 'letters', summary: 'The letter, its enclosures and the notes on it in one PDF to print', answers: 'file', params: letterParams, query: letters.printedFileQuerySchema, response: none }),
  stamps: define({ ...get, path: '/letters/:letterId/stamps', tag: 'letters', summary: 'Receipt stamps on page 1, and where they stand', params: letterParams, response: stamps.stampsSchema }),
  moveStamp: define({ method: 'PUT', path: '/letters/:letterId/stamps/:entryId', tag: 'letters', summary: 'Lay a receipt stamp elsewhere on page 1', access: 'session', params: letterParams.extend({ entryId: idSchema }), body: stamps.stampMoveSchema, response: stamps.stampsSchema }),
  reply: define({ method: 'POST', path: '/letters/:letterId/reply', tag: 'letters', summary: 'Draft the answer to this letter', ...act, params: letterParams, body: letters.replySchema, response: letters.letterStartedSchema, pending: letters.letterStartPendingSchema }),
  actOnLetter: define({ method: 'POST', path: '/letters/:letterId/acts', tag: 'letters', summary: 'Hold, resume, cancel, recall, take back, reclassify, make more urgent', ...act, params: letterParams, body: acts.letterActSchema }),
  actOnTask: define({ method: 'POST', path: '/letters/:letterId/tasks/:taskId/acts', tag: 'tasks', summary: 'Act on a task', ...act, params: taskParams, body: acts.taskActSchema }),
  claim: define({ method: 'POST', path: '/letters/:letterId/tasks/:taskId/claim', tag: 'tasks', summary: 'Take a task of a group', ...act, params: taskParams, body: acts.claimSchema }),
  release: define({ method: 'POST', path: '/letters/:letterId/tasks/:taskId/release', tag: 'tasks', summary: 'Give a claimed task back to the group; as a supervisor also one that somebody else has claimed', ...act, params: taskParams, body: acts.releaseSchema }),
  adhoc: define({ method: 'POST', path: '/letters/:letterId/tasks/:taskId/adhoc', tag: 'tasks', summary: 'Ask somebody out of turn', ...act, params: taskParams, body: acts.adhocSchema }),
  reassign: define({ method: 'POST', path: '/letters/:letterId/tasks/:taskId/reassign', tag: 'tasks', summary: 'Give the task to another post', ...act, params: taskParams, body: acts.reassignSchema }),
  extend: define({ method: 'POST', path: '/letters/:letterId/tasks/:taskId/extend', tag: 'tasks', summary: 'Give more time', ...act, params: taskParams, body: acts.extendSchema }),
  remind: define({ method: 'POST', path: '/letters/:letterId/tasks/:taskId/remind', tag: 'tasks', summary: 'Remind whoever has the task', ...act, params: taskParams, body: acts.remindSchema }),

  myCommands: define({ ...get, path: '/commands', tag: 'commands', summary: 'My acts being applied, and those refused later', response: commands.commandsMineSchema }),
  getCommand: define({ ...get, path: '/commands/:id', tag: 'commands', summary: 'What became of an act', params: idParams, response: commands.commandViewSchema }),
  commandSeen: define({ method: 'POST', path: '/commands/:id/seen', tag: 'commands', summary: 'A refusal has been looked at', access: 'session', params: idParams, response: doneSchema }),

  upload: define({ method: 'POST', path: '/documents', tag: 'documents', summary: 'Upload a file', access: 'session', query: documents.uploadQuerySchema, response: documents.uploadedSchema }),
  documentContent: define({ ...get, path: '/documents/:id/content', tag: 'documents', summary: 'The file as uploaded, with ranges', answers: 'file', params: idParams, query: documents.contentQuerySchema, response: none }),
  documentRendition: define({ ...get, path: '/documents/:id/rendition', tag: 'documents', summary: 'The newest rendition: stamped, or with number, date and signature', answers: 'file', params: idParams, query: documents.contentQuerySchema, response: none }),

  savePlaces: define({ method: 'PUT', path: '/documents/:id/places', tag: 'documents', summary: 'Mark the places of number, date and signature', access: 'session', params: idParams, body: documents.placesSchema, response: page.documentViewSchema }),

  listBooks: define({ ...get, path: '/books', tag: 'books', summary: 'Number books I may see', response: books.bookListSchema }),
  bookEntries: define({ ...get, path: '/books/:bookId/years/:yearBe/entries', tag: 'books', summary: 'Entries of a year', params: books.entryParamsSchema, query: books.entryQuerySchema, response: books.entryPageSchema }),
  bookExport: define({ ...get, path: '/books/:bookId/years/:yearBe/export', tag: 'books', summary: 'The same for paper (PDF) or as a table (Excel, CSV), oldest first', answers: 'file', params: books.entryParamsSchema, query: books.bookExportQuerySchema, response: none }),
  listBlocks: define({ ...get, path: '/books/:bookId/years/:yearBe/blocks', tag: 'books', summary: 'Reserved numbers of a year, block by block, and what became of them', params: books.entryParamsSchema, query: numberBlocks.blockQuerySchema, response: numberBlocks.blockPageSchema }),
  reserveNumbers: define({ method: 'POST', path: '/books/:bookId/years/:yearBe/blocks', tag: 'books', summary: 'Reserve the next numbers of a book', access: 'session', params: books.entryParamsSchema, body: numberBlocks.blockReserveSchema, response: numberBlocks.blockPageSchema }),
  outageSheet: define({ ...get, path: '/books/:bookId/years/:yearBe/blocks/:blockId/sheet', tag: 'books', summary: 'Numbers kept for hours in which the system is down, to be written beside by hand (PDF)', answers: 'file', params: numberBlocks.blockParamsSchema, response: none }),
  cancelNumbers: define({ method: 'POST', path: '/books/:bookId/years/:yearBe/blocks/:blockId/cancellation', tag: 'books', summary: 'Cancel reserved numbers that were not used', access: 'session', params: numberBlocks.blockParamsSchema, body: numberBlocks.blockCancelSchema, response: numberBlocks.numberBlockSchema }),
  keepNumber: define({ method: 'PUT', path: '/books/:bookId/years/:yearBe/blocks/:blockId/numbers/:entryId/letter', tag: 'books', summary: 'Keep a reserved number for a running letter, or for none any more', access: 'session', params: numberBlocks.blockNumberParamsSchema, body: numberBlocks.numberKeepSchema, response: numberBlocks.numberBlockSchema }),
  checkBook: define({ ...get, path: '/books/:bookId/years/:yearBe/check', tag: 'books', summary: 'Gaps, duplicates, dates out of order, and what is reserved, cancelled or filled in later', params: books.entryParamsSchema, response: bookCheck.bookCheckSchema }),
  amendEntry: define({ method: 'POST', path: '/books/:bookId/years/:yearBe/entries/:entryId/amendments', tag: 'books', summary: 'Correct what a register says of an entry; what stood there stays to be read', access: 'session', params: books.amendParamsSchema, body: books.amendSchema, response: books.amendedSchema }),
  bookImports: define({ ...get, path: '/books/:bookId/imports', tag: 'books', summary: 'Earlier registers that were taken over into a book', params: registerImports.bookParamsSchema, response: registerImports.registerImportsSchema }),
  startRegisterImport: define({ method: 'POST', path: '/books/:bookId/imports', tag: 'books', summary: 'Read the table of an earlier register; nothing is taken over yet', access: 'session', bodyLimit: registerImports.IMPORT_BODY_MAX, params: registerImports.bookParamsSchema, body: registerImports.importStartSchema, response: registerImports.registerImportSchema }),
  registerImport: define({ ...get, path: '/register-imports/:id', tag: 'books', summary: 'How the columns of a table are understood, and how many rows can be taken over', params: idParams, response: registerImports.registerImportSchema }),
  mapRegisterImport: define({ method: 'PUT', path: '/register-imports/:id/mapping', tag: 'books', summary: 'Say which column is which; every row is judged anew', access: 'session', params: idParams, body: registerImports.importMappingSchema, response: registerImports.registerImportSchema }),
  registerImportRows: define({ ...get, path: '/register-imports/:id/rows', tag: 'books', summary: 'Rows of a table with a verdict each', params: idParams, query: registerImports.importRowsQuerySchema, response: registerImports.importRowsSchema }),
  registerImportFaults: define({ ...get, path: '/register-imports/:id/faults', tag: 'books', summary: 'Rows that cannot be taken over, with what is wrong, as Excel or CSV', answers: 'file', params: idParams, query: registerImports.importFaultsQuerySchema, response: none }),
  takeRegisterRows: define({ method: 'POST', path: '/register-imports/:id/take', tag: 'books', summary: 'Take the next rows over; to be asked until none is left', access: 'session', params: idParams, response: registerImports.registerImportSchema }),
  undoRegisterImport: define({ method: 'POST', path: '/register-imports/:id/undo', tag: 'books', summary: 'Take an import back while nothing counts on it', access: 'session', params: idParams, body: registerImports.importUndoSchema, response: registerImports.registerImportSchema }),
  dropRegisterImport: define({ method: 'DELETE', path: '/register-imports/:id', tag: 'books', summary: 'Forget a table of which nothing was taken over', access: 'session', params: idParams, response: doneSchema }),
  originalRow: define({ ...get, path: '/earlier-entries/:id', tag: 'books', summary: 'The row of the file from which an entry of an earlier register came', params: idParams, response: registerImports.originalRowSchema }),

  listAppointments: define({ ...get, path: '/appointments', tag: 'people', summary: 'Appointments and acting appointments', query: people.appointmentListQuerySchema, response: people.appointmentListSchema }),
  createAppointment: define({ method: 'POST', path: '/appointments', tag: 'people', summary: 'Appoint', access: 'session', body: people.appointmentCreateSchema, response: people.appointmentSchema }),
  endAppointment: define({ method: 'POST', path: '/appointments/:id/end', tag: 'people', summary: 'End an appointment early', access: 'session', params: idParams, body: people.endEarlySchema, response: people.appointmentSchema }),
  listAbsences: define({ ...get, path: '/absences', tag: 'people', summary: 'Absences', query: people.peopleScopeQuerySchema, response: people.absenceListSchema }),
  createAbsence: define({ method: 'POST', path: '/absences', tag: 'people', summary: 'Record an absence', access: 'session', body: people.absenceCreateSchema, response: people.absenceSchema }),
  endAbsence: define({ method: 'POST', path: '/absences/:id/end', tag: 'people', summary: 'End an absence early', access: 'session', params: idParams, body: people.endEarlySchema, response: people.absenceSchema }),
  presence: define({ ...get, path: '/presence', tag: 'people', summary: 'Who would get work put to a post or unit, and who of them is away', query: presence.presenceQuerySchema, response: presence.presenceSchema }),
  standIns: define({ ...get, path: '/absences/stand-ins', tag: 'people', summary: 'Who would stand in for me in a time', query: presence.standInsQuerySchema, response: presence.standInsSchema }),
  listDelegations: define({ ...get, path: '/delegations', tag: 'people', summary: 'Powers given in writing', query: people.peopleScopeQuerySchema, response: people.delegationListSchema }),
  delegationExport: define({ ...get, path: '/delegations/export', tag: 'people', summary: "An office's table of powers given in writing, as an Excel workbook", answers: 'file', query: people.delegationExportQuerySchema, response: none }),
  createDelegation: define({ method: 'POST', path: '/delegations', tag: 'people', summary: 'Delegate', access: 'session', body: people.delegationCreateSchema, response: people.delegationSchema }),
  endDelegation: define({ method: 'POST', path: '/delegations/:id/end', tag: 'people', summary: 'End a delegation early', access: 'session', params: idParams, body: people.endEarlySchema, response: people.delegationSchema }),
  listOffices: define({ ...get, path: '/offices', tag: 'directory', summary: 'Offices', query: people.officeListQuerySchema, response: people.officeListSchema }),
  listUnits: define({ ...get, path: '/units', tag: 'directory', summary: 'Units of an office', query: people.unitListQuerySchema, response: people.unitListSchema }),
  listPosts: define({ ...get, path: '/posts', tag: 'directory', summary: 'Posts and who is in them', query: people.postListQuerySchema, response: people.postListSchema }),
  listPersons: define({ ...get, path: '/persons', tag: 'directory', summary: 'Persons of an office', query: people.personListQuerySchema, response: people.personListSchema }),
  distributionLists: define({ ...get, path: '/distribution-lists', tag: 'directory', summary: 'Distribution lists of my offices', response: people.distributionListSchema }),

  correspondentDirectory: define({ ...get, path: '/correspondents/directory', tag: 'clerk', summary: 'The correspondents of my office: spellings, code, telephone, address', query: correspondents.directoryQuerySchema, response: correspondents.directorySchema }),
  editCorrespondent: define({ method: 'PUT', path: '/correspondents/:id', tag: 'clerk', summary: 'Correct a correspondent', access: 'session', params: idParams, body: correspondents.correspondentEditSchema, response: doneSchema }),
  mergeCorrespondent: define({ method: 'POST', path: '/correspondents/:id/merge', tag: 'clerk', summary: 'Let a correspondent count as another one', access: 'session', params: idParams, body: correspondents.correspondentMergeSchema, response: doneSchema }),
  separateCorrespondent: define({ method: 'POST', path: '/correspondents/:id/separation', tag: 'clerk', summary: 'Take a merge back', access: 'session', params: idParams, body: correspondents.correspondentSeparationSchema, response: doneSchema }),
  correspondents: define({ ...get, path: '/correspondents', tag: 'clerk', summary: 'Who has written to us before', query: clerk.correspondentQuerySchema, response: clerk.correspondentListSchema }),
  received: define({ ...get, path: '/clerk/received', tag: 'clerk', summary: "A day's receipts, and to whom each went on", query: clerk.receivedQuerySchema, response: clerk.receivedPageSchema }),
  sent: define({ ...get, path: '/clerk/sent', tag: 'clerk', summary: "A day's dispatches", query: clerk.sentQuerySchema, response: clerk.sentPageSchema }),
  waiting: define({ ...get, path: '/clerk/waiting', tag: 'clerk', summary: 'What others have not registered or answered yet', query: clerk.waitingQuerySchema, response: clerk.waitingPageSchema }),
  returned: define({ ...get, path: '/clerk/returned', tag: 'clerk', summary: 'What came back and why', query: clerk.returnedQuerySchema, response: clerk.returnedPageSchema }),
  organisation: define({ ...get, path: '/organisation', tag: 'organisation', summary: 'Units and posts of the office I administer, closed ones too', query: organisation.officeScopeQuerySchema, response: organisation.organisationSchema }),
  createUnit: define({ method: 'POST', path: '/units', tag: 'organisation', summary: 'New unit', access: 'session', body: organisation.unitCreateSchema, response: organisation.organisationSchema }),
  updateUnit: define({ method: 'PUT', path: '/units/:id', tag: 'organisation', summary: 'Rename or move a unit', access: 'session', params: idParams, body: organisation.unitUpdateSchema, response: organisation.organisationSchema }),
  closeUnit: define({ method: 'POST', path: '/units/:id/close', tag: 'organisation', summary: 'Close a unit from a day on, or take that back', access: 'session', params: idParams, body: organisation.closeSchema, response: organisation.organisationSchema }),
  createPost: define({ method: 'POST', path: '/posts', tag: 'organisation', summary: 'New post', access: 'session', body: organisation.postCreateSchema, response: organisation.organisationSchema }),
  updatePost: define({ method: 'PUT', path: '/posts/:id', tag: 'organisation', summary: 'Rename, move or give roles to a post', access: 'session', params: idParams, body: organisation.postUpdateSchema, response: organisation.organisationSchema }),
  closePost: define({ method: 'POST', path: '/posts/:id/close', tag: 'organisation', summary: 'Close a post from a day on, or take that back', access: 'session', params: idParams, body: organisation.closeSchema, response: organisation.organisationSchema }),
  updateContact: define({ method: 'PUT', path: '/offices/:id/contact', tag: 'organisation', summary: 'Contact, registry and posts of last resort of my office', access: 'session', params: idParams, body: organisation.officeContactSchema, response: organisation.organisationSchema }),
  officeTree: define({ ...get, path: '/offices/tree', tag: 'organisation', summary: 'Every office, closed ones too', response: organisation.officeTreeSchema }),
  createOffice: define({ method: 'POST', path: '/offices', tag: 'organisation', summary: 'New office with its first administrator', access: 'session', body: organisation.officeCreateSchema, response: organisation.officeCreatedSchema }),
  updateOffice: define({ method: 'PUT', path: '/offices/:id', tag: 'organisation', summary: 'Rename or move an office', access: 'session', params: idParams, body: organisation.officeUpdateSchema, response: organisation.officeDetailSchema }),
  closeOffice: define({ method: 'POST', path: '/offices/:id/close', tag: 'organisation', summary: 'Close an office from a day on, or take that back', access: 'session', params: idParams, body: organisation.closeSchema, response: organisation.officeDetailSchema }),
  setUpOffices: define({ ...get, path: '/office-set-ups', tag: 'organisation', summary: 'Offices that I may set up, and how far each is', response: setUp.setUpOfficeListSchema }),
  setUpOffice: define({ method: 'POST', path: '/office-set-ups', tag: 'organisation', summary: 'Set up an office from a template, with its administrator', access: 'session', body: setUp.setUpSchema, response: setUp.setUpDoneSchema }),
  setUpChecklist: define({ ...get, path: '/office-set-ups/:id', tag: 'organisation', summary: 'What an office has and lacks for its first letter', params: idParams, response: setUp.checklistSchema }),
  copyTemplate: define({ method: 'POST', path: '/office-set-ups/:id/copy', tag: 'organisation', summary: 'Take more over from a template, before the first letter', access: 'session', params: idParams, body: setUp.copySchema, response: setUp.copiedSchema }),
  openOffice: define({ method: 'POST', path: '/office-set-ups/:id/open', tag: 'organisation', summary: 'Let other offices send to an office that is ready', access: 'session', params: idParams, response: setUp.checklistSchema }),
  officeTemplates: define({ ...get, path: '/office-templates', tag: 'organisation', summary: 'Offices to begin as', response: setUp.templateListSchema }),
  officeTemplate: define({ ...get, path: '/office-templates/:id', tag: 'organisation', summary: 'What may be taken over from an office', params: idParams, response: setUp.templateSchema }),
  markTemplate: define({ method: 'PUT', path: '/office-templates/:id', tag: 'organisation', summary: 'Mark an office as a template, or take that back', access: 'session', params: idParams, body: setUp.templateMarkSchema, response: setUp.setUpOfficeListSchema }),
  listAccounts: define({ ...get, path: '/accounts', tag: 'organisation', summary: 'Persons of my office and their accounts', query: organisation.accountListQuerySchema, response: organisation.accountListSchema }),
  createPerson: define({ method: 'POST', path: '/persons', tag: 'organisation', summary: 'New person', access: 'session', body: organisation.personCreateSchema, response: organisation.accountSchema }),
  updatePerson: define({ method: 'PUT', path: '/persons/:id', tag: 'organisation', summary: 'Change a person', access: 'session', params: idParams, body: organisation.personUpdateSchema, response: organisation.accountSchema }),
  issuePassword: define({ method: 'POST', path: '/persons/:id/one-time-password', tag: 'organisation', summary: 'Invite or reset: a password shown once', access: 'session', params: idParams, response: organisation.oneTimePasswordSchema }),
  disableAccount: define({ method: 'POST', path: '/persons/:id/disable', tag: 'organisation', summary: 'Close an account', access: 'session', params: idParams, response: organisation.accountSchema }),
  enableAccount: define({ method: 'POST', path: '/persons/:id/enable', tag: 'organisation', summary: 'Open an account again', access: 'session', params: idParams, response: organisation.accountSchema }),
  signOutPerson: define({ method: 'POST', path: '/persons/:id/sign-out', tag: 'organisation', summary: 'Sign a person out everywhere', access: 'session', params: idParams, response: organisation.accountSchema }),
  acting: define({ ...get, path: '/acting', tag: 'people', summary: 'Who acts for each post, now or at a moment, with the standing order', query: organisation.actingQuerySchema, response: organisation.actingSchema }),
  setSuccession: define({ method: 'PUT', path: '/posts/:id/succession', tag: 'people', summary: 'Standing succession of a post', access: 'session', params: idParams, body: organisation.successionUpdateSchema, response: organisation.actingSchema }),
  createList: define({ method: 'POST', path: '/distribution-lists', tag: 'directory', summary: 'New distribution list', access: 'session', body: organisation.listCreateSchema, response: organisation.savedListSchema }),
  updateList: define({ method: 'PUT', path: '/distribution-lists/:id', tag: 'directory', summary: 'Change a distribution list', access: 'session', params: idParams, body: organisation.listUpdateSchema, response: organisation.savedListSchema }),
  importTemplate: define({ ...get, path: '/people-import/template', tag: 'organisation', summary: 'Table to fill in', answers: 'file', query: organisation.importTemplateQuerySchema, response: none }),
  checkImport: define({ method: 'POST', path: '/people-import/check', tag: 'organisation', summary: 'A verdict for each line of a table; changes nothing', access: 'session', body: organisation.importCheckSchema, response: organisation.importCheckedSchema }),
  applyImport: define({ method: 'POST', path: '/people-import', tag: 'organisation', summary: 'Take lines over, all or none', access: 'session', body: organisation.importApplySchema, response: organisation.importAppliedSchema }),
  officeBooks: define({ ...get, path: '/office-books', tag: 'organisation', summary: 'Number books of my office and who numbers in them', query: organisation.officeScopeQuerySchema, response: officeBooks.officeBooksSchema }),
  createBook: define({ method: 'POST', path: '/office-books', tag: 'organisation', summary: 'New number book', access: 'session', body: officeBooks.bookCreateSchema, response: officeBooks.officeBooksSchema }),
  updateBook: define({ method: 'PUT', path: '/office-books/:id', tag: 'organisation', summary: 'Change name and letters of a book', access: 'session', params: idParams, body: officeBooks.bookUpdateSchema, response: officeBooks.officeBooksSchema }),
  setBookPattern: define({ method: 'POST', path: '/office-books/:id/pattern', tag: 'organisation', summary: 'How a book prints its numbers from a day on', access: 'session', params: idParams, body: officeBooks.bookPatternSchema, response: officeBooks.officeBooksSchema }),
  closeBook: define({ method: 'POST', path: '/office-books/:id/close', tag: 'organisation', summary: 'Close a book from a day, or take that back', access: 'session', params: idParams, body: organisation.closeSchema, response: officeBooks.officeBooksSchema }),
  routeDesigns: define({ ...get, path: '/route-designs', tag: 'route-design', summary: "An office's routes with versions in force, drafts and proposals", query: routeDesign.officeQuerySchema, response: routeDesign.routeDesignsSchema }),
  routeVersions: define({ ...get, path: '/routes/:id/versions', tag: 'route-design', summary: 'Every version of a route, the newest first', params: idParams, response: routeDesign.routeVersionsSchema }),
  routeVersion: define({ ...get, path: '/route-versions/:id', tag: 'route-design', summary: 'A version as it was drawn', params: idParams, response: routeDesign.routeVersionDetailSchema }),
  routeDesignContext: define({ ...get, path: '/route-design-context', tag: 'route-design', summary: "What a designer's verifier, previews, pickers and rehearsals need of an office", query: routeDesign.designContextQuerySchema, response: routeDesign.designContextSchema }),
  startRouteDraft: define({ method: 'POST', path: '/route-drafts', tag: 'route-design', summary: 'Begin a draft: from nothing, a version, a template or a file', access: 'session', body: routeDesign.draftStartSchema, response: routeDesign.routeDraftSchema }),
  routeDraft: define({ ...get, path: '/route-drafts/:id', tag: 'route-design', summary: 'A draft of a route', params: idParams, response: routeDesign.routeDraftSchema }),
  saveRouteDraft: define({ method: 'PUT', path: '/route-drafts/:id', tag: 'route-design', summary: 'Save my draft over the revision that I had seen', access: 'session', ifMatch: true, params: idParams, body: routeDesign.draftSaveSchema, response: routeDesign.draftSavedSchema }),
  discardRouteDraft: define({ method: 'DELETE', path: '/route-drafts/:id', tag: 'route-design', summary: 'Discard my draft', access: 'session', params: idParams, response: doneSchema }),
  routeTables: define({ ...get, path: '/route-tables', tag: 'route-design', summary: "The office's tables that choose a route", query: routeDesign.officeQuerySchema, response: routeTables.routeTablesSchema }),
  saveRouteTable: define({ method: 'PUT', path: '/route-tables/:officeId/:scope', tag: 'route-design', summary: 'Put a table in force over the revision that I had seen', access: 'session', ifMatch: true, params: routeTables.routeTableParamsSchema, body: routeTables.routeTableSaveSchema, response: routeTables.routeTableSavedSchema }),
  routeVersionFile: define({ ...get, path: '/route-versions/:id/file', tag: 'route-design', summary: 'A version as a drawing, a work manual, a picture, BPMN or JSON', answers: 'file', params: idParams, query: routeDesign.routeFileQuerySchema, response: none }),
  routeDraftFile: define({ ...get, path: '/route-drafts/:id/file', tag: 'route-design', summary: 'A draft as a drawing, a work manual, a picture, BPMN or JSON', answers: 'file', params: idParams, query: routeDesign.routeFileQuerySchema, response: none }),
  readRouteBpmn: define({ method: 'POST', path: '/route-files/bpmn', tag: 'route-design', summary: 'Read a BPMN 2.0 file as a route, with a report of what was mapped, approximated or dropped', access: 'session', body: routeDesign.bpmnFileSchema, response: routeDesign.bpmnReadSchema }),
  routeDraftCases: define({ ...get, path: '/route-drafts/:id/cases', tag: 'route-design', summary: 'Test cases of a draft', params: idParams, response: routeLife.routeCasesSchema }),
  addRouteCase: define({ method: 'POST', path: '/route-drafts/:id/cases', tag: 'route-design', summary: 'Keep a rehearsal as a test case of my draft', access: 'session', params: idParams, body: routeLife.routeCaseSaveSchema, response: routeLife.routeCasesSchema }),
  changeRouteCase: define({ method: 'PUT', path: '/route-cases/:id', tag: 'route-design', summary: 'Change a test case of my draft', access: 'session', ifMatch: true, params: idParams, body: routeLife.routeCaseSaveSchema, response: routeLife.routeCasesSchema }),
  removeRouteCase: define({ method: 'DELETE', path: '/route-cases/:id', tag: 'route-design', summary: 'Remove a test case of my draft', access: 'session', params: idParams, response: routeLife.routeCasesSchema }),
  routeVersionCases: define({ ...get, path: '/route-versions/:id/cases', tag: 'route-design', summary: 'Test cases that a version was published with', params: idParams, response: routeLife.routeCasesSchema }),
  routeLive: define({ ...get, path: '/routes/:id/live', tag: 'route-design', summary: 'Where letters stand on a route now, and where they are late', params: idParams, query: routeLife.routeLiveQuerySchema, response: routeLife.routeLiveSchema }),
  routePractice: define({ ...get, path: '/routes/:id/practice', tag: 'route-design', summary: 'Where the drawing does not fit practice: last resorts, steps out of turn and returns, step by step', params: idParams, query: routeLife.routePracticeQuerySchema, response: routeLife.routePracticeSchema }),
  routePracticeExport: define({ ...get, path: '/routes/:id/practice/export', tag: 'route-design', summary: 'The same as an Excel workbook', answers: 'file', params: idParams, query: routeLife.routePracticeQuerySchema, response: none }),
  checkDraftMove: define({ method: 'POST', path: '/route-drafts/:id/move-check', tag: 'route-design', summary: 'Which running letters could go on by a draft', access: 'session', params: idParams, response: routeLife.moveCheckSchema }),
  checkProposalMove: define({ method: 'POST', path: '/route-proposals/:id/move-check', tag: 'route-design', summary: 'Which running letters could go on by what is proposed', access: 'session', params: idParams, response: routeLife.moveCheckSchema }),
  checkMove: define({ method: 'POST', path: '/route-versions/:id/move-check', tag: 'route-design', summary: 'Which running letters could go on by this version', access: 'session', params: idParams, response: routeLife.moveCheckSchema }),
  routeMoves: define({ ...get, path: '/route-versions/:id/moves', tag: 'route-design', summary: 'How far running letters have been moved to this version', params: idParams, response: routeLife.routeMovesSchema }),
  routeMoveLetters: define({ ...get, path: '/route-moves/:id/letters', tag: 'route-design', summary: 'What became of each letter of a move', params: idParams, query: routeLife.moveLettersQuerySchema, response: routeLife.moveLettersSchema }),
  cancelMove: define({ method: 'POST', path: '/route-moves/:id/cancel', tag: 'route-design', summary: 'Stop a move: letters that have not been offered it stay where they are', access: 'session', params: idParams, body: routeDesign.routeReasonSchema, response: routeLife.routeMovesSchema }),
  moveLetters: define({ method: 'POST', path: '/route-versions/:id/moves', tag: 'route-design', summary: 'Move running letters to the version in force', access: 'session', params: idParams, body: routeDesign.routeReasonSchema, response: routeLife.routeMovesSchema }),
  checkRouteDraft: define({ method: 'POST', path: '/route-drafts/:id/verify', tag: 'route-design', summary: 'What the server finds in a draft, and what its test cases come to', access: 'session', params: idParams, response: routeDesign.checkedSchema }),
  proposeRoute: define({ method: 'POST', path: '/route-drafts/:id/propose', tag: 'route-design', summary: 'Propose my draft; published at once where the office asks for no second person', access: 'session', params: idParams, body: routeDesign.proposeSchema, response: routeDesign.routeProposalInfoSchema }),
  routeProposal: define({ ...get, path: '/route-proposals/:id', tag: 'route-design', summary: 'A proposal with what it changes and for whom', params: idParams, response: routeDesign.routeProposalSchema }),
  approveRoute: define({ method: 'POST', path: '/route-proposals/:id/approve', tag: 'route-design', summary: 'Approve and publish what another has proposed', access: 'session', params: idParams, response: routeDesign.routeProposalInfoSchema }),
  returnRoute: define({ method: 'POST', path: '/route-proposals/:id/return', tag: 'route-design', summary: 'Return a proposal to its author', access: 'session', params: idParams, body: routeDesign.routeReasonSchema, response: routeDesign.routeProposalInfoSchema }),
  withdrawRoute: define({ method: 'POST', path: '/route-proposals/:id/withdraw', tag: 'route-design', summary: 'Take my proposal back', access: 'session', params: idParams, response: routeDesign.routeProposalInfoSchema }),
  rollBackRoute: define({ method: 'POST', path: '/routes/:id/roll-back', tag: 'route-design', summary: 'Propose an older version as the next one', access: 'session', params: idParams, body: routeDesign.rollBackSchema, response: routeDesign.routeProposalInfoSchema }),
  callOffVersion: define({ method: 'POST', path: '/route-versions/:id/call-off', tag: 'route-design', summary: 'Take a version back before its day', access: 'session', params: idParams, body: routeDesign.routeReasonSchema, response: routeDesign.versionCalledOffSchema }),
  setRouteRules: define({ method: 'PUT', path: '/route-rules/offices/:id', tag: 'route-design', summary: 'Whether publishing needs a second person, and whether others may take the routes over', access: 'session', params: idParams, body: routeDesign.routeRulesSaveSchema, response: routeDesign.routeRulesSchema }),
  startWhatIf: define({ method: 'POST', path: '/route-drafts/:id/what-if', tag: 'route-design', summary: 'Try the letters of a span on my draft: nothing of them is changed', access: 'session', params: idParams, body: whatIf.whatIfStartSchema, response: whatIf.whatIfRunSchema, pending: whatIf.whatIfRunSchema }),
  whatIf: define({ ...get, path: '/route-drafts/:id/what-if', tag: 'route-design', summary: 'How far trying letters on a draft is, and what came of it last', params: idParams, response: whatIf.whatIfSchema }),
  cancelWhatIf: define({ method: 'POST', path: '/route-what-ifs/:id/cancel', tag: 'route-design', summary: 'Call off trying letters on my draft', access: 'session', params: idParams, response: whatIf.whatIfRunSchema }),
  whatIfLetters: define({ ...get, path: '/route-what-ifs/:id/letters', tag: 'route-design', summary: 'Letters that were tried and that I may know of; the others are counted', params: idParams, query: whatIf.whatIfLettersQuerySchema, response: whatIf.whatIfLettersSchema }),
  officeRoutes: define({ ...get, path: '/office-routes', tag: 'organisation', summary: 'Routes in force of my office and the tables that choose', query: organisation.officeScopeQuerySchema, response: organisation.officeRoutesSchema }),

  supervision: define({ ...get, path: '/supervision', tag: 'supervision', summary: 'What is late, at rest or held, and with whom', query: supervision.supervisionQuerySchema, response: supervision.supervisionPageSchema }),
  supervisionExport: define({ ...get, path: '/supervision/export', tag: 'supervision', summary: 'The list as filtered, as an Excel workbook', answers: 'file', query: supervision.supervisionExportQuerySchema, response: none }),
  supervisedDeliveries: define({ ...get, path: '/supervision/deliveries', tag: 'supervision', summary: 'What other offices have not registered or answered', query: supervision.supervisedDeliveryQuerySchema, response: supervision.supervisedDeliveryPageSchema }),
  deliveryExport: define({ ...get, path: '/supervision/deliveries/export', tag: 'supervision', summary: 'The deliveries as filtered, as an Excel workbook', answers: 'file', query: supervision.deliveryExportQuerySchema, response: none }),
  candidates: define({ ...get, path: '/supervision/candidates', tag: 'supervision', summary: 'Posts that a task could be given to, with load and absences', query: supervision.candidateQuerySchema, response: supervision.candidateListSchema }),
  weekly: define({ ...get, path: '/supervision/weekly', tag: 'supervision', summary: 'The week on one page', query: supervision.weeklyQuerySchema, response: supervision.weeklySchema }),

  calendar: define({ ...get, path: '/calendar', tag: 'calendar', summary: "An office's calendar of a year", query: calendar.calendarQuerySchema, response: calendar.calendarSchema }),
  previewDay: define({ method: 'POST', path: '/calendar/preview', tag: 'calendar', summary: 'What declaring a day would move', access: 'session', body: calendar.declareDaySchema, response: calendar.daySummarySchema }),
  declareDay: define({ method: 'POST', path: '/calendar/days', tag: 'calendar', summary: 'Declare a day', access: 'session', body: calendar.declareDaySchema, response: calendar.daySummarySchema }),
  setRegisterTimes: define({ method: 'PUT', path: '/calendar/offices/:id/register-times', tag: 'calendar', summary: 'Within what time letters are registered', access: 'session', params: idParams, body: calendar.registerTimesSchema, response: calendar.calendarSchema }),
  withdrawDay: define({ method: 'DELETE', path: '/calendar/days/:id', tag: 'calendar', summary: 'Withdraw a declared day', access: 'session', params: idParams, response: calendar.daySummarySchema }),

  accessPerson: define({ ...get, path: '/access/persons/:id', tag: 'access', summary: 'What a person may do, and by which post', params: idParams, response: access.accessPersonSchema }),
  accessWhy: define({ ...get, path: '/access/why', tag: 'access', summary: 'Why a person may or may not see a letter', query: access.accessWhyQuerySchema, response: access.accessWhySchema }),

  auditTrail: define({ ...get, path: '/audit', tag: 'audit', summary: "The office's audit trail, newest first", query: audit.auditQuerySchema, response: audit.auditPageSchema }),
  auditExport: define({ ...get, path: '/audit/export', tag: 'audit', summary: "The office's audit trail as a file", answers: 'file', query: audit.auditExportQuerySchema, response: none }),

  holdings: define({ ...get, path: '/persons/:id/holdings', tag: 'people', summary: 'What somebody who leaves holds', params: idParams, response: handOver.handOverViewSchema }),
  handOver: define({ method: 'POST', path: '/persons/:id/hand-over', tag: 'people', summary: 'Hand over the work of somebody who leaves', access: 'session', params: idParams, body: handOver.handOverSchema, response: handOver.handedOverSchema }),

  system: define({ ...get, path: '/system', tag: 'system', summary: 'How the parts are, what waits, versions', response: system.systemSchema }),
  stuckLetters: define({ ...get, path: '/system/stuck', tag: 'system', summary: 'Letters that should have gone on', query: system.stuckQuerySchema, response: system.stuckListSchema }),
  explainLetter: define({ ...get, path: '/system/letters/:letterId', tag: 'system', summary: 'How a letter stands, without its content', params: letterParams, response: system.letterExplanationSchema }),
  resumeLetter: define({ method: 'POST', path: '/system/letters/:letterId/resume', tag: 'system', summary: 'Start the execution of a letter that has none', access: 'session', params: letterParams, response: system.resumedSchema }),

  listNotices: define({ ...get, path: '/notices', tag: 'notices', summary: 'Notices to me', query: notices.noticeQuerySchema, response: notices.noticePageSchema }),
  noticesRead: define({ method: 'POST', path: '/notices/read', tag: 'notices', summary: 'Mark notices as read', access: 'session', body: notices.noticesReadSchema, response: doneSchema }),
  noticeSettings: define({ ...get, path: '/notices/settings', tag: 'notices', summary: 'How I hear of notices', response: notices.noticeSettingsSchema }),
  changeNoticeSettings: define({ method: 'PATCH', path: '/notices/settings', tag: 'notices', summary: 'Choose how I hear of notices, by their kinds', access: 'session', body: notices.noticeSettingsChangeSchema, response: notices.noticeSettingsSchema }),

  events: define({ ...get, path: '/events', tag: 'events', summary: 'Live hints (server-sent events)', answers: 'events', response: none }),
  live: define({ method: 'GET', path: '/health/live', tag: 'health', summary: 'The process runs', access: 'public', response: health.liveSchema }),
  ready: define({ method: 'GET', path: '/health/ready', tag: 'health', summary: 'The parts it needs answer', access: 'public', response: health.readySchema }),
} as const;
export type EndpointName = keyof typeof endpoints;

type Schema<E, K extends string> = E extends { readonly [P in K]: infer S extends z.ZodType } ? S : null;
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
/** What a caller sends, and what comes back with 200 and 202. */
export type ParamsOf<E> = Sent<Schema<E, 'params'>>;
export type QueryOf<E> = Sent<Schema<E, 'query'>>;
export type BodyOf<E> = Sent<Schema<E, 'body'>>;
export type ResponseOf<E> = Parsed<Schema<E, 'response'>>;
export type PendingOf<E> = Parsed<Schema<E, 'pending'>>;
/** What a handler receives after validation. */
export type ParsedParams<E> = Parsed<Schema<E, 'params'>>;
export type ParsedQuery<E> = Parsed<Schema<E, 'query'>>;
export type ParsedBody<E> = Parsed<Schema<E, 'body'>>;
