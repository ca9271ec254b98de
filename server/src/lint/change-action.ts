import { replaceValue } from '../edit/replace-value.ts';
import type { NamedAction } from '../policy/named-actions.ts';
import type { Fix } from './finding.ts';
import type { PolicyContext } from './rule.ts';

/** The fix that writes another action in the place of one. From then on it allows, or denies, what it did not. */
export function changeAction({ text, value }: NamedAction, meant: string, { target }: PolicyContext): Fix {
  return {
    title: `Change ${text} to ${meant}`,
    applicability: 'suggestion',
    preferred: true,
    changes: () => replaceValue(target, value.node, meant),
  };
}
