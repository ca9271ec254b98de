/**
 * `npm run bench [-- --json]`: how long the language server takes from a key to the diagnostics, over stdio, on
 * generated templates. The time is given as a ratio to one warm bare `yaml` parse of the same text in the same run, so
 * that machines compare. `--json` prints the figures as one JSON object.
 */
import { parseArgs } from 'node:util';
import { buildProduct } from '../../scripts/build/product.ts';
import { runMain } from '../../scripts/process/failure.ts';
import { measureCompletion } from './completion-times.ts';
import { type Figures, measure } from './measure.ts';
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
  const completion = await measureCompletion(generateTemplate(sizes['1 MB']), 12);
  if (values.json) {
    console.log(
      JSON.stringify({ version: 1, edits, target, sizes: all, rulesTarget, rules, completion }, undefined, 2),
    );
  } else {
    console.log(describeRules(rules));
    const { first, later, ratio } = completion;
    console.log(`Completion, 1 MB, behind a key and the check that it starts
  first ${show(first)}   median ${show(later.median)}   p95 ${show(later.p95)}   p95 as a share of one bare yaml parse ${ratio.toFixed(3)}
`);
  }
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

function show(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
