import type { Entity, Place, UnseenPolicy } from '../../../server/src/role/entity.ts';
import { literalText, textKey } from '../../../server/src/role/text.ts';
import {
  accounts,
  foreignAccount,
  freshAccounts,
  freshUnit,
  organizationPaths,
  otherOrganizationPath,
  unitIds,
  unknownAction,
  unknownPrincipal,
  unknownResource,
  words,
} from './alphabet.ts';
import { grantsOf, keysOf, textsOf, unknownsOf } from './mentions.ts';
import type { ChainCase } from './scene.ts';

/** What is not known, and all that it may be. Undefined: the key is absent. */
export interface Variable {
  readonly id: string;
  readonly values: readonly [Value, ...Value[]];
}

export type Value = string | undefined;
export type Assignment = ReadonlyMap<string, Value>;

/** Stand for what is known only once the others are assigned. */
export const tokens = { source: '@source', target: '@target', account: '@account', targetAccount: '@targetAccount' };

/** All that is not known of a hop. The caller's choices are not among them. */
export function variablesOf(chain: ChainCase): readonly Variable[] {
  return [...textVariables(chain), ...keyVariables(chain), ...grantVariables(chain), ...entityVariables(chain)];
}

function textVariables(chain: ChainCase): readonly Variable[] {
  const mentioned = new Set(textsOf(chain).flatMap((text) => text.filter((part) => typeof part === 'string')));
  const isMentioned = (account: string): boolean => [...mentioned].some((text) => text.includes(account));
  const management = chain.world.organization?.managementAccount;
  return unknownsOf(chain).map((unknown): Variable => {
    const id = `text:${unknown.unknown}`;
    switch (unknown.type) {
      case 'account': {
        const known = [...accounts, foreignAccount].filter((each) => each === management || isMentioned(each));
        // Two unknowns may also be two accounts that nothing mentions.
        return { id, values: [...freshAccounts, ...known] };
      }
      case 'name':
        return { id, values: mentioned.has('al') ? [...names, ...joined] : names };
      case 'path':
        return { id, values: ['', `${unitIds[1]}/`, freshUnit] };
      default:
        return { id, values: textValues(unknown.unknown) };
    }
  });
}

const names = ['fresh9', 'alpha', 'beta', 'pha', 'eta', 'ops'] as const;
/** What another name is where it stands behind `al`. */
const joined = ['alfresh9', 'alalpha', 'albeta', 'alops'];

function textValues(id: string): Variable['values'] {
  const fresh = 'arn:aws:iam::000011112222:role/fresh9';
  switch (id) {
    case unknownPrincipal.unknown:
      return [fresh, tokens.source, tokens.account, '*'];
    case unknownResource.unknown:
      return [fresh, tokens.target, '*'];
    case unknownAction.unknown:
      return ['s3:GetObject', 'sts:AssumeRole', 'sts:*'];
    default:
      return [...words, 'al*', '*'];
  }
}

/** Keys that AWS sets, and those that are never there, are no variables; see oracle/context.ts. */
function keyVariables(chain: ChainCase): readonly Variable[] {
  return keysOf(chain).flatMap((key): readonly Variable[] => {
    const id = `key:${key}`;
    switch (key) {
      case 'aws:sourcevpc':
        return [{ id, values: [undefined, ...wordsFor(chain), ...patternsFor(chain)] }];
      case 'aws:sourceip':
        return [{ id, values: [undefined, '203.0.113.7', '203.0.113.9', '10.1.1.1', '198.51.100.1'] }];
      case 'aws:tokenissuetime':
        return [{ id, values: [undefined, ...dates] }];
      case 'aws:multifactorauthpresent':
        // Never true on the credentials of a role.
        return [{ id, values: chain.source.kind === 'user' ? [undefined, 'false', 'true'] : [undefined, 'false'] }];
      case 'aws:principaltag/team':
        return tagVariable(id, chain);
      default:
        return [];
    }
  });
}

const dates = [
  '2023-01-01T00:00:00Z',
  '2024-01-01T00:00:00Z',
  '2025-01-01T00:00:00Z',
  '2025-06-01T00:00:00Z',
  '2026-01-01T00:00:00Z',
];

/** A session tag hides the tag of the role; it may come where the role's own trust lets tags in. */
function tagVariable(id: string, chain: ChainCase): readonly Variable[] {
  const own = chain.source.tags.values.find(({ key }) => key === 'team');
  const mayPassTags =
    chain.source.kind === 'role' &&
    (chain.source.trust === undefined ||
      chain.source.trust.some((grant) => grant.actions?.values.some((text) => literalText(text) === 'sts:*')));
  if (!mayPassTags && (own !== undefined || chain.source.tags.complete)) return [];
  return [{ id, values: own === undefined ? [undefined, ...wordsFor(chain)] : wordsFor(chain) }];
}

