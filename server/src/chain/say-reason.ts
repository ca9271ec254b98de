import type { Grant, GrantCondition } from '../role/grant.ts';
import { describeText, type Text } from '../role/text.ts';
import type { Call } from './call.ts';
import { servicePrincipalOf } from './caller-key.ts';
import { nameOf, quote, quoteText } from './describe.ts';
import { resolveText } from './environment.ts';
import { matchText } from './match.ts';
import type { Nearest } from './nearest.ts';
import { findKey } from './request-key.ts';
import type { StatementPart } from './verdict.ts';

/** Why the nearest statement does not allow the action, in a sentence that names the user's own values. */
export function sayNearest(call: Call, { grant, part }: Nearest, action: string): string {
  const label = sentenceStart(grant.origin.label);
  if (part === undefined) return `${label} does not allow ${quote(action)} for this call`;
  switch (part.element) {
    case 'action':
      return `${label} ${grant.actions?.negated ? 'leaves out' : 'allows'} ${listTexts(grant.actions?.values ?? [])}, and the call is ${quote(action)}`;
    case 'resource':
      return sayResource(call, grant, part);
    case 'principal':
      return sayPrincipal(call, grant, part);
    case 'condition': {
      const condition = grant.conditions[part.index];
      return condition === undefined ? label : sayCondition(call, label, condition);
    }
  }
}

function sayResource(call: Call, grant: Grant, part: Extract<StatementPart, { index?: number }>): string {
  const label = sentenceStart(grant.origin.label);
  const target = resolveText(call.request.resource, call.environment);
  if (grant.resources === undefined) return `${label} has no \`Resource\``;
  if (grant.resources.negated)
    return `${label} leaves out ${listTexts(grant.resources.values)}, and the role is ${quote(describeText(target))}`;
  const value = grant.resources.values[part.index ?? 0];
  if (value === undefined) return `${label} names no role`;
  return `${label} names ${quote(describeText(value))}, but the role is ${quote(differing(call, value, target))}`;
}

/** Path and name of the role where the rest of its ARN agrees, else the whole ARN. */
function differing(call: Call, pattern: Text, target: Text): string {
  const { path = ['/'], name } = call.request.target;
  const whole = describeText(target);
  const written = describeText(pattern);
  const start = written.indexOf(':role/');
  if (start < 0 || call.request.target.kind !== 'role') return whole;
  const sameStart = matchText([`${written.slice(0, start)}:role/*`], [whole], 'like');
  return sameStart ? describeText([...path, ...name]) : whole;
}

function sayPrincipal(call: Call, grant: Grant, part: Extract<StatementPart, { index?: number }>): string {
  const { source, principalArn } = call.request;
  const label = sentenceStart(grant.origin.label);
  const value = grant.principals?.values[part.index ?? 0]?.value;
  const isService = call.request.caller === 'service';
  const unnamed = isService ? servicePrincipalOf(call.request) : source.name;
  const who = principalArn === undefined ? unnamed : resolveText(principalArn, call.environment);
  if (value === undefined) return `${label} names no principal`;
  const verb = grant.principals?.negated ? 'leaves out' : 'names';
  return `${label} ${verb} ${quote(describeText(value))}, but ${nameOf(source)} ${isService ? 'comes as' : 'is'} ${quote(describeText(who))}`;
}

function sayCondition(call: Call, label: string, { operator, key, values }: GrantCondition): string {
  const state = findKey(call, key.toLowerCase());
  const asks = `${label} asks for ${quote(key)} by ${quote(operator)} ${listTexts(values)}`;
  switch (state.type) {
    case 'absent':
      return `${asks}, but the call has no ${quote(key)}`;
    case 'present':
      return `${asks}, but the call has ${listTexts(state.values)}`;
    case 'open': {
      const among = state.variable.among?.map(quoteText).join(' or ');
      return among === undefined
        ? `${asks}, which no value can meet`
        : `${asks}, but the call has ${state.variable.mayBeAbsent ? 'none or ' : ''}${among}`;
    }
    case 'pending':
      return `${asks}, which no value can meet`;
  }
}

function listTexts(values: readonly Text[]): string {
  if (values.length === 0) return 'nothing';
  return values.map((value) => quote(describeText(value))).join(', ');
}

/** The label at the start of a sentence. */
export function sentenceStart(label: string): string {
  return label.slice(0, 1).toUpperCase() + label.slice(1);
}
