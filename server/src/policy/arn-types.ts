import type { IamData } from '../catalog/iam-data.ts';
import type { ArnText } from './arn-text.ts';
import { mayFit, mayFitService, patternOfResource } from './resource-overlap.ts';
import { unknown } from './value-pattern.ts';

/** Whether an ARN may be that of a resource, by the types of resources that its service documents. */
export function mayBeResource(arn: ArnText, data: IamData): boolean {
  const name = arn.field('service');
  const service = arn.fields.length === 6 && /^[a-z0-9-]+$/.test(name) ? data.findService(name) : undefined;
  // Of a service that documents none nothing is known.
  if (service === undefined || service.resourceTypes.length === 0) return true;
  return mayFitService(arn.asResource(), service);
}

/** What stands between a type and a name, the other way (`function/x` for `function:x`), where only that may be one. */
export function withOtherSeparator(arn: ArnText, data: IamData): string | undefined {
  const resource = arn.field('resource');
  const index = resource.search(/[:/]/);
  if (index <= 0 || resource.includes(unknown)) return undefined;
  const other = `${resource.slice(0, index)}${resource[index] === ':' ? '/' : ':'}${resource.slice(index + 1)}`;
  const text = arn.pattern.text.slice(0, arn.bounds('resource')[0]) + other;
  const service = data.findService(arn.field('service'));
  return service?.resourceTypes.some((type) => mayFit(patternOfResource(text), type)) ? other : undefined;
}
