import { createMetrics } from './metrics';

test('counts and watched numbers are told with the part they belong to', async () => {
  const metrics = createMetrics('api');
  metrics.acts.observe({ kind: 'approve', result: 'done' }, 0.02);
  metrics.watch('saraban_pending_commands', 'Commands without an answer', async () => 3);
  const text = await metrics.registry.metrics();
  expect(text).toContain('saraban_act_seconds_count{part="api",kind="approve",result="done"} 1');
  expect(text).toContain('saraban_pending_commands{part="api"} 3');
});

test('a number that cannot be read does not hide the others', async () => {
  const metrics = createMetrics('worker');
  metrics.watch('saraban_pending_commands', 'Commands without an answer', () => Promise.reject(new Error('database down')));
  metrics.commits.observe({ answer: 'applied' }, 0.01);
  const text = await metrics.registry.metrics();
  expect(text).toContain('saraban_pending_commands{part="worker"} Nan');
  expect(text).toContain('saraban_commit_seconds_count');
});
