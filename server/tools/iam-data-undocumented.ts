import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IamPackage } from './iam-data-package.ts';
import type { PolicyDocument } from './managed-policy-document.ts';

/**
 * Actions of policies that services write themselves and the collection does not have.
 * Source: Amazon SNS Developer Guide, the default policy of a topic.
 */
const STATED: readonly string[] = ['sns:Receive'];

/** Service prefix -> names of actions as AWS's own policies write them; an empty list where only wildcards name it. */
export function readUndocumentedActions(
  folder: string,
  { services }: IamPackage,
): ReadonlyMap<string, readonly string[]> {
  const documented = new Map(
    services.map(({ prefix, actions }) => [prefix, new Set(actions.map(({ name }) => name.toLowerCase()))]),
  );
  const found = new Map<string, Set<string>>();
  for (const action of [...STATED, ...actionsIn(folder)]) {
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

function actionsIn(folder: string): readonly string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.flatMap((file) => {
    const { Statement }: PolicyDocument = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return [Statement].flat().flatMap(({ Action = [], NotAction = [] }) => [Action, NotAction].flat());
  });
}
