/** Reads letters anew for finding: files first, each once, then what the letters are found by. Stopped anywhere, it goes on where it was. */
import type { Pool } from 'pg';
import { withTransaction } from '#db/client';
import { listFindableEarlier } from '#db/repositories/earlier-entries';
import { dropDue, listDue, listFindable, listUnreadFiles, saveDocumentText, writeSearchDocuments } from '#db/repositories/search-index';
import { toSearchDocument } from '#domain/search/document';
import { createWordReader } from '#domain/search/keys';

export type SearchReaderDeps = {
  readonly pool: Pool;
  /** Text of a stored PDF; empty where it has none or cannot be read. Throws only where the store does not answer. */
  readonly readFile: (file: { readonly sha256: string; readonly sizeBytes: number }) => Promise<string>;
};

/** Reads up to `limit` of what waits and answers how much that was. One reader at a time: an older reading must not overwrite a newer. */
export function createSearchReader({ pool, readFile }: SearchReaderDeps): (limit: number) => Promise<number> {
  const wordsOf = createWordReader();
  return async (limit) => {
    const { ids, letterIds } = await listDue(pool, limit);
    if (ids.length === 0) return 0;
    for (const { documentId, letterId, ...file } of await listUnreadFiles(pool, letterIds)) {
      await saveDocumentText(pool, { documentId, letterId, text: await readFile(file) });
    }
    const letters = [...(await listFindable(pool, letterIds)), ...(await listFindableEarlier(pool, letterIds))];
    const documents = letters.map((letter) => ({ ...toSearchDocument(letter, wordsOf), id: letter.id, bookIds: letter.bookIds }));
    await withTransaction(pool, async (tx) => {
      await writeSearchDocuments(tx, documents);
      await dropDue(tx, ids);
    });
    return ids.length;
  };
}
