import assert from 'node:assert/strict';
import type { EditTarget } from '../../server/src/edit/target.ts';
import { parseEmbedded } from '../../server/src/syntax/embedded.ts';
import type { Format } from '../../server/src/syntax/fragment.ts';
import { parseJson } from '../../server/src/syntax/json.ts';
import { type ArrayNode, child, type Node, type ObjectNode } from '../../server/src/syntax/node.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';

/** A text that a test edits, read. */
export interface Opened {
  readonly target: EditTarget;
  /** The root, or the root of the embedded policy. */
  readonly root: Node;
}

/** Where in the text the policy given as a string stands, if it is one. */
export interface Place {
  readonly format: Format;
  readonly host?: readonly (string | number)[];
  readonly isSub?: boolean;
}

/** Reads the text; fails if it is not well-formed. */
export function open(text: string, place: Place): Opened {
  const { root, problems } = read(text, place.format);
  assert.deepEqual(problems, [], text);
  assert.ok(root);
  if (!place.host) return { target: { text, format: place.format }, root };
  const found = at(root, ...place.host);
  const host = found.type === 'intrinsic' ? found.argument : found;
  assert.equal(host.type, 'string');
  assert.ok(host.type === 'string');
  const embedded = parseEmbedded(host);
  assert.ok(embedded?.root, text);
  assert.deepEqual(embedded.problems, [], text);
  const embedding = { host, isSub: place.isSub ?? false };
  return { target: { text, format: place.format, embedding }, root: embedded.root };
}

/** The text with half-typed parts, which has problems. */
export function openBroken(text: string, format: Format): Opened {
  const { root } = read(text, format);
  assert.ok(root);
  return { target: { text, format }, root };
}

function read(text: string, format: Format) {
  return format === 'yaml' ? parseYaml(text) : parseJson(text, { comments: format === 'jsonc' });
}

/** The node at a path of keys and indexes. */
export function at(node: Node, ...path: readonly (string | number)[]): Node {
  return path.reduce<Node>((from, step) => {
    const to = from.type === 'array' ? from.items[Number(step)] : child(from, String(step));
    assert.ok(to, `nothing at ${step}`);
    return to;
  }, node);
}

export function objectAt(node: Node, ...path: readonly (string | number)[]): ObjectNode {
  const found = at(node, ...path);
  assert.ok(found.type === 'object');
  return found;
}

export function arrayAt(node: Node, ...path: readonly (string | number)[]): ArrayNode {
  const found = at(node, ...path);
  assert.ok(found.type === 'array');
  return found;
}

/** What the node says, without how it is written. An intrinsic is an object of its long form. */
export function plainValue(node: Node): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(node.properties.map(({ key, value }) => [key.value, plainValue(value)]));
    case 'array':
      return node.items.map(plainValue);
    case 'null':
      return null;
    case 'intrinsic':
      return { [node.name]: plainValue(node.argument) };
    default:
      return node.value;
  }
}
