import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document, Scalar } from 'yaml';
import { spanInString, valueOffsetAt } from '../../server/src/syntax/decode.ts';
import { parseEmbedded } from '../../server/src/syntax/embedded.ts';
import { parseJson } from '../../server/src/syntax/json.ts';
import { child, type StringNode } from '../../server/src/syntax/node.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';
import { everyNode } from './outline.ts';

/** The value of `key: …` in a YAML text. */
function yamlString(text: string): StringNode {
  const node = child(parseYaml(text).root, 'key');
  assert.ok(node?.type === 'string', text);
  return node;
}

function jsonString(text: string): StringNode {
  const { root } = parseJson(text, { comments: false });
  assert.ok(root?.type === 'string', text);
  return root;
}

/** What stands in `text` for each code unit of the string's value. */
function written(text: string, node: StringNode): string[] {
  return [...Array(node.value.length).keys()].map((at) => {
    const { start, end } = spanInString(node, at, at + 1);
    return text.slice(start, end);
  });
}

const breaks = /^[ \t]*(?:\r?\n[ \t]*)*$/;

/** True when `source`, as it stands in a text of that style, can mean the code unit `at` of the value. */
function means(source: string, node: StringNode, at: number): boolean {
  const unit = node.value.charAt(at);
  if (source === unit) return true;
  // The blank lines that end a block are not part of its raw text.
  if (source === '') return node.value.slice(at).trim() === '';
  if ((unit === '\n' || unit === ' ') && breaks.test(source) && source.includes('\n')) return true;
  if (node.style === 'single') return source === "''" && unit === "'";
  if (node.style !== 'double') return false;
  const decoded = yamlString(`key: "${source}"`).value;
  return decoded === unit || (decoded.length === 2 && decoded.includes(unit));
}

/** Every code unit of the value stands where its span says, and a cursor there finds its way back. */
function checkEveryUnit(text: string, node: StringNode): void {
  written(text, node).forEach((source, at) => {
    assert.ok(means(source, node, at), `${JSON.stringify(source)} for ${at} of ${JSON.stringify(text)}`);
    const { start, end } = spanInString(node, at, at + 1);
    if (end === start || start === spanInString(node, at - 1, at).start) return;
    assert.equal(valueOffsetAt(node, start), at, JSON.stringify(text));
  });
}

const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'b', ' ', '\n', '"', "'", '\\', ':', '#', '/', '{', '-') },
  { weight: 1, arbitrary: fc.constantFrom('\t', '\u00e9', '😀', '\u0001', '\u2028', '\u0085', '\ud83d') },
);
const anyText = fc.array(character, { maxLength: 30 }).map((parts) => parts.join(''));

describe('places inside strings', () => {
  it('maps through the escapes of JSON', () => {
    const text = '"a\\n\\u00e9\\ud83d\\ude00\\"b"';
    const node = jsonString(text);
    assert.equal(node.value, 'a\né😀"b');
    assert.deepEqual(written(text, node), ['a', '\\n', '\\u00e9', '\\ud83d', '\\ude00', '\\"', 'b']);
    assert.deepEqual(spanInString(node, 1, 3), { start: 2, end: 10 });
    assert.deepEqual(spanInString(node, 0, node.value.length), { start: 1, end: text.length - 1 });
  });

  it('maps around escapes that are none', () => {
    const json = '"a\\e\\u12gb"';
    assert.equal(jsonString(json).value, 'agb');
    assert.deepEqual(written(json, jsonString(json)), ['a', 'g', 'b']);
    const yaml = 'key: "a\\qb"';
    assert.equal(yamlString(yaml).value, 'a\\qb');
    assert.deepEqual(written(yaml, yamlString(yaml)), ['a', '\\', 'q', 'b']);
  });

  it('maps through the escapes of YAML', () => {
    const text = 'key: "\\x41\\U0001F600\\e\\_b"';
    const node = yamlString(text);
    assert.equal(node.value, 'A😀\x1b\u00a0b');
    assert.deepEqual(written(text, node), ['\\x41', '\\U0001F600', '\\U0001F600', '\\e', '\\_', 'b']);
  });

  it('maps through folded lines', () => {
    const double = 'key: "a  \n  b\n\n  c\\\n  d"';
    assert.deepEqual(written(double, yamlString(double)), ['a', '  \n  ', 'b', '\n', 'c', 'd']);
    const single = "key: 'it''s\n\n\n  b'";
    assert.deepEqual(written(single, yamlString(single)), ['i', 't', "''", 's', '\n', '\n', 'b']);
    const plain = 'key: a\r\n  b\r\n\r\n  c\r\n';
    assert.deepEqual(written(plain, yamlString(plain)), ['a', '\r\n  ', 'b', '\r\n', 'c']);
  });

  it('maps through literal blocks', () => {
    const text = 'key: |2- # why\n    a\n\n  b\n\n';
    const node = yamlString(text);
    assert.equal(node.value, '  a\n\nb');
    assert.deepEqual(written(text, node), [' ', ' ', 'a', '\n', '\n', 'b']);
    assert.deepEqual(spanInString(node, 5, 6), { start: 24, end: 25 });
  });

  it('maps through folded blocks', () => {
    const text = 'key: >+\n  a\n  b\n\n  c\n    d\n  e\n\n';
    const node = yamlString(text);
    assert.equal(node.value, 'a b\nc\n  d\ne\n\n');
    assert.deepEqual(written(text, node), ['a', '\n  ', 'b', '\n', 'c', '\n', ' ', ' ', 'd', '\n', 'e', '', '']);
  });

  it('places an empty range and what lies beyond the value', () => {
    const node = jsonString('"a\\nb"');
    assert.deepEqual(spanInString(node, 2, 2), { start: 4, end: 4 });
    assert.deepEqual(spanInString(node, 3, 3), { start: 5, end: 5 });
    assert.deepEqual(spanInString(node, 1, 99), { start: 2, end: 5 });
    assert.deepEqual(spanInString(jsonString('""'), 0, 0), { start: 1, end: 1 });
  });

  it('finds the index of a cursor', () => {
    const node = jsonString('"a\\nb"');
    const found = [0, 1, 2, 3, 4, 5, 6, 7].map((offset) => valueOffsetAt(node, offset));
    assert.deepEqual(found, [undefined, 0, 1, 1, 2, 3, undefined, undefined]);
    assert.equal(valueOffsetAt(jsonString('"ab'), 3), 2);
    assert.equal(valueOffsetAt(yamlString('key: ab'), 7), 2);
    assert.equal(valueOffsetAt(yamlString('key: |\n  ab\n'), 11), 2);
    assert.equal(valueOffsetAt(yamlString('key: |\n  ab\n'), 5), undefined);
  });

  it('maps what JSON.stringify writes', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const text = JSON.stringify(value);
        const node = jsonString(text);
        written(text, node).forEach((source, at) => {
          assert.equal(JSON.parse(`"${source}"`), value.charAt(at));
        });
        checkEveryUnit(text, node);
      }),
    );
  });

  for (const type of ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const) {
    it(`maps what yaml writes as ${type}`, () => {
      fc.assert(
        fc.property(anyText, fc.constantFrom(20, 80), fc.boolean(), (value, lineWidth, isCrlf) => {
          const scalar = new Scalar(value);
          scalar.type = type;
          const written = new Document({ key: scalar }).toString({ lineWidth, minContentWidth: 10 });
          const text = isCrlf ? written.replaceAll('\n', '\r\n') : written;
          const node = child(parseYaml(text).root, 'key');
          // A few texts (`-` alone on a line) are written in a way that does not read as a text again.
          fc.pre(node?.type === 'string');
          if (node?.type === 'string') checkEveryUnit(text, node);
        }),
        { numRuns: 300 },
      );
    });
  }
});

