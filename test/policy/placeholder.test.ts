import assert from 'node:assert/strict';
import { type DollarBraces, findPlaceholders } from '../../server/src/policy/placeholder.ts';

const found = (text: string, dollarBraces: DollarBraces = 'iam') =>
  findPlaceholders(text, dollarBraces).map((each) => each.text);

describe('placeholders', () => {
  const forms: readonly (readonly [text: string, ...placeholders: string[]])[] = [
    ['<your org path>/*', '<your org path>'],
    ['arn:aws:iam::<SecOps account ID>:role/<name>', '<SecOps account ID>', '<name>'],
    ['arn:aws:iam::YOUR_ACCOUNT_ID:root', 'YOUR_ACCOUNT_ID'],
    ['YOUR-BUCKET', 'YOUR-BUCKET'],
    ['REPLACE_ME', 'REPLACE_ME'],
    ['REPLACEME', 'REPLACEME'],
    ['REPLACE_WITH_ACCOUNT', 'REPLACE_WITH_ACCOUNT'],
    ['REPLACE_THIS', 'REPLACE_THIS'],
    ['CHANGE_ME', 'CHANGE_ME'],
    ['INSERT_ACCOUNT_HERE', 'INSERT_ACCOUNT_HERE'],
    ['arn:aws:iam::ACCOUNT_ID:root', 'ACCOUNT_ID'],
    ['arn:aws:iam::AWS_ACCOUNT_ID:root', 'AWS_ACCOUNT_ID'],
    ['arn:aws:iam::ACCOUNT-ID:root', 'ACCOUNT-ID'],
    ['arn:aws:iam::xxxxxxxxxxxx:root', 'xxxxxxxxxxxx'],
    ['{{account}}', '{{account}}'],
    ['a/{{ cookiecutter.name }}/b', '{{ cookiecutter.name }}'],
    ['${account_id}', '${account_id}'],
    ['${var.account}-${data.x["y"].id}', '${var.account}', '${data.x["y"].id}'],
  ];
  for (const [text, ...placeholders] of forms) it(`are in ${text}`, () => assert.deepEqual(found(text), placeholders));

  const others = [
    '',
    'arn:aws:iam::111122223333:role/Name',
    '${aws:username}',
    '${aws:PrincipalTag/team}',
    "${aws:PrincipalTag/team, 'no team'}",
    '${saml:sub}/${graph.facebook.com:id}',
    '${*}${?}${$}',
    '{{resolve:ssm:name}}',
    '{{resolve:secretsmanager:MySecret:SecretString:password}}',
    'MYYOUR_ACCOUNT',
    'YOURS',
    'your_account',
    'xxxxxxxxxxxxx',
    'axxxxxxxxxxxx',
    'MY_ACCOUNT_ID',
    'ACCOUNT_IDS',
    '1 < 2 and 3 > 2',
    '<1>',
    '<>',
    '{}{ {a} }',
    'Fn::EnumTargetAccounts Binding ${account}',
  ];
  for (const text of others) it(`are not in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), []));

  it('leave the braces of an Fn::Sub to CloudFormation, but not other forms', () => {
    assert.deepEqual(found('arn:${AWS::Partition}:iam::${Account}:role/<name>', 'sub'), ['<name>']);
    assert.deepEqual(found('{{name}}${!aws:username}', 'sub'), ['{{name}}']);
  });

  it('say where they stand, in their order', () => {
    assert.deepEqual(findPlaceholders('a {{b}} <c>', 'iam'), [
      { from: 2, to: 7, text: '{{b}}' },
      { from: 8, to: 11, text: '<c>' },
    ]);
  });

  it('do not overlap', () => {
    assert.deepEqual(found('<YOUR_ACCOUNT_ID>'), ['<YOUR_ACCOUNT_ID>']);
    assert.deepEqual(found('{{YOUR_ACCOUNT_ID}}'), ['YOUR_ACCOUNT_ID']);
    assert.deepEqual(found('${YOUR_ACCOUNT_ID}'), ['YOUR_ACCOUNT_ID']);
  });

  it('are found in a long hostile text', () => {
    for (const piece of ['<a', '${', '{{', 'YOUR_', 'REPLACE_WITH_', 'x', 'INSERT_'])
      assert.ok(Array.isArray(found(piece.repeat(50_000))));
  });
});
