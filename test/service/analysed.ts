import assert from 'node:assert/strict';
import {
  type Analysis,
  type AnalysisOptions,
  type AnalysisRequest,
  analyse,
} from '../../server/src/service/analysis.ts';

/** An analysis in which no rule throws. */
export function analysed(
  request: AnalysisRequest,
  options: AnalysisOptions = { rules: {} },
  previous?: Analysis,
): Analysis {
  const thrown: unknown[] = [];
  const analysis = analyse(request, options, previous, (rule, error) => thrown.push([rule, error]));
  assert.deepEqual(thrown, []);
  return analysis;
}

/** What is recognised, as `kind: label`. */
export function policiesIn(path: string, text: string, options?: AnalysisOptions): readonly string[] {
  return analysed({ path, text }, options)
    .policies()
    .map(({ kind, label }) => `${kind}: ${label}`);
}

/** What is found, as `rule: the text underlined`. */
export function findingsIn({ source, findings }: Analysis): readonly string[] {
  return findings.map(({ rule, span }) => `${rule}: ${source.slice(span.start, span.end)}`);
}
