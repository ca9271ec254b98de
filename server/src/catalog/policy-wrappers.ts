import type { PolicyWrapper } from './policy-wrapper.ts';
import { identityWrapperRows } from './policy-wrappers-identity.ts';
import { resourceWrapperRows } from './policy-wrappers-resource.ts';

const SOURCE = 'botocore 1.43.11, service models (input and output shapes)';

export const policyWrappers: readonly PolicyWrapper[] = [...identityWrapperRows, ...resourceWrapperRows].map(
  ({ path, typePath, ...row }) => ({
    ...row,
    path: path.split('.'),
    source: SOURCE,
    ...(typePath === undefined ? {} : { typePath: typePath.split('.') }),
  }),
);

/**
 * The rows that a file answers to. `rootKeys` are the keys of its root object; `has` says whether something stands at
 * a path from the root, where `[]` is some item of a list. Several rows answer where a file holds policies in several
 * places, as the authorization details of an account do.
 */
export function matchingWrappers(
  rootKeys: readonly string[],
  has: (path: readonly string[]) => boolean,
): readonly PolicyWrapper[] {
  return policyWrappers.filter((wrapper) => {
    if (wrapper.only !== undefined && !rootKeys.every((key) => wrapper.only?.includes(key))) return false;
    if (wrapper.unless?.some((path) => has(path.split('.')))) return false;
    return wrapper.when.every((path) => has(path.split('.')));
  });
}
