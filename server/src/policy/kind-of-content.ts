import { child, type Node, stringValue } from '../syntax/node.ts';
import { listItems } from './alternatives.ts';
import type { PolicyKind } from './kind.ts';
import { actionMatches } from './wildcard.ts';

/**
 * The kind of a document that stands alone. First answer wins: the user's word; the content (a principal with
 * `sts:AssumeRole*` only is trust, a principal otherwise is resource); the file's name; else identity.
 *
 * Resource control policies name the principal `*` as resource policies do: a file named `*rcp*` whose statements all
 * deny is taken for one. A file named `*trust*` is one from its first principal on, before an action is typed.
 */
export function kindOfDocument(
  root: Node,
  path: string,
  userKind: PolicyKind | undefined,
): { readonly kind: PolicyKind; readonly kindFrom: 'user' | 'content' | 'file name' | 'default' } {
  if (userKind !== undefined) return { kind: userKind, kindFrom: 'user' };
  const name = kindOfName(path, root);
  const content = kindOfContent(root);
  if (name === 'rcp' && content !== undefined && onlyDenies(root)) return { kind: 'rcp', kindFrom: 'file name' };
  if (name === 'trust' && content === 'resource' && namesNoAction(root))
    return { kind: 'trust', kindFrom: 'file name' };
  if (content !== undefined) return { kind: content, kindFrom: 'content' };
  if (name !== undefined) return { kind: name, kindFrom: 'file name' };
  return { kind: 'identity', kindFrom: 'default' };
}

/**
 * Undefined where no statement has a principal. A trust policy names no resources: a Deny for everyone that does,
 * about the actions of a trust policy, belongs to a resource control policy.
 */
export function kindOfContent(root: Node): 'trust' | 'resource' | 'rcp' | undefined {
  const statements = statementsOf(root);
  const named = statements.filter((each) => child(each, 'Principal') ?? child(each, 'NotPrincipal'));
  if (named.length === 0) return undefined;
  const actions = named.flatMap((each) => actionsOf(each));
  const trust =
    actions.some((action) => actionMatches(action, 'sts:AssumeRole') || /^sts:assumerole/i.test(action)) &&
    actions.every((action) => trustAction.test(action));
  if (!trust) return 'resource';
  return named.some(deniesEveryoneOnResource) ? 'rcp' : 'trust';
}

function deniesEveryoneOnResource(statement: Node): boolean {
  const resource = child(statement, 'Resource') ?? child(statement, 'NotResource');
  return (
    resource !== undefined &&
    stringValue(child(statement, 'Effect')) === 'Deny' &&
    stringValue(child(statement, 'Principal')) === '*'
  );
}

/** What a role's trust policy may allow; see the STS actions that take a role. */
const trustAction = /^sts:(assume|tagsession|setsourceidentity|setcontext|\*)/i;

/** A statement that names resources and no principal is not of a trust policy, whatever the file is called. */
function kindOfName(path: string, root: Node): PolicyKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const hasResource = statementsOf(root).some((each) => child(each, 'Resource') ?? child(each, 'NotResource'));
  return (['trust', 'scp', 'rcp', 'boundary', 'session'] as const).find(
    (kind) => name.includes(kind) && !(kind === 'trust' && hasResource),
  );
}

function onlyDenies(root: Node): boolean {
  return statementsOf(root).every((each) => stringValue(child(each, 'Effect')) === 'Deny');
}

/** As long as no action is typed to its colon. */
function namesNoAction(root: Node): boolean {
  return statementsOf(root).every(
    (each) => child(each, 'NotAction') === undefined && actionsOf(each).every((action) => /^[a-z0-9-]*$/i.test(action)),
  );
}

function statementsOf(root: Node): readonly Node[] {
  const list = child(root, 'Statement');
  return list === undefined ? [] : listItems(list).filter((each) => each.type === 'object');
}

function actionsOf(statement: Node): readonly string[] {
  const action = child(statement, 'Action');
  return action === undefined ? [] : listItems(action).flatMap((each) => (each.type === 'string' ? [each.value] : []));
}
