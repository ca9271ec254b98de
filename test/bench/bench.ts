/**
 * `npm run bench [-- --json] [--policies FOLDER] [--peers FOLDER]`: how long the language server takes from a key to the
 * diagnostics, over stdio, on generated templates. The time is given as a ratio to one warm bare `yaml` parse of the same
 * text in the same run, so that machines compare; then a workspace of 2,000 roles in 400 templates: the first graph, and
 * an edit to what is found in all files. Then `check` over a folder of policies, its own or one that is named, and a
 * workspace of 10,000 of them. `--peers` times the language servers of others beside ours, which `npm install` has put
 * into that folder. `--json` prints the figures as one JSON object.
 */
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildProduct } from '../../scripts/build/product.ts';
import { loaders, parserAlias } from '../../scripts/build/settings.ts';
import { runMain } from '../../scripts/process/failure.ts';
import { inRoot } from '../../scripts/root.ts';
import { type CompletionFigures, measureCompletion } from './completion-times.ts';
import { type Figures, type MeasureOptions, measure, measureInitialize } from './measure.ts';
import { type CheckFigures, type IndexFigures, measureCheck, measureIndex } from './measure-files.ts';
import type { WorkspaceFigures } from './measure-workspace.ts';
import { measurePeer, peers } from './peers.ts';
import { measureRules, type RuleFigures } from './rule-times.ts';
import { generateJsonTemplate, generateTemplate } from './template.ts';
import type { Distribution } from './times.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, policies: { type: 'string' }, peers: { type: 'string' } },
});

/** No more than this is asked of the rules' `ratio`. */
const rulesTarget = 0.3;

const large = 1_000_000;
const edits = 200;

const typing = { edits, bursts: 5, growthEdits: 0 };

/** What is asked of each: milliseconds for the 95th percentile of a change, and multiples of a bare parse. */
const cases: Readonly<Record<string, MeasuredCase>> = {
  '50 KB YAML': { text: generateTemplate(50_000), ...typing, language: 'yaml', target: { p95: 16, ratio: 1 } },
  '1 MB YAML': {
    ...{ text: generateTemplate(large), ...typing, growthEdits: 1000, language: 'yaml' },
    target: { p95: 33, ratio: 0.06 },
  },
  '1 MB JSON': { text: generateJsonTemplate(large), ...typing, language: 'json', target: { p95: 33 } },
};

interface MeasuredCase extends MeasureOptions {
  readonly text: string;
  readonly target: { readonly p95: number; readonly ratio?: number };
}

await runMain(async () => {
  await buildProduct('release');
  const all: Record<string, Figures> = {};
  const others: Record<string, Distribution> = {};
  for (const [name, given] of Object.entries(cases)) {
    const figures = await measure(given.text, given);
    all[name] = figures;
    if (!values.json) console.log(describe(name, figures, given));
    if (values.peers !== undefined) await measurePeers(name, given, values.peers, others);
  }
  const initialize = await measureInitialize(10);
  if (!values.json) console.log(`initialize, cold\n  ${describeTimes(initialize)}   (target 150 ms)\n`);
  const rules = await measureRules(generateTemplate(large));
  if (!values.json) console.log(describeRules(rules));
  const completion = await measureCompletion(generateTemplate(large), 40);
  if (!values.json) console.log(describeCompletion(completion));
  const { measureWorkspace } = await loadBundled<typeof import('./measure-workspace.ts')>('measure-workspace');
  const workspace = measureWorkspace(400, 5, 30);
  if (!values.json) console.log(describeWorkspace(workspace));
  const check = measureCheck(values.policies);
  if (!values.json) console.log(describeCheck(check));
  const index = await measureIndex(10_000);
  if (!values.json) console.log(describeIndex(index));
  const figures = {
    sizes: all,
    ...(values.peers !== undefined && { peers: others }),
    initialize,
    rulesTarget,
    rules,
    completion,
    workspace,
    check,
    index,
  };
  const report = { version: 2, edits, ...figures };
  if (values.json) console.log(JSON.stringify(report, undefined, 2));
});

/** The same change in the servers of others, in the same run. */
async function measurePeers(
  name: string,
  { text, language }: MeasuredCase,
  folder: string,
  others: Record<string, Distribution>,
): Promise<void> {
  for (const peer of peers.filter((each) => each.language === language)) {
    const times = await measurePeer(peer, folder, text, 20);
    others[`${peer.name}, ${name}`] = times;
    if (!values.json) console.log(`  ${peer.name}: ${describeTimes(times)}\n`);
  }
}

function describe(name: string, figures: Figures, { target }: MeasuredCase): string {
  const { change, changeCpu, burst, parse, parseCpu, ratios, initialize, firstDiagnostics, memory } = figures;
  const { firstDiagnosticsCpu } = figures;
  const ratio = target.ratio === undefined ? '' : `, ${target.ratio} of a parse`;
  return `${name}
  change to diagnostics   ${describeTimes(change)}   (${edits} edits; target of p95 ${target.p95} ms${ratio})
  its processor time      ${changeCpu === undefined ? 'not known on this system' : describeTimes(changeCpu)}
  burst of 20 keys        ${describeTimes(burst)}   (target 50 ms)
  one bare yaml parse     median ${show(parse)}, processor time ${show(parseCpu)}
  ratios                  median ${ratios.changeMedian.toFixed(3)}   p95 ${ratios.changeP95.toFixed(3)}   first diagnostics ${ratios.firstDiagnostics.toFixed(2)} (target 1.3)
  initialize              ${show(initialize)}
  first diagnostics       ${show(firstDiagnostics)}
  its processor time      ${firstDiagnosticsCpu === undefined ? 'not known on this system' : `${show(firstDiagnosticsCpu)}   ratio ${(firstDiagnosticsCpu / parseCpu).toFixed(2)}`}
  memory                  ${memory === undefined ? 'not known on this system' : `peak ${memory.peak.toFixed(0)} MB, growth ${memory.growth.toFixed(0)} MB`}
`;
}

function describeTimes({ median, p95 }: Distribution): string {
  return `median ${show(median)}   p95 ${show(p95)}`;
}

function describeCheck({ files, characters, check, parse, ratio }: CheckFigures): string {
  return `check of ${files} policies, ${(characters / 1e6).toFixed(1)} MB
  in all                  ${show(check)}   (target 1 s)
  one jsonc-parser parse  ${show(parse)}   ratio ${ratio.toFixed(1)} (target 8)
`;
}

function describeIndex({ files, index, peakMemory }: IndexFigures): string {
  return `A workspace of ${files} policy files
  index from cold         ${show(index)}   (target 10 s)
  peak memory             ${peakMemory === undefined ? 'not known on this system' : `${peakMemory.toFixed(0)} MB   (target 400 MB)`}
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

function describeCompletion({ first, later, laterCpu, ratio }: CompletionFigures): string {
  return `Completion, 1 MB, behind a key and the check that it starts
  first ${show(first)}   median ${show(later.median)}   p95 ${show(later.p95)}   p95 as a share of one bare yaml parse ${ratio.toFixed(3)}
  its processor time      ${laterCpu === undefined ? 'not known on this system' : describeTimes(laterCpu)}
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
