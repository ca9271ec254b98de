import type { LongText } from '../base/long-text.ts';
import { oncePer } from '../base/once.ts';
import { ownValue } from '../base/table.ts';
import { type Accepted, acceptedBy } from '../lint/baseline.ts';
import type { ConfiguredSuppression } from '../lint/configuration.ts';
import type { FragmentModel } from '../lint/model.ts';
import { isMeant, type Suppressible, type Suppression, suppress, type UnusedSuppression } from '../lint/suppress.ts';
import { readCommentSuppressions } from '../lint/suppress-comment.ts';
import { readMetadataSuppressions } from '../lint/suppress-metadata.ts';
import { isInString } from '../lint/suppress-strings.ts';
import { rules } from '../rules/index.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import type { Format } from '../syntax/fragment.ts';
import type { AnalysisOptions } from './analysis.ts';
import type { CheckedDocument, FragmentFindings } from './check-document.ts';
import { type DocumentFinding, sidOf } from './place-findings.ts';

/** A checked text. */
export interface CheckedText {
  readonly text: LongText;
  readonly format: Format;
  readonly documents: readonly CheckedDocument[];
}

/**
 * The findings that are not accepted: by a comment, by `Metadata`, by the configuration or by the baseline. With them
 * go the suppressions in the text that are of no use. `findings` are all of the text, in any order.
 */
export function acceptAsTheyStand(
  checked: CheckedText,
  findings: readonly DocumentFinding[],
  options: AnalysisOptions,
): { readonly findings: readonly DocumentFinding[]; readonly used: readonly ConfiguredSuppression[] } {
  const inFile = suppressionsIn(checked);
  const configured = options.suppressions ?? [];
  if (inFile.length === 0 && configured.length === 0)
    return { findings: withoutBaseline(checked, findings, options), used: [] };
  const { kept, unused, used } = suppress(findings.map(suppressible), inFile, configured, {
    ruleIds: rules.map(({ id }) => id),
    isSilent: silence(checked, options),
  });
  const complaints = unused.map((each, index) => complain(each, index, options)).map(suppressible);
  const hidden = configured.filter((each) => complaints.some((complaint) => isMeant(each, complaint)));
  const isOff = options.rules[unusedSuppression.id] === 'off';
  const shown = isOff ? [] : complaints.filter((complaint) => !configured.some((each) => isMeant(each, complaint)));
  return {
    findings: withoutBaseline(
      checked,
      [...kept, ...shown].map(({ finding }) => finding),
      options,
    ),
    used: [...new Set([...used, ...hidden])],
  };
}

/** How a baseline knows a finding. */
export function acceptedForm(finding: DocumentFinding, text: string): Accepted {
  const { rule, message, span, place } = finding;
  const names = [place?.part.fragment.tree.path.join('/') ?? '', sidOf(finding) ?? ''];
  return {
    rule,
    message,
    place: names.filter((name) => name !== '').join(' '),
    underlined: text.slice(span.start, span.end),
  };
}

function withoutBaseline(
  { text }: CheckedText,
  findings: readonly DocumentFinding[],
  { accepted = [] }: AnalysisOptions,
): readonly DocumentFinding[] {
  if (accepted.length === 0) return findings;
  const isAccepted = acceptedBy(accepted);
  return findings
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter((finding) => !isAccepted(acceptedForm(finding, text.whole())));
}

function suppressionsIn({ text: checked, format, documents }: CheckedText): readonly Suppression[] {
  const parts = documents.flatMap((document) => document.fragments);
  if (isCovered(checked.length, parts) && !parts.some(({ model }) => mayAccept(model))) return [];
  const text = checked.whole();
  const fragments = parts.map(({ fragment }) => fragment);
  const comments = readCommentSuppressions({ text, format, isInString: (offset) => isInString(fragments, offset) });
  if (!text.includes('RoleChain')) return comments;
  const metadata = documents.flatMap((document) => {
    if (!document.inTemplate) return [];
    const trees = new Set<object>(document.fragments.map(({ fragment }) => fragment.tree));
    return document.fragments.flatMap(({ fragment }) =>
      readMetadataSuppressions(fragment, format, (finding) => trees.has(finding.fragment)),
    );
  });
  return [...comments, ...metadata];
}

/** A look at a text that is not repeated while the fragment stays: with each key one of hundreds changes. */
const mayAccept = oncePer(({ text }: FragmentModel): boolean => /rolechain/i.test(text));

/** True where nothing stands between the fragments. */
function isCovered(length: number, parts: readonly FragmentFindings[]): boolean {
  let end = 0;
  for (const { fragment } of parts) {
    if (fragment.start > end) return false;
    end = fragment.start + fragment.text.length;
  }
  return end === length;
}

interface SuppressibleFinding extends Suppressible {
  readonly finding: DocumentFinding;
}

/** What stands in no fragment is in none that anything is said of. */
const nowhere = {};

function suppressible(finding: DocumentFinding): SuppressibleFinding {
  const { rule, span, place } = finding;
  const fragment = place?.part.fragment.tree ?? nowhere;
  return { rule, span, fragment, logicalId: place?.logicalId, sid: () => sidOf(finding), finding };
}

const workspaceRules = rules.filter(({ check }) => check.scope === 'workspace').map(({ id }) => id);

/** Rules that were not asked, or might have found something if the text were in order. */
function silence({ documents }: CheckedText, options: AnalysisOptions): (rule: string) => boolean {
  const isBroken = documents.some((each) => each.fragments.some(({ fragment }) => fragment.tree.problems.length > 0));
  const bySyntax = options.editorReportsSyntax ? ['syntax-error', 'duplicate-key'] : [];
  const notAsked = options.readsWorkspace ? [] : workspaceRules;
  return (rule) =>
    isBroken || ownValue(options.rules, rule) === 'off' || bySyntax.includes(rule) || notAsked.includes(rule);
}

function complain(unused: UnusedSuppression, index: number, { rules: settings }: AnalysisOptions): DocumentFinding {
  const { span, message, meant, remove } = unused;
  const setting = settings[unusedSuppression.id];
  const rename = {
    title: `Change it to ${meant}`,
    applicability: 'suggestion' as const,
    preferred: true,
    changes: () => [{ span, parts: [meant ?? ''] }],
  };
  const removal = {
    title: 'Remove the suppression',
    applicability: 'suggestion' as const,
    ...(meant === undefined && { preferred: true }),
    changes: remove,
  };
  return {
    id: `${unusedSuppression.id}:${index}`,
    rule: unusedSuppression.id,
    severity: setting === undefined || setting === 'off' ? unusedSuppression.severity : setting,
    message,
    span,
    related: [],
    unnecessary: true,
    fixes: meant === undefined ? [removal] : [rename, removal],
  };
}
