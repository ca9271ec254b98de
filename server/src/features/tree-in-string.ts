import { parseEmbedded, parseEmbeddedTemplate } from '../syntax/embedded.ts';
import type { Node, StringNode } from '../syntax/node.ts';
import { isTemplateRoot } from '../syntax/template-trees.ts';

/** The tree of a policy, other JSON, or a template that a string holds, in the outer text; undefined for other strings. */
export function treeInString(node: StringNode): Node | undefined {
  const json = parseEmbedded(node)?.root;
  if (json !== undefined) return isCertain(json) ? json : undefined;
  if (!/(?:^|\n)\s*["']?Resources["']?\s*:/.test(node.value)) return undefined;
  const { root } = parseEmbeddedTemplate(node);
  return isTemplateRoot(root) ? root : undefined;
}

/** `{name}` and `[a-z]` are read as JSON, too: only what has words in quotes is meant as that. */
function isCertain(node: Node): boolean {
  if (node.type === 'object') return node.properties.some(({ key }) => key.style === 'double');
  if (node.type === 'array') return node.items.some((item) => isCertain(item) || item.type === 'string');
  return node.type === 'intrinsic';
}
