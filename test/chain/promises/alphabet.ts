import type { Text, Unknown } from '../../../server/src/role/text.ts';

/** The few values that random cases are made of: few, so that they meet often. */
export const accounts = ['111122223333', '444455556666'] as const;
export const foreignAccount = '777788889999';
export const freshAccounts = ['000011112222', '000033334444'] as const;

const root = 'o-aaaaaaaaaa/r-aaaa/';
export const unitIds = ['ou-aaaa-11111111', 'ou-aaaa-22222222'] as const;
export const organizationPaths = [root, `${root}${unitIds[0]}/`, `${root}${unitIds[0]}/${unitIds[1]}/`] as const;
export const otherOrganizationPath = 'o-bbbbbbbbbb/r-bbbb/';
export const freshUnit = 'ou-aaaa-99999999/';

/** Values of keys that hold any text: enough to tell the patterns below apart. */
export const words = ['alpha', 'beta', 'ALPHA', 'ala', 'zeta', 'al', 'fresh9', 'team'] as const;

const unknown = (id: string, type: Unknown['type']): Unknown => ({
  unknown: `template.yaml#${id}`,
  label: `\`\${${id}}\``,
  type,
});

export const unknownAccounts = [unknown('SecOps', 'account'), unknown('Workload', 'account')] as const;
export const unknownNames = [unknown('Name', 'name'), unknown('Stage', 'name')] as const;
export const unknownTail = unknown('Unit', 'path');
/** By where they stand, as their possible values differ; see `variables.ts`. */
export const unknownPrincipal = unknown('Principal', 'text');
export const unknownResource = unknown('Resource', 'text');
export const unknownAction = unknown('Action', 'text');
export const unknownValues = [unknown('ValueOne', 'text'), unknown('ValueTwo', 'text')] as const;

export function join(...texts: readonly (Text | string)[]): Text {
  return texts.flatMap((text) => (typeof text === 'string' ? [text] : text)).filter((part) => part !== '');
}

export function roleArn(account: Text | string, path: Text | string, name: Text | string, kind = 'role'): Text {
  return join('arn:aws:iam::', account, `:${kind}`, path, name);
}
