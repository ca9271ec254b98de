import assert from 'node:assert/strict';
import type { Span } from '../../server/src/base/span.ts';
import { hintAccountNames } from '../../server/src/features/inlay-accounts.ts';
import type { InlayText } from '../../server/src/features/inlay-text.ts';
import { hintValues } from '../../server/src/features/inlay-values.ts';
import { hintWildcards } from '../../server/src/features/inlay-wildcards.ts';
import type { FragmentModel } from '../../server/src/lint/model.ts';
import { templateScope } from '../../server/src/lsp/template-scope.ts';
import { allFragments } from '../../server/src/service/fragment-at.ts';
import { analysed } from '../service/analysed.ts';
import { iamData } from '../support/iam-data.ts';
import { exampleNames } from './pointed.ts';

const everything: Span = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** The text without the guillemets, in which what is shown is put into guillemets again. */
function check(
  path: string,
  expected: string,
  hint: (model: FragmentModel, text: string) => readonly InlayText[],
): void {
  const text = expected.replace(/«[^»]*»/g, '');
  const hints = allFragments(analysed({ path, text })).flatMap(({ model, start }) =>
    hint(model, text).map(({ offset, label }) => ({ at: start + offset, label })),
  );
  const shown = hints.reduceRight((done, { at, label }) => `${done.slice(0, at)}«${label}»${done.slice(at)}`, text);
  assert.equal(shown, expected);
}

describe('inlay hints: how many actions a wildcard covers', () => {
  const hint = (model: FragmentModel) => hintWildcards(model, everything, iamData);

  it('in a policy file', () =>
    check(
      'a.json',
      `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["sqs:*Tag*"«3 actions», "sqs:SendMessage", "sqs:TagQueu?"«1 action», "nobody:*", "sqs:None*", "*", "s*:Get*"],
  "Resource": "*" }, { "Effect": "Deny", "NotAction": "SQS:*"«20 actions», "Resource": "*" }, { "Effect": "Allow", "Action": "s3:Ge" }] }`,
      hint,
    ));

  it('in YAML, block and flow, and in strings', () =>
    check(
      'a.yaml',
      `Resources:
  One:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action:
              - sqs:*«20 actions» # all
              - 'sqs:Tag*'«1 action»
            Resource: "*"
          - { Effect: Allow, Action: sqs:*Tag*«3 actions», Resource: "*" }
  Two:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: |
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sqs:*"«20 actions», "Resource": "*" }] }
`,
      hint,
    ));

  it('only in the range that is shown', () => {
    const text = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["sqs:*", "sqs:*Tag*"] }] }';
    const [fragment] = allFragments(analysed({ path: 'a.json', text }));
    assert.ok(fragment);
    const end = text.indexOf('"sqs:*"') + '"sqs:*"'.length;
    const labels = (range: Span) => hintWildcards(fragment.model, range, iamData).map(({ label }) => label);
    assert.deepEqual(labels({ start: 0, end }), ['20 actions']);
    assert.deepEqual(labels({ start: end + 1, end: text.length }), ['3 actions']);
    assert.deepEqual(labels({ start: 0, end: 10 }), []);
  });
});

describe('inlay hints: names of accounts', () => {
  const hint = (model: FragmentModel) => hintAccountNames(model, everything, exampleNames);

  it('behind ids and ARNs of those that are known', () =>
    check(
      'a.yaml',
      `Parameters:
  Account: { Type: String, Default: '222233334444'«secops» }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Description: Not for 222233334444, whatever it says
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              AWS:
                - 222233334444«secops»
                - "arn:aws:iam::222233334444:role/x"«secops»
                - arn:aws:iam::123456789012:root
                - !Sub "arn:\${AWS::Partition}:iam::999988887777:role/x"«auditors»
            Action: sts:AssumeRole
            Condition:
              StringLike:
                aws:SourceArn: arn:aws:kms:us-east-1:222233334444:alias/999988887777«secops, auditors»
`.replaceAll('\\$', '$'),
      hint,
    ));

  it('in a policy that is a string, not behind the string', () =>
    check(
      'a.json',
      `{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument":
  "{ \\"Statement\\": [{ \\"Effect\\": \\"Allow\\", \\"Action\\": \\"sts:AssumeRole\\", \\"Resource\\": \\"arn:aws:iam::222233334444:role/x\\"«secops» }] }" } } } }`,
      hint,
    ));
});

describe('inlay hints: values of expressions', () => {
  /** As the document alone says. */
  const check2 = (expected: string) =>
    check('a.yaml', expected, (model, text) => {
      const own = analysed({ path: 'a.yaml', text });
      const id = model.tree.path.join('/');
      const scope = templateScope(
        { chains: { scope: () => undefined } },
        'file:///a.yaml',
        own,
        { id, model },
        undefined,
      );
      return scope === undefined ? [] : hintValues(model, everything, scope);
    });

  it('stand behind those that are wholly known, in resources with policies', () =>
    check2(`Parameters:
  Env: { Type: String, Default: prod }
  Account: { Type: String }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Ref Env
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub "\${Env}-role"«= prod-role»
      Path: !If [IsProd, !Sub "/\${Env}/"«= /prod/», /]
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              AWS: !Sub arn:aws:iam::\${Account}:root
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                aws:PrincipalTag/env: !Ref Env«= prod»
                sts:ExternalId: { Ref: Env }«= prod»
                aws:PrincipalTag/path: !Join [/, [a, !Ref Env]]«= a/prod»
`));
});
