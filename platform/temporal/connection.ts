import { Client, Connection, type TLSConfig } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { TemporalConfig } from '../config';

/** TLS settings as clients and workers take them; undefined: plain. */
export function toTls({ tls }: TemporalConfig): TLSConfig | undefined {
  if (tls === null) return undefined;
  return {
    ...(tls.ca === null ? {} : { serverRootCACertificate: tls.ca }),
    ...(tls.pair === null ? {} : { clientCertPair: { crt: tls.pair.cert, key: tls.pair.key } }),
  };
}

/** A connection that is made at the first call, and again by itself when the server comes back. Close it at the end. */
export function connectLazily(config: TemporalConfig): Connection {
  const tls = toTls(config);
  return Connection.lazy({ address: config.address, ...(tls === undefined ? {} : { tls }) });
}

/** A client for the namespace of the settings. */
export function createTemporalClient({ connection, config, dataConverter }: { connection: Connection; config: TemporalConfig; dataConverter: DataConverter }): Client {
  return new Client({ connection, namespace: config.namespace, dataConverter });
}
