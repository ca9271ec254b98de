import { isNamedForPolicy } from '../catalog/policy-file-name.ts';
import type { Node } from '../syntax/node.ts';
import type { PolicyKind } from './kind.ts';
import { kindOfDocument } from './kind-of-content.ts';
import type { PolicySite } from './policy.ts';

/**
 * The policy that a file is going to be, of which nothing yet tells but its name or the user's word. Undefined where
 * something else begins.
 */
export function locateBeginning(root: Node, path: string, userKind: PolicyKind | undefined): PolicySite | undefined {
  if (userKind === undefined && !isNamedForPolicy(path)) return undefined;
  if (root.type !== 'string' && !(root.type === 'object' && lacksForeignKeys(root))) return undefined;
  return { ...kindOfDocument(root, path, userKind), root, shape: 'document', substitution: 'iam' };
}

/** All keys but one, which may be half typed, are those of a policy document. */
function lacksForeignKeys({ properties }: Node & { readonly type: 'object' }): boolean {
  const foreign = properties.filter(({ key }) => !['Version', 'Id', 'Statement'].includes(key.value));
  return foreign.length <= 1;
}
