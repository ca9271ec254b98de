import { child, type Node } from '../syntax/node.ts';
import { listItems } from './alternatives.ts';
import type { PolicyKind } from './kind.ts';
import { kindOfDocument } from './kind-of-content.ts';
import { locateWrapped } from './locate-wrapped.ts';
import type { PolicySite } from './policy.ts';

/**
 * The policy documents of a file that is no template: the file itself, or the documents in a command-line input or
 * output. None where the file is something else.
 */
export function locateStandalone(root: Node, path: string, userKind: PolicyKind | undefined): readonly PolicySite[] {
  if (root.type !== 'object') return [];
  if (looksLikePolicy(root))
    return [{ ...kindOfDocument(root, path, userKind), root, shape: 'document', substitution: 'iam' }];
  return locateWrapped(root, path, userKind);
}

/**
 * A `Version` of IAM, or a `Statement` in which something has a name that only policies use: a bank's JSON has
 * statements too.
 */
export function looksLikePolicy(root: Node): boolean {
  const statement = child(root, 'Statement');
  const version = child(root, 'Version');
  if (version?.type === 'string' && /^20(12|08)-10-17$/.test(version.value))
    return statement !== undefined || onlyPolicyKeys(root);
  if (statement === undefined) return false;
  return listItems(statement).some((each) => policyWords.some((word) => child(each, word) !== undefined));
}

const policyWords = ['Effect', 'Action', 'NotAction', 'Principal', 'NotPrincipal', 'NotResource'];

/** A document of which only the beginning is typed. */
function onlyPolicyKeys(root: Node): boolean {
  return root.type === 'object' && root.properties.length <= 3;
}
