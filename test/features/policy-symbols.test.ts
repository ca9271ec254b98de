import assert from 'node:assert/strict';
import { type PolicySymbol, policySymbols } from '../../server/src/features/policy-symbols.ts';
import { allFragments } from '../../server/src/service/fragment-at.ts';
import { analysed } from '../service/analysed.ts';

/** A line for each symbol: its name and detail, what names it in the text, and the first and last line of all of it. */
function outline(path: string, text: string): readonly string[] {
  const linesOf = (start: number, end: number) => {
    const line = (offset: number) => text.slice(0, offset).split('\n').length;
    return line(start) === line(end) ? `${line(start)}` : `${line(start)}-${line(end)}`;
  };
  const show = (symbol: PolicySymbol, start: number, depth: number, around: PolicySymbol | undefined): string[] => {
    const { is, name, detail, span, selection, children } = symbol;
    assert.ok(span.start <= selection.start && selection.end <= span.end, `${name} holds what names it`);
    if (around !== undefined)
      assert.ok(around.span.start <= span.start && span.end <= around.span.end, `${name} is inside`);
    const selected = text.slice(start + selection.start, start + selection.end);
    const lines = linesOf(start + span.start, start + span.end);
    return [
      `${'  '.repeat(depth)}${is} ${name}${detail === undefined ? '' : ` (${detail})`} [${selected}] ${lines}`,
      ...children.flatMap((each) => show(each, start, depth + 1, symbol)),
    ];
  };
  return allFragments(analysed({ path, text })).flatMap(({ model, start }) =>
    policySymbols(model).flatMap((each) => show(each, start, 0, undefined)),
  );
}

describe('symbols of a document', () => {
  it('of a template in YAML: what has to do with IAM', () =>
    assert.deepEqual(
      outline(
        'a.yaml',
        `Parameters: { Env: { Type: String } }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: hop
          PolicyDocument:
            Statement:
              - Sid: Next
                Effect: Allow
                Action: [sts:AssumeRole, sts:TagSession]
                Resource: arn:aws:iam::*:role/Deploy/Target
              - { Effect: Deny, NotAction: "s3:*", NotResource: [a, b, c] }
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: { Roles: [!Ref Worker] }
  Open:
    Type: AWS::S3::BucketPolicy
    Properties:
      PolicyDocument:
        Statement:
          Effect: Allow
          Principal: "*"
          Action: s3:GetObject
          Resource: !Sub "arn:aws:s3:::\${Bucket}/*"
`,
      ),
      [
        'role Worker (AWS::IAM::Role) [Worker] 5-22',
        '  policy Trust policy (AssumeRolePolicyDocument) [AssumeRolePolicyDocument] 8-13',
        '    statement Allow sts:AssumeRole for lambda.amazonaws.com [Effect] 11-13',
        '  policy hop (identity policy) [PolicyDocument] 16-22',
        '    statement Next (Allow sts:AssumeRole +1 on role/Deploy/Target) [Next] 18-21',
        '    statement Deny all but s3:* on all but a +2 [Effect] 22',
        'resource Profile (AWS::IAM::InstanceProfile) [Profile] 23-25',
        'resource Open (AWS::S3::BucketPolicy) [Open] 26-34',
        '  policy Resource policy (PolicyDocument) [PolicyDocument] 29-34',
        '    statement Allow s3:GetObject on ${Bucket}/* for * [Effect] 31-34',
      ],
    ));

  it('of a policy file', () =>
    assert.deepEqual(
      outline(
        'trust.json',
        `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Root", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" },
    { "Effect": "Deny", "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:role/x" }, "Action": "sts:AssumeRole" }
  ]
}`,
      ),
      [
        'policy Trust policy ["Version"] 1-7',
        '  statement Root (Allow sts:AssumeRole for 111122223333:root) ["Root"] 4',
        '  statement Deny sts:AssumeRole for all but role/x ["Effect"] 5',
      ],
    ));

  it('of policies in strings', () =>
    assert.deepEqual(
      outline(
        'a.json',
        `{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": {
  "PolicyDocument": "{ \\"Statement\\": [{ \\"Sid\\": \\"A\\", \\"Effect\\": \\"Allow\\", \\"Action\\": \\"s3:*\\" }] }" } } } }`,
      ),
      [
        'resource P (AWS::IAM::ManagedPolicy) [P] 1-2',
        '  policy Identity policy (PolicyDocument) [PolicyDocument] 2',
        '    statement A (Allow s3:*) [\\"A\\"] 2',
      ],
    ));

  it('of a stack set with its own template', () =>
    assert.deepEqual(
      outline(
        'a.yaml',
        `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      TemplateBody: |
        Resources:
          Target:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement: [{ Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: "*" } }]
`,
      ),
      [
        'resource Set (AWS::CloudFormation::StackSet) [Set] 2-11',
        '  role Target (AWS::IAM::Role) [Target] 7-11',
        '    policy Trust policy (AssumeRolePolicyDocument) [AssumeRolePolicyDocument] 10-11',
        '      statement Allow sts:AssumeRole for * [Effect] 11',
      ],
    ));

  it('of what is half typed', () => {
    assert.deepEqual(outline('a.json', '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": '), [
      'policy Identity policy ["Version"] 1',
      '  statement Allow ["Effect"] 1',
    ]);
    assert.deepEqual(outline('a.json', '{ "Version": "2012-10-17", "Statement": [{ }, { "Sid": "" }] }'), [
      'policy Identity policy ["Version"] 1',
      '  statement Statement [{ }] 1',
      '  statement Statement [""] 1',
    ]);
    assert.deepEqual(
      outline(
        'a.yaml',
        'Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Sid: X\n            Eff\n',
      ),
      [
        'role A (AWS::IAM::Role) [A] 2-8',
        '  policy Trust policy (AssumeRolePolicyDocument) [AssumeRolePolicyDocument] 5-8',
        '    statement X (Statement) [X] 7-8',
      ],
    );
    assert.deepEqual(outline('a.yaml', 'services:\n  web:\n    image: nginx\n'), []);
  });

  it('cuts what is too long for a line', () => {
    const [, statement] = outline(
      'a.json',
      `{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${'a'.repeat(90)}" }] }`,
    );
    assert.equal(statement, `  statement Allow s3:GetObject on ${'a'.repeat(57)}… ["Effect"] 1`);
  });
});
