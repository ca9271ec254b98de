import assert from 'node:assert/strict';
import { appendValue } from '../../server/src/edit/append-value.ts';
import { renameKey } from '../../server/src/edit/rename-key.ts';
import { replaceInString } from '../../server/src/edit/replace-in-string.ts';
import { replaceValue } from '../../server/src/edit/replace-value.ts';
import { existing, fill, sub, type Text, type Writable } from '../../server/src/edit/writable.ts';
import { property } from '../../server/src/syntax/node.ts';
import { edited, gives, json, jsonc, lines, yaml } from './edited.ts';
import { at, type Opened, objectAt, open, plainValue } from './opened.ts';

const replace =
  (value: Writable, key = 'Action') =>
  (opened: Opened) =>
    replaceValue(opened.target, at(opened.root, key), value);
const append =
  (value: Writable, key = 'Action') =>
  (opened: Opened) =>
    appendValue(opened.target, at(opened.root, key), value);
const within =
  (part: string, parts: Text, key = 'Action') =>
  (opened: Opened) => {
    const node = at(opened.root, key);
    const text = node.type === 'intrinsic' ? node.argument : node;
    assert.ok(text.type === 'string');
    const from = text.value.indexOf(part);
    assert.ok(from >= 0);
    return replaceInString(opened.target, text, from, from + part.length, parts);
  };

