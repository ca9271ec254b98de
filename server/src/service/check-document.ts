import type { Finding } from '../lint/finding.ts';
import { noOrganizations } from '../lint/known-organizations.ts';
import type { FragmentModel } from '../lint/model.ts';
import { type RunOptions, runLocalRules, runTemplateRules } from '../lint/run.ts';
import type { ResourceSummary } from '../role/summary.ts';
import { emptyView, type TemplateView, viewTemplate } from '../role/template-view.ts';
import { rules } from '../rules/index.ts';
import type { Format, Fragment, FragmentTree, SyntaxDocument } from '../syntax/fragment.ts';
import type { AnalysisOptions } from './analysis.ts';
import { buildModel, isTemplate, parameterNames, resourceNames } from './recognise.ts';

export interface CheckRequest {
  readonly document: SyntaxDocument;
  readonly format: Format;
  readonly path: string;
  readonly options: AnalysisOptions;
  readonly onRuleError: (rule: string, error: unknown) => void;
}

/** One document with everything that was found in it. */
export interface CheckedDocument {
  readonly recognised: boolean;
  readonly inTemplate: boolean;
  readonly fragments: readonly FragmentFindings[];
  readonly view: TemplateView;
  readonly viewKey: readonly string[];
}

export interface FragmentFindings {
  /** Names the fragment within its document: its path, and its number among those of the same path. */
  readonly key: string;
  readonly fragment: Fragment;
  readonly model: FragmentModel;
  readonly local: readonly Finding[];
  readonly template: readonly Finding[];
  readonly findings: readonly Finding[];
  readonly summaryKey: string;
}

/**
 * Checks a document. A fragment that `previous` has with the same tree is not read or checked again; rules that read
 * the whole template run again only if a summary changed.
 */
export function checkDocument(request: CheckRequest, previous?: CheckedDocument): CheckedDocument {
  const { document } = request;
  const inTemplate = isTemplate(document);
  const before = new Map<FragmentTree, FragmentFindings>();
  if (previous?.inTemplate === inTemplate) for (const each of previous.fragments) before.set(each.fragment.tree, each);
  const run = runOptions(request);
  const local = keyed(document.fragments).map(({ key, fragment }) => {
    const known = before.get(fragment.tree);
    if (known !== undefined)
      return { key, fragment, known, model: known.model, local: known.local, summaryKey: known.summaryKey };
    const { format, path, options } = request;
    const model = buildModel({ fragment, format, inTemplate, path, kind: options.kind });
    const ours = inTemplate || model.policies.length > 0;
    return {
      key,
      fragment,
      known,
      model,
      local: ours ? runLocalRules(model, run) : [],
      summaryKey: JSON.stringify(model.summary) ?? '',
    };
  });
  const { view, viewKey, same } = viewOf(request, inTemplate, local, previous);
  const fragments = local.map((each): FragmentFindings => {
    const { known, ...rest } = each;
    if (known !== undefined && same) return { ...rest, template: known.template, findings: known.findings };
    const template = runTemplateRules(each.model, view, run);
    return { ...rest, template, findings: template.length === 0 ? each.local : [...each.local, ...template] };
  });
  const recognised = inTemplate || local.some((each) => each.model.policies.length > 0);
  return { recognised, inTemplate, fragments, view, viewKey };
}

function runOptions({ options, onRuleError }: CheckRequest): RunOptions {
  const { rules: settings, editorReportsSyntax = false, iamData, organizations = noOrganizations } = options;
  return {
    rules: options.withoutRules ? [] : rules,
    settings,
    editorReportsSyntax,
    organizations,
    ...(iamData && { iamData }),
    onRuleError,
  };
}

function keyed(fragments: readonly Fragment[]): readonly { key: string; fragment: Fragment }[] {
  const seen = new Map<string, number>();
  return fragments.map((fragment) => {
    const path = fragment.tree.path.join('/');
    const number = (seen.get(path) ?? 0) + 1;
    seen.set(path, number);
    return { key: number === 1 ? path : `${path}#${number}`, fragment };
  });
}

function viewOf(
  { document }: CheckRequest,
  inTemplate: boolean,
  fragments: readonly { model: FragmentModel; summaryKey: string }[],
  previous: CheckedDocument | undefined,
): { readonly view: TemplateView; readonly viewKey: readonly string[]; readonly same: boolean } {
  const parameters = parameterNames(document);
  const resources = resourceNames(document);
  const viewKey = [
    parameters.join('\n'),
    JSON.stringify(resources),
    ...fragments.map((each) => each.summaryKey).filter((key) => key !== ''),
  ];
  if (previous !== undefined && previous.inTemplate === inTemplate && sameKeys(previous.viewKey, viewKey))
    return { view: previous.view, viewKey, same: true };
  const summaries = fragments.flatMap(({ model }): ResourceSummary[] => (model.summary ? [model.summary] : []));
  return { view: inTemplate ? viewTemplate(summaries, parameters, resources) : emptyView, viewKey, same: false };
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
