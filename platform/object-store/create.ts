import { join } from 'node:path';
import type { Config } from '../config';
import { checkedReads } from './checked-reads';
import { createDiskStore } from './disk';
import type { ObjectStore, StoreLayer } from './object-store';
import { createS3Store } from './s3';

/** What is laid around every store, the innermost first. Encryption of classified files belongs here, inside the check. */
const LAYERS: readonly StoreLayer[] = [checkedReads];

/** The store that the settings name: a bucket where `S3_*` is set, else a folder. */
export function createObjectStore({ files, dataDir }: Pick<Config, 'files' | 'dataDir'>): ObjectStore {
  const store = files.s3 === null ? createDiskStore(files.folder) : createS3Store(files.s3, join(dataDir, 'spool'));
  return withLayers(store);
}

/** The store with all layers around it. */
export function withLayers(store: ObjectStore): ObjectStore {
  return LAYERS.reduce((inner, layer) => layer(inner), store);
}
