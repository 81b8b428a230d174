/** The product that a journey goes through: one that runs already (`SARABAN_URL`), or one started as its users start it. */
import { DEMO_PASSWORD } from '#db/seeds/demo';
import { startProduct, type Product } from '../../bench/lib/product';

export type OpenProduct = {
  readonly url: string;
  readonly password: string;
  /** Null where somebody else runs it. */
  readonly product: Product | null;
  /** Where somebody else runs it, it is to be told as DATABASE_URL. */
  databaseUrl(): string;
  close(): Promise<void>;
};

export async function openProduct(): Promise<OpenProduct> {
  const running = process.env['SARABAN_URL'];
  if (running !== undefined) return { url: running, password: DEMO_PASSWORD, product: null, databaseUrl: () => process.env['DATABASE_URL'] ?? '', close: async () => undefined };
  const product = await startProduct({ args: ['--no-build', '--shards', '4'] });
  return { url: product.running().url, password: DEMO_PASSWORD, product, databaseUrl: () => product.running().databaseUrl, close: () => product.stop() };
}
