/** What the saraban regulation asks for before a letter is numbered and sent: reference §6.3, R26 41–50. */
import type { BookKind, LetterKind } from '#domain/letter/vocabulary';
import type { Facts } from './model';

const RECEIVING: ReadonlySet<BookKind> = new Set<BookKind>(['receive', 'secret_receive']);
const SIGNED: ReadonlySet<string> = new Set<LetterKind>([
  'external_letter', 'internal_memo', 'stamped_letter', 'order', 'regulation', 'rule', 'announcement', 'statement', 'certificate',
]);

export const isReceiving = (book: BookKind): boolean => RECEIVING.has(book);

/** Whether a number of this book is given to what the office itself issues. */
export const isIssuing = (book: BookKind): boolean => !isReceiving(book) && book !== 'secret_control';

/** Kinds that exist only with a signature. */
export const isSignedKind = (kind: string): boolean => SIGNED.has(kind);

/** Whether a letter with these facts must be signed before an issuing book gives it a number. */
export const needsSignature = (facts: Facts): boolean => facts['direction'] !== 'incoming' && typeof facts['kind'] === 'string' && isSignedKind(facts['kind']);
