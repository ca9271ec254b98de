import type { Statement } from '../../policy/statement.ts';
import type { ArrayNode } from '../../syntax/node.ts';
import { child, stringValue } from '../../syntax/node.ts';
import type { PolicyPlace } from './policy-place.ts';

/** The list in which a statement stands as it is: not under `Fn::If`, where it may not be there. */
export function listAround({ list }: PolicyPlace, { node }: Statement): ArrayNode | undefined {
  return list?.type === 'array' && list.items.includes(node) ? list : undefined;
}

/** Whether nothing in a statement is misspelt, stands twice or is written by a transform. */
export function isWellFormed({ node }: Statement): boolean {
  const names = node.properties.map(({ key }) => key.value);
  return new Set(names).size === names.length && names.every((name) => elements.has(name));
}

const elements: ReadonlySet<string> = new Set([
  ...['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
]);

/** Names that no statement of the policy has yet, made of the statement's own; undefined where it has none. */
export function newSids({ policy }: PolicyPlace, { node }: Statement): () => string | undefined {
  const sid = stringValue(child(node, 'Sid'));
  const taken = new Set(policy.statements.map((each) => stringValue(child(each.node, 'Sid'))));
  // What a template puts in may be the same for two names.
  if (sid === undefined || !/^[A-Za-z0-9 ]+$/.test(sid)) return () => undefined;
  return () => {
    let number = 2;
    while (taken.has(`${sid}${number}`)) number += 1;
    taken.add(`${sid}${number}`);
    return `${sid}${number}`;
  };
}
