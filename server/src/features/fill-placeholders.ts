import type { TextChange } from '../edit/change.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import type { EditTarget } from '../edit/target.ts';
import type { FragmentModel } from '../lint/model.ts';
import { targetOf } from '../lint/run.ts';
import { findPlaceholders } from '../policy/placeholder.ts';
import { visitStrings } from '../policy/visit-strings.ts';
import type { StringNode } from '../syntax/node.ts';
import { type PlaceholderKind, placeholderKinds } from './fill-placeholders-kind.ts';
import { fitPath } from './fill-placeholders-path.ts';

/** A placeholder in a policy: `from` and `to` are indices into the string's value. */
export interface PlacedPlaceholder {
  readonly node: StringNode;
  readonly from: number;
  readonly to: number;
  /** As written, with its brackets. */
  readonly text: string;
  readonly kind: PlaceholderKind;
  /** Where an edit of it writes. */
  readonly target: EditTarget;
}

/** The placeholders of a fragment's policies, those that `unfilled-placeholder` finds. */
export function placeholdersIn(model: FragmentModel): readonly PlacedPlaceholder[] {
  const found: PlacedPlaceholder[] = [];
  const seen = new Set<StringNode>();
  for (const policy of model.policies) {
    const kindOf = placeholderKinds(policy);
    const target = targetOf(model, policy);
    visitStrings(policy.root, policy.substitution, (node, substitution) => {
      if (seen.has(node)) return;
      seen.add(node);
      for (const { from, to, text } of findPlaceholders(node.value, substitution))
        found.push({ node, from, to, text, kind: kindOf(node, from, text), target });
    });
  }
  return found;
}

/** What to write for a placeholder; undefined leaves it as it is. */
export type ChooseValue = (placeholder: PlacedPlaceholder) => string | undefined;

/**
 * Fills placeholders of a fragment. Undefined where one of them stands in a string that cannot take its value, such as
 * an unquoted one in a policy that is itself a string.
 */
export function fillPlaceholders(model: FragmentModel, choose: ChooseValue): readonly TextChange[] | undefined {
  const changes: TextChange[] = [];
  for (const [node, inNode] of groupByNode(placeholdersIn(model))) {
    const pieces = inNode.flatMap((each) => {
      const value = choose(each);
      return value === undefined ? [] : [fit(each, value)];
    });
    const [first] = pieces;
    const last = pieces.at(-1);
    const [{ target } = { target: undefined }] = inNode;
    if (first === undefined || last === undefined || target === undefined) continue;
    // All of one string in one change: where quotes become necessary, the whole string is written anew.
    const text = pieces.map((each, index) => each.text + node.value.slice(each.to, pieces[index + 1]?.from ?? each.to));
    const changed = replaceInString(target, node, first.from, last.to, [text.join('')]);
    if (changed === undefined) return undefined;
    changes.push(...changed);
  }
  return changes.sort((a, b) => a.span.start - b.span.start);
}

function fit({ node, from, to, kind }: PlacedPlaceholder, value: string) {
  return kind === 'organization-path' ? fitPath(node.value, from, to, value) : { from, to, text: value };
}

function groupByNode(
  placeholders: readonly PlacedPlaceholder[],
): ReadonlyMap<StringNode, readonly [PlacedPlaceholder, ...PlacedPlaceholder[]]> {
  const groups = new Map<StringNode, [PlacedPlaceholder, ...PlacedPlaceholder[]]>();
  for (const each of placeholders) {
    const group = groups.get(each.node);
    if (group === undefined) groups.set(each.node, [each]);
    else group.push(each);
  }
  return groups;
}
