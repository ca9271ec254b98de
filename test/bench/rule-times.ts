import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { loaders, parserAlias } from '../../scripts/build/settings.ts';
import { Failure } from '../../scripts/process/failure.ts';
import { inRoot, root } from '../../scripts/root.ts';
import { parseCpuTime } from './times.ts';

/** What the rules take for one template; times in milliseconds, each the least of several runs. */
export interface RuleFigures {
  readonly characters: number;
  readonly findings: number;
  /** One warm bare `yaml` parse of the same text in this process. */
  readonly parse: number;
  /** By rule id, the slowest first. */
  readonly rules: Readonly<Record<string, number>>;
  /** All rules together, with what runs them. */
  readonly sum: number;
  /** `sum` as a multiple of `parse`. */
  readonly ratio: number;
}

const warmUps = 3;
const runs = 9;

/**
 * Runs the rules over a template again and again, each time over trees and policies that no rule has seen. Parses in
 * turn with them, so that what else the machine does bears on both.
 */
export async function measureRules(text: string): Promise<RuleFigures> {
  const { timeAll, timeEach } = await loadRun();
  const run = () => ({ all: timeAll(text), each: timeEach(text), parse: parseCpuTime(text) });
  for (let index = 0; index < warmUps; index++) run();
  const measured = Array.from({ length: runs }, run);
  const [first] = measured;
  if (first === undefined) throw new Failure('Nothing was measured.');
  // Whatever disturbs a run makes it longer.
  const least = (timeOf: (each: (typeof measured)[number]) => number) => Math.min(...measured.map(timeOf));
  const ids = Object.keys(first.each);
  const byRule = ids.map((id) => [id, least(({ each }) => each[id] ?? Number.NaN)] as const);
  const sum = least(({ all }) => all.time);
  const parse = least((each) => each.parse);
  return {
    characters: text.length,
    findings: first.all.findings,
    parse,
    rules: Object.fromEntries(byRule.toSorted(([, a], [, b]) => b - a)),
    sum,
    ratio: sum / parse,
  };
}

async function loadRun(): Promise<typeof import('./run-rules.ts')> {
  const outfile = inRoot(`out/run-rules-${process.pid}.cjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/run-rules.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: parserAlias,
    loader: loaders,
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
