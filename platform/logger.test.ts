import { createLogger } from './logger';

const SUBJECT = 'ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ name: 'api', level: 'info', destination: { write: (line) => lines.push(line) } }));
  return lines.join('');
}

test.each([
  ['at the top', { subject: SUBJECT }],
  ['in a letter', { letter: { id: '1', subject: SUBJECT } }],
  ['deep in a list', { results: [{ letters: [{ body: SUBJECT }] }] }],
  ['with another spelling', { letter: { their_no: SUBJECT, 'file-name': SUBJECT } }],
])('what a letter says stays out of the log: %s', (_where, fields) => {
  const text = logged((log) => log.info(fields, 'done'));
  expect(text).not.toContain(SUBJECT);
  expect(text).toContain('[hidden]');
  expect(text).toContain('"msg":"done"');
});

test('passwords, cookies and keys stay out of the log', () => {
  const text = logged((log) => log.warn({ headers: { cookie: 'opensesame', authorization: 'opensesame' }, s3: { secretKey: 'opensesame' }, password: 'opensesame' }, 'x'));
  expect(text).not.toContain('opensesame');
});

test('the row that PostgreSQL repeats in an error stays out of the log, the error does not', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505', detail: `Key (subject)=(${SUBJECT}) already exists.` });
  const text = logged((log) => log.error({ err: error }, 'failed'));
  expect(text).not.toContain(SUBJECT);
  expect(text).toContain('23505');
  expect(text).toContain('violates unique constraint');
});

test('the cause of an error is told, hidden in the same way', () => {
  const cause = Object.assign(new Error('inner'), { note: SUBJECT });
  const text = logged((log) => log.error({ err: new Error('outer', { cause }) }, 'failed'));
  expect(text).toContain('inner');
  expect(text).not.toContain(SUBJECT);
});

test('ids and codes are kept', () => {
  expect(JSON.parse(logged((log) => log.info({ letterId: 'a1', code: 'TASK_STALE', ms: 12 }, 'act')))).toMatchObject({
    level: 'info',
    part: 'api',
    letterId: 'a1',
    code: 'TASK_STALE',
    ms: 12,
  });
});
