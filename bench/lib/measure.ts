import { performance } from 'node:perf_hooks';

/** One printed row. Times are milliseconds; `cpuMsPerOp` is the CPU of the measured parts, `client` CPU is stated apart. */
export type Row = {
  readonly bench: string;
  readonly case: string;
  readonly clients: number;
  readonly n: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpuMsPerOp: number | null;
  /** The same by part of the product; absent where it was not asked for. */
  readonly cpuMsByPart?: { readonly [part: string]: number };
  readonly unit: 'ms';
  readonly at: string;
};

/** CPU that a case took, in ms: of the whole product, and of each of its parts. */
export type Cpu = { readonly total: number; readonly parts: { readonly [part: string]: number } };

/** What a loop saw: each operation's duration in ms, and how long the whole took in seconds. */
export type Sample = { readonly durations: readonly number[]; readonly seconds: number };

/** Value below which `share` (0–1) of the durations lie; nearest rank. */
export function percentile(durations: readonly number[], share: number): number {
  if (durations.length === 0) return Number.NaN;
  const sorted = durations.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** Closed loop: each of `clients` starts its next operation when its last one has ended, until `n` have been done. */
export async function runClosedLoop(args: {
  clients: number;
  n: number;
  operation: (index: number, client: number) => Promise<void>;
}): Promise<Sample> {
  const durations: number[] = [];
  let next = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: args.clients }, async (_unused, client) => {
      for (let index = next++; index < args.n; index = next++) {
        const before = performance.now();
        await args.operation(index, client);
        durations.push(performance.now() - before);
      }
    }),
  );
  return { durations, seconds: (performance.now() - begin) / 1000 };
}

/**
 * Open loop: an operation starts every 1/`perSecond` s whether or not earlier ones have ended; durations count from the
 * planned start, so that a stall is not hidden by the arrivals that it would have delayed.
 */
export async function runOpenLoop(args: {
  perSecond: number;
  n: number;
  operation: (index: number) => Promise<void>;
}): Promise<Sample> {
  const durations: number[] = [];
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: args.n }, async (_unused, index) => {
      const planned = begin + (index * 1000) / args.perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, planned - performance.now())));
      await args.operation(index);
      durations.push(performance.now() - planned);
    }),
  );
  return { durations, seconds: (performance.now() - begin) / 1000 };
}

const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** A row from a sample. `now` is the instant printed with it. */
export function toRow(args: {
  bench: string;
  case: string;
  clients: number;
  sample: Sample;
  cpu: Cpu | null;
  now: Date;
}): Row {
  const { durations, seconds } = args.sample;
  const perOperation = (ms: number): number => round(ms / Math.max(1, durations.length));
  return {
    bench: args.bench,
    case: args.case,
    clients: args.clients,
    n: durations.length,
    perSecond: round(durations.length / seconds),
    p50: round(percentile(durations, 0.5)),
    p95: round(percentile(durations, 0.95)),
    p99: round(percentile(durations, 0.99)),
    cpuMsPerOp: args.cpu === null ? null : perOperation(args.cpu.total),
    ...(args.cpu === null ? {} : { cpuMsByPart: Object.fromEntries(Object.entries(args.cpu.parts).map(([part, ms]) => [part, perOperation(ms)])) }),
    unit: 'ms',
    at: args.now.toISOString(),
  };
}

const toParts = ({ cpuMsByPart = {} }: Row): string => Object.entries(cpuMsByPart).map(([part, ms]) => `${part} ${ms}`).join(', ');

/** The rows as a table for people, after the JSON lines. */
export function toTable(rows: readonly Row[]): string {
  const head = ['bench', 'case', 'clients', 'n', 'per second', 'p50', 'p95', 'p99', 'CPU ms/op', 'of it'];
  const cells = rows.map((row) =>
    [row.bench, row.case, row.clients, row.n, row.perSecond, row.p50, row.p95, row.p99, row.cpuMsPerOp ?? '–', toParts(row)].map(String),
  );
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)));
  const line = (values: readonly string[]): string => values.map((value, column) => value.padEnd(widths[column] ?? 0)).join('  ');
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}
