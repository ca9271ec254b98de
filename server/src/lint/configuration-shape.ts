import type { Span } from '../base/span.ts';
import { closestName } from '../catalog/closest-name.ts';
import type { Changes } from '../edit/place.ts';
import { renameKey } from '../edit/rename-key.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import { listNames } from '../policy/phrase.ts';
import type { Node, ObjectNode, Property } from '../syntax/node.ts';
import type { Fix, Severity } from './finding.ts';

/** What is known when a configuration is read. */
export interface Known {
  readonly rules: readonly KnownRule[];
}

export interface KnownRule {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity;
}

/** Something in a configuration that cannot be used. */
export interface ConfigurationProblem {
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** Reads one file: where problems go and where fixes write. */
export interface ShapeReader {
  readonly known: Known;
  readonly target: EditTarget;
  readonly report: (problem: ConfigurationProblem) => void;
}

/**
 * What a value of the configuration must look like. One value of this type is both the reader of that part of the file
 * and its JSON Schema, so that editors of any kind and the checker agree.
 */
export interface Shape<T> {
  /** "a list", "one of `a`, `b`": what stands here when all is right. */
  readonly expected: string;
  readonly schema: (known: Known) => object;
  /** Undefined where nothing of it can be used; what cannot be used is reported. */
  readonly read: (node: Node, reader: ShapeReader) => T | undefined;
}

/** A key of an object. */
export interface Key<T> {
  readonly shape: Shape<T>;
  readonly isRequired?: boolean;
  /** Shown by editors; Markdown. */
  readonly description?: string;
}

export type Keys<T> = { readonly [K in keyof T]-?: Key<Exclude<T[K], undefined>> };

/** A text; `problemOf` says what is wrong with one that cannot be used. */
export function text(
  expected: string,
  schema: object = {},
  problemOf: (value: string, known: Known) => { readonly message: string; readonly meant?: string } | undefined = () =>
    undefined,
): Shape<string> {
  return {
    expected,
    schema: () => ({ type: 'string', ...schema }),
    read(node, reader) {
      if (node.type !== 'string') return wrongType(node, expected, reader);
      const problem = problemOf(node.value, reader.known);
      if (problem === undefined) return node.value;
      const { message, meant } = problem;
      reader.report({ span: node.span, message, fixes: meant === undefined ? [] : [replacement(node, meant, reader)] });
      return undefined;
    },
  };
}

/** A text that matches a pattern. */
export function pattern(expected: string, source: string, example: string): Shape<string> {
  const expression = new RegExp(source, 'u');
  return text(expected, { pattern: source, examples: [example] }, (value) =>
    expression.test(value) ? undefined : { message: `\`${value}\` is not ${expected}. Write it like \`${example}\`.` },
  );
}

/** One of a few words. */
export function choice<Word extends string>(words: readonly Word[]): Shape<Word> {
  const expected = `one of ${words.map((word) => `\`${word}\``).join(', ')}`;
  return {
    expected,
    schema: () => ({ enum: words }),
    read(node, reader) {
      const written = node.type === 'string' ? node.value : undefined;
      const word = words.find((each) => each === written);
      if (word !== undefined) return word;
      if (written === undefined) return wrongType(node, expected, reader);
      const meant = closestName(written, words);
      const message = meant === undefined ? `Write ${expected}.` : `Did you mean \`${meant}\`?`;
      const fixes = meant === undefined ? [] : [replacement(node, meant, reader)];
      reader.report({ span: node.span, message: `\`${written}\` is not possible here. ${message}`, fixes });
      return undefined;
    },
  };
}

/** A list; items that cannot be used are left out. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    expected: 'a list',
    schema: (known) => ({ type: 'array', items: item.schema(known) }),
    read(node, reader) {
      if (node.type !== 'array') return wrongType(node, 'a list', reader);
      return node.items.flatMap((each): T[] => {
        const value = item.read(each, reader);
        return value === undefined ? [] : [value];
      });
    },
  };
}

/** An object with keys of any name; `nameOf` says what is wrong with a name. */
export function map<T>(
  value: Shape<T>,
  schema: (known: Known) => object,
  checkName: (property: Property, object: ObjectNode, reader: ShapeReader) => boolean = () => true,
): Shape<Readonly<Record<string, T>>> {
  return {
    expected: 'an object',
    schema: (known) => ({ type: 'object', ...schema(known) }),
    read(node, reader) {
      if (node.type !== 'object') return wrongType(node, 'an object', reader);
      const entries = node.properties.flatMap((each): [string, T][] => {
        if (!checkName(each, node, reader)) return [];
        const read = value.read(each.value, reader);
        return read === undefined ? [] : [[each.key.value, read]];
      });
      return Object.fromEntries(entries);
    },
  };
}

/**
 * An object with these keys and no others. Undefined where a required one is missing or cannot be used. `free` are keys
 * that nobody reads; `what` is what a key of it is called in a message.
 */
