import { groupBy } from '../base/group.ts';
import { lastAtOrBefore } from '../base/text-index.ts';
import type { FragmentTree } from './fragment.ts';
import type { Node, Property, SyntaxProblem } from './node.ts';

/** True when a document's root is that of a CloudFormation template: it holds `Resources`, and they may be a map. */
export function isTemplateRoot(root: Node | undefined): boolean {
  return root?.type === 'object' && root.properties.some((each) => each.key.value === 'Resources' && mayBeMap(each));
}

function mayBeMap({ key, value }: Property): boolean {
  return (
    value.type === 'object' || value.type === 'intrinsic' || value.type === 'null' || isHalfTyped(key.value, value)
  );
}

/** A first resource's name, still without its colon, is a text to the YAML parser. */
function isHalfTyped(name: string, value: Node): boolean {
  return name === 'Resources' && value.type === 'string' && value.style === 'plain' && /^\w+$/.test(value.value);
}

/**
 * The trees of a template's sections, and of its resources one by one. The tree of `Resources` itself has no root when
 * its entries have trees of their own.
 */
export function sectionTrees(sections: readonly Property[], problems: readonly SyntaxProblem[]): FragmentTree[] {
  const trees = sections.flatMap((section): FragmentTree[] => {
    const { key, value } = section;
    const entries = key.value === 'Resources' ? resourceEntries(section) : [];
    if (entries.length === 0) return [{ path: [key.value], key, root: value, problems: [] }];
    return [{ path: [key.value], key, root: undefined, problems: [] }, ...entries.map(resourceTree)];
  });
  return withProblems(trees, problems);
}

/** The trees of a piece of `Resources`. */
export function resourceTrees(resources: readonly Property[], problems: readonly SyntaxProblem[]): FragmentTree[] {
  return withProblems(resources.map(resourceTree), problems);
}

function resourceEntries({ key, value }: Property): readonly Property[] {
  if (value.type === 'object') return value.properties;
  if (!isHalfTyped(key.value, value) || value.type !== 'string') return [];
  const { end } = value.span;
  return [{ key: value, value: { type: 'null', span: { start: end, end } } }];
}

function resourceTree({ key, value }: Property): FragmentTree {
  return { path: ['Resources', key.value], key, root: value, problems: [] };
}

/** Each problem belongs to the tree whose key stands nearest before it, or to the first. */
function withProblems(trees: readonly FragmentTree[], problems: readonly SyntaxProblem[]): FragmentTree[] {
  if (problems.length === 0) return [...trees];
  if (trees.length === 0) return [{ path: [], root: undefined, problems }];
  const starts = trees.map(({ key }) => key?.span.start ?? 0);
  // A key that a merge brings may stand before those of earlier trees: the last of them all counts.
  for (let index = starts.length - 2; index >= 0; index--)
    starts[index] = Math.min(starts[index] ?? 0, starts[index + 1] ?? 0);
  const owned = groupBy(problems, ({ span }) => lastAtOrBefore(starts, span.start));
  return trees.map((tree, index) => ({ ...tree, problems: owned.get(index) ?? [] }));
}
