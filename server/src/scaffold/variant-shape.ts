import {
  choice,
  type Key,
  type Keys,
  object,
  openingOf,
  type Shape,
  type ShapeReader,
  wrongType,
} from '../lint/configuration-shape.ts';
import { child, type Node } from '../syntax/node.ts';

/** An object of answers: what stands in it under another name is reported as no answer. */
export function answersObject<T extends object>(keys: Keys<T>, free: readonly string[] = []): Shape<T> {
  return object<T>(keys, free, 'an answer here');
}

/** The key that says which variant of an object it is. */
export function tag<Word extends string>(word: Word, description?: string): Key<Word> {
  return { shape: choice([word]), isRequired: true, ...(description !== undefined && { description }) };
}

/** Objects of several forms, told apart by the word under one key. */
export function variant<T extends object>(key: string, shapes: Readonly<Record<string, Shape<T>>>): Shape<T> {
  const words = choice(Object.keys(shapes));
  return {
    expected: 'an object',
    schema: (known) => ({ oneOf: Object.values(shapes).map((shape) => shape.schema(known)) }),
    read(node, reader) {
      if (node.type !== 'object') return wrongType(node, 'an object', reader);
      const written = child(node, key);
      if (written === undefined) return reportMissing(key, words.expected, node, reader);
      const word = words.read(written, reader);
      return word === undefined ? undefined : shapes[word]?.read(node, reader);
    },
  };
}

/** Objects of several forms, told apart by which of the keys is there; the first one counts. */
export function oneKeyOf<T extends object>(shapes: Readonly<Record<string, Shape<T>>>): Shape<T> {
  const names = Object.keys(shapes);
  const expected = `one of ${names.map((name) => `\`${name}\``).join(', ')}`;
  return {
    expected: 'an object',
    schema: (known) => ({ oneOf: Object.values(shapes).map((shape) => shape.schema(known)) }),
    read(node, reader) {
      if (node.type !== 'object') return wrongType(node, 'an object', reader);
      const name = names.find((each) => child(node, each) !== undefined);
      if (name !== undefined) return shapes[name]?.read(node, reader);
      reader.report({ span: openingOf(node), message: `Say ${expected} here.`, fixes: [] });
      return undefined;
    },
  };
}

function reportMissing(key: string, expected: string, node: Node, { report }: ShapeReader): undefined {
  report({ span: openingOf(node), message: `\`${key}\` is missing here: ${expected}.`, fixes: [] });
  return undefined;
}
