import type { ConditionType } from '../catalog/condition-operators.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { Contents, ElementOfStatement, Features } from '../policy/contents.ts';
import type { Comparison } from '../policy/statement.ts';

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
  /** A condition whose operator and key pass, whatever its values. `data` is what the rule gets as `iamData`. */
  readonly comparisons?: (comparison: Comparison, data: IamData | undefined) => boolean;
  /** A string with a placeholder, a variable or anything else behind `${` or `{{`. */
  readonly braces?: true;
  /** Something of another form than in nearly all policies: what rules on the form of a policy are about. */
  readonly unusualForm?: true;
  /** Actions that a statement allows, or may allow where something is not known. */
  readonly allows?: readonly string[];
}

/** Whether a rule with certain needs may find anything in a policy, in two parts. */
export interface Interests {
  /** The answer for all policies of one signature. */
  readonly bySignature: Question;
  /** Undefined where there is nothing more to ask. */
  readonly byActions: ((contents: Contents) => boolean) | undefined;
}

type Question = (features: Features, data: IamData | undefined) => boolean;

/** Puts needs into a form that is quick to ask. */
export function interestsOf(needs: Needs | undefined): Interests {
  const questions = needs === undefined ? [] : questionsOf(needs);
  const allows = needs?.allows;
  return {
    bySignature: (features, data) => questions.every((holds) => holds(features, data)),
    byActions: allows && (({ mayAllow }) => allows.some(mayAllow)),
  };
}

function questionsOf(needs: Needs): readonly Question[] {
  const { elements, principals, keys, operators, comparisons, braces, unusualForm } = needs;
  const questions: Question[] = [];
  if (elements) questions.push((features) => elements.some((each) => features.elements.includes(each)));
  if (principals) questions.push((features) => principals.some((each) => features.principals.has(each)));
  if (operators)
    questions.push(
      hasComparison(({ operator }) => operator !== undefined && operators.includes(operator.operator.type)),
    );
  if (comparisons) questions.push(hasComparison(comparisons));
  if (keys) questions.push(hasKey(keys));
  if (braces) questions.push(({ mayHoldBraces }) => mayHoldBraces);
  if (unusualForm) questions.push(({ isUnusual }) => isUnusual);
  return questions;
}

function hasComparison(isWanted: NonNullable<Needs['comparisons']>): Question {
  return ({ comparisons }, data) => comparisons.some((each) => isWanted(each, data));
}

function hasKey(wanted: readonly string[] | RegExp): Question {
  const names = wanted instanceof RegExp ? undefined : new Set(wanted.map((name) => name.toLowerCase()));
  const isWanted = (key: string) => (wanted instanceof RegExp ? wanted.test(key) : names?.has(key) === true);
  return ({ keys }) => {
    for (const key of keys) if (isWanted(key)) return true;
    return false;
  };
}
