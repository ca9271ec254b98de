import type { Finding } from '../lint/finding.ts';
import { noOrganizations } from '../lint/known-organizations.ts';
import type { FragmentModel } from '../lint/model.ts';
import type { Rule } from '../lint/rule.ts';
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
  const before = previous?.inTemplate === inTemplate ? previous : undefined;
  const { parts, changes } = findKnown(document.fragments, before?.fragments ?? []);
  const run = runOptions(request);
  const read = parts.map((part) => ('model' in part ? part : readFragment(part, request, inTemplate, run)));
  const isSame = before !== undefined && changes?.every(([index, old]) => tellSame(read[index], old));
  const { view, viewKey } = isSame ? before : viewOf(request, inTemplate, read);
  const same = isSame || (before !== undefined && sameKeys(before.viewKey, viewKey));
  const fragments = read.map((part, index): FragmentFindings => {
    if (same && parts[index] === part) return part;
    const template = runTemplateRules(part.model, view, run);
    return { ...part, template, findings: template.length === 0 ? part.local : [...part.local, ...template] };
  });
  const recognised = inTemplate || fragments.some((each) => each.model.policies.length > 0);
  return { recognised, inTemplate, fragments, view: same && before ? before.view : view, viewKey };
}

/** A fragment that is not read yet. */
type Unread = Pick<FragmentFindings, 'key' | 'fragment'>;

interface Known {
  /** What is known of the fragments, in their order. */
  readonly parts: readonly (FragmentFindings | Unread)[];
  /** Where other trees stand than before, and what stood there; undefined where not all have the keys that they had. */
  readonly changes: readonly (readonly [index: number, old: FragmentFindings])[] | undefined;
}

/** Most edits change one fragment: those before and behind it are compared in place. */
function findKnown(fragments: readonly Fragment[], before: readonly FragmentFindings[]): Known {
  const most = Math.min(fragments.length, before.length);
  const moved = before.length - fragments.length;
  let first = 0;
  while (first < most && fragments[first]?.tree === before[first]?.fragment.tree) first++;
  let last = fragments.length;
  while (last > first && last + moved > first && fragments[last - 1]?.tree === before[last - 1 + moved]?.fragment.tree)
    last--;

  const old = before.slice(first, last + moved);
  const changed = fragments.slice(first, last);
  const hasKeys = moved === 0 && changed.every(({ tree }, index) => isSamePath(tree, old[index]?.fragment.tree));
  const keys = hasKeys ? undefined : keysOf(fragments);
  const byTree = new Map(old.map((part) => [part.fragment.tree, part]));
  const parts = fragments.map((fragment, index) => {
    const known = index < first ? before[index] : index >= last ? before[index + moved] : byTree.get(fragment.tree);
    const key = keys?.[index] ?? before[index]?.key ?? '';
    if (known === undefined) return { key, fragment };
    return known.fragment === fragment && known.key === key ? known : { ...known, key, fragment };
  });
  return { parts, changes: hasKeys ? old.map((part, index) => [first + index, part]) : undefined };
}

function isSamePath({ path }: FragmentTree, other: FragmentTree | undefined): boolean {
  return path.length === other?.path.length && path.every((step, index) => step === other.path[index]);
}

function readFragment(
  { key, fragment }: Unread,
  { format, path, options }: CheckRequest,
  inTemplate: boolean,
  run: RunOptions,
): FragmentFindings {
  const model = buildModel({ fragment, format, inTemplate, path, kind: options.kind });
  const ours = inTemplate || model.policies.length > 0;
  const local = ours ? runLocalRules(model, run) : [];
  const summaryKey = JSON.stringify(model.summary) ?? '';
  return { key, fragment, model, local, template: [], findings: local, summaryKey };
}

/** True where a fragment tells the rest of its template what the one before told. */
function tellSame(part: FragmentFindings | undefined, old: FragmentFindings): boolean {
  if (part === undefined || part.summaryKey !== old.summaryKey) return false;
  const told = ({ fragment }: FragmentFindings) => {
    const document = { fragments: [fragment] };
    return JSON.stringify([parameterNames(document), resourceNames(document)]);
  };
  return part.fragment.tree === old.fragment.tree || told(part) === told(old);
}

function runOptions({ options, onRuleError }: CheckRequest): RunOptions {
  const { rules: settings, editorReportsSyntax = false, iamData, organizations = noOrganizations } = options;
  return {
    rules: options.withoutRules ? none : rules,
    settings,
    editorReportsSyntax,
    organizations,
    ...(iamData && { iamData }),
    onRuleError,
  };
}

const none: readonly Rule[] = [];

function keysOf(fragments: readonly Fragment[]): readonly string[] {
  const seen = new Map<string, number>();
  return fragments.map(({ tree }) => {
    const path = tree.path.join('/');
    const number = (seen.get(path) ?? 0) + 1;
    seen.set(path, number);
    return number === 1 ? path : `${path}#${number}`;
  });
}

function viewOf(
  { document }: CheckRequest,
  inTemplate: boolean,
  parts: readonly FragmentFindings[],
): { readonly view: TemplateView; readonly viewKey: readonly string[] } {
  const parameters = parameterNames(document);
  const resources = resourceNames(document);
  const viewKey = [
    parameters.join('\n'),
    JSON.stringify(resources),
    ...parts.map((each) => each.summaryKey).filter((key) => key !== ''),
  ];
  const summaries = parts.flatMap(({ model }): ResourceSummary[] => (model.summary ? [model.summary] : []));
  return { view: inTemplate ? viewTemplate(summaries, parameters, resources) : emptyView, viewKey };
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