describe('JSON inside strings', () => {
  it('gives every place of the inner text in the outer one', () => {
    const text = 'key: |\n  {\n    "Effect": "Al\\u006cow",\n    "Action": [1]\n  }\n';
    const read = parseEmbedded(yamlString(text));
    assert.ok(read?.root?.type === 'object');
    assert.deepEqual(read.problems, []);
    assert.equal(read.format, 'json');
    assert.deepEqual(read.root.span, { start: 9, end: text.length - 1 });
    const [effect, action] = read.root.properties;
    assert.equal(text.slice(effect?.key.span.start, effect?.key.span.end), '"Effect"');
    assert.equal(text.slice(action?.value.span.start, action?.value.span.end), '[1]');
    const value = effect?.value;
    assert.ok(value?.type === 'string');
    assert.equal(value.value, 'Allow');
    assert.equal(value.raw, '"Al\\u006cow"');
    const inner = spanInString(value, 1, 4);
    assert.equal(text.slice(inner.start, inner.end), 'l\\u006co');
    assert.equal(valueOffsetAt(value, inner.start), 1);
  });

  it('goes through a string in a string', () => {
    const inner = JSON.stringify({ c: 'd"e' });
    const text = JSON.stringify({ a: JSON.stringify({ b: inner }) });
    const outer = child(parseJson(text, { comments: false }).root, 'a');
    assert.ok(outer?.type === 'string');
    const middle = child(parseEmbedded(outer)?.root, 'b');
    assert.ok(middle?.type === 'string');
    const last = child(parseEmbedded(middle)?.root, 'c');
    assert.ok(last?.type === 'string');
    const written = (from: number, to: number) => {
      const { start, end } = spanInString(last, from, to);
      return text.slice(start, end);
    };
    assert.equal(last.value, 'd"e');
    assert.deepEqual([written(0, 1), written(2, 3)], ['d', 'e']);
    assert.equal(JSON.parse(`"${JSON.parse(`"${JSON.parse(`"${written(1, 2)}"`)}"`)}"`), '"');
    assert.equal(valueOffsetAt(last, spanInString(last, 2, 3).start), 2);
  });

  it('reports problems where they stand, comments too', () => {
    const text = `key: '{"it''s": // why\n  1 "b": 2}'`;
    const read = parseEmbedded(yamlString(text));
    // The line break is a space to YAML: the comment reaches to the end.
    assert.deepEqual(
      read?.problems.map(({ message }) => message),
      [
        'This brace is not closed.',
        'A value is missing here.',
        'Comments are not allowed in JSON: take them out before AWS reads this.',
      ],
    );
  });

  it('takes ${Name} for a value, since Fn::Sub may fill it in', () => {
    const read = parseEmbedded(yamlString('key: !Sub \'{"Statement": ${Statements}}\''.replace('!Sub ', '')));
    assert.deepEqual(read?.problems, []);
  });

  it('reads only what begins as JSON does', () => {
    assert.equal(parseEmbedded(yamlString('key: arn:aws:iam::111122223333:root')), undefined);
    assert.equal(parseEmbedded(yamlString('key: "x {}"')), undefined);
    assert.ok(parseEmbedded(yamlString('key: "  [1]"')));
  });

  it('keeps every inner span inside the host', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'), (value, type) => {
        const scalar = new Scalar(JSON.stringify([value], null, 1));
        scalar.type = type as Scalar.Type;
        const host = yamlString(new Document({ key: scalar }).toString());
        const read = parseEmbedded(host);
        assert.deepEqual(read?.problems, []);
        for (const { span } of everyNode(read?.root)) {
          assert.ok(host.span.start <= span.start && span.start <= span.end && span.end <= host.span.end);
        }
      }),
    );
  });
});
