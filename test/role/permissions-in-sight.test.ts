import assert from 'node:assert/strict';
import { findMissingPins, resource, role, template } from './trusting-templates.ts';

const inline = (...statements: readonly string[]) => `Policies:
  - PolicyName: inline
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
${statements.map((each) => `        - ${each}`).join('\n')}`;
const document = (...statements: readonly string[]) => `PolicyDocument:
  Version: '2012-10-17'
  Statement:
${statements.map((each) => `    - ${each}`).join('\n')}`;
const allow = (action: string, resourceName = '"*"') =>
  `{ Effect: Allow, Action: ${action}, Resource: ${resourceName} }`;
const logs = allow('logs:PutLogEvents');
const assume = allow('sts:AssumeRole', 'arn:aws:iam::111122223333:role/Target');
const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
const lambda = 'lambda.amazonaws.com';

/** What is said of the only role of a template that trusts Lambda. */
function severityWith(properties: string, ...others: readonly string[]): string | undefined {
  const [finding, ...more] = findMissingPins(template(role('Role', lambda, properties), ...others));
  assert.deepEqual(more, []);
  return finding?.severity;
}

/** The finding is only for information: all that the role may do is in sight and harmless. */
const harmless = (name: string, properties: string, ...others: readonly string[]) =>
  it(`sees that it is harmless: ${name}`, () => assert.equal(severityWith(properties, ...others), 'info'));

/** The finding is a warning: the role may reach further, or that is not known. */
const grave = (name: string, properties: string, ...others: readonly string[]) =>
  it(`warns: ${name}`, () => assert.equal(severityWith(properties, ...others), 'warning'));

