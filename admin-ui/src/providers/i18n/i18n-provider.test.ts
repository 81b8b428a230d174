import { createI18nProvider } from './i18n-provider';

test('values take their places, singular and plural are told apart, and a key without a text shows itself', async () => {
  const provider = createI18nProvider();
  expect(provider.translate('state.requestId', { id: 'abc' })).toBe('หมายเลขคำขอ abc');
  expect(provider.translate('no.such.key')).toBe('no.such.key');
  expect(provider.translate('no.such.key', { _: 'in place of it' })).toBe('in place of it');
  await provider.changeLocale('en');
  expect(provider.getLocale()).toBe('en');
  expect(provider.translate('when.left.days', { smart_count: 1, n: 1 })).toBe('1 day left');
  expect(provider.translate('when.left.days', { smart_count: 3, n: 3 })).toBe('3 days left');
});

test('what a value holds is never taken for a place of its own', () => {
  expect(createI18nProvider().translate('state.requestId', { id: '%{id} $& $1' })).toBe('หมายเลขคำขอ %{id} $& $1');
});
