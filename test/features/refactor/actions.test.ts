import assert from 'node:assert/strict';
import { inPolicy, inString, inTemplate, offersNone, testChanges } from './support/becomes.ts';
import { offeredIn, refactored } from './support/refactored.ts';

function titleOf(path: string, marked: string, id: string): string | undefined {
  return offeredIn(path, marked).refactorings.find((each) => each.id === id)?.title;
}

describe('actions sorted', () => {
  testChanges([
    {
      name: 'on one line of JSON, one of them twice',
      path: 'policy.json',
      id: 'sort',
      before: inPolicy(
        '{ "Effect": "Allow", "Action": ["s3:PutObject",  "s3:Get<|>Object", "S3:getobject", "ec2:*"], "Resource": "*" }',
      ),
      after: inPolicy('{ "Effect": "Allow", "Action": ["ec2:*",  "s3:GetObject", "s3:PutObject"], "Resource": "*" }'),
    },
    {
      name: 'on lines of JSON with comments',
      path: 'policy.jsonc',
      id: 'sort',
      before: inPolicy(`{
  "Effect": "Allow",
  "Action": [
    // what may be done
    "s3:PutObject", // put
    "s3:GetO<|>bject",
    "ec2:*" /* all */
  ],
  "Resource": "*"
}`),
      after: inPolicy(`{
  "Effect": "Allow",
  "Action": [
    // what may be done
    "ec2:*", /* all */
    "s3:GetObject",
    "s3:PutObject" // put
  ],
  "Resource": "*"
}`),
    },
    {
      name: 'on lines of YAML with comments',
      path: 'template.yaml',
      id: 'sort',
      before: inTemplate(`- Effect: Allow
  NotAction:
    - s3:PutObject   # put
    - 's3:Get*'<|>
    - ec2:*
    - "ec2:*"
  Resource: '*'`),
      after: inTemplate(`- Effect: Allow
  NotAction:
    - ec2:*
    - 's3:Get*'
    - s3:PutObject   # put
  Resource: '*'`),
    },
    {
      name: 'not where a comment belongs to one that goes',
      path: 'template.yaml',
      id: 'sort',
      before: inTemplate(`- Effect: Allow\n  Action:\n    - s3:Get*<|>\n    - s3:Get* # twice\n  Resource: '*'`),
      after: '{A comment would be lost: move it first.}',
    },
    {
      name: 'in a string in quotes',
      path: 'template.json',
      id: 'sort',
      before:
        '{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":[\\"s3:Put*\\",\\"s3:<|>Get*\\"],\\"Resource\\":\\"*\\"}]}" } } } }\n',
      after:
        '{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":[\\"s3:Get*\\",\\"s3:Put*\\"],\\"Resource\\":\\"*\\"}]}" } } } }\n',
    },
  ]);

  it('is not offered for what is sorted, for resources, and where one is not known', () => {
    offersNone('p.json', inPolicy('{ "Effect": "Allow", "Action": ["ec2:<|>*", "s3:*"], "Resource": "*" }'), 'sort');
    offersNone('p.json', inPolicy('{ "Effect": "Allow", "Action": "s3:*", "Resource": ["b<|>", "a"] }'), 'sort');
    offersNone('t.yaml', inTemplate('- Effect: Allow\n  Action: [s3:<|>*, !Ref Topic]\n  Resource: x'), 'sort');
  });
});

