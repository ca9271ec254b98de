import type { Policy } from '../policy/policy.ts';
import { shortestLength } from '../policy/policy-length.ts';
import { child, type Node } from '../syntax/node.ts';

/** What a policy that is a resource of its own takes of the quotas of the roles it is attached to. */
export interface QuotaSummary {
  /** The fewest characters of its document, if it is an inline policy. */
  readonly inlineLength?: number;
  /** A condition of the template decides whether it is there. */
  readonly isConditional?: true;
}

export function quotaSummaryOf(body: Node, policies: readonly Policy[], isInline: boolean): QuotaSummary {
  return {
    ...(isInline && { inlineLength: inlineLengthOf(policies) }),
    ...(child(body, 'Condition') !== undefined && { isConditional: true }),
  };
}

/** The fewest characters that the documents come to together. */
export function inlineLengthOf(policies: readonly Policy[]): number {
  return policies.reduce((sum, { root, substitution }) => sum + shortestLength(root, substitution), 0);
}

/** The items of a list that are there whatever the conditions of the template; none where the list is not written out. */
export function certainItems(list: Node | undefined): readonly Node[] {
  return list?.type === 'array' ? list.items.filter((item) => item.type !== 'intrinsic' || item.name !== 'If') : [];
}
