import {
  conditionOperators,
  type OperatorUse,
  parseOperator,
  resultWithoutKey,
} from '../catalog/condition-operators.ts';
import type { Grant, GrantCondition } from '../role/grant.ts';
import { literalText, type Text, type Unknown } from '../role/text.ts';
import { allHold, anyHolds, type Call, optionOf } from './call.ts';
import { quote } from './describe.ts';
import { resolveText, type Variable } from './environment.ts';
import type { KeyState } from './key-state.ts';
import { isArn, type MatchMode, matchTokens } from './match.ts';
import { hasVariable, knownPolicyText, matchPolicyText, wholeStart, withoutVariables } from './policy-variable.ts';
import { findKey } from './request-key.ts';
import { addLiteral, addPattern, isUnknown, type Token } from './token.ts';
import { not, type Truth } from './truth.ts';
import { compareTyped } from './typed-value.ts';

/** Whether one condition of a statement holds for the call. */
export function conditionHolds(call: Call, grant: Grant, index: number): Truth {
  const written = grant.conditions[index];
  if (written === undefined) return true;
  const condition = grant.hasVariables === false ? withoutVariables(written) : written;
  const use = usesByName.get(condition.operator) ?? parseOperator(condition.operator);
  if (use === undefined)
    return holdsAnyhow(call, grant, index, `AWS takes ${quote(condition.operator)}, and it holds,`);
  const state = findKey(call, condition.key.toLowerCase());
  if (use.operator.type === 'null') return isNull(call, grant, index, condition, state);
  const without = resultWithoutKey(use);
  switch (state.type) {
    case 'absent':
      return without;
    case 'present':
      return holdsFor(call, grant, index, condition, use, state);
    case 'pending':
      return askForTagKeys(call, condition, use, state);
    case 'open': {
      const mark = call.notes.length;
      const { variable } = state;
      if (use.qualifier !== undefined && variable.mayBeMany) call.notes.push({ variable, demand: { type: 'set' } });
      const value: Text = [textOf(variable)];
      const values = variable.among === undefined || variable.isMany ? [value] : variable.among;
      const truths = values.map((each) => {
        const one = { type: 'present', values: [each], isMany: variable.isMany } as const;
        return state.isStart
          ? holdsForStart(call, condition, use, variable)
          : holdsFor(call, grant, index, condition, use, one);
      });
      const [first] = truths;
      const withKey = truths.every((truth) => truth === first) ? first : undefined;
      if (withKey !== undefined) call.notes.length = mark;
      if (withKey !== undefined && (!variable.mayBeAbsent || withKey === without)) return withKey;
      call.notes.push({ variable, demand: { type: 'presence' } });
      return undefined;
    }
  }
}

/** Every spelling of AWS's own. */
const usesByName: ReadonlyMap<string, OperatorUse> = new Map(
  conditionOperators
    .flatMap(({ name }) =>
      ['', 'ForAnyValue:', 'ForAllValues:'].flatMap((prefix) => [`${prefix}${name}`, `${prefix}${name}IfExists`]),
    )
    .flatMap((name) => {
      const use = parseOperator(name);
      return use === undefined ? [] : [[name, use] as const];
    }),
);

function isNull(call: Call, grant: Grant, index: number, condition: GrantCondition, state: KeyState): Truth {
  const wanted = anyHolds(call, condition.values.length + (condition.complete ? 0 : 1), (at) => {
    const value = condition.values[at];
    if (value === undefined) return holdsAnyhow(call, grant, index, undefined);
    const isAbsent: Truth = state.type === 'absent' ? true : state.type === 'present' ? false : undefined;
    if (isAbsent !== undefined) return matchPolicyText(call, value, [String(isAbsent)], 'equals-ignoring-case');
    if (state.type === 'open' && !state.variable.mayBeAbsent)
      return matchPolicyText(call, value, ['false'], 'equals-ignoring-case');
    const known = literalText(value)?.toLowerCase();
    if (known !== undefined && known !== 'true' && known !== 'false') return false;
    if (state.type === 'pending') askForTagKey(call, state, condition.key);
    if (state.type === 'open') call.notes.push({ variable: state.variable, demand: { type: 'presence' } });
    return undefined;
  });
  return wanted;
}

