/** What a letter's text must be before it goes on its way: printable, and addressed where it will be sent. */
import type { LetterStart } from '#domain/contracts/letters';
import { DomainError } from '#domain/errors';
import type { Addressee, LetterContent } from '#domain/letter/content';
import type { Route } from '#domain/route/model';
import { findPrintable } from '#db/repositories/renditions';
import type { Tx } from '#db/tx';
import { assertFieldsPrintable } from '#platform/pdf/printable';

/** @throws DomainError TEXT_NOT_PRINTABLE with the field and the signs */
export function assertStartPrintable(body: LetterStart): void {
  const { fromText, subject, toText, theirNo, body: text, enclosureList, references, recipients } = body as Partial<Record<string, unknown>>;
  assertFieldsPrintable({ fromText, theirNo, subject, toText, body: text, enclosureList, references, recipients });
}

/**
 * The text as it will stand after an act that keeps a version of it: what the act changes, and what was saved before.
 * @throws DomainError TEXT_NOT_PRINTABLE with the field and the signs
 */
export async function assertTextPrintable(tx: Tx, letterId: string, changed: Partial<LetterContent>): Promise<void> {
  const stored = await findPrintable(tx, letterId);
  const { subject, toText, body, enclosureList, references, addressees } = { ...stored, ...changed };
  assertFieldsPrintable({ subject, toText, body, enclosureList, references, recipients: addressees?.map(({ name, address }) => [name, address]) });
}

/**
 * A letter that its route sends to its addressees has some.
 * @throws DomainError RECIPIENTS_REQUIRED with the field
 */
export function assertAddressed(route: Route, { direction, addressees }: { readonly direction: string; readonly addressees: readonly Addressee[] }): void {
  const isSent = direction === 'outgoing' && route.nodes.some((node) => node.type === 'dispatch' && node.recipients === 'addressees');
  if (isSent && addressees.length === 0) throw new DomainError('RECIPIENTS_REQUIRED', { field: 'recipients' });
}
