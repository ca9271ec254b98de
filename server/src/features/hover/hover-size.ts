import { sizeLimitOf } from '../../catalog/limits.ts';
import { kindNames } from '../../policy/kind.ts';
import type { Policy } from '../../policy/policy.ts';
import { shortestLength } from '../../policy/policy-length.ts';
import { quotaOf } from '../../policy/policy-quota.ts';
import { readValue, type Substitution } from '../../policy/read-value.ts';
import type { Node } from '../../syntax/node.ts';
import type { HoverText } from './hover-text.ts';

/** How long a policy is, of what it may have; undefined where every service has its own limit. */
export function hoverSize(policy: Policy): HoverText | undefined {
  const quota = quotaOf(policy);
  if (quota === undefined) return undefined;
  const { characters, raisableTo, countsWhiteSpace, isCertain, of } = quota;
  const length = shortestLength(policy.root, policy.substitution);
  const least = isOpen(policy.root, policy.substitution) ? 'at least ' : '';
  const room = characters - length;
  const name = kindNames[policy.kind];
  return {
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${least}${count(length)} of ${count(characters)} characters`,
    details: [
      room >= 0
        ? `Room for ${least === '' ? '' : 'at most '}${count(room)} more.`
        : `${count(-room)} more than ${isCertain ? 'AWS takes' : 'there is room for'}.`,
      ...(of.startsWith('all ') ? [`The quota is that of ${of}${isCertain ? '' : managed}.`] : []),
      ...(raisableTo === undefined ? [] : [`It can be raised to ${count(raisableTo)}.`]),
      countsWhiteSpace
        ? 'Counted without white space, which counts too where it is sent along.'
        : 'White space does not count.',
    ],
  };
}

const managed = `; a managed policy may have ${count(sizeLimitOf('identity')?.characters ?? 0)}`;

function count(characters: number): string {
  return characters.toLocaleString('en-US');
}

/** Whether part of it is known only when it is deployed. */
function isOpen(node: Node, substitution: Substitution): boolean {
  switch (node.type) {
    case 'object':
      return node.properties.some(({ key, value }) => isOpen(key, substitution) || isOpen(value, substitution));
    case 'array':
      return node.items.some((item) => isOpen(item, substitution));
    case 'intrinsic':
      return true;
    case 'string':
      return readValue(node, substitution).parts.some(({ type }) => type === 'hole');
    default:
      return false;
  }
}
