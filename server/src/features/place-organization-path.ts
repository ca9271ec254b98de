import { touches } from '../base/span.ts';
import type { FragmentModel } from '../lint/model.ts';
import { pathEntries } from '../policy/organization-path.ts';
import type { Policy } from '../policy/policy.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { describeParts, type Value } from '../policy/value.ts';
import { valueOffsetAt } from '../syntax/decode.ts';
import type { Node } from '../syntax/node.ts';
import { type PlacedPlaceholder, placeholdersIn } from './fill-placeholders.ts';

/** Where the path of an organization belongs that is inserted at a position. */
export type PathPlace = InPolicy &
  (
    | { readonly kind: 'placeholder'; readonly placeholder: PlacedPlaceholder; readonly entry?: ConditionEntry }
    /** Over a value of a key that holds paths. */
    | { readonly kind: 'value'; readonly entry: ConditionEntry; readonly node: Node }
    /** Beside the values of such a key. */
    | { readonly kind: 'list'; readonly entry: ConditionEntry }
    /** As a condition of its own. */
    | { readonly kind: 'statement'; readonly key: string; readonly negated: boolean }
  );

interface InPolicy {
  readonly policy: Policy;
  readonly statement: Statement;
}

/** What stands at an offset of a fragment's text; undefined where no statement does. */
export function placeOrganizationPath(model: FragmentModel, offset: number): PathPlace | undefined {
  const found = findStatement(model, offset);
  if (found === undefined) return undefined;
  const { statement } = found;
  const placeholder = placeholdersIn(model).find((each) => each.kind === 'organization-path' && isAt(each, offset));
  const entry = pathEntries(statement).find(({ keyNode, valueNode }) =>
    touches({ start: keyNode.span.start, end: Math.max(keyNode.span.end, valueNode.span.end) }, offset),
  );
  if (placeholder !== undefined) return { ...found, kind: 'placeholder', placeholder, ...(entry && { entry }) };
  return entry === undefined ? placeInStatement(found, model) : { ...found, ...placeInEntry(entry, offset) };
}

/** What becomes of the text, to be read behind "The path goes". */
export function describePlace(place: PathPlace): string {
  switch (place.kind) {
    case 'placeholder':
      return `over \`${place.placeholder.text}\``;
    case 'value':
      return `over the value of \`${place.entry.key}\``;
    case 'list':
      return `to the values of \`${place.entry.key}\``;
    case 'statement': {
      const { sid, index } = place.statement;
      const name = sid === undefined ? `statement ${index + 1}` : `the statement \`${describeParts(sid.parts)}\``;
      return `into ${name}, as a condition on \`${place.key}\``;
    }
    default:
      return place satisfies never;
  }
}

/** The statement at an offset; also the only one of a policy where the offset stands elsewhere in that. */
function findStatement(model: FragmentModel, offset: number): InPolicy | undefined {
  for (const policy of model.policies) {
    if (!touches(policy.embedding?.host.span ?? policy.root.span, offset)) continue;
    const { statements } = policy;
    const statement = statements.find(({ node }) => touches(node.span, offset));
    const [only] = statements;
    if (statement !== undefined) return { policy, statement };
    if (only !== undefined && statements.length === 1) return { policy, statement: only };
  }
  return undefined;
}

function isAt({ node, from, to }: PlacedPlaceholder, offset: number): boolean {
  const index = valueOffsetAt(node, offset);
  return index !== undefined && from <= index && index <= to;
}

function placeInEntry(entry: ConditionEntry, offset: number) {
  const { values, valueNode } = entry;
  const pointed = values.find(({ node }) => touches(node.span, offset))?.node;
  const node = pointed ?? (valueNode.type === 'array' ? undefined : valueNode);
  return node === undefined ? ({ kind: 'list', entry } as const) : ({ kind: 'value', entry, node } as const);
}

/** Beside the paths that the statement has already on the same key, else as a condition of its own. */
function placeInStatement(found: InPolicy, model: FragmentModel): PathPlace {
  const { policy, statement } = found;
  const key = keyFor(policy, statement);
  // A Deny holds for all that a condition does not leave out, so there the path is what is left out.
  const negated = statement.effect === 'Deny';
  const entry = pathEntries(statement).find(
    (each) =>
      each.key.toLowerCase() === key.toLowerCase() &&
      each.operator?.operator.type === 'string' &&
      each.operator.operator.negated === negated,
  );
  if (entry === undefined) return { ...found, kind: 'statement', key, negated };
  const placeholder = placeholdersIn(model).find((each) => each.node === onlyNode(entry.values) && isPath(each));
  return placeholder === undefined
    ? { ...found, kind: 'list', entry }
    : { ...found, kind: 'placeholder', placeholder, entry };
}

function onlyNode(values: readonly Value[]): Node | undefined {
  return values.length === 1 ? values[0]?.node : undefined;
}

function isPath({ kind }: PlacedPlaceholder): boolean {
  return kind === 'organization-path';
}

/**
 * Whose place the condition asks for: of what is acted on, in policies of those who act; of the caller, in policies of
 * what is acted on; of the resource that a service acts for, where only services are named.
 */
function keyFor({ kind }: Policy, { principal }: Statement): string {
  if (kind !== 'trust' && kind !== 'resource' && kind !== 'rcp') return 'aws:ResourceOrgPaths';
  const principals = principal?.principals ?? [];
  const onlyServices = principals.length > 0 && principals.every(({ type }) => type === 'Service');
  return onlyServices ? 'aws:SourceOrgPaths' : 'aws:PrincipalOrgPaths';
}
