import { keptWith } from '../base/once.ts';
import { hasOrdinaryForm } from './ordinary-form.ts';
import { mayTextHoldPlaceholder } from './placeholder.ts';
import type { Policy } from './policy.ts';
import { allowsAction } from './powers.ts';
import type { Comparison, Statement } from './statement.ts';

/** What a policy holds, as far as rules ask before they look at it. */
export interface Contents {
  /** Policies of one signature are of one kind and have the same features. */
  readonly signature: string;
  readonly features: () => Features;
  /** Whether a statement that does not deny covers the action, or may. */
  readonly mayAllow: (action: string) => boolean;
}

/** What stands somewhere in the statements of a policy, as they are read. */
export interface Features {
  readonly elements: readonly ElementOfStatement[];
  /** Types of principals as written, `*` for the bare wildcard; of `Principal` and `NotPrincipal`. */
  readonly principals: ReadonlySet<string>;
  /** The keys of conditions, in lower case. */
  readonly keys: ReadonlySet<string>;
  /** What conditions compare, and how; none twice. */
  readonly comparisons: readonly Comparison[];
  /** Where false, no string holds a placeholder, a variable or anything else behind `${` or `{{`. */
  readonly mayHoldBraces: boolean;
  /** Where false, rules on the form of a policy find nothing; see `hasOrdinaryForm`. */
  readonly isUnusual: boolean;
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

const known = keptWith<Policy, Contents>();

function readContents(policy: Policy, text: string | undefined): Contents {
  const isUnusual = !hasOrdinaryForm(policy);
  const mayHoldBraces = isOpen(policy, text);
  return {
    signature: `${policy.kind} ${isUnusual} ${mayHoldBraces} ${[...marksOf(policy.statements)]}`,
    features: () => readFeatures(policy, isUnusual, mayHoldBraces),
    mayAllow: rememberAllowed(policy.statements),
  };
}

/** All that `readFeatures` reads, as texts. */
function marksOf(statements: readonly Statement[]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const { notAction, resource, notResource, principal, notPrincipal, condition } of statements) {
    if (notAction !== undefined) marks.add('NotAction');
    if (resource !== undefined) marks.add('Resource');
    if (notResource !== undefined) marks.add('NotResource');
    if (principal !== undefined) for (const { type } of principal.principals) marks.add(`Principal ${type}`);
    if (notPrincipal !== undefined) {
      marks.add('NotPrincipal');
      for (const { type } of notPrincipal.principals) marks.add(`Principal ${type}`);
    }
    for (const { key, operatorNode } of condition.entries) marks.add(`${operatorNode.value} ${key}`);
  }
  return marks;
}

function readFeatures({ statements }: Policy, isUnusual: boolean, mayHoldBraces: boolean): Features {
  const elements: ElementOfStatement[] = [];
  const principals = new Set<string>();
  const keys = new Set<string>();
  const comparisons = new Map<string, Comparison>();
  for (const { notAction, resource, notResource, principal, notPrincipal, condition } of statements) {
    if (notAction !== undefined) addNew(elements, 'NotAction');
    if (resource !== undefined) addNew(elements, 'Resource');
    if (notResource !== undefined) addNew(elements, 'NotResource');
    if (notPrincipal !== undefined) addNew(elements, 'NotPrincipal');
    for (const element of [principal, notPrincipal])
      if (element !== undefined) for (const { type } of element.principals) principals.add(type);
    for (const { key, operator, operatorNode } of condition.entries) {
      keys.add(key.toLowerCase());
      comparisons.set(`${operatorNode.value} ${key}`, { operator, key });
    }
  }
  return { elements, principals, keys, comparisons: [...comparisons.values()], mayHoldBraces, isUnusual };
}

/** For lists of a few kinds of things. */
function addNew<Item>(list: Item[], item: Item): void {
  if (!list.includes(item)) list.push(item);
}

/** By the text alone, which is quicker than a walk. What is written by an escape or an alias may hold anything. */
function isOpen({ embedding, root }: Policy, text: string | undefined): boolean {
  if (text === undefined || embedding !== undefined || text.includes('\\') || text.includes('&')) return true;
  return mayTextHoldPlaceholder(text.slice(root.span.start, root.span.end));
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
