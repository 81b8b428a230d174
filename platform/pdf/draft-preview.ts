import { type LetterToPrint, toPrintedLetter } from '#domain/letter/letter-document';

import { type RenderedLetter, renderLetter } from './letter';

/**
 * A letter that is still being written, as it will look: marked ร่าง, with blank places for number, date and signature.
 * @throws DomainError TEXT_NOT_PRINTABLE for characters the font lacks.
 */
export function renderDraftPreview(letter: LetterToPrint): Promise<RenderedLetter> {
  return renderLetter({ ...toPrintedLetter({ ...letter, letterNo: null, letterDate: null, signature: null }), garuda: null });
}
