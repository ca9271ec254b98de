/** Bundled by `rule-times.ts`: what the rules import, Node cannot load as it stands. */
import { brotliDecompressSync } from 'node:zlib';
import bytes from '../../server/src/catalog/generated/iam-data.bin';
import { openIamData } from '../../server/src/catalog/iam-data.ts';
import type { FragmentModel } from '../../server/src/lint/model.ts';
import type { Rule } from '../../server/src/lint/rule.ts';
import { type RunOptions, runLocalRules, runTemplateRules } from '../../server/src/lint/run.ts';
import { type TemplateView, viewTemplate } from '../../server/src/role/template-view.ts';
import { rules } from '../../server/src/rules/index.ts';
import { buildModel, parameterNames } from '../../server/src/service/recognise.ts';
import { readFile } from '../../server/src/syntax/read.ts';
import { exampleKnown } from '../organization/example-organization.ts';

/** Of one template, in milliseconds. */
export interface RuleRun {
  /** What all rules take together, with what runs them. */
  readonly sum: number;
  /** By rule id. What several rules share is counted for the first that asks for it. */
  readonly times: Readonly<Record<string, number>>;
  readonly findings: number;
}

const iamData = openIamData(bytes, brotliDecompressSync, new Date('2026-10-01'));

/** Runs all rules over a YAML template that was just read, as the server does when a file is opened. */
export function runRules(text: string): RuleRun {
  const { models, view } = read(text);
  const times: Record<string, number> = {};
  const options: RunOptions = {
    rules: rules.map((rule) => timed(rule, times)),
    settings: {},
    editorReportsSyntax: false,
    organizations: exampleKnown,
    iamData,
    onRuleError: (id, error) => {
      throw new Error(id, { cause: error });
    },
  };
  const started = performance.now();
  let findings = 0;
  for (const model of models) findings += runLocalRules(model, options).length;
  for (const model of models) findings += runTemplateRules(model, view, options).length;
  return { sum: performance.now() - started, times, findings };
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
    default:
      return rule;
  }
}

function read(text: string): { readonly models: readonly FragmentModel[]; readonly view: TemplateView } {
  const [document] = readFile(text, 'yaml').documents;
  if (document === undefined) throw new Error('There is no document in it.');
  const models = document.fragments.map((fragment) =>
    buildModel({ fragment, format: 'yaml', inTemplate: true, path: 'template.yaml', kind: undefined }),
  );
  const summaries = models.flatMap(({ summary }) => (summary === undefined ? [] : [summary]));
  return { models, view: viewTemplate(summaries, parameterNames(document)) };
}
