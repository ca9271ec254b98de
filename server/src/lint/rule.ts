import type { Span } from '../base/span.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { EditTarget } from '../edit/target.ts';
import type { PolicyKind } from '../policy/kind.ts';
import type { Policy } from '../policy/policy.ts';
import type { TemplateView } from '../role/template-view.ts';
import type { Format, FragmentTree } from '../syntax/fragment.ts';
import type { Node } from '../syntax/node.ts';
import type { Fix, RelatedPlace, Severity } from './finding.ts';
import type { KnownOrganizations } from './known-organizations.ts';
import type { NestedModel } from './model.ts';
import type { Needs } from './needs.ts';
import type { WorkspaceCheck } from './workspace-rule.ts';

/**
 * What a rule may read, which is also what makes it run again:
 * `fragment`  one fragment's tree: run when its text changes;
 * `policy`    one policy document: the same;
 * `template`  one policy document and the summaries of the template's other fragments: run also when one of those changes;
 * `resource`  one fragment with all its policies and those summaries: the same. For what no single document shows;
 * `workspace` the graph of all files: run when a summary of one of them changes.
 */
export type Scope = 'fragment' | 'policy' | 'template' | 'resource' | 'workspace';

/** A rule as one declarative value. Settings, pages, tests' presence and the command line derive from it. */
export interface Rule {
  /** Names the bad pattern, so that "allow <id>" reads well. */
  readonly id: string;
  /** One sentence without a full stop, for lists. */
  readonly summary: string;
  /** The default, and the gravest that the rule gives by itself. */
  readonly severity: Severity;
  /** Severities that the rule gives where less is established; shown in lists. */
  readonly lesser?: readonly Severity[];
  readonly kinds: readonly PolicyKind[];
  /** Policies without it are passed over. For a rule that looks at one policy at a time. */
  readonly needs?: Needs;
  /** Rules whose findings in the very same place say less of the same mistake, and are left out. */
  readonly supersedes?: readonly string[];
  readonly check: Check;
}

export type Check =
  | { readonly scope: 'fragment'; readonly run: (context: FragmentContext) => void }
  | { readonly scope: 'policy'; readonly run: (policy: Policy, context: PolicyContext) => void }
  | { readonly scope: 'template'; readonly run: (policy: Policy, context: TemplateContext) => void }
  | { readonly scope: 'resource'; readonly run: (context: ResourceContext) => void }
  /** `needsAll`: it tells of what is not in the workspace, and is not run where files of it were not read. */
  | { readonly scope: 'workspace'; readonly needsAll?: true; readonly run: WorkspaceCheck }
  /** Not run on policies: what becomes of findings that are to be suppressed, and the configuration itself. */
  | { readonly scope: 'acceptance' | 'configuration' };

export interface FragmentContext {
  readonly tree: FragmentTree;
  readonly policies: readonly Policy[];
  readonly format: Format;
  /** The fragment's text, for fixes. */
  readonly text: string;
  readonly inTemplate: boolean;
  /** The editor shows what is malformed in the file's own text: report only what is malformed in strings inside it. */
  readonly editorReportsSyntax: boolean;
  readonly organizations: KnownOrganizations;
  /** Undefined where it was not given: what rests on it is not checked then. */
  readonly iamData: IamData | undefined;
  readonly report: (report: Report) => void;
}

export interface PolicyContext extends FragmentContext {
  /** Where fixes for this policy write. */
  readonly target: EditTarget;
}

export interface TemplateContext extends PolicyContext {
  readonly template: TemplateView;
}

export interface ResourceContext extends FragmentContext {
  readonly template: TemplateView;
  /** The resources of templates that the resource holds as strings. */
  readonly nested: readonly NestedModel[];
  /** Where fixes for the resource itself write. */
  readonly target: EditTarget;
  /** Where fixes for one of its policies write. */
  readonly targetOf: (policy: Policy) => EditTarget;
}

export interface Report {
  readonly at: Node | Span;
  readonly message: string;
  /** Where it differs from the rule's default. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  readonly unnecessary?: boolean;
}

/** Checks the shape of a rule when the module is loaded: a wrong id is a bug of ours. */
export function defineRule(rule: Rule): Rule {
  if (!/^[a-z]+(-[a-z]+)*$/.test(rule.id)) throw new Error(`rule id: ${rule.id}`);
  return rule;
}
