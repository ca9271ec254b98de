import { insertProperty } from '../edit/insert-property.ts';
import type { Changes } from '../edit/place.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import { property, type StringNode } from '../syntax/node.ts';
import { isWrittenOut } from './element-names.ts';
import type { Policy } from './policy.ts';
import { readValue } from './read-value.ts';
import { literalOf } from './value.ts';

/** The version of the policy language in which `${aws:username}` is a variable. */
export const currentVersion = '2012-10-17';

/**
 * What a document says of its language. `missing`: nothing, so that AWS reads it by the rules of 2008-10-17; `key` is
 * the first key of the document.
 */
export type LanguageVersion =
  | { readonly is: 'missing'; readonly key: StringNode }
  | { readonly is: 'old' | 'other' | 'unknown' };

/** Unknown where statements stand alone, and where an intrinsic or a transform may write the version. */
export function languageVersionOf({ root, shape, substitution }: Policy): LanguageVersion {
  if (shape !== 'document' || root.type !== 'object' || !isWrittenOut(root)) return { is: 'unknown' };
  const version = property(root, 'Version');
  const [first] = root.properties;
  if (version === undefined) return first === undefined ? { is: 'unknown' } : { is: 'missing', key: first.key };
  const text = literalOf(readValue(version.value, substitution));
  if (text === undefined || version.value.type === 'null') return { is: 'unknown' };
  return { is: text === '2008-10-17' ? 'old' : 'other' };
}

/** Writes the current version into a document, at its beginning where it has none. */
export function useCurrentVersion(target: EditTarget, { root }: Policy): Changes {
  const version = property(root, 'Version');
  if (version !== undefined) return replaceValue(target, version.value, currentVersion);
  return root.type === 'object' ? insertProperty(target, root, 'Version', currentVersion, { first: true }) : undefined;
}
