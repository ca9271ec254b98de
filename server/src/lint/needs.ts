import type { ConditionType } from '../catalog/condition-operators.ts';
import type { Contents, ElementOfStatement } from '../policy/contents.ts';

/**
 * What a policy must hold for a rule to find anything in it: one of each list that is given. The rule is not called for
 * other policies, so that most rules cost nothing for most policies. It only saves time: the rule asks for all of it
 * itself, and finds the same without.
 */
export interface Needs {
  readonly elements?: readonly ElementOfStatement[];
  /** Types of principals, of `Principal` or `NotPrincipal`; `*` is the bare wildcard. */
  readonly principals?: readonly string[];
  /** Condition keys: their names in any case, or a pattern of names in lower case. */
  readonly keys?: readonly string[] | RegExp;
  /** What a condition operator compares. */
  readonly operators?: readonly ConditionType[];
  /** A string with a placeholder, a variable or anything else behind `${` or `{{`. */
  readonly braces?: true;
  /** Something of another form than in nearly all policies: what rules on the form of a policy are about. */
  readonly unusualForm?: true;
  /** Actions that a statement allows, or may allow where something is not known. */
  readonly allows?: readonly string[];
}

/** Whether a rule with certain needs may find anything in a policy that holds this. */
export type Interest = (contents: Contents) => boolean;

/** The question in two parts: the first has the same answer for all policies of one signature. */
export interface Interests {
  readonly bySignature: Interest;
  /** Undefined where there is nothing more to ask. */
  readonly byActions: Interest | undefined;
}

/** Puts needs into a form that is quick to ask. */
export function interestsOf(needs: Needs | undefined): Interests {
  const questions = needs === undefined ? [] : questionsOf(needs);
  const allows = needs?.allows;
  return {
    bySignature: (contents) => questions.every((holds) => holds(contents)),
    byActions: allows && (({ mayAllow }) => allows.some(mayAllow)),
  };
}

function questionsOf({ elements, principals, keys, operators, braces, unusualForm }: Needs): readonly Interest[] {
  const questions: Interest[] = [];
  if (elements) questions.push((contents) => elements.some((each) => contents.elements.includes(each)));
  if (principals) questions.push((contents) => principals.some((each) => contents.principals.has(each)));
  if (operators) questions.push((contents) => operators.some((each) => contents.operators.includes(each)));
  if (keys) questions.push(hasKey(keys));
  if (braces) questions.push(({ mayHoldBraces }) => mayHoldBraces);
  if (unusualForm) questions.push(({ isUnusual }) => isUnusual);
  return questions;
}

function hasKey(wanted: readonly string[] | RegExp): Interest {
  const names = wanted instanceof RegExp ? undefined : new Set(wanted.map((name) => name.toLowerCase()));
  const isWanted = (key: string) => (wanted instanceof RegExp ? wanted.test(key) : names?.has(key) === true);
  return ({ keys }) => {
    for (const key of keys) if (isWanted(key)) return true;
    return false;
  };
}
