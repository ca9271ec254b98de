import { type Span, shift } from '../base/span.ts';
import type { TextChange } from '../edit/change.ts';
import type { Applicability, Finding, Severity } from '../lint/finding.ts';
import type { Statement } from '../policy/statement.ts';
import { child, stringValue } from '../syntax/node.ts';
import type { CheckedDocument, FragmentFindings } from './check-document.ts';

/** A finding in the whole text. */
export interface DocumentFinding {
  /** Names the finding within its analysis. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** Other places, of the same document unless they say otherwise. */
  readonly related: readonly RelatedFinding[];
  readonly unnecessary?: boolean;
  readonly fixes: readonly DocumentFix[];
  /** The part of the document that it was found in; left out for what is found in no policy or template. */
  readonly place?: FindingPlace;
}

export interface RelatedFinding {
  readonly span: Span;
  readonly message: string;
  /** The file that `span` counts in, where it is another one. */
  readonly file?: OtherFile;
}

export interface OtherFile {
  /** As the workspace has it. */
  readonly path: string;
  readonly text: string;
}

export interface DocumentFix {
  readonly title: string;
  readonly applicability: Applicability;
  readonly preferred?: boolean;
  /** Worked out when called; undefined where it cannot be written without harm. */
  readonly changes: () => readonly TextChange[] | undefined;
}

/** Where a finding stands in its file. */
export interface FindingPlace {
  readonly part: FragmentFindings;
  readonly inTemplate: boolean;
  /** Of the template's resource. */
  readonly logicalId: string | undefined;
}

/** The findings of all documents of a file, with their offsets in it. In no order. */
export function placeFindings(documents: readonly CheckedDocument[]): readonly DocumentFinding[] {
  const placed: DocumentFinding[] = [];
  for (const { fragments, inTemplate } of documents) {
    const startOf = startsIn(fragments);
    for (const part of fragments) {
      if (part.findings.length === 0) continue;
      const [section, id] = part.fragment.tree.path;
      const place = { part, inTemplate, logicalId: section === 'Resources' ? id : undefined };
      for (const finding of part.findings) placed.push(placeFinding(finding, place, startOf, placed.length));
    }
  }
  return placed;
}

/** By position. */
export function sortFindings(findings: readonly DocumentFinding[]): readonly DocumentFinding[] {
  return findings.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The statement that a finding stands in, if it stands in one. */
export function statementOf({ place, span }: DocumentFinding): Statement | undefined {
  if (place === undefined) return undefined;
  const { fragment, model } = place.part;
  const at = span.start - fragment.start;
  return [model, ...model.nested]
    .flatMap(({ policies }) => policies)
    .flatMap((policy) => policy.statements)
    .find(({ node }) => node.span.start <= at && at < node.span.end);
}

/** The `Sid` of the statement that a finding stands in. */
export function sidOf(finding: DocumentFinding): string | undefined {
  return stringValue(child(statementOf(finding)?.node, 'Sid'));
}

type StartOf = (fragment: string) => number | undefined;

/** Where fragments begin, by their keys; looked for once, where a finding points to another one. */
function startsIn(fragments: readonly FragmentFindings[]): StartOf {
  let starts: ReadonlyMap<string, number> | undefined;
  return (key) => {
    starts ??= new Map(fragments.map(({ key, fragment }) => [key, fragment.start]));
    return starts.get(key);
  };
}

function placeFinding(finding: Finding, place: FindingPlace, startOf: StartOf, index: number): DocumentFinding {
  const { start } = place.part.fragment;
  return {
    id: `${finding.rule}:${index}`,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    span: shift(finding.span, start),
    related: finding.related.flatMap(({ fragment, span, message }) => {
      const origin = fragment === undefined ? start : startOf(fragment);
      return origin === undefined ? [] : [{ span: shift(span, origin), message }];
    }),
    ...(finding.unnecessary && { unnecessary: true }),
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      applicability: fix.applicability,
      ...(fix.preferred && { preferred: true }),
      changes: () => fix.changes()?.map((change) => ({ ...change, span: shift(change.span, start) })),
    })),
    place,
  };
}
