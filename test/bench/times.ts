import { parseDocument } from 'yaml';

/** Of times in milliseconds. */
export interface Distribution {
  readonly median: number;
  readonly p95: number;
}

/** How long a bare `yaml` parse of the text takes: ten times, after ten that warm the parser up. */
export function parseTimes(text: string): readonly number[] {
  return Array.from({ length: 20 }, () => parseTime(text)).slice(10);
}

/** One bare `yaml` parse. */
export function parseTime(text: string): number {
  const started = performance.now();
  parseDocument(text);
  return performance.now() - started;
}

/** Median and 95th percentile. */
export function distribution(times: readonly number[]): Distribution {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}
