import type { OtherNames } from './linters.ts';
import { accessNames } from './names-access.ts';
import { chainNames } from './names-chains.ts';
import { conditionNames } from './names-conditions.ts';
import { grammarNames } from './names-grammar.ts';
import { resourceNames } from './names-resources.ts';

/**
 * What other linters call what a rule finds, by rule id: every rule is here, and `{}` says that only Role Chain finds
 * it. The section of the rule's page and the tables of docs/access-analyzer.md derive from it. A name counts where the
 * other check and the rule find the same mistake at least in part.
 */
export const namesOfRules: Readonly<Record<string, OtherNames>> = {
  ...grammarNames,
  ...resourceNames,
  ...conditionNames,
  ...accessNames,
  ...chainNames,
  'unused-suppression': {},
  'unknown-configuration': {},
};
