import assert from 'node:assert/strict';
import { inPolicy, inString, inTemplate, offersNone, testChanges } from './support/becomes.ts';
import { offeredIn, refactored } from './support/refactored.ts';

describe('a statement split by its resources', () => {
  testChanges([
    {
      name: 'in JSON, with a name of its own for each',
      path: 'policy.json',
      id: 'split',
      before: inPolicy(`{
  "Sid": "Read",
  "Effect": "Allow",
  "Action": "s3:GetObject",
  "Resource": [
    "arn:aws:s3:::<|>a/*",
    "arn:aws:s3:::b/*"
  ]
},
{ "Sid": "Read2", "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" }`),
      after: inPolicy(`{
  "Sid": "Read",
  "Effect": "Allow",
  "Action": "s3:GetObject",
  "Resource": [
    "arn:aws:s3:::a/*"
  ]
},
{
  "Sid": "Read3",
  "Effect": "Allow",
  "Action": "s3:GetObject",
  "Resource": [
    "arn:aws:s3:::b/*"
  ]
},
{ "Sid": "Read2", "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" }`),
    },
    {
      name: 'in YAML, the resources at the end of the statement',
      path: 'template.yaml',
      id: 'split',
      before: inTemplate(`# first
- Effect: Allow # may
  Action: s3:GetObject
  Resource:
    # the buckets
    - arn:aws:s3:::a/*<|>
    - !Sub '\${Topic}/*'`),
      after: inTemplate(`# first
- Effect: Allow # may
  Action: s3:GetObject
  Resource:
    # the buckets
    - arn:aws:s3:::a/*
- Effect: Allow
  Action: s3:GetObject
  Resource:
    - !Sub '\${Topic}/*'`),
    },
    {
      name: 'in YAML, for what is selected',
      path: 'template.yaml',
      id: 'split-selected',
      before: inTemplate(`- Effect: Deny
  Action: s3:GetObject
  Resource:
    - arn:aws:s3:::a/*
    - <|arn:aws:s3:::b/*
    - arn|>:aws:s3:::c/*
  Condition:
    Bool: { aws:SecureTransport: 'false' }`),
      after: inTemplate(`- Effect: Deny
  Action: s3:GetObject
  Resource:
    - arn:aws:s3:::a/*
  Condition:
    Bool: { aws:SecureTransport: 'false' }
- Effect: Deny
  Action: s3:GetObject
  Resource:
    - arn:aws:s3:::b/*
    - arn:aws:s3:::c/*
  Condition:
    Bool: { aws:SecureTransport: 'false' }`),
    },
    {
      name: 'in YAML’s flow style',
      path: 'template.yaml',
      id: 'split',
      before: inTemplate("- { Sid: R, Effect: Allow, Action: s3:GetObject, Resource: [a<|>, 'b'] }"),
      after: inTemplate(
        "- { Sid: R, Effect: Allow, Action: s3:GetObject, Resource: [a] }\n- { Sid: R2, Effect: Allow, Action: s3:GetObject, Resource: ['b'] }",
      ),
    },
    {
      name: 'in a string under Fn::Sub',
      path: 'template.yaml',
      id: 'split',
      before: inString(
        '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["<|>${Topic}", "${!aws:username}"] }',
        ' !Sub',
      ),
      after: inString(
        '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["${Topic}"] },\n{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["${!aws:username}"] }',
        ' !Sub',
      ),
    },
    {
      name: 'not where a comment belongs to a resource that goes',
      path: 'template.yaml',
      id: 'split',
      before: inTemplate('- Effect: Allow\n  Action: s3:GetObject\n  Resource:\n    - a<|>\n    - b # the other'),
      after: '{A comment would be lost: move it first.}',
    },
  ]);

  it('makes a list of a single statement', () => {
    const text =
      '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["<|>a", "b"] } }';
    const after = JSON.parse(refactored('policy.json', text, 'split'));
    const same = { Effect: 'Allow', Action: 's3:GetObject' };
    assert.deepEqual(after.Statement, [
      { ...same, Resource: ['a'] },
      { ...same, Resource: ['b'] },
    ]);
  });

  it('is not offered for NotResource, for one resource, and where one may not be there', () => {
    offersNone('p.json', inPolicy('{ "Effect": "Allow", "Action": "s3:*", "NotResource": ["<|>a", "b"] }'), 'split');
    offersNone('p.json', inPolicy('{ "Effect": "Allow", "Action": "s3:*", "Resource": ["<|>a"] }'), 'split');
    offersNone('t.yaml', inTemplate('- Effect: Allow\n  Action: s3:*\n  Resource: [<|>a, !If [A, b, c]]'), 'split');
    offersNone('t.yaml', inTemplate('- Effect: Allow\n  Action: s3:*\n  Resource: [<|>a, !Ref AWS::NoValue]'), 'split');
  });
});

