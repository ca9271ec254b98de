import { isSameKnowledge, noOrganizations } from '../lint/known-organizations.ts';
import type { RuleSettings } from '../lint/run.ts';
import { type Analysis, type AnalysisOptions, analyse } from '../service/analysis.ts';
import { pathOf } from './document-uri.ts';
import type { EditedDocument } from './edited-document.ts';

interface Kept {
  readonly version: number;
  readonly options: AnalysisOptions;
  readonly analysis: Analysis;
}

/** The last analysis of each open document: asked twice for one version, it works once. */
export class Analyses {
  readonly #kept = new Map<string, Kept>();
  readonly #onRuleError: (rule: string, error: unknown) => void;

  constructor(onRuleError: (rule: string, error: unknown) => void) {
    this.#onRuleError = onRuleError;
  }

  /** The analysis of the document as it is now. */
  of(document: EditedDocument, options: AnalysisOptions): Analysis {
    const kept = this.#kept.get(document.uri);
    if (kept?.version === document.version && areSame(kept.options, options)) return kept.analysis;
    const request = { path: pathOf(document.uri), text: document.text, languageId: document.languageId };
    const analysis = analyse(request, options, kept?.analysis, this.#onRuleError);
    this.#kept.set(document.uri, { version: document.version, options, analysis });
    return analysis;
  }

  /** The last analysis of a document, perhaps of an earlier text. */
  last(uri: string): Analysis | undefined {
    return this.#kept.get(uri)?.analysis;
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
  }
}

function areSame(a: AnalysisOptions, b: AnalysisOptions): boolean {
  return (
    haveSameEntries(a.rules, b.rules) &&
    a.kind === b.kind &&
    a.editorReportsSyntax === b.editorReportsSyntax &&
    a.iamData === b.iamData &&
    a.suppressions === b.suppressions &&
    a.accepted === b.accepted &&
    a.configuration === b.configuration &&
    isSameKnowledge(a.organizations ?? noOrganizations, b.organizations ?? noOrganizations)
  );
}

function haveSameEntries(a: RuleSettings, b: RuleSettings): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
