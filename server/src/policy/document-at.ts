import { parseEmbedded } from '../syntax/embedded.ts';
import type { Node, StringNode } from '../syntax/node.ts';
import { alternatives } from './alternatives.ts';
import type { PolicySite } from './policy.ts';

type Document = Pick<PolicySite, 'root' | 'substitution' | 'embedding'>;

/**
 * The policy documents that a property's value gives: an object, a JSON string, an `Fn::Sub` of a JSON string, an
 * `Fn::ToJsonString`, or either branch of an `Fn::If`. Strings that do not hold JSON give none.
 */
export function documentsAt(value: Node): readonly Document[] {
  return alternatives(value).flatMap((node): readonly Document[] => {
    switch (node.type) {
      case 'object':
        return [{ root: node, substitution: 'iam' }];
      case 'string':
        return embedded(node, false);
      case 'intrinsic':
        if (node.name === 'ToJsonString') return documentsAt(node.argument);
        if (node.name !== 'Sub') return [];
        if (node.argument.type === 'string') return embedded(node.argument, true);
        return node.argument.type === 'array' && node.argument.items[0]?.type === 'string'
          ? embedded(node.argument.items[0], true)
          : [];
      default:
        return [];
    }
  });
}

function embedded(host: StringNode, isSub: boolean): readonly Document[] {
  const read = parseEmbedded(host);
  if (read?.root === undefined) return [];
  return [
    {
      root: read.root,
      substitution: isSub ? 'sub' : 'iam',
      embedding: { host, format: read.format, isSub, problems: read.problems },
    },
  ];
}
