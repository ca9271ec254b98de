import type { AttachedControlPolicy, Boundary, Entity, UnseenPolicy } from '../../../server/src/role/entity.ts';
import type { Grant, GrantCondition, GrantPrincipal, Listed } from '../../../server/src/role/grant.ts';
import { literalText, type Text } from '../../../server/src/role/text.ts';
import {
  accounts,
  foreignAccount,
  join,
  organizationPaths,
  roleArn,
  unitIds,
  unknownAccounts,
  unknownAction,
  unknownNames,
  unknownPrincipal,
  unknownResource,
} from './alphabet.ts';
import { randomCondition } from './condition-cases.ts';
import { type Dice, dice } from './dice.ts';
import { type ChainCase, randomScene, type Scene } from './scene.ts';

/** A hop made of few values, so that both verdicts are frequent and every feature is met. */
export function randomCase(seed: number): ChainCase {
  const chance = dice(seed);
  const scene = randomScene(chance);
  const source = randomSource(chance, scene);
  const target: Entity = {
    ...entity('Target', 'role', scene.targetName, scene.targetPath),
    places: scene.targetPlaces,
    trust: several(chance, [1, 1, 1, 2, 2, 3, 0], () => trustGrant(chance, scene)),
  };
  const { trust: _, source: __, ...unseenTarget } = target;
  const seenTarget = scene.haze > 0 && chance.once(25) ? unseenTarget : target;
  return {
    world: {
      entities: [source, seenTarget],
      controlPolicies: scene.hasOrganization ? several(chance, [0, 1, 1, 2], () => controlPolicy(chance, scene)) : [],
      partition: ['aws'],
      ...(scene.organization && { organization: scene.organization }),
    },
    source,
    target: seenTarget,
  };
}

function entity(id: string, kind: Entity['kind'], name: Text, path: Text): Entity {
  return {
    id,
    kind,
    name,
    path,
    places: [],
    source: { file: 'template.yaml', fragment: id, label: id },
    permissions: [],
    unseen: [],
    tags: { values: [], complete: true },
    functions: [],
    // Of `choices.ts`, no caller asks for more.
    ...(kind === 'role' && { maxSessionDuration: 3600 }),
  };
}

function randomSource(chance: Dice, scene: Scene): Entity {
  const kind = scene.sourceKind;
  const own = { ...entity('Source', kind, scene.sourceName, scene.sourcePath), places: scene.sourcePlaces };
  if (kind === 'function' || kind === 'service') {
    const { path: _, ...plain } = own;
    return kind === 'service'
      ? { ...plain, places: [] }
      : { ...plain, name: ['alpha'], runsAs: 'Target', arn: functionArn(scene) };
  }
  if (kind === 'role' && scene.haze > 0 && chance.once(25)) {
    const { source: _, ...unseen } = own;
    return { ...unseen, tags: { values: [], complete: false } };
  }
  const policy: UnseenPolicy = {
    label: 'a policy',
    id: 'policy:one',
    ...(chance.once(2) && { known: { mayAllow: chance.once(2), mayDeny: chance.once(2) } }),
  };
  const mayTag = scene.haze > 0 && chance.once(5);
  return {
    ...own,
    permissions: several(chance, [1, 1, 1, 2, 2, 3, 0], () => identityGrant(chance, scene)),
    unseen: scene.haze > 0 && chance.once(12) ? [policy] : [],
    // Users' boundaries are left out: AWS's pages conflict.
    ...(kind === 'role' && chance.once(6) && { boundary: randomBoundary(chance, scene) }),
    ...(kind === 'role' && chance.once(15) && { sessionPolicies: [[limitingGrant(chance, scene)]] }),
    tags: {
      values: chance.once(3) ? [{ key: 'team', value: [chance.pick(['alpha', 'beta'])] }] : [],
      complete: scene.haze === 0 || !chance.once(6),
    },
    ...(kind === 'role' && {
      trust: [
        grant('Source', 'Allow', {
          actions: listed([mayTag ? 'sts:*' : 'sts:AssumeRole']),
          principals: { negated: false, values: [principal('AWS', [foreignAccount])], complete: true },
        }),
      ],
    }),
  };
}

function functionArn(scene: Scene): Text {
  return join('arn:aws:lambda:us-east-1:', scene.sourcePlaces[0].account, ':function:alpha');
}

function randomBoundary(chance: Dice, scene: Scene): Boundary {
  if (scene.haze > 0 && chance.once(4)) {
    return { type: 'unseen', policy: { label: 'a boundary', id: 'policy:boundary' } };
  }
  return { type: 'seen', label: 'a boundary', grants: [limitingGrant(chance, scene)] };
}

