import type { ConditionType } from '../catalog/condition-operators.ts';
import { hasOrdinaryForm } from './ordinary-form.ts';
import { mayHoldPlaceholder } from './placeholder.ts';
import type { Policy } from './policy.ts';
import { allowsAction } from './powers.ts';
import type { Statement } from './statement.ts';

/** What stands somewhere in the statements of a policy, as they are read. */
export interface Contents {
  readonly elements: readonly ElementOfStatement[];
  /** Types of principals as written, `*` for the bare wildcard; of `Principal` and `NotPrincipal`. */
  readonly principals: ReadonlySet<string>;
  /** The keys of conditions, in lower case. */
  readonly keys: ReadonlySet<string>;
  /** What the operators of conditions compare; not those that AWS does not have. */
  readonly operators: readonly ConditionType[];
  /** Where false, no string holds a placeholder, a variable or anything else behind `${` or `{{`. */
  readonly mayHoldBraces: boolean;
  /** Where false, rules on the form of a policy find nothing; see `hasOrdinaryForm`. */
  readonly isUnusual: boolean;
  /** All of the above as one text: policies with the same text interest the same rules as far as that goes. */
  readonly signature: string;
  /** Whether a statement that does not deny covers the action, or may. */
  readonly mayAllow: (action: string) => boolean;
}

/** Elements that few statements have. */
export type ElementOfStatement = 'NotAction' | 'Resource' | 'NotResource' | 'NotPrincipal';

/**
 * Worked out once: every rule may ask, to be spared what it would look at in vain. `text` is that of the fragment in
 * which the policy stands as it is; undefined where it stands in a string of that.
 */
export function contentsOf(policy: Policy, text: string | undefined): Contents {
  const found = known.get(policy);
  if (found !== undefined) return found;
  const contents = readContents(policy, text);
  known.set(policy, contents);
  return contents;
}

const known = new WeakMap<Policy, Contents>();

function readContents(policy: Policy, text: string | undefined): Contents {
  const { statements } = policy;
  const elements: ElementOfStatement[] = [];
  const principals = new Set<string>();
  const keys = new Set<string>();
  const operators: ConditionType[] = [];
  for (const { notAction, resource, notResource, principal, notPrincipal, condition } of statements) {
    if (notAction !== undefined) addNew(elements, 'NotAction');
    if (resource !== undefined) addNew(elements, 'Resource');
    if (notResource !== undefined) addNew(elements, 'NotResource');
    if (notPrincipal !== undefined) addNew(elements, 'NotPrincipal');
    for (const element of [principal, notPrincipal])
      if (element !== undefined) for (const { type } of element.principals) principals.add(type);
    for (const { key, operator } of condition.entries) {
      keys.add(key.toLowerCase());
      if (operator !== undefined) addNew(operators, operator.operator.type);
    }
  }
  const isUnusual = !hasOrdinaryForm(policy);
  const mayHoldBraces = isOpen(policy, text);
  const signature = `${isUnusual} ${mayHoldBraces} ${elements} ${[...principals]} ${[...keys]} ${operators}`;
  const mayAllow = rememberAllowed(statements);
  return { elements, principals, keys, operators, mayHoldBraces, isUnusual, signature, mayAllow };
}

/** For lists of a few kinds of things. */
function addNew<Item>(list: Item[], item: Item): void {
  if (!list.includes(item)) list.push(item);
}

/** By the text alone, which is quicker than a walk. What is written by an escape or an alias may hold anything. */
function isOpen({ embedding, root }: Policy, text: string | undefined): boolean {
  if (text === undefined || embedding !== undefined || /[\\&]/.test(text)) return true;
  return mayHoldPlaceholder(text.slice(root.span.start, root.span.end));
}

function rememberAllowed(statements: readonly Statement[]): (action: string) => boolean {
  const answers = new Map<string, boolean>();
  return (action) => {
    const known = answers.get(action);
    if (known !== undefined) return known;
    const answer = statements.some((each) => each.effect !== 'Deny' && allowsAction(each, action) !== 'no');
    answers.set(action, answer);
    return answer;
  };
}
