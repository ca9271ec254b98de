import { type Steps, takeAll } from '../base/steps.ts';
import { blockedHopsInSteps } from '../chain/blocked-hops.ts';
import type { Graph } from '../chain/graph.ts';
import type { Severity } from './finding.ts';
import type { Rule } from './rule.ts';
import { type Pointer, pointerKey, type WorkspaceReport } from './workspace-rule.ts';

/** What a rule found in the graph of a workspace; `severity` before the settings of the file it is shown in. */
export interface WorkspaceFinding extends WorkspaceReport {
  readonly rule: string;
  readonly severity: Severity;
}

/** Runs the rules that read the graph. One that throws costs its own findings only. */
export function runWorkspaceRules(
  graph: Graph,
  rules: readonly Rule[],
  onRuleError: (rule: string, error: unknown) => void,
): readonly WorkspaceFinding[] {
  return takeAll(runWorkspaceRulesInSteps(graph, rules, onRuleError));
}

/** The same rule by rule. */
export function* runWorkspaceRulesInSteps(
  graph: Graph,
  rules: readonly Rule[],
  onRuleError: (rule: string, error: unknown) => void,
): Steps<readonly WorkspaceFinding[]> {
  try {
    // Several rules read it, and it is the longest part of them.
    yield* blockedHopsInSteps(graph);
  } catch {
    // The first rule that reads it comes upon the same error, and is told by its name.
  }
  const all: WorkspaceFinding[] = [];
  for (const rule of rules) {
    if (rule.check.scope !== 'workspace') continue;
    if (rule.check.needsAll && graph.world.cutAt !== undefined) continue;
    for (const each of runRule(graph, rule, rule.check, onRuleError)) all.push(each);
    yield;
  }
  return all;
}

function runRule(
  graph: Graph,
  { id, severity }: Rule,
  check: Extract<Rule['check'], { scope: 'workspace' }>,
  onRuleError: (rule: string, error: unknown) => void,
): readonly WorkspaceFinding[] {
  const found: WorkspaceFinding[] = [];
  try {
    check.run(graph, {
      report: (report) => found.push({ ...report, rule: id, severity: report.severity ?? severity }),
    });
  } catch (error) {
    onRuleError(id, error);
    return [];
  }
  return distinct(found);
}

/** The path of the file that a place is in, if it is in one. */
export function fileOf(pointer: Pointer): string | undefined {
  return pointer.type === 'statement' ? pointer.origin.file : pointer.entity.source?.file;
}

/** Several hops may find the same thing. */
function distinct(found: readonly WorkspaceFinding[]): readonly WorkspaceFinding[] {
  if (found.length < 2) return found;
  const seen = new Set<string>();
  return found.filter(({ at, message }) => {
    const key = `${pointerKey(at)}\n${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
