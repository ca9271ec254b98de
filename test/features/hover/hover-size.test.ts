import assert from 'node:assert/strict';
import { tell } from './tell.ts';

describe('hover on the length of a policy', () => {
  const sizes: readonly (readonly [
    name: string,
    path: string,
    text: string,
    expected: readonly string[] | undefined,
  ])[] = [
    [
      'of a template',
      'a.yaml',
      `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Ver<|>sion: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
`,
      [
        'Version',
        'Trust policy: 130 of 2,048 characters',
        'Room for 1,918 more.',
        'It can be raised to 8,192.',
        'White space does not count.',
      ],
    ],
    [
      'that is not all known',
      'a.yaml',
      `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        <|>Version: '2012-10-17'
        Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: !Ref Bucket }]
`,
      [
        'Version',
        'Identity policy: at least 93 of 6,144 characters',
        'Room for at most 6,051 more.',
        'White space does not count.',
      ],
    ],
    [
      'of a file, of which little is known',
      'a.json',
      '{ "<|>Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }] }',
      [
        'Statement',
        'Identity policy: 65 of 10,240 characters',
        'Room for 10,175 more.',
        'The quota is that of all inline policies of a role together; a managed policy may have 6,144.',
        'White space does not count.',
      ],
    ],
    [
      'that is beyond it',
      'a.scp.json',
      `{ "Version<|>": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "s3:*", "Resource": "${'a'.repeat(11_000)}" }] }`,
      [
        'Version',
        'Service control policy: 11,086 of 10,240 characters',
        '846 more than AWS takes.',
        'Counted without white space, which counts too where it is sent along.',
      ],
    ],
    ['on another key', 'a.json', '{ "Version": "2012-10-17", "State<|>ment": [{ "Effect": "Allow" }] }', undefined],
    [
      'of a resource, which no one quota is for',
      'a.yaml',
      `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: b
      PolicyDocument:
        Vers<|>ion: '2012-10-17'
        Statement: []
`,
      undefined,
    ],
  ];
  for (const [name, path, text, expected] of sizes) it(name, () => assert.deepEqual(tell(path, text), expected));
});
