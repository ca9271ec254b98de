import type { Span } from '../base/span.ts';
import { fieldHasWildcard, fieldText, isAnything, parseArn } from './arn.ts';
import { spanOfFields } from './source-arn-condition.ts';
import type { ConditionEntry, Statement } from './statement.ts';
import { trustedServices } from './trusted-services.ts';
import { literalOf, type Value } from './value.ts';

/** Why a value of `aws:SourceArn` lets resources of more than known accounts through, and which part of it does. */
export interface Breadth {
  /**
   * `everything`: the value is `*`. `any-region`: any Region and any account. `any-account`: the same in one Region.
   * `no-account`: an ARN of a kind that has no account in it, such as a bucket's.
   */
  readonly reach: 'everything' | 'any-region' | 'any-account' | 'no-account';
  readonly at: Span;
}

/** Undefined for values that name an account, that never match, or that are not known where it matters. */
export function sourceArnBreadth(value: Value, entry: ConditionEntry, statement: Statement): Breadth | undefined {
  const whole = value.node.span;
  const use = entry.operator?.operator;
  const text = literalOf(value);
  if (use?.wildcards && text !== undefined && /^[*?]+$/.test(text)) return { reach: 'everything', at: whole };
  const arn = parseArn(value.parts);
  if (arn === undefined) {
    // In text `*` goes across colons: a pattern that is no whole ARN may reach into every account.
    const isOpen =
      use?.wildcards && use.type === 'string' && /^arn:.*[*?]/.test(text ?? '') && !/\d{12}/.test(text ?? '');
    return isOpen ? { reach: 'any-account', at: whole } : undefined;
  }
  if (use?.wildcards && fieldHasWildcard(arn.account)) {
    return isAnything(arn.region) && isAnything(arn.account)
      ? { reach: 'any-region', at: spanOfFields(value, arn.region, arn.account) }
      : { reach: 'any-account', at: spanOfFields(value, arn.account) };
  }
  const lacksAccount = arn.account.length === 0 && isKindWithoutAccount(fieldText(arn.service), statement);
  return lacksAccount ? { reach: 'no-account', at: whole } : undefined;
}

function isKindWithoutAccount(service: string | undefined, statement: Statement): boolean {
  const shapes = trustedServices(statement).flatMap((each) => each.service?.arnShapes ?? []);
  return shapes.some((shape) => {
    const [, , name, , account] = shape.split(':');
    return account === '' && name === service;
  });
}
