import type { Text as Written } from '../edit/writable.ts';
import type { KnownRole } from '../features/completion/complete-roles.ts';
import type { World } from '../role/entity.ts';
import { literalText, type Text } from '../role/text.ts';

/** The roles of the workspace as they can be named in a file. */
export function knownRoles({ entities }: World, path: string): readonly KnownRole[] {
  return entities.flatMap((entity): readonly KnownRole[] => {
    const name = literalText(entity.name);
    const { source, arn } = entity;
    if (entity.kind !== 'role' || source === undefined || entity.isServiceLinked === true) return [];
    const isHere = source.file === path && source.fragment.startsWith('Resources/');
    const logicalId = isHere ? source.fragment.slice('Resources/'.length) : undefined;
    const written = arn && writable(arn);
    const label = name ?? logicalId;
    if (label === undefined) return [];
    return [{ name: label, ...(written && { arn: written }), ...(logicalId !== undefined && { logicalId }) }];
  });
}

/** With a place for an account that is not known; undefined where anything else is not. */
function writable(arn: Text): Written | undefined {
  const parts = arn.map((part) => {
    if (typeof part === 'string') return part;
    return part.type === 'account' ? { name: 'account id' } : undefined;
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}
