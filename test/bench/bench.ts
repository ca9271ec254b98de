/**
 * `npm run bench [-- --json]`: how long the language server takes from a key to the diagnostics, over stdio, on
 * generated templates. The time is given as a ratio to one warm bare `yaml` parse of the same text in the same run, so
 * that machines compare; then a workspace of 2,000 roles in 400 templates: the first graph, and an edit to what is found in all
 * files. `--json` prints the figures as one JSON object.
 */
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildProduct } from '../../scripts/build/product.ts';
import { loaders, parserAlias } from '../../scripts/build/settings.ts';
import { runMain } from '../../scripts/process/failure.ts';
import { inRoot } from '../../scripts/root.ts';
import { measureCompletion } from './completion-times.ts';
import { type Figures, measure } from './measure.ts';
import type { WorkspaceFigures } from './measure-workspace.ts';
import { measureRules, type RuleFigures } from './rule-times.ts';
import { generateTemplate } from './template.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

/** No more than this is asked of `ratio`. */
const target = 2;

/** No more than this is asked of the rules' `ratio`. */
const rulesTarget = 0.3;

const sizes = { '50 KB': 50_000, '1 MB': 1_000_000 } as const;
const edits = 200;

await runMain(async () => {
  await buildProduct('release');
  const all: Record<string, Figures> = {};
  for (const [name, length] of Object.entries(sizes)) {
    const figures = await measure(generateTemplate(length), edits);
    all[name] = figures;
    if (!values.json) console.log(describe(name, figures));
  }
  const rules = await measureRules(generateTemplate(sizes['1 MB']));
  if (!values.json) console.log(describeRules(rules));
  const completion = await measureCompletion(generateTemplate(sizes['1 MB']), 12);
  if (!values.json) console.log(describeCompletion(completion));
  const { measureWorkspace } = await loadBundled<typeof import('./measure-workspace.ts')>('measure-workspace');
  const workspace = measureWorkspace(400, 5, 30);
  if (!values.json) console.log(describeWorkspace(workspace));
  const report = { version: 1, edits, target, sizes: all, rulesTarget, rules, completion, workspace };
  if (values.json) console.log(JSON.stringify(report, undefined, 2));
});

function describe(name: string, figures: Figures): string {
  const { change, parse, ratio, initialize, firstDiagnostics, peakMemory } = figures;
  return `${name}
  change to diagnostics   median ${show(change.median)}   p95 ${show(change.p95)}   (${edits} edits)
  one bare yaml parse     median ${show(parse)}
  ratio                   ${ratio.toFixed(3)}   (target ${target.toFixed(1)})
  initialize              ${show(initialize)}
  first diagnostics       ${show(firstDiagnostics)}
  peak memory             ${peakMemory === undefined ? 'not known on this system' : `${peakMemory.toFixed(0)} MB`}
`;
}

function describeRules({ rules, sum, parse, ratio, findings }: RuleFigures): string {
  const slowest = Object.entries(rules).slice(0, 10);
  const width = Math.max(...slowest.map(([id]) => id.length));
  const lines = slowest.map(([id, time]) => `  ${id.padEnd(width)}  ${(time / parse).toFixed(4)}   ${show(time)}`);
  return `Rules, 1 MB, as shares of one bare yaml parse (${show(parse)})
${lines.join('\n')}
  ${'sum of all'.padEnd(width)}  ${ratio.toFixed(4)}   ${show(sum)}   (target ${rulesTarget.toFixed(1)}; ${findings} findings)
`;
}

function describeCompletion({ first, later, ratio }: Awaited<ReturnType<typeof measureCompletion>>): string {
  return `Completion, 1 MB, behind a key and the check that it starts
  first ${show(first)}   median ${show(later.median)}   p95 ${show(later.p95)}   p95 as a share of one bare yaml parse ${ratio.toFixed(3)}
`;
}

function describeWorkspace({ templates, roles, hops, parse, first, graph, edit, ratios }: WorkspaceFigures): string {
  return `${roles} roles in ${templates} templates, ${hops} hops
  first graph             ${show(first)}   (${show(graph)} of it after reading)   ratio ${ratios.first.toFixed(3)}
  edit to findings        median ${show(edit.median)}   p95 ${show(edit.p95)}   ratio ${ratios.edit.toFixed(3)}
  bare yaml parse of all  ${show(parse)}
`;
}

/** The workspace is measured in this process: bundled as the product is. */
async function loadBundled<T>(name: string): Promise<T> {
  const outfile = inRoot(`out/bench/${name}.cjs`);
  await build({
    entryPoints: [inRoot(`test/bench/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: parserAlias,
    loader: loaders,
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile) as T;
}

function show(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
