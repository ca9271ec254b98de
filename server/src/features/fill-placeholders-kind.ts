import { parseArn } from '../policy/arn.ts';
import { organizationPathKeys } from '../policy/organization-path.ts';
import type { Policy } from '../policy/policy.ts';
import { literalOf, type Part, type Value } from '../policy/value.ts';
import type { StringNode } from '../syntax/node.ts';

/** What belongs in the place of a placeholder. */
export type PlaceholderKind =
  | 'organization-path'
  | 'organization-id'
  | 'account-id'
  | 'region'
  | 'function-name'
  | 'role-name'
  | 'other';

/** Tells the kind of a placeholder by the string it stands in, where it begins in that, and its text. */
export type KindOf = (node: StringNode, from: number, text: string) => PlaceholderKind;

/** For the placeholders of one policy: what a placeholder says comes first, then where it stands. */
export function placeholderKinds(policy: Policy): KindOf {
  const places = new Map<StringNode, Map<number, PlaceholderKind>>();
  const note = (part: Part, kind: PlaceholderKind | undefined) => {
    if (kind === undefined || part.type !== 'hole' || part.why !== 'placeholder' || part.at === undefined) return;
    const known = places.get(part.at.node) ?? new Map<number, PlaceholderKind>();
    places.set(part.at.node, known.set(part.at.from, kind));
  };
  for (const { value, whole } of valuesOf(policy))
    for (const part of value.parts) note(part, kindInArn(value, part) ?? (value.parts[0] === part ? whole : undefined));
  return (node, from, text) => kindByWords(text) ?? places.get(node)?.get(from) ?? 'other';
}

interface PlacedValue {
  readonly value: Value;
  /** What a placeholder is that the value begins with. */
  readonly whole?: PlaceholderKind | undefined;
}

function valuesOf({ statements }: Policy): readonly PlacedValue[] {
  return statements.flatMap((statement): PlacedValue[] => [
    ...[statement.action, statement.notAction, statement.resource, statement.notResource].flatMap((list) =>
      (list?.values ?? []).map((value) => ({ value })),
    ),
    ...[statement.principal, statement.notPrincipal].flatMap((element) =>
      (element?.principals ?? []).map(({ type, value }) => ({
        value,
        whole: type === 'AWS' ? 'account-id' : undefined,
      })),
    ),
    ...statement.condition.entries.flatMap(({ key, values }) =>
      values.map((value) => ({ value, whole: kindOfKey(key) })),
    ),
  ]);
}

function kindOfKey(key: string): PlaceholderKind | undefined {
  const name = key.toLowerCase();
  if (organizationPathKeys.some((each) => each.toLowerCase() === name)) return 'organization-path';
  if (/^aws:\w+orgid$/.test(name)) return 'organization-id';
  if (/:\w*account$/.test(name)) return 'account-id';
  return name === 'aws:requestedregion' ? 'region' : undefined;
}

function kindInArn({ node, parts }: Value, part: Part): PlaceholderKind | undefined {
  const arn = parseArn(parts);
  if (arn === undefined) return undefined;
  if (arn.region.includes(part)) return 'region';
  if (arn.account.includes(part)) return 'account-id';
  const index = arn.resource.indexOf(part);
  if (index < 0) return undefined;
  const before = literalOf({ node, parts: arn.resource.slice(0, index) }) ?? '';
  if (/^function:$|\/aws\/lambda\/$/.test(before)) return 'function-name';
  return /^role\/(?:.*\/)?$/.test(before) ? 'role-name' : undefined;
}

/** `<SecOps account ID>`, `YOUR_ACCOUNT_ID`, `{{accountId}}`, `xxxxxxxxxxxx`; undefined where the words leave it open. */
function kindByWords(text: string): PlaceholderKind | undefined {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const says = (pattern: RegExp) => pattern.test(` ${words} `);
  if (says(/^ x{12} $/)) return 'account-id';
  if (says(/ arn | name of |prefix/)) return undefined;
  if (says(/ (?:orgs?|organizations?|ou) .*paths? | org paths? /)) return 'organization-path';
  if (says(/ (?:orgid|(?:org|organization) id) /)) return 'organization-id';
  if (says(/ (?:accounts?|acct) /) && !says(/ (?:name|alias|email|role|user) /)) return 'account-id';
  if (says(/ region /)) return 'region';
  if (says(/ role /)) return says(/ name /) ? 'role-name' : undefined;
  return says(/ (?:function|lambda) /) ? 'function-name' : undefined;
}
