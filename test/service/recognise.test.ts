import assert from 'node:assert/strict';
import type { PolicyKind } from '../../server/src/policy/kind.ts';
import { analysed, findingsIn, policiesIn } from './analysed.ts';

const identity = '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }';
const trust =
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }] }';
const resource =
  '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }] }';
const denying =
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }] }';

function kindOf(path: string, text: string, kind?: PolicyKind): PolicyKind | undefined {
  const [policy, ...others] = analysed({ path, text }, { rules: {}, ...(kind && { kind }) }).policies();
  assert.deepEqual(others, []);
  return policy?.kind;
}

describe('the kind of a policy that stands alone', () => {
  const cases: readonly (readonly [path: string, text: string, kind: PolicyKind])[] = [
    ['policy.json', identity, 'identity'],
    ['policy.json', trust, 'trust'],
    ['policy.json', resource, 'resource'],
    ['a/trust/b/policy.json', identity, 'identity'],
    // The content comes before the name.
    ['scp.json', trust, 'trust'],
    ['my-trust-policy.json', resource, 'resource'],
    ['scp.json', resource, 'resource'],
    // The name.
    ['Org-SCP-deny.json', identity, 'scp'],
    ['rcp.json', identity, 'rcp'],
    ['rcp.json', denying, 'rcp'],
    ['permissions-boundary.json', identity, 'boundary'],
    ['session.yaml', identity, 'session'],
    ['trust.json', '{ "Version": "2012-10-17", "Statement": [] }', 'trust'],
    ['trust.json', '{ "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole" }] }', 'trust'],
    ['trust.json', identity, 'identity'],
    ['bucket.json', denying, 'resource'],
    // What a trust policy may hold.
    ['p.json', trust.replace('"sts:AssumeRole"', '["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]'), 'trust'],
    ['p.json', trust.replace('sts:AssumeRole', 'sts:*'), 'trust'],
    ['p.json', trust.replace('sts:AssumeRole', 'STS:assumerole'), 'trust'],
    ['p.json', trust.replace('"sts:AssumeRole"', '["sts:AssumeRole", "s3:GetObject"]'), 'resource'],
    ['p.json', trust.replace('"Principal"', '"NotPrincipal"'), 'trust'],
    ['p.json', trust.replace('"sts:AssumeRole"', '[]'), 'resource'],
    // The name again, as long as the content is half typed.
    ['a.trust.json', trust.replace('"sts:AssumeRole"', '[]'), 'trust'],
    ['a.trust.json', trust.replace('sts:AssumeRole', 'st'), 'trust'],
  ];
  for (const [path, text, kind] of cases)
    it(`is ${kind}: ${path} ${text.slice(0, 120)}`, () => assert.equal(kindOf(path, text), kind));

  it("is the user's word before all others", () => {
    assert.equal(kindOf('trust.json', trust, 'session'), 'session');
    assert.equal(kindOf('policy.json', identity, 'endpoint'), 'endpoint');
  });

  it('is what the property says in a template, whatever the user says of files', () => {
    const text = `Resources:\n  R:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: ${trust}\n`;
    assert.equal(kindOf('trust.yaml', text, 'scp'), 'identity');
  });
});

