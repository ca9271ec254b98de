import { attachedManagedPolicies, sizeLimitOf } from '../../catalog/limits.ts';
import { applyChanges, plainText, type TextChange } from '../../edit/change.ts';
import { insertItemsOnSurface } from '../../edit/insert-item.ts';
import { insertOnSurface } from '../../edit/insert-property.ts';
import { joinChanges } from '../../edit/join-changes.ts';
import { type Changes, contentSpan, edit } from '../../edit/place.ts';
import { removeItemOnSurface, removePropertyOnSurface } from '../../edit/remove.ts';
import { renameOnSurface } from '../../edit/rename-key.ts';
import { replaceOnSurface } from '../../edit/replace-value.ts';
import { columnAt, commentsAbove, indentationAt } from '../../edit/scan.ts';
import type { Surface } from '../../edit/surface.ts';
import { existing, type Writable } from '../../edit/writable.ts';
import type { FragmentModel } from '../../lint/model.ts';
import { shortestLength } from '../../policy/policy-length.ts';
import {
  type ArrayNode,
  child,
  type ObjectNode,
  type Property,
  property,
  type StringNode,
  stringValue,
} from '../../syntax/node.ts';
import { commentsOf } from './comments.ts';
import { meaningOf } from './meaning.ts';
import { mentions } from './mentions.ts';
import type { PolicyPlace } from './policy-place.ts';
import { type Offer, type Outcome, outcome, refuse, type Scene } from './refactoring.ts';
import { referenceTo } from './reference.ts';

