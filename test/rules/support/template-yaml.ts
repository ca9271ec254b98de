import { type CollectionTag, Document, isMap, isScalar, type Node, parseDocument, type ScalarTag, visit } from 'yaml';
import { longName } from './anchor.ts';

/** Writes a template in block style, intrinsics in their short form (`!Sub`) where YAML has one. */
export function writeTemplate(template: unknown): string {
  const document = new Document(template);
  visit(document, {
    Map(_, map) {
      const [only, ...others] = map.items;
      if (only === undefined || others.length > 0 || !isScalar(only.key)) return undefined;
      const name = String(only.key.value);
      const argument = only.value as Node;
      if (!shortForms.has(name) || isIntrinsic(argument)) return undefined;
      argument.tag = `!${name.replace(/^Fn::/, '')}`;
      return argument;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** A template's value with every short form read as its long form; throws where the text is no YAML or JSON. */
export function readTemplate(text: string): unknown {
  const document = parseDocument(text, { customTags: [...shortForms].flatMap(tagsOf) });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw problem;
  return document.toJS();
}

const shortForms: ReadonlySet<string> = new Set([
  'Ref',
  'Fn::Sub',
  'Fn::GetAtt',
  'Fn::Join',
  'Fn::If',
  'Fn::ImportValue',
  'Fn::Select',
  'Fn::Split',
  'Fn::FindInMap',
]);

function isIntrinsic(node: Node): boolean {
  if (node.tag?.startsWith('!')) return true;
  return (
    isMap(node) &&
    node.items.length === 1 &&
    isScalar(node.items[0]?.key) &&
    /^(Ref$|Fn::)/.test(String(node.items[0].key.value))
  );
}

function tagsOf(name: string): (ScalarTag | CollectionTag)[] {
  const tag = `!${name.replace(/^Fn::/, '')}`;
  const wrap = (value: unknown) => ({ [longName(tag)]: value });
  return [
    { tag, resolve: (text: string) => wrap(name === 'Fn::GetAtt' ? text.split(/\.(.*)/s, 2) : text) },
    { tag, collection: 'seq', resolve: (list) => wrap(list.toJSON()) },
    { tag, collection: 'map', resolve: (map) => wrap(map.toJSON()) },
  ];
}
