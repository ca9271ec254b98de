import { type Span, shift } from '../base/span.ts';
import { tidy } from '../edit/change.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import { targetOf } from '../lint/run.ts';
import { fileOf, type WorkspaceFinding } from '../lint/run-workspace.ts';
import type { Pointer, WorkspaceFix } from '../lint/workspace-rule.ts';
import { child, type Node, type StringNode } from '../syntax/node.ts';
import { acceptAsTheyStand } from './accept.ts';
import { type Analysis, type AnalysisOptions, asAnalysis } from './analysis.ts';
import type { FragmentFindings } from './check-document.ts';
import { findFragment, originNode, originSpan, sourceSpan } from './origin-span.ts';
import {
  type DocumentFinding,
  type DocumentFix,
  type FindingPlace,
  placeFindings,
  type RelatedFinding,
  sortFindings,
} from './place-findings.ts';
import { withoutSuperseded } from './superseded.ts';

/** The analysis of a file of the workspace as it is now; undefined for one that cannot be had. */
export type AnalysisOf = (path: string) => Analysis | undefined;

/**
 * The analysis of a file with what was found in the graph. `findings` are those that point into this file. They are
 * accepted as all others are.
 */
export function withChainFindings(
  path: string,
  analysis: Analysis,
  findings: readonly WorkspaceFinding[],
  options: AnalysisOptions,
  analysisOf: AnalysisOf,
): Analysis {
  const { state, format, source } = analysis;
  if (state === undefined || !analysis.recognised) return analysis;
  const { documents } = state;
  if (findings.length === 0 && !options.readsWorkspace) return analysis;
  const own = placeFindings(documents);
  const placed = findings.flatMap((each, index) => place(path, analysis, each, options, index, analysisOf) ?? []);
  const accepted = acceptAsTheyStand({ text: source, format, documents }, [...own, ...placed], {
    ...options,
    readsWorkspace: true,
  });
  return asAnalysis(source, state, format, sortFindings(withoutSuperseded(accepted.findings)), accepted.used);
}

function place(
  path: string,
  analysis: Analysis,
  finding: WorkspaceFinding,
  options: AnalysisOptions,
  index: number,
  analysisOf: AnalysisOf,
): DocumentFinding | undefined {
  const { rule, at, message, related = [], fixes = [] } = finding;
  const setting = options.rules[rule];
  const span = setting === 'off' ? undefined : spanOf(analysis, at);
  if (setting === 'off' || span === undefined) return undefined;
  const where = placeOf(analysis, at);
  return {
    id: `${rule}:${index}`,
    rule,
    severity: setting ?? finding.severity,
    message,
    span,
    related: related.flatMap((each) => relate(path, analysis, each, analysisOf) ?? []),
    fixes: fixes.map((fix) => writeFix(analysis, fix)),
    ...(where && { place: where }),
  };
}

function relate(
  path: string,
  analysis: Analysis,
  { at, message }: { readonly at: Pointer; readonly message: string },
  analysisOf: AnalysisOf,
): RelatedFinding | undefined {
  const file = fileOf(at);
  if (file === undefined) return undefined;
  const other = file === path ? analysis : analysisOf(file);
  const span = other && spanOf(other, at);
  if (other === undefined || span === undefined) return undefined;
  return { span, message, ...(file !== path && { file: { path: file, text: other.source.whole() } }) };
}

/** Where a place of the workspace stands in the text of its file. */
export function spanOf(analysis: Analysis, at: Pointer): Span | undefined {
  if (at.type === 'statement') return originSpan(analysis, at.origin, at.part);
  const { source } = at.entity;
  if (source === undefined) return undefined;
  const property = at.property && propertyOf(findFragment(analysis, source.fragment), at.property);
  return property === undefined ? sourceSpan(analysis, source) : shift(property.node.span, property.start);
}

function placeOf({ state }: Analysis, at: Pointer): FindingPlace | undefined {
  const id = at.type === 'statement' ? at.origin.fragment : at.entity.source?.fragment;
  const part = id === undefined ? undefined : findFragment({ state }, id);
  if (part === undefined) return undefined;
  const [section, logicalId] = part.fragment.tree.path;
  return { part, inTemplate: part.model.inTemplate, logicalId: section === 'Resources' ? logicalId : undefined };
}

function writeFix(analysis: Analysis, { title, applicability, preferred, edit }: WorkspaceFix): DocumentFix {
  return {
    title,
    applicability,
    ...(preferred && { preferred }),
    changes: () => {
      const { at, from, to } = edit;
      const found = at.type === 'statement' ? statementNode(analysis, at) : entityNode(analysis, at);
      const node = found && findString(found.node, from);
      if (found === undefined || node === undefined) return undefined;
      const start = node.value.indexOf(from);
      const changes = replaceInString(found.target, node, start, start + from.length, [to]);
      return changes && tidy(changes).map((change) => ({ ...change, span: shift(change.span, found.start) }));
    },
  };
}

function statementNode(analysis: Analysis, { origin, part }: Pointer & { type: 'statement' }) {
  const found = originNode(analysis, origin, part);
  if (found === undefined) return undefined;
  const { fragment, policy, node } = found;
  return { node, target: targetOf(fragment.model, policy), start: fragment.fragment.start };
}

function entityNode(analysis: Analysis, { entity, property }: Pointer & { type: 'entity' }) {
  const fragment = entity.source && findFragment(analysis, entity.source.fragment);
  const found = property && propertyOf(fragment, property);
  if (fragment === undefined || found === undefined) return undefined;
  const { text, format } = fragment.model;
  return { ...found, target: { text, format } };
}

function propertyOf(fragment: FragmentFindings | undefined, name: string): { node: Node; start: number } | undefined {
  const node = child(child(fragment?.model.tree.root, 'Properties'), name);
  return fragment && node && { node, start: fragment.fragment.start };
}

/** The string that holds the text, in what is written there: the argument of an intrinsic, an item of its list. */
function findString(node: Node, text: string): StringNode | undefined {
  switch (node.type) {
    case 'string':
      return node.value.includes(text) ? node : undefined;
    case 'intrinsic':
      return findString(node.argument, text);
    case 'array':
      return node.items.map((item) => findString(item, text)).find((found) => found !== undefined);
    default:
      return undefined;
  }
}
