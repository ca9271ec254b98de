import type { Span } from '../base/span.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { EditTarget } from '../edit/target.ts';
import { type Contents, contentsOf } from '../policy/contents.ts';
import type { Policy } from '../policy/policy.ts';
import type { TemplateView } from '../role/template-view.ts';
import type { Node } from '../syntax/node.ts';
import type { Finding, Severity } from './finding.ts';
import type { KnownOrganizations } from './known-organizations.ts';
import type { FragmentModel, NestedModel } from './model.ts';
import { type ReadyRule, readyRules } from './ready-rules.ts';
import type { FragmentContext, PolicyContext, Report, Rule } from './rule.ts';

/** Severity by rule id as the user set it. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

export interface RunOptions {
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  readonly editorReportsSyntax: boolean;
  readonly organizations: KnownOrganizations;
  readonly iamData?: IamData;
  /** A rule that throws costs its own findings only; this is told of it. */
  readonly onRuleError: (rule: string, error: unknown) => void;
}

/** Runs the rules that read nothing beyond the fragment. */
export function runLocalRules(model: FragmentModel, options: RunOptions): readonly Finding[] {
  return [
    ...runLocally(model, options),
    // No editor looks into strings.
    ...model.nested.flatMap((each) => runLocally(each, { ...options, editorReportsSyntax: false })),
  ];
}

function runLocally(model: FragmentModel, options: RunOptions): readonly Finding[] {
  const { local } = readyRules(options);
  return run(model, options, local, ({ rule: { check }, concerns }, contexts) => {
    if (check.scope === 'fragment') check.run(contexts.ofFragment);
    else if (check.scope === 'policy')
      for (const { policy, contents, context } of contexts.ofPolicies)
        if (concerns(policy, contents)) check.run(policy, context);
  });
}

/** Runs the rules that also read the summaries of the template's other resources. */
export function runTemplateRules(
  model: FragmentModel,
  template: TemplateView,
  options: RunOptions,
): readonly Finding[] {
  return [
    ...runWithView(model, template, options),
    ...model.nested.flatMap((each) => runWithView(each, each.view, options)),
  ];
}

function runWithView(model: FragmentModel, template: TemplateView, options: RunOptions): readonly Finding[] {
  const rules = readyRules(options).template;
  return run(model, options, rules, ({ rule: { check }, concerns }, { ofFragment, ofPolicies }) => {
    if (check.scope === 'template') {
      for (const { policy, contents, context } of ofPolicies)
        if (concerns(policy, contents)) check.run(policy, { ...context, template });
    } else if (check.scope === 'resource')
      check.run({
        ...ofFragment,
        template,
        nested: model.nested,
        target: targetOf(model),
        targetOf: (policy) => targetOf(model, policy),
      });
  });
}

/** What rules get of one fragment, the same for all of them. */
interface Contexts {
  readonly ofFragment: FragmentContext;
  readonly ofPolicies: readonly ContextOfPolicy[];
}

interface ContextOfPolicy {
  readonly policy: Policy;
  readonly contents: Contents;
  readonly context: PolicyContext;
}

function run(
  model: FragmentModel,
  options: RunOptions,
  rules: readonly ReadyRule[],
  apply: (ready: ReadyRule, contexts: Contexts) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  let reports: Report[] = [];
  const contexts = contextsOf(model, options, (report) => reports.push(report));
  for (const ready of rules) {
    const { rule, severity } = ready;
    if (reports.length > 0) reports = [];
    try {
      apply(ready, contexts);
      if (reports.length > 0) findings.push(...distinct(reports.map((report) => findingOf(rule, severity, report))));
    } catch (error) {
      options.onRuleError(rule.id, error);
    }
  }
  return findings;
}

function contextsOf(model: FragmentModel, options: RunOptions, report: (report: Report) => void): Contexts {
  const { editorReportsSyntax, organizations, iamData } = options;
  const ofFragment = { ...model, editorReportsSyntax, organizations, iamData, report };
  const ofPolicies = model.policies.map((policy) => ({
    policy,
    contents: contentsOf(policy),
    context: { ...ofFragment, target: targetOf(model, policy) },
  }));
  return { ofFragment, ofPolicies };
}

/** A YAML anchor that is used twice is read twice; it is found once. */
function distinct(found: readonly Finding[]): readonly Finding[] {
  if (found.length < 2) return found;
  const seen = new Set<string>();
  return found.filter(({ span, message }) => {
    const key = `${span.start}:${span.end}:${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function findingOf(rule: Rule, setting: Severity | undefined, report: Report): Finding {
  return {
    rule: rule.id,
    severity: setting ?? report.severity ?? rule.severity,
    message: report.message,
    span: spanOf(report.at),
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    ...(report.unnecessary && { unnecessary: true }),
  };
}

function spanOf(at: Node | Span): Span {
  return 'type' in at ? at.span : at;
}

/** Where an edit of a policy, or of the resource itself, writes. */
export function targetOf(model: FragmentModel | NestedModel, policy?: Policy): EditTarget {
  const embedding = policy?.embedding ?? ('embedding' in model ? model.embedding : undefined);
  return { text: model.text, format: model.format, ...(embedding && { embedding }) };
}
