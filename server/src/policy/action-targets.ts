import { wrongForAccountWide } from '../catalog/account-wide-actions.ts';
import type { Action, Service } from '../catalog/iam-service.ts';
import { faultOfArn } from './arn-fault.ts';
import { type ArnText, readArnText } from './arn-text.ts';
import type { PolicyKind } from './kind.ts';
import { mayFit, type ResourcePattern } from './resource-overlap.ts';
import type { Statement } from './statement.ts';
import { literalOf } from './value.ts';
import { unknown } from './value-pattern.ts';

/** Whether a statement's resources may be such as an action works on. */
export type Reach =
  | 'possible'
  /** None of them is of a type that the action has. */
  | 'other-type'
  /** The action is asked for the account as a whole, and they name something in it. */
  | 'account-wide';

/** One value of `Resource`. */
export interface Target {
  readonly arn: ArnText;
  readonly pattern: ResourcePattern;
}

/** What a statement's `Resource` names; undefined where some of it may be anything, is not known, or is no ARN. */
export function readTargets({ resource }: Statement): readonly Target[] | undefined {
  if (!resource?.complete || resource.values.length === 0) return undefined;
  const targets: Target[] = [];
  for (const value of resource.values) {
    const arn = literalOf(value) === '*' ? undefined : readArnText(value);
    if (arn === undefined || !isArn(arn)) return undefined;
    targets.push({ arn, pattern: arn.asResource() });
  }
  return targets;
}

/** Whether one of them is malformed, which is reported by itself. */
export function holdFault(targets: readonly Target[], kind: PolicyKind): boolean {
  return targets.some(({ arn }) => faultOfArn(arn, kind) !== undefined);
}

/** A pattern with fewer fields may stand for ARNs with all of them. */
function isArn({ fields, pattern: { text } }: ArnText): boolean {
  return text.startsWith('arn:') && (fields.length === 6 || /[*\0]/.test(text));
}

export function reachOf(action: Action, { prefix }: Service, targets: readonly Target[]): Reach {
  if (action.resourceTypes.length > 0) {
    const fits = targets.some(({ pattern }) => action.resourceTypes.some(({ type }) => mayFit(pattern, type)));
    return fits || mayMakeAnother(action, prefix) ? 'possible' : 'other-type';
  }
  const wrong = wrongForAccountWide(prefix, action.name);
  if (wrong === undefined) return 'possible';
  return targets.every(({ arn }) => isWhole(arn) && (wrong === 'any-arn' || namesOne(arn)))
    ? 'account-wide'
    : 'possible';
}

/**
 * For what is made the reference may list only what it is made from (`bedrock:CreateGuardrail`), none of it required.
 * What S3 lists is complete.
 */
function mayMakeAnother({ name, resourceTypes }: Action, prefix: string): boolean {
  if (prefix === 's3' || resourceTypes.some(({ required }) => required)) return false;
  return /^(Create|Register|Import|Start)/.test(name);
}

/** Of one service, and with a resource of its own: `arn:aws:ec2:*` may be meant for all there is. */
function isWhole(arn: ArnText): boolean {
  const resource = arn.field('resource');
  return arn.fields.length === 6 && /^[a-z0-9-]+$/.test(arn.field('service')) && /[^*?\0]/.test(resource);
}

/** Names something of its own, beside the type: `role/app-*`, not `role/*`. */
function namesOne(arn: ArnText): boolean {
  const segments = arn.field('resource').split(/[:/]/);
  const names = /^(s3|sqs|sns)$/.test(arn.field('service')) ? segments : segments.slice(1);
  return names.some((name) => /[A-Za-z0-9]/.test(name.replaceAll(unknown, '')));
}