/** The condition for a key that the request has. */
function holdsFor(
  call: Call,
  grant: Grant,
  index: number,
  condition: GrantCondition,
  use: OperatorUse,
  { values, isMany }: Extract<KeyState, { type: 'present' }>,
): Truth {
  const holds = (at: number): Truth => {
    const value = values[at] ?? [];
    const matches = anyHolds(call, condition.values.length + (condition.complete ? 0 : 1), (each) => {
      const own = condition.values[each];
      return own === undefined ? holdsAnyhow(call, grant, index, undefined) : matchesOne(call, use, own, value);
    });
    return use.operator.negated ? not(matches) : matches;
  };
  if (use.qualifier === 'any') return anyHolds(call, values.length, holds);
  if (use.qualifier === 'all') return allHold(call, values.length, holds);
  if (!isMany) return holds(0);
  // Access Analyzer calls it an error (MISSING_QUALIFIER); how AWS compares then is not documented.
  return holdsAnyhow(
    call,
    grant,
    index,
    `${quote(condition.operator)} on ${quote(condition.key)}, which lacks \`ForAnyValue:\`, holds`,
  );
}

/** One value of the policy with one of the request. */
function matchesOne(call: Call, use: OperatorUse, own: Text, value: Text): Truth {
  const { operator } = use;
  switch (operator.type) {
    case 'string':
      return matchPolicyText(
        call,
        own,
        value,
        operator.ignoresCase ? 'equals-ignoring-case' : operator.wildcards ? 'like' : 'equals',
      );
    case 'arn':
      return isBareStar(call, own) ? bareStarMatches(call, value) : matchPolicyText(call, own, value, 'arn');
    case 'binary':
      return matchPolicyText(call, own, value, 'equals');
    default:
      return matchesTyped(call, operator.name, own, value);
  }
}

function isBareStar(call: Call, own: Text): boolean {
  return literalText(resolveText(own, call.environment)) === '*';
}

/** It has none of the six parts that ARN operators compare one by one: no page of AWS says what it matches. */
function bareStarMatches(call: Call, value: Text): Truth {
  const known = literalText(value);
  if (known !== undefined && !isArn(known)) return false;
  const chosen = optionOf(call, 'arn-star', () => [
    { value: 'yes', sentence: 'a bare `*` under an ARN operator matches every ARN, which the pages of AWS leave open' },
    { value: 'no', sentence: 'a bare `*` under an ARN operator matches no ARN, which the pages of AWS leave open' },
  ]);
  return chosen === undefined ? undefined : chosen === 'yes';
}

function matchesTyped(call: Call, operator: string, own: Text, value: Text): Truth {
  const mark = call.notes.length;
  const policy = knownPolicyText(call, own);
  if (policy === 'missing') return false;
  const request = literalText(value);
  if (policy !== undefined && request !== undefined) {
    call.notes.length = mark;
    return compareTyped(operator, policy, request);
  }
  const [lone, ...others] = value;
  const [only, ...more] = own;
  if (policy !== undefined && isUnknown(lone) && others.length === 0) askTyped(call, lone, operator, policy, false);
  else if (request !== undefined && isUnknown(only) && more.length === 0) askTyped(call, only, operator, request, true);
  else
    for (const part of [...own, ...value])
      if (isUnknown(part)) {
        // Until one of the two is known, any value will do for it.
        call.ask(part, { type: 'entangled' });
        askTyped(call, part, operator, sampleOf(operator), part === lone);
      }
  return undefined;
}

function askTyped(call: Call, part: Text[number], operator: string, other: string, inPolicy: boolean): void {
  if (typeof part === 'string') return;
  const before = call.notes.length;
  call.ask(part, { type: 'entangled' });
  const note = call.notes[before];
  if (note !== undefined) call.notes[before] = { ...note, demand: { type: 'typed', operator, other, inPolicy } };
}

