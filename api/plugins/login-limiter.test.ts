import { createLoginLimiter } from './login-limiter';

const limit = { perAccount: 3, perAddress: 5, windowMs: 60_000 };
const at = (now: number, login = 'clerk', address = '10.0.0.1') => ({ login, address, now });

test('an account is closed after its failures and opens again when the window has passed', () => {
  const limiter = createLoginLimiter(limit);
  for (let i = 0; i < 3; i += 1) {
    expect(limiter.waitMs(at(i))).toBe(0);
    limiter.failed(at(i));
  }
  expect(limiter.waitMs(at(1_000))).toBe(59_000);
  expect(limiter.waitMs(at(1_000, 'CLERK'))).toBe(59_000);
  expect(limiter.waitMs(at(1_000, 'other'))).toBe(0);
  expect(limiter.waitMs(at(60_000))).toBe(0);
});

test('an address that tries many accounts is closed for all of them', () => {
  const limiter = createLoginLimiter(limit);
  for (let i = 0; i < 5; i += 1) limiter.failed(at(0, `guess-${i}`));
  expect(limiter.waitMs(at(1, 'untouched'))).toBeGreaterThan(0);
  expect(limiter.waitMs(at(1, 'untouched', '10.0.0.2'))).toBe(0);
});

test('signing in forgets the failures of the account', () => {
  const limiter = createLoginLimiter(limit);
  limiter.failed(at(0));
  limiter.failed(at(0));
  limiter.succeeded({ login: 'clerk' });
  limiter.failed(at(1));
  expect(limiter.waitMs(at(2))).toBe(0);
});
