/** Bundled by `rule-times.ts`: what the rules import, Node cannot load as it stands. */
import { brotliDecompressSync } from 'node:zlib';
import bytes from '../../server/src/catalog/generated/iam-data.bin';
import { openIamData } from '../../server/src/catalog/iam-data.ts';
import type { FragmentModel } from '../../server/src/lint/model.ts';
import type { Rule } from '../../server/src/lint/rule.ts';
import { type RunOptions, runLocalRules, runTemplateRules } from '../../server/src/lint/run.ts';
import { type TemplateView, viewTemplate } from '../../server/src/role/template-view.ts';
import { rules } from '../../server/src/rules/index.ts';
import { buildModel, parameterNames, resourceNames } from '../../server/src/service/recognise.ts';
import { readFile } from '../../server/src/syntax/read.ts';
import { exampleKnown } from '../organization/example-organization.ts';
import { cpuTime } from './times.ts';

const iamData = openIamData(bytes, brotliDecompressSync, new Date('2026-10-01'));

/** What all rules together take for a YAML template that was just read, with what runs them, in milliseconds of the processor. */
export function timeAll(text: string): { readonly time: number; readonly findings: number } {
  const template = read(text);
  const started = cpuTime();
  const findings = run(rules, template);
  return { time: cpuTime() - started, findings };
}

/** What each of them takes, by its id. What several rules share is counted for the first that asks for it. */
export function timeEach(text: string): Readonly<Record<string, number>> {
  const times: Record<string, number> = {};
  run(
    rules.map((rule) => timed(rule, times)),
    read(text),
  );
  return times;
}

/** Runs rules as the server does when a file is opened; answers how much they found. */
function run(each: readonly Rule[], { models, view }: Template): number {
  const options: RunOptions = {
    rules: each,
    settings: {},
    editorReportsSyntax: false,
    organizations: exampleKnown,
    iamData,
    onRuleError: (id, error) => {
      throw new Error(id, { cause: error });
    },
  };
  const local = models.map((model) => runLocalRules(model, options).length);
  const wider = models.map((model) => runTemplateRules(model, view, options).length);
  return [...local, ...wider].reduce((sum, count) => sum + count, 0);
}

/** The rule, which notes what it takes. */
function timed(rule: Rule, times: Record<string, number>): Rule {
  times[rule.id] = 0;
  const time = (run: () => void) => {
    const started = performance.now();
    run();
    times[rule.id] = (times[rule.id] ?? 0) + performance.now() - started;
  };
  const { check } = rule;
  switch (check.scope) {
    case 'fragment':
      return { ...rule, check: { scope: check.scope, run: (context) => time(() => check.run(context)) } };
    case 'policy':
      return {
        ...rule,
        check: { scope: check.scope, run: (policy, context) => time(() => check.run(policy, context)) },
      };
    case 'template':
      return {
        ...rule,
        check: { scope: check.scope, run: (policy, context) => time(() => check.run(policy, context)) },
      };
    case 'resource':
      return { ...rule, check: { scope: check.scope, run: (context) => time(() => check.run(context)) } };
    default:
      return rule;
  }
}

interface Template {
  readonly models: readonly FragmentModel[];
  readonly view: TemplateView;
}

function read(text: string): Template {
  const [document] = readFile(text, 'yaml').documents;
  if (document === undefined) throw new Error('There is no document in it.');
  const models = document.fragments.map((fragment) =>
    buildModel({ fragment, format: 'yaml', inTemplate: true, path: 'template.yaml', kind: undefined }),
  );
  const summaries = models.flatMap(({ summary }) => (summary === undefined ? [] : [summary]));
  return { models, view: viewTemplate(summaries, parameterNames(document), resourceNames(document)) };
}
