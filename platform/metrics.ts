import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; the product aims at 30 to 100 ms for an act. */
const BUCKETS = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** What one process counts. Labels never name a letter, a person or an office. */
export type Metrics = {
  readonly registry: Registry;
  /** Seconds of HTTP requests by `method`, `route` (pattern, ids not filled in) and `status`. */
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  /** Seconds of acts by `kind` and `result` (done, rejected, pending). */
  readonly acts: Histogram<'kind' | 'result'>;
  /** Seconds of commits by `answer` (applied, refused, ahead, failed). */
  readonly commits: Histogram<'answer'>;
  /** Outbox rows done, by `kind` and `result` (sent, failed). */
  readonly effects: Counter<'kind' | 'result'>;
  /** Open event streams of browsers. */
  readonly streams: Gauge;
  /** Registers a number that is asked for when metrics are read, such as the age of the oldest pending command. */
  watch(name: string, help: string, read: () => Promise<number>): void;
};

/** A registry of its own for a part of the product (`api`, `worker`), with the process's default metrics. */
export function createMetrics(part: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ part });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({ name: 'saraban_http_request_seconds', help: 'HTTP requests', labelNames: ['method', 'route', 'status'], buckets: BUCKETS, registers }),
    acts: new Histogram({ name: 'saraban_act_seconds', help: 'Acts of people, from request to answer', labelNames: ['kind', 'result'], buckets: BUCKETS, registers }),
    commits: new Histogram({ name: 'saraban_commit_seconds', help: 'Transitions written to the database', labelNames: ['answer'], buckets: BUCKETS, registers }),
    effects: new Counter({ name: 'saraban_effects_total', help: 'Outbox rows carried out', labelNames: ['kind', 'result'], registers }),
    streams: new Gauge({ name: 'saraban_event_streams', help: 'Open event streams', registers }),
    watch(name, help, read) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers,
        async collect() {
          // A number that cannot be read shows as NaN, and does not take the other metrics with it.
          gauge.set(await read().catch(() => Number.NaN));
        },
      });
    },
  };
}