describe('inputs and outputs of commands', () => {
  const role = (name: string, document: string) => `{ "RoleName": "${name}", "AssumeRolePolicyDocument": ${document} }`;
  const asString = (document: string) => JSON.stringify(document);
  const cases: readonly (readonly [name: string, text: string, ...policies: string[]])[] = [
    ['get-role', `{ "Role": ${role('Source', trust)} }`, 'trust: trust policy of Source'],
    [
      'list-roles',
      `{ "Roles": [${role('A', trust)}, ${role('B', trust)}] }`,
      'trust: trust policy of A',
      'trust: trust policy of B',
    ],
    ['create-role, a string', role('Source', asString(trust)), 'trust: trust policy of Source'],
    [
      'create-role, indented text',
      role('Source', asString(JSON.stringify(JSON.parse(trust), null, 2))),
      'trust: trust policy of Source',
    ],
    [
      'update-assume-role-policy',
      `{ "RoleName": "Source", "PolicyDocument": ${asString(trust)} }`,
      'trust: trust policy of Source',
    ],
    [
      'put-role-policy',
      `{ "RoleName": "Source", "PolicyName": "p", "PolicyDocument": ${asString(identity)} }`,
      'identity: identity policy of Source',
    ],
    [
      'get-user-policy',
      `{ "UserName": "Ann", "PolicyName": "p", "PolicyDocument": ${identity} }`,
      'identity: identity policy of Ann',
    ],
    [
      'create-policy',
      `{ "PolicyName": "p", "PolicyDocument": ${asString(identity)} }`,
      'identity: identity policy of p',
    ],
    [
      'get-policy-version',
      `{ "PolicyVersion": { "Document": ${identity}, "VersionId": "v1", "IsDefaultVersion": true } }`,
      'identity: identity policy',
    ],
    [
      'get-account-authorization-details',
      `{
        "UserDetailList": [{ "UserName": "Ann", "UserPolicyList": [{ "PolicyName": "p", "PolicyDocument": ${identity} }] }],
        "GroupDetailList": [{ "GroupName": "All", "GroupPolicyList": [{ "PolicyName": "p", "PolicyDocument": ${identity} }] }],
        "RoleDetailList": [{ "RoleName": "Source", "AssumeRolePolicyDocument": ${trust}, "RolePolicyList": [{ "PolicyName": "p", "PolicyDocument": ${identity} }] }],
        "Policies": [{ "PolicyName": "Mine", "PolicyVersionList": [{ "Document": ${identity} }, { "Document": ${identity} }] }]
      }`,
      'trust: trust policy of Source',
      'identity: identity policy of Source',
      'identity: identity policy of Ann',
      'identity: identity policy of All',
      'identity: identity policy of Mine',
      'identity: identity policy of Mine',
    ],
    [
      'assume-role',
      `{ "RoleArn": "arn:aws:iam::111122223333:role/R", "RoleSessionName": "s", "Policy": ${asString(identity)} }`,
      'session: session policy',
    ],
    [
      'describe-policy',
      `{ "Policy": { "PolicySummary": { "Type": "SERVICE_CONTROL_POLICY" }, "Content": ${asString(identity)} } }`,
      'scp: service control policy',
    ],
    [
      'describe-policy of another language',
      `{ "Policy": { "PolicySummary": { "Type": "TAG_POLICY" }, "Content": ${asString(identity)} } }`,
    ],
    [
      'create-policy of an organization',
      `{ "Name": "n", "Type": "RESOURCE_CONTROL_POLICY", "Content": ${asString(denying)} }`,
      'rcp: resource control policy',
    ],
    ['get-bucket-policy', `{ "Policy": ${asString(resource)} }`, 'resource: resource policy'],
    ['get-queue-attributes', `{ "Attributes": { "Policy": ${asString(resource)} } }`, 'resource: resource policy'],
    [
      'describe-vpc-endpoints',
      `{ "VpcEndpoints": [{ "VpcEndpointId": "vpce-1", "PolicyDocument": ${asString(resource)} }] }`,
      'endpoint: VPC endpoint policy',
    ],
    ['a trust policy under its property name', `{ "AssumeRolePolicyDocument": ${trust} }`, 'trust: trust policy'],
    ['a policy under its property name', `{ "PolicyDocument": ${resource} }`, 'resource: resource policy'],
    ['a string that holds no policy', '{ "Policy": "Statement: see the wiki" }'],
    ['an object that is no policy', '{ "Policy": { "Statement": "of the bank", "Total": 3 }, "Account": 1 }'],
  ];
  for (const [name, text, ...policies] of cases)
    it(`hold policies: ${name}`, () => {
      assert.deepEqual(policiesIn('output.json', text).toSorted(), policies.toSorted());
    });

  it('have exact places inside their strings', () => {
    const text = role('Source', asString(trust.replace('"AWS": "111122223333"', '"Service": "lambda.amazonaws.com"')));
    assert.deepEqual(findingsIn(analysed({ path: 'role.json', text })), [
      'trust-missing-source-arn: \\"lambda.amazonaws.com\\"',
    ]);
  });
});