export function object<T extends object>(keys: Keys<T>, free: readonly string[] = [], what?: string): Shape<T> {
  const names = Object.keys(keys);
  const table: Readonly<Record<string, Key<unknown>>> = keys;
  return {
    expected: 'an object',
    schema: (known) => ({
      type: 'object',
      additionalProperties: false,
      ...(names.some((name) => table[name]?.isRequired) && {
        required: names.filter((name) => table[name]?.isRequired),
      }),
      properties: {
        ...Object.fromEntries(free.map((name) => [name, { type: 'string' }])),
        ...Object.fromEntries(
          Object.entries(table).map(([name, { shape, description }]) => [
            name,
            { ...(description !== undefined && { markdownDescription: description }), ...shape.schema(known) },
          ]),
        ),
      },
    }),
    read(node, reader) {
      if (node.type !== 'object') return wrongType(node, 'an object', reader);
      const values = new Map<string, unknown>();
      for (const each of node.properties) {
        const name = each.key.value;
        const key = Object.hasOwn(table, name) ? table[name] : undefined;
        if (key !== undefined) {
          if (values.has(name)) reportTwice(each, reader);
          const value = key.shape.read(each.value, reader);
          if (value !== undefined) values.set(name, value);
        } else if (!free.includes(name)) reportUnknownKey(each, node, names, reader, what);
      }
      const missing = names.filter((name) => table[name]?.isRequired && !values.has(name));
      // A required key that is there but cannot be used was reported by its own shape.
      const absent = missing.filter((name) => !node.properties.some((each) => each.key.value === name));
      if (absent.length > 0) {
        const words = listNames(absent, 'and');
        const message = `${words} ${absent.length > 1 ? 'are' : 'is'} missing here.`;
        reader.report({ span: openingOf(node), message, fixes: [] });
      }
      // The table has a shape for each key of T, and those that T requires are there.
      return missing.length > 0 ? undefined : (Object.fromEntries(values) as T);
    },
  };
}

/** One shape for lists and another for all else. */
export function listOr<A, B>(whole: Shape<A>, other: Shape<B>): Shape<A | B> {
  return {
    expected: `${other.expected} or ${whole.expected}`,
    schema: (known) => ({ anyOf: [other.schema(known), whole.schema(known)] }),
    read: (node, reader) => (node.type === 'array' ? whole.read(node, reader) : other.read(node, reader)),
  };
}

/** The same value with the place where it is written. */
export function located<T extends object>(shape: Shape<T>): Shape<T & { readonly span: Span }> {
  return {
    expected: shape.expected,
    schema: shape.schema,
    read(node, reader) {
      const value = shape.read(node, reader);
      return value === undefined ? undefined : { ...value, span: node.span };
    },
  };
}

/** Reports a key that is no name here, with the one that was meant. */
export function reportUnknownKey(
  property: Property,
  object: ObjectNode,
  names: readonly string[],
  reader: ShapeReader,
  what = 'a key of the configuration',
): void {
  const written = property.key.value;
  const meant = closestName(written, names);
  const isTaken = object.properties.some(({ key }) => key.value === meant);
  const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  const fix = (name: string): Fix => ({
    title: `Change ${written} to ${name}`,
    applicability: 'suggestion',
    preferred: true,
    changes: () => renameKey(reader.target, property, name),
  });
  reader.report({
    span: property.key.span,
    message: `\`${written}\` is not ${what}.${hint}`,
    fixes: meant === undefined || isTaken ? [] : [fix(meant)],
  });
}

function reportTwice({ key }: Property, { report }: ShapeReader): void {
  report({
    span: key.span,
    message: `\`${key.value}\` stands here a second time. Only the last one counts.`,
    fixes: [],
  });
}

/** Reports a value of another type. */
export function wrongType(node: Node, expected: string, reader: ShapeReader): undefined {
  const found: Readonly<Record<Node['type'], string>> = {
    object: 'an object',
    array: 'a list',
    string: 'a text',
    number: 'a number',
    boolean: '`true` or `false`',
    null: node.span.start === node.span.end ? 'nothing' : '`null`',
    intrinsic: 'an object',
  };
  const isUnquoted = node.type === 'number' && !expected.includes('list') && !expected.includes('object');
  reader.report({
    // Nothing is written where a value is missing: the place itself is shown.
    span: node.span,
    message: `This is ${found[node.type]}; it must be ${expected}.`,
    fixes: isUnquoted ? [replacement(node, node.raw, reader, `Put ${node.raw} in quotes`)] : [],
  });
  return undefined;
}

function replacement(node: Node, value: string, { target }: ShapeReader, title = `Change it to ${value}`): Fix {
  const changes = (): Changes => replaceValue(target, node, value);
  return { title, applicability: 'suggestion', preferred: true, changes };
}

/** The brace that opens an object. */
export function openingOf({ span }: Node): Span {
  return { start: span.start, end: Math.min(span.end, span.start + 1) };
}
