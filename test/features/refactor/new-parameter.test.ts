import assert from 'node:assert/strict';
import { testChanges } from './support/becomes.ts';
import { idsIn, offeredIn, refactored } from './support/refactored.ts';

const id = 'account-new-parameter';

const role = (account: string, unit = '  ') =>
  `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: ${account}
`.replace(/^(?: {2})+/gm, (spaces) => unit.repeat(spaces.length / 2));

const arn = 'arn:aws:iam::111122<|>223333:role/x';
const reference = (name: string) => `!Sub 'arn:aws:iam::\${${name}}:role/x'`;

const parameter = (name: string) =>
  `  ${name}:\n    Type: String\n    AllowedPattern: '^\\d{12}$'\n    Default: '111122223333'\n`;

describe('an account id as a new parameter', () => {
  testChanges([
    {
      name: 'beside others',
      path: 'template.yaml',
      id,
      before: `Parameters:\n  # whom it is for\n  Team: { Type: String }\n\n${role(arn)}`,
      after: `Parameters:\n  # whom it is for\n  Team: { Type: String }\n${parameter('AccountId')}\n${role(reference('AccountId'))}`,
    },
    {
      name: 'in a section behind the resources, the name taken',
      path: 'template.yaml',
      id,
      before: `${role(arn)}Parameters:\n  AccountId: { Type: String }\n`,
      after: `${role(reference('AccountId2'))}Parameters:\n  AccountId: { Type: String }\n${parameter('AccountId2')}`,
    },
    {
      name: 'in a section of its own',
      path: 'template.yaml',
      id,
      before: `AWSTemplateFormatVersion: '2010-09-09'\n\n# What is deployed\n${role(arn)}`,
      after: `AWSTemplateFormatVersion: '2010-09-09'\n\nParameters:\n${parameter('AccountId')}\n# What is deployed\n${role(reference('AccountId'))}`,
    },
    {
      name: 'indented as the template is',
      path: 'template.yaml',
      id,
      before: role(arn, '    '),
      after: `Parameters:\n${parameter('AccountId').replace(/^ +/gm, (spaces) => spaces + spaces)}${role(reference('AccountId'), '    ')}`,
    },
    {
      name: 'in a template that cannot be cut',
      path: 'template.yaml',
      id,
      before: `# Top\n${role(arn).replace('Resources:', 'Resources: &all')}`,
      after: `# Top\nParameters:\n${parameter('AccountId')}${role(reference('AccountId')).replace('Resources:', 'Resources: &all')}`,
    },
    {
      name: 'in JSON',
      path: 'template.json',
      id,
      before: `{
  "Resources": {
    "Policy": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "1111<|>22223333" }] }
      }
    }
  }
}
`,
      after: `{
  "Parameters": {
    "AccountId": {
      "Type": "String",
      "AllowedPattern": "^\\\\d{12}$",
      "Default": "111122223333"
    }
  },
  "Resources": {
    "Policy": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": { "Ref": "AccountId" } }] }
      }
    }
  }
}
`,
    },
    {
      name: 'in JSON of one line',
      path: 'template.json',
      id,
      before:
        '{ "Parameters": { "Team": { "Type": "String" } }, "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "1111<|>22223333" }] } } } } }\n',
      after:
        '{ "Parameters": { "Team": { "Type": "String" }, "AccountId": { "Type": "String", "AllowedPattern": "^\\\\d{12}$", "Default": "111122223333" } }, "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": { "Ref": "AccountId" } }] } } } } }\n',
    },
  ]);

  it('says its name and the default that it gets', () => {
    const { refactorings } = offeredIn('template.yaml', role(arn));
    assert.equal(
      refactorings.find((each) => each.id === id)?.title,
      'Write a new parameter AccountId for 111122223333, which becomes its default',
    );
  });

  it('is not offered where a parameter has the id already, nor in a template within a template', () => {
    const known = `Parameters:\n  Known: { Type: String, Default: '111122223333' }\n${role(arn)}`;
    assert.ok(idsIn('template.yaml', known).includes('account-parameter-Known'));
    assert.ok(!idsIn('template.yaml', known).includes(id));
    const inner = role(arn).replace(/^(?=.)/gm, '        ');
    const set = `Resources:\n  Set:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateBody: |\n${inner}`;
    assert.ok(idsIn('template.yaml', set).includes('account-pseudo'));
    assert.ok(!idsIn('template.yaml', set).includes(id));
  });

  it('says why not where the parameters are not written out', () => {
    assert.match(refactored('template.yaml', `Parameters:\n${role(arn)}`, id), /^\{A parameter cannot be added/);
  });
});
