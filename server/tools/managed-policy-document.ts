import { identityAdministration } from '../src/catalog/identity-administration.ts';
import type { ManagedPolicyPowers } from '../src/catalog/power-letters.ts';

/** A policy that AWS has accepted: nothing of its form is checked. */
export interface PolicyDocument {
  readonly Statement: PolicyStatement | readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: object;
}

/** ARNs that a resource pattern covers only if it names none in particular. */
const ARBITRARY_IDENTITIES: readonly string[] = ['role', 'user', 'group', 'policy'].map(
  (type) => `arn:aws:iam::111122223333:${type}/~`,
);

/** What the Allow statements of a document grant. */
export function powersOfDocument(document: PolicyDocument): ManagedPolicyPowers {
  const statements = listOf(document.Statement);
  const allows = statements.filter((statement) => statement.Effect === 'Allow');
  const administering = allows.filter((statement) =>
    identityAdministration.some((action) => covers(statement, action)),
  );
  return {
    assumesRoles: allows.some((statement) => covers(statement, 'sts:AssumeRole')),
    passesRoles: allows.some((statement) => covers(statement, 'iam:PassRole')),
    administersIam: administering.length > 0,
    administersIamFreely: administering.some(isUnlimited),
    allowsEverything: allows.some(allowsEverything),
    holdsDeny: statements.some((statement) => statement.Effect === 'Deny'),
  };
}

function covers(statement: PolicyStatement, action: string): boolean {
  if (statement.Action !== undefined) return matchesAny(statement.Action, action);
  return statement.NotAction !== undefined && !matchesAny(statement.NotAction, action);
}

function isUnlimited(statement: PolicyStatement): boolean {
  if (statement.Condition !== undefined || statement.Resource === undefined) return false;
  const resources = statement.Resource;
  return ARBITRARY_IDENTITIES.some((arn) => matchesAny(resources, arn));
}

function allowsEverything(statement: PolicyStatement): boolean {
  return (
    statement.Condition === undefined &&
    listOf(statement.Action ?? []).includes('*') &&
    listOf(statement.Resource ?? []).includes('*')
  );
}

function matchesAny(patterns: string | readonly string[], text: string): boolean {
  return listOf(patterns).some((pattern) => wildcardPattern(pattern).test(text));
}

/** Action names are not case-sensitive; that ARNs are does not matter to the ones asked for here. */
function wildcardPattern(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'i');
}

function listOf<Item>(value: Item | readonly Item[]): readonly Item[] {
  return isList(value) ? value : [value];
}

function isList<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value);
}
