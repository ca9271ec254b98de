import { accessAnalyzerChecks } from './access-analyzer-checks.ts';
import { checksOfOthers } from './checks-of-others.ts';
import type { Linter, OtherCheck } from './linters.ts';
import { namesOfRules } from './names-of-rules.ts';

/** A check of a linter together with the rules of ours that name it. */
export interface AnsweredCheck extends OtherCheck {
  /** Rule ids, in the order of the list of rules. */
  readonly rules: readonly string[];
}

/** All checks of a linter that Role Chain is compared with. */
export function checksOf(linter: Linter): readonly OtherCheck[] {
  return linter === 'accessAnalyzer' ? accessAnalyzerChecks.flatMap(({ checks }) => checks) : checksOfOthers[linter];
}

/** The check with its rules; `ids` are those of all rules, in their order. */
export function answer(linter: Linter, check: OtherCheck, ids: readonly string[]): AnsweredCheck {
  return { ...check, rules: ids.filter((id) => namesOfRules[id]?.[linter]?.includes(check.name)) };
}
