/** The printed sheet of a block that is kept for the hours in which the system is down. */
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { blockParamsSchema } from '#domain/contracts/number-blocks';
import { DomainError } from '#domain/errors';
import { isReceiving } from '#domain/numbering/register-row';
import { bangkokDate, formatDate, formatTime } from '#domain/thai/dates';
import { listBlocks } from '#db/repositories/number-blocks';
import type { Reader } from '#db/repositories/readers';
import { renderOutageSheet } from '#platform/pdf/outage-sheet';
import type { ApiDeps } from '../../deps';
import { openBook } from './books.service';
import { assertTakes } from './take.rights';

type Asked = z.output<typeof blockParamsSchema> & { readonly reply: FastifyReply };

/**
 * Numbers that are still free, each on a line to be written beside.
 * @throws DomainError NOT_FOUND also for a block that is no such sheet, FORBIDDEN, NUMBER_NOT_RESERVED where none is left
 */
export async function sendOutageSheet(deps: Pick<ApiDeps, 'pool' | 'now'>, reader: Reader, { bookId, yearBe, blockId, reply }: Asked): Promise<FastifyReply> {
  const book = await openBook(deps, reader, { bookId, yearBe });
  assertTakes(deps, reader, book);
  const at = deps.now().toISOString();
  const { items } = await listBlocks(deps.pool, { book, yearBe, reader, day: bangkokDate(at), openOnly: false, limit: 1, after: null, blockId });
  const block = items.find(({ kind }) => kind === 'outage');
  if (block === undefined) throw new DomainError('NOT_FOUND', { blockId });
  const free = block.numbers.filter(({ status, isKept }) => status === 'reserved' && !isKept);
  if (free.length === 0) throw new DomainError('NUMBER_NOT_RESERVED', { blockId });
  const { pdf } = await renderOutageSheet({
    book: book.name.th, office: book.unit === null ? book.office.name.th : `${book.unit.name.th} ${book.office.name.th}`,
    span: `ปี พ.ศ. ${yearBe} ใช้ได้ถึง ${formatDate(block.untilDay, 'letter')}`, isReceiving: isReceiving(book.kind), numbers: free.map(({ printed }) => byHand(printed)),
    made: `ออกใบเมื่อ ${formatDate(bangkokDate(block.madeAt), 'register')} ${formatTime(block.madeAt)}`, madeAt: at,
  });
  return reply.type('application/pdf').header('cache-control', 'private, no-store').header('content-disposition', `inline; filename="outage-${block.firstNo}-${block.lastNo}.pdf"`).send(Buffer.from(pdf));
}

/** The code before the stroke is that of the unit that owns the letter: whoever writes fills it in. */
const byHand = (printed: string): string => (/^\D.*\//.test(printed) ? `…………${printed.slice(printed.lastIndexOf('/'))}` : printed);
