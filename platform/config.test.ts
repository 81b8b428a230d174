import { ConfigError, loadConfig } from './config';

const DATABASE_URL = 'postgresql://saraban:secret@127.0.0.1:5432/saraban';

const errorOf = (env: Record<string, string>): string => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the environment was accepted');
};

test('a database address is enough', () => {
  const config = loadConfig({ DATABASE_URL });
  expect(config).toMatchObject({
    database: { url: DATABASE_URL },
    temporal: { address: '127.0.0.1:7233', namespace: 'saraban', tls: null },
    files: { s3: null, maxBytes: 52_428_800 },
    http: { port: 8080, publicUrl: 'http://localhost:8080' },
    demo: { isOn: false },
  });
});

test('every wrong variable is named in one answer, without its value', () => {
  const message = errorOf({ DATABASE_URL: 'mysql://secret@host/x', PORT: '99999', DEMO: 'maybe' });
  expect(message).toContain('DATABASE_URL:');
  expect(message).toContain('PORT:');
  expect(message).toContain('DEMO:');
  expect(message).not.toContain('secret');
});

test('a missing database address is said to be missing', () => {
  expect(errorOf({})).toContain('DATABASE_URL: is not set');
});

test('an empty variable counts as not set', () => {
  expect(loadConfig({ DATABASE_URL, PORT: '', S3_ENDPOINT: ' ' }).http.port).toBe(8080);
});

test('port 0 leaves the choice to the system', () => {
  expect(loadConfig({ DATABASE_URL, PORT: '0' }).http.port).toBe(0);
});

test('half an S3 account is refused, naming the missing half', () => {
  const message = errorOf({ DATABASE_URL, S3_ENDPOINT: 'http://127.0.0.1:9000', S3_BUCKET: 'saraban' });
  expect(message).toContain('S3_ACCESS_KEY: is not set');
  expect(message).toContain('S3_SECRET_KEY: is not set');
});

test('a whole S3 account is taken', () => {
  const env = { DATABASE_URL, S3_ENDPOINT: 'http://127.0.0.1:9000', S3_BUCKET: 'saraban', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' };
  expect(loadConfig(env).files.s3).toEqual({ endpoint: 'http://127.0.0.1:9000', bucket: 'saraban', accessKey: 'a', secretKey: 'b', region: 'us-east-1' });
});

test('a mail server is taken with whom its mails come from, or refused by the name of what is missing', () => {
  expect(loadConfig({ DATABASE_URL }).smtp).toBeNull();
  expect(loadConfig({ DATABASE_URL, SMTP_URL: 'smtps://name:word@mail.moi.go.th', SMTP_FROM: 'สารบรรณ <saraban@moi.go.th>' }).smtp).toEqual({ url: 'smtps://name:word@mail.moi.go.th', from: 'สารบรรณ <saraban@moi.go.th>' });
  expect(errorOf({ DATABASE_URL, SMTP_URL: 'smtp://name:word@mail.moi.go.th' })).toContain('SMTP_FROM: is not set');
  const message = errorOf({ DATABASE_URL, SMTP_URL: 'http://name:word@mail.moi.go.th', SMTP_FROM: 'saraban@moi.go.th' });
  expect(message).toContain('SMTP_URL: must be smtp');
  expect(message).not.toContain('word@');
});