/** What is mentioned as a pattern may also be meant as it stands. */
function patternsFor(chain: ChainCase): readonly string[] {
  const values = grantsOf(chain).flatMap(({ grant }) => grant.conditions.flatMap((each) => each.values));
  const literals = values.map(literalText).filter((text) => text !== undefined && /^[^$]*[*?][^$]*$/.test(text));
  return [...new Set(literals)].flatMap((text) => text ?? []);
}

/** As many words as tell apart what the case mentions. */
export function wordsFor(chain: ChainCase): readonly [string, ...string[]] {
  const values = grantsOf(chain).flatMap(({ grant }) => grant.conditions.flatMap((each) => each.values));
  const usesAccount = values.some((text) => /(Principal|Resource)Account\}/i.test(literalText(text) ?? ''));
  const joins = values.some((text) => text.length > 1 && text[0] === 'al');
  const all: readonly [string, ...string[]] = [
    ...words,
    ...(usesAccount ? [tokens.account, tokens.targetAccount] : []),
    ...(joins ? [...names, ...joined].map((name) => `al${name}`) : []),
  ];
  const mentioned = values.map(literalText);
  if (mentioned.some((text) => text === undefined || text.includes('${'))) return all;
  const seen = new Set<string>();
  const [first, ...rest] = all;
  return [
    first,
    ...rest.filter((word) => {
      const signature = mentioned.map((text) => agreements(word, text ?? '')).join();
      if (seen.size === 0) seen.add(mentioned.map((text) => agreements(first, text ?? '')).join());
      return !seen.has(signature) && seen.add(signature);
    }),
  ];
}

function agreements(word: string, pattern: string): string {
  const isLike =
    pattern === '*' || (pattern === 'al*' && word.startsWith('al')) || (pattern === '*a' && word.endsWith('a'));
  const isEta = pattern === '?eta' && /^.eta$/.test(word);
  return `${word === pattern}${word.toLowerCase() === pattern.toLowerCase()}${isLike}${isEta}`;
}

function grantVariables(chain: ChainCase): readonly Variable[] {
  return grantsOf(chain).flatMap(({ id, grant }): readonly Variable[] => [
    ...(grant.effect === undefined ? [{ id: `effect:${id}`, values: ['Allow', 'Deny'] } as const] : []),
    ...(grant.complete ? [] : [yesOrNo(`there:${id}`)]),
    ...(grant.actions?.complete === false ? [yesOrNo(`actions:${id}`)] : []),
    ...(grant.resources?.complete === false ? [yesOrNo(`resources:${id}`)] : []),
    ...(grant.principals?.complete === false ? [yesOrNo(`principals:${id}`)] : []),
    ...grant.conditions.flatMap((each, index) => (each.complete ? [] : [yesOrNo(`condition${index}:${id}`)])),
  ]);
}

function entityVariables(chain: ChainCase): readonly Variable[] {
  const { world, source, target } = chain;
  const isOrganizational =
    world.controlPolicies.length > 0 || keysOf(chain).some((key) => /:(principal|resource)org/.test(key));
  const places = new Map([...source.places, ...target.places].map((place) => [textKey(place.account), place]));
  return [
    ...pickPlace('place:source', source),
    ...pickPlace('place:target', target),
    ...(isOrganizational ? [...places.values()].flatMap(placeVariables) : []),
    ...source.unseen.map((policy) => ({ id: `unseen:${policy.id}`, values: unseenValues(policy) })),
    ...(source.boundary?.type === 'unseen' ? [yesOrNo('boundary')] : []),
    ...(source.kind === 'role' && source.source === undefined
      ? [{ id: 'permissions', values: ['nothing', 'allow', 'deny'] } as const]
      : []),
    ...(target.trust === undefined ? [yesOrNo('trust')] : []),
  ];
}

function pickPlace(id: string, { places }: Entity): readonly Variable[] {
  const [first, ...rest] = places.map((_, index) => String(index));
  return first === undefined || rest.length === 0 ? [] : [{ id, values: [first, ...rest] }];
}

function placeVariables(place: Place): readonly Variable[] {
  const key = textKey(place.account);
  return [
    ...(place.organizationPath === undefined
      ? [{ id: `orgpath:${key}`, values: ['none', ...organizationPaths, otherOrganizationPath] } as const]
      : []),
  ];
}

function unseenValues({ known }: UnseenPolicy): Variable['values'] {
  return ['nothing', ...(known?.mayAllow === false ? [] : ['allow']), ...(known?.mayDeny === false ? [] : ['deny'])];
}

const yesOrNo = (id: string): Variable => ({ id, values: ['yes', 'no'] });
