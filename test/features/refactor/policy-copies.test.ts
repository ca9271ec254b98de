import assert from 'node:assert/strict';
import { policyCopyAt } from '../../../server/src/features/refactor/policy-copies.ts';
import { fragmentAt } from '../../../server/src/service/fragment-at.ts';
import { readMarks } from '../../rules/support/marks.ts';
import { analysed } from '../../service/analysed.ts';
import { inPolicy, inString, inTemplate } from './support/becomes.ts';

/** The text of the copy; a sentence in braces where there is none; undefined where none is offered. */
function copied(path: string, marked: string): string | undefined {
  const { text, marks } = readMarks(marked);
  const [mark] = marks;
  assert.ok(mark, 'a cursor');
  const fragment = fragmentAt(analysed({ path, text }, { rules: {}, withoutRules: true }), mark.start);
  assert.ok(fragment);
  const at = mark.start - fragment.start;
  const written = policyCopyAt(fragment.model, { start: at, end: at })?.write();
  return written?.language === undefined ? written && `{${written.refusal}}` : written.text;
}

describe('a policy copied', () => {
  it('from a policy file into YAML for a template', () => {
    const statement =
      '{ "Effect": "Al<|>low", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::a/${aws:username}/*", "Condition": { "Bool": { "aws:SecureTransport": true } } }';
    assert.equal(
      copied('p.json', inPolicy(statement)),
      `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action:
      - s3:GetObject
      - s3:PutObject
    Resource: 'arn:aws:s3:::a/\${aws:username}/*'
    Condition:
      Bool:
        aws:SecureTransport: true
`,
    );
  });

  it('reads the same in the template as in the file', () => {
    const yaml = copied(
      'p.json',
      inPolicy('{ "Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Sid": "<|>1" }'),
    );
    const role = `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n`;
    const back = copied('t.yaml', `${role}${yaml?.replace(/^(?=.)/gm, '        ').replace('Deny', 'De<|>ny')}`);
    assert.deepEqual(JSON.parse(back ?? ''), {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', NotAction: 'iam:*', Resource: '*', Sid: '1' }],
    });
  });

  it('from a template into a policy file, with places to fill in for references', () => {
    const statement = `- Effect: Al<|>low
  Action: s3:GetObject
  Resource:
    - !Sub '\${Topic.Arn}/\${!aws:username}'
    - !GetAtt Topic.Arn
    - Fn::GetAtt: [Topic, Name]
    - !Ref Security
  Condition: { StringEquals: { aws:SourceAccount: 012345678901 } }`;
    assert.equal(
      copied('t.yaml', inTemplate(statement)),
      `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": [
        "<Topic.Arn>/\${aws:username}",
        "<Topic.Arn>",
        "<Topic.Name>",
        "<Security>"
      ],
      "Condition": {
        "StringEquals": {
          "aws:SourceAccount": "012345678901"
        }
      }
    }
  ]
}
`,
    );
  });

  it('from a string of a template', () => {
    const statement = '{ "Effect": "Al<|>low", "Action": "s3:*", "Resource": "${A}/${!aws:x}" }';
    assert.match(copied('t.yaml', inString(statement, ' !Sub')) ?? '', /"Resource": "<A>\/\$\{aws:x\}"/);
    assert.match(copied('t.yaml', inString(statement)) ?? '', /"Resource": "\$\{A\}\/\$\{!aws:x\}"/);
  });

  it('not where something would be lost', () => {
    const commented = '// why\n{ "Effect": "Al<|>low", "Action": "s3:*", "Resource": "*" }';
    assert.match(copied('p.jsonc', inPolicy(commented)) ?? '', /^\{A comment would be lost/);
    const imported = '- Effect: Al<|>low\n  Action: s3:*\n  Resource: !ImportValue x';
    assert.match(copied('t.yaml', inTemplate(imported)) ?? '', /^\{A policy file can have a place to fill in/);
    const twice = '{ "Effect": "Al<|>low", "Action": "s3:*", "Action": "sqs:*", "Resource": "*" }';
    assert.match(copied('p.json', inPolicy(twice)) ?? '', /^\{A key stands twice/);
  });
});
