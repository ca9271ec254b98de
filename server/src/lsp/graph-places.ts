import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../base/span.ts';
import type { FileRange, Places } from '../export/graph-report.ts';
import type { Analysis } from '../service/analysis.ts';
import { originSpan, sourceSpan } from '../service/origin-span.ts';
import type { Chains } from './chains.ts';

/** Where the roles and statements of a graph stand now, in files named by `show`. To be made for one answer. */
export function createPlaces(chains: Chains, show: (path: string) => string): Places {
  const documents = new Map<string, TextDocument | undefined>();
  const documentOf = (path: string) => {
    if (!documents.has(path)) documents.set(path, chains.documentOf(path));
    return documents.get(path);
  };
  const rangeIn = (path: string, spanIn: (analysis: Analysis) => Span | undefined): FileRange | undefined => {
    const analysis = chains.analysisOf(path);
    const span = analysis && spanIn(analysis);
    const document = span && documentOf(path);
    if (document === undefined || span === undefined) return undefined;
    return {
      file: show(path),
      range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    };
  };
  return {
    ofEntity: ({ source }) => source && rangeIn(source.file, (analysis) => sourceSpan(analysis, source)),
    ofReason: ({ origin, part }) => origin && rangeIn(origin.file, (analysis) => originSpan(analysis, origin, part)),
  };
}