describe('replaceValue', () => {
  it('keeps the quotes of a scalar', () => {
    gives('Action: "a"\n', yaml, replace('b'), 'Action: "b"');
    gives("Action: 'a'\n", yaml, replace("it's"), "Action: 'it''s'");
    gives('Action: "a"\n', yaml, replace(sub('${A}')), 'Action: !Sub "${A}"');
    gives('Action: "a"\n', yaml, replace({ AWS: 'b' }), 'Action:', '  AWS: "b"');
  });

  it('leaves a plain scalar plain where it can', () => {
    gives('Action: a # why\n', yaml, replace('s3:Get*'), 'Action: s3:Get* # why');
    gives('Action: a\n', yaml, replace('*'), "Action: '*'");
    gives('Action: a\n', yaml, replace('012345678901'), "Action: '012345678901'");
    gives('Action: a\n', yaml, replace(fill({ name: 'account' })), "Action: '<account>'");
  });

  it('quotes exactly what YAML would read otherwise', () => {
    const plain = ['s3:*', 'sts:AssumeRole', 'arn:aws:s3:::bucket/*', 'a b', 'o-abc', 'a,b', "it's", 'a#b', 'Allow'];
    const quoted = [
      ...['', ' a', 'a ', '*', '&a', '!a', '%a', '@a', '`a', '#a', '-', '- a', '? a', ':a', 'a:', 'a: b', 'a #b'],
      ...['{a}', '${aws:username}', '[a]', '"a"', "'a'", '|', '>', '<<', '=', '~', 'null', 'Null', 'yes', 'No', 'ON'],
      ...['y', 'true', 'FALSE', '1', '-1', '1.5', '1e3', '0x1F', '0o17', '017', '1_000', '.inf', '.NaN', '12:30:45'],
      ...['2012-10-17', '2012-10-17T00:00:00Z', '111122223333', '---', '...', 'a\nb', 'a\tb', '\u0000'],
    ];
    for (const value of plain) assert.equal(edited('Action: a\n', yaml, replace(value)), `Action: ${value}\n`);
    for (const value of quoted) {
      const text = edited('Action: a\n', yaml, replace(value)) ?? '';
      assert.match(text, /^Action: (?:'.*'|".*")\n$/s);
      assert.deepEqual(plainValue(open(text, yaml).root), { Action: value });
    }
    const inFlow = edited('{ Action: a }\n', yaml, replace('a,b'));
    assert.equal(inFlow, "{ Action: 'a,b' }\n");
  });

  it('uses the quotes that the file uses', () => {
    gives(
      lines('A: "1"', 'B: "2"', "C: '3'", 'Action: a'),
      yaml,
      replace('*'),
      'A: "1"',
      'B: "2"',
      "C: '3'",
      'Action: "*"',
    );
  });

  it('quotes actions and keys with a colon as the nearest of them', () => {
    gives(lines("A: 'iam:*'", 'Action: [x]'), yaml, replace('s3:Get'), "A: 'iam:*'", "Action: 's3:Get'");
  });

  it('writes a list as the file writes lists', () => {
    gives('Action: a\n', yaml, replace(['b', 'c']), 'Action:', '  - b', '  - c');
    gives(lines('Other: [x]', 'Action: a'), yaml, replace(['b', 'c']), 'Other: [x]', 'Action: [b, c]');
    gives(lines('Other:', '- x', 'Action: a'), yaml, replace(['b', 'c']), 'Other:', '- x', 'Action:', '- b', '- c');
    const narrow = lines('{', '  "Other": ["x"],', '  "Action": "a"', '}');
    gives(narrow, json, replace(['b', 'c']), '{', '  "Other": ["x"],', '  "Action": ["b", "c"]', '}');
    const pretty = lines('{', '  "Action": "a"', '}');
    gives(pretty, json, replace(['b', 'c']), '{', '  "Action": [', '    "b",', '    "c"', '  ]', '}');
    gives('{ "Action": "a" }\n', json, replace(['b', 'c']), '{ "Action": ["b", "c"] }');
  });

  it('writes statements of a list as blocks', () => {
    const statement = { Effect: 'Allow', Principal: { AWS: ['a', 'b'] } };
    gives(
      'Action: a\n',
      yaml,
      replace([statement, ['x', ['z']]]),
      'Action:',
      '  - Effect: Allow',
      '    Principal:',
      '      AWS:',
      '        - a',
      '        - b',
      '  - - x',
      '    - - z',
    );
  });

  it('replaces a block under a comment only by a block of its kind or a scalar', () => {
    const text = lines('Action: # these:', '  # first:', '  - a', '  - b', 'Other: 1');
    gives(text, yaml, replace(['c']), 'Action: # these:', '  # first:', '  - c', 'Other: 1');
    gives(text, yaml, replace('c'), 'Action: # these:', '  # first:', '  c', 'Other: 1');
    assert.equal(edited(text, yaml, replace({ a: 'b' })), undefined);
  });

  it('keeps an anchor', () => {
    gives(lines('Action: &x a', 'Other: *x'), yaml, replace('b'), 'Action: &x b', 'Other: *x');
    assert.equal(edited(lines('Action: &x a', 'Other: *x'), yaml, replace({ a: 'b' })), undefined);
  });

  it('replaces intrinsics of both forms', () => {
    gives(lines('Action: !If', '  - a', '  - b', 'Other: 1'), yaml, replace('x'), 'Action: x', 'Other: 1');
    gives(lines('Action:', '  Fn::If:', '    - a', 'Other: 1'), yaml, replace('x'), 'Action: x', 'Other: 1');
    gives('{ "Action": { "Ref": "A" } }\n', json, replace('x'), '{ "Action": "x" }');
  });

  it('replaces a literal text', () => {
    gives(lines('Action: |', '  a', '  b', 'Other: 1'), yaml, replace('x'), 'Action: x', 'Other: 1');
  });

  it('writes nodes of the text again in the form of the place', () => {
    const text = lines("A: [!Ref X, !GetAtt Y.Z, !Sub 'a${B}', 'q', 012345678901, null, yes]", 'Action: a');
    const copy = ({ target, root }: Opened) =>
      replaceValue(target, at(root, 'Action'), { Copy: existing(at(root, 'A')) });
    const first = lines("A: [!Ref X, !GetAtt Y.Z, !Sub 'a${B}', 'q', 012345678901, null, yes]").trimEnd();
    const copied = "  Copy: [!Ref X, !GetAtt Y.Z, !Sub 'a${B}', 'q', 012345678901, null, yes]";
    gives(text, yaml, copy, first, 'Action:', copied);
  });

  it('writes short-form intrinsics as long ones in JSON within YAML', () => {
    const text = lines('A: [!Ref X, !GetAtt Y.Z]', 'B: {"Action": "a"}');
    const copy = ({ target, root }: Opened) => replaceValue(target, at(root, 'B', 'Action'), existing(at(root, 'A')));
    gives(text, yaml, copy, 'A: [!Ref X, !GetAtt Y.Z]', 'B: {"Action": [{"Ref": "X"}, {"Fn::GetAtt": ["Y", "Z"]}]}');
    const custom = lines('A: !Custom X', 'B: {"Action": "a"}');
    assert.equal(edited(custom, yaml, copy), undefined);
  });

  it('writes references into the text of an Fn::Sub', () => {
    const text = `A: [!Ref X, !GetAtt Y.Z, !Sub '\${B}']\nPolicy: !Sub '{"Action":"a"}'\n`;
    const place = { ...yaml, host: ['Policy'], isSub: true };
    const outer = at(open(text, yaml).root, 'A');
    const copy = ({ target, root }: Opened) => replaceValue(target, at(root, 'Action'), existing(outer));
    const policy = `Policy: !Sub '{"Action":["\${X}","\${Y.Z}","\${B}"]}'`;
    gives(text, place, copy, "A: [!Ref X, !GetAtt Y.Z, !Sub '${B}']", policy);
  });

  it('keeps a substitution without quotes as it is', () => {
    const place = { ...yaml, host: ['Policy'], isSub: true };
    gives(`Policy: !Sub '{"Action":\${X}}'\n`, place, append('b'), `Policy: !Sub '{"Action":[\${X},"b"]}'`);
  });

  it('refuses to move a substitution out of its string', () => {
    const text = `Policy: '{"Action":"\${aws:username}"}'\nAction: a\n`;
    const inner = at(open(text, { ...yaml, host: ['Policy'] }).root, 'Action');
    assert.equal(edited(text, yaml, replace(existing(inner))), undefined);
  });
});

