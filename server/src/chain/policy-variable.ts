import { keptWith } from '../base/once.ts';
import { literalText, type Text } from '../role/text.ts';
import type { Call } from './call.ts';
import { resolveText, type Variable } from './environment.ts';
import { type MatchMode, matchText, matchTokens } from './match.ts';
import { findKey } from './request-key.ts';
import { addLiteral, addPattern, literalTokens, type Token } from './token.ts';
import type { Truth } from './truth.ts';

/**
 * Matches a value of a policy with one of the request, after what is assumed and the policy variables in it are put in
 * their place (IAM User Guide, policy elements: Variables and tags).
 */
export function matchPolicyText(call: Call, pattern: Text, value: Text, mode: MatchMode): Truth {
  const own = resolveText(pattern, call.environment);
  const other = resolveText(value, call.environment);
  if (!hasVariable(own)) return matchText(own, other, mode, call);
  const start = wholeStart(call, own);
  if (start !== undefined) return matchStart(call, start, other);
  const wild = mode !== 'equals' && mode !== 'equals-ignoring-case';
  const before = call.notes.length;
  const expanded = expandVariables(call, own, wild);
  if (expanded === 'missing') {
    call.notes.length = before;
    return false;
  }
  const mark = call.notes.length;
  const truth = matchTokens(expanded.tokens, literalTokens(other), mode, call);
  if (truth === false) call.notes.length = before;
  if (truth === false || expanded.mayLack.length === 0) return truth;
  // What is a part of a variable is known once the variable is.
  const asked = call.notes.splice(mark).filter((note) => !note.variable.id.startsWith(PART_OF));
  if (truth === undefined) call.notes.push(...asked);
  for (const variable of expanded.mayLack) call.notes.push({ variable, demand: { type: 'presence' } });
  return undefined;
}

/** The organization path of which the text as a whole is the start, such as `${aws:PrincipalOrgID}`. */
export function wholeStart(call: Call, text: Text): Variable | undefined {
  const literal = literalText(text);
  if (literal === undefined || !literal.startsWith('${') || literal.indexOf('}') !== literal.length - 1)
    return undefined;
  const state = findKey(call, literal.slice(2, -1).trim().toLowerCase());
  return state.type === 'open' && state.isStart ? state.variable : undefined;
}

/** The organization's id of a path that is not known yet against a value of the request. */
function matchStart(call: Call, variable: Variable, value: Text): Truth {
  const tokens: Token[] = [...literalTokens(value)];
  addLiteral(tokens, '/');
  addPattern(tokens, '*');
  const path: Text = [{ unknown: variable.id, label: variable.label, type: variable.type }];
  const truth = matchTokens(tokens, literalTokens(path), 'like', call);
  if (truth === false) return false;
  call.notes.push({ variable, demand: { type: 'presence' } });
  return undefined;
}

/** The text of a policy's value where all of it is known; `missing`: a key in it is not in the request. */
export function knownPolicyText(call: Call, text: Text): string | 'missing' | undefined {
  const own = resolveText(text, call.environment);
  if (!hasVariable(own)) return literalText(own);
  const expanded = expandVariables(call, own, false);
  if (expanded === 'missing') return 'missing';
  if (expanded.mayLack.length > 0) {
    for (const variable of expanded.mayLack) call.notes.push({ variable, demand: { type: 'presence' } });
    return undefined;
  }
  const [only, ...more] = expanded.tokens;
  return more.length === 0 && typeof only === 'string' ? only : undefined;
}

/** Whether a text has something that is read as a policy variable. */
export function hasVariable(text: Text): boolean {
  return text.some((part) => typeof part === 'string' && part.includes('${'));
}

const withoutVariable = keptWith<object, object>();

/**
 * What a policy lists that is of a `Version` without variables, so written that it means the same with them: `${$}` is a
 * dollar sign (IAM User Guide, policy elements: Variables and tags).
 */
export function withoutVariables<T extends { readonly values: readonly Text[] }>(listed: T): T {
  if (!listed.values.some(hasVariable)) return listed;
  const known = withoutVariable.get(listed) as T | undefined;
  if (known !== undefined) return known;
  const values = listed.values.map((text) =>
    text.map((part) => (typeof part === 'string' ? part.replaceAll('${', '${$}{') : part)),
  );
  const escaped = { ...listed, values };
  withoutVariable.set(listed, escaped);
  return escaped;
}

interface Expanded {
  readonly tokens: readonly Token[];
  /** Keys that may not be there: the value then matches nothing. */
  readonly mayLack: readonly Variable[];
}

/** A variable's own value holds no wildcards. */
function expandVariables(call: Call, text: Text, wild: boolean): Expanded | 'missing' {
  const tokens: Token[] = [];
  const mayLack: Variable[] = [];
  const add = wild ? addPattern : addLiteral;
  for (const part of text) {
    if (typeof part !== 'string') {
      tokens.push(part);
      continue;
    }
    let from = 0;
    for (;;) {
      const start = part.indexOf('${', from);
      const end = start < 0 ? -1 : part.indexOf('}', start);
      if (end < 0) break;
      add(tokens, part.slice(from, start));
      from = end + 1;
      const found = valueOfVariable(call, part.slice(start + 2, end));
      if (found === 'missing') return 'missing';
      for (const piece of found.text) typeof piece === 'string' ? addLiteral(tokens, piece) : tokens.push(piece);
      if (found.mayLack !== undefined) mayLack.push(found.mayLack);
    }
    add(tokens, part.slice(from));
  }
  return { tokens, mayLack };
}

function valueOfVariable(call: Call, inside: string): { readonly text: Text; readonly mayLack?: Variable } | 'missing' {
  if (inside === '*' || inside === '?' || inside === '$') return { text: [inside] };
  const comma = inside.indexOf(',');
  const key = (comma < 0 ? inside : inside.slice(0, comma)).trim().toLowerCase();
  const fallback = comma < 0 ? undefined : unquote(inside.slice(comma + 1).trim());
  const state = findKey(call, key);
  switch (state.type) {
    case 'absent':
      return fallback === undefined ? 'missing' : { text: fallback === '' ? [] : [fallback] };
    case 'present': {
      const [only, ...more] = state.values;
      // A key with several values cannot be a variable.
      return only === undefined || more.length > 0 || state.isMany ? 'missing' : { text: only };
    }
    case 'open':
    case 'pending': {
      const { variable } = state;
      if (variable.isMany && state.type === 'open') return 'missing';
      if (state.type === 'pending' && state.tagKey !== undefined)
        call.notes.push({ variable, demand: { type: 'equals', text: [state.tagKey] } });
      if (state.type === 'open' && state.isStart) call.notes.push({ variable, demand: { type: 'entangled' } });
      const isBare = state.type === 'open' && state.isStart !== true;
      const text: Text = [
        { unknown: isBare ? variable.id : `${PART_OF}${variable.id}:${key}`, label: variable.label, type: 'text' },
      ];
      return variable.mayBeAbsent || !isBare ? { text, mayLack: variable } : { text };
    }
  }
}

const PART_OF = 'part-of:';

function unquote(text: string): string {
  return text.length >= 2 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
}
