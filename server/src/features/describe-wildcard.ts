import { accessLevels } from '../catalog/iam-chunk.ts';
import type { Action, Service } from '../catalog/iam-service.ts';

const mostNames = 6;

/** Which actions of a service a name with wildcards stands for, by what they do; sentences, names in backticks. */
export function describeWildcard(service: Service, actions: readonly Action[]): readonly string[] {
  const groups = Object.values(accessLevels)
    .map(({ level }) => ({
      level,
      names: actions.filter((each) => each.accessLevel === level).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0);
  return [
    `${actions.length === 1 ? '1 action' : `${actions.length} actions`} of ${service.name ?? service.prefix}.`,
    ...groups.map(({ level, names }) => `${level} (${names.length}): ${listOf(names)}.`),
  ];
}

function listOf(names: readonly string[]): string {
  const more = names.length - mostNames;
  const shown = names.slice(0, more > 1 ? mostNames : names.length).map((name) => `\`${name}\``);
  return `${shown.join(', ')}${more > 1 ? ` and ${more} more` : ''}`;
}
