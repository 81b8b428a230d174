import { asksPassword } from './signing';

test.each([
  [{ office: null, person: null }, true],
  [{ office: null, person: false }, true],
  [{ office: 'always', person: false }, true],
  [{ office: 'always', person: null }, true],
  [{ office: 'personal', person: null }, true],
  [{ office: 'personal', person: true }, true],
  [{ office: 'personal', person: false }, false],
] as const)('with %p a signature asks for the password: %p', (settings, isAsked) => {
  expect(asksPassword(settings)).toBe(isAsked);
});
