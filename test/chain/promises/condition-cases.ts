import type { GrantCondition } from '../../../server/src/role/grant.ts';
import type { Text } from '../../../server/src/role/text.ts';
import {
  accounts,
  foreignAccount,
  organizationPaths,
  otherOrganizationPath,
  roleArn,
  unknownAccounts,
  unknownNames,
  unknownValues,
} from './alphabet.ts';
import type { Dice } from './dice.ts';
import type { Scene } from './scene.ts';

type Shape = readonly [operators: readonly [string, ...string[]], values: (dice: Dice, scene: Scene) => Text];

const stringOperators = [
  'StringEquals',
  'StringEquals',
  'StringLike',
  'StringLike',
  'StringNotEquals',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
] as const;
const arnOperators = ['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals', 'StringLike', 'StringEquals'] as const;
const equality = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'] as const;
const numeric = [
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
] as const;
const dates = [
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
] as const;

const word = (dice: Dice): Text =>
  dice.weigh<() => Text>([
    [6, () => [dice.pick(['alpha', 'beta'])]],
    [3, () => [dice.pick(['al*', '*a', '?eta', '*', 'ALPHA'])]],
    [2, () => [dice.pick(unknownValues)]],
    [1, () => ['al', dice.pick(unknownNames)]],
    [0.7, () => [dice.pick(['${aws:PrincipalTag/team}', '${aws:PrincipalAccount}', "${aws:SourceVpc, 'alpha'}"])]],
  ])();

const account = (dice: Dice, scene: Scene): Text =>
  dice.weigh<() => Text>([
    [5, () => scene.sourcePlaces[0].account],
    [3, () => scene.targetPlaces[0].account],
    [2, () => [dice.pick([...accounts, foreignAccount])]],
    [2, () => [dice.pick(unknownAccounts)]],
    [1, () => [dice.pick(['1111*', '*', '${aws:ResourceAccount}'])]],
    // What the key holds for a service is not established.
    [isService(scene) ? 0 : 0.3, () => ['${aws:PrincipalAccount}']],
  ])();

const isService = ({ sourceKind }: Scene): boolean => sourceKind === 'service' || sourceKind === 'function';

const principalArn = (dice: Dice, scene: Scene): Text => {
  const own = scene.sourcePlaces[0].account;
  return dice.weigh<() => Text>([
    [6, () => roleArn(own, scene.sourcePath, scene.sourceName, scene.sourceKind)],
    [2, () => roleArn(own, '/', scene.sourceName, scene.sourceKind)],
    [2, () => roleArn('*', scene.sourcePath, dice.pick(['al*', '*', '?eta']), scene.sourceKind)],
    [1, () => roleArn(own, '/*', '', '*')],
    [1, () => roleArn([dice.pick(unknownAccounts)], scene.sourcePath, scene.sourceName, scene.sourceKind)],
    [1, () => roleArn(own, scene.sourcePath, [dice.pick(unknownNames)], scene.sourceKind)],
    // What a bare `*` means to an operator for ARNs is not established.
    [1, () => [dice.pick(['arn:aws:iam::*', 'arn:*:role/alpha'])]],
  ])();
};

const organizationId = (dice: Dice): Text => [dice.pick(['o-aaaaaaaaaa', 'o-aaaaaaaaaa', 'o-bbbbbbbbbb', 'o-*'])];

const organizationPath = (dice: Dice): Text => [
  `${dice.pick([...organizationPaths, otherOrganizationPath])}${dice.pick(['', '*', '*', 'ou-*'])}`,
];

