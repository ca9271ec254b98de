import assert from 'node:assert/strict';
import { addCondition, type Conditions } from '../../server/src/edit/add-condition.ts';
import { applyChanges } from '../../server/src/edit/change.ts';
import { existing, fill, sub } from '../../server/src/edit/writable.ts';
import { edited, gives, json, jsonc, lines, yaml } from './edited.ts';
import { at, type Opened, objectAt, openBroken } from './opened.ts';

const pin: Conditions = { ArnLike: { 'aws:SourceArn': fill('arn:aws:sns:*:', { name: 'account' }, ':*') } };
const account: Conditions = { StringEquals: { 'aws:SourceAccount': '012345678901' } };
const add = (conditions: Conditions) => (opened: Opened) =>
  addCondition(opened.target, objectAt(opened.root), conditions);

describe('addCondition', () => {
  it('goes behind the last element of a statement, before what users put after it', () => {
    const text = lines('{', '  "Effect": "Allow",', '  "Action": "sns:*",', '  "Note": 1', '}');
    const condition = ['  "Condition": {', '    "StringEquals": {', '      "aws:SourceAccount": "012345678901"'];
    const after = [...condition, '    }', '  },', '  "Note": 1', '}'];
    gives(text, json, add(account), '{', '  "Effect": "Allow",', '  "Action": "sns:*",', ...after);
  });

  it('goes on in one line where the statement stands in one', () => {
    const text = '{ "Effect": "Allow", "Action": "sns:*" }\n';
    gives(
      text,
      json,
      add(account),
      '{ "Effect": "Allow", "Action": "sns:*", "Condition": { "StringEquals": { "aws:SourceAccount": "012345678901" } } }',
    );
  });

  it('gives a statement of one line its lines where it would become too long', () => {
    const text = lines(
      '{',
      '\t"Statement": [',
      '\t\t{ "Effect": "Allow", "Action": "sns:*", "Resource": "*" }',
      '\t]',
      '}',
    );
    gives(
      text,
      json,
      ({ target, root }) => addCondition(target, objectAt(root, 'Statement', 0), { ...pin, ...account }),
      '{',
      '\t"Statement": [',
      '\t\t{',
      '\t\t\t"Effect": "Allow",',
      '\t\t\t"Action": "sns:*",',
      '\t\t\t"Resource": "*",',
      '\t\t\t"Condition": {',
      '\t\t\t\t"ArnLike": {',
      '\t\t\t\t\t"aws:SourceArn": "arn:aws:sns:*:<account>:*"',
      '\t\t\t\t},',
      '\t\t\t\t"StringEquals": {',
      '\t\t\t\t\t"aws:SourceAccount": "012345678901"',
      '\t\t\t\t}',
      '\t\t\t}',
      '\t\t}',
      '\t]',
      '}',
    );
  });

  it('writes short objects on their line where the user does', () => {
    const text = lines('{', '  "Effect": "Allow",', '  "Principal": { "Service": "sns.amazonaws.com" }', '}');
    gives(
      text,
      json,
      add(account),
      '{',
      '  "Effect": "Allow",',
      '  "Principal": { "Service": "sns.amazonaws.com" },',
      '  "Condition": { "StringEquals": { "aws:SourceAccount": "012345678901" } }',
      '}',
    );
  });

  it('leaves comments with what they explain', () => {
    const text = lines('{', '  "Effect": "Allow", // yes', '  "Action": "sns:*" // all', '  // the end', '}');
    gives(
      text,
      jsonc,
      add({ Bool: { 'aws:ViaAWSService': true } }),
      '{',
      '  "Effect": "Allow", // yes',
      '  "Action": "sns:*", // all',
      '  "Condition": {',
      '    "Bool": {',
      '      "aws:ViaAWSService": true',
      '    }',
      '  }',
      '  // the end',
      '}',
    );
  });

  it('keeps a comma at the end', () => {
    gives(
      lines('{', '  "Effect": "Allow",', '}'),
      jsonc,
      add({}),
      '{',
      '  "Effect": "Allow",',
      '  "Condition": {},',
      '}',
    );
  });

  it('fills an empty Condition', () => {
    const text = lines('{', '    "Effect": "Allow",', '    "Condition": {}', '}');
    const condition = [
      '    "Condition": {',
      '        "StringEquals": {',
      '            "aws:SourceAccount": "012345678901"',
    ];
    gives(text, json, add(account), '{', '    "Effect": "Allow",', ...condition, '        }', '    }', '}');
  });

  it('fills an empty Condition in YAML with a block', () => {
    gives(
      lines('Effect: Allow', 'Condition: {} # none yet'),
      yaml,
      add(account),
      'Effect: Allow',
      'Condition: # none yet',
      '  StringEquals:',
      "    aws:SourceAccount: '012345678901'",
    );
  });

  it('fills a half-typed Condition in YAML', () => {
    gives(
      lines('Effect: Allow', 'Condition:', 'Action: "*"'),
      yaml,
      add(account),
      'Effect: Allow',
      'Condition:',
      '  StringEquals:',
      '    aws:SourceAccount: "012345678901"',
      'Action: "*"',
    );
  });

  it('fills a half-typed operator in YAML', () => {
    gives(
      lines('- Condition:', '    StringEquals:', '    Bool: { "aws:ViaAWSService": "false" }'),
      yaml,
      ({ target, root }) => addCondition(target, objectAt(root, 0), account),
      '- Condition:',
      '    StringEquals:',
      '      "aws:SourceAccount": "012345678901"',
      '    Bool: { "aws:ViaAWSService": "false" }',
    );
  });

  it('fills a half-typed Condition in JSON', () => {
    for (const half of ['"Condition":', '"Condition": ', '"Condition"']) {
      const text = `{\n  "Effect": "Allow",\n  ${half}\n}`;
      const opened = openBroken(text, 'json');
      const changes = addCondition(opened.target, objectAt(opened.root), { Bool: {} });
      assert.ok(changes);
      const expected = '{\n  "Effect": "Allow",\n  "Condition": {\n    "Bool": {}\n  }\n}';
      assert.equal(applyChanges(text, changes), expected);
    }
  });

  it('goes into the operator that is there, and beside it', () => {
    gives(
      lines('Condition:', '  stringequals:', '    aws:PrincipalOrgID: o-abc # ours'),
      yaml,
      add({ ...pin, StringEquals: { 'aws:SourceAccount': ['111122223333', 'x'] } }),
      'Condition:',
      '  stringequals:',
      '    aws:PrincipalOrgID: o-abc # ours',
      '    aws:SourceAccount:',
      "      - '111122223333'",
      '      - x',
      '  ArnLike:',
      "    aws:SourceArn: 'arn:aws:sns:*:<account>:*'",
    );
  });

  it('writes key quotes as the neighbours have them', () => {
    gives(
      lines('Condition:', '  StringEquals:', '    "aws:PrincipalOrgID": o-abc'),
      yaml,
      add({ StringEquals: { 'aws:PrincipalAccount': 'x' } }),
      'Condition:',
      '  StringEquals:',
      '    "aws:PrincipalOrgID": o-abc',
      '    "aws:PrincipalAccount": x',
    );
  });

  it('writes an Fn::Sub in the form of the place', () => {
    const conditions = { Null: { 'aws:SourceArn': sub('arn:${AWS::Partition}:x') } };
    const block = ['Effect: Allow', 'Condition:', "  'Null':", "    aws:SourceArn: !Sub 'arn:${AWS::Partition}:x'"];
    gives('Effect: Allow\n', yaml, add(conditions), ...block.slice(0, -1), `${block.at(-1)}`);
    const wide = ['{', '  "Effect": "Allow",', '  "Condition": {', '    "Null": {'];
    const call = '      "aws:SourceArn": { "Fn::Sub": "arn:${AWS::Partition}:x" }';
    gives(lines('{', '  "Effect": "Allow"', '}'), json, add(conditions), ...wide, call, '    }', '  }', '}');
  });

  it('refuses a key that is there already, however it is written', () => {
    const text = '{"Condition":{"StringEquals":{"AWS:sourceaccount":"1"}}}';
    assert.equal(edited(text, json, add(account)), undefined);
  });

  it('refuses a Condition, or an operator, that is an intrinsic or no object', () => {
    for (const value of ['!If [A, {}, {}]', '[]', 'text', '{ StringEquals: !Ref A }', '{ StringEquals: [] }']) {
      assert.equal(edited(`Condition: ${value}\n`, yaml, add(account)), undefined, value);
    }
  });

  it('refuses an empty Condition with a comment in it', () => {
    assert.equal(edited('{"Condition": { /* none */ }}', jsonc, add(account)), undefined);
  });

  it('refuses what belongs to others too, and goes beside it', () => {
    const addToB = (conditions: Conditions) => (opened: Opened) =>
      addCondition(opened.target, objectAt(opened.root, 'B'), conditions);
    const shared = lines('A: &a { Bool: {} }', 'B:', '  Condition: { Null: {}, Bool: *a }');
    assert.equal(edited(shared, yaml, addToB({ Bool: { a: true } })), undefined);
    assert.equal(edited('A: &a { Bool: {} }\nB: { Condition: *a }\n', yaml, addToB(account)), undefined);
    const beside = '  Condition: { Null: {}, Bool: *a, BinaryEquals: { a: b } }';
    gives(shared, yaml, addToB({ BinaryEquals: { a: 'b' } }), 'A: &a { Bool: {} }', 'B:', beside);
  });

  it('writes existing nodes', () => {
    const text = lines('Effect: Allow', 'Old: !GetAtt Role.Arn');
    gives(
      text,
      yaml,
      ({ target, root }) => addCondition(target, objectAt(root), { ArnLike: { a: existing(at(root, 'Old')) } }),
      'Effect: Allow',
      'Condition:',
      '  ArnLike:',
      '    a: !GetAtt Role.Arn',
      'Old: !GetAtt Role.Arn',
    );
  });
});