function sampleOf(operator: string): string {
  if (operator === 'Bool') return 'true';
  if (operator.endsWith('IpAddress')) return '192.0.2.1';
  return operator.startsWith('Date') ? '2026-01-01T00:00:00Z' : '0';
}

/** A condition on `aws:PrincipalOrgID` and its kin: on the path, that it starts so. */
function holdsForStart(call: Call, condition: GrantCondition, use: OperatorUse, variable: Variable): Truth {
  const { operator } = use;
  const matches = anyHolds(call, condition.values.length, (at) =>
    operator.type === 'string'
      ? startMatches(call, condition.values[at] ?? [], use, variable)
      : entangle(call, variable),
  );
  const result = matches === false && !condition.complete ? entangle(call, variable) : matches;
  return operator.negated ? not(result) : result;
}

function startMatches(call: Call, own: Text, { operator }: OperatorUse, variable: Variable): Truth {
  const path: Text = [textOf(variable)];
  const other = wholeStart(call, own);
  if (other !== undefined) {
    if (other.id === variable.id) return true;
    call.notes.push({ variable, demand: { type: 'equals', text: [textOf(other)] } });
    call.notes.push({ variable: other, demand: { type: 'equals', text: path } });
    return undefined;
  }
  const known = knownPolicyText(call, own);
  if (known === 'missing') return false;
  if (known === undefined && hasVariable(own)) return entangle(call, variable);
  const tokens: Token[] = [];
  for (const part of known === undefined ? resolveText(own, call.environment) : [known]) {
    if (typeof part !== 'string') tokens.push(part);
    else if (operator.wildcards) addPattern(tokens, part);
    else addLiteral(tokens, part);
  }
  addLiteral(tokens, '/');
  addPattern(tokens, '*');
  return matchTokens(tokens, path, startMode(operator.ignoresCase), call);
}

function textOf({ id, label, type }: Variable): Unknown {
  return { unknown: id, label, type };
}

function entangle(call: Call, variable: Variable): undefined {
  call.notes.push({ variable, demand: { type: 'entangled' } });
  return undefined;
}

function startMode(ignoresCase: boolean): MatchMode {
  return ignoresCase ? 'like-ignoring-case' : 'like';
}

function askForTagKeys(
  call: Call,
  condition: GrantCondition,
  use: OperatorUse,
  state: Extract<KeyState, { type: 'pending' }>,
): Truth {
  askForTagKey(call, state, condition.key);
  if (state.tagKey !== undefined) return undefined;
  const { variable } = state;
  const value: Text = [textOf(variable)];
  for (const own of condition.values) matchesOne(call, use, own, value);
  return undefined;
}

/** The tag keys to choose from have the one that a condition asks for, in its own case: `aws:TagKeys` tells it. */
function askForTagKey(call: Call, { variable, tagKey }: Extract<KeyState, { type: 'pending' }>, written: string): void {
  const text: Text = [written.slice(written.indexOf('/') + 1)];
  call.notes.push({ variable, demand: tagKey === undefined ? { type: 'presence' } : { type: 'equals', text } });
}

/** What the engine cannot know of a condition: it may hold or not. */
function holdsAnyhow(call: Call, grant: Grant, index: number, claim: string | undefined): Truth {
  const condition = grant.conditions[index];
  const { label, file, fragment, policy, statement } = grant.origin;
  const id = `condition:${file}#${fragment}#${policy}#${statement}#${index}`;
  const key = quote(condition?.key ?? '');
  const yes = {
    value: 'yes',
    sentence: claim === undefined ? `the unknown values of ${key} in ${label} fit this call` : `${claim} in ${label}`,
  };
  const no = {
    value: 'no',
    sentence:
      claim === undefined
        ? `the unknown values of ${key} in ${label} do not fit this call`
        : `the condition on ${key} in ${label} does not hold`,
  };
  const chosen = optionOf(call, id, () => (grant.effect === 'Deny' ? [no, yes] : [yes, no]));
  return chosen === undefined ? undefined : chosen === 'yes';
}
