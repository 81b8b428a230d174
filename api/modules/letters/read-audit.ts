import { neededRank, type LetterFacts } from '#domain/access/read';
import { sessionChain } from '#domain/audit/chain';
import { withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import type { Reader } from '#db/repositories/readers';
import type { SessionRow } from '#db/repositories/sessions';
import type { ApiDeps } from '../../deps';

export type ReadKind = 'letter.read' | 'letter.refused' | 'document.read' | 'document.refused';
type Read = {
  readonly letter: LetterFacts & { readonly id: string };
  readonly reader: Reader;
  readonly session: SessionRow;
  readonly kind: ReadKind;
  readonly documentId?: string;
};

/** Reading a classified letter, and being refused it, are events of the reader's session; ordinary letters leave none. */
export async function recordRead({ pool, now }: Pick<ApiDeps, 'pool' | 'now'>, { letter, reader, session, kind, documentId }: Read): Promise<void> {
  if (neededRank(letter) === 0) return;
  await withTransaction(pool, (tx) =>
    recordAudit(tx, {
      chain: sessionChain(session.id), officeId: letter.officeId, kind, at: now().toISOString(), personId: reader.personId, postId: null,
      data: { letterId: letter.id, ...(documentId === undefined ? {} : { documentId }) },
    }));
}
