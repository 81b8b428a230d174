import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { UPLOAD_MAX_BYTES } from '#domain/contracts/documents';

const flag = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');
const wholeNumber = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum);
const httpUrl = z.url({ protocol: /^https?$/ });

/** Everything that the environment may say. Empty means not set. */
const environmentSchema = z
  .object({
    NODE_ENV: z.string().default('development'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    DATA_DIR: z.string().default('.saraban'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL: wholeNumber(2, 500).default(20),
    TEMPORAL_ADDRESS: z.string().regex(/^[^\s:]+:\d+$/, 'must be host:port').default('127.0.0.1:7233'),
    TEMPORAL_NAMESPACE: z.string().min(1).default('saraban'),
    TEMPORAL_TLS_CA: z.string().optional(),
    TEMPORAL_TLS_CERT: z.string().optional(),
    TEMPORAL_TLS_KEY: z.string().optional(),
    S3_ENDPOINT: httpUrl.optional(),
    S3_BUCKET: z.string().min(3).optional(),
    S3_ACCESS_KEY: z.string().min(1).optional(),
    S3_SECRET_KEY: z.string().min(1).optional(),
    S3_REGION: z.string().default('us-east-1'),
    HOST: z.string().default('127.0.0.1'),
    /** 0: whichever the system gives; the process says which. */
    PORT: wholeNumber(0, 65_535).default(8080),
    WORKER_METRICS_PORT: wholeNumber(0, 65_535).default(0),
    PUBLIC_URL: httpUrl.optional(),
    TRUST_PROXY: flag.default(false),
    CODEC_KEYS_FILE: z.string().optional(),
    AUDIT_KEY_FILE: z.string().optional(),
    UPLOAD_MAX_BYTES: wholeNumber(1, 5 * 1024 ** 3).default(UPLOAD_MAX_BYTES),
    SESSION_IDLE_MINUTES: wholeNumber(1, 1_440).default(60),
    SESSION_MAX_HOURS: wholeNumber(1, 168).default(12),
    ACT_TIMEOUT_MS: wholeNumber(100, 60_000).default(6_000),
    SMTP_URL: z.string().regex(/^smtps?:\/\/\S+$/, 'must be smtp://… or smtps://…').optional(),
    SMTP_FROM: z.string().regex(/^[^<>]*<?[^\s@<>"]+@[^\s@<>"]+>?$/, 'must be an e-mail address').optional(),
    DEMO: flag.default(false),
    DEMO_PASSWORD: z.string().min(8).default('saraban-demo'),
  })
  .superRefine((env, context) => {
    const s3 = { S3_ENDPOINT: env.S3_ENDPOINT, S3_BUCKET: env.S3_BUCKET, S3_ACCESS_KEY: env.S3_ACCESS_KEY, S3_SECRET_KEY: env.S3_SECRET_KEY };
    requireAllOrNone(s3, context);
    requireAllOrNone({ SMTP_URL: env.SMTP_URL, SMTP_FROM: env.SMTP_FROM }, context);
    requireAllOrNone({ TEMPORAL_TLS_CERT: env.TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY: env.TEMPORAL_TLS_KEY }, context);
  });

export type S3Config = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
};

/** Mail server of the operator, with name and password in its address where it asks for them, and whom mails come from. */
export type SmtpConfig = { readonly url: string; readonly from: string };

export type TemporalConfig = {
  readonly address: string;
  readonly namespace: string;
  /** Contents of PEM files; null: plain. */
  readonly tls: { readonly ca: Buffer | null; readonly pair: { readonly cert: Buffer; readonly key: Buffer } | null } | null;
};

/** Settings of one process. `files.s3` null: files lie in `files.folder`. */
export type Config = {
  readonly isProduction: boolean;
  readonly logLevel: string;
  readonly dataDir: string;
  readonly database: { readonly url: string; readonly poolSize: number };
  readonly temporal: TemporalConfig;
  readonly files: { readonly folder: string; readonly s3: S3Config | null; readonly maxBytes: number };
  readonly codecKeysFile: string;
  /** Private key that signs the audit trail. */
  readonly auditKeyFile: string;
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl: string; readonly trustProxy: boolean };
  /** Where the worker serves its metrics; 0: nowhere. */
  readonly workerMetricsPort: number;
  readonly session: { readonly idleMs: number; readonly maxMs: number };
  readonly actTimeoutMs: number;
  /** Null: no e-mail is sent. */
  readonly smtp: SmtpConfig | null;
  readonly demo: { readonly isOn: boolean; readonly password: string };
};

/** The environment is wrong: `message` has one line per variable, without values (they may be secrets). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the settings from environment variables. Throws `ConfigError` that names every variable that is missing or wrong. */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${given[String(issue.path[0])] === undefined ? 'is not set' : issue.message}`);
    throw new ConfigError(`The environment is not right:\n${lines.join('\n')}`);
  }
  return toConfig(parsed.data);
}

function toConfig(env: z.output<typeof environmentSchema>): Config {
  const dataDir = resolve(env.DATA_DIR);
  return {
    isProduction: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL,
    dataDir,
    database: { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL },
    temporal: { address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE, tls: readTls(env) },
    files: { folder: join(dataDir, 'files'), s3: toS3(env), maxBytes: env.UPLOAD_MAX_BYTES },
    codecKeysFile: env.CODEC_KEYS_FILE ?? join(dataDir, 'secrets', 'codec-keys.json'),
    auditKeyFile: env.AUDIT_KEY_FILE ?? join(dataDir, 'secrets', 'audit-key.pem'),
    http: { host: env.HOST, port: env.PORT, publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`, trustProxy: env.TRUST_PROXY },
    workerMetricsPort: env.WORKER_METRICS_PORT,
    session: { idleMs: env.SESSION_IDLE_MINUTES * 60_000, maxMs: env.SESSION_MAX_HOURS * 3_600_000 },
    actTimeoutMs: env.ACT_TIMEOUT_MS,
    smtp: env.SMTP_URL && env.SMTP_FROM ? { url: env.SMTP_URL, from: env.SMTP_FROM } : null,
    demo: { isOn: env.DEMO, password: env.DEMO_PASSWORD },
  };
}

function toS3(env: z.output<typeof environmentSchema>): S3Config | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, S3_REGION: region } = env;
  return endpoint && bucket && accessKey && secretKey ? { endpoint, bucket, accessKey, secretKey, region } : null;
}

function readTls(env: z.output<typeof environmentSchema>): TemporalConfig['tls'] {
  const { TEMPORAL_TLS_CA: ca, TEMPORAL_TLS_CERT: cert, TEMPORAL_TLS_KEY: key } = env;
  if (!ca && !cert) return null;
  return {
    ca: ca ? readNamed('TEMPORAL_TLS_CA', ca) : null,
    pair: cert && key ? { cert: readNamed('TEMPORAL_TLS_CERT', cert), key: readNamed('TEMPORAL_TLS_KEY', key) } : null,
  };
}

function readNamed(variable: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError(`The environment is not right:\n  ${variable}: the file cannot be read`);
  }
}

function requireAllOrNone(group: Readonly<Record<string, string | undefined>>, context: z.RefinementCtx): void {
  const missing = Object.keys(group).filter((name) => group[name] === undefined);
  if (missing.length === 0 || missing.length === Object.keys(group).length) return;
  for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: 'is not set' });
}
