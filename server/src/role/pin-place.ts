import type { Policy } from '../policy/policy.ts';
import type { PinPlace } from '../policy/source-pin.ts';
import { child, stringValue } from '../syntax/node.ts';
import type { NamePart } from './summary.ts';
import type { TemplateView } from './template-view.ts';

/**
 * What is known of the place of the role whose trust policy this is. Names are those of the functions that run with the
 * role; a function whose name CloudFormation chooses has none.
 */
export function pinPlaceOf(policy: Policy, template: TemplateView, inTemplate: boolean): PinPlace {
  if (!inTemplate) return { inSub: false, ...placeInArn(stringValue(child(policy.owner?.node, 'Arn'))), names: [] };
  const inSub = policy.embedding === undefined || policy.embedding.isSub;
  const functions = template.functionsOfRole(policy.owner?.id ?? '');
  return { inSub, names: functions.map(({ name }) => name && nameText(name, inSub, template)) };
}

function placeInArn(arn: string | undefined): { partition?: string; account?: string } {
  const [, partition, , , account] = arn?.split(':') ?? [];
  return partition && account ? { partition, account } : {};
}

/** The name as the text of an `Fn::Sub`. A `Ref` to a resource is left out: it could make the role wait for itself. */
function nameText(name: readonly NamePart[], inSub: boolean, template: TemplateView): string | undefined {
  const texts = name.map((part) => {
    if (typeof part === 'string') return part;
    const known = part.symbol.startsWith('AWS::') || template.isParameter(part.symbol);
    return known && inSub ? `\${${part.symbol}}` : undefined;
  });
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

/** Service-linked roles live under this path; only their service can change their trust policy. */
export function isServiceLinked(policy: Policy): boolean {
  const entity = policy.owner?.node;
  const path = child(entity, 'Path') ?? child(child(entity, 'Properties'), 'Path');
  return stringValue(path)?.startsWith('/aws-service-role/') ?? false;
}
