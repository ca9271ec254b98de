import { findPartition } from '../catalog/partitions.ts';
import { givenValue } from './assembly-input.ts';
import type { Declaration, ParameterDeclaration } from './declaration.ts';
import type { Geography } from './deployment.ts';
import type { Place } from './entity.ts';
import { exportFinder, type NamedExport } from './find-export.ts';
import { importedName, mapKeys, readLocal } from './local-text.ts';
import { mappedValue } from './mapped-value.ts';
import { type Meaning, meaningOfParameter } from './parameter-value.ts';
import type { Resolver } from './resolve-grant.ts';
import { concat, iamArn } from './role-arn.ts';
import type { Scope, Scopes } from './scope.ts';
import { accountOf, findPlaces } from './scope-places.ts';
import { literalText, type Text, textKey, type Unknown, type UnknownType } from './text.ts';

/** A template whose expressions can be looked up. */
export interface ResolvedScope extends Resolver {
  readonly scope: Scope;
  readonly places: readonly Place[];
  /** The account of everything in it. */
  readonly account: Text;
  readonly partition: Text;
  /** The name of what the template declares, given or made up by CloudFormation. */
  readonly nameOf: (declaration: Extract<Declaration, { name?: Text }>) => Text;
  readonly arnOf: (declaration: Extract<Declaration, { name?: Text }>) => Text | undefined;
  /** All that its texts depend on: equal keys, equal texts. */
  readonly key: () => string;
}

export interface World {
  readonly scopes: Scopes;
  readonly geography: Geography;
  readonly partition: string;
}

/** Looks up expressions in all templates of a workspace, each once. */
export function resolveScopes(world: World): (scope: Scope) => ResolvedScope {
  const resolved = new Map<string, ResolvedScope>();
  let finder: ReturnType<typeof exportFinder> | undefined;
  const findExport = (name: Text) => {
    finder ??= exportFinder(
      world.scopes.exports.map((each) => ({ ...each, name: resolve(each.scope).text(each.output.exportName) })),
    );
    return finder(name);
  };
  const resolve = (scope: Scope): ResolvedScope => {
    const known = resolved.get(scope.id);
    if (known !== undefined) return known;
    const made = resolveScope(scope, world, resolve, findExport);
    resolved.set(scope.id, made);
    return made;
  };
  return resolve;
}

