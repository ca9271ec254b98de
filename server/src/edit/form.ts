import type { IntrinsicNode, Node, StringNode } from '../syntax/node.ts';
import { plain } from './change.ts';
import type { Layout } from './layout.ts';
import { type Context, mapStrings, quoted, valueText } from './scalar.ts';
import { existing, fill, isList, isMarked, type SubText, type Text, type Writable } from './writable.ts';

/** A value as the place will have it: text that fits on a line, or what is still to be laid out. */
export type Form = TextForm | TaggedForm | ListForm | ObjectForm;

export interface TextForm {
  readonly type: 'text';
  readonly text: Text;
}

/** The short form of an intrinsic, on one line with its argument. */
export interface TaggedForm {
  readonly type: 'tagged';
  readonly tag: string;
  readonly argument: Writable;
}

export interface ListForm {
  readonly type: 'list';
  readonly items: readonly Writable[];
}

export interface ObjectForm {
  readonly type: 'object';
  readonly entries: readonly (readonly [key: string, value: Writable])[];
  /** True for the long form of an intrinsic. */
  readonly isCall: boolean;
}

/** Undefined where the place has no way to say the value: an intrinsic in a policy that is a string, for instance. */
export function formOf(value: Writable, layout: Layout, context: Context): Form | undefined {
  if (typeof value === 'string') return string([value], layout, context);
  if (typeof value !== 'object') return { type: 'text', text: [String(value)] };
  if (isList(value)) return { type: 'list', items: value };
  if (!isMarked(value)) return { type: 'object', entries: Object.entries(value), isCall: false };
  if (value.kind === 'fill') return string(value.parts, layout, context);
  if (value.kind === 'raw') return { type: 'text', text: [value.text] };
  return value.kind === 'sub' ? subForm(value, layout) : nodeForm(value.node, layout, context);
}

function string(parts: Text, layout: Layout, context: Context): Form {
  // In the argument of an Fn::Sub, `${!name}` is how to write `${name}` itself, as in `${aws:username}`.
  const literal = layout.substitution === 'bare' ? mapStrings(parts, (part) => part.replaceAll('${', '${!')) : parts;
  return { type: 'text', text: valueText(literal, layout, context) };
}

function subForm({ parts }: SubText, layout: Layout): Form | undefined {
  if (layout.substitution === 'none') return undefined;
  if (layout.substitution === 'bare') return { type: 'text', text: valueText(parts, layout, 'flow') };
  if (layout.language === 'json') return { type: 'object', entries: [['Fn::Sub', fill(...parts)]], isCall: true };
  return { type: 'text', text: ['!Sub ', ...quoted(parts, layout.quote)] };
}

function nodeForm(node: Node, layout: Layout, context: Context): Form | undefined {
  switch (node.type) {
    case 'object':
      return {
        type: 'object',
        entries: node.properties.map(({ key, value }) => [key.value, existing(value)] as const),
        isCall: false,
      };
    case 'array':
      return { type: 'list', items: node.items.map(existing) };
    case 'string':
      return stringForm(node, layout, context);
    case 'number': {
      const keepsRaw = layout.language === 'yaml' || /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(node.raw);
      return { type: 'text', text: [keepsRaw ? node.raw : String(node.value)] };
    }
    case 'boolean':
      return { type: 'text', text: [layout.language === 'yaml' ? node.raw : String(node.value)] };
    case 'null':
      return { type: 'text', text: ['null'] };
    case 'intrinsic':
      return intrinsicForm(node, layout);
    default:
      return node satisfies never;
  }
}

function stringForm(node: StringNode, layout: Layout, context: Context): Form | undefined {
  const comesFromHere = node.host?.node === layout.host;
  // Whether `${…}` is text or a substitution depends on the string it stands in: it cannot move to another one.
  if (!comesFromHere && node.host && node.value.includes('${')) return undefined;
  if (comesFromHere && layout.host) {
    // A `${Name}` without quotes stands for a value of any type.
    return { type: 'text', text: node.style === 'plain' ? [node.raw] : valueText([node.value], layout, context) };
  }
  if (layout.language === 'json') return string([node.value], layout, context);
  const keepsPlain = node.style === 'plain' && (context === 'block' || !/[,[\]{}]/.test(node.raw));
  const keepsQuotes = node.style === 'single' || node.style === 'double';
  const keepsRaw = (keepsPlain || keepsQuotes) && !node.raw.includes('\n');
  return keepsRaw ? { type: 'text', text: [node.raw] } : string([node.value], layout, context);
}

function intrinsicForm(node: IntrinsicNode, layout: Layout): Form | undefined {
  if (layout.substitution === 'none') return undefined;
  if (layout.substitution === 'bare') return bareIntrinsic(node, layout);
  if (layout.language === 'yaml' && node.form === 'short') {
    return { type: 'tagged', tag: `!${node.name}`, argument: existing(node.argument) };
  }
  const key = longName(node);
  return key === undefined ? undefined : { type: 'object', entries: [[key, longArgument(node)]], isCall: true };
}

/** In the text of an `Fn::Sub` a reference is written `${Name}`; other functions have no such form. */
function bareIntrinsic({ name, argument }: IntrinsicNode, layout: Layout): Form | undefined {
  const parts = argument.type === 'array' ? argument.items : [argument];
  if (!parts.every((part) => part.type === 'string')) return undefined;
  const path = parts.map((part) => part.value).join('.');
  const isSub = name === 'Sub' && argument.type === 'string';
  if (!isSub && name !== 'Ref' && name !== 'GetAtt') return undefined;
  return { type: 'text', text: valueText([isSub ? path : `\${${path}}`], layout, 'flow') };
}

/** The key of the long form; undefined for a tag that is no intrinsic function of CloudFormation. */
function longName({ name, form }: IntrinsicNode): string | undefined {
  if (name === 'Ref' || name === 'Condition') return name;
  return form === 'long' || functionNames.has(name) ? `Fn::${name}` : undefined;
}

/** `!GetAtt Role.Arn` takes a list in JSON. */
function longArgument({ name, form, argument }: IntrinsicNode): Writable {
  if (name !== 'GetAtt' || form === 'long' || argument.type !== 'string') return existing(argument);
  const dot = argument.value.indexOf('.');
  return dot < 0 ? argument.value : [argument.value.slice(0, dot), argument.value.slice(dot + 1)];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const functionNames: ReadonlySet<string> = new Set([
  ...['And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'ForEach', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join'],
  ...['Length', 'Not', 'Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform'],
]);

/** True when the list has nothing but values that fit on a line. */
export function holdsOnlyText(list: ListForm, layout: Layout, context: Context): boolean {
  return list.items.every((item) => ['text', 'tagged'].includes(formOf(item, layout, context)?.type ?? ''));
}

/** How wide the text is, placeholders as they read. */
export function width(text: Text): number {
  return plain(text).length;
}
