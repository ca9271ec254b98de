import { fieldText, parseArn } from './arn.ts';
import { isPositive } from './condition.ts';
import type { Policy } from './policy.ts';
import type { LiteralPart, Value } from './value.ts';

/** A Lambda function that a policy names. */
export interface FunctionMention {
  readonly name: string;
  readonly value: Value;
  /** The literal in which the name stands, and where in its text. */
  readonly part: LiteralPart;
  readonly from: number;
}

/** Functions for which a trust policy lets Lambda assume the role, by `aws:SourceArn`. */
export function pinnedFunctions(policy: Policy): readonly FunctionMention[] {
  return policy.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ condition }) => condition.entries)
    .filter((entry) => entry.key.toLowerCase() === 'aws:sourcearn' && isPositive(entry))
    .flatMap(({ values }) => values)
    .flatMap((value) => mentionIn(value, 'lambda', /^function:([\w-]+)(?::|$)/));
}

/** Functions whose log group an Allow names: `/aws/lambda/` and the function's name is where Lambda writes. */
export function loggedFunctions(policy: Policy): readonly FunctionMention[] {
  return policy.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ resource }) => resource?.values ?? [])
    .flatMap((value) => mentionIn(value, 'logs', /^log-group:\/aws\/lambda\/([\w-]+)(?::|$)/));
}

/** Only where the name is literal as a whole: behind it stands a colon, or nothing. */
function mentionIn(value: Value, service: string, form: RegExp): readonly FunctionMention[] {
  const [only, ...others] = value.parts;
  // Nearly all are ARNs of other services.
  if (only?.type === 'literal' && others.length === 0 && !only.text.includes(`:${service}:`)) return [];
  const arn = parseArn(value.parts);
  if (arn === undefined || fieldText(arn.service) !== service) return [];
  const [first, ...more] = arn.resource;
  if (first?.type !== 'literal') return [];
  const match = form.exec(first.text);
  const name = match?.[1];
  if (match === null || name === undefined || (more.length > 0 && !match[0].endsWith(':'))) return [];
  return [{ name, value, part: first, from: first.text.indexOf(name, match[0].length - name.length - 1) }];
}
