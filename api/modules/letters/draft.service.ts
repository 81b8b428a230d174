import type { z } from 'zod';
import type { draftSaveSchema, draftSavedSchema } from '#domain/contracts/acts';
import { DomainError } from '#domain/errors';
import { withTransaction } from '#db/client';
import { saveDraft } from '#db/repositories/drafts';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import { assertAllowed, findTaskPost, getKnownLetter, getOpenTask } from './access';
import { toText } from './acts.service';
import { assertUsable } from './start.service';

type Args = { readonly reader: Reader; readonly letterId: string; readonly body: z.output<typeof draftSaveSchema> };

/** Saves the draft for whoever holds it. @throws DomainError NOT_FOUND, FORBIDDEN, TASK_NOT_OPEN, TASK_STALE, LETTER_SIGNED, DOCUMENT_NOT_USABLE */
export async function keepDraft(deps: ApiDeps, { reader, letterId, body }: Args): Promise<z.infer<typeof draftSavedSchema>> {
  const { pool, now } = deps;
  const { letter } = await getKnownLetter(pool, reader, letterId);
  const task = getOpenTask(letter, body.taskId);
  assertAllowed(reader, 'task.act', { letter, task });
  const post = findTaskPost(reader, letter, task);
  if (post === null) throw new DomainError('FORBIDDEN');
  if (task.kind !== 'draft') throw new DomainError('TASK_NOT_OPEN', { taskId: body.taskId });
  const text = await toText(deps, letter, body.text);
  const documents = body.documents ?? [];
  await assertUsable(deps, { documents, personId: reader.personId, letterId });
  const at = now().toISOString();
  const by = { personId: reader.personId, postId: post.postId };
  const removedDocuments = body.removedDocuments ?? [];
  await withTransaction(pool, (tx) => saveDraft(tx, { letterId, taskId: body.taskId, rev: body.rev, text, documents, removedDocuments, at, by }));
  return { letterId, savedAt: at };
}