/** An inline policy of a role as a resource of its own, which the role then names. */
export const extractions: Offer = (place, scene) => {
  const inline = inlinePolicyAt(place, scene);
  if (inline === undefined) return [];
  return [
    {
      id: 'extract-policy',
      title: `Extract ${inline.name === undefined ? 'the policy' : `\`${inline.name}\``} to an AWS::IAM::ManagedPolicy that the role refers to`,
      kind: 'extract',
      ...optional(refusalOf(inline)),
      edit: () => extract(inline, place, scene),
    },
  ];
};

interface InlinePolicy {
  readonly roleKey: StringNode;
  readonly role: ObjectNode;
  readonly properties: ObjectNode;
  readonly policies: ArrayNode;
  readonly item: ObjectNode;
  readonly document: Property;
  readonly name: string | undefined;
  readonly length: number;
}

function optional(refusal: string | undefined): { readonly refusal?: string } {
  return refusal === undefined ? {} : { refusal };
}

function inlinePolicyAt({ policy, model, holder }: PolicyPlace, scene: Scene): InlinePolicy | undefined {
  const { key, root: role } = model.tree;
  if (model !== scene.model || policy.owner?.type !== 'AWS::IAM::Role' || holder?.key.value !== 'PolicyDocument')
    return;
  const properties = child(role, 'Properties');
  const policies = child(properties, 'Policies');
  if (key === undefined || role?.type !== 'object' || properties?.type !== 'object' || policies?.type !== 'array')
    return;
  const item = policies.items.find((each) => property(each, 'PolicyDocument') === holder);
  // What else stands there would have no place any more.
  if (item?.type !== 'object' || item.properties.some(({ key: { value } }) => !/^Policy(?:Name|Document)$/.test(value)))
    return;
  const name = stringValue(child(item, 'PolicyName'));
  const length = shortestLength(policy.root, policy.substitution);
  return { roleKey: key, role, properties, policies, item, document: holder, name, length };
}

function refusalOf({ roleKey, properties, document, length }: InlinePolicy): string | undefined {
  if (mentions(document.value, roleKey.value))
    return 'The policy refers to the role: each would have to be there before the other.';
  const limit = sizeLimitOf('identity')?.characters ?? 0;
  if (length > limit) return `A managed policy has room for ${limit} characters, this one has ${length}.`;
  const attached = child(properties, 'ManagedPolicyArns');
  if (attached === undefined) return undefined;
  if (attached.type !== 'array') return 'Which managed policies the role has is not written out as a list.';
  return attached.items.length >= attachedManagedPolicies.byDefault
    ? `The role has ${attached.items.length} managed policies already, as many as one may have by default.`
    : undefined;
}

function extract(inline: InlinePolicy, place: PolicyPlace, scene: Scene): Outcome {
  const id = newId(inline, scene.resourceIds());
  const reference = referenceTo(id, inline.role, scene.model.format === 'yaml');
  const changes = edit(place.target, (surface) =>
    joinChanges(surface, [...changeRole(surface, inline, reference), addResource(surface, inline, id)]),
  );
  return verifyExtraction(scene, outcome(changes), id);
}

/** The only inline policy gives its place to the list of managed ones, where the role has none yet. */
function changeRole(surface: Surface, { properties, policies, item }: InlinePolicy, reference: Writable): Changes[] {
  const attached = child(properties, 'ManagedPolicyArns');
  const inline = property(properties, 'Policies');
  const isOnly = policies.items.length === 1;
  if (attached === undefined && inline !== undefined && isOnly)
    return [renameOnSurface(surface, inline, 'ManagedPolicyArns'), replaceOnSurface(surface, policies, [reference])];
  const removed = isOnly
    ? removePropertyOnSurface(surface, properties, 'Policies')
    : removeItemOnSurface(surface, policies, policies.items.indexOf(item));
  if (attached?.type === 'array')
    return [removed, insertItemsOnSurface(surface, attached, attached.items.length, [reference])];
  const after = properties.properties.map(({ key }) => key.value).filter((key) => key !== 'Policies');
  return [removed, insertOnSurface(surface, properties, [['ManagedPolicyArns', [reference]]], { after })];
}

/** Beside the role. The policy itself is taken over as it is written, with its comments. */
function addResource(surface: Surface, { roleKey, role, document }: InlinePolicy, id: string): Changes {
  const end = Math.max(roleKey.span.end, role.span.end);
  const resources: ObjectNode = {
    type: 'object',
    span: { start: roleKey.span.start, end },
    style: role.style,
    properties: [{ key: roleKey, value: role }],
  };
  const kept = ['Condition', 'DeletionPolicy', 'UpdateReplacePolicy'].flatMap((name): [string, Writable][] => {
    const value = child(role, name);
    return value === undefined ? [] : [[name, existing(value)]];
  });
  const body: Writable = {
    Type: 'AWS::IAM::ManagedPolicy',
    ...Object.fromEntries(kept),
    Properties: { PolicyDocument: mark },
  };
  const added = insertOnSurface(surface, resources, [[id, body]], { after: [roleKey.value] });
  return added?.map((change) => withDocument(surface, change, document));
}

/** Stands for the policy until the place is known at which it is written. */
const mark = 'rolechain-policy-document';

function withDocument(surface: Surface, change: TextChange, document: Property): TextChange {
  const text = plainText(change);
  const at = text.search(new RegExp(`(["']?)PolicyDocument\\1\\s*:\\s*(["']?)${mark}\\2`));
  if (at < 0) return change;
  const begin = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf(mark, at) + mark.length;
  const quote = /^["']/.exec(text.slice(end))?.[0].length ?? 0;
  return {
    span: change.span,
    parts: [text.slice(0, at), moved(surface, document, text.slice(begin, at)), text.slice(end + quote)],
  };
}

/** A property as it is written, its lines indented to go with another place. */
function moved(surface: Surface, { key, value }: Property, indent: string): string {
  const { text } = surface;
  const at = surface.locate(key.span).start;
  const start = commentsAbove(text, at, surface.comment);
  const old = surface.language === 'yaml' ? ' '.repeat(columnAt(text, at)) : indentationAt(text, at);
  const [first = '', ...lines] = text.slice(start, contentSpan(surface, value).end).split('\n');
  return [first, ...lines.map((line) => (line.startsWith(old) ? indent + line.slice(old.length) : line))].join('\n');
}

function newId({ roleKey, name }: InlinePolicy, taken: ReadonlySet<string>): string {
  const words = (name ?? '').replace(/\$\{[^}]*\}/g, ' ').match(/[A-Za-z0-9]+/g) ?? [];
  const own = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const base = `${roleKey.value}${own}${/Policy$/.test(own) ? '' : 'Policy'}`;
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}${number}`;
  return id;
}

/** The policies of the role and of the new resource together are those that the role had. */
function verifyExtraction({ model, reread }: Scene, done: Outcome, id: string): Outcome {
  if (done.changes === undefined) return done;
  const text = applyChanges(model.text, done.changes);
  const begin = text.search(new RegExp(`^[ \\t]*(["']?)${id}\\1\\s*:`, 'm'));
  // Each resource is a text of its own, as when the whole file is read.
  const role = reread(text.slice(0, begin), model.tree.key?.span.start ?? 0);
  const policy = reread(text.slice(begin), 0);
  if (begin <= 0 || role === undefined || role.tree.path[1] !== model.tree.path[1]) return refuse(malformed);
  if (policy === undefined || policy.tree.path[1] !== id) return refuse(malformed);
  if (role.tree.problems.length + policy.tree.problems.length > model.tree.problems.length) return refuse(malformed);
  if (JSON.stringify(saidIn([role, policy])) !== JSON.stringify(saidIn([model])))
    return refuse('The policies would not say the same then.');
  const comments = [...commentsOf(role), ...commentsOf(policy)].sort();
  return comments.join('\n') === commentsOf(model).join('\n')
    ? done
    : refuse('A comment would be lost: move it first.');
}

const malformed = 'The text would not be well-formed then.';

function saidIn(models: readonly FragmentModel[]): readonly string[] {
  return models.flatMap(({ policies }) => policies.map((each) => JSON.stringify([...meaningOf(each)].sort()))).sort();
}
