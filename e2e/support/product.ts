/** The product that a journey goes through: one that runs already (`SARABAN_URL`), or one started as its users start it. */
import { DEMO_PASSWORD } from '#db/seeds/demo';
import { startProduct, type Product } from '../../bench/lib/product';

export type OpenProduct = {
  readonly url: string;
  readonly password: string;
  /** Null where somebody else runs it. */
  readonly product: Product | null;
  close(): Promise<void>;
};

export async function openProduct(): Promise<OpenProduct> {
  const running = process.env['SARABAN_URL'];
  if (running !== undefined) return { url: running, password: DEMO_PASSWORD, product: null, close: async () => undefined };
  const product = await startProduct({ args: ['--no-build', '--shards', '4'] });
  return { url: product.running().url, password: DEMO_PASSWORD, product, close: () => product.stop() };
}
