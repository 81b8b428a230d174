import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { Metrics } from '#platform/metrics';
import type { ObjectStore } from '#platform/object-store/object-store';

/** Settings of the API, read from the environment by `main.ts` and chosen by tests. */
export type ApiConfig = {
  readonly version: string;
  /** A demonstration: its accounts are listed before sign-in. */
  readonly isDemo: boolean;
  readonly demoPassword: string;
  /** Served over https: cookies are `__Host-` and secure. */
  readonly isHttps: boolean;
  readonly uploadMaxBytes: number;
  /** Milliseconds without a request after which a session ends, and its longest life. */
  readonly sessionIdleMs: number;
  readonly sessionMaxMs: number;
  /** How long an act may take before it is answered with 202. */
  readonly actTimeoutMs: number;
  /** Folder of the built UI, or null. */
  readonly uiFolder: string | null;
  /** Failed sign-ins of one account, and from one address, within `windowMs`. */
  readonly loginLimit: { readonly perAccount: number; readonly perAddress: number; readonly windowMs: number };
  /** The operator has set a mail server. */
  readonly canMail: boolean;
  /** Trust `X-Forwarded-*` of a proxy in front. */
  readonly trustProxy: boolean;
  /** Pause between two heartbeats of an event stream. */
  readonly heartbeatMs: number;
};

export type ApiLog = {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
};

/** What the API is made of. The clock is passed in so that tests may move it. */
export type ApiDeps = {
  readonly pool: Pool;
  readonly temporal: Client;
  readonly files: ObjectStore;
  readonly config: ApiConfig;
  readonly log: ApiLog;
  readonly metrics: Metrics;
  readonly now: () => Date;
};
