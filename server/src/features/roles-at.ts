import { type Span, touches } from '../base/span.ts';
import type { Graph } from '../chain/graph.ts';
import { indexGraph } from '../chain/graph-index.ts';
import type { Mention, MentionedRole } from '../chain/mention.ts';
import { indexMentions } from '../chain/mention-index.ts';
import { hasLetters, hasWildcard, sessionNamed } from '../chain/naming.ts';
import type { FragmentModel } from '../lint/model.ts';
import { readValue } from '../policy/read-value.ts';
import type { Statement } from '../policy/statement.ts';
import { parseIamArn } from '../role/arn-text.ts';
import type { Entity } from '../role/entity.ts';
import { localText, readLocal } from '../role/local-text.ts';
import { concat } from '../role/role-arn.ts';
import type { Text } from '../role/text.ts';
import { stringValue } from '../syntax/node.ts';
import { declaredAt, entityOfId } from './declared-roles.ts';
import type { FragmentPlace } from './fragment-place.ts';
import { referenceAt } from './logical-ids.ts';
import { innerSpan, mentionNode, policiesOf } from './mention-place.ts';
import { type NodePath, pathAt } from './path-at.ts';

/** What stands at a position: a role's own place, or a value that names roles. */
export interface RolesAt {
  readonly type: 'declaration' | 'value';
  /** In the fragment's text. */
  readonly span: Span;
  /** Several where a pattern or a value that is not known may mean each of them. */
  readonly entities: readonly Entity[];
  /** Of a value: what a statement names there. */
  readonly mentions: readonly Mention[];
}

/** The roles and users at an offset of the fragment's text; undefined where none is named. */
export function rolesAt(place: FragmentPlace, offset: number, graph: Graph): RolesAt | undefined {
  const declared = declaredAt(place, offset, indexGraph(graph));
  if (declared !== undefined) return { type: 'declaration', mentions: [], ...declared };
  const path = pathAt(place.model, offset);
  // Between the lines of a value nothing else stands.
  if (path === undefined) return byStatement(place, offset, graph);
  return (
    byReference(place, path, offset, graph) ??
    byStatement(place, offset, graph) ??
    byText(place, path, graph) ??
    byName(place, path, graph)
  );
}

/** The statement in which an offset stands, and the number of its policy. */
export function statementAt(
  model: FragmentModel,
  offset: number,
): { readonly policy: number; readonly statement?: Statement } | undefined {
  const all = policiesOf(model);
  const policy = all.findIndex(({ embedding, root }) => touches((embedding?.host ?? root).span, offset));
  if (policy < 0) return undefined;
  const statement = all[policy]?.statements.find(({ node }) => touches(node.span, offset));
  return { policy, ...(statement && { statement }) };
}

/** `!Ref Role`, `!GetAtt Role.Arn`, `${Role.Arn}`. */
function byReference(place: FragmentPlace, path: NodePath, offset: number, graph: Graph): RolesAt | undefined {
  const reference = referenceAt(path, offset);
  const entity = reference && entityOfId(place, reference.id, path.nested !== undefined, indexGraph(graph));
  if (reference === undefined || entity === undefined) return undefined;
  const mentions = byStatement(place, offset, graph)?.mentions ?? [];
  return { type: 'value', span: reference.span, entities: [entity], mentions };
}

/** A value of a statement, with all that parameters, imports and other templates give it. */
function byStatement({ file, fragment, model }: FragmentPlace, offset: number, graph: Graph): RolesAt | undefined {
  const at = statementAt(model, offset);
  const policy = at && policiesOf(model)[at.policy];
  if (at?.statement === undefined || policy === undefined) return undefined;
  const { statement } = at;
  const index = indexMentions(graph);
  const all = index
    .inStatement({ file, fragment, policy: at.policy, statement: statement.index })
    .flatMap((mention) => {
      const node = mentionNode(policy, statement, mention);
      return node && touches(node.span, offset) ? [{ mention, node }] : [];
    });
  const [first, ...more] = all;
  if (first === undefined) return undefined;
  // A parameter that is a list may stand beside a value of its own.
  const { node } = more.reduce((best, each) => (lengthOf(each.node) < lengthOf(best.node) ? each : best), first);
  const mentions = all.filter((each) => each.node === node).map(({ mention }) => mention);
  const entities = [...new Set(mentions.flatMap(({ who }) => index.meant(who)))];
  return entities.length === 0 ? undefined : { type: 'value', span: innerSpan(node), entities, mentions };
}

function lengthOf({ span }: { readonly span: Span }): number {
  return span.end - span.start;
}

/** An ARN anywhere else: in a property, a parameter's default, a policy that is attached to nobody. */
function byText(place: FragmentPlace, { nodes, substitution }: NodePath, graph: Graph): RolesAt | undefined {
  const node = nodes.find((each) => each.type === 'intrinsic' && composing.includes(each.name)) ?? nodes.at(-1);
  if (node === undefined) return undefined;
  const who = roleOfText(withOwnAccount(localText(readValue(node, substitution).parts), place, graph));
  const entities = who === undefined ? [] : indexMentions(graph).meant(who);
  return entities.length === 0 ? undefined : { type: 'value', span: innerSpan(node), entities, mentions: [] };
}

const composing: readonly string[] = ['Sub', 'Join'];

function roleOfText(text: Text): MentionedRole | undefined {
  const named = parseIamArn(text);
  if (named === undefined) return sessionNamed(text);
  const { kind, account, name } = named;
  if ((kind !== 'role' && kind !== 'user') || !hasLetters(name)) return undefined;
  return { type: kind, arn: text, account, name, hasWildcard: hasWildcard(text) };
}

/** `${AWS::AccountId}` is the account of what the file declares. */
function withOwnAccount(text: Text, { file }: FragmentPlace, graph: Graph): Text {
  const [own, ...others] = new Set(
    indexGraph(graph)
      .inFile(file)
      .flatMap(({ places }) => places),
  );
  const account = own !== undefined && others.every((each) => each.account === own.account) ? own.account : undefined;
  if (account === undefined) return text;
  return concat(
    ...text.map((part) => (typeof part !== 'string' && readLocal(part).symbol === 'AWS::AccountId' ? account : [part])),
  );
}

/** `Roles: [Deploy]` of a policy or an instance profile. */
function byName({ file }: FragmentPlace, { nodes, keys }: NodePath, graph: Graph): RolesAt | undefined {
  const [leaf, key] = [nodes.at(-1), keys.at(-1)?.value];
  const name = stringValue(leaf);
  if (leaf === undefined || name === undefined || key === undefined || !namingKeys.includes(key)) return undefined;
  const all = indexMentions(graph).named(name);
  const own = all.filter(({ source }) => source?.file === file);
  const entities = own.length > 0 ? own : all;
  return entities.length === 0 ? undefined : { type: 'value', span: innerSpan(leaf), entities, mentions: [] };
}

const namingKeys: readonly string[] = ['Roles', 'RoleName', 'Role'];
