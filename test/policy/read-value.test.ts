import assert from 'node:assert/strict';
import { readValue, type Substitution } from '../../server/src/policy/read-value.ts';
import { describeParts, hasHole, literalOf, type Part, spanOfPart, valueKey } from '../../server/src/policy/value.ts';
import { child, type Node } from '../../server/src/syntax/node.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';

/** The value of `V: …` in a YAML text. */
function valueNode(written: string): { readonly node: Node; readonly text: string } {
  const text = `V: ${written}\n`;
  const node = child(parseYaml(text).root, 'V');
  assert.ok(node, text);
  return { node, text };
}

const read = (written: string, substitution: Substitution = 'iam') => readValue(valueNode(written).node, substitution);

/** Literals as they are, holes as `{symbol why}`. */
const shown = (written: string, substitution?: Substitution): string =>
  read(written, substitution)
    .parts.map((part) => (part.type === 'literal' ? part.text : `{${part.symbol} ${part.why}}`))
    .join('');

describe('values', () => {
  const cases: readonly (readonly [written: string, shown: string])[] = [
    // Scalars.
    ['s3:GetObject', 's3:GetObject'],
    ['"a\\u0062c"', 'abc'],
    ['012345678901', '012345678901'],
    ['1.50', '1.50'],
    ['true', 'true'],
    ['~', ''],
    ['""', ''],
    ['${aws:username}', '${aws:username}'],
    ["'${account}'", '{${account} placeholder}'],
    ["'{{resolve:ssm:/a}}-x'", '{{{resolve:ssm:/a}} dynamic}-x'],
    ["'{{resolve:ssm:<name>}}-x'", '{{{resolve:ssm:<name>}} dynamic}-x'],
    ["'a<b c>d'", 'a{<b c> placeholder}d'],
    // Ref and GetAtt.
    ['!Ref Name', '{Name reference}'],
    ['!Ref AWS::AccountId', '{AWS::AccountId pseudo}'],
    ['{ Ref: Name }', '{Name reference}'],
    ['!GetAtt Role.Arn', '{Role.Arn attribute}'],
    ['!GetAtt [Role, Arn]', '{Role.Arn attribute}'],
    ['{ "Fn::GetAtt": [Stack, Outputs.Arn] }', '{Stack.Outputs.Arn attribute}'],
    ['!GetAtt [Role, !Ref Name]', '{GetAtt([Role, Ref(Name)]) function}'],
    // Sub.
    [
      '!Sub arn:${AWS::Partition}:iam::${Account}:role/x',
      'arn:{AWS::Partition pseudo}:iam::{Account reference}:role/x',
    ],
    ["!Sub '${Role.Arn}/*'", '{Role.Arn attribute}/*'],
    ["!Sub '${!aws:username}/x'", '${aws:username}/x'],
    ["!Sub 'a${!x}b'", 'a${x}b'],
    ["!Sub '${ Name }'", '{Name reference}'],
    ["!Sub ['${A}-${B}', { A: !Ref C }]", '{C reference}-{B reference}'],
    ["!Sub ['${A}', { A: '${x}' }]", '{${x} placeholder}'],
    ["!Sub ['${A}', { A: !Sub '${B}-c' }]", '{B reference}-c'],
    ['!Sub [!Ref Text, {}]', '{Sub([Ref(Text), {}]) function}'],
    ["!Sub '$${Name}$'", '${Name reference}$'],
    ["!Sub '<name>-{{x}}-${Name}'", '{<name> placeholder}-{{{x}} placeholder}-{Name reference}'],
    // Join.
    ["!Join ['', [a, !Ref B, c]]", 'a{B reference}c'],
    ["!Join [':', [arn, !Ref AWS::Partition, iam]]", 'arn:{AWS::Partition pseudo}:iam'],
    ["!Join [',', !Ref List]", '{Join([,, Ref(List)]) function}'],
    ["!Join ['-', []]", ''],
    // What is not worked out.
    ['!ImportValue Name', '{ImportValue Name import}'],
    ["!ImportValue { 'Fn::Sub': '${A}-x' }", '{ImportValue Sub(${A}-x) import}'],
    ['!Select [0, !Ref List]', '{Select([0, Ref(List)]) function}'],
    ['!FindInMap [A, B, C]', '{FindInMap([A, B, C]) function}'],
    ['!Custom x', '{Custom(x) function}'],
    ['[a, b]', '{[a, b] function}'],
    ['{ a: b }', '{{a: b} function}'],
    ["'Fn::EnumTargetAccounts Binding ${account}'", '{Fn::EnumTargetAccounts Binding ${account} function}'],
  ];
  for (const [written, expected] of cases) it(`read ${written}`, () => assert.equal(shown(written), expected));

  it('read plain text as the argument of an Fn::Sub', () => {
    assert.equal(shown('a-${Name}', 'sub'), 'a-{Name reference}');
    assert.equal(shown('a-${Name}', 'iam'), 'a-{${Name} placeholder}');
  });

  it('are cut where they are nested beyond use', () => {
    const deep = `${"!Sub ['${A}', { A: ".repeat(40)}x${' }]'.repeat(40)}`;
    assert.ok(hasHole(read(deep)));
  });

  it('have a text only where nothing is unknown', () => {
    assert.equal(literalOf(read("!Join ['', [a, b]]")), 'ab');
    assert.equal(literalOf(read('!Ref A')), undefined);
    assert.equal(literalOf(undefined), undefined);
  });

  it('are described as a person would write them', () => {
    assert.equal(describeParts(read('!Sub a-${B}-<c>').parts), 'a-${B}-<c>');
  });

  it('have equal keys only where they are equal whatever the holes hold', () => {
    const key = (written: string) => valueKey(read(written).parts);
    assert.equal(key("!Sub '${A}-x'"), key("!Join ['', [!Ref A, -x]]"));
    assert.equal(key('!Select [0, !Ref L]'), key('{ "Fn::Select": [0, { Ref: L }] }'));
    assert.notEqual(key('!Select [0, !Ref L]'), key('!Select [1, !Ref L]'));
    assert.notEqual(key("'${A}'"), key('!Ref A'));
    assert.notEqual(key('A'), key('!Ref A'));
  });

  it('say where each part stands', () => {
    const { node, text } = valueNode('!Sub "a\\u0062-${Name}${!x}<y>"');
    const value = readValue(node);
    const written = (part: Part) => {
      const { start, end } = spanOfPart(value, part);
      return text.slice(start, end);
    };
    assert.deepEqual(value.parts.map(written), ['a\\u0062-', '${Name}', '${!x}', '<y>']);
  });

  it('stand in whole where a part has no place', () => {
    const { node, text } = valueNode("!Join ['-', [a, !Ref B]]");
    const value = readValue(node);
    const delimiter = value.parts.find((part) => part.type === 'literal' && part.text === '-');
    assert.ok(delimiter);
    const { start, end } = spanOfPart(value, delimiter);
    assert.equal(text.slice(start, end), "!Join ['-', [a, !Ref B]]");
  });
});
