import type { ServicePrincipal } from '../catalog/service-principal.ts';
import type { Conditions } from '../edit/add-condition.ts';
import { fill, sub, type Text, type Writable } from '../edit/writable.ts';

/** What is known of the place where the role lives, for the ARN that a condition demands. */
export interface PinPlace {
  /** CloudFormation's pseudo parameters can be written here. */
  readonly inSub: boolean;
  readonly partition?: string;
  readonly region?: string;
  readonly account?: string;
  /**
   * Texts for the name in the ARN, one for each resource that uses the role, undefined where it is not known; may hold
   * `${Parameter}` where `inSub`.
   */
  readonly names: readonly (string | undefined)[];
}

/**
 * The condition that holds a service to its source: `aws:SourceArn` in the service's own ARN shape, with
 * `aws:SourceAccount` where that ARN has no account, or `aws:SourceAccount` alone for services that send only that.
 * Undefined where the service is not known to send either.
 * Source: IAM User Guide, The confused deputy problem; each service's row.
 */
export function sourcePin(service: ServicePrincipal, place: PinPlace): Conditions | undefined {
  if (service.sends === 'source-account') return { StringEquals: { 'aws:SourceAccount': accountValue(place) } };
  const shape = service.arnShapes[0];
  if (service.sends !== 'source-arn' || shape === undefined) return undefined;
  const names = place.names.length > 0 ? [...new Set(place.names)] : [undefined];
  const arns = names.map((name) => arnValue(shape, name, place));
  const [only, ...more] = arns;
  if (only === undefined) return undefined;
  const operator = /[*?]/.test(shape) ? 'ArnLike' : 'ArnEquals';
  const pin = { [operator]: { 'aws:SourceArn': more.length === 0 ? only : arns } };
  return shape.includes('${Account}') ? pin : { ...pin, StringEquals: { 'aws:SourceAccount': accountValue(place) } };
}

function accountValue(place: PinPlace): Writable {
  if (place.inSub) return sub('${AWS::AccountId}');
  return place.account ?? fill({ name: 'account id' });
}

/** Fills the shape's variables: what is known, CloudFormation's pseudo parameters, or a placeholder. */
function arnValue(shape: string, name: string | undefined, place: PinPlace): Writable {
  const parts: Text[number][] = [];
  let nameUsed = false;
  let done = 0;
  for (const match of shape.matchAll(/\$\{([^}]+)\}/g)) {
    parts.push(shape.slice(done, match.index));
    const variable = match[1] ?? '';
    const known = knownText(variable, place);
    if (known !== undefined) parts.push(known);
    else if (name !== undefined && !nameUsed && !isPlace(variable)) {
      parts.push(name);
      nameUsed = true;
    } else parts.push({ name: spaced(variable) });
    done = match.index + match[0].length;
  }
  parts.push(shape.slice(done));
  const text = parts.filter((part) => part !== '');
  return place.inSub ? sub(...text) : fill(...text);
}

function isPlace(variable: string): boolean {
  return variable === 'Partition' || variable === 'Region' || variable === 'Account';
}

function knownText(variable: string, place: PinPlace): string | undefined {
  switch (variable) {
    case 'Partition':
      return place.inSub ? '${AWS::Partition}' : (place.partition ?? 'aws');
    case 'Region':
      return place.inSub ? '${AWS::Region}' : place.region;
    case 'Account':
      return place.inSub ? '${AWS::AccountId}' : place.account;
    default:
      return undefined;
  }
}

/** `FunctionName` as a person reads it: `function name`; `Account` is `account id`. */
function spaced(variable: string): string {
  if (variable === 'Account') return 'account id';
  return variable.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