/** A statement of a boundary, a session policy or an SCP. */
function limitingGrant(chance: Dice, scene: Scene): Grant {
  return chance.weigh<() => Grant>([
    [3, () => grant('Limit', 'Allow', { actions: listed(['*']), resources: listed(['*']) })],
    [2, () => grant('Limit', 'Allow', { actions: listed(['s3:*', 'ec2:*']), resources: listed(['*']) })],
    [4, () => identityGrant(chance, scene)],
  ])();
}

function identityGrant(chance: Dice, scene: Scene): Grant {
  const effect = chance.once(6) ? 'Deny' : 'Allow';
  return blur(
    chance,
    scene,
    grant(`identity ${chance.below(1000)}`, effect, {
      actions: actions(chance, scene),
      resources: resources(chance, scene),
      conditions: conditions(chance, scene),
    }),
  );
}

function trustGrant(chance: Dice, scene: Scene): Grant {
  const effect = chance.once(6) ? 'Deny' : 'Allow';
  const negated = effect === 'Deny' && chance.once(8);
  return blur(
    chance,
    scene,
    grant(`trust ${chance.below(1000)}`, effect, {
      actions: actions(chance, scene),
      principals: {
        negated,
        values: negated
          ? [principal('AWS', [`arn:aws:iam::${foreignAccount}:role/other`])]
          : several(chance, [1, 1, 1, 2], () => randomPrincipal(chance, scene)),
        complete: !(!negated && scene.haze > 0 && chance.once(50)),
      },
      conditions: conditions(chance, scene),
    }),
  );
}

function controlPolicy(chance: Dice, scene: Scene): AttachedControlPolicy {
  const isService = chance.once(2);
  const label = `control ${chance.below(1000)}`;
  const denial = grant(label, 'Deny', {
    actions: listed([chance.pick(['sts:*', 'sts:AssumeRole', 's3:*'])]),
    resources: resources(chance, scene),
    ...(!isService && { principals: { negated: false, values: [principal('*', ['*'])], complete: true } }),
    conditions: conditions(chance, scene),
  });
  const targets: readonly [Text, ...Text[]] = [
    [chance.pick(organizationPaths)],
    [chance.pick(unitIds)],
    ['r-aaaa'],
    [chance.pick([...accounts, foreignAccount])],
    ...(scene.haze > 0 ? [[chance.pick(unknownAccounts)]] : []),
  ];
  return {
    kind: isService ? 'scp' : 'rcp',
    label,
    grants: isService && chance.once(2) ? [limitingGrant(chance, scene)].map(certain) : [denial],
    targets: several(chance, [1, 1, 2], () => chance.pick(targets)),
    origin: { file: 'organization.yaml', fragment: label, policy: 0, label },
  };
}

/** Whether an SCP in sight holds an Allow is to be known, as it decides about AWS's own FullAWSAccess. */
function certain(each: Grant): Grant {
  return { ...each, complete: true, effect: each.effect ?? 'Allow' };
}

