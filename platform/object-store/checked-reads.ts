import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { StoreLayer } from './object-store';

/**
 * Checks whole reads against the object's name: a file that has rotted, or that somebody has exchanged, ends in an error
 * instead of a finished stream. Ranges cannot be checked and pass.
 */
export const checkedReads: StoreLayer = (inner) => ({
  ...inner,
  async get(sha256, range) {
    const content = await inner.get(sha256, range);
    if (range !== undefined) return content;
    const hash = createHash('sha256');
    const checker = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
      flush(done) {
        done(hash.digest('hex') === sha256 ? null : new Error(`The stored object ${sha256} is damaged`));
      },
    });
    content.on('error', (error) => checker.destroy(error));
    checker.on('close', () => content.destroy());
    return content.pipe(checker);
  },
});