function resolveScope(
  scope: Scope,
  world: World,
  other: (scope: Scope) => ResolvedScope,
  findExport: (name: Text) => NamedExport | undefined,
): ResolvedScope {
  const { index } = scope;
  const partition: Text = [world.partition];
  const own = accountOf(scope);
  const meanings = new Map<string, Meaning>();
  const unknownOf = (local: Unknown, type: UnknownType): Meaning => ({
    text: [{ unknown: `${scope.id}#${readLocal(local).symbol}`, label: local.label, type }],
  });

  const meaningOf = (local: Unknown): Meaning => {
    const known = meanings.get(local.unknown);
    if (known !== undefined) return known;
    const type = index.accounts.has(local.unknown) ? 'account' : 'text';
    // What depends on itself is not known.
    meanings.set(local.unknown, unknownOf(local, type));
    const meaning = lookUp(local) ?? whatNobodySays(local, type);
    meanings.set(local.unknown, meaning);
    return meaning;
  };
  /** What a map holds may be a list. */
  const whatNobodySays = (local: Unknown, type: UnknownType): Meaning => {
    const open = unknownOf(local, type);
    return readLocal(local).why === 'map' ? { ...open, list: { values: undefined } } : open;
  };
  const text = (written: Text): Text => {
    if (written.every((part) => typeof part === 'string')) return written;
    return concat(...written.map((part) => (typeof part === 'string' ? [part] : meaningOf(part).text)));
  };
  const list = (written: Text): readonly Text[] | undefined => {
    const [only, ...more] = written;
    const found =
      only !== undefined && typeof only !== 'string' && more.length === 0 ? meaningOf(only).list : undefined;
    return found ? found.values : [text(written)];
  };

  let places: readonly Place[] | undefined;
  const placesOf = (): readonly Place[] => {
    if (places !== undefined) return places;
    // Stacks that deploy each other live nowhere that is known.
    places = [{ account: [own] }];
    places = findPlaces(scope, world.geography, own, other);
    return places;
  };
  const account = (): Text => {
    const [only, ...more] = placesOf();
    return only !== undefined && more.length === 0 ? only.account : [own];
  };
  const nameOf: ResolvedScope['nameOf'] = (declaration) => {
    if (declaration.name !== undefined) return text(declaration.name);
    const { id } = declaration;
    return [{ unknown: `${scope.id}#${id}`, label: `the name that CloudFormation gives \`${id}\``, type: 'name' }];
  };
  const arnOf: ResolvedScope['arnOf'] = (declaration) => {
    if (declaration.declares === 'policy' && declaration.arn !== undefined) return [declaration.arn];
    const name = nameOf(declaration);
    switch (declaration.declares) {
      case 'role':
      case 'user':
        return iamArn(partition, accountIn(declaration.account), declaration.declares, {
          path: text(declaration.path),
          name,
        });
      case 'policy':
        return declaration.type === 'managed'
          ? iamArn(partition, account(), 'policy', { path: text(declaration.path), name })
          : undefined;
      case 'use': {
        if (declaration.arn === undefined) return undefined;
        const { service, resource } = declaration.arn;
        return concat(['arn:'], partition, [`:${service}:`], region(), [':'], account(), [`:${resource}`], name);
      }
      default:
        return undefined;
    }
  };
  const accountIn = (id: string | undefined): Text => (id === undefined ? account() : [id]);
  const region = () => meaningOf({ unknown: 'pseudo:AWS::Region', label: '`${AWS::Region}`', type: 'name' }).text;

  function lookUp(local: Unknown): Meaning | undefined {
    const { why, symbol } = readLocal(local);
    switch (why) {
      case 'pseudo':
        return lookUpPseudo(symbol, local);
      case 'reference':
        return lookUpReference(symbol, local);
      case 'attribute':
        return lookUpAttribute(symbol);
      case 'map': {
        const [map = [], ...keys] = mapKeys(symbol).map(text);
        return mappedValue(index.maps.get(literalText(map) ?? ''), keys, unknownOf(local, 'text').text);
      }
      case 'import': {
        const found = findExport(text(importedName(symbol)));
        return found && { text: other(found.scope).text(found.output.value) };
      }
      default:
        return undefined;
    }
  }
  function lookUpPseudo(symbol: string, local: Unknown): Meaning | undefined {
    switch (symbol) {
      case 'AWS::AccountId':
        return { text: account() };
      case 'AWS::Partition':
        return { text: partition };
      case 'AWS::URLSuffix':
        return { text: [findPartition(world.partition)?.dnsSuffix ?? 'amazonaws.com'] };
      case 'AWS::Region':
      case 'AWS::StackName':
        return unknownOf(local, 'name');
      default:
        return undefined;
    }
  }
  function lookUpReference(symbol: string, local: Unknown): Meaning | undefined {
    const declared = index.byId.get(symbol);
    switch (declared?.declares) {
      case 'parameter':
        return valueOfParameter(declared, local);
      case 'role':
      case 'user':
      case 'group':
        return { text: nameOf(declared) };
      case 'use': {
        // A `Ref` to a state machine is its ARN, one to a function or a project its name.
        const service = declared.arn?.service;
        if (service === 'lambda' || service === 'codebuild') return { text: nameOf(declared) };
        const arn = service === 'states' ? arnOf(declared) : undefined;
        return arn && { text: arn };
      }
      case 'policy': {
        const arn = arnOf(declared);
        return arn && { text: arn };
      }
      default:
        return undefined;
    }
  }
  function lookUpAttribute(symbol: string): Meaning | undefined {
    const [id = '', attribute, output] = symbol.split('.');
    const declared = index.byId.get(id);
    if (declared?.declares === 'stack' && attribute === 'Outputs') {
      const child = world.scopes.childOf(scope, id);
      const found = child?.index.declarations.find((each) => each.declares === 'output' && each.id === output);
      return child && found?.declares === 'output' ? { text: other(child).text(found.value) } : undefined;
    }
    const isArn = attribute === 'Arn' || attribute === 'PolicyArn';
    if (!isArn || declared === undefined || !('name' in declared || mayHaveName(declared))) return undefined;
    const arn = arnOf(declared as Extract<Declaration, { name?: Text }>);
    return arn && { text: arn };
  }
  function valueOfParameter(parameter: ParameterDeclaration, local: Unknown): Meaning {
    const isAccount =
      parameter.isAccount || index.accounts.has(local.unknown) || /account_?(id|number)?$/i.test(parameter.id);
    return meaningOfParameter(parameter, {
      configured: scope.isFile ? givenValue(scope.file, parameter.id) : undefined,
      passed: passedByParents(parameter.id),
      unknown: unknownOf(local, isAccount ? 'account' : 'text').text,
    });
  }
  /** Undefined: no stack gives it one, so that the default holds. */
  function passedByParents(name: string): Text | 'unknown' | undefined {
    const all = scope.parents.map((parent) => {
      const value = parent.stack.parameters.find(({ key }) => key === name)?.value;
      return value && other(parent.scope).text(value);
    });
    const [first, ...more] = all;
    const key = first && textKey(first);
    return more.every((each) => (each && textKey(each)) === key) ? first : 'unknown';
  }

  return {
    scope,
    get places() {
      return placesOf();
    },
    get account() {
      return account();
    },
    partition,
    text,
    list,
    nameOf,
    arnOf,
    key: () => {
      const all = index.locals.map((local) => {
        const { text: value, list: values } = meaningOf(local);
        return values ? `${textKey(value)}\u0002${values.values?.map(textKey).join('\u0003')}` : textKey(value);
      });
      return [scope.id, world.partition, JSON.stringify(placesOf()), ...all].join('\u0001');
    },
  };
}

function mayHaveName({ declares }: Declaration): boolean {
  return declares === 'role' || declares === 'user' || declares === 'use' || declares === 'policy';
}
