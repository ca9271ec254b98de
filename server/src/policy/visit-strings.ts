import { oncePer } from '../base/once.ts';
import type { Node, StringNode } from '../syntax/node.ts';
import { mayHoldPlaceholder } from './placeholder.ts';
import type { PolicySite } from './policy.ts';
import type { Substitution } from './read-value.ts';

/**
 * Calls `visit` for every string of a document, keys included, each once however often an anchor is used.
 * What an intrinsic names (a parameter, an attribute, a condition) is no text and is left out; so is what is not wanted.
 */
export function visitStrings(
  root: Node,
  substitution: Substitution,
  visit: (node: StringNode, substitution: Substitution, isKey: boolean) => void,
  isWanted: (text: string) => boolean = () => true,
): void {
  const seen = new Set<Node>();
  const walk = (node: Node, within: Substitution): void => {
    if ((node.type === 'string' && !isWanted(node.value)) || seen.has(node)) return;
    seen.add(node);
    switch (node.type) {
      case 'string':
        visit(node, within, false);
        return;
      case 'array':
        for (const item of node.items) walk(item, within);
        return;
      case 'object':
        for (const { key, value } of node.properties) {
          if (isWanted(key.value)) visit(key, within, true);
          walk(value, within);
        }
        return;
      case 'intrinsic':
        if (node.name === 'Sub') walkSub(node.argument);
        else if (composes.includes(node.name)) walk(node.argument, 'iam');
        return;
      default:
        return;
    }
  };
  const walkSub = (argument: Node): void => {
    if (argument.type !== 'array') {
      walk(argument, 'sub');
      return;
    }
    for (const [index, item] of argument.items.entries()) walk(item, index === 0 ? 'sub' : 'iam');
  };
  walk(root, substitution);
}

/** A string of a policy, as `visitStrings` gives it. */
export interface VisitedString {
  readonly node: StringNode;
  readonly substitution: Substitution;
  readonly isKey: boolean;
}

/** The few strings of a document that may hold a placeholder, or anything else in braces; looked for once. */
export const openStrings = oncePer((policy: PolicySite): readonly VisitedString[] => {
  const found: VisitedString[] = [];
  visitStrings(
    policy.root,
    policy.substitution,
    (node, substitution, isKey) => found.push({ node, substitution, isKey }),
    mayHoldPlaceholder,
  );
  return found;
});

/** Intrinsics whose arguments hold text of the result. */
const composes = ['Join', 'If', 'Split', 'Select', 'Base64', 'ToJsonString'];
