import { shift } from '../base/span.ts';
import type { TextChange } from '../edit/change.ts';
import { removeItem, removeProperty } from '../edit/remove.ts';
import type { EditTarget } from '../edit/target.ts';
import type { Format, Fragment } from '../syntax/fragment.ts';
import { child, type Node, property } from '../syntax/node.ts';
import type { Suppressible, Suppression } from './suppress.ts';

/**
 * The suppressions of a template's fragment: `Metadata: RoleChain: Ignore: [{Rule, Reason}]` of a resource, for findings
 * in it, or of the template, for all of the document. `isInDocument` tells the document's findings.
 */
export function readMetadataSuppressions(
  fragment: Fragment,
  format: Format,
  isInDocument: (finding: Suppressible) => boolean,
): readonly Suppression[] {
  const { tree, text, start } = fragment;
  const [section, logicalId, ...deeper] = tree.path;
  if (deeper.length > 0 || !text.includes('RoleChain')) return [];
  const isResource = section === 'Resources' && logicalId !== undefined;
  if (!isResource && (section !== 'Metadata' || logicalId !== undefined)) return [];
  const metadata = isResource ? child(tree.root, 'Metadata') : tree.root;
  const roleChain = child(metadata, 'RoleChain');
  const ignore = child(roleChain, 'Ignore');
  if (ignore === undefined) return [];
  const target: EditTarget = { text, format };
  const remove = (index: number) => (): readonly TextChange[] | undefined =>
    removeEntry(target, { holder: isResource ? tree.root : undefined, metadata, roleChain, ignore }, index)?.map(
      (change) => ({
        ...change,
        span: shift(change.span, start),
      }),
    );
  const covers = isResource ? (finding: Suppressible) => finding.fragment === fragment.tree : isInDocument;
  const entries = ignore.type === 'array' ? ignore.items : [ignore];
  return entries.map((entry, index): Suppression => {
    const rule = child(entry, 'Rule');
    const common = { covers, remove: remove(index) };
    if (rule?.type === 'string') return { ...common, rule: rule.value, span: shift(rule.span, start) };
    const complaint = 'This names no rule, so it suppresses nothing. Write `Rule` with the name of the rule.';
    return { ...common, rule: undefined, complaint, span: shift((rule ?? entry).span, start) };
  });
}

/** The objects that an entry stands in, from the outside. */
interface Nest {
  readonly holder: Node | undefined;
  readonly metadata: Node | undefined;
  readonly roleChain: Node | undefined;
  readonly ignore: Node;
}

/** Takes an entry away, and what would be left empty around it. */
function removeEntry(target: EditTarget, nest: Nest, index: number): readonly TextChange[] | undefined {
  const { holder, metadata, roleChain, ignore } = nest;
  if (ignore.type === 'array' && ignore.items.length > 1) return removeItem(target, ignore, index);
  if (holder?.type === 'object' && isAlone(metadata, 'RoleChain') && isAlone(roleChain, 'Ignore'))
    return property(holder, 'Metadata') && removeProperty(target, holder, 'Metadata');
  if (metadata?.type === 'object' && !isAlone(metadata, 'RoleChain') && isAlone(roleChain, 'Ignore'))
    return removeProperty(target, metadata, 'RoleChain');
  return roleChain?.type === 'object' ? removeProperty(target, roleChain, 'Ignore') : undefined;
}

function isAlone(object: Node | undefined, key: string): boolean {
  return object?.type === 'object' && object.properties.length === 1 && object.properties[0]?.key.value === key;
}
