import type { Span } from '../base/span.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { EditTarget } from '../edit/target.ts';
import { contentsOf } from '../policy/contents.ts';
import type { Policy } from '../policy/policy.ts';
import type { TemplateView } from '../role/template-view.ts';
import type { Node } from '../syntax/node.ts';
import type { Finding, Severity } from './finding.ts';
import type { KnownOrganizations } from './known-organizations.ts';
import type { FragmentModel, NestedModel } from './model.ts';
import { type ReadyRule, readyRules } from './ready-rules.ts';
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
  const { ofFragments, ofPolicies } = readyRules(options);
  return collect(options, (found) => {
    const context = contextOf(model, options, found);
    const text = textOf(model);
    for (const ready of ofFragments) found.attempt(ready, () => ready.check.run(context));
    for (const policy of model.policies) {
      const ofPolicy = { ...context, target: targetOf(model, policy) };
      const contents = contentsOf(policy, text);
      for (const { ready, byActions } of ofPolicies(policy, contents))
        if (byActions?.(contents) !== false) found.attempt(ready, () => ready.check.run(policy, ofPolicy));
    }
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
  const { ofTemplates, ofResources } = readyRules(options);
  return collect(options, (found) => {
    const context = { ...contextOf(model, options, found), template };
    const text = textOf(model);
    for (const policy of model.policies) {
      const ofPolicy = { ...context, target: targetOf(model, policy) };
      const contents = contentsOf(policy, text);
      for (const { ready, byActions } of ofTemplates(policy, contents))
        if (byActions?.(contents) !== false) found.attempt(ready, () => ready.check.run(policy, ofPolicy));
    }
    const ofResource = {
      ...context,
      nested: model.nested,
      target: targetOf(model),
      targetOf: (policy: Policy) => targetOf(model, policy),
    };
    for (const ready of ofResources) found.attempt(ready, () => ready.check.run(ofResource));
  });
}

/** What rules get of one fragment, the same for all of them. */
function contextOf(
  model: FragmentModel,
  { editorReportsSyntax, organizations, iamData }: RunOptions,
  { report }: Collection,
): FragmentContext {
  return { ...model, editorReportsSyntax, organizations, iamData, report };
}

interface Collection {
  readonly report: (report: Report) => void;
  /** Calls a rule, of which all is then that is reported. */
  readonly attempt: (ready: ReadyRule, run: () => void) => void;
}

/** The findings of rules that are called one by one, in the order of the rules. */
function collect(options: RunOptions, runAll: (found: Collection) => void): readonly Finding[] {
  const found = new Map<ReadyRule, Report[]>();
  const failed = new Set<ReadyRule>();
  let reports: Report[] = [];
  runAll({
    report: (report) => reports.push(report),
    attempt(ready, run) {
      try {
        if (!failed.has(ready)) run();
      } catch (error) {
        failed.add(ready);
        options.onRuleError(ready.rule.id, error);
      }
      if (reports.length === 0) return;
      found.set(ready, [...(found.get(ready) ?? []), ...reports]);
      reports = [];
    },
  });
  if (found.size === 0) return [];
  return [...found]
    .filter(([ready]) => !failed.has(ready))
    .toSorted(([one], [other]) => one.order - other.order)
    .flatMap(([{ rule, severity }, reports]) => distinct(reports.map((report) => findingOf(rule, severity, report))));
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

/** Undefined where the policies stand in a string of it. */
function textOf(model: FragmentModel | NestedModel): string | undefined {
  return 'embedding' in model ? undefined : model.text;
}

/** Where an edit of a policy, or of the resource itself, writes. */
export function targetOf(model: FragmentModel | NestedModel, policy?: Policy): EditTarget {
  const embedding = policy?.embedding ?? ('embedding' in model ? model.embedding : undefined);
  return { text: model.text, format: model.format, ...(embedding && { embedding }) };
}
