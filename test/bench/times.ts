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

/** What one bare `yaml` parse takes of the processor. */
export function parseCpuTime(text: string): number {
  const started = cpuTime();
  parseDocument(text);
  return cpuTime() - started;
}

/** Milliseconds that this thread has had of the processor: nothing in it is of what else the machine does. */
export function cpuTime(): number {
  const { user, system } = measured.threadCpuUsage();
  return (user + system) / 1000;
}

/** The scripts run on a newer Node.js than the product has to, of which the types are. */
const measured = process as NodeJS.Process & { readonly threadCpuUsage: () => NodeJS.CpuUsage };

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