describe('a wildcard expanded', () => {
  testChanges([
    {
      name: 'in a list of JSON',
      path: 'policy.json',
      id: 'expand',
      before: inPolicy(`{
  "Effect": "Allow",
  "Action": [
    "sqs:<|>C*Message*",
    "sqs:CancelMessageMoveTask"
  ],
  "Resource": "*"
}`),
      after: inPolicy(`{
  "Effect": "Allow",
  "Action": [
    "sqs:ChangeMessageVisibility",
    "sqs:CancelMessageMoveTask"
  ],
  "Resource": "*"
}`),
    },
    {
      name: 'that is the only action, in YAML',
      path: 'template.yaml',
      id: 'expand',
      before: inTemplate("- Effect: Allow\n  Action: sqs:C*Mess<|>age* # some\n  Resource:\n    - '*'"),
      after: inTemplate(
        "- Effect: Allow\n  Action: # some\n    - sqs:CancelMessageMoveTask\n    - sqs:ChangeMessageVisibility\n  Resource:\n    - '*'",
      ),
    },
    {
      name: 'in a string',
      path: 'template.yaml',
      id: 'expand',
      before: inString('{ "Effect": "Deny", "Action": ["SQS:<|>c*message*"], "Resource": "*" }'),
      after: inString(
        '{ "Effect": "Deny", "Action": ["SQS:CancelMessageMoveTask", "SQS:ChangeMessageVisibility"], "Resource": "*" }',
      ),
    },
    {
      name: 'not where it stands for too many',
      path: 'policy.json',
      id: 'expand',
      before: inPolicy('{ "Effect": "Allow", "Action": "ec2:<|>*", "Resource": "*" }'),
      after: '{More than 200 actions are too many to be written out.}',
    },
  ]);

  it('is meant by a cursor before the item too', () => {
    const list = (at: string) =>
      inTemplate(`- Effect: Allow\n  Action:\n${at}- sqs:C*Message*\n    - s3:*\n  Resource: x`);
    assert.ok(titleOf('t.yaml', list('  <|>  '), 'expand')?.includes('`sqs:C*Message*`'));
  });

  it('says how many actions there are, and of which day', () => {
    const text = inPolicy('{ "Effect": "Allow", "Action": ["sqs:<|>C*Message*"], "Resource": "*" }');
    assert.equal(
      titleOf('p.json', text, 'expand'),
      'Expand `sqs:C*Message*` to the 2 actions known on 2026-09-26, and no later ones',
    );
  });

  it('is not offered for all of AWS, for what is not known, and for who may assume a role', () => {
    offersNone('p.json', inPolicy('{ "Effect": "Allow", "Action": "*<|>", "Resource": "*" }'), 'expand');
    offersNone('p.json', inPolicy('{ "Effect": "Allow", "Action": "no:<|>Get*", "Resource": "*" }'), 'expand');
    const trust = '{ "Effect": "Allow", "Action": "sts:<|>*", "Principal": { "AWS": "111122223333" } }';
    offersNone('trust.json', inPolicy(trust), 'expand');
  });
});

describe('actions shrunk to a wildcard', () => {
  it('where it stands for just these, by words of the name', () => {
    const listed = ['sqs:DeleteMessage', 's3:GetObject', 'sqs:DeleteQueue'];
    const before = inTemplate(
      `- Effect: Allow\n  Action:\n    - s3:Put<|>Object\n${listed.map((each) => `    - ${each}\n`).join('')}  Resource: '*'`,
    );
    offersNone('t.yaml', before, 'shrink');
    const pointed = before.replace('<|>', '').replace('sqs:DeleteQueue', 'sqs:Delete<|>Queue # queue');
    assert.equal(
      refactored('t.yaml', pointed.replace(' # queue', ''), 'shrink'),
      inTemplate(
        "- Effect: Allow\n  Action:\n    - s3:PutObject\n    - sqs:Delete*\n    - s3:GetObject\n  Resource: '*'",
      ),
    );
    assert.equal(refactored('t.yaml', pointed, 'shrink'), '{A comment would be lost: move it first.}');
  });

  it('says that later actions are covered', () => {
    const text = inPolicy(
      '{ "Effect": "Allow", "Action": ["sqs:<|>DeleteMessage", "sqs:DeleteQueue"], "Resource": "*" }',
    );
    assert.equal(
      titleOf('p.json', text, 'shrink'),
      'Shrink 2 actions to `sqs:Delete*`, which would also cover actions that AWS adds later',
    );
  });

  it('is not offered where one that it stands for is missing', () => {
    const text = '{ "Effect": "Allow", "Action": ["sqs:<|>DeleteMessage", "sqs:ReceiveMessage"], "Resource": "*" }';
    offersNone('p.json', inPolicy(text), 'shrink');
  });
});