describe('statements merged', () => {
  const read = '{ "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["a", "b"] }';
  testChanges([
    {
      name: 'that differ in their actions, in JSON',
      path: 'policy.json',
      id: 'merge-actions',
      before: inPolicy(`${read},
{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": ["a", "b"] },
{ "Sid": "List", "Effect": "Allow", "Action": ["s3:Get<|>Object", "s3:List*"], "Resource": ["b", "a"] }`),
      after:
        inPolicy(`{ "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:List*"], "Resource": ["a", "b"] },
{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": ["a", "b"] }`),
    },
    {
      name: 'that differ in their resources, in YAML with comments',
      path: 'template.yaml',
      id: 'merge-resources',
      before: inTemplate(`- Effect: Allow # may
  Action: [s3:GetObject]
  Resource:
    - a # the one
  Condition: { StringEquals: { aws:PrincipalOrgID: [x, y] } }
# then
- Effect: Allow
  Action: s3:getobject<|>
  Resource: !Ref Topic
  Condition: { StringEquals: { AWS:PrincipalOrgID: [y, x] } }
- Effect: Allow
  Action: s3:GetObject
  Resource: c
  Condition: { StringEquals: { aws:PrincipalOrgID: [x, y] } }
- Effect: Allow
  Action: s3:GetObject
  Resource: d`),
      after: inTemplate(`- Effect: Allow # may
  Action: [s3:GetObject]
  Resource:
    - a # the one
    - !Ref Topic
    - c
  Condition: { StringEquals: { aws:PrincipalOrgID: [x, y] } }
# then
- Effect: Allow
  Action: s3:GetObject
  Resource: d`),
    },
    {
      name: 'of the same NotResource',
      path: 'policy.json',
      id: 'merge-actions',
      before: inPolicy(`{ "Effect": "Deny", "Action": "s3:<|>GetObject", "NotResource": ["a", "b"] },
{ "Effect": "Deny", "Action": "s3:PutObject", "NotResource": ["b", "a"] }`),
      after: inPolicy('{ "Effect": "Deny", "Action": ["s3:GetObject", "s3:PutObject"], "NotResource": ["a", "b"] }'),
    },
    {
      name: 'not where NotAction differs',
      path: 'policy.json',
      id: 'merge-actions',
      before: inPolicy(`{ "Effect": "Allow", "NotAction": "s3:<|>*", "Resource": "a" },
{ "Effect": "Allow", "NotAction": "ec2:*", "Resource": "a" }`),
      after: '{What several NotAction leave out together is not what one would leave out.}',
    },
    {
      name: 'not where NotResource differs',
      path: 'policy.json',
      id: 'merge-resources',
      before: inPolicy(`{ "Effect": "Allow", "Action": "s3:<|>*", "NotResource": "a" },
{ "Effect": "Allow", "Action": "s3:*", "NotResource": "b" }`),
      after: '{What several NotResource leave out together is not what one would leave out.}',
    },
    {
      name: 'not where a comment stands in what goes',
      path: 'template.yaml',
      id: 'merge-actions',
      before: inTemplate(`- Effect: Allow
  Action: s3:GetObject<|>
  Resource: a
- Effect: Allow # why
  Action: s3:PutObject
  Resource: a`),
      after: '{A comment would be lost: move it first.}',
    },
  ]);

  it('names the other, or how many they are', () => {
    const title = (marked: string) =>
      offeredIn('policy.json', marked).refactorings.find(({ id }) => id === 'merge-actions')?.title;
    const put = '{ "Sid": "P<|>ut", "Effect": "Allow", "Action": "s3:PutObject", "Resource": ["a", "b"] }';
    assert.equal(title(inPolicy(`${read},\n${put}`)), 'Merge with `Read`: only the actions differ');
    const list = '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": ["a", "b"] }';
    assert.equal(title(inPolicy(`${read},\n${put},\n${list}`)), 'Merge 3 statements: only the actions differ');
  });

  it('are not offered where anything else differs, or is not known', () => {
    const none = (a: string, b: string) => {
      const first = `{ "Effect": "Allow", "Action": "s3:<|>GetObject", "Resource": "a"${a} }`;
      const second = `{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "a"${b} }`;
      offersNone('policy.json', inPolicy(`${first},\n${second}`), 'merge-actions', 'merge-resources');
    };
    none('', ', "Condition": { "Bool": { "aws:SecureTransport": "true" } }');
    const condition = (value: string) => `, "Condition": { "StringEquals": { "aws:PrincipalOrgID": ${value} } }`;
    none(condition('["a b"]'), condition('["a", "b"]'));
    none(condition('"<your org>"'), condition('"<your org>"'));
    none(', "Principal": { "AWS": "*" }', ', "Principal": "*"');
    none(', "Foo": 1', ', "Foo": 1');
  });
});