describe('what a role may do', () => {
  it('is said in the message', () => {
    const [finding] = findMissingPins(template(role('Role', lambda, inline(logs))));
    assert.equal(
      finding?.message,
      'lambda.amazonaws.com may assume this role on behalf of anyone who can hand it the role. Add a condition on `aws:SourceArn`. (The role can neither assume nor pass roles nor change IAM.)',
    );
    assert.equal(finding?.fixes.length, 1);
  });

  describe('by inline policies', () => {
    harmless('an action', inline(logs));
    harmless('all of a service', inline(allow('["s3:*", "dynamodb:*"]')));
    harmless('a Deny of everything', inline(logs, '{ Effect: Deny, Action: "*", Resource: "*" }'));
    harmless('all but what matters', inline('{ Effect: Allow, NotAction: ["sts:*", "iam:*"], Resource: "*" }'));
    harmless('reading IAM', inline(allow('["iam:Get*", "iam:ListRoles"]')));
    harmless(
      'a document as a string',
      `Policies:\n  - PolicyName: x\n    PolicyDocument: '{ "Statement": ${'{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}'} }'`,
    );
    grave('assuming a role', inline(logs, assume));
    grave('all of STS', inline(allow('STS:*')));
    grave('everything', inline(allow('"*"')));
    grave('everything but something else', inline('{ Effect: Allow, NotAction: "s3:*", Resource: "*" }'));
    grave('passing a role', inline(allow('iam:PassRole')));
    for (const action of [
      'iam:*',
      'iam:Put*',
      'iam:AttachRolePolicy',
      'iam:CreatePolicyVersion',
      'iam:UpdateAssumeRolePolicy',
    ])
      grave(`administering IAM by ${action}`, inline(allow(`"${action}"`)));
    grave('an action that is not known', inline(allow('!Ref Name')));
    grave('an action to fill in', inline(allow('"<service>:*"')));
    grave(
      'a document as a string that assumes',
      `Policies:\n  - PolicyName: x\n    PolicyDocument: '{ "Statement": {"Effect":"Allow","Action":"sts:*","Resource":"*"} }'`,
    );
  });

  describe('by what is not read', () => {
    grave('no permission in sight', '');
    grave('policies that are not known', 'Policies: !Ref Name');
    grave('a document that is not known', 'Policies:\n  - PolicyName: x\n    PolicyDocument: !Ref Name');
    grave('a string that holds no document', 'Policies:\n  - PolicyName: x\n    PolicyDocument: see the wiki');
    grave(
      'a document included from elsewhere',
      `Policies:\n  - PolicyName: x\n    PolicyDocument:\n      Version: '2012-10-17'\n      Fn::Transform: { Name: AWS::Include }`,
    );
    grave(
      'statements that are not known',
      `Policies:\n  - PolicyName: x\n    PolicyDocument:\n      Statement: !Ref Name`,
    );
    grave('one statement that is not known', inline(logs, '!Ref Name'));
    grave(
      'a statement that is written further',
      inline(logs, '{ Effect: Allow, "Fn::Transform": { Name: AWS::Include } }'),
    );
    grave('one policy of two', `${inline(logs)}\n  - PolicyName: y\n    PolicyDocument: !Ref Name`);
  });

  describe('by template conditions', () => {
    harmless('both branches harmless', inline(`!If [A, ${logs}, ${allow('s3:*')}]`));
    harmless('nothing as the other branch', inline(`!If [A, ${logs}, !Ref AWS::NoValue]`));
    harmless(
      'a policy that may be left out',
      `Policies:\n  - !If\n    - A\n    - PolicyName: x\n      ${document(logs).replaceAll('\n', '\n      ')}\n    - !Ref AWS::NoValue`,
    );
    harmless(
      'all policies in a branch',
      `Policies: !If\n  - A\n  - - PolicyName: x\n      ${document(logs).replaceAll('\n', '\n      ')}\n  - !Ref AWS::NoValue`,
    );
    harmless('a managed policy that may be left out', `ManagedPolicyArns:\n  - !If [A, ${basic}, !Ref AWS::NoValue]`);
    grave('one branch grave', inline(`!If [A, ${logs}, ${assume}]`));
    grave('one branch not known', inline(`!If [A, ${logs}, !Ref Name]`));
    grave('one branch of a managed policy not known', `ManagedPolicyArns:\n  - !If [A, ${basic}, !Ref Name]`);
  });

  describe("by AWS's managed policies", () => {
    harmless('AWSLambdaBasicExecutionRole', `ManagedPolicyArns:\n  - ${basic}`);
    harmless(
      'in any partition',
      'ManagedPolicyArns:\n  - !Sub arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    );
    harmless(
      'joined',
      `ManagedPolicyArns:\n  - !Join ['', ['arn:', !Ref AWS::Partition, ':iam::aws:policy/AmazonS3ReadOnlyAccess']]`,
    );
    harmless('beside an inline policy', `${inline(logs)}\nManagedPolicyArns: [${basic}]`);
    grave('AdministratorAccess', 'ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]');
    grave('IAMFullAccess', `ManagedPolicyArns: [${basic}, arn:aws:iam::aws:policy/IAMFullAccess]`);
    grave('one that is not known', 'ManagedPolicyArns: [arn:aws:iam::aws:policy/NoSuchPolicyOfAws]');
    grave("one of the user's own", 'ManagedPolicyArns: [arn:aws:iam::111122223333:policy/Mine]');
    grave(
      "one of the user's own that is called as one of AWS's",
      'ManagedPolicyArns:\n  - !Sub arn:aws:iam::${AWS::AccountId}:policy/AWSLambdaBasicExecutionRole',
    );
    grave('a parameter', 'ManagedPolicyArns: [!Ref Name]');
    grave('a list parameter', 'ManagedPolicyArns: !Ref Name');
    grave('an import', 'ManagedPolicyArns: [!ImportValue Policy]');
  });

  describe('by policies that are resources of their own', () => {
    const attached = (type: string, attachment: string, ...statements: readonly string[]) =>
      resource('Attached', type, `${attachment}\n${document(...statements)}`);
    harmless('AWS::IAM::Policy by Ref', '', attached('AWS::IAM::Policy', 'PolicyName: x\nRoles: [!Ref Role]', logs));
    harmless('AWS::IAM::ManagedPolicy by Roles', '', attached('AWS::IAM::ManagedPolicy', 'Roles: [!Ref Role]', logs));
    harmless(
      'AWS::IAM::ManagedPolicy by ManagedPolicyArns',
      'ManagedPolicyArns: [!Ref Attached]',
      attached('AWS::IAM::ManagedPolicy', '', logs),
    );
    harmless('AWS::IAM::RolePolicy', '', attached('AWS::IAM::RolePolicy', 'PolicyName: x\nRoleName: !Ref Role', logs));
    harmless(
      'a policy of another role',
      inline(logs),
      attached('AWS::IAM::Policy', 'PolicyName: x\nRoles: [!Ref Other]', assume),
    );
    harmless('a managed policy that no role names', inline(logs), attached('AWS::IAM::ManagedPolicy', '', assume));
    grave(
      'AWS::IAM::Policy by Ref',
      inline(logs),
      attached('AWS::IAM::Policy', 'PolicyName: x\nRoles: [!Ref Other, !Ref Role]', assume),
    );
    grave(
      'AWS::IAM::Policy in a branch',
      inline(logs),
      attached('AWS::IAM::Policy', 'PolicyName: x\nRoles: [!If [A, !Ref Role, !Ref Other]]', assume),
    );
    grave(
      'AWS::IAM::Policy by name',
      `RoleName: Source\n${inline(logs)}`,
      attached('AWS::IAM::Policy', 'PolicyName: x\nRoles: [Source]', assume),
    );
    grave(
      'AWS::IAM::Policy by a name with a parameter',
      `RoleName: !Sub '\${Name}-source'\n${inline(logs)}`,
      attached('AWS::IAM::Policy', "PolicyName: x\nRoles: [!Sub '${Name}-source']", assume),
    );
    grave(
      'AWS::IAM::ManagedPolicy by Roles',
      inline(logs),
      attached('AWS::IAM::ManagedPolicy', 'Roles: [!Ref Role]', assume),
    );
    grave(
      'AWS::IAM::ManagedPolicy by ManagedPolicyArns',
      `${inline(logs)}\nManagedPolicyArns: [!Ref Attached]`,
      attached('AWS::IAM::ManagedPolicy', '', assume),
    );
    grave(
      'AWS::IAM::RolePolicy',
      inline(logs),
      attached('AWS::IAM::RolePolicy', 'PolicyName: x\nRoleName: !Ref Role', assume),
    );
    grave(
      'a document that is not known',
      inline(logs),
      resource('Attached', 'AWS::IAM::Policy', 'PolicyName: x\nRoles: [!Ref Role]\nPolicyDocument: !Ref Name'),
    );
    grave(
      'a managed policy of another kind of resource',
      `${inline(logs)}\nManagedPolicyArns: [!Ref Bucket]`,
      resource('Bucket', 'AWS::S3::Bucket', 'BucketName: x'),
    );
  });

  describe('as a SAM function', () => {
    const severityOfFunction = (policies: string) => {
      const trust = `AssumeRolePolicyDocument: { Statement: { Effect: Allow, Principal: { Service: ${lambda} }, Action: sts:AssumeRole } }`;
      const [finding] = findMissingPins(
        template(resource('Function', 'AWS::Serverless::Function', `${trust}\n${policies}`)),
      );
      return finding?.severity;
    };
    const cases: readonly (readonly [name: string, policies: string, severity: string])[] = [
      ['none', '', 'info'],
      ['a name', 'Policies: AWSLambdaBasicExecutionRole', 'info'],
      ['names', 'Policies: [AWSLambdaBasicExecutionRole, AmazonS3ReadOnlyAccess]', 'info'],
      ['a document', `Policies:\n  - Version: '2012-10-17'\n    Statement: [${logs}]`, 'info'],
      ['one document alone', `Policies:\n  Version: '2012-10-17'\n  Statement: [${logs}]`, 'info'],
      ['a document that assumes', `Policies:\n  - Version: '2012-10-17'\n    Statement: [${assume}]`, 'warning'],
      ['AdministratorAccess', 'Policies: AdministratorAccess', 'warning'],
      ['a policy template', 'Policies:\n  - S3ReadPolicy: { BucketName: x }', 'warning'],
      ['a parameter', 'Policies: !Ref Name', 'warning'],
    ];
    for (const [name, policies, severity] of cases)
      it(`${severity}: ${name}`, () => assert.equal(severityOfFunction(policies), severity));
  });

  it('is not known of a role that no template holds', () => {
    const text = `{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "${lambda}" }, "Action": "sts:AssumeRole" }] }`;
    assert.deepEqual(
      findMissingPins(text, 'trust.json').map(({ severity }) => severity),
      ['warning'],
    );
  });
});