describe('other files', () => {
  const unrelated: readonly (readonly [name: string, path: string, text: string])[] = [
    ['nothing', 'a.json', ''],
    ['no object', 'a.json', '["Statement"]'],
    [
      "a bank's statement",
      'a.json',
      '{ "Account": 12, "Statement": [{ "Date": "2026-01-01", "Amount": 10 }, { "Amount": 3 }] }',
    ],
    ["a bank's statement as text", 'a.json', '{ "Statement": "January" }'],
    ['a statement in YAML', 'a.yaml', 'Statement:\n  - amount: 1\n  - amount: 2\n'],
    ['a package', 'package.json', '{ "name": "x", "version": "1.0.0", "scripts": {} }'],
    ['a version of IAM in something else', 'a.json', '{ "Version": "2012-10-17", "a": 1, "b": 2, "c": 3 }'],
    ['Kubernetes', 'a.yaml', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  Statement: x\n'],
    [
      'an Azure template',
      'a.json',
      '{ "$schema": "x", "resources": [{ "type": "Microsoft.Storage/accounts", "Statement": 1 }] }',
    ],
    ['a map of resources that is no template', 'a.yaml', 'Resources:\n  A:\n    Type: Book\n    Statement: x\n'],
    ['a file of another format', 'a.tf', identity],
    ['prose', 'a.yaml', 'This Statement: is: not: YAML: [\n'],
  ];
  for (const [name, path, text] of unrelated)
    it(`are left alone: ${name}`, () => {
      const { recognised, policies, findings } = analysed({ path, text });
      assert.deepEqual(
        { recognised, policies: policies(), findings },
        { recognised: false, policies: [], findings: [] },
      );
    });

  it('are read where a key is spelled in one of the ways of JSON and YAML', () => {
    const statement = '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }';
    for (const key of ['Statement', '"Statement"', "'Statement'", 'Statement ', '"Statement" \n  '])
      assert.equal(analysed({ path: 'a.yaml', text: `{ ${key}: ${statement} }` }).recognised, true, key);
    for (const key of ['Resources', '"Resources"', "'Resources'"])
      assert.equal(
        analysed({ path: 'a.yaml', text: `${key}:\n  A: { Type: AWS::S3::Bucket }\n` }).recognised,
        true,
        key,
      );
  });

  it('cost no parse where they are large', () => {
    const row = JSON.stringify({
      Actions: 'Statement of 2026',
      Statements: 3,
      BankStatement: [1, 2],
      type: 'AWS::S3::Bucket',
    });
    const text = `[${Array.from({ length: Math.ceil(50_000_000 / row.length) }, () => row).join(',\n')}]`;
    const { recognised, state } = analysed({ path: 'large.json', text });
    assert.deepEqual({ recognised, state }, { recognised: false, state: undefined });
  });
});

describe('templates', () => {
  it('may be several YAML documents, beside policies and others', () => {
    const text = `---
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${trust}
---
name: nothing of ours
---
${identity}
---
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${trust}
`;
    assert.deepEqual(policiesIn('a.yaml', text), [
      'trust: trust policy of Role',
      'identity: identity policy',
      'trust: trust policy of Role',
    ]);
  });

  it('are told by the shape of a type', () => {
    const recognises = (path: string, type: string) =>
      analysed({ path, text: `Description: of AWS::S3::Bucket\nResources:\n  R:\n    Type: ${type}\n` }).recognised;
    assert.equal(recognises('a.yaml', 'AWS::S3::Bucket'), true);
    assert.equal(recognises('a.template', 'AWS::S3::Bucket'), true);
    assert.equal(recognises('a.yaml', 'Custom::Thing'), true);
    assert.equal(recognises('a.yaml', 'Thing'), false);
  });

  it('have a format by the language of the editor where the name has none', () => {
    const request = { path: 'Untitled-1', text: identity };
    assert.equal(analysed(request).recognised, false);
    assert.equal(analysed({ ...request, languageId: 'json' }).recognised, true);
    assert.equal(analysed({ ...request, languageId: 'yaml' }).format, 'yaml');
  });

  it('hold both branches of a condition', () => {
    const text = `Resources:\n  R:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: !If [A, ${identity}, ${identity}]\n`;
    assert.equal(policiesIn('a.yaml', text).length, 2);
  });
});

describe('bad input', () => {
  const role = (id: string, body: string) => `  ${id}:\n    Type: AWS::IAM::Role\n    Properties:\n${body}`;
  const open = `      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
`;
  const bad: readonly (readonly [name: string, body: string])[] = [
    ['a quote that is not closed', "      RoleName: 'abc\n"],
    ['a bracket that is not closed', '      ManagedPolicyArns: [a, b\n'],
    ['a key twice', '      RoleName: a\n      RoleName: b\n'],
    ['an alias without an anchor', '      RoleName: *nope\n'],
    ['a tab', '\t      RoleName: a\n'],
    ['a line too far out', '      RoleName: a\n    Broken\n'],
    ['a string that holds broken JSON', `      AssumeRolePolicyDocument: '{ "Statement": [{ "Effect": '\n`],
    ['a list where a map belongs', '      - a\n      - b\n'],
  ];
  for (const [name, body] of bad)
    it(`in one resource does not hide what is found in others: ${name}`, () => {
      const text = `Resources:\n${role('Before', open)}${role('Bad', body)}${role('After', open)}`;
      const found = findingsIn(analysed({ path: 'a.yaml', text }));
      const missing = 'trust-missing-source-arn: lambda.amazonaws.com';
      assert.deepEqual(
        found.filter((each) => each === missing),
        [missing, missing],
        found.join('\n'),
      );
    });

  it('of every length is read', () => {
    const whole = `Resources:\n${role('One', open)}${role('Two', open)}Outputs:\n  A:\n    Value: !GetAtt One.Arn\n`;
    const json = JSON.stringify(
      {
        Resources: {
          R: {
            Type: 'AWS::IAM::Role',
            Properties: { AssumeRolePolicyDocument: JSON.parse(trust), RoleName: { 'Fn::Sub': 'a${b}' } },
          },
        },
      },
      null,
      2,
    );
    for (const [path, text] of [
      ['a.yaml', whole],
      ['a.json', json],
      ['policy.json', trust],
      ['policy.yaml', trust],
    ] as const)
      for (let end = 0; end <= text.length; end++)
        for (const finding of analysed({ path, text: text.slice(0, end) }).findings) {
          const { start, end: spanEnd } = finding.span;
          assert.ok(
            0 <= start && start <= spanEnd && spanEnd <= end,
            `${finding.rule} at ${start}-${spanEnd} of ${end}`,
          );
          for (const fix of finding.fixes) fix.changes();
        }
  });

  it('begins with a document of which little is typed', () => {
    assert.deepEqual(policiesIn('trust.json', '{ "Version": "2012-10-17", '), ['trust: trust policy']);
    assert.deepEqual(policiesIn('a.json', '{ "Statement": [{ "Effect": '), ['identity: identity policy']);
  });
});
