import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { applyHint } from './live-updates';

test('what is under way when the stream begins is not given up, and asked for once more when it has come', async () => {
  const queryClient = new QueryClient();
  const signals: AbortSignal[] = [];
  let answer: (text: string) => void = () => undefined;
  const ask = ({ signal }: { readonly signal: AbortSignal }): Promise<string> => {
    signals.push(signal);
    return new Promise((resolve) => (answer = resolve));
  };
  const stop = new QueryObserver(queryClient, { queryKey: ['inbox'], queryFn: ask }).subscribe(() => undefined);
  applyHint(queryClient, { topic: 'resync', letterId: null, at: '' });
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  answer('first');
  await new Promise((resolve) => setTimeout(resolve));
  expect(queryClient.getQueryData(['inbox'])).toBe('first');
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  answer('second');
  await new Promise((resolve) => setTimeout(resolve));
  expect(queryClient.getQueryData(['inbox'])).toBe('second');
  stop();
});

test('where nothing is under way everything is asked for at once', () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(['inbox'], 'old');
  applyHint(queryClient, { topic: 'resync', letterId: null, at: '' });
  expect(queryClient.getQueryState(['inbox'])?.isInvalidated).toBe(true);
});
