/** What an id of AWS Organizations, or an account's, stands for. */
export type IdKind = 'organization' | 'root' | 'unit' | 'account';

/** Source: AWS Organizations API reference, the patterns of `Organization`, `Root`, `OrganizationalUnit` and `Account`. */
const shapes: readonly (readonly [kind: IdKind, start: string, shape: RegExp])[] = [
  ['organization', 'o-', /^o-[a-z0-9]{10,32}$/],
  ['root', 'r-', /^r-[0-9a-z]{4,32}$/],
  ['unit', 'ou-', /^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/],
  ['account', '', /^\d{12}$/],
];

/** What a whole text is the id of; undefined if it is no id. Ids are written in lower case. */
export function idKindOf(text: string): IdKind | undefined {
  for (const [kind, start, shape] of shapes) if (text.startsWith(start) && shape.test(text)) return kind;
  return undefined;
}

/** The id of the root that an organizational unit belongs to, which its own id holds; undefined for other texts. */
export function rootOfUnit(unit: string): string | undefined {
  return idKindOf(unit) === 'unit' ? `r-${unit.split('-')[1]}` : undefined;
}
