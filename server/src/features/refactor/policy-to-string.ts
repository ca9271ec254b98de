import { collect } from '../../base/table.ts';
import { layoutAt, leadingColumn } from '../../edit/layout.ts';
import { type Changes, contentSpan, edit, isInFlow } from '../../edit/place.ts';
import { replaceOnSurface } from '../../edit/replace-value.ts';
import { headOf, lineStart } from '../../edit/scan.ts';
import type { Surface } from '../../edit/surface.ts';
import { sub } from '../../edit/writable.ts';
import type { IntrinsicNode, Node } from '../../syntax/node.ts';
import { givenFormat } from './given-format.ts';
import { isOneValue } from './one-value.ts';
import type { PolicyPlace } from './policy-place.ts';
import { type Offer, type Outcome, outcome, refuse, type Scene } from './refactoring.ts';
import { verify } from './verify.ts';

/** A policy that is given as an object, as JSON in a string, under `Fn::Sub` where it holds references. */
export const toStrings: Offer = (place, scene) => {
  const { policy, holder, model } = place;
  const { root, embedding, shape } = policy;
  if (embedding !== undefined || shape !== 'document' || holder?.value !== root) return [];
  const format = givenFormat(policy);
  if (model.inTemplate && format === undefined) return [];
  return [
    {
      id: 'to-string',
      title: 'Write the policy as a JSON string',
      kind: 'rewrite',
      ...(format === 'json' && { refusal: 'This property takes a policy as an object only.' }),
      edit: () => stringEdit(place, scene),
    },
  ];
};

function stringEdit(place: PolicyPlace, scene: Scene): Outcome {
  const { root } = place.policy;
  const isSub = holdsIntrinsic(root);
  if (isSub && !place.model.inTemplate) return refuse('A function of CloudFormation would be text there.');
  const json = jsonOf(root, { isSub, isOne: (node) => isOneValue(node, place, scene) });
  if (json === undefined) return refuse('Fn::Sub can put in references and attributes only, and no list.');
  const changes = edit(place.target, (surface) => writeString(surface, root, json, isSub));
  return verify(scene, outcome(changes), { meaning: 'same' });
}

/** As a literal block where YAML has room for one, else on one line. */
function writeString(surface: Surface, node: Node, json: Json, isSub: boolean): Changes {
  const span = contentSpan(surface, node);
  const { text, eol } = surface;
  const head = headOf(text, span.start);
  const hasBlocks = surface.language === 'yaml' && !isInFlow(surface, span) && head?.mark === ':';
  if (!hasBlocks) {
    const line = JSON.stringify(json);
    return replaceOnSurface(surface, node, isSub ? sub(line) : line);
  }
  const { unit } = layoutAt(surface, span.start);
  const column = leadingColumn(text.slice(lineStart(text, head.end), head.end));
  const lines = JSON.stringify(json, undefined, 2).split('\n');
  const indent = eol + ' '.repeat(column) + unit;
  const parts = [isSub ? ' !Sub |' : ' |', ...lines.map((line) => indent + line)];
  return [{ span: { start: head.end, end: span.end }, parts: [parts.join('')] }];
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Way {
  readonly isSub: boolean;
  /** Whether a value is one text. */
  readonly isOne: (node: Node) => boolean;
}

/** Undefined where a value cannot be said in JSON, or by a reference in `Fn::Sub`. */
function jsonOf(node: Node, way: Way): Json | undefined {
  switch (node.type) {
    case 'object': {
      const written = new Map<string, Json>();
      for (const { key, value } of node.properties) {
        const name = escaped(key.value, way);
        const content = jsonOf(value, way);
        if (content === undefined || written.has(name) || /^\d+$/.test(name)) return undefined;
        written.set(name, content);
      }
      return collect(written);
    }
    case 'array': {
      const items = node.items.map((item) => jsonOf(item, way));
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'string':
      return escaped(node.value, way);
    case 'number':
      return String(node.value) === node.raw ? node.value : undefined;
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'intrinsic':
      return way.isOne(node) ? reference(node) : undefined;
    default:
      return node satisfies never;
  }
}

/** In the argument of an `Fn::Sub`, `${!name}` is how to write `${name}`. */
function escaped(text: string, { isSub }: Way): string {
  return isSub ? text.replaceAll('${', '${!') : text;
}

function reference({ name, argument }: IntrinsicNode): string | undefined {
  const parts = argument.type === 'array' ? argument.items : [argument];
  if (!parts.every((part) => part.type === 'string')) return undefined;
  const path = parts.map((part) => part.value).join('.');
  if (name === 'Sub') return argument.type === 'string' ? path : undefined;
  return name === 'Ref' || name === 'GetAtt' ? `\${${path}}` : undefined;
}

function holdsIntrinsic(node: Node): boolean {
  if (node.type === 'intrinsic') return true;
  if (node.type === 'array') return node.items.some(holdsIntrinsic);
  return node.type === 'object' && node.properties.some(({ value }) => holdsIntrinsic(value));
}
