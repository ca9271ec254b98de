import type { Entity, Place, World } from '../../../server/src/role/entity.ts';
import { literalText, type Text } from '../../../server/src/role/text.ts';
import {
  accounts,
  foreignAccount,
  join,
  organizationPaths,
  otherOrganizationPath,
  unknownAccounts,
  unknownNames,
  unknownTail,
} from './alphabet.ts';
import type { Dice } from './dice.ts';

/** One random hop, as the engine is given it. */
export interface ChainCase {
  readonly world: World;
  readonly source: Entity;
  readonly target: Entity;
}

/** What the policies of a random case are written about: names and places of both ends. */
export interface Scene {
  readonly sourceKind: 'role' | 'user' | 'function' | 'service';
  readonly sourceName: Text;
  readonly sourcePath: Text;
  readonly sourcePlaces: readonly [Place, ...Place[]];
  readonly targetName: Text;
  readonly targetPath: Text;
  readonly targetPlaces: readonly [Place, ...Place[]];
  readonly functionArn: Text;
  readonly hasOrganization: boolean;
  readonly organization: World['organization'];
  readonly hasTags: boolean;
  /** How much is unknown: 0 nothing, so that promise 3 has its cases. */
  readonly haze: 0 | 1 | 2;
}

export function randomScene(dice: Dice): Scene {
  const haze = dice.weigh<0 | 1 | 2>([
    [4, 0],
    [5, 1],
    [2, 2],
  ]);
  const hasOrganization = dice.once(3);
  const organization = hasOrganization
    ? { id: 'o-aaaaaaaaaa', ...(dice.once(2) && { managementAccount: dice.pick([...accounts, foreignAccount]) }) }
    : undefined;
  const placeOf = placesOf(dice, organization, haze);
  const sourceKind = dice.weigh<Scene['sourceKind']>([
    [16, 'role'],
    [1.2, 'user'],
    [1.2, 'function'],
    [0.6, 'service'],
  ]);
  const own = placeOf(accountText(dice, haze));
  const isSame = sourceKind === 'function' || dice.once(2);
  const other = isSame ? own : placeOf(accountText(dice, haze));
  const isStackSet = haze > 0 && dice.once(10);
  const targetPlaces: [Place, ...Place[]] = isStackSet
    ? [
        { ...other, unit: 'one' },
        { ...placeOf([foreignAccount]), unit: 'two' },
      ]
    : [other];
  return {
    sourceKind,
    sourceName: sourceKind === 'service' ? ['ec2.amazonaws.com'] : nameText(dice, haze),
    sourcePath: pathText(dice, haze),
    sourcePlaces: sourceKind === 'function' ? targetPlaces : [own],
    targetName: nameText(dice, haze),
    targetPath: pathText(dice, haze),
    targetPlaces: sourceKind === 'function' ? [other] : targetPlaces,
    functionArn: join('arn:aws:lambda:us-east-1:', own.account, ':function:', dice.pick(['alpha', 'al*', 'beta'])),
    hasOrganization,
    organization,
    hasTags: dice.once(8),
    haze,
  };
}

function accountText(dice: Dice, haze: number): Text {
  return haze > 0 && dice.once(3) ? [dice.pick(unknownAccounts)] : [dice.pick(accounts)];
}

function nameText(dice: Dice, haze: number): Text {
  if (haze === 0 || !dice.once(5)) return [dice.pick(['alpha', 'beta'])];
  return dice.pick<Text>([[dice.pick(unknownNames)], ['al', dice.pick(unknownNames)]]);
}

function pathText(dice: Dice, haze: number): Text {
  if (haze > 0 && dice.once(12)) return ['/', dice.pick(unknownNames), '/'];
  return [
    dice.weigh([
      [4, '/'],
      [3, '/ops/'],
      [1, '/ops/deep/'],
    ]),
  ];
}

/** An account is in one place, whoever lives there. */
function placesOf(dice: Dice, organization: World['organization'], haze: number): (account: Text) => Place {
  const known = new Map<string, Place>();
  return (account) => {
    const key = JSON.stringify(account);
    const place = known.get(key) ?? randomPlace(dice, account, organization, haze);
    known.set(key, place);
    return place;
  };
}

function randomPlace(dice: Dice, account: Text, organization: World['organization'], haze: number): Place {
  if (organization === undefined) return { account };
  const literal = literalText(account);
  const management = organization.managementAccount;
  if (literal !== undefined && literal === management) {
    return { account, organizationPath: [organizationPaths[0]], isManagement: true };
  }
  const path = dice.weigh<() => Place['organizationPath']>([
    [8, () => [dice.pick(organizationPaths)]],
    [1, () => [otherOrganizationPath]],
    [1, () => 'none'],
    [haze > 0 ? 2 : 0, () => undefined],
    [haze > 0 ? 2 : 0, () => [organizationPaths[1], unknownTail]],
  ])();
  // Where the account is not known, neither is whether it is the management account.
  const isOpen = literal === undefined || (management === undefined && haze > 0 && dice.once(5));
  return { account, ...(path !== undefined && { organizationPath: path }), ...(!isOpen && { isManagement: false }) };
}
