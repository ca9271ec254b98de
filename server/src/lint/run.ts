import type { Span } from '../base/span.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { EditTarget } from '../edit/target.ts';
import type { Policy } from '../policy/policy.ts';
import type { TemplateView } from '../role/template-view.ts';
import type { Node } from '../syntax/node.ts';
import type { Finding, Severity } from './finding.ts';
import type { KnownOrganizations } from './known-organizations.ts';
import type { FragmentModel, NestedModel } from './model.ts';
import type { FragmentContext, Report, Rule } from './rule.ts';

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
  return run(model, options, (rule, context) => {
    if (rule.check.scope === 'fragment') rule.check.run(context);
    else if (rule.check.scope === 'policy')
      for (const policy of policiesOf(rule, model))
        rule.check.run(policy, { ...context, target: targetOf(model, policy) });
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
  return run(model, options, (rule, context) => {
    if (rule.check.scope === 'template')
      for (const policy of policiesOf(rule, model))
        rule.check.run(policy, { ...context, target: targetOf(model, policy), template });
    else if (rule.check.scope === 'resource')
      rule.check.run({
        ...context,
        template,
        nested: model.nested,
        target: targetOf(model),
        targetOf: (policy) => targetOf(model, policy),
      });
  });
}

function run(
  model: FragmentModel,
  options: RunOptions,
  apply: (rule: Rule, context: FragmentContext) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of options.rules) {
    const setting = options.settings[rule.id];
    if (setting === 'off') continue;
    const found: Finding[] = [];
    try {
      apply(rule, {
        ...model,
        editorReportsSyntax: options.editorReportsSyntax,
        organizations: options.organizations,
        iamData: options.iamData,
        report: (report) => found.push(findingOf(rule, setting, report)),
      });
      findings.push(...distinct(found));
    } catch (error) {
      options.onRuleError(rule.id, error);
    }
  }
  return findings;
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

function policiesOf(rule: Rule, model: FragmentModel): readonly Policy[] {
  return model.policies.filter((policy) => rule.kinds.includes(policy.kind));
}

/** Where an edit of a policy, or of the resource itself, writes. */
export function targetOf(model: FragmentModel | NestedModel, policy?: Policy): EditTarget {
  const embedding = policy?.embedding ?? ('embedding' in model ? model.embedding : undefined);
  return { text: model.text, format: model.format, ...(embedding && { embedding }) };
}