const shapes: Readonly<Record<string, Shape>> = {
  'aws:PrincipalArn': [arnOperators, principalArn],
  'aws:PrincipalAccount': [equality, account],
  'aws:ResourceAccount': [equality, account],
  'aws:PrincipalType': [equality, (dice) => [dice.pick(['AssumedRole', 'User', 'Assumed*'])]],
  'aws:PrincipalIsAWSService': [['Bool'], (dice) => [dice.pick(['true', 'false', 'False'])]],
  'aws:PrincipalOrgID': [equality, organizationId],
  'aws:ResourceOrgID': [equality, organizationId],
  'aws:PrincipalOrgPaths': [equality, organizationPath],
  'aws:ResourceOrgPaths': [equality, organizationPath],
  'aws:PrincipalTag/team': [stringOperators, word],
  'sts:ExternalId': [stringOperators, word],
  'sts:RoleSessionName': [stringOperators, word],
  'sts:SourceIdentity': [stringOperators, word],
  'aws:RequestTag/team': [stringOperators, word],
  'aws:TagKeys': [equality, (dice) => [dice.pick(['team', 'te*', 'cost', 'zone'])]],
  'sts:TransitiveTagKeys': [equality, (dice) => [dice.pick(['team', 'te*', 'cost'])]],
  'sts:DurationSeconds': [numeric, (dice) => [dice.pick(['900', '1800', '3600'])]],
  'aws:SourceArn': [arnOperators, (_, scene) => scene.functionArn],
  'aws:SourceAccount': [equality, account],
  'aws:SourceVpc': [stringOperators, word],
  'aws:SourceIp': [
    ['IpAddress', 'NotIpAddress'],
    (dice) => [dice.pick(['203.0.113.0/24', '203.0.113.7', '10.0.0.0/8'])],
  ],
  'aws:MultiFactorAuthPresent': [['Bool'], (dice) => [dice.pick(['true', 'false'])]],
  'aws:TokenIssueTime': [dates, (dice) => [dice.pick(['2024-01-01T00:00:00Z', '2025-06-01T00:00:00Z'])]],
};

const multivalued = ['aws:PrincipalOrgPaths', 'aws:ResourceOrgPaths', 'aws:TagKeys', 'sts:TransitiveTagKeys'];
const tagging = ['aws:RequestTag/team', 'aws:TagKeys', 'sts:TransitiveTagKeys'];
const organizational = ['aws:PrincipalOrgID', 'aws:ResourceOrgID', 'aws:PrincipalOrgPaths', 'aws:ResourceOrgPaths'];
/** Keys that may always be there: whether they can be absent is not ours to say. */
const neverNull = ['aws:TokenIssueTime', 'aws:SourceIp', 'sts:RoleSessionName', 'sts:DurationSeconds'];
const ofServices = ['aws:ResourceAccount', 'aws:PrincipalIsAWSService'];
const ofFunctions = [...ofServices, 'aws:SourceArn', 'aws:SourceAccount', 'aws:SourceVpc'];

/** One key under one operator. */
export function randomCondition(dice: Dice, scene: Scene): GrantCondition {
  const key = pickKey(dice, scene);
  const [operators, value] = shapes[key] ?? [['StringEquals'], word];
  const written = dice.once(12) ? key.toLowerCase() : key;
  if (!neverNull.includes(key) && dice.once(8)) {
    return { operator: 'Null', key: written, values: [[dice.pick(['true', 'false'])]], complete: true };
  }
  const operator = dice.pick(operators);
  const qualifier = multivalued.includes(key)
    ? dice.pick(['ForAnyValue:', 'ForAnyValue:', 'ForAllValues:'])
    : dice.weigh([
        [10, ''],
        [1, 'ForAnyValue:'],
        [1, 'ForAllValues:'],
      ]);
  // What IfExists does to a missing key under ForAnyValue is not established.
  const suffix = qualifier === '' && dice.once(6) ? 'IfExists' : '';
  const values = dice.once(4) ? [value(dice, scene), value(dice, scene)] : [value(dice, scene)];
  const isText = operator.startsWith('String') || operator.startsWith('Arn');
  return { operator: `${qualifier}${operator}${suffix}`, key: written, values, complete: !(isText && dice.once(40)) };
}

function pickKey(dice: Dice, scene: Scene): string {
  const keys = Object.keys(shapes).filter((key) => {
    if (scene.sourceKind === 'service') return ofServices.includes(key);
    if (scene.sourceKind === 'function') return ofFunctions.includes(key);
    return (scene.hasTags || !tagging.includes(key)) && (scene.hasOrganization || !organizational.includes(key));
  });
  // In an organization, and with tags, these are what it is about.
  const favoured = keys.filter((key) => tagging.includes(key) || organizational.includes(key));
  const from = favoured.length > 0 && dice.once(3) ? favoured : keys;
  return from[dice.below(from.length)] ?? 'aws:ResourceAccount';
}

/** For the table of what was met. */
export const allKeys: readonly string[] = Object.keys(shapes);
