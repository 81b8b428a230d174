/**
 * Every refusal the product expects, by code. Anything else that is thrown is a bug.
 *
 * The code travels unchanged from engine to commit to workflow to API to screen; each has a text in every language
 * of the UI (`errors.<CODE>`), and a test fails where one is missing. This file must stay free of dependencies: it is
 * part of the workflow bundle.
 */
export const ERROR_CODES = {
  // request
  VALIDATION_FAILED: { status: 400, retry: false },
  UNAUTHENTICATED: { status: 401, retry: false },
  LOGIN_FAILED: { status: 401, retry: false },
  SESSION_EXPIRED: { status: 401, retry: false },
  CSRF_FAILED: { status: 403, retry: false },
  FORBIDDEN: { status: 403, retry: false },
  NOT_FOUND: { status: 404, retry: false },
  RATE_LIMITED: { status: 429, retry: true },
  IDEMPOTENCY_KEY_MISSING: { status: 400, retry: false },
  IDEMPOTENCY_KEY_REUSED: { status: 422, retry: false },
  INTERNAL: { status: 500, retry: true },
  UNAVAILABLE: { status: 503, retry: true },
  // files
  FILE_EMPTY: { status: 422, retry: false },
  FILE_TOO_LARGE: { status: 413, retry: false },
  FILE_LOCKED: { status: 422, retry: false },
  FILE_BROKEN: { status: 422, retry: false },
  FILE_TOO_COMPLEX: { status: 422, retry: false },
  FILE_TYPE_REFUSED: { status: 415, retry: false },
  FILE_HASH_MISMATCH: { status: 422, retry: false },
  FILE_NAME_INVALID: { status: 422, retry: false },
  PLACE_INVALID: { status: 422, retry: false },
  PRINT_TOO_LONG: { status: 422, retry: false },
  STAMP_NO_ROOM: { status: 422, retry: false },
  STAMPS_OVERLAP: { status: 422, retry: false },
  STAMP_MOVED: { status: 409, retry: false },
  TEXT_NOT_PRINTABLE: { status: 422, retry: false },
  RANGE_INVALID: { status: 416, retry: false },
  // search
  SEARCH_EMPTY: { status: 422, retry: false },
  SEARCH_EXPORT_TOO_LONG: { status: 422, retry: false },
  SAVED_SEARCHES_FULL: { status: 409, retry: false },
  // matters
  LINK_LETTER_UNKNOWN: { status: 422, retry: false },
  LINK_TO_SELF: { status: 422, retry: false },
  LINK_EXISTS: { status: 409, retry: false },
  LINK_REMOVED: { status: 409, retry: false },
  DOCUMENT_NOT_USABLE: { status: 422, retry: false },
  // taking letters in
  LETTER_TAKEN_IN: { status: 409, retry: false },
  REGISTRATION_NOT_OURS: { status: 409, retry: false },
  LETTER_DATE_AHEAD: { status: 422, retry: false },
  // engine: events on a letter
  LETTER_ENDED: { status: 409, retry: false },
  LETTER_HELD: { status: 409, retry: false },
  LETTER_NOT_HELD: { status: 409, retry: false },
  URGENCY_NOT_RAISED: { status: 422, retry: false },
  LETTER_STALE: { status: 409, retry: false },
  LETTER_NUMBERED: { status: 409, retry: false },
  LETTER_DISPATCHED: { status: 409, retry: false },
  LETTER_NOT_DISPATCHED: { status: 409, retry: false },
  LETTER_NOT_NUMBERED: { status: 409, retry: false },
  LETTER_SIGNED: { status: 409, retry: false },
  TASK_NOT_OPEN: { status: 409, retry: false },
  TASK_STALE: { status: 409, retry: false },
  TASK_CLAIMED: { status: 409, retry: false },
  TASK_WAITING: { status: 409, retry: false },
  TAKE_BACK_REFUSED: { status: 409, retry: false },
  REMINDED_TODAY: { status: 409, retry: false },
  NOBODY_TO_REMIND: { status: 409, retry: false },
  OUTCOME_UNKNOWN: { status: 422, retry: false },
  NOTE_REQUIRED: { status: 422, retry: false },
  REASON_REQUIRED: { status: 422, retry: false },
  SIGNATURE_REQUIRED: { status: 422, retry: false },
  SIGNATURE_WRONG: { status: 422, retry: false },
  LETTER_NOT_OPENED: { status: 409, retry: false },
  STEP_SKIPPED: { status: 409, retry: false },
  RETURN_TARGET_INVALID: { status: 422, retry: false },
  ASSIGN_MAIN_REQUIRED: { status: 422, retry: false },
  ASSIGN_PICK_INVALID: { status: 422, retry: false },
  RECIPIENTS_REQUIRED: { status: 422, retry: false },
  DUE_INVALID: { status: 422, retry: false },
  DEPTH_EXCEEDED: { status: 422, retry: false },
  LOOP_EXCEEDED: { status: 409, retry: false },
  EVENT_INVALID: { status: 422, retry: false },
  EVENT_OUTDATED: { status: 409, retry: false },
  MOVE_INVALID: { status: 422, retry: false },
  EDIT_INVALID: { status: 422, retry: false },
  BPMN_NOT_XML: { status: 422, retry: false },
  BPMN_ENTITIES_REFUSED: { status: 422, retry: false },
  BPMN_WITHOUT_PROCESS: { status: 422, retry: false },
  ROUTE_INVALID: { status: 422, retry: false },
  ROUTE_MISSING: { status: 422, retry: false },
  POST_ROUTE_MISSING: { status: 422, retry: false },
  POST_NOT_CLEARED: { status: 422, retry: false },
  ROUTE_NOT_ALLOWED: { status: 422, retry: false },
  ENGINE_UNSUPPORTED: { status: 500, retry: false },
  CONDITION_INVALID: { status: 422, retry: false },
  // commit
  COMMAND_MISSING: { status: 409, retry: false },
  COMMAND_DIGEST_MISMATCH: { status: 409, retry: false },
  NOT_ENTITLED: { status: 403, retry: false },
  DELEGATION_MISSING: { status: 403, retry: false },
  DELIVERY_ALREADY_REGISTERED: { status: 409, retry: false },
  DELIVERY_RECALLED: { status: 409, retry: false },
  // numbering
  BOOK_NOT_FOUND: { status: 422, retry: false },
  BOOK_HELD: { status: 409, retry: false },
  BOOK_YEAR_UNKNOWN: { status: 404, retry: false },
  NUMBER_ALREADY_CANCELLED: { status: 409, retry: false },
  NUMBER_NOT_RESERVED: { status: 409, retry: false },
  BOOK_YEAR_CLOSED: { status: 409, retry: false },
  RESERVED_UNTIL_INVALID: { status: 422, retry: false },
  USED_AT_OUTSIDE: { status: 422, retry: false },
  USED_AT_REQUIRED: { status: 422, retry: false },
  NUMBER_GIVEN: { status: 409, retry: false },
  NUMBER_OTHER_BOOK: { status: 409, retry: false },
  LETTER_NUMBERED_THERE: { status: 409, retry: false },
  SECOND_PERSON_REQUIRED: { status: 422, retry: false },
  BOOK_EXISTS: { status: 409, retry: false },
  BOOK_RULE_REQUIRED: { status: 422, retry: false },
  BOOK_FROM_PAST: { status: 422, retry: false },
  BOOK_IN_USE: { status: 409, retry: false },
  LETTER_NO_INVALID: { status: 422, retry: false },
  // people
  APPOINTMENT_OVERLAPS: { status: 409, retry: false },
  PERIOD_INVALID: { status: 422, retry: false },
  CLEARANCE_TOO_LOW: { status: 403, retry: false },
  OFFICE_NOT_LINKED: { status: 422, retry: false },
  OFFICE_UNKNOWN: { status: 422, retry: false },
  UNIT_UNKNOWN: { status: 422, retry: false },
  POST_UNKNOWN: { status: 422, retry: false },
  PERSON_UNKNOWN: { status: 422, retry: false },
  PERIOD_ENDED: { status: 409, retry: false },
  CALENDAR_DAY_INVALID: { status: 422, retry: false },
  // a person's own desk
  DESK_CHANGED: { status: 409, retry: false },
  FILTER_NAME_TAKEN: { status: 422, retry: false },
  // organisation and accounts
  EDIT_CONFLICT: { status: 409, retry: false },
  CODE_TAKEN: { status: 409, retry: false },
  LOGIN_TAKEN: { status: 409, retry: false },
  TREE_CYCLE: { status: 422, retry: false },
  UNIT_IN_USE: { status: 409, retry: false },
  POST_IN_USE: { status: 409, retry: false },
  OFFICE_IN_USE: { status: 409, retry: false },
  OFFICE_SET_UP: { status: 409, retry: false },
  OFFICE_NOT_READY: { status: 409, retry: false },
  UNIT_HEAD_TAKEN: { status: 409, retry: false },
  ROLE_NOT_GRANTABLE: { status: 403, retry: false },
  OWN_ACCOUNT: { status: 409, retry: false },
  PASSWORD_CHANGE_REQUIRED: { status: 403, retry: false },
  PASSWORD_EXPIRED: { status: 401, retry: false },
  PASSWORD_WRONG: { status: 422, retry: false },
  PASSWORD_WEAK: { status: 422, retry: false },
  IMPORT_UNREADABLE: { status: 422, retry: false },
  IMPORT_TOO_LARGE: { status: 413, retry: false },
  IMPORT_COLUMNS: { status: 422, retry: false },
  IMPORT_CHANGED: { status: 409, retry: false },
  ENTRY_NOT_AMENDABLE: { status: 422, retry: false },
  AMENDMENT_SAME: { status: 422, retry: false },
  AMENDMENT_DATE: { status: 422, retry: false },
  IMPORT_NOTHING: { status: 422, retry: false },
  IMPORT_COLUMN_TWICE: { status: 422, retry: false },
  IMPORT_YEAR_AHEAD: { status: 422, retry: false },
  IMPORT_STATE: { status: 409, retry: false },
  IMPORT_IN_USE: { status: 409, retry: false },
  // designing routes
  IF_MATCH_MISSING: { status: 428, retry: false },
  DRAFT_STALE: { status: 412, retry: false },
  DRAFT_EXISTS: { status: 409, retry: false },
  DRAFT_PROPOSED: { status: 409, retry: false },
  ROUTE_TOO_LARGE: { status: 413, retry: false },
  POSITION_UNMAPPED: { status: 422, retry: false },
  ROUTE_BASE_CHANGED: { status: 409, retry: false },
  ROUTE_UNCHANGED: { status: 409, retry: false },
  ROUTE_FAULTY: { status: 422, retry: false },
  ROUTE_PROPOSED: { status: 409, retry: false },
  ROUTE_SCHEDULED: { status: 409, retry: false },
  ROUTE_FROM_PAST: { status: 422, retry: false },
  PROPOSAL_DECIDED: { status: 409, retry: false },
  VERSION_IN_USE: { status: 409, retry: false },
  ROUTE_TABLE_FAULTY: { status: 422, retry: false },
  CASES_FULL: { status: 422, retry: false },
  MOVE_ENDED: { status: 409, retry: false },
  VERSION_NOT_IN_FORCE: { status: 409, retry: false },
  LONG_JOBS_BUSY: { status: 503, retry: true },
  WHAT_IF_RUNNING: { status: 409, retry: false },
  BOOK_PRINT_TOO_LONG: { status: 422, retry: false },
  WHAT_IF_SPAN: { status: 422, retry: false },
  WHAT_IF_NOTHING: { status: 422, retry: false },
} as const satisfies Record<string, { status: number; retry: boolean }>;

/** A code of {@link ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** Facts for the reader's message: ids, limits, field names. Never a subject, a note or a secret. */
export type ErrorDetails = { readonly [key: string]: unknown };

/** An expected refusal. Carries its code and the facts its message needs. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
  }
}

/** Whether a caught value is an expected refusal (also across module copies, hence by shape). */
export function isDomainError(value: unknown): value is DomainError {
  return value instanceof Error && value.name === 'DomainError' && 'code' in value;
}
