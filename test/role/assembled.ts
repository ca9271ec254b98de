import assert from 'node:assert/strict';
import type { Organization } from '../../server/src/organization/organization.ts';
import { assembleWorld } from '../../server/src/role/assemble-world.ts';
import type { AssemblyConfiguration, WorkspaceFile } from '../../server/src/role/assembly-input.ts';
import type { FileDeclarations } from '../../server/src/role/declaration.ts';
import type { Entity, World } from '../../server/src/role/entity.ts';
import type { Grant } from '../../server/src/role/grant.ts';
import type { Text } from '../../server/src/role/text.ts';
import { type Analysis, analyse } from '../../server/src/service/analysis.ts';
import { declarationsOf } from '../../server/src/service/declarations.ts';

/** Text by path. */
export type Texts = Readonly<Record<string, string>>;

export interface Setting {
  readonly configuration?: AssemblyConfiguration;
  readonly organizations?: readonly Organization[];
  /** What the configuration says of single files, by path. */
  readonly files?: Readonly<Record<string, Omit<WorkspaceFile, 'declarations'>>>;
}

export function read(path: string, text: string): Analysis {
  return analyse({ path, text }, { rules: {} }, undefined, (rule, error) => {
    throw new Error(rule, { cause: error });
  });
}

export function declare(path: string, text: string): FileDeclarations {
  return declarationsOf(path, read(path, text));
}

/** The world of files given as text. */
export function assemble(texts: Texts, { configuration, organizations, files }: Setting = {}): World {
  const all = Object.entries(texts).map(([path, text]) => ({ declarations: declare(path, text), ...files?.[path] }));
  return assembleWorld(all, configuration, organizations);
}

export function entity(world: World, id: string): Entity {
  const found = world.entities.find((each) => each.id === id);
  assert.ok(found, `no ${id} among ${world.entities.map((each) => each.id).join(', ')}`);
  return found;
}

/** A text with the ids of its unknowns in braces. */
export function show(text: Text | undefined): string | undefined {
  return text?.map((part) => (typeof part === 'string' ? part : `{${part.unknown}}`)).join('');
}

/** A statement on one line. `?` behind a list: there may be more; `maybe` before all: it may not be there. */
export function showGrant(grant: Grant): string {
  const { effect, actions, resources, principals, conditions, complete } = grant;
  const list = (name: string, each: { negated: boolean; complete: boolean } | undefined, values: readonly string[]) =>
    each === undefined ? [] : [`${each.negated ? 'not ' : ''}${name} ${values.join(' ')}${each.complete ? '' : '?'}`];
  return [
    `${complete ? '' : 'maybe '}${effect ?? 'effect?'}`,
    ...list('principal', principals, principals?.values.map(({ type, value }) => `${type}=${show(value)}`) ?? []),
    ...list('action', actions, actions?.values.map((text) => show(text) ?? '') ?? []),
    ...list('resource', resources, resources?.values.map((text) => show(text) ?? '') ?? []),
    ...conditions.map(
      ({ operator, key, values, complete: all }) =>
        `${operator} ${key} ${values.map((text) => show(text)).join(' ')}${all ? '' : '?'}`,
    ),
  ].join(' | ');
}

export function grants(all: readonly Grant[] | undefined): readonly string[] {
  return (all ?? []).map(showGrant);
}

/** A template in YAML of resources given as YAML, each line indented by two. */
export function trust(principal: string): string {
  return `AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: sts:AssumeRole`;
}
