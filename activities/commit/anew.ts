/** A wrong registration and the one in its place are one commit. */
import { insertCommand } from '#db/repositories/command-book';
import { rememberSender } from '#db/repositories/correspondent-book';
import { copyDocuments, insertLetter, insertLink } from '#db/repositories/letter-start';
import type { Tx } from '#db/tx';
import type { Work } from './work';

/** Writes the letter registered in place of the one that this commit cancels, with the command by which it starts. */
export async function writeAnew(tx: Tx, { event, content, letter: old, at }: Work): Promise<void> {
  if (event.type !== 'registerAnew') return;
  const { anew } = content;
  if (anew === undefined || anew.letter.id !== event.anewLetterId) throw new Error(`nothing was prepared in place of letter ${old.id}`);
  const { letter, links, copies, command } = anew;
  await insertLetter(tx, letter);
  await rememberSender(tx, letter);
  for (const link of links) await insertLink(tx, { fromLetterId: letter.id, ...link, at });
  await copyDocuments(tx, { copies, letterId: old.id, personId: command.personId, at });
  await insertCommand(tx, { ...command, letterId: letter.id, idempotencyKey: `anew/${command.id}` });
}