function actions(chance: Dice, scene: Scene): Listed {
  if (chance.once(14)) {
    return { ...listed([chance.pick(['s3:*', 'sts:AssumeRole', 'sts:Get*', 'sts:TagSession'])]), negated: true };
  }
  const values = chance.weigh<readonly (string | typeof unknownAction)[]>([
    [12, ['sts:AssumeRole']],
    [3, ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']],
    [1, ['sts:AssumeRole', 'sts:TagSession']],
    [1, ['sts:SetSourceIdentity']],
    [2, ['sts:*']],
    [1, ['*']],
    [1, ['sts:Assume*']],
    [1, ['STS:assumerole']],
    [1, ['s3:GetObject', 'sts:GetCallerIdentity']],
    [scene.haze > 0 ? 0.5 : 0, [unknownAction]],
  ]);
  return blurList(chance, scene, { ...listed([]), values: values.map((each) => [each]) });
}

function resources(chance: Dice, scene: Scene): Listed {
  const account = scene.targetPlaces[0].account;
  const { targetName: name, targetPath: path } = scene;
  const byRole = scene.sourceKind === 'role' || scene.sourceKind === 'user';
  const one = (): Text =>
    chance.weigh<() => Text>([
      [10, () => roleArn(account, path, name)],
      [2, () => roleArn(account, chance.pick(['/', '/ops/']), name)],
      [2, () => roleArn(account, path, chance.pick(['al*', '?eta', '*']))],
      [2, () => roleArn('*', path, name)],
      [1, () => roleArn(chance.pick(['111122223333', '444455556666']), path, name)],
      [1, () => roleArn(account, '/', '*')],
      [1, () => ['*']],
      [byRole ? 0.5 : 0, () => roleArn('${aws:PrincipalAccount}', path, name)],
      [byRole ? 0.5 : 0, () => roleArn(account, path, '${aws:PrincipalTag/team}')],
      [scene.haze > 0 ? 2 : 0, () => roleArn([chance.pick(unknownAccounts)], path, name)],
      [scene.haze > 0 ? 2 : 0, () => roleArn(account, path, [chance.pick(unknownNames)])],
      [scene.haze > 0 ? 0.5 : 0, () => roleArn(account, path, ['al', chance.pick(unknownNames)])],
      [scene.haze > 0 ? 0.5 : 0, () => roleArn(account, ['/', chance.pick(unknownNames), '/'], name)],
      [scene.haze > 0 ? 0.7 : 0, () => [unknownResource]],
    ])();
  const values = several(chance, [1, 1, 1, 2], one);
  return blurList(chance, scene, { negated: chance.once(16), values, complete: true });
}

function randomPrincipal(chance: Dice, scene: Scene): GrantPrincipal {
  if (scene.sourceKind === 'service' || scene.sourceKind === 'function') {
    const own = scene.sourceKind === 'service' ? 'ec2.amazonaws.com' : 'lambda.amazonaws.com';
    return principal('Service', [chance.pick([own, own, own, 's3.amazonaws.com'])]);
  }
  const { sourceName: name, sourcePath: path, sourceKind: kind } = scene;
  const account = scene.sourcePlaces[0].account;
  return chance.weigh<() => GrantPrincipal>([
    [9, () => principal('AWS', roleArn(account, path, name, kind))],
    [4, () => principal('AWS', account)],
    [4, () => principal('AWS', join('arn:aws:iam::', account, ':root'))],
    [2, () => principal('AWS', ['*'])],
    [1, () => principal('*', ['*'])],
    [2, () => principal('AWS', join('arn:aws:sts::', account, ':assumed-role/', name, '/one'))],
    [1, () => principal('AWS', roleArn(account, chance.pick(['/', '/ops/']), name, kind))],
    [1, () => principal('AWS', [foreignAccount])],
    [1, () => principal('AWS', [chance.pick(accounts)])],
    [1, () => principal('Service', ['lambda.amazonaws.com'])],
    [0.5, () => principal('AWS', roleArn(account, path, 'al*', kind))],
    [scene.haze > 0 ? 2 : 0, () => principal('AWS', [chance.pick(unknownAccounts)])],
    [scene.haze > 0 ? 2 : 0, () => principal('AWS', join('arn:aws:iam::', [chance.pick(unknownAccounts)], ':root'))],
    [scene.haze > 0 ? 2 : 0, () => principal('AWS', roleArn([chance.pick(unknownAccounts)], path, name, kind))],
    [scene.haze > 0 ? 1 : 0, () => principal('AWS', roleArn(account, path, [chance.pick(unknownNames)], kind))],
    [scene.haze > 0 ? 0.7 : 0, () => principal('AWS', [unknownPrincipal])],
  ])();
}

/** Nothing unknown stands in the conditions where nothing is to be unknown. */
function conditions(chance: Dice, scene: Scene): readonly GrantCondition[] {
  const found = several(chance, [0, 0, 0, 0, 1, 1, 2], () => randomCondition(chance, scene));
  if (scene.haze > 0) return found;
  return found.filter(({ values, complete }) => complete && values.every((text) => literalText(text) !== undefined));
}

/** Takes away, now and then, what is known of a statement. */
function blur(chance: Dice, scene: Scene, each: Grant): Grant {
  if (scene.haze === 0) return each;
  if (chance.once(30)) return { ...each, effect: undefined };
  return chance.once(30) ? { ...each, complete: false } : each;
}

function blurList(chance: Dice, scene: Scene, each: Listed): Listed {
  return scene.haze > 0 && chance.once(50) ? { ...each, complete: false } : each;
}

function grant(label: string, effect: Grant['effect'], rest: Partial<Grant>): Grant {
  const origin = { file: 'template.yaml', fragment: label, policy: 0, statement: 0, label };
  return { effect, origin, conditions: [], complete: true, ...rest };
}

function listed(values: readonly string[]): Listed {
  return { negated: false, values: values.map((value) => [value]), complete: true };
}

function principal(type: string, value: Text): GrantPrincipal {
  return { type, value };
}

function several<T>(chance: Dice, counts: readonly [number, ...number[]], make: () => T): readonly T[] {
  return Array.from({ length: chance.pick(counts) }, make);
}
