import { isDeeperThan } from './json-depth';

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);

test.each([[0, 0, false], [3, 3, false], [4, 3, true], [100_000, 64, true]])('%i levels are more than %i: %s', (depth, levels, expected) => {
  expect(isDeeperThan(nested(depth), levels)).toBe(expected);
});
test('bytes have no levels, and nothing has none', () => {
  expect(isDeeperThan({ file: new Uint8Array(10) }, 1)).toBe(false);
  expect(isDeeperThan(null, 0)).toBe(false);
});

test('a stream, which leads back to itself, is not walked', () => {
  class Stream {
    readonly others: Stream[] = [this, this, this];
  }
  expect(isDeeperThan(new Stream(), 64)).toBe(false);
  expect(isDeeperThan({ body: new Stream() }, 64)).toBe(false);
});