describe('appendValue', () => {
  it('makes a list of a single value', () => {
    gives('Action: "a"\n', yaml, append('b'), 'Action:', '  - "a"', '  - "b"');
    gives('Action: a # why\n', yaml, append('*'), 'Action: # why', '  - a', "  - '*'");
    gives('Action: !Ref A\n', yaml, append('b'), 'Action:', '  - !Ref A', '  - b');
    gives('{"Action":"a"}\n', json, append('b'), '{"Action":["a","b"]}');
    gives('{"Action":{"Ref":"A"}}\n', json, append('b'), '{"Action":[{"Ref":"A"},"b"]}');
  });

  it('adds to a list in its own style', () => {
    gives(lines('Action:', '    -   "a"', 'B: 1'), yaml, append('b'), 'Action:', '    -   "a"', '    -   "b"', 'B: 1');
    gives("Action: ['a']\n", yaml, append('b'), "Action: ['a', 'b']");
    gives('Action: [ a,b ]\n', yaml, append('c'), 'Action: [ a,b,c ]');
    gives('{"Action": [ "a" ]}\n', json, append('b'), '{"Action": [ "a", "b" ]}');
    const commented = lines('{"Action": [', '  "a", // first', '  "b" // last', ']}');
    gives(commented, jsonc, append('c'), '{"Action": [', '  "a", // first', '  "b", // last', '  "c"', ']}');
  });

  it('fills an empty list and a half-typed value', () => {
    gives('Action: []\n', yaml, append('b'), 'Action:', '  - b');
    gives('Action:\n', yaml, append('b'), 'Action: b');
    gives(lines('Action:', '  -', '  - a'), yaml, append('b'), 'Action:', '  -', '  - a', '  - b');
  });

  it('makes a list of a single statement', () => {
    gives(
      lines('Statement:', '  Effect: Allow', '  Action: a'),
      yaml,
      append({ Effect: 'Deny' }, 'Statement'),
      'Statement:',
      '  - Effect: Allow',
      '    Action: a',
      '  - Effect: Deny',
    );
    const commented = lines('Statement:', '  Effect: Allow # yes', '  Action: a');
    assert.equal(edited(commented, yaml, append({ Effect: 'Deny' }, 'Statement')), undefined);
  });
});

describe('replaceInString', () => {
  it('replaces a part and leaves the rest as it is spelled', () => {
    gives('{"Action":"\\u0061\\"b\\tc"}\n', json, within('b', ['"\n']), '{"Action":"\\u0061\\"\\"\\n\\tc"}');
    gives("Action: 'it''s a'\n", yaml, within('a', ["b's"]), "Action: 'it''s b''s'");
    gives('Action: s3:* # all\n', yaml, within('*', ['Get*']), 'Action: s3:Get* # all');
    gives(lines('Action: >-', '  one', '  two'), yaml, within('two', ['three']), 'Action: >-', '  one', '  three');
  });

  it('quotes a plain scalar that needs it then', () => {
    gives('Action: a:role/x\n', yaml, within('x', [{ name: 'role' }]), "Action: 'a:role/<role>'");
    gives('Action: 1a\n', yaml, within('a', ['2']), "Action: '12'");
  });

  it('leaves the argument of an Fn::Sub plain', () => {
    gives('Action: !Sub a:${B}:*\n', yaml, within('*', ['${C}']), 'Action: !Sub a:${B}:${C}');
    gives('Action: !Sub a:${B}:*\n', yaml, within('*', [{ name: 'c' }]), "Action: !Sub 'a:${B}:<c>'");
  });

  it('refuses a line break where the string has another way for it', () => {
    assert.equal(edited(lines('Action: |', '  a'), yaml, within('a', ['b\nc'])), undefined);
    assert.equal(edited("Action: 'a'\n", yaml, within('a', ['b\nc'])), undefined);
  });
});

describe('renameKey', () => {
  it('keeps the quotes', () => {
    const rename = (key: string, to: string) => (opened: Opened) => {
      const found = property(objectAt(opened.root), key);
      assert.ok(found);
      return renameKey(opened.target, found, to);
    };
    gives('{"action": 1}\n', json, rename('action', 'Action'), '{"Action": 1}');
    gives('action: 1\n', yaml, rename('action', 'Action'), 'Action: 1');
    gives("- 'a:b': 1\n".slice(2), yaml, rename('a:b', 'c'), "'c': 1");
    gives('a: 1\n', yaml, rename('a', '*'), "'*': 1");
  });
});
