import type { Span } from '../../base/span.ts';
import { blockBody } from '../../edit/block-text.ts';
import { plain } from '../../edit/change.ts';
import { layoutAt } from '../../edit/layout.ts';
import { openSurface } from '../../edit/surface.ts';
import type { FragmentModel } from '../../lint/model.ts';
import type { IntrinsicNode, Node } from '../../syntax/node.ts';
import { commentsOf } from './comments.ts';
import { policyPlaceAt } from './policy-place.ts';
import { policyAsWritable } from './policy-value.ts';

/** A policy written for another kind of file, as a text of its own: what stands here stays. */
export interface PolicyCopy {
  readonly title: string;
  /** Worked out when it is chosen. */
  readonly write: () => CopiedPolicy;
}

/** The text, or one sentence that says why there is none. */
export type CopiedPolicy =
  | { readonly language: 'json' | 'yaml'; readonly text: string }
  | { readonly language: undefined; readonly refusal: string };

/** A policy file in YAML, for a template; a policy of a template as a policy file in JSON. */
export function policyCopyAt(model: FragmentModel, selection: Span): PolicyCopy | undefined {
  const place = policyPlaceAt(model, selection);
  if (place === undefined || place.policy.shape !== 'document') return undefined;
  const { root, embedding } = place.policy;
  if (place.model.inTemplate)
    return { title: 'Open a copy as a policy file in JSON', write: () => toJson(root, embedding?.isSub === true) };
  if (model.format === 'yaml') return undefined;
  return { title: 'Open a copy in YAML, for a template', write: () => toYaml(root, model) };
}

function toYaml(root: Node, model: FragmentModel): CopiedPolicy {
  if (commentsOf(model).length > 0) return refuse('A comment would be lost: copy this by hand.');
  const value = policyAsWritable(root);
  const surface = openSurface({ text: '', format: 'yaml' });
  const text = value === undefined || surface === undefined ? undefined : blockBody(value, layoutAt(surface, 0), 0);
  return text === undefined
    ? refuse('A key stands twice, or is a number: correct that first.')
    : { language: 'yaml', text: `${plain(text)}\n` };
}

function toJson(root: Node, isSub: boolean): CopiedPolicy {
  const json = jsonOf(root, isSub);
  return json === undefined
    ? refuse('A policy file can have a place to fill in for a reference, not for other functions of CloudFormation.')
    : { language: 'json', text: `${JSON.stringify(json, undefined, 2)}\n` };
}

function refuse(refusal: string): CopiedPolicy {
  return { language: undefined, refusal };
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Undefined where a value has no form in a policy file. `isSub`: strings are the argument of an `Fn::Sub`. */
function jsonOf(node: Node, isSub: boolean): Json | undefined {
  switch (node.type) {
    case 'object': {
      const written = new Map<string, Json>();
      for (const { key, value } of node.properties) {
        const name = isSub ? outside(key.value) : key.value;
        const content = jsonOf(value, isSub);
        // The order of a JavaScript object's keys is that of the text, unless a key reads as a number.
        if (content === undefined || written.has(name) || /^\d+$/.test(name)) return undefined;
        written.set(name, content);
      }
      return Object.fromEntries(written);
    }
    case 'array': {
      const items = node.items.map((item) => jsonOf(item, isSub));
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'string':
      return isSub ? outside(node.value) : node.value;
    case 'number':
      // An account id without quotes may begin with a zero.
      return String(node.value) === node.raw ? node.value : node.raw;
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'intrinsic':
      return filled(node);
    default:
      return node satisfies never;
  }
}

/** A reference as a place to fill in. */
function filled({ name, argument }: IntrinsicNode): string | undefined {
  if (name === 'Sub') return argument.type === 'string' ? outside(argument.value) : undefined;
  const parts = argument.type === 'array' ? argument.items : [argument];
  if ((name !== 'Ref' && name !== 'GetAtt') || !parts.every((part) => part.type === 'string')) return undefined;
  return `<${parts.map((part) => part.value).join('.')}>`;
}

/** The argument of an `Fn::Sub`, as it stands outside of one: `${!name}` is `${name}` there. */
function outside(text: string): string {
  return text.replace(/\$\{(!?)([^{}]*)\}/g, (_all, literal: string, name: string) =>
    literal === '' ? `<${name.trim()}>` : `\${${name}}`,
  );
}
