import { parseIpRange } from '../base/ip-range.ts';
import { table } from '../base/table.ts';
import { findGlobalConditionKey } from './condition-keys.ts';
import type { ConditionType } from './condition-operators.ts';

/** What every value of a key looks like. */
export interface ValueShape {
  readonly fits: (text: string) => boolean;
  /** What the key holds, in a sentence. */
  readonly holds: string;
}

// Access Analyzer speaks of "8 or 17 alphanumeric characters". Source: its policy check reference, invalid vpc format.
const vpc: ValueShape = {
  fits: (text) => /^vpc-([0-9a-z]{8}|[0-9a-z]{17})$/i.test(text),
  holds: 'the id of a VPC, such as `vpc-1a2b3c4d`',
};
const endpoint: ValueShape = {
  fits: (text) => /^vpce-([0-9a-z]{8}|[0-9a-z]{17})$/i.test(text),
  holds: 'the id of a VPC endpoint, such as `vpce-1a2b3c4d`',
};
// Source: AWS Organizations API reference, Organization.
const organization: ValueShape = {
  fits: (text) => /^o-[a-z0-9]{10,32}$/.test(text),
  holds: 'the id of an organization, such as `o-a1b2c3d4e5`',
};
const account: ValueShape = { fits: (text) => /^\d{12}$/.test(text), holds: 'the 12 digits of an account' };
// Source: IAM User Guide, global condition context keys, aws:PrincipalAccount: "anonymous" for anonymous requests.
const caller: ValueShape = { ...account, fits: (text) => account.fits(text) || /^anonymous$/i.test(text) };
// Source: AWS General Reference, Regional endpoints. What global services send is left open.
const region: ValueShape = {
  fits: (text) => /^([a-z]{2,4}(-[a-z]+)+-\d+|(aws-)?global)$/.test(text),
  holds: 'the code of a Region, such as `eu-west-1`',
};

const shapes: Readonly<Record<string, ValueShape>> = table({
  'aws:SourceVpc': vpc,
  'aws:Ec2InstanceSourceVpc': vpc,
  'aws:SourceVpce': endpoint,
  'aws:PrincipalOrgID': organization,
  'aws:ResourceOrgID': organization,
  'aws:SourceOrgID': organization,
  'aws:VpceOrgID': organization,
  'aws:PrincipalAccount': caller,
  'aws:ResourceAccount': account,
  'aws:SourceAccount': account,
  'aws:VpceAccount': account,
  'aws:RequestedRegion': region,
});

/** What texts of a type look like, where they are compared as texts. */
const shapesOfTypes: Partial<Readonly<Record<ConditionType, ValueShape>>> = {
  arn: { fits: (text) => text.startsWith('arn:'), holds: 'an ARN' },
  bool: { fits: (text) => /^(true|false)$/i.test(text), holds: '`true` or `false`' },
  numeric: { fits: (text) => /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(text), holds: 'a number' },
  // A date may be written in more than one way.
  ip: {
    fits: (text) => !text.includes('/') && parseIpRange(text) !== undefined,
    holds: 'one address; ranges are compared by `IpAddress`',
  },
};

/** What the values of a key of this type look like as texts, in any case; undefined where they may be any text. */
export function valueShapeOf(key: string, type: ConditionType): ValueShape | undefined {
  return shapes[findGlobalConditionKey(key)?.name ?? ''] ?? shapesOfTypes[type];
}

/** Whether the values of a key are ids of some kind: no two of these kinds are compared by the same operators. */
export function hasValueShape(key: string): boolean {
  return (findGlobalConditionKey(key)?.name ?? '') in shapes;
}
