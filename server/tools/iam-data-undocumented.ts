import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globalConditionKeys } from '../src/catalog/condition-keys.ts';
import type { IamPackage } from './iam-data-package.ts';
import type { PolicyDocument, PolicyStatement } from './managed-policy-document.ts';

/**
 * What a policy names that a service writes itself and the collection does not have.
 * Source: Amazon SNS Developer Guide, the default policy of a topic.
 */
const STATED = { actions: ['sns:Receive'], keys: ['aws:SourceOwner'] } as const;

/** Service prefix -> names of actions as AWS's own policies write them; an empty list where only wildcards name it. */
export function readUndocumentedActions(
  folder: string,
  { services }: IamPackage,
): ReadonlyMap<string, readonly string[]> {
  const documented = new Map(
    services.map(({ prefix, actions }) => [prefix, new Set(actions.map(({ name }) => name.toLowerCase()))]),
  );
  const found = new Map<string, Set<string>>();
  for (const action of [...STATED.actions, ...actionsIn(folder)]) {
    const [prefix = '', name = ''] = action.split(':');
    if (name === '' || /[*?]/.test(prefix)) continue;
    const service = prefix.toLowerCase();
    const known = documented.get(service);
    const isPattern = /[*?]/.test(name);
    if (known !== undefined && (isPattern || known.has(name.toLowerCase()))) continue;
    const names = found.get(service) ?? new Set();
    if (!isPattern) names.add(name);
    found.set(service, names);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([prefix, names]) => [prefix, [...names].sort()]));
}

/** Condition keys of AWS's own policies that are documented neither by a service nor among the global ones. */
export function readUndocumentedKeys(folder: string, { services }: IamPackage): readonly string[] {
  const documented = new Set(
    [
      ...services.flatMap(({ conditionKeys }) => conditionKeys.map(({ key }) => key)),
      ...globalConditionKeys.map(({ name }) => name),
    ].map((key) => key.toLowerCase()),
  );
  const keys = statementsIn(folder).flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(Object.keys));
  // One with a slash ends in the key of a tag, which documents do not name.
  return [...new Set([...STATED.keys, ...keys])]
    .filter((key) => !key.includes('/') && !documented.has(key.toLowerCase()))
    .sort();
}

function actionsIn(folder: string): readonly string[] {
  return statementsIn(folder).flatMap(({ Action = [], NotAction = [] }) => [Action, NotAction].flat());
}

function statementsIn(folder: string): readonly PolicyStatement[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.flatMap((file) => {
    const { Statement }: PolicyDocument = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return [Statement].flat();
  });
}
